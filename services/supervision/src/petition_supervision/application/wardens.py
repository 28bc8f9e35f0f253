"""The wardens of the grids (网格长、网格员): no officers of this system, but members of task forces."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from petition_supervision.domain.unit_tree import UnitTree


class Wardens(Protocol):
    """Who is a warden in which township, by staff number; vacant posts are not kept here."""

    def township_of(self, warden: str) -> str | None:
        """The code of the township; None for anybody who is no warden."""
        ...

    def replace(self, township_code: str, wardens: Iterable[str]) -> None:
        """These are the township's wardens from now on."""
        ...


def unit_of_warden(wardens: Wardens, units: UnitTree, person: str) -> str | None:
    """The government of the township whose grid the warden looks after; None for anybody who is no warden."""
    township = wardens.township_of(person)
    return None if township is None else units.township_at(township)

"""调解员名录 (多元化解): who may be asked to mediate, in what, and from when to when. A county may keep none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MediatorKind(StrEnum):
    """In which of the ways of mediating somebody stands on the list."""

    PEOPLES = "peoples"
    INDUSTRY = "industry"
    JUDICIAL = "judicial"
    LAWYER = "lawyer"
    ELDER = "elder"


MEDIATOR_KIND_ZH: dict[MediatorKind, str] = {
    MediatorKind.PEOPLES: "人民调解员",
    MediatorKind.INDUSTRY: "行业性、专业性调解员",
    MediatorKind.JUDICIAL: "两所一庭调解员",
    MediatorKind.LAWYER: "律师调解员",
    MediatorKind.ELDER: "老干部、“五老”调解员",
}


@dataclass(frozen=True)
class Mediator:
    """One entry. No township => the whole county; no categories (prefixes of codes) => any matter.

    `delisted_on` is the first day on which the entry no longer holds.
    """

    mediator_id: str
    name: str
    kind: MediatorKind
    township_code: str | None
    unit: str
    categories: tuple[str, ...]
    listed_on: date
    delisted_on: date | None = None

    def is_listed(self, day: date) -> bool:
        return self.listed_on <= day and (self.delisted_on is None or day < self.delisted_on)

    def works_in(self, township_code: str | None) -> bool:
        """Whether a matter of that township is for them; None asks for no township."""
        return township_code is None or self.township_code in (None, township_code)

    def knows(self, category: str) -> int | None:
        """How many digits of the category they are listed for; 0 => for any matter; None => not for this one."""
        found = [len(prefix) for prefix in self.categories if category.startswith(prefix)]
        return max(found) if found else None if self.categories else 0


def suited(
    mediators: Iterable[Mediator],
    day: date,
    kind: MediatorKind | None = None,
    township_code: str | None = None,
    category: str | None = None,
) -> list[Mediator]:
    """Who is on the list that day and may be asked, the best first.

    Best: who is listed for more digits of the category, then who belongs to the township itself, then by id.
    """
    found = [
        (-(one.knows(category or "") or 0), one.township_code is None, one.mediator_id, one)
        for one in mediators
        if one.is_listed(day)
        and kind in (None, one.kind)
        and one.works_in(township_code)
        and (category is None or one.knows(category) is not None)
    ]
    return [row[-1] for row in sorted(found, key=lambda row: row[:3])]


def names_of(mediators: Sequence[Mediator], ids: Iterable[str]) -> list[str]:
    """Their names as the list has them; whoever is no longer on it stays an id."""
    known = {one.mediator_id: one.name for one in mediators}
    return [known.get(identifier, identifier) for identifier in ids]

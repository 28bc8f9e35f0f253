"""Townships compared by who receives visitors: the main leader on market days (集日), a deputy on other working days.

A county's own way of comparing townships (乡镇主要领导集日坐班、其他工作日班子成员坐班). Only working days count, as
for every reception; a township without market days of its own has other days only. Nobody is ranked: rows stand in the
order of the units, each with what its figures are made of.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

MarketDays = Mapping[str, frozenset[int]]
"""Unit code of a township -> last digits of the days of the month on which it holds its market, 0 to 9."""

MAIN_LEADER_ROLE = "unit_head"
"""Who heads the township answers for it (主要领导); its other leaders are deputies here."""


@dataclass(frozen=True)
class Attended:
    """A leader signed in at a township's reception room on a day."""

    unit: str
    on: date
    by: str


@dataclass
class TownshipReception:
    """One township's days that are over. `deputy_on_market_days`: somebody was there, and not the main leader."""

    unit: str
    market_days: int = 0
    main_leader_on_market_days: int = 0
    deputy_on_market_days: int = 0
    other_days: int = 0
    attended_on_other_days: int = 0
    missing_days: int = 0

    def count(self, is_market_day: bool, by: str | None, main_leaders: Collection[str]) -> None:
        """One working day; `by` None: nobody signed in."""
        self.market_days += is_market_day
        self.other_days += not is_market_day
        self.missing_days += by is None
        if by is None:
            return
        if not is_market_day:
            self.attended_on_other_days += 1
        elif by in main_leaders:
            self.main_leader_on_market_days += 1
        else:
            self.deputy_on_market_days += 1


def is_market_day(day: date, digits: Collection[int]) -> bool:
    """Whether the township holds its market on this day of the month: 逢一、四、七 => the 1st, 4th, 7th, 11th …"""
    return day.day % 10 in digits


def compare_townships(
    townships: Iterable[str],
    days: Collection[date],
    market_days: MarketDays,
    attended: Iterable[Attended],
    main_leaders: Collection[str],
) -> list[TownshipReception]:
    """One row a township, in the order of their codes, over working days that are past."""
    there = {(one.unit, one.on): one.by for one in attended}
    rows = []
    for unit in sorted(townships):
        row = TownshipReception(unit)
        for day in days:
            row.count(is_market_day(day, market_days.get(unit, frozenset())), there.get((unit, day)), main_leaders)
        rows.append(row)
    return rows

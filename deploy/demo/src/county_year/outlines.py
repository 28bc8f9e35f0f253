"""What a year consists of: how many filings by which door, and how often things go another way.

The replayed year is the one of the county's published account, and its numbers of visits and of matters handed down are
the account's. The year before it is made up: it is there so that there is something to compare with.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

YEAR = 2025
"""The replayed year: the last one whose every deadline falls on published calendars."""


@dataclass(frozen=True)
class Outline:
    """One year's filings. People in a group -> number of groups; channel or level -> number of filings."""

    year: int
    first_number: int
    settled_visits: dict[int, int]
    routed_visits: dict[int, int]
    handed_down: dict[str, int]
    settled_at_once: dict[str, int]
    routed: dict[str, int]
    township_window: int
    repeats: int
    """Letters and web filings that say again what an earlier matter said."""
    skipped_levels: int
    """Visits among the routed ones that were paid to a level too high."""
    handed_down_late: int = 0
    """Matters handed down at the end of the year, which are resolved in the next one."""
    explained: int = 0
    """Matters handed down whose report says that they could only be explained."""
    low_ratings: float = 0.02
    """Share of the ratings that say dissatisfied."""
    days_of_month: tuple[int, ...] = tuple(range(1, 24, 6))
    """Working days of the month (1st, 2nd, …) on which steps are taken in this replay: every sixth one."""
    odds: dict[str, float] = field(default_factory=dict)
    """Chance of each turn an ordinary matter may take; `matters.py` names them."""

    @property
    def first_day(self) -> date:
        return date(self.year, 1, 2)

    @property
    def last_day(self) -> date:
        """Late enough for a year, early enough that what was filed last still shows up on a desk in it."""
        return date(self.year, 12, 26)

    @property
    def last_handed_down_day(self) -> date:
        """Matters handed down until then are reported within the year."""
        return date(self.year, 9, 30)


THIS_YEAR = Outline(
    year=YEAR,
    first_number=1,
    # 接待群众来访169批227人次, of which 就地化解142批198人次; the other 27 batches (29 people) went on to a unit.
    settled_visits={1: 108, 2: 24, 3: 6, 4: 2, 5: 1, 11: 1},
    routed_visits={1: 25, 2: 2},
    # 国家和自治区交办的52件.
    handed_down={"state": 21, "region": 31},
    # Beside the account, which does not number them.
    settled_at_once={},
    routed={"letter": 14, "call": 5, "web": 16, "fax": 1, "hotline": 4},
    township_window=8,
    repeats=5,
    skipped_levels=2,
    odds={
        "extension": 0.08,
        "returned": 0.05,
        "dissatisfied": 0.05,
        "unreached": 0.07,
        "rated": 0.7,
        "objection_upheld": 0.04,
        "objection_rejected": 0.03,
    },
)

YEAR_BEFORE = Outline(
    year=YEAR - 1,
    first_number=5001,
    settled_visits={1: 112, 2: 26, 3: 8, 4: 3, 5: 4, 7: 3, 12: 2},
    routed_visits={1: 22, 2: 4},
    handed_down={"state": 6, "region": 10},
    settled_at_once={"call": 44, "web": 30, "letter": 10},
    routed={"letter": 8, "call": 4, "web": 10},
    township_window=4,
    repeats=26,
    skipped_levels=8,
    handed_down_late=3,
    explained=2,
    low_ratings=0.15,
    days_of_month=(5, 15),
    odds={"dissatisfied": 0.2, "rated": 0.8},
)

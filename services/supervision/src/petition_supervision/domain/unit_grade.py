"""红橙黄三色 of townships and departments, quarter by quarter. A colour is a unit's, never a person's.

The county's words: 每季度发生越级访或信访3次以上的纳入红色、信访3次以内的纳入橙色、无信访的纳入黄色，
实行红色督办、橙色提醒. They can be read in three ways, and the law counts the number itself into 以上 and 以内
(民法典第一千二百五十九条). Which reading is in force is a setting and stands beside every colour.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from petition_supervision.domain.errors import NothingToAcknowledge, ReminderAcknowledgedBefore
from petition_supervision.domain.grade_events import ReminderAcknowledged, UnitGraded
from petition_supervision.domain.quarters import ends_at, quarter_of, quarters_from
from workdays import local_day

RATED_KINDS = ("department", "township")
MANY = 3


class Colour(StrEnum):
    """红色督办、橙色提醒、黄色无信访."""

    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"


class Reading(StrEnum):
    """How 3次以上 and 3次以内 are read.

    FROM_THREE: a skip-level visit, or three filings and more, are red (at three the stricter colour wins). The default.
    ABOVE_THREE: a skip-level visit, or more than three filings, are red.
    ADDED_UP: skip-level visits and filings are added, and three together are red.
    """

    FROM_THREE = "from_three"
    ABOVE_THREE = "above_three"
    ADDED_UP = "added_up"


@dataclass(frozen=True)
class Count:
    """What a unit is graded by in one quarter.

    Appeals (申诉求决类) alone: `filings` registered at county level or above, `skip_level_visits` among the visits
    there. `elsewhere`: filed at the right door below the county; shown beside the colour and never part of it.
    """

    filings: int = 0
    skip_level_visits: int = 0
    elsewhere: int = 0


def colour_of(count: Count, reading: Reading) -> Colour:
    """The colour of a quarter with so many ordinary filings and skip-level visits."""
    filings, skipped = count.filings, count.skip_level_visits
    if filings + skipped == 0:
        return Colour.YELLOW
    red = {
        Reading.FROM_THREE: skipped > 0 or filings >= MANY,
        Reading.ABOVE_THREE: skipped > 0 or filings > MANY,
        Reading.ADDED_UP: filings + skipped >= MANY,
    }[reading]
    return Colour.RED if red else Colour.ORANGE


@dataclass(frozen=True)
class Grading:
    """One grading of a quarter: the first at its end, the final one when late changes are in.

    `case_nos` are the filings it was counted from; what becomes of them later does not change what was counted.
    """

    colour: Colour
    count: Count
    reading: Reading
    graded_at: datetime
    final: bool
    case_nos: list[str] = field(default_factory=list)


@dataclass
class UnitGrade:
    """A unit's colour in a quarter, with every grading it had."""

    grade_no: str
    unit: str
    quarter: str
    gradings: list[Grading] = field(default_factory=list)
    acknowledged_by: str | None = None
    acknowledged_at: datetime | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @property
    def latest(self) -> Grading:
        return self.gradings[-1]

    def grade(self, count: Count, case_nos: list[str], reading: Reading, final: bool, now: datetime) -> None:
        """Enter a grading and tell it; an earlier one stays on record."""
        colour = colour_of(count, reading)
        before = self.gradings[-1].colour if self.gradings else None
        self.gradings.append(Grading(colour, count, reading, now, final, case_nos))
        if before is not colour:
            self.acknowledged_by = self.acknowledged_at = None
        self._record(
            UnitGraded(
                self.unit,
                self.quarter,
                colour,
                count.filings,
                count.skip_level_visits,
                count.elsewhere,
                reading,
                final,
                before is not None and before is not colour,
            )
        )

    def acknowledge(self, person: str, now: datetime) -> None:
        """橙色提醒: the unit has read its reminder. Another colour => NothingToAcknowledge; read before => refused."""
        if self.latest.colour is not Colour.ORANGE:
            raise NothingToAcknowledge("quarter", quarter=self.quarter)
        if self.acknowledged_at is not None:
            raise ReminderAcknowledgedBefore("quarter", quarter=self.quarter)
        self.acknowledged_by, self.acknowledged_at = person, now
        self._record(ReminderAcknowledged(self.unit, self.quarter, person))

    def _record(self, event: Any) -> None:
        self.pending.append(event)
        self.version += 1


@dataclass(frozen=True)
class Progress:
    """How far grading has come: since when there is anything to grade, the last quarter graded, the last made final."""

    since: datetime
    graded: str | None = None
    final: str | None = None


def grade_number(unit: str, quarter: str) -> str:
    """One grade a unit and quarter."""
    return f"{unit}:{quarter}"


def next_grading(progress: Progress, now: datetime, freeze_days: int) -> tuple[str, bool] | None:
    """The quarter to grade next, and whether for good; None: nothing is due.

    At its end every quarter is graded once; `freeze_days` later, when re-attributions are in, once more and for good.
    """
    for quarter in quarters_from(quarter_of(local_day(progress.since))):
        if ends_at(quarter) > now:
            return None
        if progress.graded is None or quarter > progress.graded:
            return quarter, False
        if (progress.final is None or quarter > progress.final) and now >= ends_at(quarter) + timedelta(freeze_days):
            return quarter, True
    raise AssertionError("quarters do not end")

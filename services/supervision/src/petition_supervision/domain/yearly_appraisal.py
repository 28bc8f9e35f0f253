"""年度考核 (《信访工作条例》第三十九条): 以依规依法及时就地解决信访问题为导向, of each unit, every year.

The figures are entered by the officer as metrics gives them; the points are computed here, so they follow from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from petition_supervision.domain import appraisal_errors as errors
from petition_supervision.domain import appraisal_events as told
from petition_supervision.domain.appraisal_terms import (
    WHOLE,
    Appeal,
    AppraisalItem,
    AppraisalState,
    AppraisedFigure,
    Grade,
    ItemFigure,
    ScoredItem,
    Scoring,
)
from workdays import local_day

APPRAISED_KINDS = ("township", "department")


@dataclass
class YearlyAppraisal:
    """One unit's year. `total`: points out of a hundred, of the items that could be scored."""

    appraisal_no: str
    unit: str
    year: int
    items: list[ScoredItem]
    total: float
    grade: Grade
    graded_by: str
    graded_on: date
    appeal_until: date
    late: bool
    state: AppraisalState = AppraisalState.TOLD
    appeal: Appeal | None = None
    published_on: date | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        unit: str,
        year: int,
        sheet: Sequence[AppraisalItem],
        figures: Sequence[ItemFigure],
        grade: Grade,
        graded_by: str,
        due_days: int,
        appeal_days: int,
        now: datetime,
    ) -> YearlyAppraisal:
        """评定, by a named leader.

        The year still runs => YearNotOver. Other items than the sheet's => ItemsDoNotMatch. A figure that is not one
        of its scoring => FigureDoesNotFit; a rate without indicator and version of its definition =>
        FigureDefinitionRequired. Nothing that could be scored => NothingToAppraise.
        """
        today = local_day(now)
        if today.year <= year:
            raise errors.YearNotOver("year", year=year)
        items = scored(sheet, figures)
        total = total_of(items)
        until = today + timedelta(days=appeal_days)
        late = today > due_on(year, due_days)
        one = cls(appraisal_number(unit, year), unit, year, items, total, grade, graded_by, today, until, late)
        entered = [
            AppraisedFigure(item.item, item.indicator, item.definition_version, item.numerator, item.denominator)
            for item in items
            if item.indicator is not None
        ]
        one._record(told.YearlyAppraisalGraded(unit, year, total, grade, graded_by, until, late, entered))
        return one

    def appeal_against(self, reason: str, appealed_by: str, now: datetime) -> None:
        """申诉: once, until the day. Published or under appeal => AppraisalNotTold; after it => AppealTooLate."""
        if self.state is not AppraisalState.TOLD:
            raise errors.AppraisalNotTold("appraisal_no")
        if self.appeal is not None:
            raise errors.AppealedBefore("appraisal_no")
        if local_day(now) > self.appeal_until:
            raise errors.AppealTooLate("appraisal_no", until=self.appeal_until)
        self.appeal, self.state = Appeal(reason, appealed_by, now), AppraisalState.APPEALED
        self._record(told.AppraisalAppealed(self.unit, self.year))

    def decide_appeal(self, upheld: bool, grade: Grade | None, decision: str, decided_by: str, now: datetime) -> None:
        """申诉决定, by another leader than who graded.

        None to decide => NoAppeal. The grader => GraderDecidesAppeal. Upheld without another grade, or not upheld
        with one => GradeNeededIfUpheld.
        """
        if self.appeal is None or self.state is not AppraisalState.APPEALED:
            raise errors.NoAppeal("appraisal_no")
        if decided_by == self.graded_by:
            raise errors.GraderDecidesAppeal("actor", person=self.graded_by)
        if upheld is (grade is None) or grade is self.grade:
            raise errors.GradeNeededIfUpheld("grade")
        appeal = self.appeal
        appeal.upheld, appeal.decision, appeal.decided_by = upheld, decision, decided_by
        appeal.decided_on, self.state = local_day(now), AppraisalState.TOLD
        self.grade = grade or self.grade
        self._record(told.AppraisalAppealDecided(self.unit, self.year, upheld, self.grade, decided_by))

    def publish(self, now: datetime) -> None:
        """公布, once no appeal is possible any more or the one made is decided => else AppealStillPossible."""
        if self.state is AppraisalState.PUBLISHED:
            raise errors.AppraisalPublished("appraisal_no")
        waiting = self.appeal is None and local_day(now) <= self.appeal_until
        if waiting or self.state is AppraisalState.APPEALED:
            raise errors.AppealStillPossible("appraisal_no", until=self.appeal_until)
        self.state, self.published_on = AppraisalState.PUBLISHED, local_day(now)
        self._record(told.YearlyAppraisalPublished(self.unit, self.year, self.total, self.grade))

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1


def scored(sheet: Sequence[AppraisalItem], figures: Sequence[ItemFigure]) -> list[ScoredItem]:
    """Each item of the sheet with its points."""
    given = {one.item: one for one in figures}
    if len(given) != len(figures) or given.keys() != {one.item for one in sheet}:
        raise errors.ItemsDoNotMatch("items", items="、".join(one.item for one in sheet))
    return [_scored(one, given[one.item]) for one in sheet]


def total_of(items: Sequence[ScoredItem]) -> float:
    """The points of what could be scored, out of a hundred."""
    reached = [(one.points, one.weight) for one in items if one.points is not None]
    most = sum(weight for _, weight in reached)
    if most == 0:
        raise errors.NothingToAppraise("items")
    return round(WHOLE * sum(points for points, _ in reached) / most, 2)


def _scored(item: AppraisalItem, given: ItemFigure) -> ScoredItem:
    top, bottom, points = given.numerator, given.denominator, given.points
    result: float | None
    if item.scoring is Scoring.RATE and None in (given.indicator, given.definition_version):
        raise errors.FigureDefinitionRequired("items", item=item.item)
    match item.scoring:
        case Scoring.RATE if top is not None and bottom is not None and points is None and top <= bottom:
            result = round(item.weight * top / bottom, 2) if bottom else None
        case Scoring.DEDUCTION if top is not None and bottom is None and points is None:
            result = float(max(0, item.weight - top))
        case Scoring.JUDGED if top is None and bottom is None and points is not None and points <= item.weight:
            result = points
        case _:
            raise errors.FigureDoesNotFit("items", item=item.item, weight=item.weight)
    measured = (given.indicator, given.definition_version)
    return ScoredItem(item.item, item.weight, item.scoring, top, bottom, result, given.basis, *measured)


def due_on(year: int, due_days: int) -> date:
    """The day by which a year is appraised: so many days after its last."""
    return date(year, 12, 31) + timedelta(days=due_days)


def appraisal_number(unit: str, year: int) -> str:
    """One appraisal a unit and year."""
    return f"{unit}:{year}"

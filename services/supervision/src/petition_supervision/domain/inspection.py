"""专项督查 (《信访工作条例》第三十八条): planned, carried out in four forms, fed back, put right, reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from petition_supervision.domain import inspection_errors as errors
from petition_supervision.domain import inspection_events as told
from petition_supervision.domain.inspection_terms import (
    Finding,
    FindingState,
    InspectionAct,
    InspectionPlan,
    RectificationCheck,
    ReportUp,
)
from workdays import local_day


@dataclass
class Inspection:
    """`reports_up`: what went to the Party committee and the government of the county."""

    inspection_no: str
    plan: InspectionPlan
    opened_by: str
    opened_at: datetime
    acts: list[InspectionAct] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    reports_up: list[ReportUp] = field(default_factory=list)
    is_open: bool = True
    report: str | None = None
    concluded_by: str | None = None
    concluded_at: datetime | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def open(
        cls, inspection_no: str, plan: InspectionPlan, unit_of: Mapping[str, str], opened_by: str, now: datetime
    ) -> Inspection:
        """部署. `unit_of`: the unit of each inspector.

        Days the wrong way round => InspectionDaysReversed. Over already => InspectionInHindsight. An inspector of an
        inspected unit => InspectorOfInspectedUnit.
        """
        if plan.last_day < plan.first_day:
            raise errors.InspectionDaysReversed("last_day", first_day=plan.first_day, last_day=plan.last_day)
        if plan.last_day < local_day(now):
            raise errors.InspectionInHindsight("last_day", today=local_day(now))
        for person in plan.inspectors:
            if unit_of[person] in plan.units:
                raise errors.InspectorOfInspectedUnit("inspectors", person=person, unit=unit_of[person])
        one = cls(inspection_no, plan, opened_by, now)
        one._record(
            told.InspectionOpened(
                plan.organiser,
                sorted(plan.units),
                len(plan.case_nos),
                len(plan.inspectors),
                plan.first_day,
                plan.last_day,
            )
        )
        return one

    @property
    def standing(self) -> list[Finding]:
        """The findings that were not put right yet."""
        return [one for one in self.findings if one.state is not FindingState.PUT_RIGHT]

    @property
    def important(self) -> int:
        return sum(one.important for one in self.findings)

    @property
    def important_reported(self) -> int:
        return sum(one.findings for one in self.reports_up)

    def inspect(self, act: InspectionAct, now: datetime) -> None:
        """督查: an act in one of the four forms, by an inspector of this inspection.

        Over => InspectionClosed. Somebody else => NotOfThisInspection. Another unit => UnitNotInspected. Before,
        after, or to come => InspectedOutsidePlan.
        """
        self._check_inspector(act.inspector)
        self._check_unit(act.unit)
        plan = self.plan
        if not plan.first_day <= act.done_on <= min(plan.last_day, local_day(now)):
            raise errors.InspectedOutsidePlan(
                "done_on", given=act.done_on, first_day=plan.first_day, last_day=plan.last_day
            )
        self.acts.append(act)
        self._record(told.InspectionActRecorded(act.form, act.unit, act.done_on))

    def feed_back(
        self, unit: str, problem: str, important: bool, due_on: date, inspector: str, now: datetime
    ) -> Finding:
        """反馈问题，限期整改.

        Over => InspectionClosed. Not an inspector of this one => NotOfThisInspection. Another unit =>
        UnitNotInspected. Nothing was looked at there => NothingInspectedThere. A day not ahead =>
        RectificationNotAhead.
        """
        self._check_inspector(inspector)
        self._check_unit(unit)
        if all(act.unit != unit for act in self.acts):
            raise errors.NothingInspectedThere("unit", unit=unit)
        _check_ahead(due_on, now)
        finding = Finding(len(self.findings) + 1, unit, problem, important, due_on, inspector, now)
        self.findings.append(finding)
        self._record(told.FindingFedBack(finding.number, unit, important, due_on))
        return finding

    def answer(self, number: int, unit: str, text: str, now: datetime) -> Finding:
        """整改情况答复, by the unit.

        Over => InspectionClosed. No such finding => FindingUnknown. Another unit's => FindingOfAnotherUnit. Answered
        already => FindingNotWaiting.
        """
        finding = self._finding(number)
        if finding.unit != unit:
            raise errors.FindingOfAnotherUnit("number", number=number, unit=finding.unit)
        if finding.state is not FindingState.RECTIFYING:
            raise errors.FindingNotWaiting("number", number=number)
        finding.state, finding.answer, finding.answered_at = FindingState.ANSWERED, text, now
        self._record(told.RectificationAnswered(number, unit, local_day(now) > finding.due_on))
        return finding

    def check(
        self, number: int, put_right: bool, evidence: str, new_due_on: date | None, inspector: str, now: datetime
    ) -> Finding:
        """核查整改: put right, or a new day.

        Over => InspectionClosed. Not an inspector of this one => NotOfThisInspection. No such finding =>
        FindingUnknown. No answer yet => RectificationNotAnswered. A day where none is due, or none where one is =>
        NewDayNeeded. A day not ahead => RectificationNotAhead.
        """
        self._check_inspector(inspector)
        finding = self._finding(number)
        if finding.state is not FindingState.ANSWERED:
            raise errors.RectificationNotAnswered("number", number=number)
        if put_right is (new_due_on is not None):
            raise errors.NewDayNeeded("new_due_on")
        if new_due_on is not None:
            _check_ahead(new_due_on, now, "new_due_on")
            finding.due_on = new_due_on
        finding.checks.append(RectificationCheck(put_right, evidence, inspector, now))
        finding.state = FindingState.PUT_RIGHT if put_right else FindingState.RECTIFYING
        self._record(told.RectificationChecked(number, finding.unit, put_right, finding.due_on))
        return finding

    def report_up(self, reported_on: date, document_no: str, reported_by: str, now: datetime) -> None:
        """重要问题向本级党委和政府报告.

        Over => InspectionClosed. Nothing important, or all of it reported => NothingImportantToReport. Before the
        inspection began or to come => ReportedInTheFuture.
        """
        self._check_open()
        new = self.important - self.important_reported
        if new == 0:
            raise errors.NothingImportantToReport("inspection_no")
        if not self.plan.first_day <= reported_on <= local_day(now):
            raise errors.ReportedInTheFuture("reported_on", given=reported_on)
        self.reports_up.append(ReportUp(reported_on, document_no, reported_by, new))
        self._record(told.InspectionReportedUp(reported_on, new))

    def conclude(self, report: str, concluded_by: str, now: datetime) -> None:
        """结束，形成督查报告.

        Over => InspectionClosed. A unit nobody looked at => NothingInspected. Something not put right =>
        FindingsStanding. Something important not reported => ImportantNotReported.
        """
        self._check_open()
        seen = {act.unit for act in self.acts}
        left = sorted(set(self.plan.units) - seen)
        if left:
            raise errors.NothingInspected("inspection_no", units="、".join(left))
        if self.standing:
            raise errors.FindingsStanding("inspection_no", count=len(self.standing))
        if self.important > self.important_reported:
            raise errors.ImportantNotReported("inspection_no")
        self.is_open, self.report, self.concluded_by, self.concluded_at = False, report, concluded_by, now
        self._record(
            told.InspectionConcluded(sorted(self.plan.units), len(self.acts), len(self.findings), self.important)
        )

    def _check_open(self) -> None:
        if not self.is_open:
            raise errors.InspectionClosed("inspection_no")

    def _check_inspector(self, person: str) -> None:
        self._check_open()
        if person not in self.plan.inspectors:
            raise errors.NotOfThisInspection("actor", person=person)

    def _check_unit(self, unit: str) -> None:
        if unit not in self.plan.units:
            raise errors.UnitNotInspected("unit", unit=unit)

    def _finding(self, number: int) -> Finding:
        self._check_open()
        for finding in self.findings:
            if finding.number == number:
                return finding
        raise errors.FindingUnknown("number", number=number)

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1


def _check_ahead(due_on: date, now: datetime, field_name: str = "due_on") -> None:
    if due_on <= local_day(now):
        raise errors.RectificationNotAhead(field_name, due_on=due_on, today=local_day(now))

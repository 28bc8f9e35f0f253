"""Use cases of the yearly appraisal and of the joint meeting's measures (《信访工作条例》第三十九条)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from petition_supervision.application.ports import Work
from petition_supervision.domain.appraisal_errors import AppraisalOnRecord, UnitNotAppraised
from petition_supervision.domain.appraisal_terms import Grade, ItemFigure
from petition_supervision.domain.errors import NotYourUnit, UnitUnknown
from petition_supervision.domain.measure import Imposing, Measure
from petition_supervision.domain.unit_tree import UnitTree
from petition_supervision.domain.yearly_appraisal import APPRAISED_KINDS, YearlyAppraisal, appraisal_number, due_on


def grade_yearly_appraisal(
    work: Work, unit: str, year: int, figures: Sequence[ItemFigure], grade: Grade, graded_by: str
) -> YearlyAppraisal:
    """评定; neither township nor department => UnitNotAppraised, a second time => AppraisalOnRecord."""
    if work.units.get().kind_of(unit) not in APPRAISED_KINDS:
        raise UnitNotAppraised("unit", unit=unit)
    if work.appraisals.get(appraisal_number(unit, year)) is not None:
        raise AppraisalOnRecord("year", unit=unit, year=year)
    rules = work.settings
    one = YearlyAppraisal.of(
        unit,
        year,
        rules.appraisal_items,
        figures,
        grade,
        graded_by,
        rules.appraisal_due_days,
        rules.appraisal_appeal_days,
        work.now,
    )
    work.appraisals.save(one)
    return one


def appeal_appraisal(work: Work, appraisal_no: str, unit: str, reason: str, appealed_by: str) -> YearlyAppraisal:
    """申诉 by the unit itself; another => NotYourUnit."""
    one = work.appraisals.require(appraisal_no)
    if unit != one.unit:
        raise NotYourUnit("appraisal_no", own=unit, unit=one.unit)
    one.appeal_against(reason, appealed_by, work.now)
    work.appraisals.save(one)
    return one


def decide_appraisal_appeal(
    work: Work, appraisal_no: str, upheld: bool, grade: Grade | None, decision: str, decided_by: str
) -> YearlyAppraisal:
    """申诉决定; refusals as in `YearlyAppraisal.decide_appeal`."""
    one = work.appraisals.require(appraisal_no)
    one.decide_appeal(upheld, grade, decision, decided_by, work.now)
    work.appraisals.save(one)
    return one


def publish_appraisal(work: Work, appraisal_no: str) -> YearlyAppraisal:
    """公布; refusals as in `YearlyAppraisal.publish`."""
    one = work.appraisals.require(appraisal_no)
    one.publish(work.now)
    work.appraisals.save(one)
    return one


def appraisal_gaps(units: UnitTree, appraised: Iterable[str], year: int, due_days: int, today: date) -> list[str]:
    """The units whose year was to be appraised by now and was not (K14); none before the day is over."""
    if today <= due_on(year, due_days):
        return []
    return sorted(set(units.of_kinds(*APPRAISED_KINDS)) - set(appraised))


def impose_measure(work: Work, what: Imposing, meeting_no: str, imposed_by: str) -> Measure:
    """采取措施; a unit that is not on the register => UnitUnknown, others as in `Measure.impose`."""
    if work.units.get().kind_of(what.unit) is None:
        raise UnitUnknown("unit", unit=what.unit)
    meeting = work.meetings.get(meeting_no)
    one = Measure.impose(work.measures.next_number(work.now), what, meeting_no, meeting, imposed_by, work.now)
    work.measures.save(one)
    return one


def answer_measure(work: Work, measure_no: str, unit: str, text: str) -> Measure:
    """书面答复; refusals as in `Measure.give_answer`."""
    one = work.measures.require(measure_no)
    one.give_answer(unit, text, work.now)
    work.measures.save(one)
    return one


def lift_measure(work: Work, measure_no: str, proof: str, lifted_by: str) -> Measure:
    """解除; refusals as in `Measure.lift`."""
    one = work.measures.require(measure_no)
    one.lift(proof, lifted_by, work.now)
    work.measures.save(one)
    return one

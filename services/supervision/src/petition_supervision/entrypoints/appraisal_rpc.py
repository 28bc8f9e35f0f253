"""Commands and queries of yearly appraisals and of the joint meeting's measures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import appraisal_views as kept
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.adapters.views import Reader
from petition_supervision.application import appraising
from petition_supervision.application.ports import Work
from petition_supervision.application.reading import unit_to_list
from petition_supervision.domain.appraisal_terms import AppraisalState, ItemFigure
from petition_supervision.domain.errors import NotYourUnit
from petition_supervision.domain.measure import Imposing, Measure
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.yearly_appraisal import YearlyAppraisal, due_on
from petition_supervision.entrypoints import appraisal_requests as requests
from workdays import local_day

Data = dict[str, Any]
LEADERS = frozenset({"county_leader"})
OFFICE = frozenset({"county_leader", "bureau_head"})
OF_THE_UNIT = frozenset({"unit_head", "township_leader"})


def grade_yearly_appraisal(work: Work, call: Call, data: Data) -> Data:
    data["figures"] = [ItemFigure(**one) for one in data.pop("items")]
    return _graded(appraising.grade_yearly_appraisal(work, graded_by=call.actor or "", **data))


def appeal_appraisal(work: Work, call: Call, data: Data) -> Data:
    return _graded(appraising.appeal_appraisal(work, unit=call.unit, appealed_by=call.actor or "", **data))


def decide_appraisal_appeal(work: Work, call: Call, data: Data) -> Data:
    return _graded(appraising.decide_appraisal_appeal(work, decided_by=call.actor or "", **data))


def publish_appraisal(work: Work, call: Call, data: Data) -> Data:
    return _graded(appraising.publish_appraisal(work, **data))


def impose_measure(work: Work, call: Call, data: Data) -> Data:
    meeting_no = data.pop("meeting_no")
    return _measured(appraising.impose_measure(work, Imposing(**data), meeting_no, call.actor or ""))


def answer_measure(work: Work, call: Call, data: Data) -> Data:
    return _measured(appraising.answer_measure(work, unit=call.unit, **data))


def lift_measure(work: Work, call: Call, data: Data) -> Data:
    return _measured(appraising.lift_measure(work, lifted_by=call.actor or "", **data))


def _graded(one: YearlyAppraisal) -> Data:
    return {
        "appraisal_no": one.appraisal_no,
        "version": one.version,
        "total": one.total,
        "grade": one.grade.value,
        "state": one.state.value,
        "appeal_until": one.appeal_until.isoformat(),
    }


def _measured(one: Measure) -> Data:
    return {"measure_no": one.measure_no, "version": one.version, "in_force": one.in_force}


def get_appraisal(reader: Reader, call: Call, data: Data) -> Data:
    """A unit reads its own at once, another's once it is published."""
    one = kept.find_appraisal(reader, data["appraisal_no"])
    visible = one.state is AppraisalState.PUBLISHED or one.unit == call.unit
    if not visible and not read_units(reader).sees_all(call.unit):
        raise NotYourUnit("appraisal_no", own=call.unit, unit=one.unit)
    return kept.show_appraisal(one)


def list_appraisals(reader: Reader, call: Call, data: Data) -> Data:
    unit = None if read_units(reader).sees_all(call.unit) else call.unit
    return kept.list_appraisals(reader, unit=unit, published_only=False, **data)


def list_measures(reader: Reader, call: Call, data: Data) -> Data:
    """A unit sees those against itself."""
    unit = unit_to_list(read_units(reader), call.unit, None)
    kind = data.pop("kind").value
    return kept.list_measures(reader, kind=kind, unit=unit, today=local_day(call.now), **data)


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("grade_yearly_appraisal", requests.GradeYearlyAppraisal, grade_yearly_appraisal, LEADERS),
    ("appeal_appraisal", requests.AppealAppraisal, appeal_appraisal, OF_THE_UNIT),
    ("decide_appraisal_appeal", requests.DecideAppraisalAppeal, decide_appraisal_appeal, LEADERS),
    ("publish_appraisal", requests.PublishAppraisal, publish_appraisal, OFFICE),
    ("impose_measure", requests.ImposeMeasure, impose_measure, OFFICE),
    ("answer_measure", requests.AnswerMeasure, answer_measure, OF_THE_UNIT),
    ("lift_measure", requests.LiftMeasure, lift_measure, OFFICE),
)

QUERIES: tuple[Query, ...] = (
    Query("get_appraisal", requests.GetAppraisal, get_appraisal, ANYONE),
    Query("list_appraisals", requests.ListAppraisals, list_appraisals, ANYONE),
    Query("list_measures", requests.ListMeasures, list_measures, ANYONE),
)


def queries_with(settings: SupervisionSettings) -> tuple[Query, ...]:
    """The query of what is missing, bound to the days a year's appraisal may take."""

    def list_appraisal_gaps(reader: Reader, call: Call, data: Data) -> Data:
        """K14; a unit sees whether its own year is missing."""
        units, days = read_units(reader), settings.appraisal_due_days
        appraised = kept.units_appraised(reader, data["year"])
        missing = appraising.appraisal_gaps(units, appraised, data["year"], days, local_day(call.now))
        own = unit_to_list(units, call.unit, None)
        rows = [unit for unit in missing if own in (None, unit) and unit > (data["cursor"] or "")]
        shown = rows[: data["limit"]]
        due = due_on(data["year"], days).isoformat()
        return {
            "items": [{"unit": unit, "year": data["year"], "due_on": due} for unit in shown],
            "next": shown[-1] if len(rows) > len(shown) else None,
        }

    return (Query("list_appraisal_gaps", requests.ListAppraisalGaps, list_appraisal_gaps, ANYONE),)

"""The command and queries of the three colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import Schema, fields, validate

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import mongo_grades as kept
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.application.grading import acknowledge_reminder as acknowledge
from petition_supervision.application.ports import Work
from petition_supervision.application.reading import unit_to_list
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.unit_grade import Count, colour_of, grade_number
from petition_supervision.entrypoints.questions import Paged

Data = dict[str, Any]
READERS_OF_REMINDERS = frozenset({"unit_head", "township_leader", "handler"})


def _quarter() -> fields.String:
    return fields.String(
        required=True,
        validate=validate.Regexp(r"^20[0-9]{2}-Q[1-4]$"),
        metadata={"zh": "季度，如 2026-Q1", "en": "a calendar quarter, such as 2026-Q1"},
    )


def _unit(required: bool) -> fields.String:
    told = {"zh": "单位代码；非信访局、县领导只能查本单位", "en": "unit code; other units see their own only"}
    if required:
        return fields.String(required=True, validate=validate.Length(min=1, max=60), metadata=told)
    return fields.String(load_default=None, allow_none=True, metadata=told)


class AcknowledgeReminder(Schema):
    """签收橙色提醒。The unit has read the reminder that comes with orange."""

    quarter = _quarter()


class GetUnitGrade(Paged):
    """一个单位一个季度的颜色、依据、历次认定和所计信访件。A unit's colour, why, and the filings behind it."""

    unit = _unit(required=True)
    quarter = _quarter()


class ListUnitGrades(Paged):
    """一个季度各单位的颜色，按单位排列，不按件数排名。The colours of a quarter by unit, not ranked by counts."""

    quarter = _quarter()
    unit = _unit(required=False)


def acknowledge_reminder(work: Work, call: Call, data: Data) -> Data:
    grade = acknowledge(work, call.unit, data["quarter"], call.actor or "")
    return {"unit": grade.unit, "quarter": grade.quarter, "version": grade.version}


def queries_with(settings: SupervisionSettings) -> tuple[Query, ...]:
    """The queries, bound to the reading in force: before the quarter's end its colour so far is shown."""

    def get_unit_grade(reader: kept.Reader, call: Call, data: Data) -> Data:
        unit = unit_to_list(read_units(reader), call.unit, data["unit"]) or data["unit"]
        quarter = data["quarter"]
        graded = kept.find_grade(reader, grade_number(unit, quarter))
        if graded is not None:
            shown = kept.show_grade(graded)
        else:
            count, _ = kept.count_quarter(reader, quarter, unit).get(unit, (Count(), []))
            colour = colour_of(count, settings.grade_reading)
            so_far = {"colour": colour, **vars(count), "reading": settings.grade_reading, "final": False}
            shown = {"unit": unit, "quarter": quarter, **so_far, "acknowledged_by": None, "history": []}
        case_nos = None if graded is None else graded.latest.case_nos
        behind = kept.list_counted(reader, unit, quarter, case_nos, data["limit"], data["cursor"])
        return {**shown, "quality": kept.quality(reader, unit, quarter), **behind}

    def list_unit_grades(reader: kept.Reader, call: Call, data: Data) -> Data:
        unit = unit_to_list(read_units(reader), call.unit, data.pop("unit"))
        return kept.list_grades(reader, unit=unit, **data)

    return (
        Query("get_unit_grade", GetUnitGrade, get_unit_grade, ANYONE),
        Query("list_unit_grades", ListUnitGrades, list_unit_grades, ANYONE),
    )


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("acknowledge_reminder", AcknowledgeReminder, acknowledge_reminder, READERS_OF_REMINDERS),
)

"""Commands and queries of the staff record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chassis.service import Call, Query
from petition_supervision.adapters import staff_views as kept
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.adapters.views import Reader
from petition_supervision.application import staffing
from petition_supervision.application.ports import Work
from petition_supervision.domain.staff import JointOffice
from petition_supervision.entrypoints import staff_requests as requests

Data = dict[str, Any]
HEADS = frozenset({"bureau_head", "county_leader"})


def record_staff_move(work: Work, call: Call, data: Data) -> Data:
    one = staffing.record_staff_move(work, recorded_by=call.actor or "", **data)
    return {"move_no": one.move_no, "version": one.version}


def record_honour(work: Work, call: Call, data: Data) -> Data:
    one = staffing.record_honour(work, recorded_by=call.actor or "", **data)
    return {"honour_no": one.honour_no, "version": one.version}


def record_office_head(work: Work, call: Call, data: Data) -> Data:
    return _office(staffing.record_office_head(work, **data))


def end_office_head(work: Work, call: Call, data: Data) -> Data:
    return _office(staffing.end_office_head(work, **data))


def _office(one: JointOffice) -> Data:
    return {"office": one.office, "version": one.version, "headed": one.headed}


def get_staff_figures(reader: Reader, call: Call, data: Data) -> Data:
    return kept.staff_figures(reader, **data)


def list_staff_moves(reader: Reader, call: Call, data: Data) -> Data:
    return kept.list_staff_moves(reader, **data)


def list_honours(reader: Reader, call: Call, data: Data) -> Data:
    return kept.list_honours(reader, **data)


def list_office_vacancies(reader: Reader, call: Call, data: Data) -> Data:
    return kept.vacant_offices(reader, read_units(reader), **data)


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("record_staff_move", requests.RecordStaffMove, record_staff_move, HEADS),
    ("record_honour", requests.RecordHonour, record_honour, HEADS),
    ("record_office_head", requests.RecordOfficeHead, record_office_head, HEADS),
    ("end_office_head", requests.EndOfficeHead, end_office_head, HEADS),
)

QUERIES: tuple[Query, ...] = (
    Query("get_staff_figures", requests.GetStaffFigures, get_staff_figures, HEADS),
    Query("list_staff_moves", requests.ListStaffMoves, list_staff_moves, HEADS),
    Query("list_honours", requests.ListHonours, list_honours, HEADS),
    Query("list_office_vacancies", requests.ListOfficeVacancies, list_office_vacancies, HEADS),
)

"""The queries about papers: those of a case, of a supervision item, of a meeting, and each as a file to print."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import inspection_views, ladder_views, paper_files, views
from petition_supervision.adapters.mongo_proposals import find_proposal, proposals_of_case
from petition_supervision.adapters.mongo_rhythm import find_meeting
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.adapters.mongo_urgent import find_urgent_matter
from petition_supervision.adapters.mongo_urgings import find_urging, urgings_of_case
from petition_supervision.application.reading import (
    check_case,
    check_item,
    check_meeting,
    check_proposal,
    check_urgent_matter,
    check_urging,
)
from petition_supervision.domain.errors import NotYourUnit, OneSubjectWanted
from petition_supervision.domain.printed_inspection import inspection_in_print
from petition_supervision.domain.printed_papers import (
    PrintedPaper,
    follow_up_records,
    minutes_of,
    papers_of_item,
)
from petition_supervision.domain.printed_proposal import proposal_in_print
from petition_supervision.domain.printed_urgent import urgent_report_in_print
from petition_supervision.domain.printed_urging import papers_of_urging
from petition_supervision.domain.unit_tree import UnitTree
from petition_supervision.entrypoints.questions import Paged

Data = dict[str, Any]
SUBJECTS = ("case_no", "supervision_no", "meeting_no", "proposal_no", "urging_no", "urgent_no", "inspection_no")


def _number(zh: str, en: str) -> fields.String:
    return fields.String(
        load_default=None, allow_none=True, validate=validate.Length(1, 100), metadata={"zh": zh, "en": en}
    )


class OfOneSubject(Schema):
    """What the papers are about: one of the five is named."""

    case_no = _number("信访件编号", "number of the case")
    supervision_no = _number("督查编号", "number of the supervision item")
    meeting_no = _number("会议编号", "number of the meeting")
    proposal_no = _number("建议编号", "number of the proposal")
    urging_no = _number("催办编号", "number of the notice that urges a unit")
    urgent_no = _number("重大紧急事项编号", "number of the urgent matter")
    inspection_no = _number("专项督查编号", "number of the inspection")


class ListPapers(OfOneSubject, Paged):
    """文书清单：一件信访事项、一项督查、一次会议、建议、催办、重大紧急事项或专项督查的。Papers of one subject."""


class GetPaper(OfOneSubject):
    """打印文书：公文格式的 Word 文件。One paper as a Word file in the official layout."""

    paper_no = fields.String(
        required=True,
        validate=validate.Length(1, 200),
        metadata={"zh": "文书序号，见 list_papers", "en": "number of the paper, as list_papers gives it"},
    )


def list_papers(reader: views.Reader, call: Call, data: Data) -> Data:
    return paper_files.page_of(_papers(reader, call, data), data["limit"], data["cursor"])


def get_paper(reader: views.Reader, call: Call, data: Data) -> Data:
    return paper_files.file_of(_papers(reader, call, data), data["paper_no"])


def _papers(reader: views.Reader, call: Call, data: Data) -> list[PrintedPaper]:
    """The papers of the one subject that was named, for those who may read it; none or several => OneSubjectWanted."""
    units = read_units(reader)
    match [(name, data[name]) for name in SUBJECTS if data[name] is not None]:
        case [("case_no", str(number))]:
            return _of_case(reader, call, units, number)
        case [("supervision_no", str(number))]:
            item = ladder_views.find_item(reader, number)
            check_item(units, call.unit, (item.unit, item.owner_unit))
            return papers_of_item(item, units)
        case [("meeting_no", str(number))]:
            meeting = find_meeting(reader, number)
            check_meeting(units, call.unit, meeting)
            return [minutes_of(meeting, units)]
        case [("proposal_no", str(number))]:
            proposal = find_proposal(reader, number)
            check_proposal(units, call.unit, proposal)
            return [proposal_in_print(proposal, units)]
        case [("urging_no", str(number))]:
            urging = find_urging(reader, number)
            check_urging(units, call.unit, urging)
            return papers_of_urging(urging, units)
        case [("urgent_no", str(number))]:
            matter = find_urgent_matter(reader, number)
            check_urgent_matter(units, call.unit, matter)
            return [urgent_report_in_print(matter, units)]
        case [("inspection_no", str(number))]:
            inspection = inspection_views.find_inspection(reader, number)
            if not units.sees_all(call.unit) and call.actor not in inspection.plan.inspectors:
                raise NotYourUnit("inspection_no", own=call.unit, unit=units.bureau)
            return inspection_in_print(inspection, units)
    raise OneSubjectWanted("case_no")


def _of_case(reader: views.Reader, call: Call, units: UnitTree, case_no: str) -> list[PrintedPaper]:
    """Follow-up records, and the papers of those items and proposals about the case that the reader may read."""
    case = views.find_case(reader, case_no)
    check_case(units, call.unit, case.units_concerned)
    sees_all = units.sees_all(call.unit)
    items = [
        item
        for item in paper_files.items_of_case(reader, case_no)
        if sees_all or call.unit in (item.unit, item.owner_unit)
    ]
    of_items = [paper for item in items for paper in papers_of_item(item, units)]
    proposals = [
        proposal_in_print(proposal, units)
        for proposal in proposals_of_case(reader, case_no)
        if sees_all or call.unit in (proposal.addressee, proposal.unit)
    ]
    of_urgings = [
        paper
        for urging in urgings_of_case(reader, case_no)
        if sees_all or call.unit in (urging.unit, urging.copied_to)
        for paper in papers_of_urging(urging, units)
    ]
    return of_items + of_urgings + proposals + follow_up_records(case_no, case.follow_ups, units, with_reasons=sees_all)


QUERIES: tuple[Query, ...] = (
    Query("list_papers", ListPapers, list_papers, ANYONE),
    Query("get_paper", GetPaper, get_paper, ANYONE),
)

"""The queries about papers: a list of those of a case, and one of them as a file to print."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields
from pymongo.database import Database

from chassis.service import Call, Query
from petition_assignment.adapters.paper_files import get_paper, list_papers
from petition_assignment.entrypoints.commands import CODE, says
from petition_assignment.entrypoints.officers import officer_of
from petition_assignment.entrypoints.queries import STAFF, Paged


class ListPapers(Paged):
    """The papers (文书) of a case, for whoever may read the case."""

    case_no = fields.String(required=True, validate=CODE, metadata=says("信访件编号", "case number"))


class GetPaper(Schema):
    """One paper as a Word file to print: name, media type, content in base64, and its SHA-256."""

    case_no = fields.String(required=True, validate=CODE, metadata=says("信访件编号", "case number"))
    paper_no = fields.String(
        required=True, validate=CODE, metadata=says("文书序号", "number of the paper, as list_papers gives it")
    )


def list_the_papers(reader: Database[dict[str, Any]], call: Call, data: dict[str, Any]) -> dict[str, Any]:
    return list_papers(reader, data["case_no"], officer_of(call), data["limit"], data["cursor"])


def get_the_paper(reader: Database[dict[str, Any]], call: Call, data: dict[str, Any]) -> dict[str, Any]:
    return get_paper(reader, data["case_no"], data["paper_no"], officer_of(call))


PAPER_QUERIES = (
    Query("list_papers", ListPapers, list_the_papers, STAFF),
    Query("get_paper", GetPaper, get_the_paper, STAFF),
)

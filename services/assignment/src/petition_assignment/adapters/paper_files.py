"""The papers of a case for those who may see it: a list, and each as a Word file made when it is asked for."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

from pymongo.database import Database

from chassis.documents import document_converter
from chassis.event import format_instant
from chassis.pages import page
from chassis.refusal import Refusal
from official_paper import MEDIA_TYPE, SUFFIX, Document, Part, Receipt, render
from petition_assignment.adapters.mongo_cases import CASES, PAPERS
from petition_assignment.adapters.mongo_register import register_in_force
from petition_assignment.domain.case import Case
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.paper_printing import PrintedPaper, printed, title_of
from petition_assignment.domain.papers import Paper
from petition_assignment.domain.visibility import check_may_read

Reader = Database[dict[str, Any]]

_CASE = document_converter(Case)
_PAPER = document_converter(Paper)


def paper_no(identifier: str) -> str:
    """The number of a paper on its case, from its id in the store."""
    return identifier.rpartition("/")[2]


def list_papers(reader: Reader, case_no: str, officer: Officer, limit: int, cursor: str | None) -> dict[str, Any]:
    """The papers of the case in the order they were written.

    Unknown case => NOT_FOUND; a unit it does not concern => NOT_YOUR_CASE.
    """
    _check(reader, case_no, officer)
    found = page(reader[PAPERS], {"case_no": case_no}, sort=[("_id", 1)], limit=limit, cursor=cursor)
    return {"items": [_row(document) for document in found["items"]], "next": found["next"]}


def get_paper(reader: Reader, case_no: str, number: str, officer: Officer) -> dict[str, Any]:
    """One paper as a file: its name, media type, content in base64, and the hash of the content.

    The same paper is the same byte for byte each time, as long as the units and people on it keep their names.
    """
    _check(reader, case_no, officer)
    document = reader[PAPERS].find_one({"_id": f"{case_no}/{number}", "case_no": case_no})
    if document is None:
        raise Refusal.of("NOT_FOUND", "paper_no", id=number)
    paper = _paper(document)
    content = render(_described(printed(paper, case_no, register_in_force(reader))))
    return {
        **_row(document),
        "file_name": f"{case_no}-{number}-{title_of(paper)}{SUFFIX}",
        "media_type": MEDIA_TYPE,
        "content": base64.b64encode(content).decode("ascii"),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _check(reader: Reader, case_no: str, officer: Officer) -> None:
    document = reader[CASES].find_one({"_id": case_no})
    if document is None:
        raise Refusal.of("NOT_FOUND", "case_no", id=case_no)
    case: Case = _CASE.structure(document, Case)
    check_may_read(case, officer)


def _paper(document: Mapping[str, Any]) -> Paper:
    paper: Paper = _PAPER.structure(document, Paper)
    return paper


def _row(document: Mapping[str, Any]) -> dict[str, Any]:
    paper = _paper(document)
    return {
        "paper_no": paper_no(document["_id"]),
        "kind": paper.kind.value,
        "kind_zh": title_of(paper),
        "number": paper.number,
        "unit": paper.unit,
        "at": format_instant(paper.at),
        "round": paper.round,
    }


def _described(paper: PrintedPaper) -> Document:
    return Document(
        title=paper.title,
        number=paper.number,
        addressee=paper.addressee,
        parts=tuple(Part(text, heading) for heading, text in paper.parts),
        remedy=paper.remedy,
        unit=paper.unit,
        day=paper.day,
        receipt=Receipt(paper.slip, paper.slip_title) if paper.slip else None,
    )

"""The papers of supervision as Word files, made from what is on record when they are asked for."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from typing import Any

from chassis.documents import document_converter
from chassis.refusal import Refusal
from official_paper import MEDIA_TYPE, SUFFIX, Document, Part, Receipt, render
from petition_supervision.adapters.collections import ITEMS
from petition_supervision.adapters.views import Page, Reader
from petition_supervision.domain.ladder import ItemState
from petition_supervision.domain.printed_papers import PrintedPaper
from petition_supervision.domain.supervision_item import SupervisionItem

MOST_ITEMS_OF_A_CASE = 200
_ITEM = document_converter(SupervisionItem)


def items_of_case(reader: Reader, case_no: str) -> list[SupervisionItem]:
    """Every item about this case, the oldest first."""
    wanted = {"state": {"$in": [state.value for state in ItemState]}, "case_no": case_no}
    found = reader[ITEMS].find(wanted, sort=[("opened_at", 1), ("_id", 1)], limit=MOST_ITEMS_OF_A_CASE)
    return [_ITEM.structure(document, SupervisionItem) for document in found]


def page_of(papers: Sequence[PrintedPaper], limit: int, cursor: str | None) -> Page:
    """One page, in the order of the papers; the cursor is the number of the last paper shown."""
    numbers = [paper.paper_no for paper in papers]
    if cursor is not None and cursor not in numbers:
        raise Refusal.of("BAD_VALUE", "cursor", reason="not a cursor of this list")
    begin = 0 if cursor is None else numbers.index(cursor) + 1
    end = begin + limit
    return {
        "items": [_row(paper) for paper in papers[begin:end]],
        "next": numbers[end - 1] if end < len(numbers) else None,
    }


def file_of(papers: Sequence[PrintedPaper], paper_no: str) -> dict[str, Any]:
    """The paper with this number as a file: name, media type, content in base64, hash. None => NOT_FOUND."""
    paper = next((one for one in papers if one.paper_no == paper_no), None)
    if paper is None:
        raise Refusal.of("NOT_FOUND", "paper_no", id=paper_no)
    content = render(_described(paper))
    subject, _, kind = paper.paper_no.partition("/")
    return {
        **_row(paper),
        "file_name": f"{subject.replace(':', '-')}-{kind}-{paper.title}{SUFFIX}",
        "media_type": MEDIA_TYPE,
        "content": base64.b64encode(content).decode("ascii"),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _row(paper: PrintedPaper) -> dict[str, Any]:
    return {
        "paper_no": paper.paper_no,
        "kind": paper.kind.value,
        "kind_zh": paper.title,
        "number": paper.number,
        "unit_name": paper.unit,
        "on": paper.day.isoformat(),
    }


def _described(paper: PrintedPaper) -> Document:
    return Document(
        title=paper.title,
        number=paper.number,
        addressee=paper.addressee,
        parts=tuple(Part(text, heading) for heading, text in paper.parts),
        unit=paper.unit,
        day=paper.day,
        receipt=Receipt(tuple((line, "") for line in paper.signed_by), "签名") if paper.signed_by else None,
    )

"""Proposals in MongoDB, and what the queries ask of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from chassis.documents import document_converter, to_wire
from chassis.pages import page
from chassis.refusal import Refusal
from chassis.repository import Repository
from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import ITEM_NUMBERS, PROPOSALS
from petition_supervision.adapters.views import Page, Reader
from petition_supervision.domain.proposal import Proposal
from workdays import local_day

MOST_OF_A_CASE = 200
_CONVERTER = document_converter(Proposal)


class MongoProposals:
    """`call`: whose expected version is checked."""

    def __init__(self, uow: UnitOfWork, call: Call | None = None) -> None:
        self._uow = uow
        self._call = call
        self._kept = Repository(uow, PROPOSALS, Proposal, key="proposal_no", wire=("proposal_no", "version"))

    def next_number(self, now: datetime) -> str:
        series = f"JY{local_day(now).year}"
        kept = self._uow.get(ITEM_NUMBERS, series)
        number = (kept["version"] if kept else 0) + 1
        self._uow.put(ITEM_NUMBERS, {"_id": series, "version": number})
        return f"{series}-{number:04}"

    def require(self, proposal_no: str) -> Proposal:
        return self._kept.require(proposal_no, self._call)

    def save(self, proposal: Proposal) -> None:
        self._kept.save(proposal)


def find_proposal(reader: Reader, proposal_no: str) -> Proposal:
    """The proposal, or NOT_FOUND."""
    document = reader[PROPOSALS].find_one({"_id": proposal_no})
    if document is None:
        raise Refusal.of("NOT_FOUND", "proposal_no", id=proposal_no)
    return _proposal(document)


def proposals_of_case(reader: Reader, case_no: str) -> list[Proposal]:
    found = reader[PROPOSALS].find({"case_no": case_no}, sort=[("_id", 1)], limit=MOST_OF_A_CASE)
    return [_proposal(document) for document in found]


def show_proposal(proposal: Proposal, now: datetime) -> dict[str, Any]:
    """One proposal in full, and whether its answer is late."""
    shown = to_wire(proposal)
    shown.pop("pending", None)
    return {**shown, "late": proposal.is_late(now)}


def list_proposals(
    reader: Reader, answered: bool, addressee: str | None, now: datetime, limit: int, cursor: str | None
) -> Page:
    """Proposals by the day on which their answer is due; `addressee`: those to this unit."""
    wanted: dict[str, Any] = {"answered": answered}
    if addressee is not None:
        wanted["addressee"] = addressee
    sort = [("feedback_due_on", 1), ("_id", 1)]
    found = page(reader[PROPOSALS], wanted, sort=sort, limit=limit, cursor=cursor)
    rows = [show_proposal(_proposal(document), now) for document in found["items"]]
    for row in rows:
        row.pop("text")
    return {"items": rows, "next": found["next"]}


def _proposal(document: Mapping[str, Any]) -> Proposal:
    proposal: Proposal = _CONVERTER.structure(document, Proposal)
    return proposal

"""Cases, petitions, papers and late facts in MongoDB, within one unit of work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from chassis.documents import document_converter
from chassis.refusal import Refusal
from chassis.repository import Repository
from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_assignment.domain.case import Case
from petition_assignment.domain.papers import Paper
from petition_assignment.domain.petition import Petition

CASES = "cases"
PETITIONS = "petitions"
PAPERS = "papers"
LATE_FACTS = "late_facts"

BEGINNING = datetime(2000, 1, 1, tzinfo=UTC)

_PETITION = document_converter(Petition)
_PAPER = document_converter(Paper)


def right_due(now: datetime) -> dict[str, Any]:
    """Cases with a running right that is over. The lower bound lets the partial index answer."""
    return {"lapses_at": {"$gt": BEGINNING, "$lte": now}}


def reckoned_otherwise(calendar_version: str) -> dict[str, Any]:
    """Cases with a running clock that rests on another calendar."""
    older = {"reckoned_with": {"$gt": "", "$lt": calendar_version}}
    return {"$or": [older, {"reckoned_with": {"$gt": calendar_version}}]}


def answered_for_by(units: Sequence[str]) -> dict[str, Any]:
    """Open cases these units answer for, or have a part of."""
    own, part = ({"open": True, field: {"$in": list(units)}} for field in ("answerable", "part_holders"))
    return {"$or": [own, part]}


def to_petition(document: Mapping[str, Any]) -> Petition:
    petition: Petition = _PETITION.structure(document, Petition)
    return petition


class MongoCases:
    """`Cases` over the chassis's repository; `call` brings the version its caller expects."""

    def __init__(self, uow: UnitOfWork, call: Call | None) -> None:
        self._uow = uow
        self._call = call
        self._cases: Repository[Case] = Repository(uow, CASES, Case, "case_no", ("case_no", "case_version"))

    def require(self, case_no: str) -> Case:
        return self._cases.require(case_no, self._call)

    def save(self, case: Case) -> None:
        self._cases.save(case)

    def with_a_right_due(self, now: datetime, limit: int) -> list[Case]:
        return self._found(right_due(now), limit)

    def of_units(self, units: Sequence[str], limit: int) -> list[Case]:
        return self._found(answered_for_by(units), limit)

    def reckoned_otherwise(self, calendar_version: str, limit: int) -> list[Case]:
        return self._found(reckoned_otherwise(calendar_version), limit)

    def _found(self, filter: Mapping[str, Any], limit: int) -> list[Case]:
        documents = self._uow.find(CASES, filter, limit=limit)
        return [self._cases.require(document["_id"]) for document in documents]


class MongoPetitions:
    """`Petitions` over the collection of that name."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def require(self, case_no: str) -> Petition:
        document = self._uow.get(PETITIONS, case_no)
        if document is None:
            raise Refusal.of("NOT_FOUND", "case_no", id=case_no)
        return to_petition(document)

    def save(self, petition: Petition) -> None:
        document = _PETITION.unstructure(petition)
        self._uow.put(PETITIONS, {"_id": petition.case_no, **document})


class MongoPapers:
    """`Papers`, append only; a paper's id is its case and its number on it: the version of the case it belongs to,
    and its place among several papers of one step."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow
        self._filed: dict[str, int] = {}

    def file(self, case: Case, paper: Paper) -> None:
        identifier = f"{case.case_no}/{case.version:06d}"
        place = self._filed[identifier] = self._filed.get(identifier, 0) + 1
        if place > 1:
            identifier = f"{identifier}-{place}"
        self._uow.insert(PAPERS, {"_id": identifier, "case_no": case.case_no, **_PAPER.unstructure(paper)})


class MongoLateFacts:
    """`LateFacts`, append only."""

    def __init__(self, uow: UnitOfWork) -> None:
        self._uow = uow

    def note(self, case_no: str, fact: str, state: str, at: datetime) -> None:
        self._uow.insert(LATE_FACTS, {"case_no": case_no, "fact": fact, "state": str(state), "at": at})

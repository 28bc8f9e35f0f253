"""One case as an officer sees it: where it stands, its clocks with their legal basis, its papers, what can be done."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pymongo.database import Database

from chassis.documents import document_converter, to_wire
from chassis.event import format_instant
from petition_assignment.adapters.mongo_cases import CASES, LATE_FACTS, PAPERS, PETITIONS, to_petition
from petition_assignment.adapters.mongo_register import register_in_force
from petition_assignment.adapters.review_lists import shown
from petition_assignment.domain.acceptance import TRACKS
from petition_assignment.domain.agenda import NO_LIMIT
from petition_assignment.domain.case import Case
from petition_assignment.domain.case_record import CaseRecord
from petition_assignment.domain.clocks import Clock
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.papers import PAPER_ZH, PaperKind
from petition_assignment.domain.possible import possible_commands
from petition_assignment.domain.possible_beside import possible_beside
from petition_assignment.domain.register import Register
from petition_assignment.domain.regulation import REGULATION_ZH, regulation_of
from petition_assignment.domain.states import STATE_ZH
from petition_assignment.domain.visibility import check_may_read
from petition_assignment.domain.vocabulary import FirstOrRepeat, Purpose

_CASE = document_converter(Case)

FACTS = (
    "routing",
    "acceptance",
    "declination",
    "responsibility",
    "extension",
    "opinion",
    "delivery",
    "completion",
    "final",
    "suggestion_answer",
)
"""Parts of a case that are shown as they are kept."""

KEPT_BESIDE = (
    "parts",
    "participants",
    "decision_reports",
    "disputes",
    "recusals",
    "referrals",
    "performances",
    "executions",
    "returns",
)
"""What other units and persons have to do with the case."""


def standing(case: CaseRecord) -> dict[str, Any]:
    """Where a case stands: the answer to every command."""
    return {
        "case_no": case.case_no,
        "case_version": case.version,
        "state": case.state.value,
        "state_zh": STATE_ZH[case.state],
        "round": case.round,
        "unit": case.unit,
        "holder": case.holder,
        "due_at": None if case.due_at == NO_LIMIT else format_instant(case.due_at),
    }


def read_case(
    database: Database[dict[str, Any]], case_no: str, officer: Officer, now: datetime
) -> dict[str, Any] | None:
    """The case for this officer, or None; a unit it does not concern is refused."""
    document = database[CASES].find_one({"_id": case_no})
    if document is None:
        return None
    case: Case = _CASE.structure(document, Case)
    check_may_read(case, officer)
    petition = database[PETITIONS].find_one({"_id": case_no})
    assert petition is not None, "a case is opened together with its petition"
    register = register_in_force(database)
    purpose = Purpose(petition["purpose"])
    decided = petition["first_or_repeat"]
    return {
        **standing(case),
        "received_at": format_instant(case.received_at),
        "regulation": regulation_of(case.received_at).value,
        "regulation_zh": REGULATION_ZH[regulation_of(case.received_at)],
        "closed_at": case.closed_at and format_instant(case.closed_at),
        "router": case.router,
        "sender": case.sender,
        "bounce_count": case.bounce_count,
        "signed_by": case.signed_by,
        "signed_at": case.signed_at and format_instant(case.signed_at),
        **{fact: to_wire(getattr(case, fact)) for fact in FACTS},
        "agreements": [to_wire(signed) for signed in case.agreements],
        "reviews": [shown(review) for review in case.reviews],
        "track_zh": TRACKS[case.acceptance.track][0] if case.acceptance else None,
        "petition": to_wire(to_petition(petition)),
        "handlers": _handlers(case, register),
        "clocks": [_clock(clock, now) for clock in case.clocks],
        "can_do": possible_commands(case, decided and FirstOrRepeat(decided), officer, now, purpose),
        "can_do_beside": possible_beside(case, officer, register, purpose, now, decided is not None),
        **{kept: [to_wire(one) for one in getattr(case, kept)] for kept in KEPT_BESIDE},
        "papers": _papers(database, case_no),
        "late_facts": _late_facts(database, case_no),
    }


def _handlers(case: Case, register: Register) -> list[dict[str, Any]]:
    """亮身份、亮职责、亮承诺: the officers who answer for the case, with name and post, and the promised date."""
    chosen = case.responsibility
    if chosen is None:
        return []
    shown = []
    for duty, person_id in (("lead_leader", chosen.lead_leader), ("person", chosen.person)):
        person = register.person_or_none(person_id)
        name, post = (person.name, person.post) if person else (None, None)
        shown.append(
            {
                "duty": duty,
                "person_id": person_id,
                "name": name,
                "post": post,
                "promised_on": chosen.due_on.isoformat(),
            }
        )
    return shown


def _clock(clock: Clock, now: datetime) -> dict[str, Any]:
    limit = clock.limit
    return {
        **to_wire(clock),
        "due_on": clock.last_day.isoformat(),
        "nature": limit.nature.value,
        "article": limit.article,
        "zh": limit.zh,
        "en": limit.en,
        "running": clock.runs,
        "late": clock.is_late(now) if clock.runs else not clock.met,
    }


def _papers(database: Database[dict[str, Any]], case_no: str) -> list[dict[str, Any]]:
    found = database[PAPERS].find({"case_no": case_no}, sort=[("_id", 1)])
    return [
        {
            "paper_no": paper["_id"].rpartition("/")[2],
            "kind": paper["kind"],
            "kind_zh": PAPER_ZH[PaperKind(paper["kind"])],
            "number": paper["number"],
            "unit": paper["unit"],
            "by": paper["by"],
            "at": format_instant(paper["at"]),
            "round": paper["round"],
            "text": paper["text"],
        }
        for paper in found
    ]


def _late_facts(database: Database[dict[str, Any]], case_no: str) -> list[dict[str, Any]]:
    found = database[LATE_FACTS].find({"case_no": case_no}, sort=[("at", 1)])
    return [{"fact": fact["fact"], "state": fact["state"], "at": format_instant(fact["at"])} for fact in found]

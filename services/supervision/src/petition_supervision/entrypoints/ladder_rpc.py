"""The commands and queries of the supervision ledger: who may ask, and which use case answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import ladder_views, views
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.application import supervising
from petition_supervision.application.ports import Work
from petition_supervision.application.reading import check_item, unit_to_list
from petition_supervision.domain.supervision_item import SupervisionItem
from petition_supervision.entrypoints import ladder_commands, ladder_questions
from petition_supervision.entrypoints.acting import by_officer

Data = dict[str, Any]
SUPERVISORS = frozenset({"dispatcher", "bureau_head", "county_leader"})
SIGNERS = frozenset({"bureau_head", "county_leader"})
UNIT_OFFICERS = frozenset({"unit_head", "township_leader", "signer", "handler"})


def _show(item: SupervisionItem) -> Data:
    return {
        "supervision_no": item.supervision_no,
        "version": item.version,
        "state": item.state.value,
        "step": item.step.value if item.step else None,
        "due_on": item.due_on.isoformat() if item.due_on else None,
        "feedback_due_on": item.signature.feedback_due_on.isoformat() if item.signature else None,
    }


def get_supervision(reader: views.Reader, call: Call, data: Data) -> Data:
    item = ladder_views.find_item(reader, data["supervision_no"])
    check_item(read_units(reader), call.unit, (item.unit, item.owner_unit))
    return ladder_views.show_item(item, call.now)


def list_supervisions(reader: views.Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data.pop("unit"))
    return ladder_views.list_items(reader, unit=unit, now=call.now, **data)


def list_suggested_supervisions(reader: views.Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data.pop("unit"))
    return ladder_views.list_suggested(reader, unit=unit, **data)


def list_unanswered_proposals(reader: views.Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data.pop("unit"))
    return ladder_views.list_unanswered(reader, unit=unit, now=call.now, **data)


def get_supervision_totals(reader: views.Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data["unit"])
    return ladder_views.show_totals(reader, unit or call.unit, data["year"])


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = tuple(
    (name, schema, by_officer(use_case, _show), roles)
    for name, schema, use_case, roles in (
        ("open_supervision", ladder_commands.OpenSupervision, supervising.open_supervision, SUPERVISORS),
        ("reply_to_supervision", ladder_commands.ReplyToSupervision, supervising.reply_to_supervision, UNIT_OFFICERS),
        ("check_supervision", ladder_commands.CheckSupervision, supervising.check_supervision, SUPERVISORS),
        (
            "sign_accountability_proposal",
            ladder_commands.SignAccountabilityProposal,
            supervising.sign_accountability_proposal,
            SIGNERS,
        ),
        (
            "record_proposal_feedback",
            ladder_commands.RecordProposalFeedback,
            supervising.record_proposal_feedback,
            SUPERVISORS,
        ),
        ("clear_supervision", ladder_commands.ClearSupervision, supervising.clear_supervision, SUPERVISORS),
    )
)

QUERIES: tuple[Query, ...] = (
    Query("get_supervision", ladder_questions.GetSupervision, get_supervision, ANYONE),
    Query("list_supervisions", ladder_questions.ListSupervisions, list_supervisions, ANYONE),
    Query(
        "list_suggested_supervisions",
        ladder_questions.ListSuggestedSupervisions,
        list_suggested_supervisions,
        ANYONE,
    ),
    Query(
        "list_unanswered_proposals", ladder_questions.ListUnansweredProposals, list_unanswered_proposals, SUPERVISORS
    ),
    Query("get_supervision_totals", ladder_questions.GetSupervisionTotals, get_supervision_totals, ANYONE),
)

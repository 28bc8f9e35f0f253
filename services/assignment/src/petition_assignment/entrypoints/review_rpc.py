"""The table of commands on reviews: request, domain command, use case, who may; and the reviewer's list."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields
from pymongo.database import Database

from chassis.service import Call, Query
from petition_assignment.adapters.mongo_register import register_in_force
from petition_assignment.adapters.review_lists import list_reviews
from petition_assignment.application import reviewing
from petition_assignment.domain import review_commands as asked
from petition_assignment.domain.commands import Command as Asked
from petition_assignment.domain.review_duties import REOPENING_ROLES, REVIEW_DUTIES
from petition_assignment.domain.visibility import unit_to_list
from petition_assignment.entrypoints import review_requests as requests
from petition_assignment.entrypoints.commands import CODE, says
from petition_assignment.entrypoints.officers import officer_of
from petition_assignment.entrypoints.queries import STAFF, Paged
from petition_assignment.entrypoints.rpc import UseCase, command_of

TABLE: tuple[tuple[type[Schema], type[Asked], UseCase], ...] = (
    (requests.AcceptReview, asked.AcceptReview, reviewing.accept_review),
    (requests.DeclineReview, asked.DeclineReview, reviewing.decline_review),
    (requests.OpenHearing, asked.OpenHearing, reviewing.open_hearing),
    (requests.CloseHearing, asked.CloseHearing, reviewing.close_hearing),
    (requests.DecideReview, asked.DecideReview, reviewing.decide_review),
    (requests.DeliverReview, asked.DeliverReview, reviewing.deliver_review),
)

REVIEW_COMMANDS = (
    *(command_of(schema, make, act, REVIEW_DUTIES[make.name].roles) for schema, make, act in TABLE),
    command_of(
        requests.ReopenOnNewFacts, asked.ReopenOnNewFacts, reviewing.reopen_on_new_facts, REOPENING_ROLES
    ),
)


class ListReviews(Paged):
    """Reviews and re-reviews that wait for their next step, the first due first; overseers see all units'."""

    unit = fields.String(load_default=None, allow_none=True, validate=CODE, metadata=says("单位代码", "unit code"))


def list_the_reviews(reader: Database[dict[str, Any]], call: Call, data: dict[str, Any]) -> dict[str, Any]:
    register = register_in_force(reader)
    unit = unit_to_list(data["unit"], officer_of(call), register.bureau)
    if unit is not None:
        register.unit(unit)
    return list_reviews(reader, unit, call.now, data["limit"], data["cursor"])


REVIEW_QUERIES = (Query("list_reviews", ListReviews, list_the_reviews, STAFF),)

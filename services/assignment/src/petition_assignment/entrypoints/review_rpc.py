"""The commands on reviews, who may give them, and the reviewer's list."""

from __future__ import annotations

from typing import Any

from marshmallow import fields
from pymongo.database import Database

from chassis.service import ANYONE, Call, Query
from petition_assignment.adapters.mongo_register import register_in_force
from petition_assignment.adapters.published_opinions import list_published
from petition_assignment.adapters.review_lists import list_reviews
from petition_assignment.application import reviewing
from petition_assignment.domain.review_duties import REOPENING_ROLES, REVIEW_DUTIES
from petition_assignment.domain.visibility import unit_to_list
from petition_assignment.entrypoints import review_requests as requests
from petition_assignment.entrypoints.commands import CODE, says
from petition_assignment.entrypoints.officers import officer_of
from petition_assignment.entrypoints.queries import STAFF, Paged
from petition_assignment.entrypoints.rpc import command_of

REVIEW_COMMANDS = tuple(
    command_of(
        kind,
        getattr(requests, kind.__name__),
        reviewing.carry_out,
        REVIEW_DUTIES[kind.name].roles if kind.name in REVIEW_DUTIES else REOPENING_ROLES,
    )
    for kind in reviewing.STEPS
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


class ListPublishedOpinions(Paged):
    """复核意见公示: opinions of re-reviews that are public, the newest first, for anybody (第三十六条第二款)."""


def list_the_published(reader: Database[dict[str, Any]], _call: Call, data: dict[str, Any]) -> dict[str, Any]:
    return list_published(reader, data["limit"], data["cursor"])


REVIEW_QUERIES = (
    Query("list_reviews", ListReviews, list_the_reviews, STAFF),
    Query("list_published_opinions", ListPublishedOpinions, list_the_published, ANYONE),
)

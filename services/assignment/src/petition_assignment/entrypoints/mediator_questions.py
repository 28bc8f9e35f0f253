"""The query about the list of mediators (调解员名录), for officers who look for somebody to mediate a matter."""

from __future__ import annotations

from typing import Any

from marshmallow import fields
from pymongo.database import Database

from chassis.service import Call, Query
from petition_assignment.adapters.mongo_register import register_in_force
from petition_assignment.adapters.row_pages import page_of_rows
from petition_assignment.domain.errors import CategoryUnknown, PlaceUnknown
from petition_assignment.domain.mediators import MEDIATOR_KIND_ZH, Mediator, MediatorKind, suited
from petition_assignment.domain.register import Register
from petition_assignment.entrypoints.commands import CODE, says
from petition_assignment.entrypoints.queries import STAFF, Paged
from workdays import local_day


class ListMediators(Paged):
    """调解员名录: who may be asked to mediate today; with a case's category and township, who suits it best first."""

    kind = fields.Enum(
        MediatorKind,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata=says("调解员类别", "kind of mediator"),
    )
    township = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata=says("乡镇代码；含全县的调解员", "code of a township; those of the whole county are shown too"),
    )
    category = fields.String(
        load_default=None,
        allow_none=True,
        validate=CODE,
        metadata=says("内容分类代码；含不限类别的调解员", "category code; those for any matter are shown too"),
    )


def list_mediators(reader: Database[dict[str, Any]], call: Call, data: dict[str, Any]) -> dict[str, Any]:
    """Who is on the list today. Unknown township => PLACE_UNKNOWN; unknown category => CATEGORY_UNKNOWN."""
    register = register_in_force(reader)
    township, category = data["township"], data["category"]
    if township is not None and all(known.code != township for known in register.townships):
        raise PlaceUnknown("township", place=township)
    if category is not None and all(known.code != category for known in register.categories):
        raise CategoryUnknown("category", category=category)
    found = suited(register.mediators, local_day(call.now), data["kind"], township, category)
    rows = [_mediator(register, one) for one in found]
    return page_of_rows(rows, "mediator_id", data["limit"], data["cursor"])


def _mediator(register: Register, one: Mediator) -> dict[str, Any]:
    return {
        "mediator_id": one.mediator_id,
        "name": one.name,
        "kind": one.kind.value,
        "kind_zh": MEDIATOR_KIND_ZH[one.kind],
        "township_code": one.township_code,
        "unit": one.unit,
        "unit_name": register.unit(one.unit).name,
        "categories": list(one.categories),
        "listed_on": one.listed_on.isoformat(),
        "delisted_on": one.delisted_on.isoformat() if one.delisted_on else None,
    }


MEDIATOR_QUERIES = (Query("list_mediators", ListMediators, list_mediators, STAFF),)
"""Names of mediators are for named officers alone; nothing of them goes on the bus but ids."""

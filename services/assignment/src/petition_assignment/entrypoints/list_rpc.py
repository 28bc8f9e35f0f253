"""Lists beside the daily ones, and the lists officers save and share."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate
from pymongo.database import Database

from chassis.service import Call, Command, Query
from chassis.unit_of_work import UnitOfWork
from petition_assignment.adapters import saved_lists
from petition_assignment.adapters.case_lists import VIEWS
from petition_assignment.adapters.mongo_register import register_in_force
from petition_assignment.adapters.standing_lists import list_mine, list_orphans
from petition_assignment.domain.errors import SomeoneElsesCase
from petition_assignment.domain.saved_list import SavedList
from petition_assignment.domain.visibility import sees_every_unit
from petition_assignment.entrypoints.commands import CODE, says
from petition_assignment.entrypoints.officers import officer_of
from petition_assignment.entrypoints.queries import STAFF, Paged

KEEPERS = STAFF - {"auditor"}
"""An auditor looks at everything and changes nothing, not even a list of his own."""

Reader = Database[dict[str, Any]]
Answer = dict[str, Any]


def _name() -> fields.String:
    return fields.String(required=True, validate=validate.Length(1, 60), metadata=says("清单名称", "name of the list"))


class SaveList(Schema):
    """存清单: keep the question of a daily list under a name of one's own; the same name again replaces it."""

    name = _name()
    view = fields.String(required=True, validate=validate.OneOf(list(VIEWS)), metadata=says("列表名称", "which list"))
    unit = fields.String(load_default=None, allow_none=True, validate=CODE, metadata=says("单位代码", "unit code"))
    days = fields.Integer(
        load_default=3,
        strict=True,
        validate=validate.Range(0, 366),
        metadata=says("due_within 的天数", "for due_within: how many days ahead"),
    )


class ShareList(Schema):
    """共享清单: show one's saved list to one's unit, or no longer. Whoever asks it sees what they may see."""

    name = _name()
    shared = fields.Boolean(
        required=True, truthy={True}, falsy={False}, metadata=says("是否共享", "whether the unit sees it")
    )


class ListSaved(Paged):
    """One's own saved lists, and those shared in one's unit, by name."""


class ListMine(Paged):
    """Open cases for which the asking officer is set responsible, the first due first."""


class ListOrphans(Paged):
    """Open cases without owner, next step or date. Always empty: 事事有人管，件件有着落. For overseers."""


def save_list(uow: UnitOfWork, call: Call, data: dict[str, Any]) -> Answer:
    wanted = SavedList(str(call.actor), call.unit, data["name"], data["view"], data["unit"], data["days"])
    return saved_lists.told(saved_lists.save(uow, wanted))


def share_list(uow: UnitOfWork, call: Call, data: dict[str, Any]) -> Answer:
    return saved_lists.told(saved_lists.share(uow, str(call.actor), data["name"], data["shared"]))


def list_saved(reader: Reader, call: Call, data: dict[str, Any]) -> Answer:
    return saved_lists.list_saved(reader, str(call.actor), call.unit, data["limit"], data["cursor"])


def list_mine_of(reader: Reader, call: Call, data: dict[str, Any]) -> Answer:
    return list_mine(reader, str(call.actor), call.now, data["limit"], data["cursor"])


def list_the_orphans(reader: Reader, call: Call, data: dict[str, Any]) -> Answer:
    if not sees_every_unit(officer_of(call), register_in_force(reader).bureau):
        raise SomeoneElsesCase(unit=call.unit)
    return list_orphans(reader, call.now, data["limit"], data["cursor"])


LIST_COMMANDS = (
    Command("save_list", SaveList, save_list, KEEPERS),
    Command("share_list", ShareList, share_list, KEEPERS),
)
LIST_QUERIES = (
    Query("list_mine", ListMine, list_mine_of, STAFF),
    Query("list_orphans", ListOrphans, list_the_orphans, STAFF),
    Query("list_saved", ListSaved, list_saved, STAFF),
)

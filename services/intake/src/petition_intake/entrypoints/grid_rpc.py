"""Commands and queries of the small grids' log: request, use case, who may ask."""

from __future__ import annotations

from typing import Any

from pymongo.database import Database

from chassis.documents import to_wire
from chassis.service import Call, Command, Query
from chassis.unit_of_work import UnitOfWork
from petition_intake.adapters.mongo_disputes import MongoDisputes
from petition_intake.adapters.mongo_files import files_of
from petition_intake.adapters.mongo_grid import MongoGridLog, MongoGridLogPages
from petition_intake.adapters.mongo_grid_posts import MongoGridPostPages, MongoGridPosts
from petition_intake.adapters.office import Premises
from petition_intake.application import grid_posts, grid_work
from petition_intake.domain.register import Place
from petition_intake.entrypoints import grid_requests as requests
from petition_intake.entrypoints.asking import officer_of
from petition_intake.entrypoints.dispute_rpc import FINDERS, LOOKERS

Data = dict[str, Any]


def commands(premises: Premises) -> tuple[Command, ...]:
    """The commands, working at these premises."""

    def record_grid_item(uow: UnitOfWork, call: Call, data: Data) -> Data:
        noted = grid_work.Noted(**{**data, "place": Place(**data["place"])})
        officer, registers = officer_of(call), premises.office.registers
        item = grid_work.record_grid_item(
            MongoGridLog(uow), MongoDisputes(uow), files_of(uow), registers, officer, noted, call.now
        )
        (wardens,) = grid_posts.wardens_of(MongoGridPosts(uow), [item.place])
        return {"item_no": item.item_no, "version": item.version, "wardens": wardens}

    def finish_grid_item(uow: UnitOfWork, call: Call, data: Data) -> Data:
        registers = premises.office.registers
        item = grid_work.finish_grid_item(MongoGridLog(uow), registers, officer_of(call), **data, now=call.now)
        return {"item_no": item.item_no, "version": item.version}

    return (
        Command("record_grid_item", requests.RecordGridItem, record_grid_item, FINDERS),
        Command("finish_grid_item", requests.FinishGridItem, finish_grid_item, FINDERS),
    )


def queries(premises: Premises) -> tuple[Query, ...]:
    """The queries, answered at these premises."""

    def list_grid_items(reader: Database[Data], call: Call, data: Data) -> Data:
        asked = {**data, "place": Place(**data["place"])}
        log, posts, registers = MongoGridLogPages(reader), MongoGridPostPages(reader), premises.office.registers
        return to_wire(grid_work.list_grid_items(log, posts, registers, officer_of(call), **asked, now=call.now))

    def list_grid_posts(reader: Database[Data], call: Call, data: Data) -> Data:
        return grid_posts.list_grid_posts(
            MongoGridPostPages(reader), premises.office.registers, officer_of(call), **data
        )

    def count_grid_posts(reader: Database[Data], call: Call, data: Data) -> Data:
        return grid_posts.count_grid_posts(
            MongoGridPostPages(reader), premises.office.registers, officer_of(call), **data
        )

    return (
        Query("list_grid_items", requests.ListGridItems, list_grid_items, LOOKERS),
        Query("list_grid_posts", requests.ListGridPosts, list_grid_posts, LOOKERS),
        Query("count_grid_posts", requests.CountGridPosts, count_grid_posts, LOOKERS),
    )

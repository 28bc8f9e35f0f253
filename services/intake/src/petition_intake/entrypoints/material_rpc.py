"""Commands and queries about materials: request, use case. Who may is decided by the use case: officers and petitioner
come through the same door, which for the petitioner is the query code.
"""

from __future__ import annotations

import base64
from typing import Any

from pymongo.database import Database

from chassis.documents import to_wire
from chassis.service import ANYONE, Call, Command, Query
from chassis.unit_of_work import UnitOfWork
from petition_intake.adapters.mongo_accesses import MongoLooks
from petition_intake.adapters.mongo_files import Reader, Source, files_of
from petition_intake.adapters.mongo_materials import MongoMaterialPages, shelves_of
from petition_intake.adapters.office import Premises
from petition_intake.application import keeping_materials, reading_materials
from petition_intake.application.material_access import Asking, Room
from petition_intake.domain.material import PART_BYTES, Declared
from petition_intake.entrypoints import material_requests as requests
from petition_intake.entrypoints.asking import officer_of

Data = dict[str, Any]


def _standing(standing: keeping_materials.Standing) -> Data:
    return {**vars(standing), "part_bytes": PART_BYTES, "complete": not standing.missing}


def _asking(call: Call, data: Data) -> Asking:
    return Asking(officer_of(call), data.pop("query_code"), call.now)


def commands(premises: Premises) -> tuple[Command, ...]:
    """The commands, working at these premises."""

    def begin_material(uow: UnitOfWork, call: Call, data: Data) -> Data:
        room, declared = _room(premises, uow), dict(data)
        asking, case_no = _asking(call, declared), declared.pop("case_no")
        kind = declared.pop("material_kind")
        return _standing(keeping_materials.begin_material(room, asking, case_no, Declared(kind, **declared)))

    def add_material_part(uow: UnitOfWork, call: Call, data: Data) -> Data:
        given = dict(data)
        asking = _asking(call, given)
        return _standing(keeping_materials.add_material_part(_room(premises, uow), asking, **given))

    return (
        Command("begin_material", requests.BeginMaterial, begin_material, ANYONE),
        Command("add_material_part", requests.AddMaterialPart, add_material_part, ANYONE),
    )


def queries(premises: Premises) -> tuple[Query, ...]:
    """The queries, answered at these premises."""

    def list_materials(reader: Database[Data], call: Call, data: Data) -> Data:
        asking = _asking(call, data)
        room, pages = _room(premises, Reader(reader)), MongoMaterialPages(reader)
        return to_wire(reading_materials.list_materials(room, pages, asking, **data))

    def get_material_part(reader: Database[Data], call: Call, data: Data) -> Data:
        asking = _asking(call, data)
        room, looks = _room(premises, Reader(reader)), MongoLooks(reader)
        parts, content = reading_materials.read_part(room, looks, asking, **data)
        return {**data, "parts": parts, "content": base64.b64encode(content).decode()}

    return (
        Query("list_materials", requests.ListMaterials, list_materials, ANYONE),
        Query("get_material_part", requests.GetMaterialPart, get_material_part, ANYONE),
    )


def _room(premises: Premises, source: Source) -> Room:
    return Room(files_of(source), shelves_of(source), premises.office)

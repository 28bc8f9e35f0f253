"""Materials in MongoDB: parts are documents of the unit of work, sealed like every text (decision 0027).

What belongs to an accusation lies in collections of its own, of which nothing is ever told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pymongo import IndexModel
from pymongo.database import Database

from chassis.documents import document_converter
from chassis.pages import page
from chassis.repository import Repository
from chassis.unit_of_work import UnitOfWork, Units
from petition_intake.adapters.mongo_files import Source, writable
from petition_intake.application.keeping_materials import remove_if_left
from petition_intake.application.material_shelves import Shelves
from petition_intake.domain.material import Material, Upload
from petition_intake.domain.material_folder import Folder

AT_ONCE = 20


@dataclass(frozen=True)
class Rack:
    """The names of one shelf's collections, and whether anything is told of them."""

    folders: str
    uploads: str
    parts: str
    materials: str
    tells: bool


OF_PETITIONS = Rack("material_folders", "material_uploads", "material_parts", "materials", tells=True)
OF_ACCUSATIONS = Rack(
    "accusation_material_folders",
    "accusation_material_uploads",
    "accusation_material_parts",
    "accusation_materials",
    tells=False,
)
RACKS = (OF_PETITIONS, OF_ACCUSATIONS)

_CONVERTER = document_converter(Material)
_BY_NUMBER = [("_id", 1)]
_EARLIEST = [("remove_after", 1), ("_id", 1)]

MATERIAL_INDEXES: dict[str, list[IndexModel]] = {
    name: indexes
    for rack in RACKS
    for name, indexes in {
        rack.folders: [],
        rack.uploads: [IndexModel(_EARLIEST, name="left")],
        rack.parts: [],
        rack.materials: [],
    }.items()
}
"""Folders, parts and materials are found by their numbers alone."""


class MongoShelf:
    """One shelf; keeping a material of a petition tells of it, in the same transaction."""

    def __init__(self, source: Source, rack: Rack) -> None:
        self._source, self._rack = source, rack

    def folder(self, case_no: str) -> Folder:
        document = self._source.get(self._rack.folders, case_no)
        return Folder(case_no) if document is None else _CONVERTER.structure(document, Folder)

    def save_folder(self, folder: Folder) -> None:
        self._put(self._rack.folders, folder.case_no, _CONVERTER.unstructure(folder))

    def upload(self, material_no: str) -> Upload | None:
        document = self._source.get(self._rack.uploads, material_no)
        return None if document is None else _CONVERTER.structure(document, Upload)

    def save_upload(self, upload: Upload) -> None:
        self._put(self._rack.uploads, upload.material_no, _CONVERTER.unstructure(upload))

    def drop_upload(self, material_no: str) -> None:
        writable(self._source).delete(self._rack.uploads, material_no)

    def part(self, material_no: str, part: int) -> bytes:
        document = self._source.get(self._rack.parts, _part(material_no, part))
        assert document is not None, "a part that came is kept as long as its material"
        return bytes(document["content"])

    def put_part(self, material_no: str, part: int, content: bytes) -> None:
        number = _part(material_no, part)
        before = self._source.get(self._rack.parts, number)
        version = 1 if before is None else before["version"] + 1
        self._put(self._rack.parts, number, {"version": version, "content": content})

    def drop_part(self, material_no: str, part: int) -> None:
        writable(self._source).delete(self._rack.parts, _part(material_no, part))

    def material(self, material_no: str) -> Material | None:
        document = self._source.get(self._rack.materials, material_no)
        return None if document is None else _CONVERTER.structure(document, Material)

    def keep(self, material: Material) -> None:
        if self._rack.tells:
            wire = ("material_no", "version")
            Repository(writable(self._source), self._rack.materials, Material, "material_no", wire).save(material)
        else:
            self._put(self._rack.materials, material.material_no, _CONVERTER.unstructure(material))

    def _put(self, collection: str, number: str, document: dict[str, Any]) -> None:
        writable(self._source).put(collection, {"_id": number, **document})


def shelves_of(source: Source) -> Shelves:
    """Both shelves as one unit of work, or a query, sees them."""
    return Shelves(petitions=MongoShelf(source, OF_PETITIONS), accusations=MongoShelf(source, OF_ACCUSATIONS))


class MongoMaterialPages:
    """Lists of materials on the service's own database."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._database = database

    def page(
        self, of_accusation: bool, numbers: Sequence[str], limit: int, cursor: str | None
    ) -> tuple[list[Material], str | None]:
        rack = OF_ACCUSATIONS if of_accusation else OF_PETITIONS
        found = page(self._database[rack.materials], {"_id": {"$in": list(numbers)}}, _BY_NUMBER, limit, cursor)
        return [_CONVERTER.structure(row, Material) for row in found["items"]], found["next"]


def remove_left_uploads(units: Units, now: datetime) -> int:
    """Remove every upload that was left; how many. Any number of workers may: each is a transaction of its own."""
    return sum(units.run(_Removal(rack, number, now)) for rack in RACKS for number in _left(units.database, rack, now))


def uploads_left(reader: Database[dict[str, Any]], now: datetime) -> int:
    """How many uploads wait to be removed at `now`."""
    return sum(reader[rack.uploads].count_documents(_due(now)) for rack in RACKS)


def _left(database: Database[dict[str, Any]], rack: Rack, now: datetime) -> list[str]:
    found = database[rack.uploads].find(_due(now), {"_id": 1}, sort=_EARLIEST, limit=AT_ONCE)
    return [row["_id"] for row in found]


def _due(now: datetime) -> dict[str, Any]:
    return {"remove_after": {"$lte": now}}


class _Removal:
    """Removing one upload, unless a part came meanwhile."""

    def __init__(self, rack: Rack, material_no: str, now: datetime) -> None:
        self._rack, self._material_no, self._now = rack, material_no, now

    def __call__(self, uow: UnitOfWork) -> int:
        return remove_if_left(MongoShelf(uow, self._rack), self._material_no, self._now)


def _part(material_no: str, part: int) -> str:
    return f"{material_no}/{part}"

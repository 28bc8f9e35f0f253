"""Shelves in memory, as the real store keeps them, and a folder's room for tests."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from intake_builders import NOW
from intake_fakes import World

from petition_intake.application import keeping_materials, reading_materials
from petition_intake.application.keeping_materials import Standing
from petition_intake.application.material_access import Asking, Room
from petition_intake.application.material_shelves import Looks, MaterialPages, Shelf, Shelves
from petition_intake.domain.material import PART_BYTES, Declared, Material, Upload
from petition_intake.domain.material_folder import Folder
from petition_intake.domain.material_words import MaterialKind, MediaType
from petition_intake.domain.officer import Officer

CONTENT = b"%PDF-1.7\n" + b"x" * (2 * PART_BYTES)
"""Three parts, the last of nine bytes."""


def parts_of(content: bytes) -> list[bytes]:
    return [content[start : start + PART_BYTES] for start in range(0, len(content), PART_BYTES)]


def declared(content: bytes = CONTENT, **changes: Any) -> Declared:
    given: dict[str, Any] = {
        "kind": MaterialKind.LETTER_SCAN,
        "file_name": "测试人甲来信.pdf",
        "media_type": MediaType.PDF,
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    return Declared(**{**given, **changes})


class FakeShelf(Shelf):
    def __init__(self, tells: bool) -> None:
        self.tells = tells
        self.folders: dict[str, Folder] = {}
        self.uploads: dict[str, Upload] = {}
        self.parts: dict[tuple[str, int], bytes] = {}
        self.materials: dict[str, Material] = {}
        self.told: list[object] = []

    def folder(self, case_no: str) -> Folder:
        return copy.deepcopy(self.folders.get(case_no)) or Folder(case_no)

    def save_folder(self, folder: Folder) -> None:
        self.folders[folder.case_no] = copy.deepcopy(folder)

    def upload(self, material_no: str) -> Upload | None:
        return copy.deepcopy(self.uploads.get(material_no))

    def save_upload(self, upload: Upload) -> None:
        self.uploads[upload.material_no] = copy.deepcopy(upload)

    def drop_upload(self, material_no: str) -> None:
        del self.uploads[material_no]

    def part(self, material_no: str, part: int) -> bytes:
        return self.parts[material_no, part]

    def put_part(self, material_no: str, part: int, content: bytes) -> None:
        self.parts[material_no, part] = content

    def drop_part(self, material_no: str, part: int) -> None:
        del self.parts[material_no, part]

    def material(self, material_no: str) -> Material | None:
        return copy.deepcopy(self.materials.get(material_no))

    def keep(self, material: Material) -> None:
        if self.tells:
            self.told += material.pending
        material.pending = []
        self.materials[material.material_no] = copy.deepcopy(material)


class FakeMaterialPages(MaterialPages):
    def __init__(self, petitions: FakeShelf, accusations: FakeShelf) -> None:
        self._shelves = {False: petitions, True: accusations}

    def page(
        self, of_accusation: bool, numbers: Sequence[str], limit: int, cursor: str | None
    ) -> tuple[list[Material], str | None]:
        wanted = [number for number in sorted(numbers) if number > (cursor or "")]
        shown = [self._shelves[of_accusation].materials[number] for number in wanted[:limit]]
        return shown, wanted[limit - 1] if len(wanted) > limit else None


class FakeLooks(Looks):
    def __init__(self) -> None:
        self.at: dict[tuple[str, str], datetime] = {}

    def noted(self, case_no: str, person: str, since: datetime) -> bool:
        noted = self.at.get((case_no, person))
        return noted is not None and noted >= since


class MaterialWorld(World):
    """A world with shelves; what is done to materials is done at `at`, by an officer or with a query code."""

    def __init__(self) -> None:
        super().__init__()
        self.shelf, self.restricted, self.looks = FakeShelf(tells=True), FakeShelf(tells=False), FakeLooks()
        self.room = Room(self.files, Shelves(self.shelf, self.restricted), self.office)

    def begin(
        self, case_no: str, officer: Officer, what: Declared | None = None, code: str | None = None, at: datetime = NOW
    ) -> Standing:
        return keeping_materials.begin_material(self.room, Asking(officer, code, at), case_no, what or declared())

    def send(
        self,
        material_no: str,
        part: int,
        officer: Officer,
        code: str | None = None,
        content: bytes | None = None,
        at: datetime = NOW,
    ) -> Standing:
        sent = parts_of(CONTENT)[part - 1] if content is None else content
        return keeping_materials.add_material_part(self.room, Asking(officer, code, at), material_no, part, sent)

    def add(self, case_no: str, officer: Officer, code: str | None = None, what: Declared | None = None) -> str:
        """A complete material; its number."""
        begun = self.begin(case_no, officer, what, code)
        for part in begun.missing:
            self.send(begun.material_no, part, officer, code)
        return begun.material_no

    def listed(
        self, case_no: str, officer: Officer, code: str | None = None, at: datetime = NOW
    ) -> list[dict[str, Any]]:
        pages = FakeMaterialPages(self.shelf, self.restricted)
        asking = Asking(officer, code, at)
        found: list[dict[str, Any]] = reading_materials.list_materials(self.room, pages, asking, case_no, 50, None)[
            "items"
        ]
        return found

    def read(
        self, material_no: str, part: int, officer: Officer, code: str | None = None, at: datetime = NOW
    ) -> tuple[int, bytes]:
        return reading_materials.read_part(self.room, self.looks, Asking(officer, code, at), material_no, part)

"""Where materials lie: petitions' on one shelf, accusations' on another, which tells nobody of anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from petition_intake.domain.material import Material, Upload
from petition_intake.domain.material_folder import Folder


class Shelf(Protocol):
    """Folders, uploads, parts and materials, written together or not at all."""

    def folder(self, case_no: str) -> Folder:
        """The folder of a petition, an empty one when nothing was ever put in."""
        ...

    def save_folder(self, folder: Folder) -> None: ...

    def upload(self, material_no: str) -> Upload | None: ...

    def save_upload(self, upload: Upload) -> None: ...

    def drop_upload(self, material_no: str) -> None:
        """Forget the upload; its parts stay."""
        ...

    def part(self, material_no: str, part: int) -> bytes:
        """A part that came."""
        ...

    def put_part(self, material_no: str, part: int, content: bytes) -> None:
        """Keep a part, instead of what came before under its number."""
        ...

    def drop_part(self, material_no: str, part: int) -> None: ...

    def material(self, material_no: str) -> Material | None: ...

    def keep(self, material: Material) -> None:
        """Keep a complete material, and tell what happened where this shelf tells anything."""
        ...


@dataclass(frozen=True)
class Shelves:
    """Both shelves. Accusations' stand in the restricted store (第三十条)."""

    petitions: Shelf
    accusations: Shelf


class MaterialPages(Protocol):
    """Reading many materials, outside any command."""

    def page(
        self, of_accusation: bool, numbers: Sequence[str], limit: int, cursor: str | None
    ) -> tuple[list[Material], str | None]:
        """One page of the materials with these numbers, in the order of the numbers."""
        ...


class Looks(Protocol):
    """The looks at petitioners' particulars that were noted."""

    def noted(self, case_no: str, person: str, since: datetime) -> bool: ...

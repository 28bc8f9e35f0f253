"""Seeing which materials a petition has, and reading them part by part."""

from __future__ import annotations

from typing import Any

from petition_intake.application.material_access import Access, Asking, Room, open_to_see
from petition_intake.application.material_shelves import Looks, MaterialPages
from petition_intake.application.veiling import veil_over
from petition_intake.domain.material import LOOK_HOLDS, PART_BYTES, Material, case_of
from petition_intake.domain.material_errors import LookNotNoted, MaterialUnknown
from petition_intake.domain.material_words import MATERIAL_KIND_WORDING


def list_materials(
    room: Room, pages: MaterialPages, asking: Asking, case_no: str, limit: int, cursor: str | None
) -> dict[str, Any]:
    """A page of complete materials, in the order of their numbers; to the petitioner the petitioner's own.

    Officers see file names masked, as they see every text of a petition. Refusals as in `open_to_see`.
    """
    access = open_to_see(room, asking, case_no)
    numbers = [entry.material_no for entry in access.shelf.folder(case_no).kept if access.shows(entry)]
    found, following = pages.page(access.of_accusation, numbers, limit, cursor)
    rows = [_row(material) for material in found]
    if not access.by_petitioner and not access.of_accusation:
        veil = veil_over(room.files, case_no)
        rows = [{**row, "file_name": veil(row["file_name"])} for row in rows]
    return {"items": rows, "next": following}


def read_part(room: Room, looks: Looks, asking: Asking, material_no: str, part: int) -> tuple[int, bytes]:
    """How many parts the material has, and one of them.

    Refusals as in `open_to_see`. None, or one that is not shown => MaterialUnknown. No such part => NoSuchPart. An
    officer who noted no look at the petitioner within the hour => LookNotNoted: an original cannot be masked.
    """
    case_no = case_of(material_no)
    access = open_to_see(room, asking, case_no)
    material = access.shelf.material(material_no)
    if material is None or not access.shows(material):
        raise MaterialUnknown("material_no", material_no=material_no)
    _check_look(looks, access, asking, case_no)
    material.declared.part_size(part)
    return material.declared.parts, access.shelf.part(material_no, part)


def _check_look(looks: Looks, access: Access, asking: Asking, case_no: str) -> None:
    if access.by_petitioner or access.of_accusation:
        return
    if not looks.noted(case_no, asking.officer.name, asking.now - LOOK_HOLDS):
        raise LookNotNoted("material_no", minutes=int(LOOK_HOLDS.total_seconds() // 60))


def _row(material: Material) -> dict[str, Any]:
    declared = material.declared
    return {
        "material_no": material.material_no,
        "kind": MATERIAL_KIND_WORDING[declared.kind].to_wire(declared.kind.value),
        "file_name": declared.file_name,
        "media_type": declared.media_type.value,
        "size": declared.size,
        "sha256": declared.sha256,
        "parts": declared.parts,
        "part_bytes": PART_BYTES,
        "by_petitioner": material.by_petitioner,
        "added_by": material.added_by,
        "added_at": material.added_at,
    }

"""Materials come in, part by part, and what was left unfinished is removed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_intake.application.material_access import Access, Asking, Room, open_to_add
from petition_intake.application.material_shelves import Shelf
from petition_intake.domain.material import Declared, Material, Upload, case_of
from petition_intake.domain.material_errors import FollowUpOfficersOnly, MaterialIsComplete, MaterialUnknown


@dataclass(frozen=True)
class Standing:
    """How far a material has come; none missing means that it is complete."""

    material_no: str
    parts: int
    missing: list[int]


def begin_material(room: Room, asking: Asking, case_no: str, declared: Declared) -> Standing:
    """Declare a file. The same file declared again by the same side goes on where it stands.

    Refusals: as in `open_to_add` and `Folder.enter`. Follow-up material by somebody else => FollowUpOfficersOnly.
    """
    access = open_to_add(room, asking, case_no)
    if not access.may_keep(declared.kind):
        raise FollowUpOfficersOnly("material_kind")
    shelf, folder = access.shelf, access.shelf.folder(case_no)
    entry = folder.entry_of(declared, access.by_petitioner)
    if entry is not None:
        return _standing(entry.material_no, declared, shelf.upload(entry.material_no))
    number = folder.enter(declared, access.by_petitioner, room.office.material_limits)
    upload = Upload.begin(number, declared, access.by_petitioner, asking.now)
    shelf.save_folder(folder)
    shelf.save_upload(upload)
    return _standing(number, declared, upload)


def add_material_part(room: Room, asking: Asking, material_no: str, part: int, content: bytes) -> Standing:
    """A part, once or again; with the last missing one the material is complete.

    Refusals: as in `open_to_add`, `Upload.receive` and `Upload.check_content`. No such material, or the other side's
    => MaterialUnknown. Complete, and the part was another => MaterialIsComplete.
    """
    access = open_to_add(room, asking, case_of(material_no))
    shelf, upload = access.shelf, access.shelf.upload(material_no)
    if upload is None:
        return _sent_again(access, material_no, part, content)
    if not access.takes_parts_of(upload):
        raise MaterialUnknown("material_no", material_no=material_no)
    upload.receive(part, content, asking.now)
    if upload.missing:
        shelf.save_upload(upload)
    else:
        upload.check_content(content if one == part else shelf.part(material_no, one) for one in upload.received)
        _complete(shelf, upload, asking)
    shelf.put_part(material_no, part, content)
    return _standing(material_no, upload.declared, upload)


def remove_if_left(shelf: Shelf, material_no: str, now: datetime) -> int:
    """Remove an upload to which nothing came for `LEFT_FOR`; 1 if it was removed."""
    upload = shelf.upload(material_no)
    if upload is None or not upload.is_left(now):
        return 0
    folder = shelf.folder(upload.case_no)
    folder.remove(material_no)
    shelf.save_folder(folder)
    for part in upload.received:
        shelf.drop_part(material_no, part)
    shelf.drop_upload(material_no)
    return 1


def _complete(shelf: Shelf, upload: Upload, asking: Asking) -> None:
    folder = shelf.folder(upload.case_no)
    materials = folder.complete(upload.material_no)
    shelf.save_folder(folder)
    shelf.drop_upload(upload.material_no)
    shelf.keep(Material.complete(upload, materials, asking.officer, asking.now))


def _sent_again(access: Access, material_no: str, part: int, content: bytes) -> Standing:
    """The answer to the last part may have been lost on its way, so it may come once more."""
    material = access.shelf.material(material_no)
    if material is None or not access.takes_parts_of(material):
        raise MaterialUnknown("material_no", material_no=material_no)
    material.declared.part_size(part)
    if access.shelf.part(material_no, part) != content:
        raise MaterialIsComplete("material_no")
    return _standing(material_no, material.declared, None)


def _standing(material_no: str, declared: Declared, upload: Upload | None) -> Standing:
    """Without an upload there is a complete material."""
    return Standing(material_no, declared.parts, upload.missing if upload else [])

"""Materials of a petition: scans of letters, photos, recordings (《信访工作条例》第十八条、第十九条).

A file comes in parts. Until all are there it is an upload, which is removed when it is left; then it is a material,
which never changes and is never removed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from petition_intake.domain.material_errors import (
    ContentDiffers,
    FirstBytesDiffer,
    FormatNotOfKind,
    MaterialTooLarge,
    NoSuchPart,
    PartOfWrongSize,
)
from petition_intake.domain.material_events import MaterialAdded
from petition_intake.domain.material_words import FORMATS, MATERIAL_KIND_WORDING, MaterialKind, MediaType, begins_as
from petition_intake.domain.officer import Officer

PART_BYTES = 256 * 1024
LEFT_FOR = timedelta(days=7)
"""An upload to which nothing came for so long is removed."""
LOOK_HOLDS = timedelta(hours=1)
"""So long after a look with its reason was noted the originals can be read."""


@dataclass(frozen=True)
class MaterialLimits:
    """How large one file may be, and how many files petitioner and officers each may keep of one petition."""

    bytes_most: int = 20 * 1024 * 1024
    files_most: int = 50


USUAL_LIMITS = MaterialLimits()


@dataclass(frozen=True)
class Declared:
    """What is said of a file before it comes; `sha256` in lower case hexadecimal digits."""

    kind: MaterialKind
    file_name: str
    media_type: MediaType
    size: int
    sha256: str

    @property
    def parts(self) -> int:
        return -(-self.size // PART_BYTES)

    def part_size(self, part: int) -> int:
        """`PART_BYTES`, and the rest in the last part. Parts are counted from 1; another => NoSuchPart."""
        if not 1 <= part <= self.parts:
            raise NoSuchPart("part", parts=self.parts, given=part)
        return min(PART_BYTES, self.size - (part - 1) * PART_BYTES)

    def check(self, limits: MaterialLimits) -> None:
        """A format in which the kind does not come => FormatNotOfKind. Larger than allowed => MaterialTooLarge."""
        formats = FORMATS[self.kind]
        if self.media_type not in formats:
            words = MATERIAL_KIND_WORDING[self.kind]
            shown = ", ".join(sorted(formats))
            raise FormatNotOfKind("media_type", kind=words.en, kind_zh=words.zh, formats=shown, given=self.media_type)
        if self.size > limits.bytes_most:
            raise MaterialTooLarge("size", most=limits.bytes_most, given=self.size)


@dataclass
class Upload:
    """A file on its way; `received` are the parts that are there. `version` counts its changes."""

    material_no: str
    case_no: str
    declared: Declared
    by_petitioner: bool
    remove_after: datetime
    received: list[int] = field(default_factory=list)
    version: int = 1

    @classmethod
    def begin(cls, material_no: str, declared: Declared, by_petitioner: bool, now: datetime) -> Upload:
        return cls(material_no, case_of(material_no), declared, by_petitioner, now + LEFT_FOR)

    @property
    def missing(self) -> list[int]:
        return [part for part in range(1, self.declared.parts + 1) if part not in self.received]

    def receive(self, part: int, content: bytes, now: datetime) -> None:
        """A part came, for the first time or instead of what came before.

        No such part => NoSuchPart. Too short or too long => PartOfWrongSize. The first part of a file that cannot be
        what it was declared as => FirstBytesDiffer.
        """
        due = self.declared.part_size(part)
        if len(content) != due:
            raise PartOfWrongSize("content", part=part, due=due, most=PART_BYTES, given=len(content))
        if part == 1 and not begins_as(self.declared.media_type, content):
            raise FirstBytesDiffer("content", given=self.declared.media_type)
        self.received = sorted({*self.received, part})
        self.remove_after = now + LEFT_FOR
        self.version += 1

    def check_content(self, parts: Iterable[bytes]) -> None:
        """All parts together have the declared hash => ContentDiffers otherwise."""
        digest = hashlib.sha256()
        for part in parts:
            digest.update(part)
        if digest.hexdigest() != self.declared.sha256:
            raise ContentDiffers("content")

    def is_left(self, now: datetime) -> bool:
        return now >= self.remove_after


@dataclass
class Material:
    """A complete file and who handed it in."""

    material_no: str
    case_no: str
    declared: Declared
    by_petitioner: bool
    added_by: str
    added_at: datetime
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def complete(cls, upload: Upload, materials: int, officer: Officer, now: datetime) -> Material:
        """The upload as the last of so many `materials` of its petition."""
        material = cls(
            upload.material_no, upload.case_no, upload.declared, upload.by_petitioner, officer.name, now, version=1
        )
        material.pending.append(MaterialAdded(upload.case_no, upload.declared.kind, materials, now))
        return material


def material_number(case_no: str, serial: int) -> str:
    """`640425202603020001-001`: the petition's number, then a serial of its own."""
    return f"{case_no}-{serial:03}"


def case_of(material_no: str) -> str:
    """The number of the petition that the material belongs to."""
    return material_no.rpartition("-")[0]

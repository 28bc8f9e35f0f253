"""The register as it was handed in: rows of text, and what is wrong with them, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from petition_assignment.domain.errors import Refused

TABLES: dict[str, tuple[str, ...]] = {
    "townships.csv": ("code", "name", "pinyin"),
    "villages.csv": ("code", "name", "short_name", "kind", "township_code"),
    "small_grids.csv": ("code", "name", "village_code", "kind"),
    "units.csv": ("code", "name", "aliases", "kind", "township_code", "superior", "caller"),
    "people.csv": ("person_id", "name", "unit", "post", "roles"),
    "categories.csv": ("code", "level1", "level2", "level3"),
    "catalogue.csv": ("rule_id", "category", "place", "unit", "basis"),
    "codes.csv": ("table", "code", "name"),
    "category_words.csv": ("category", "word"),
    "wardens.csv": ("warden_id", "name", "grid_code"),
    "mediators.csv": ("mediator_id", "name", "kind", "township_code", "unit", "categories", "listed_on", "delisted_on"),
}
"""The files of a register and the columns each must have."""

FURTHER_COLUMNS: dict[str, tuple[str, ...]] = {
    "townships.csv": ("invented",),
    "villages.csv": ("invented",),
    "small_grids.csv": ("invented",),
    "units.csv": ("invented", "serves", "successor"),
    "people.csv": ("invented",),
    "categories.csv": ("invented",),
    "catalogue.csv": ("invented",),
    "codes.csv": ("invented",),
    "category_words.csv": ("invented",),
    "wardens.csv": ("invented",),
    "mediators.csv": ("invented",),
}
"""Columns a file may have as well; any other column is a fault, because its meaning would be lost silently."""

MAY_BE_ABSENT = frozenset({"codes.csv", "category_words.csv", "wardens.csv", "mediators.csv"})
"""Files that a county need not have; an absent one has no rows."""

COUNTY_FILE = "county.toml"
GUIDE_TEXTS = ("way", "zh", "en", "hours_zh", "hours_en")
"""What an entry of the public guide states."""


@dataclass(frozen=True)
class Row:
    """One row of one file. `line` counts from 1, the header included."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def several(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that lists several values with semicolons."""
        return tuple(part.strip() for part in self[column].split(";") if part.strip())


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: where, what stands there, and why it cannot stand. Line 0 => the file as a whole."""

    file: str
    line: int
    column: str
    value: str
    zh: str
    en: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where} {self.column}={self.value!r}: {self.zh} / {self.en}"


@dataclass(frozen=True)
class RawRegister:
    """Everything read from the folder, and the faults that reading itself found."""

    tables: Mapping[str, list[Row]]
    county: Mapping[str, Any]
    faults: list[Fault] = field(default_factory=list)


class RegisterFaulty(Refused):
    code = "REGISTER_FAULTY"
    zh = "名册有 {count} 处错误，未装载任何内容。"
    en = "The register has {count} faults; nothing of it was loaded."

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(None, count=len(faults))
        self.faults = faults

"""The folder of one petition's materials: what is in it or on its way, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from petition_intake.domain.material import Declared, MaterialLimits, material_number
from petition_intake.domain.material_errors import TooManyMaterials


@dataclass(frozen=True)
class Entry:
    """One material; `by_petitioner` tells what came through the citizens' entry from what officers kept."""

    material_no: str
    declared: Declared
    by_petitioner: bool
    complete: bool = False


@dataclass
class Folder:
    """`given` counts the numbers ever given out, so that none is given twice. `version` counts its changes."""

    case_no: str
    entries: list[Entry] = field(default_factory=list)
    given: int = 0
    version: int = 0

    def entry_of(self, declared: Declared, by_petitioner: bool) -> Entry | None:
        """The same file from the same side, when it was declared before."""
        same = (entry for entry in self.entries if entry.declared == declared)
        return next((entry for entry in same if entry.by_petitioner == by_petitioner), None)

    def enter(self, declared: Declared, by_petitioner: bool, limits: MaterialLimits) -> str:
        """The number of a further material.

        Not in order => refused as in `Declared.check`. No room on this side => TooManyMaterials.
        """
        declared.check(limits)
        if sum(entry.by_petitioner == by_petitioner for entry in self.entries) >= limits.files_most:
            raise TooManyMaterials("case_no", most=limits.files_most)
        self.given += 1
        number = material_number(self.case_no, self.given)
        self.entries.append(Entry(number, declared, by_petitioner))
        self.version += 1
        return number

    def complete(self, material_no: str) -> int:
        """All of it is there; how many materials are complete now."""
        self.entries = [
            replace(entry, complete=True) if entry.material_no == material_no else entry for entry in self.entries
        ]
        self.version += 1
        return len(self.kept)

    def remove(self, material_no: str) -> None:
        """Take an unfinished one out."""
        self.entries = [entry for entry in self.entries if entry.complete or entry.material_no != material_no]
        self.version += 1

    @property
    def kept(self) -> list[Entry]:
        """The complete ones."""
        return [entry for entry in self.entries if entry.complete]

"""The county register as the agencies' systems know it: who works where, which places there are."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Village:
    code: str
    name: str
    township_code: str
    grids: tuple[str, ...]


class County:
    """Read from the register's files; officers are found by unit and role."""

    def __init__(self, folder: Path) -> None:
        grids: dict[str, list[str]] = defaultdict(list)
        for row in _rows(folder / "small_grids.csv"):
            grids[row["village_code"]].append(row["code"])
        self.villages = [
            Village(row["code"], row["short_name"], row["township_code"], tuple(grids[row["code"]]))
            for row in _rows(folder / "villages.csv")
        ]
        self.township_units = {
            row["township_code"]: row["code"] for row in _rows(folder / "units.csv") if row["kind"] == "township"
        }
        self.officers: dict[tuple[str, str], list[str]] = defaultdict(list)
        """Unit and role -> the people of that unit who have it."""
        for row in _rows(folder / "people.csv"):
            for role in row["roles"].split(";"):
                self.officers[row["unit"], role].append(row["person_id"])

    def officer(self, unit: str, role: str, turn: int = 0) -> str:
        """A person of the unit with the role; `turn` spreads the work over several."""
        people = self.officers[unit, role]
        if not people:
            raise LookupError(f"{unit} has no {role}: the register is not fit for the replay")
        return people[turn % len(people)]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

"""Which agencies' systems may call: the `caller` column of the county register's units."""

from __future__ import annotations

import csv
from pathlib import Path

from local_stack.problem import StackProblem


def county_callers(county: Path) -> tuple[str, ...]:
    """Broker users of the calling units in `units.csv`, each once, in the file's order; no file yet => none.

    A file without the column => StackProblem.
    """
    units = county / "units.csv"
    if not units.is_file():
        return ()
    with units.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if "caller" not in (rows.fieldnames or ()):
            raise StackProblem(f"{units} has no column `caller`, which names each unit's broker user.")
        return tuple(dict.fromkeys(row["caller"].strip() for row in rows if row["caller"].strip()))

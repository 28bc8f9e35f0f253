"""The rows of mediators.csv: what each must say, and the entries they become."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from petition_assignment.domain.mediators import Mediator, MediatorKind
from petition_assignment.domain.register_faults import Faults
from petition_assignment.domain.register_rows import RawRegister, Row

MEDIATORS_FILE = "mediators.csv"
PREFIX = re.compile(r"\d{2}|\d{4}|\d{6}")


def check_mediators(raw: RawRegister, faults: Faults) -> None:
    """Each id once; kind, unit, township and categories that exist; a first day, and one after it to leave on."""
    rows = raw.tables[MEDIATORS_FILE]
    townships, units, categories = (
        {row["code"] for row in raw.tables[file]} for file in ("townships.csv", "units.csv", "categories.csv")
    )
    faults.unique(rows, "mediator_id")
    for row in rows:
        faults.required(row, "name")
        faults.one_of(row, "kind", [kind.value for kind in MediatorKind])
        faults.known(row, "unit", units, "units.csv")
        if row["township_code"]:
            faults.known(row, "township_code", townships, "townships.csv")
        for prefix in row.several("categories"):
            if not PREFIX.fullmatch(prefix) or not any(code.startswith(prefix) for code in categories):
                zh, en = f"{prefix} 不是任何内容分类的前两、四、六位", f"{prefix} is not the beginning of any category"
                faults.add(row, "categories", zh, en)
        _check_days(row, faults)


def _check_days(row: Row, faults: Faults) -> None:
    listed_on, delisted_on = day_of(row["listed_on"]), day_of(row["delisted_on"])
    if listed_on is None:
        faults.add(row, "listed_on", "应为日期，如2026-01-01", "must be a day, as 2026-01-01")
    if row["delisted_on"] and (delisted_on is None or (listed_on is not None and delisted_on <= listed_on)):
        faults.add(row, "delisted_on", "应为晚于入册日期的日期", "must be a day after listed_on")


def day_of(text: str) -> date | None:
    """The day written as 2026-01-01; anything else => None."""
    try:
        return date.fromisoformat(text) if len(text) == len("2026-01-01") else None
    except ValueError:
        return None


def make_mediators(rows: Sequence[Row]) -> tuple[Mediator, ...]:
    """The entries of rows that were checked."""
    return tuple(
        Mediator(
            row["mediator_id"],
            row["name"],
            MediatorKind(row["kind"]),
            row["township_code"] or None,
            row["unit"],
            row.several("categories"),
            date.fromisoformat(row["listed_on"]),
            day_of(row["delisted_on"]),
        )
        for row in rows
    )

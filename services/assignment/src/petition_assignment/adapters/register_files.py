"""Reads a register from a folder of CSV files and `county.toml`. What cannot be read is named by file and line."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

from petition_assignment.domain.register_rows import (
    COLUMNS,
    COUNTY_FILE,
    FURTHER_COLUMNS,
    OPTIONAL_TABLES,
    TABLES,
    Fault,
    RawRegister,
    Row,
)


def read_folder(folder: Path) -> RawRegister:
    """Every row of every file. Files that are unreadable or missing and needed, wrong headers and short rows are
    faults of the result."""
    faults: list[Fault] = []
    there = [*TABLES, *(file for file in OPTIONAL_TABLES if (folder / file).exists())]
    tables = {file: _read_table(folder / file, faults) for file in there}
    return RawRegister(tables, _read_county(folder / COUNTY_FILE, faults), faults)


def _read_table(path: Path, faults: list[Fault]) -> list[Row]:
    text = _read_text(path, faults)
    if text is None:
        return []
    lines = csv.reader(text.splitlines())
    header = next(lines, [])
    if not _check_header(path.name, header, faults):
        return []
    rows = []
    for cells in lines:
        if len(cells) == len(header):
            stripped = (cell.strip() for cell in cells)
            rows.append(Row(path.name, lines.line_num, dict(zip(header, stripped, strict=True))))
        elif cells:
            zh, en = f"应有 {len(header)} 列，现有 {len(cells)} 列", f"must have {len(header)} cells, has {len(cells)}"
            faults.append(Fault(path.name, lines.line_num, "", ",".join(cells), zh, en))
    return rows


def _check_header(file: str, header: list[str], faults: list[Fault]) -> bool:
    known = {*COLUMNS[file], *FURTHER_COLUMNS[file]}
    missing = [column for column in COLUMNS[file] if column not in header]
    strange = [column for column in header if column not in known]
    faults += [Fault(file, 1, column, "", "缺少此列", "the column is missing") for column in missing]
    faults += [Fault(file, 1, column, column, "不认识的列", "the column is not known") for column in strange]
    return not missing and not strange


def _read_county(path: Path, faults: list[Fault]) -> dict[str, Any]:
    text = _read_text(path, faults)
    if text is None:
        return {}
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        faults.append(Fault(path.name, 0, "", str(error), "不是有效的 TOML", "is not valid TOML"))
        return {}


def _read_text(path: Path, faults: list[Fault]) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        faults.append(Fault(path.name, 0, "", str(error.strerror), "读不到文件", "the file cannot be read"))
    except UnicodeDecodeError as error:
        faults.append(Fault(path.name, 0, "", str(error.start), "不是 UTF-8 编码", "the file is not UTF-8"))
    return None

"""Writes a table to a file, a row at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import IO, Any

from openpyxl import Workbook

from worksheet.cells import harmless

BYTE_ORDER_MARK = "\ufeff"
LONGEST_TITLE = 31
"""As many signs as a sheet's name in an XLSX file may have."""


class Form(StrEnum):
    """The forms a table can be written in; the value is the ending of the file's name."""

    CSV = "csv"
    XLSX = "xlsx"


MEDIA_TYPES = {
    Form.CSV: "text/csv; charset=utf-8",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Column:
    """`field` of a row stands below `heading`."""

    field: str
    heading: str


@dataclass(frozen=True)
class Sheet:
    """What is the same for every row. `watermark` stands in a line of its own above the headings."""

    title: str
    columns: Sequence[Column]
    watermark: str


def write(sheet: Sheet, rows: Iterable[Mapping[str, Any]], form: Form, file: IO[bytes]) -> int:
    """Write watermark, headings and rows; how many rows. A field that a row has not is an empty cell."""
    return (_write_csv if form is Form.CSV else _write_xlsx)(sheet, rows, file)


def _write_csv(sheet: Sheet, rows: Iterable[Mapping[str, Any]], file: IO[bytes]) -> int:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    text.write(BYTE_ORDER_MARK)
    lines = csv.writer(text)
    written = 0
    lines.writerow([harmless(sheet.watermark)])
    lines.writerow([harmless(column.heading) for column in sheet.columns])
    for row in rows:
        lines.writerow(_cells(sheet, row))
        written += 1
    text.detach()
    return written


def _write_xlsx(sheet: Sheet, rows: Iterable[Mapping[str, Any]], file: IO[bytes]) -> int:
    book = Workbook(write_only=True)
    page = book.create_sheet(sheet.title[:LONGEST_TITLE])
    page.freeze_panes = "A3"
    page.append([harmless(sheet.watermark)])
    page.append([harmless(column.heading) for column in sheet.columns])
    written = 0
    for row in rows:
        page.append(_cells(sheet, row))
        written += 1
    book.save(file)
    return written


def _cells(sheet: Sheet, row: Mapping[str, Any]) -> list[str | int | float | None]:
    return [harmless(row.get(column.field)) for column in sheet.columns]

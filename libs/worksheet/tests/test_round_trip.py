"""What went into a table comes out of the file, in both forms, and rows are taken as they are written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from worksheet import MEDIA_TYPES, Column, Form, Sheet, harmless, write

SHEET = Sheet("问题清单", (Column("no", "编号"), Column("text", "事由"), Column("score", "得分")), "P0018 2026-03-02")
SIGNS = st.text("ab甲=+-@,;\"' \n\t\r\x00\x1f＝", min_size=1, max_size=8)
ROWS = st.lists(
    st.fixed_dictionaries({"no": SIGNS, "text": st.none() | SIGNS}, optional={"score": st.integers(-100, 100)}),
    max_size=5,
)


def read(form: Form, content: bytes) -> list[list[Any]]:
    if form is Form.CSV:
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    return [list(row) for row in load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)]


def written(form: Form, rows: Any) -> tuple[int, bytes]:
    file = io.BytesIO()
    return write(SHEET, rows, form, file), file.getvalue()


@given(ROWS)
def test_a_csv_file_gives_back_every_cell(rows: list[dict[str, Any]]) -> None:
    count, content = written(Form.CSV, rows)
    assert count == len(rows)
    cells = [[harmless(row.get(column.field)) for column in SHEET.columns] for row in rows]
    expected = [["" if cell is None else str(cell) for cell in row] for row in cells]
    assert read(Form.CSV, content)[2:] == expected


@pytest.mark.parametrize("form", list(Form))
def test_watermark_headings_and_rows_stand_in_this_order(form: Form) -> None:
    count, content = written(form, [{"no": "甲1", "text": "水费", "score": 95}, {"no": "乙2"}])
    first, headings, *rows = read(form, content)
    assert count == 2
    assert (first[0], headings) == ("P0018 2026-03-02", ["编号", "事由", "得分"])
    assert [[cell for cell in row if cell not in (None, "")] for row in rows] in (
        [["甲1", "水费", "95"], ["乙2"]],
        [["甲1", "水费", 95], ["乙2"]],
    )


@pytest.mark.parametrize("form", list(Form))
def test_an_empty_table_has_watermark_and_headings(form: Form) -> None:
    count, content = written(form, [])
    assert (count, len(read(form, content))) == (0, 2)
    assert set(MEDIA_TYPES) == set(Form)


def test_rows_are_taken_one_at_a_time() -> None:
    file = io.BytesIO()
    sizes: list[int] = []

    def rows() -> Iterator[dict[str, str]]:
        for number in range(3):
            sizes.append(len(file.getvalue()))
            yield {"no": str(number)}

    write(SHEET, rows(), Form.CSV, file)
    assert sizes[0] < sizes[1] < sizes[2]

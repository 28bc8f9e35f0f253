"""No text of a cell is taken for a formula, and nothing else is touched."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from worksheet import Column, Form, Sheet, harmless, write


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＠"])
def test_a_text_that_begins_with_a_formula_sign_gets_an_apostrophe(sign: str) -> None:
    assert harmless(f"{sign}1+1") == f"'{sign}1+1"
    assert harmless(f" {sign}1+1") == f"' {sign}1+1"


@pytest.mark.parametrize("text", ["", "1=1", "甲-乙", "a@b", "'=1", "住建局"])
def test_another_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (-5, -5),
        (0, 0),
        (1.5, 1.5),
        (None, None),
        (True, "是"),
        (False, "否"),
        (date(2026, 3, 2), "2026-03-02"),
        (["=1", "b"], "'=1、b"),
        ([], ""),
        ("a\x00b", "ab"),
        ("\x01=1", "'=1"),
        ("x" * 40_000, "x" * 32_767),
    ],
)
def test_numbers_stay_numbers_and_the_rest_becomes_text(value: object, cell: object) -> None:
    assert harmless(value) == cell


def test_an_xlsx_file_holds_no_formula() -> None:
    file = io.BytesIO()
    sheet = Sheet("t", (Column("a", "=heading"),), "=watermark")
    write(sheet, [{"a": "=cmd|' /C calc'!A0"}], Form.XLSX, file)
    cells = [cell for row in load_workbook(file).active.iter_rows() for cell in row]
    assert [cell.data_type for cell in cells] == ["s", "s", "s"]
    assert all(str(cell.value).startswith("'=") for cell in cells)

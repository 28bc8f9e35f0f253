"""Reading a list as a spreadsheet saves it, and telling what became of its rows."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from local_stack.import_list import read_rows, report
from local_stack.problem import StackProblem

LIST = '信访件编号,投诉内容\nNX1,供暖不足\nNX2,"路灯不亮,请修复"\n'
REFUSAL = {"code": "COLUMN_EMPTY", "field": "信访形式", "zh": "“信访形式”为空，不能登记。", "en": "It is empty."}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_list_is_read_as_spreadsheets_save_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(LIST.encode(encoding))

    assert read_rows(path) == [
        {"信访件编号": "NX1", "投诉内容": "供暖不足"},
        {"信访件编号": "NX2", "投诉内容": "路灯不亮,请修复"},
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"a,b\n", "no rows"), (b"a,b\n1,2,3\n", "more cells"), (b"a\n\xff\xff\xff", "neither"), (None, "cannot be read")],
)
def test_what_is_no_list_is_said_in_a_sentence(tmp_path: Path, content: bytes | None, said: str) -> None:
    path = tmp_path / "list.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StackProblem, match=said):
        read_rows(path)


def test_refused_rows_stand_beside_the_list_with_line_and_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    outcomes = [{"outcome": "registered", "error": None}, {"outcome": "refused", "error": REFUSAL}]

    assert report(path, read_rows(path), outcomes) == 1
    assert "registered 1" in capsys.readouterr().out
    with path.with_name("list.csv.refused.csv").open(encoding="utf-8-sig", newline="") as written:
        (row,) = csv.DictReader(written)
    assert (row["行号"], row["信访件编号"], row["代码"], row["列"]) == ("3", "NX2", "COLUMN_EMPTY", "信访形式")
    assert (row["原因"], row["reason"]) == (REFUSAL["zh"], REFUSAL["en"])


def test_when_every_row_was_registered_nothing_is_left_beside_the_list(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"

    assert report(path, [{"信访件编号": "1"}], [{"outcome": "registered", "error": None}]) == 0
    assert list(tmp_path.iterdir()) == []

"""Reading a register's folder: what cannot be read is named by file and line."""

from pathlib import Path

import pytest
from assignment_files import write_folder
from assignment_register import WARDENS, a_raw_register

from petition_assignment.adapters.register_files import read_folder
from petition_assignment.domain.register_check import check_register


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path)


def named(folder: Path) -> list[tuple[str, int, str]]:
    return [(fault.file, fault.line, fault.column) for fault in read_folder(folder).faults]


def test_what_was_written_is_read(folder: Path):
    raw = read_folder(folder)
    assert raw.faults == []
    assert raw.tables == a_raw_register().tables
    assert check_register(raw) == []


def test_a_file_the_county_may_do_without_is_read_where_it_is(folder: Path):
    write_folder(folder, wardens=WARDENS)
    assert read_folder(folder).tables == a_raw_register(wardens=WARDENS).tables
    (folder / "wardens.csv").write_text("warden_id,name,phone\n", encoding="utf-8")
    assert named(folder) == [("wardens.csv", 1, "grid_code"), ("wardens.csv", 1, "phone")]


def test_a_byte_order_mark_and_empty_lines_do_no_harm(folder: Path):
    file = folder / "townships.csv"
    file.write_text("\ufeff" + file.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    assert read_folder(folder).faults == []


def test_a_quoted_cell_may_hold_a_comma(folder: Path):
    file = folder / "categories.csv"
    file.write_text(file.read_text(encoding="utf-8") + '990102,其他,"甲,乙",丙\n', encoding="utf-8")
    assert read_folder(folder).tables["categories.csv"][-1]["level2"] == "甲,乙"


def test_missing_files_are_all_named(tmp_path: Path):
    assert len(named(tmp_path)) == 8


@pytest.mark.parametrize("file", ["codes.csv", "category_words.csv", "wardens.csv", "mediators.csv"])
def test_a_county_may_have_no_code_tables_no_words_and_no_wardens(folder: Path, file: str):
    (folder / file).unlink()
    raw = read_folder(folder)
    assert (raw.faults, raw.tables[file], check_register(raw)) == ([], [], [])


def test_a_file_in_another_encoding_is_named(folder: Path):
    (folder / "units.csv").write_bytes("代码,名称".encode("gb18030"))
    assert named(folder) == [("units.csv", 0, "")]


def test_a_broken_county_file_is_named(folder: Path):
    (folder / "county.toml").write_text("code = ", encoding="utf-8")
    assert named(folder) == [("county.toml", 0, "")]


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("code,name", [("townships.csv", 1, "pinyin")]),
        ("code,name,pinyin,mayor", [("townships.csv", 1, "mayor")]),
        ("", [("townships.csv", 1, column) for column in ("code", "name", "pinyin")]),
    ],
)
def test_columns_that_are_missing_or_unknown_are_named(folder: Path, header: str, columns: list):
    (folder / "townships.csv").write_text(f"{header}\n", encoding="utf-8")
    assert named(folder) == columns


def test_a_row_with_too_few_cells_is_named_by_its_line(folder: Path):
    file = folder / "people.csv"
    file.write_text(file.read_text(encoding="utf-8") + "someone,某\n", encoding="utf-8")
    assert named(folder) == [("people.csv", 27, "")]


def test_an_empty_file_has_no_columns(folder: Path):
    (folder / "catalogue.csv").write_text("", encoding="utf-8")
    assert [column for _, _, column in named(folder)] == ["rule_id", "category", "place", "unit", "basis"]

"""The page of what is covered: every row is on it once, and what it points to is there."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "coverage.md"
NOTHING = "—"
STATES = ("proven", "partly", "open")
STATE = re.compile(r"proven|open|partly: \S.*")
CODE = re.compile(r"`([^`]+)`")
LISTED = re.compile(r"`[^`]+`(?:, `[^`]+`)*")

ARTICLES = (
    "A16",
    "A17",
    *("A18.1", "A18.2", "A18.3", "A18.4"),
    *("A19.1", "A19.3"),
    *("A20.1", "A20.3", "A20.4"),
    *("A21.1", "A21.2"),
    *("A22", "A23", "A24", "A25"),
    *("A28.1", "A28.2", "A28.3"),
    *("A31", "A32", "A33"),
    *("A36.2", "A37.2", "A37.3"),
    *("A38", "A39"),
)
LAST: dict[str, int] = {
    "K": 14,  # clocks
    "N": 9,  # grounds for not accepting
    "D": 9,  # triggers of supervision
    "W": 23,  # documents
    "E": 12,  # code tables
    "F": 25,  # actions of the flow
    "M": 10,  # county mechanisms
    "I": 19,  # indicators
    "C": 79,  # what the county says it does
    "G": 32,  # figures
    "X": 18,  # what it must not do
    "P": 12,  # settings
}
TOLD_BY_NOBODY = ("Accusation", "FolderApproval")
"""Aggregates of which nothing is told, and which therefore keep no events."""


def _keeps_events(thing: ast.ClassDef) -> bool:
    fields = {
        node.target.id for node in thing.body if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    return {"version", "pending"} <= fields


def _aggregates_of(service: Path) -> set[str]:
    """Every class of its domain that keeps the events it has still to tell, itself or by what it is made from."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in service.glob("src/*/domain/**/*.py")]
    classes = {node.name: node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    bases = {name: {base.id for base in node.bases if isinstance(base, ast.Name)} for name, node in classes.items()}
    keeping = {name for name, node in classes.items() if _keeps_events(node)}
    while more := {name for name in classes if bases[name] & keeping} - keeping:
        keeping |= more
    return keeping - set().union(*bases.values())


EXPECTED = [
    *ARTICLES,
    *(f"{letter}{number}" for letter, last in LAST.items() for number in range(1, last + 1)),
    *TOLD_BY_NOBODY,
    *sorted(name for service in (ROOT / "services").iterdir() for name in _aggregates_of(service)),
]


@dataclass(frozen=True)
class Row:
    """One line of a part's table; the cells as they are written."""

    part: str
    ident: str
    what: str
    state: str
    where: str
    test: str

    @property
    def word(self) -> str:
        return self.state.partition(":")[0]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _tables() -> Iterator[tuple[str, list[str]]]:
    """Heading -> cells of each line of the table below it, headings and rules of the table left out."""
    heading = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ").strip()
        elif line.startswith("|") and not line.startswith(("|---", "| row |", "| part |")):
            yield heading, _cells(line)


@cache
def _summary() -> dict[str, tuple[int, ...]]:
    """Part -> its counts of proven, partly and open."""
    return {cells[0]: tuple(int(cell) for cell in cells[2:]) for _, cells in _tables() if cells[0] not in EXPECTED}


@cache
def _rows() -> tuple[Row, ...]:
    return tuple(Row(heading, *cells) for heading, cells in _tables() if cells[0] not in _summary())


@cache
def _functions(path: Path) -> frozenset[str]:
    """The test functions of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
    )


def _is_there(test: str) -> bool:
    name, _, function = test.partition("::")
    path = ROOT / name
    return path.is_file() and path.suffix == ".py" and function in _functions(path)


def test_every_row_is_on_the_page_exactly_once() -> None:
    assert Counter(row.ident for row in _rows()) == Counter(EXPECTED)


def test_a_row_says_what_it_is_and_how_far_it_is() -> None:
    """`partly` says in a clause what is missing, the two others speak for themselves."""
    unclear = [row.ident for row in _rows() if not row.what or not STATE.fullmatch(row.state)]

    assert unclear == []


def test_a_row_that_is_there_names_a_module_that_exists(tracked_files: list[Path]) -> None:
    tracked = {path.relative_to(ROOT).as_posix() for path in tracked_files}
    lost = [
        f"{row.ident}: {row.where}"
        for row in _rows()
        if row.word != "open" and not (CODE.fullmatch(row.where) and row.where.strip("`") in tracked)
    ]

    assert lost == []


def test_a_row_that_is_there_names_tests_that_exist() -> None:
    lost = [
        f"{row.ident}: {row.test}"
        for row in _rows()
        if row.word != "open" and not (LISTED.fullmatch(row.test) and all(map(_is_there, CODE.findall(row.test))))
    ]

    assert lost == []


def test_an_open_row_names_neither() -> None:
    named = [row.ident for row in _rows() if row.word == "open" and (row.where, row.test) != (NOTHING, NOTHING)]

    assert named == []


def test_the_summary_counts_the_rows() -> None:
    parts = list(dict.fromkeys(row.part for row in _rows()))
    counted = {
        part: tuple(Counter(row.word for row in _rows() if row.part == part)[state] for state in STATES)
        for part in parts
    }
    *given, last = _summary()

    assert given == parts
    assert {part: _summary()[part] for part in parts} == counted
    assert _summary()[last] == tuple(map(sum, zip(*counted.values(), strict=True)))


@pytest.mark.parametrize(
    ("test", "there"),
    [
        ("tests/architecture/test_coverage.py::test_the_summary_counts_the_rows", True),
        ("tests/architecture/test_coverage.py::test_that_nobody_wrote", False),
        ("tests/architecture/test_coverage.py::_is_there", False),
        ("tests/architecture/test_nothing.py::test_the_summary_counts_the_rows", False),
        ("tests/architecture/test_coverage.py", False),
    ],
)
def test_a_test_is_there_when_its_file_has_it(test: str, there: bool) -> None:
    assert _is_there(test) is there

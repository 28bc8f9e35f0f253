"""Small files with telling names, and rules that say what they promise."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

MOST_LINES = 400
SAYS_NOTHING = {
    "base",
    "common",
    "commons",
    "helper",
    "helpers",
    "manager",
    "managers",
    "misc",
    "processor",
    "shared",
    "stuff",
    "util",
    "utilities",
    "utils",
}
LEFT_OPEN = (r"\bTO[D]O\b", r"\bFIX[M]E\b", r"\bXX[X]\b", r"\bNotImpl[e]mentedError\b")
STAND_INS = (
    r"unitt[e]st\.mock",
    r"Magic[M]ock",
    r"mongo[m]ock",
    r"worker_fact[o]ry",
    r"memory[:]//",
    r"mark\.(sk[i]p|xf[a]il)",
    r"pytest\.(sk[i]p|xf[a]il)\(",
)


def test_no_source_file_is_longer_than_400_lines(tracked_texts: dict[str, str]) -> None:
    long = {name: text.count("\n") for name, text in tracked_texts.items() if name.endswith((".py", ".sh"))}

    assert {name: lines for name, lines in long.items() if lines > MOST_LINES} == {}


def test_no_module_or_folder_has_a_name_that_says_nothing(tracked_files: list[Path], root: Path) -> None:
    nameless = [
        path.relative_to(root).as_posix()
        for path in tracked_files
        if {path.stem, *path.relative_to(root).parts[:-1]} & SAYS_NOTHING
    ]

    assert nameless == []


@pytest.mark.parametrize("pattern", [*LEFT_OPEN, *STAND_INS])
def test_nothing_is_left_open_and_no_real_part_is_stood_in_for(tracked_texts: dict[str, str], pattern: str) -> None:
    found = [
        f"{name}:{number}"
        for name, text in tracked_texts.items()
        if name.endswith(".py")
        for number, line in enumerate(text.splitlines(), 1)
        if re.search(pattern, line)
    ]

    assert found == []


def test_every_rule_and_use_case_says_what_it_promises(root: Path) -> None:
    """A refusal says it in its sentences (`zh`, `en`), everything else public in its docstring."""
    silent = [
        f"{path.relative_to(root).as_posix()}: {name}"
        for layer in ("domain", "application")
        for path in sorted(root.glob(f"services/*/src/petition_*/{layer}/**/*.py"))
        for name in _silent(path)
    ]

    assert silent == []


def _silent(path: Path) -> Iterator[str]:
    module = ast.parse(path.read_text(encoding="utf-8"))
    if ast.get_docstring(module) is None:
        yield "(module)"
    for node in module.body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
            continue
        if ast.get_docstring(node) is None and not _speaks_in_sentences(node):
            yield node.name


def _speaks_in_sentences(node: ast.ClassDef | ast.FunctionDef) -> bool:
    assigned = {
        target.id
        for statement in node.body
        if isinstance(statement, ast.Assign)
        for target in statement.targets
        if isinstance(target, ast.Name)
    }
    return {"zh", "en"} <= assigned

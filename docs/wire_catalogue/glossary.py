"""Reads the glossary: every table whose first column is `identifier`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wire_catalogue.contracts import ROOT

COLUMNS = ("identifier", "中文", "meaning", "source", "owner service", "on the wire as")
NOT_ON_THE_WIRE = "—"
VALUE_OF = "value of "
PLAIN_KINDS = ("service", "event", "command", "query", "role", "unit kind", "clock", "field")
CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Term:
    """One row: one identifier in one meaning. `kinds` and `value_of` are what its last column says."""

    identifier: str
    zh: str
    meaning: str
    source: str
    owner: str
    kinds: tuple[str, ...]
    value_of: tuple[str, ...]


def read_glossary(path: Path = ROOT / "docs" / "glossary.md") -> list[Term]:
    """Every term, in the page's order. A row that cannot be understood => ValueError with its line."""
    return list(_terms(path.read_text(encoding="utf-8")))


def chinese_names(terms: list[Term], kind: str) -> dict[str, str]:
    """Identifier -> Chinese, of the terms that go on the wire as this kind."""
    return {term.identifier: term.zh for term in terms if kind in term.kinds}


def _terms(text: str) -> Iterator[Term]:
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")] if line.startswith("|") else []
        if tuple(cells) == COLUMNS:
            inside = True
        elif not cells:
            inside = False
        elif inside and not set("".join(cells)) <= set("-: "):
            yield _term(cells, number)


def _term(cells: list[str], number: int) -> Term:
    if len(cells) != len(COLUMNS) or not all(cells):
        raise ValueError(f"glossary.md line {number}: a row has {len(COLUMNS)} cells and none is empty")
    identifier, zh, meaning, source, owner, wire = cells
    named = CODE.fullmatch(identifier)
    if named is None:
        raise ValueError(f"glossary.md line {number}: the identifier stands in backticks")
    kinds: list[str] = []
    value_of: list[str] = []
    for part in [] if wire == NOT_ON_THE_WIRE else wire.split("; "):
        if part.startswith(VALUE_OF) and CODE.findall(part):
            value_of += CODE.findall(part)
        elif part in PLAIN_KINDS:
            kinds.append(part)
        else:
            raise ValueError(f"glossary.md line {number}: {part!r} is no way to be on the wire")
    return Term(named.group(1), zh, meaning, source, owner, tuple(kinds), tuple(value_of))

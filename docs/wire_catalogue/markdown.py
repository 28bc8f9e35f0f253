"""The few forms the generated pages are made of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

GENERATED = "<!-- Written by `make docs` from code and contracts. Do not edit: change those, then run it again. -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table; no rows => nothing."""
    lines = [_row(cells) for cells in rows]
    if not lines:
        return []
    return [_row(head), _row(["---"] * len(head)), *lines, ""]


def codes(values: Iterable[str]) -> str:
    """`a` `b` `c`"""
    return " ".join(f"`{value}`" for value in values)


def json_block(value: object) -> list[str]:
    """A fenced block of indented JSON, keys as they are."""
    return ["```json", *json.dumps(value, ensure_ascii=False, indent=2).splitlines(), "```", ""]


def page(lines: Iterable[str]) -> str:
    """The text of a page: one line end at the end, never two empty lines together."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line.rstrip())
    return "\n".join(kept).rstrip("\n") + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ").strip() for cell in cells) + " |"

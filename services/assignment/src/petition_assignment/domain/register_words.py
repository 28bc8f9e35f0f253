"""Words by which a category may be suggested (内容分类提示词): a county's own, each with the category it speaks for.

Intake suggests with them and a person decides; a county may have none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from petition_assignment.domain.register_faults import Faults
from petition_assignment.domain.register_rows import Row

WORDS_FILE = "category_words.csv"
SHORTEST_WORD, LONGEST_WORD = 2, 20
"""One character stands in too many words to say anything."""


@dataclass(frozen=True)
class CategoryWord:
    """A word that speaks for a category."""

    category: str
    word: str


def check_words(rows: Sequence[Row], categories: Collection[str], faults: Faults) -> None:
    """Categories that exist, words of a length that says something, each once for its category."""
    faults.unique(rows, "category", "word")
    for row in rows:
        faults.known(row, "category", categories, "categories.csv")
        if not SHORTEST_WORD <= len(row["word"]) <= LONGEST_WORD:
            faults.add(
                row,
                "word",
                f"应为{SHORTEST_WORD}至{LONGEST_WORD}字",
                f"must have {SHORTEST_WORD} to {LONGEST_WORD} characters",
            )

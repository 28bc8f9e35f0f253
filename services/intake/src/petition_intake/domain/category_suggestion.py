"""内容分类提示: which categories the words of a petition speak for. It suggests; a person decides, on record.

The county lists the words (`category_words.csv`), so anybody can look up why a category was suggested. A word found
counts by its length, shared among the categories it speaks for; one that stands inside a longer word found does not.
Nothing is learned, and nothing is said of whoever wrote.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from petition_intake.domain.people import normal_text
from petition_intake.domain.suggestion_errors import NotSuggested, SuggestedIsInForce, SuggestionDecided

MOST_SUGGESTED = 5
CAUTION = 3.0
"""Points held back from every confidence, as much as a short word gives: one word alone is no certainty."""

CategoryWords = Mapping[str, tuple[str, ...]]
"""Each word with the categories it speaks for."""


@dataclass(frozen=True)
class CategoryHint:
    """A category, the words that led to it, and from 0 to 100 how much of what was found speaks for it."""

    category: str
    words: tuple[str, ...]
    confidence: int


@dataclass(frozen=True)
class CategoryDecision:
    """What a person made of a suggestion: taken or not, with the suggestion as it was."""

    suggested: CategoryHint
    taken: bool
    by: str
    at: datetime


def read_words(rows: Sequence[Mapping[str, str]]) -> CategoryWords:
    """The published rows, by word."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[normal_text(row["word"])].append(row["category"])
    return {word: tuple(categories) for word, categories in found.items()}


def suggest_categories(text: str, words: CategoryWords) -> list[CategoryHint]:
    """The likeliest categories first, at most five; none where no listed word stands in the text."""
    plain = normal_text(text)
    standing = {word for word in words if word in plain}
    telling = sorted(word for word in standing if not any(word in other for other in standing - {word}))
    points: dict[str, float] = defaultdict(float)
    led: dict[str, list[str]] = defaultdict(list)
    for word in telling:
        for category in words[word]:
            points[category] += len(word) / len(words[word])
            led[category].append(word)
    whole = sum(points.values()) + CAUTION
    ordered = sorted(points, key=lambda category: (-points[category], category))[:MOST_SUGGESTED]
    return [CategoryHint(one, tuple(led[one]), round(100 * points[one] / whole)) for one in ordered]


def decided(
    earlier: Sequence[CategoryDecision],
    hints: Sequence[CategoryHint],
    category: str,
    taken: bool,
    in_force: str,
    by: str,
    now: datetime,
) -> CategoryDecision:
    """The decision about one suggestion, made once.

    Not among the suggestions       => NotSuggested
    Decided already                 => SuggestionDecided
    Not taken, but it is in force   => SuggestedIsInForce
    """
    hint = next((hint for hint in hints if hint.category == category), None)
    if hint is None:
        raise NotSuggested("category", category=category)
    if any(decision.suggested.category == category for decision in earlier):
        raise SuggestionDecided("category", category=category)
    if not taken and category == in_force:
        raise SuggestedIsInForce("taken", category=category)
    return CategoryDecision(hint, taken, by, now)

"""The chassis is plumbing: nothing in it may speak of petitions, so that no rule can hide there."""

from __future__ import annotations

import re
from pathlib import Path

from wire_catalogue.glossary import Term, read_glossary

ORDINARY_KINDS = {"field"}
"""Fields may have plain names (`round`, `person`); of the fields only names with an underscore are looked for."""

ORDINARY = {
    "answered",
    "appeal",
    "assign",
    "call",
    "case",
    "changed",
    "city",
    "clock",
    "completion",
    "confirmed",
    "confirmation",
    "county",
    "court",
    "day",
    "delivery",
    "department",
    "direct",
    "duty",
    "explain",
    "explained",
    "extended",
    "extension",
    "final",
    "first",
    "found",
    "handler",
    "kept",
    "late",
    "letter",
    "metrics",
    "mode",
    "notice",
    "other",
    "own",
    "place",
    "portal",
    "post",
    "progress",
    "query_code",
    "real",
    "region",
    "register",
    "repeat",
    "resolved",
    "right",
    "routing",
    "service_status",
    "settled",
    "state",
    "superior",
    "support",
    "timeline",
    "track",
    "transfer",
    "visit",
    "web",
}
"""Words of the glossary that are also plain English, or the chassis's own."""

ALWAYS = {"petition", "petitions", "petitioner", "petitioners", "xinfang", "grievance", "complaint", "信访", "乡镇"}
OF_ANY_DIRECTORY = {"呼叫系统", "服务状态", "单位名册"}
"""Chinese that fits any organisation with units, officers and computer systems."""


def test_the_chassis_knows_no_word_of_the_domain(root: Path) -> None:
    words = _domain_words(read_glossary())
    pattern = re.compile(rf"(?<![a-zA-Z0-9_])(?:{'|'.join(map(re.escape, words))})(?![a-zA-Z0-9_])")
    found = [
        f"{path.name}:{number}: {match.group(0)}"
        for path in sorted((root / "libs" / "chassis" / "src").rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        for match in pattern.finditer(line)
    ]

    assert found == []


def test_the_words_that_count_as_plain_english_are_words_of_the_glossary() -> None:
    """A word that was struck from the glossary must not go on excusing anything."""
    known = {term.identifier for term in read_glossary()}

    assert sorted(ORDINARY - known) == []


def test_the_search_would_find_what_it_looks_for() -> None:
    words = _domain_words(read_glossary())

    assert {"petition", "case_routed", "township", "registrar", "K5", "信访件编号"} <= words
    assert "own" not in words


def _domain_words(terms: list[Term]) -> set[str]:
    spoken = [term for term in terms if "_" in term.identifier or not set(term.kinds) & ORDINARY_KINDS]
    identifiers = {term.identifier for term in spoken}
    camel = {"".join(word.title() for word in name.split("_")) for name in identifiers if "_" in name}
    chinese = {term.zh for term in terms if len(term.zh) > 2}
    return (identifiers - ORDINARY) | camel | (chinese - OF_ANY_DIRECTORY) | ALWAYS

"""全文检索: petitions in whose text all of some words stand, as far as the officer's unit may see them.

What is searched is what an officer reads: names and numbers that are masked there are not found either, and neither
is what a petitioner asked to keep secret, for a hit says what stands in it. Accusations are not in the index.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from petition_intake.application.ports import Archive, Office, WordIndex, Written
from petition_intake.application.veiling import veil_of
from petition_intake.application.viewing import row_of
from petition_intake.domain.officer import Officer
from petition_intake.domain.search_errors import CursorOfAnotherSearch
from petition_intake.domain.word_pairs import Plain, words_of

MOST_AT_ONCE = 100
"""As many candidates as hits are wanted are opened first, and twice as many whenever most of them were none."""
MOST_LOOKED_AT = 500
"""So many candidates are looked at for one page; a page with fewer hits than asked for has a cursor to go on by."""


def search_petitions(
    archive: Archive, index: WordIndex, office: Office, officer: Officer, asked: str, limit: int, cursor: str | None
) -> dict[str, Any]:
    """A page of hits, the petition registered last first: each as in the list, with a passage around the first word.

    `next` None => there are no more. A page may be short, or empty, and have a next one all the same.
    Refusals: WordTooShort, CursorOfAnotherSearch.
    """
    words = words_of(asked)
    register = office.registers.current()
    unit = None if register.is_bureau(officer.unit) else officer.unit
    digests = office.pair_digests.of_words(words)
    last, looked_at, at_once = _read(cursor, words), 0, limit
    hits: list[dict[str, Any]] = []
    while looked_at < MOST_LOOKED_AT:
        candidates = index.candidates(digests, last, at_once)
        hits_before = len(hits)
        seen = archive.visible(candidates, unit)
        texts = archive.texts(list(seen))
        for case_no in candidates:
            last, looked_at = case_no, looked_at + 1
            passage = _passage(texts[case_no], words) if case_no in texts else None
            if passage is not None:
                hits.append({**row_of(seen[case_no], register), "passage": passage})
                if len(hits) == limit:
                    return {"items": hits, "next": _written(last, words)}
        if len(candidates) < at_once:
            return {"items": hits, "next": None}
        if len(hits) - hits_before < at_once / 2:
            at_once = min(2 * at_once, MOST_AT_ONCE)
    assert last is not None, "something was looked at"
    return {"items": hits, "next": _written(last, words)}


def _passage(written: Written, words: Sequence[str]) -> str | None:
    """The words around the first hit; None where a word is missing from all texts, or hidden from officers."""
    veil = veil_of(written.people, False)
    texts = [Plain(veil(text)) for text in written.texts]
    if not all(any(word in text for text in texts) for word in words):
        return None
    return next(text.passage(words[0]) for text in texts if words[0] in text)


def _of(words: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(sorted(words)).encode()).hexdigest()[:12]


def _written(last: str, words: Sequence[str]) -> str:
    return f"{_of(words)}-{last}"


def _read(cursor: str | None, words: Sequence[str]) -> str | None:
    if cursor is None:
        return None
    of, _, last = cursor.partition("-")
    if of != _of(words) or not last.isdecimal():
        raise CursorOfAnotherSearch("cursor")
    return last

"""Words of two characters and more, found again inside sentences by pairs of neighbouring characters.

Chinese has no blanks between words, so a word is found by its pairs: 自来水 by 自来 and 来水. The store gets each pair
as a short digest under a secret key; whether the word is there is seen in the opened text alone.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Sequence

from petition_intake.domain.search_errors import WordTooShort

SHORTEST_WORD = 2
DIGEST_BITS = 20
"""A million digests for all pairs there are: a digest alone fits many pairs, and a wrong candidate is rare."""
PASSAGE_AROUND = 24
BREAK = "\n"


class Plain:
    """A text as it is compared, NFKC and in small letters; what is neither letter nor digit parts its runs."""

    def __init__(self, text: str) -> None:
        self._text = text
        kept = [
            (one if one.isalnum() else BREAK, place)
            for place, sign in enumerate(text)
            for one in unicodedata.normalize("NFKC", sign).casefold()
        ]
        self._plain = "".join(one for one, _ in kept)
        self._places = [place for _, place in kept]

    @property
    def runs(self) -> list[str]:
        return [run for run in self._plain.split(BREAK) if run]

    def __contains__(self, word: str) -> bool:
        return word in self._plain

    def passage(self, word: str) -> str:
        """The words around the first place where it stands, as they were written; it must be there."""
        found = self._plain.index(word)
        first, last = self._places[found], self._places[found + len(word) - 1]
        begin, end = max(0, first - PASSAGE_AROUND), last + 1 + PASSAGE_AROUND
        before, after = "…" if begin else "", "…" if end < len(self._text) else ""
        return f"{before}{self._text[begin:end].strip()}{after}"


def words_of(asked: str) -> tuple[str, ...]:
    """The words asked for, each once, the longest first, parted by blanks and signs.

    One of a single character, or none at all => WordTooShort.
    """
    words = list(dict.fromkeys(Plain(asked).runs))
    short = next((word for word in words if len(word) < SHORTEST_WORD), None)
    if short is not None or not words:
        raise WordTooShort("words", word=short or "", least=SHORTEST_WORD)
    return tuple(sorted(words, key=len, reverse=True))


def pairs_of(runs: Iterable[str]) -> set[str]:
    """Every two characters that stand side by side in a run."""
    return {run[place : place + 2] for run in runs for place in range(len(run) - 1)}


class PairDigests:
    """Short digests of pairs under a secret key: without it nobody can ask which petition has which words."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of_texts(self, texts: Sequence[str]) -> list[int]:
        """What is stored of a petition's texts, in the order of numbers, which says nothing of theirs."""
        return self._of(pair for text in texts for pair in pairs_of(Plain(text).runs))

    def of_words(self, words: Sequence[str]) -> list[int]:
        """What a petition with all these words has among its own."""
        return self._of(pairs_of(words))

    def _of(self, pairs: Iterable[str]) -> list[int]:
        return sorted({self._digest(pair) for pair in pairs})

    def _digest(self, pair: str) -> int:
        digest = hmac.digest(self._key, pair.encode(), hashlib.sha256)
        return int.from_bytes(digest[:4]) >> (32 - DIGEST_BITS)

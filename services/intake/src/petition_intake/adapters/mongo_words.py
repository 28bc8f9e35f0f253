"""The index of words: for each petition the digests of its pairs, one document each; accusations have none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from pymongo import IndexModel
from pymongo.database import Database

from chassis.unit_of_work import UnitOfWork, Units
from petition_intake.adapters.mongo_files import PETITIONS, WORDS
from petition_intake.domain.word_pairs import PairDigests

FILLING = "petition_words_filling"
BY_PAIR = "by_pair"
WORD_INDEXES = {
    # Within a pair the petition registered last comes first, which is the order of a search.
    WORDS: [IndexModel([("pairs", 1), ("_id", -1)], name=BY_PAIR)],
    FILLING: [],
}
COMMON = 1000
"""A pair in more petitions than this is common; which of several common ones leads the search does not matter."""
MOST_COUNTED = 8
AT_ONCE = 100
LAST = DONE = "~"
"""Sorts after every case number."""


class MongoWordIndex:
    """Asks outside transactions."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        self._words = database[WORDS]

    def candidates(self, digests: Sequence[int], before: str | None, most: int) -> list[str]:
        """Petitions with all these digests, newest number first, beyond `before`; led by the rarest of them."""
        counted = {one: self._words.count_documents({"pairs": one}, limit=COMMON) for one in digests[:MOST_COUNTED]}
        rarest = min(counted, key=lambda one: (counted[one], one))
        wanted: dict[str, Any] = {"pairs": {"$all": list(digests)}}
        if before is not None:
            wanted["_id"] = {"$lt": before}
        found = (
            self._words.find(wanted, {"_id": 1})
            .hint(BY_PAIR)
            .min([("pairs", rarest), ("_id", LAST if before is None else before)])
            .max([("pairs", rarest), ("_id", "")])
            .limit(most)
        )
        return [row["_id"] for row in found]


class Filling:
    """Puts petitions into the index that were registered before there was one; with the last of them it is done."""

    def __init__(self, digests: Callable[[], PairDigests]) -> None:
        self._digests = digests

    def run(self, units: Units, _now: datetime) -> int:
        """One batch; how many were put in. Any number of workers may: a petition is put in once."""
        come_to = (units.database[FILLING].find_one({"_id": FILLING}) or {"to": ""})["to"]
        if come_to == DONE:
            return 0
        wanted = {"request": 1, "facts": 1, "reasons": 1}
        following = units.database[PETITIONS].find({"_id": {"$gt": come_to}}, wanted, sort=[("_id", 1)], limit=AT_ONCE)
        rows = list(following)
        units.run(lambda uow: self._put(uow, rows))
        return len(rows)

    def _put(self, uow: UnitOfWork, rows: Sequence[dict[str, Any]]) -> None:
        digests = self._digests()
        for row in rows:
            pairs = digests.of_texts([row["request"], row["facts"], row["reasons"]])
            uow.update(WORDS, row["_id"], {"$setOnInsert": {"pairs": pairs}}, upsert=True)
        end = rows[-1]["_id"] if len(rows) == AT_ONCE else DONE
        uow.update(FILLING, FILLING, {"$max": {"to": end}}, upsert=True)

"""Counting wrong query codes on a real store."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from intake_builders import NOW
from intake_fakes import FakeTriesBook

from petition_intake.adapters.mongo_numbers import MongoTriesBook
from petition_intake.application.ports import TriesBook
from petition_intake.domain.query_code import TRIES_WINDOW, WrongTries

CASE = "640425202603020001"


@pytest.fixture(params=["fake", "mongo"])
def tries(request: pytest.FixtureRequest) -> TriesBook:
    if request.param == "fake":
        return FakeTriesBook()
    return MongoTriesBook(request.getfixturevalue("store"))


def test_wrong_codes_are_counted_from_the_first(tries: TriesBook) -> None:
    assert tries.of(CASE) is None
    tries.add(CASE, NOW)
    tries.add(CASE, NOW + timedelta(minutes=5))

    assert tries.of(CASE) == WrongTries(NOW, 2)
    assert tries.of("640425202603020002") is None


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        (TRIES_WINDOW - timedelta(milliseconds=1), WrongTries(NOW, 2)),
        (TRIES_WINDOW, WrongTries(NOW + TRIES_WINDOW, 1)),
    ],
)
def test_an_hour_later_the_count_begins_anew(tries: TriesBook, after: timedelta, kept: WrongTries) -> None:
    tries.add(CASE, NOW)
    tries.add(CASE, NOW + after)

    assert tries.of(CASE) == kept


def test_guesses_made_at_the_same_time_are_all_counted(store: object) -> None:
    tries = MongoTriesBook(store)  # type: ignore[arg-type]
    with ThreadPoolExecutor(16) as hands:
        list(hands.map(lambda _: tries.add(CASE, NOW), range(50)))

    assert tries.of(CASE) == WrongTries(NOW, 50)

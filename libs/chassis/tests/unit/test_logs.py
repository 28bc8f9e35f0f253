"""Logs: JSON, and never what the data was."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable

import pytest
from pymongo.errors import AutoReconnect, BulkWriteError, DuplicateKeyError, OperationFailure

from chassis.logs import DiscreetFormatter, describe

SECRET = "张三 440000199001010000"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError(SECRET), "ValueError"),
        (KeyError(SECRET), "KeyError"),
        (DuplicateKeyError(SECRET, 11000, {"codeName": "DuplicateKey"}), "DuplicateKeyError (11000 DuplicateKey)"),
        (BulkWriteError({"writeErrors": [{"op": SECRET}]}), "BulkWriteError (65)"),
        (OperationFailure(SECRET, 18, {"codeName": "Denied"}), "OperationFailure (18 Denied)"),
        (ConnectionRefusedError(111, "Connection refused"), "ConnectionRefusedError: [Errno 111] Connection refused"),
        (AutoReconnect("127.0.0.1:1: connection closed"), "AutoReconnect: 127.0.0.1:1: connection closed"),
    ],
)
def test_only_the_machinery_speaks_in_its_own_words(error: Exception, said: str) -> None:
    assert describe(error) == said


def logged(act: Callable[[], None]) -> str:
    with pytest.raises(Exception) as caught:  # noqa: B017  # any error at all
        act()
    told = (caught.type, caught.value, caught.tb)
    record = logging.LogRecord("here", logging.ERROR, "file", 1, "it failed", (), told)
    return DiscreetFormatter(["levelname", "message"]).format(record)


def test_a_logged_exception_shows_types_and_places_without_words() -> None:
    def deep() -> None:
        int(SECRET)

    def outer() -> None:
        try:
            deep()
        except ValueError as error:
            raise RuntimeError(f"while handling {SECRET}") from error

    entry = json.loads(logged(outer))
    assert entry["message"] == "it failed"
    lines = entry["exc_info"].splitlines()
    assert [line for line in lines if not line.startswith(" ")] == ["ValueError", "RuntimeError"]
    assert any(line.endswith(" deep") for line in lines) and any(line.endswith(" outer") for line in lines)
    assert SECRET not in entry["exc_info"]


def test_an_error_that_came_up_while_handling_another_shows_both() -> None:
    def clumsy() -> None:
        try:
            raise KeyError(SECRET)
        except KeyError:
            raise TypeError(SECRET)  # noqa: B904  # the implicit chain is what is tested

    entry = logged(clumsy)
    assert "KeyError" in entry and "TypeError" in entry and SECRET not in entry


def test_a_suppressed_error_stays_suppressed() -> None:
    def quiet() -> None:
        try:
            raise KeyError(SECRET)
        except KeyError:
            raise TypeError(SECRET) from None

    assert "KeyError" not in logged(quiet)

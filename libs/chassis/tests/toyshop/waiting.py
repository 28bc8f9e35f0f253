"""Waiting for something to become true, for as long as a busy machine may need."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 60.0


def eventually(look: Callable[[], T], seconds: float = PATIENCE, every: float = 0.02) -> T:
    """The first truthy thing `look` returns; never in `seconds` => AssertionError with the last thing it returned."""
    end = time.monotonic() + seconds
    while not (seen := look()):
        assert time.monotonic() < end, f"not within {seconds} s, last seen: {seen!r}"
        time.sleep(every)
    return seen

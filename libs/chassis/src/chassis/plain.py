"""Data as the wire and the store can both hold it: what comes in is checked, what goes out is converted."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import date, datetime
from enum import Enum
from typing import Any

from chassis.event import format_instant

DEEPEST = 40
LARGEST = 2**63 - 1


class NotPlain(Exception):
    """A value the store cannot hold; `path` says where, `reason` why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


def check_plain(value: Any, path: str = "", depth: int = 0) -> None:
    """Look through decoded JSON; text that is no Unicode, a number beyond 64 bits, too deep a nest => NotPlain."""
    if depth > DEEPEST:
        raise NotPlain(path.split(".")[0], f"nested deeper than {DEEPEST}")
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise NotPlain(path, "not Unicode text") from error
    elif isinstance(value, int) and not -LARGEST - 1 <= value <= LARGEST:
        raise NotPlain(path, "beyond 64 bits")
    elif isinstance(value, dict):
        for name, inner in value.items():
            if "\0" in name:
                raise NotPlain(path, "a name with a NUL character")
            check_plain(name, path, depth)
            check_plain(inner, f"{path}.{name}".strip("."), depth + 1)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            check_plain(inner, f"{path}.{index}".strip("."), depth + 1)


def to_plain(value: Any) -> Any:
    """An answer as JSON: instants RFC 3339 UTC, days ISO, enumerations by value. Anything JSON lacks => TypeError."""
    if isinstance(value, Enum):
        return to_plain(value.value)
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, datetime):
        return format_instant(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(name): to_plain(inner) for name, inner in value.items()}
    if isinstance(value, Set):
        return [to_plain(inner) for inner in sorted(value)]
    if isinstance(value, list | tuple):
        return [to_plain(inner) for inner in value]
    raise TypeError(f"a value of type {type(value).__name__} cannot go into an answer")

"""Kinds of field the requests are made of."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from marshmallow import fields, validate

CODE = validate.Length(min=1, max=100)
SHORT_TEXT = validate.Length(min=1, max=200)
LONG_TEXT = validate.Length(max=4000)
"""A longer letter is attached and summed up: the national exchange record holds 4000 characters, too."""
PEOPLE = validate.Range(min=1, max=100_000)


def says(zh: str, en: str) -> dict[str, Any]:
    """What a field means, for the generated documentation."""
    return {"zh": zh, "en": en}


class Instant(fields.AwareDateTime):
    """An RFC 3339 instant with a time zone, as aware UTC in whole milliseconds."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        instant = super()._deserialize(value, attr, data, **kwargs).astimezone(UTC)
        return instant.replace(microsecond=instant.microsecond // 1000 * 1000)


def code(zh: str, en: str, **options: Any) -> fields.String:
    """A code, at most 100 characters."""
    return fields.String(validate=CODE, metadata=says(zh, en), **options)


def optional_code(zh: str, en: str) -> fields.String:
    """A code that may be left out or null."""
    return code(zh, en, load_default=None, allow_none=True)


def case_no() -> fields.String:
    """The case number; digits alone, so that a slip of the pen is told at once."""
    return fields.String(
        required=True,
        validate=validate.Regexp(r"^\d{18,26}$", error="a case number is 18 to 26 digits / 信访件编号为18至26位数字"),
        metadata=says("信访件编号", "case number"),
    )

"""Schemas made ready once: making one costs more than using it, and loading leaves nothing behind in it."""

from __future__ import annotations

from functools import cache
from typing import Literal

import marshmallow


@cache
def prepared(schema: type[marshmallow.Schema], unknown: Literal["exclude", "raise"]) -> marshmallow.Schema:
    """The schema with its rule for unknown fields; the same object each time."""
    return schema(unknown=unknown)

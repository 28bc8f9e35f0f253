"""Schemas made ready once: making one costs more than using it, and loading leaves nothing behind in it."""

from __future__ import annotations

from functools import cache

import marshmallow


@cache
def prepared(schema: type[marshmallow.Schema], unknown: str) -> marshmallow.Schema:
    """The schema with its rule for unknown fields; the same object each time."""
    return schema(unknown=unknown)

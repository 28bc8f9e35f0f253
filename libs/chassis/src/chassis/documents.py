"""Dataclasses to documents and back, by their type hints; and to the JSON that goes on the wire."""

from __future__ import annotations

from collections.abc import Set
from datetime import date, datetime
from typing import Any

import cattrs
from cattrs.gen import make_dict_unstructure_fn, override

from chassis.event import format_instant


def document_converter(*aggregates: type) -> cattrs.Converter:
    """Converter for the store: instants stay instants, days become ISO text, sets sorted lists; no `pending`."""
    converter = cattrs.Converter(unstruct_collection_overrides={Set: sorted})
    converter.register_unstructure_hook(datetime, lambda instant: instant)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(datetime, lambda instant, _: instant)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    for aggregate in aggregates:
        converter.register_unstructure_hook(
            aggregate, make_dict_unstructure_fn(aggregate, converter, pending=override(omit=True))
        )
    return converter


_WIRE = cattrs.Converter(unstruct_collection_overrides={Set: sorted})
_WIRE.register_unstructure_hook(datetime, format_instant)
_WIRE.register_unstructure_hook(date, date.isoformat)


def to_wire(fact: Any) -> dict[str, Any]:
    """A domain event as JSON data: instants RFC 3339 UTC, days ISO, enumerations by value, sets sorted lists."""
    plain: dict[str, Any] = _WIRE.unstructure(fact)
    return plain

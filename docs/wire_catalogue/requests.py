"""What a command or query takes, read from its schema: fields with type, rules and meaning, and an example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from marshmallow import Schema, fields, missing, validate

HAN = re.compile(r"[\u4e00-\u9fff]")
TYPES: tuple[tuple[type[fields.Field[Any]], str], ...] = (
    (fields.AwareDateTime, "instant"),
    (fields.DateTime, "instant"),
    (fields.Date, "day"),
    (fields.Boolean, "true/false"),
    (fields.Integer, "whole number"),
    (fields.Number, "number"),
    (fields.Nested, "object"),
    (fields.Dict, "object"),
    (fields.List, "list"),
    (fields.Enum, "text"),
    (fields.String, "text"),
)
EXAMPLES: dict[str, Any] = {
    "case_no": "640425202603020001",
    "dispute_no": "JF2026-000001",
    "item_no": "WG2026-000001",
    "visit_no": "JD2026-000001",
    "joint_reception_no": "LH2026-000001",
    "material_no": "640425202603020001-001",
    "file_name": "来信.pdf",
    "sha256": "0f" * 32,
    "content": "JVBERi0xLjcK",
    "notice_number": "640425202603020001-01",
    "township_code": "640425100",
    "village_code": "640425100001",
    "grid_code": "640425100001-01",
    "category": "030701",
    "quarter": "2026-Q1",
    "from": "2026-01-01",
    "to": "2026-04-01",
    "year": 2026,
    "words": "水管 冻裂",
}
"""Values that make an example read like the county's own; a field that is not here gets one by its type and rules."""


@dataclass(frozen=True)
class RequestField:
    """One field of `data`; `path` as in the event catalogue."""

    path: str
    type: str
    required: bool
    rules: tuple[str, ...]
    values: tuple[str, ...]
    zh: str
    en: str


def request_fields(schema: type[Schema]) -> list[RequestField]:
    """Every field, those of inner objects with their path, in the schema's order."""
    return list(_fields(schema(), ""))


def example_data(schema: type[Schema]) -> dict[str, Any]:
    """Data that this schema accepts as far as single fields go: every required field."""
    return _example_object(schema())


def summary(schema: type[Schema], handle: object) -> str:
    """What the method does: the schema's docstring, or the handler's where that says more."""
    texts = [_first_paragraph(getattr(one, "__doc__", None)) for one in (handle, schema)]
    spoken = [text for text in texts if text]
    return next((text for text in spoken if HAN.search(text)), spoken[0] if spoken else "")


def _fields(schema: Schema, path: str) -> Iterator[RequestField]:
    for attribute, field in schema.fields.items():
        if field.dump_only:
            continue
        name = field.data_key or attribute
        where = f"{path}{name}"
        zh, en = _meaning(field)
        rules, values = tuple(_rules(field)), tuple(_values(field))
        yield RequestField(where, _type_name(field), field.required, rules, values, zh, en)
        inner = field.inner if isinstance(field, fields.List) else field
        if isinstance(inner, fields.Nested):
            yield from _fields(inner.schema, f"{where}[]." if inner is not field else f"{where}.")


def _type_name(field: fields.Field[Any]) -> str:
    if isinstance(field, fields.List):
        return f"list of {_type_name(field.inner)}"
    return next((name for kind, name in TYPES if isinstance(field, kind)), "any")


def _meaning(field: fields.Field[Any]) -> tuple[str, str]:
    """`zh` and `en` of the metadata; a single `description` goes to the language it is written in."""
    zh, en = str(field.metadata.get("zh", "")), str(field.metadata.get("en", ""))
    description = str(field.metadata.get("description", ""))
    if description and not zh and HAN.search(description):
        return description, en
    return zh, en or description


def _rules(field: fields.Field[Any]) -> Iterator[str]:
    if field.allow_none:
        yield "may be null"
    default = field.load_default
    if default not in (missing, None) and not callable(default):
        yield f"default `{_plain(default)}`"
    for rule in [*field.validators, *getattr(getattr(field, "inner", None), "validators", ())]:
        if isinstance(rule, validate.Length):
            yield _bounds("length", rule.min, rule.max, rule.equal)
        elif isinstance(rule, validate.Range):
            yield _bounds("", rule.min, rule.max, None)
        elif isinstance(rule, validate.Regexp):
            yield f"matches `{str(rule.regex.pattern)}`"


def _bounds(what: str, low: object, high: object, equal: object) -> str:
    if equal is not None:
        return f"{what} {equal}".strip()
    if low is not None and high is not None:
        return f"{what} {low}…{high}".strip()
    return f"{what} ≥ {low}".strip() if high is None else f"{what} ≤ {high}".strip()


def _values(field: fields.Field[Any]) -> list[str]:
    if isinstance(field, fields.List):
        return _values(field.inner)
    if isinstance(field, fields.Enum):
        return [str(member.value if field.by_value else member.name) for member in field.enum]
    return [
        str(_plain(choice)) for rule in field.validators if isinstance(rule, validate.OneOf) for choice in rule.choices
    ]


def _example_object(schema: Schema) -> dict[str, Any]:
    return {
        field.data_key or attribute: _example(field.data_key or attribute, field)
        for attribute, field in schema.fields.items()
        if field.required and not field.dump_only
    }


def _example(name: str, field: fields.Field[Any]) -> Any:
    if "example" in field.metadata:
        return field.metadata["example"]
    if isinstance(field, fields.List):
        return [_example(name, field.inner)]
    if isinstance(field, fields.Nested):
        return _example_object(field.schema)
    if values := _values(field):
        return int(values[0]) if isinstance(field, fields.Integer) else values[0]
    if name in EXAMPLES:
        return EXAMPLES[name]
    if isinstance(field, fields.DateTime):
        return "2026-03-02T01:30:00.000Z"
    if isinstance(field, fields.Date):
        return "2026-03-31"
    if isinstance(field, fields.Boolean):
        return True
    if isinstance(field, fields.Number):
        return _least(field)
    return "…"


def _least(field: fields.Field[Any]) -> int:
    lows = [rule.min for rule in field.validators if isinstance(rule, validate.Range) and rule.min is not None]
    return int(max([1, *lows]))


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date | datetime) else value


def _first_paragraph(text: str | None) -> str:
    if text is None:
        return ""
    return " ".join(text.strip().split("\n\n")[0].split())

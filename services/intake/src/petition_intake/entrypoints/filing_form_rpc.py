"""Query `get_filing_form`: the form of one way of filing, drawn from the very schema that takes the filing in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from marshmallow import Schema, fields, validate
from pymongo.database import Database

from chassis.service import ANYONE, Call, Query
from petition_intake.domain.channels import CHANNEL_WORDING, Channel
from petition_intake.domain.filing import PURPOSE_WORDING, Purpose
from petition_intake.domain.filing_form import (
    FilledIn,
    filled_in,
    is_asked,
    is_needed,
    needed_unless,
    notes_of,
    purposes_of,
)
from petition_intake.domain.forms import CHANNEL_OF, FORM_WORDING, Form
from petition_intake.domain.levels import LEVEL_WORDING, Level
from petition_intake.domain.people import ROLE_WORDING, Role
from petition_intake.entrypoints.fields import Instant, says
from petition_intake.entrypoints.filing_schema import RegisterPetition

Data = dict[str, Any]

_WORDINGS: dict[Any, Any] = {
    Channel: CHANNEL_WORDING,
    Purpose: PURPOSE_WORDING,
    Level: LEVEL_WORDING,
    Role: ROLE_WORDING,
}
_CHOICES_FROM = {
    "category": "assignment.list_categories",
    "place": "assignment.resolve_place",
    "petitioners.id_kind": "intake.list_codes",
    "complained_of": "assignment.list_units",
    "accused.unit": "assignment.list_units",
}
"""What is chosen from the county's own data, and the query that offers it."""

_KINDS: tuple[tuple[type[fields.Field[Any]], str], ...] = (
    (fields.List, "list"),
    (fields.Nested, "group"),
    (fields.Enum, "choice"),
    (fields.Boolean, "yes_no"),
    (fields.Integer, "number"),
    (Instant, "instant"),
    (fields.Date, "date"),
    (fields.String, "text"),
)


class GetFilingForm(Schema):
    """信访表单: what the form of one way of filing asks for."""

    form = fields.Enum(
        Form,
        by_value=True,
        required=True,
        metadata=says("信访形式，如网站、手机、微信", "website, phone, WeChat …"),
    )
    filled_in_by = fields.Enum(
        FilledIn,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata=says("只要信访人自己填写的，或者只要单位填写的", "only what the petitioner, or the office, fills in"),
    )


def get_filing_form(_reader: Database[Data], _call: Call, data: Data) -> Data:
    """Fields in the order of the form, each with what it may hold and when it must be there."""
    form, whose = data["form"], data["filled_in_by"]
    channel = CHANNEL_OF[form]
    return {
        "form": FORM_WORDING[form].to_wire(form.value),
        "channel": CHANNEL_WORDING[channel].to_wire(channel.value),
        "notes": [{"zh": note.zh, "en": note.en} for note in notes_of(form)],
        "fields": list(_items(RegisterPetition(), form, whose)),
    }


QUERIES = (Query("get_filing_form", GetFilingForm, get_filing_form, ANYONE),)


def _items(schema: Schema, form: Form, whose: FilledIn | None, inside: str = "") -> Iterator[Data]:
    for name, field in schema.fields.items():
        path = inside + name
        if is_asked(path, form) and whose in (None, filled_in(path)):
            yield _item(path, field, form, whose)


def _item(path: str, field: fields.Field[Any], form: Form, whose: FilledIn | None) -> Data:
    inner = field.inner if isinstance(field, fields.List) else field
    purposes = purposes_of(path)
    return {
        "field": path.rpartition(".")[2],
        "zh": field.metadata["zh"],
        "en": field.metadata["en"],
        "kind": next(kind for kinds, kind in _KINDS if isinstance(field, kinds)),
        "required": field.required or is_needed(path, form),
        "required_unless": needed_unless(path, form),
        "filled_in_by": filled_in(path).value,
        "purposes": None if purposes is None else [purpose.value for purpose in purposes],
        **_bounds(field),
        "choices": _choices(inner),
        "choices_from": _CHOICES_FROM.get(path),
        "fields": list(_items(inner.schema, form, whose, f"{path}.")) if isinstance(inner, fields.Nested) else None,
    }


def _bounds(field: fields.Field[Any]) -> Data:
    """The least and most of a number, of characters of a text, or of entries of a list."""
    for rule in field.validators:
        if isinstance(rule, validate.Length | validate.Range):
            return {"least": rule.min, "most": rule.max}
    return {"least": None, "most": None}


def _choices(field: fields.Field[Any]) -> list[dict[str, str]] | None:
    if not isinstance(field, fields.Enum):
        return None
    wordings = _WORDINGS[field.enum]
    return [wordings[choice].to_wire(choice.value) for choice in field.enum]

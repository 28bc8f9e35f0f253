"""Refusals: stable codes, the field, and a sentence in two languages."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
import pytest

from chassis.refusal import CODES, Refusal, from_domain, from_schema


class Inner(ma.Schema):
    number = ma.fields.Int(required=True, strict=True)


class Outer(ma.Schema):
    name = ma.fields.Str(required=True, validate=ma.validate.Length(max=3))
    on = ma.fields.Date()
    kind = ma.fields.Str(validate=ma.validate.OneOf(["a", "b"]))
    inner = ma.fields.Nested(Inner)
    many = ma.fields.List(ma.fields.Nested(Inner))


@pytest.mark.parametrize("code", list(CODES))
def test_every_code_has_a_sentence_in_chinese_and_english(code: str) -> None:
    words = {"reason": "r", "actual": 1, "expected": 2, "method": "m", "id": "i", "caller": "c", "actor": "a"}
    refusal = Refusal.of(code, "f", reference="x", **words)
    assert any("\u4e00" <= character <= "\u9fff" for character in refusal.zh)
    assert refusal.en.isascii() and "{" not in refusal.zh + refusal.en
    assert set(refusal.to_wire()) == {"code", "field", "zh", "en", "retryable"}


def test_only_what_may_succeed_later_is_retryable() -> None:
    assert {code for code, sentence in CODES.items() if sentence.retryable} == {"BUSY", "INTERNAL"}


@pytest.mark.parametrize(
    ("data", "code", "field"),
    [
        ({}, "MISSING_FIELD", "name"),
        ({"name": "x", "nmae": 1}, "UNKNOWN_FIELD", "nmae"),
        ({"name": 7}, "WRONG_TYPE", "name"),
        ({"name": None}, "WRONG_TYPE", "name"),
        ({"name": "four"}, "BAD_VALUE", "name"),
        ({"name": "x", "on": "soon"}, "WRONG_TYPE", "on"),
        ({"name": "x", "kind": "c"}, "BAD_VALUE", "kind"),
        ({"name": "x", "inner": {}}, "MISSING_FIELD", "inner.number"),
        ({"name": "x", "inner": 7}, "WRONG_TYPE", "inner"),
        ({"name": "x", "inner": {"number": "7"}}, "WRONG_TYPE", "inner.number"),
        ({"name": "x", "many": 7}, "WRONG_TYPE", "many"),
        ({"name": "x", "many": [{"number": 1}, {}]}, "MISSING_FIELD", "many.1.number"),
    ],
)
def test_the_first_fault_of_a_request_becomes_one_refusal(data: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(ma.ValidationError) as caught:
        Outer(unknown=ma.RAISE).load(data)
    refusal = from_schema(caught.value.normalized_messages())
    assert (refusal.code, refusal.field) == (code, field)


class Full(Exception):
    code = "FULL"
    zh = "第 {number} 箱已满（{field}）。"
    en = "Box {number} is full ({field})."

    def __init__(self, field: str | None, **values: object) -> None:
        self.field = field
        self.values = values


def test_a_services_own_error_keeps_its_code_field_and_sentences() -> None:
    refusal = from_domain(Full("item", number=3))
    assert refusal.to_wire() == {
        "code": "FULL",
        "field": "item",
        "zh": "第 3 箱已满（item）。",
        "en": "Box 3 is full (item).",
        "retryable": False,
    }


def test_a_sentence_with_a_word_missing_is_still_a_refusal() -> None:
    assert from_domain(Full(None)).en == "Box … is full (None)."


def test_braces_in_a_value_are_only_text() -> None:
    assert from_domain(Full("f", number="{0}")).en == "Box {0} is full (f)."
    assert "{field}" in Refusal.of("BAD_VALUE", "f", reason="{field}").en

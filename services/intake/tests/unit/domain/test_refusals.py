"""Every refusal speaks both languages and keeps one code to itself."""

from __future__ import annotations

import string
from collections.abc import Iterator

import pytest

from petition_intake.domain import (
    classification_errors,
    delivery_errors,
    dispute_errors,
    errors,
    exchange_errors,
    grid_errors,
    joint_reception_errors,
    mark_errors,
    material_errors,
    review_errors,
    secrecy_errors,
    suggestion_errors,
    window_errors,
)

BESIDE = (
    classification_errors,
    delivery_errors,
    dispute_errors,
    exchange_errors,
    grid_errors,
    joint_reception_errors,
    mark_errors,
    material_errors,
    review_errors,
    secrecy_errors,
    suggestion_errors,
    window_errors,
)
SAID_OF_ANYTHING = {"NOT_FOUND", "ILLEGAL_TRANSITION", "ALREADY_DONE"}
"""Codes that mean the same whatever they are said of."""


def refusals() -> Iterator[type[errors.Refused]]:
    for module in (errors, *BESIDE):
        for found in vars(module).values():
            own = isinstance(found, type) and found.__module__ == module.__name__
            if own and issubclass(found, errors.Refused) and found is not errors.Refused:
                yield found


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("refusal", list(refusals()))
def test_a_refusal_has_a_code_and_a_sentence_in_both_languages(refusal: type[errors.Refused]) -> None:
    assert refusal.code == refusal.code.upper()
    assert any("\u4e00" <= letter <= "\u9fff" for letter in refusal.zh)
    assert refusal.en.isascii()
    zh, en = places(refusal.zh), places(refusal.en)
    assert {name.removesuffix("_zh") for name in zh} >= en - {"field"} or en <= zh


def test_no_two_refusals_share_a_code() -> None:
    codes = [refusal.code for refusal in refusals() if refusal.code not in SAID_OF_ANYTHING]

    assert len(codes) == len(set(codes))


def test_a_refusal_says_what_happened_when_it_is_printed() -> None:
    refused = errors.AlreadyRegistered("ticket_no", reference="GD1", case_no="640425202603020001")

    assert str(refused) == "ALREADY_REGISTERED: GD1 is already registered as petition 640425202603020001."
    assert refused.field == "ticket_no"

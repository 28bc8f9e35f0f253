"""Every refusal has a code of its own and a sentence in both languages that can be filled in."""

from __future__ import annotations

import string

import pytest

from petition_supervision.domain import (
    appraisal_errors,
    errors,
    export_errors,
    inspection_errors,
    joint_meeting_errors,
    key_village_errors,
    ladder_errors,
    leader_errors,
    letter_errors,
    measure_errors,
    problem_errors,
    proposal_errors,
    staff_errors,
    suggestion_errors,
    urging_errors,
)

REFUSALS = [
    kind
    for module in (
        errors,
        ladder_errors,
        leader_errors,
        key_village_errors,
        problem_errors,
        proposal_errors,
        export_errors,
        suggestion_errors,
        urging_errors,
        inspection_errors,
        joint_meeting_errors,
        letter_errors,
        appraisal_errors,
        measure_errors,
        staff_errors,
    )
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, errors.Refused) and kind.__module__ == module.__name__
]
CODED = [kind for kind in REFUSALS if kind is not errors.Refused]


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_codes_are_unique_and_stable_in_form() -> None:
    codes = [kind.code for kind in CODED]

    assert len(codes) == len(set(codes))
    assert all(code == code.upper() and code.replace("_", "").isalpha() for code in codes)


@pytest.mark.parametrize("kind", CODED, ids=lambda kind: kind.code)
def test_both_sentences_are_written_and_the_english_one_is_part_of_the_text(kind: type[errors.Refused]) -> None:
    values = dict.fromkeys((blanks(kind.zh) | blanks(kind.en)) - {"field"}, "x")
    error = kind("case_no", **values)

    assert kind.zh.endswith("。") and kind.en.endswith(".")
    assert str(error).startswith(f"{kind.code}: ")
    assert (error.field, error.values) == ("case_no", values)

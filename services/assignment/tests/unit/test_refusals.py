"""Every refusal has a code of its own and says so in Chinese and English."""

import re
import string

import pytest

from petition_assignment.domain import errors, register_rows


def all_refusals(kind: type[errors.Refused] = errors.Refused) -> list[type[errors.Refused]]:
    assert register_rows.RegisterFaulty in errors.Refused.__subclasses__()
    found = []
    for inner in kind.__subclasses__():
        found += [inner, *all_refusals(inner)]
    return found


def test_no_code_is_used_twice():
    codes = [refusal.code for refusal in all_refusals()]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("refusal", all_refusals(), ids=lambda refusal: refusal.code)
def test_a_refusal_speaks_both_languages_about_the_same_things(refusal: type[errors.Refused]):
    assert re.fullmatch(r"[A-Z][A-Z0-9_]+", refusal.code)
    assert re.search(r"[\u4e00-\u9fff]", refusal.zh)
    assert refusal.en.isascii()
    named = [
        {name.removesuffix("_zh").removesuffix("_en") for _, name, _, _ in string.Formatter().parse(text) if name}
        for text in (refusal.zh, refusal.en)
    ]
    assert named[1] <= named[0] or named[0] <= named[1]

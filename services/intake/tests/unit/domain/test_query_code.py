"""查询码: derived, forgiving to people, unforgiving to guessing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_builders import NOW

from petition_intake.domain.query_code import ALPHABET, TRIES, TRIES_WINDOW, QueryCodes, WrongTries

CODES = QueryCodes(b"a secret of thirty-two bytes ....")
CASE = "640425202603020001"


def test_a_code_is_three_groups_of_four_symbols_without_look_alikes() -> None:
    code = CODES.of(CASE)

    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert set(code) <= {*ALPHABET, "-"}
    assert not set("ILOU") & set(ALPHABET)
    assert len(ALPHABET) == 32


def test_the_same_case_has_the_same_code_and_another_secret_gives_another() -> None:
    assert CODES.of(CASE) == CODES.of(CASE)
    assert CODES.of(CASE) != QueryCodes(b"x" * 32).of(CASE)


@given(serial=st.integers(min_value=1, max_value=9999))
def test_a_code_fits_its_own_case_and_no_other(serial: int) -> None:
    mine, other = f"64042520260302{serial:04d}", f"64042520260303{serial:04d}"

    assert CODES.fits(mine, CODES.of(mine))
    assert not CODES.fits(other, CODES.of(mine))


def test_a_code_is_read_as_people_write_it() -> None:
    code = CODES.of(CASE)
    spellings = [
        code.lower(),
        code.replace("-", ""),
        code.replace("-", " "),
        code.replace("0", "O").replace("1", "l"),
        code.replace("-", "－"),
    ]

    assert all(CODES.fits(CASE, spelling) for spelling in spellings)


@pytest.mark.parametrize("wrong", ["", "-", "0000-0000-0000", "查询码", "A" * 40])
def test_anything_else_does_not_fit(wrong: str) -> None:
    assert not CODES.fits(CASE, wrong)


@pytest.mark.parametrize(
    ("count", "after", "locked"),
    [
        (TRIES - 1, timedelta(0), False),
        (TRIES, timedelta(0), True),
        (TRIES, TRIES_WINDOW - timedelta(milliseconds=1), True),
        (TRIES, TRIES_WINDOW, False),
    ],
)
def test_ten_wrong_codes_lock_a_number_until_the_hour_is_over(count: int, after: timedelta, locked: bool) -> None:
    until = WrongTries(NOW, count).locked_until(NOW + after)

    assert until == (NOW + TRIES_WINDOW if locked else None)

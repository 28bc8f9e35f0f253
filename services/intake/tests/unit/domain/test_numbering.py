"""Case numbers, and what a missing one means."""

from __future__ import annotations

from datetime import date

import pytest
from intake_builders import NOW

from petition_intake.domain.numbering import (
    CASE_NO,
    CONFIDENTIAL_SERIALS,
    GAP_WORDING,
    Gap,
    NumberSlip,
    case_number,
    gaps,
)


@pytest.mark.parametrize(
    ("serial", "number"),
    [
        (1, "640425202603020001"),
        (9999, "640425202603029999"),
        (10000, "6404252026030210000"),
        (CONFIDENTIAL_SERIALS.start, "6404252026030210000000"),
    ],
)
def test_a_number_is_county_day_and_serial(serial: int, number: str) -> None:
    assert case_number("640425", date(2026, 3, 2), serial) == number
    assert CASE_NO.match(number)


def test_every_serial_without_a_petition_is_explained() -> None:
    requests = {1: "a", 2: "b", 4: "c", 5: "a"}
    slips = [NumberSlip(serial, request, "petition_bureau", NOW) for serial, request in requests.items()]
    found = gaps(5, {1, 4}, slips)

    assert found == [Gap(2, "not_completed", slips[1]), Gap(3, "not_taken", None), Gap(5, "repeated", slips[3])]
    assert {gap.reason for gap in found} == set(GAP_WORDING)
    assert gaps(0, set(), []) == []

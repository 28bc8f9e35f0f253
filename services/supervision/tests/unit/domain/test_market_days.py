"""Townships compared by who receives visitors: main leaders on market days, anybody of theirs on other days."""

from __future__ import annotations

from datetime import date

import pytest

from petition_supervision.domain.market_days import Attended, TownshipReception, compare_townships, is_market_day

CAOMIAO, BAIYANG = "township_caomiao", "township_baiyang"
HEAD, DEPUTY = "P0200", "P0201"
DAYS = [date(2026, 3, day) for day in (2, 3, 4, 5, 6)]
"""Monday to Friday; the market of Caomiao is on days that end in 1, 4 or 7, so on Wednesday."""
MARKETS = {CAOMIAO: frozenset({1, 4, 7})}
WEDNESDAY, THURSDAY = DAYS[2], DAYS[3]


@pytest.mark.parametrize(
    ("day", "market"), [(1, True), (4, True), (14, True), (27, True), (31, True), (2, False), (10, False), (30, False)]
)
def test_a_market_is_held_by_the_last_digit_of_the_day(day: int, market: bool) -> None:
    assert is_market_day(date(2026, 3, day), MARKETS[CAOMIAO]) is market


@pytest.mark.parametrize(
    ("on", "by", "expected"),
    [
        (WEDNESDAY, HEAD, TownshipReception(CAOMIAO, 1, 1, 0, 4, 0, 4)),
        (WEDNESDAY, DEPUTY, TownshipReception(CAOMIAO, 1, 0, 1, 4, 0, 4)),
        (THURSDAY, DEPUTY, TownshipReception(CAOMIAO, 1, 0, 0, 4, 1, 4)),
        (THURSDAY, HEAD, TownshipReception(CAOMIAO, 1, 0, 0, 4, 1, 4)),
    ],
)
def test_the_main_leader_is_looked_for_on_market_days_and_anybody_on_others(
    on: date, by: str, expected: TownshipReception
) -> None:
    assert compare_townships([CAOMIAO], DAYS, MARKETS, [Attended(CAOMIAO, on, by)], {HEAD}) == [expected]


def test_every_township_has_its_row_in_the_order_of_the_codes_and_its_own_markets() -> None:
    attended = [Attended(CAOMIAO, day, HEAD) for day in DAYS]
    rows = compare_townships([CAOMIAO, BAIYANG], DAYS, MARKETS, attended, {HEAD})

    assert rows == [TownshipReception(BAIYANG, 0, 0, 0, 5, 0, 5), TownshipReception(CAOMIAO, 1, 1, 0, 4, 4, 0)]
    assert all(row.market_days + row.other_days == len(DAYS) for row in rows)


def test_without_days_there_is_nothing_to_compare() -> None:
    assert compare_townships([CAOMIAO], [], MARKETS, [], set()) == [TownshipReception(CAOMIAO)]

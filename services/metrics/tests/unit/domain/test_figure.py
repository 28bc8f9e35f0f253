"""How figures are rounded, printed and compared."""

import pytest
from metrics_asking import CATALOGUE, YEAR, YEAR_END

from petition_metrics.domain.comparison import Against, Comparison
from petition_metrics.domain.figure import Figure


def rate(numerator: int, denominator: int) -> Figure:
    return Figure(CATALOGUE.find("settled_rate_batches"), YEAR, None, numerator, denominator, YEAR_END)


def count(numerator: int) -> Figure:
    return Figure(CATALOGUE.find("visit_batches"), YEAR, None, numerator, None, YEAR_END)


@pytest.mark.parametrize(
    ("numerator", "denominator", "value", "text"),
    [
        (142, 169, 84.0, "84.0%"),
        (198, 227, 87.2, "87.2%"),
        (52, 52, 100.0, "100.0%"),
        (0, 3, 0.0, "0.0%"),
        (1, 2000, 0.1, "0.1%"),
        (1, 2001, 0.0, "0.0%"),
        (0, 0, None, "—"),
    ],
)
def test_a_rate_is_a_percentage_to_one_decimal_and_a_dash_without_a_denominator(
    numerator: int, denominator: int, value: float | None, text: str
) -> None:
    assert (rate(numerator, denominator).value, rate(numerator, denominator).text) == (value, text)


def test_a_count_is_printed_as_it_is() -> None:
    assert (count(0).value, count(0).text) == (0, "0")
    assert (count(169).value, count(169).text) == (169, "169")


@pytest.mark.parametrize(
    ("now", "then", "percent", "text"),
    [
        (count(110), count(100), 10.0, "+10.0%"),
        (count(90), count(100), -10.0, "-10.0%"),
        (count(100), count(100), 0.0, "+0.0%"),
        (count(5), count(0), None, "—"),
        (count(0), count(0), None, "—"),
        (count(0), count(5), -100.0, "-100.0%"),
        (rate(9, 10), rate(3, 4), 20.0, "+20.0%"),
        (rate(0, 0), rate(3, 4), None, "—"),
        (rate(3, 4), rate(0, 0), None, "—"),
        (rate(3, 4), rate(0, 4), None, "—"),
        (count(2), count(3), -33.3, "-33.3%"),
    ],
)
def test_a_change_is_relative_to_then_and_a_dash_when_then_is_nothing(
    now: Figure, then: Figure, percent: float | None, text: str
) -> None:
    change = Comparison(Against.YEAR_BEFORE, now, then)
    assert (change.percent, change.text) == (percent, text)


def test_comparisons_know_their_period_and_their_name() -> None:
    assert Against.YEAR_BEFORE.period(YEAR) == YEAR.year_before
    assert Against.PREVIOUS_PERIOD.period(YEAR) == YEAR.previous
    assert [Against.YEAR_BEFORE.name_zh, Against.PREVIOUS_PERIOD.name_zh] == ["同比", "环比"]

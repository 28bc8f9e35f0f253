"""数据多跑路、群众少跑腿: notices received by opening them online, each a way not made."""

from __future__ import annotations

from metrics_asking import CATALOGUE, after_hearing, listed
from metrics_memory import Memory
from metrics_story import BUREAU, Story

from petition_metrics.domain.indicator import Part

CASE, OTHER = "640425202603010001", "640425202603020001"


def test_each_notice_whose_opening_is_its_receipt_spares_a_way(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    story.opened_online(CASE, "2026-03-03", f"{CASE}-01")
    story.opened_online(CASE, "2026-03-20", f"{CASE}-02")
    story.registered(OTHER, "2026-03-02")
    story.opened_online(OTHER, "2026-03-05", f"{OTHER}-01")
    memory = Memory().hear(story.told)

    assert after_hearing(story, "visits_spared") == "3"
    assert listed(memory, CATALOGUE.find("visits_spared"), Part.NUMERATOR) == (
        3,
        [(CASE, f"{CASE}-01"), (OTHER, f"{OTHER}-01"), (CASE, f"{CASE}-02")],
    )
    assert after_hearing(story, "filings_total") == "2"


def test_a_notice_delivered_otherwise_spared_nothing(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    story.opened_online(CASE, "2026-03-03", f"{CASE}-01", receipt=False)

    assert after_hearing(story, "visits_spared") == "0"


def test_it_counts_in_the_year_it_was_opened_and_with_the_unit_in_charge(story: Story) -> None:
    story.registered(CASE, "2025-12-20", registered_by_unit=BUREAU)
    story.opened_online(CASE, "2025-12-31", f"{CASE}-01")
    story.opened_online(CASE, "2026-01-01", f"{CASE}-02")

    assert after_hearing(story, "visits_spared") == "1"
    assert after_hearing(story, "visits_spared", unit=BUREAU) == "1"
    assert after_hearing(story, "visits_spared", unit="dept_water") == "0"

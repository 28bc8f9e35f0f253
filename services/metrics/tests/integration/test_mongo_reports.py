"""What the reports ask of the real ledger equals what the one in memory answers; published quarters stay."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from metrics_asking import CATALOGUE, YEAR, YEAR_END
from metrics_memory import Memory
from metrics_story import BUREAU, CAOMIAO, Story, moment
from pymongo.database import Database

from petition_metrics.adapters.mongo_ledger import MongoLedgers
from petition_metrics.application.definitions import rules_in_force
from petition_metrics.application.unit_rows import unit_rows
from petition_metrics.application.yearly_report import yearly_report
from petition_metrics.entrypoints.report_answers import yearly_report as answered

Store = Database[dict[str, Any]]
CASE = "640425202603010001"


def a_year(story: Story) -> Story:
    story.register("2026-01-01", settings={"collective_visit_from_people": 7})
    story.visit(CASE, "2026-03-01", 3)
    story.linked(CASE, "2026-03-01")
    story.clock_started(CASE, "2026-03-01", "K3", "2026-03-16")
    story.handled(CASE, "2026-03-20", "village")
    story.clock_stopped(CASE, "2026-03-10", "K3")
    story.followed_up(CASE, "2026-03-25")
    story.rated(CASE, "2026-03-28")
    for number, unit in ((2, "dept_water"), (3, "dept_water"), (4, BUREAU)):
        story.registered(f"64042520260301000{number}", "2026-03-01", category=None if number == 4 else "010101")
        story.routed(f"64042520260301000{number}", "2026-03-02", unit)
    for on in ("2025-12-31", "2026-01-01", "2026-12-31T23:59"):
        story.tell("supervision", "supervision_opened", "DB2026-0001", on, about_a_case=False, opened_by="P1")
    signed = {"document_no": "彭信建〔2026〕1号", "addressee": "dept_water", "signed_at": "2026-07-01T01:00:00.000Z"}
    story.tell("supervision", "accountability_signed", "DB2026-0001", "2026-07-01", about_a_case=False, **signed)
    return story


def test_the_yearly_report_from_the_store_is_that_of_the_memory(
    store: Store, hear: Callable[..., None], story: Story
) -> None:
    told = a_year(story).told
    memory = Memory().hear(told)
    hear(told)
    with MongoLedgers(store).open() as ledger:
        assert rules_in_force(ledger) == rules_in_force(memory)
        assert rules_in_force(ledger).group_visit_persons == 7
        rows = unit_rows(CATALOGUE, YEAR, YEAR_END, ledger)
        assert rows == unit_rows(CATALOGUE, YEAR, YEAR_END, memory)
        assert [(row.unit, row.volume.numerator) for row in rows] == [("dept_water", 2), (BUREAU, 1), (CAOMIAO, 1)]
        as_of = moment("2027-01-20")
        report = answered(yearly_report(CATALOGUE, 2026, as_of, ledger))
    assert report == answered(yearly_report(CATALOGUE, 2026, as_of, memory))
    assert report["handing_on"]["supervision"]["opened"] == 2
    assert len(report["proposals"]) == 1


def test_acts_of_supervision_are_found_by_an_index(store: Store) -> None:
    wanted = {"source": "supervision", "type": {"$in": ["supervision_opened.v1"]}, "time": {"$gte": YEAR_END}}
    plan = str(store.event_log.find(wanted).explain()["queryPlanner"]["winningPlan"])
    assert "acts_of_supervision" in plan and "COLLSCAN" not in plan

"""Events on a real broker become figures that can be asked for and listed."""

from __future__ import annotations

import random
from typing import Any

import pytest
from metrics_running import Metrics, wait_for
from metrics_story import BUREAU, CAOMIAO, PORTAL, Story, moment

from petition_client import Refused

YEAR = {"from": "2026-01-01", "to": "2027-01-01"}
REPEATED = "640425202601050001"


def tell_a_small_year(story: Story) -> None:
    """Ten visits of fourteen people, eight settled; two matters handed down; one repeat; one case handled again."""
    story.register("2026-01-01")
    for number in range(10):
        case_no = f"64042520260301{number:04d}"
        story.visit(case_no, "2026-03-01", 3 if number < 2 else 1)
        if number < 8:
            story.settled(case_no, "2026-03-01")
            story.followed_up(case_no, "2026-03-09")
    for number, result in enumerate(("resolved", "explained")):
        case_no = f"64042520260401{number:04d}"
        story.handed_down(case_no, "2026-04-01")
        story.clock_started(case_no, "2026-04-02", "K3", "2026-04-17")
        story.handled(case_no, "2026-04-10")
        story.clock_stopped(case_no, "2026-04-05", "K3")
        story.followed_up(case_no, "2026-04-12", "dissatisfied")
        story.reported(case_no, "2026-05-01", result)
    story.registered(REPEATED, "2026-01-05")
    story.registered("640425202606010001", "2026-06-01")
    story.linked("640425202606010001", "2026-06-01", repeat_of=REPEATED)
    story.tell("supervision", "something_new.v2", REPEATED, "2026-06-02")


def mixed(story: Story) -> list[Any]:
    """Everything told, shuffled, and a third of it twice."""
    chance = random.Random(7)
    events = [*story.told, *chance.sample(story.told, len(story.told) // 3)]
    chance.shuffle(events)
    return events


def test_shuffled_and_repeated_events_become_the_figures_of_the_year(metrics: Metrics, story: Story) -> None:
    tell_a_small_year(story)
    metrics.publish(mixed(story))
    worker = metrics.start("worker")
    metrics.start("rpc")
    metrics.await_heard(len(story.told))

    table = metrics.ask(BUREAU, "get_article_table", {"year": 2026})
    figures = {row["figure"]["indicator"]: row["figure"]["text"] for row in table["rows"]}
    assert figures["visit_batches"] == "10"
    assert figures["visit_persons"] == "14"
    assert figures["settled_rate_batches"] == "80.0%"
    assert figures["handed_down_resolution_rate"] == "50.0%"
    assert figures["follow_up_coverage"] == "100.0%"
    assert figures["satisfaction_rate"] == "—"
    assert (figures["townships"], figures["big_grids"], figures["small_grids"]) == ("12", "162", "2293")
    assert {row["figure"]["as_of"] for row in table["rows"]} == {"2026-12-31T10:00:00.000Z"}

    for row in table["rows"]:
        reference, items, cursor = row["drill_down"], [], None
        while True:
            data = {**reference["data"], "limit": 200, "cursor": cursor}
            page = metrics.ask(BUREAU, reference["query"], data)
            items += page["items"]
            cursor = page["next"]
            if cursor is None:
                break
        assert sum(item["counted"] for item in items) == row["figure"]["numerator"], reference

    shown = worker.metrics()
    assert "petition_open_cases 4.0" in shown
    assert 'petition_cases{state="settled_on_spot"} 8.0' in shown
    assert "petition_follow_ups_pending 0.0" in shown


def test_a_figure_carries_its_definition_its_parts_and_its_instant(metrics: Metrics, story: Story) -> None:
    tell_a_small_year(story)
    metrics.publish(story.told)
    metrics.at(moment("2026-04-01"))
    metrics.start("worker")
    metrics.start("rpc")
    metrics.await_heard(len(story.told))

    definitions = {one["indicator"]: one for one in metrics.ask(BUREAU, "list_indicators", {})["items"]}
    assert definitions["settled_rate_persons"]["definition_zh"]
    figure = metrics.ask(BUREAU, "get_indicator", {"indicator": "settled_rate_persons", **YEAR})
    assert (figure["numerator"], figure["denominator"], figure["value"]) == (12, 14, 85.7)
    assert figure["version"] == definitions["settled_rate_persons"]["version"]

    change = metrics.ask(
        BUREAU,
        "compare_indicator",
        {"indicator": "visit_batches", "from": "2026-03-01", "to": "2026-04-01", "against": "previous_period"},
    )
    assert (change["now"]["numerator"], change["then"]["numerator"], change["text"]) == (10, 0, "—")

    counted = metrics.ask(
        BUREAU, "list_counted_cases", {"indicator": "timely_notice", "part": "denominator", **YEAR, "limit": 1}
    )
    (item,) = counted["items"]
    assert (item["case_no"], item["clock"]["kind"], item["clock"]["met"]) == ("640425202604010000", "K3", True)
    assert counted["next"]

    assert metrics.run("publish-quarter", "2026", "1").returncode == 1
    metrics.at(moment("2026-12-31T18:00"))
    wait_for(lambda: metrics.store.public_editions.count_documents({"quarter": 1}) == 1, "the quarter to be published")
    assert "nothing has changed" in metrics.run("publish-quarter", "2026", "1").stdout
    public = metrics.ask(PORTAL, "get_public_figures", {"year": 2026, "quarter": 1})
    cells = {one["field"]: one["cells"] for one in public["tables"]}
    assert (public["edition"], public["total"], cells["category"]) == (1, 11, {"03": 11})
    assert (len(cells["channel"]), set(cells["channel"].values())) == (2, {None})
    report = metrics.ask(BUREAU, "get_yearly_report", {"year": 2026})
    assert report["statistics"]["figures"][0]["now"]["indicator"] == "satisfaction_rate"
    assert CAOMIAO in {row["unit"] for row in report["statistics"]["units_most_complained_of"]}
    units = metrics.ask(CAOMIAO, "compare_units", YEAR)["rows"]
    assert [row["unit"] for row in units] == [CAOMIAO]
    assert [row["holds"] for row in metrics.ask(BUREAU, "get_self_check", {"year": 2026})["rows"]] == [True, True, True]
    assert len(metrics.ask(BUREAU, "get_evidence_index", {"year": 2026})["sections"]) == 5
    rows = metrics.ask(BUREAU, "get_board", YEAR)["rows"]
    assert rows[0]["label_zh"] == "信访事项群众满意率"
    assert {row["label_zh"]: row["text"] for row in rows}["信访积案存量"] == "1"
    standing = metrics.ask(BUREAU, "list_counted_cases", {"indicator": "old_matters_standing", **YEAR})["items"]
    assert [one["case_no"] for one in standing] == ["640425202604010001"]

    timeline = metrics.ask(BUREAU, "get_case_timeline", {"case_no": REPEATED})
    assert timeline["facts"]["repeats"] == {"640425202606010001": "2026-06-01"}
    assert [one["type"] for one in timeline["heard"]] == ["petition_registered.v1", "something_new.v2"]


def test_a_unit_asks_about_itself_and_an_auditor_about_the_county(metrics: Metrics, story: Story) -> None:
    tell_a_small_year(story)
    metrics.publish(story.told)
    metrics.start("worker")
    metrics.start("rpc")
    metrics.await_heard(len(story.told))
    question = {"indicator": "filings_total", **YEAR}

    assert metrics.ask(BUREAU, "get_indicator", question)["numerator"] == 14
    own = metrics.ask(CAOMIAO, "get_indicator", question, actor="P050")
    assert (own["numerator"], own["unit"]) == (2, CAOMIAO)
    assert metrics.ask(CAOMIAO, "get_indicator", question)["unit"] == CAOMIAO
    card = metrics.ask(CAOMIAO, "get_scorecard", YEAR, actor="P050")
    first = card["rows"][0]
    assert (card["unit"], first["figure"]["indicator"]) == (CAOMIAO, "satisfaction_rate")
    assert set(first["drill_down"]) == {"numerator", "denominator"}
    audited = metrics.ask(CAOMIAO, "get_indicator", question, actor="P070")
    assert (audited["numerator"], audited["unit"]) == (14, None)

    refusals = [
        (CAOMIAO, "get_indicator", {**question, "unit": BUREAU}, "OUTSIDE_SCOPE", "unit"),
        (CAOMIAO, "get_case_timeline", {"case_no": REPEATED}, "NOT_YOUR_CASE", "case_no"),
        (BUREAU, "get_case_timeline", {"case_no": "640425209901010001"}, "NOT_FOUND", "case_no"),
        (BUREAU, "get_indicator", {**question, "indicator": "happiness"}, "INDICATOR_UNKNOWN", "indicator"),
        (BUREAU, "get_indicator", {**question, "to": "2026-01-01"}, "PERIOD_EMPTY", "from"),
        (BUREAU, "get_indicator", {**question, "to": "soon"}, "WRONG_TYPE", "to"),
        (BUREAU, "get_indicator", {**question, "colour": "red"}, "UNKNOWN_FIELD", "colour"),
        (BUREAU, "list_counted_cases", {**question, "part": "denominator"}, "PART_UNKNOWN", "part"),
        (BUREAU, "list_counted_cases", {**question, "limit": 201}, "BAD_VALUE", "limit"),
        (BUREAU, "list_counted_cases", {**question, "cursor": "elsewhere"}, "BAD_VALUE", "cursor"),
        (CAOMIAO, "get_scorecard", {**YEAR, "unit": BUREAU}, "OUTSIDE_SCOPE", "unit"),
        (CAOMIAO, "get_yearly_report", {"year": 2026}, "OUTSIDE_SCOPE", None),
        (CAOMIAO, "get_public_figures", {"year": 2020, "quarter": 1}, "QUARTER_NOT_PUBLISHED", "quarter"),
        (BUREAU, "get_scorecard", {**YEAR, "to": "2026-01-01"}, "PERIOD_EMPTY", "from"),
    ]
    for caller, method, data, code, field in refusals:
        with pytest.raises(Refused) as refused:
            metrics.ask(caller, method, data)
        assert (refused.value.code, refused.value.field) == (code, field), (method, data)
        assert refused.value.zh and refused.value.en


def test_an_event_that_cannot_be_read_is_parked_and_holds_up_nobody_else(metrics: Metrics, story: Story) -> None:
    broken = story.tell("intake", "petition_registered", "640425202603010009", "2026-03-01", channel="visit")
    story.visit("640425202603010001", "2026-03-01")
    story.register("2026-01-01")
    metrics.publish(story.told)
    metrics.start("worker")
    metrics.start("rpc")
    metrics.await_heard(len(story.told) - 1)
    wait_for(lambda: metrics.store.parked_events.count_documents({}) == 1, "the parked event")
    assert "petition_registered.v1" in metrics.store.parked_events.find_one()["error"]
    assert metrics.store.case_timelines.find_one({"_id": broken.subject}) is None
    figure = metrics.ask(BUREAU, "get_indicator", {"indicator": "visit_batches", **YEAR})
    assert figure["numerator"] == 1

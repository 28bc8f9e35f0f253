"""The yearly report, its self-check and the index of evidence."""

from pathlib import Path

import pytest
from metrics_asking import CATALOGUE, YEAR, YEAR_END
from metrics_beside import incident
from metrics_memory import Memory
from metrics_story import CAOMIAO, Story, moment, wire

from petition_metrics.application.figures import counted_things, figure
from petition_metrics.application.self_check import self_check
from petition_metrics.application.yearly_report import yearly_report
from petition_metrics.domain.indicator import Part
from petition_metrics.domain.sections import SECTION_OF, Section
from petition_metrics.entrypoints.report_answers import check_row, evidence_index
from petition_metrics.entrypoints.report_answers import yearly_report as answered
from petition_metrics.entrypoints.yearly_report_text import report_text

GOLDEN = Path(__file__).parents[1] / "yearly_report_2026.txt"
AS_OF = moment("2027-01-20T09:00")


def act(story: Story, type: str, number: str, on: str, **data: object) -> None:
    story.tell("supervision", type, number, on, about_a_case=False, supervision_no=number, version=1, **data)


def a_year(story: Story) -> Story:
    """Small, with something in each part: 3 cases, one item under supervision, three proposals."""
    first, second, third = "640425202603010001", "640425202603010002", "640425202605010001"
    story.register("2026-01-01")
    story.visit(first, "2026-03-01", 3)
    story.linked(first, "2026-03-01")
    story.clock_started(first, "2026-03-01", "K3", "2026-03-16")
    story.handled(first, "2026-03-20", "village")
    story.clock_stopped(first, "2026-03-10", "K3")
    story.followed_up(first, "2026-03-25")
    story.rated(first, "2026-03-28")
    story.registered(second, "2026-03-01", category="010101")
    story.clock_started(second, "2026-03-02", "K5", "2026-05-01", unit="dept_water")
    story.routed(second, "2026-03-02", "dept_water")
    story.registered(third, "2025-05-01")
    act(story, "supervision_opened", "DB2026-0001", "2026-05-02", case_no=second)
    act(story, "ladder_step_taken", "DB2026-0001", "2026-05-03", case_no=second, step="rectification")
    act(story, "ladder_step_taken", "DB2026-0001", "2026-06-03", case_no=second, step="criticism")
    signed = {"document_no": "彭信建〔2026〕1号", "addressee": "county_discipline"}
    act(story, "accountability_signed", "DB2026-0001", "2026-07-01", signed_at=wire("2026-07-01"), **signed)
    act(story, "proposal_feedback_recorded", "DB2026-0001", "2027-01-10", adoption="adopted", **signed)
    made = {"kind": "improve_policy", "addressee": "dept_housing", "document_no": "彭信建〔2026〕2号"}
    act(story, "proposal_made", "JY2026-0001", "2026-12-31", made_at=wire("2026-12-31T23:59"), **made)
    act(story, "proposal_made", "JY2027-0001", "2027-01-01", made_at=wire("2027-01-01T00:00"), **made)
    return story


def test_the_report_is_the_same_text_for_the_same_year(story: Story, memory: Memory) -> None:
    memory.hear(a_year(story).told)
    text = report_text(yearly_report(CATALOGUE, 2026, AS_OF, memory))
    assert text == GOLDEN.read_text(encoding="utf-8")
    assert text == report_text(yearly_report(CATALOGUE, 2026, AS_OF, memory))


def test_the_four_parts_are_there_and_satisfaction_stands_first(story: Story, memory: Memory) -> None:
    memory.hear(a_year(story).told)
    report = answered(yearly_report(CATALOGUE, 2026, AS_OF, memory))
    assert report["statistics"]["figures"][0]["now"]["indicator"] == "satisfaction_rate"
    assert report["statistics"]["fields"] == [{"category": "01", "filings": 1}, {"category": "03", "filings": 1}]
    assert [row["unit"] for row in report["statistics"]["units_most_complained_of"]] == ["dept_water", CAOMIAO]
    assert report["handing_on"]["supervision"] == {
        "opened": 1,
        "steps": {"rectification": 1, "criticism": 1, "accountability": 0},
        "cleared": 0,
    }
    assert [(one["number"], one["kind"], one["adoption"]) for one in report["proposals"]] == [
        ("DB2026-0001", "accountability", "adopted"),
        ("JY2026-0001", "improve_policy", None),
    ]
    assert len(report["other"]["self_check"]) == 3


@pytest.mark.parametrize(("as_of", "over"), [("2026-12-31T23:59", False), ("2027-01-01T00:00", True)])
def test_a_report_of_a_running_year_says_that_it_is_a_draft(memory: Memory, as_of: str, over: bool) -> None:
    report = yearly_report(CATALOGUE, 2026, moment(as_of), memory)
    assert report.over is over
    assert ("阶段性" in report_text(report)) is not over


@pytest.mark.parametrize(
    ("people", "level", "skip_level", "capital", "large"),
    [
        (49, "county", False, True, True),
        (50, "county", False, True, False),
        (1, "state", True, False, True),
        (1, "state", False, True, True),
        (1, "region", True, True, True),
    ],
)
def test_the_three_hold_until_there_is_one(
    story: Story, memory: Memory, people: int, level: str, skip_level: bool, capital: bool, large: bool
) -> None:
    story.visit("640425202603010001", "2026-03-01", people, registered_level=level, skip_level=skip_level)
    memory.hear(story.told)
    rows = self_check(CATALOGUE, YEAR, YEAR_END, memory)
    assert [row.holds for row in rows] == [capital, large, True]
    for row in rows:
        asked = check_row(row)["evidence"]["data"]
        listed = counted_things(
            CATALOGUE.find(asked["indicator"]), Part.NUMERATOR, YEAR, None, YEAR_END, memory, 9, None
        )
        assert len(listed.page.things) == row.figure.numerator


@pytest.mark.parametrize(
    ("on", "withdrawn", "holds"),
    [
        ("2026-01-01", False, False),
        ("2026-12-31", False, False),
        ("2025-12-31", False, True),
        ("2027-01-01", False, True),
        ("2026-05-02", True, True),
    ],
)
def test_an_incident_on_record_breaks_the_third_of_the_three(
    story: Story, memory: Memory, on: str, withdrawn: bool, holds: bool
) -> None:
    incident(story, "EX2026-0001", on, withdrawn)
    memory.hear(story.told)
    third = self_check(CATALOGUE, YEAR, YEAR_END, memory)[2]
    assert third.holds is holds
    asked = check_row(third)["evidence"]["data"]
    listed = counted_things(CATALOGUE.find(asked["indicator"]), Part.NUMERATOR, YEAR, None, YEAR_END, memory, 9, None)
    assert [thing["incidents"]["incident_no"] for thing in listed.page.things] == ([] if holds else ["EX2026-0001"])


def test_every_indicator_stands_in_one_of_the_five_sections() -> None:
    assert SECTION_OF.keys() == {one.code for one in CATALOGUE.indicators}
    assert set(SECTION_OF.values()) == set(Section)


def test_the_index_of_evidence_leads_from_each_section_to_what_was_counted(story: Story, memory: Memory) -> None:
    memory.hear(a_year(story).told)
    index = evidence_index([figure(one, YEAR, None, YEAR_END, memory) for one in CATALOGUE.indicators])
    assert [one["name_zh"] for one in index] == ["好队伍", "好平台", "好机制", "好制度", "好目标"]
    rows = [row for section in index for row in section["rows"]]
    assert len(rows) == len(CATALOGUE.indicators)
    for row in rows:
        for part, question in row["drill_down"].items():
            indicator = CATALOGUE.find(question["data"]["indicator"])
            listed = counted_things(indicator, Part(part), YEAR, None, YEAR_END, memory, 5000, None)
            amounts = [listed.selection.amount(thing) for thing in listed.page.things]
            assert sum(amounts) == row["figure"][part]

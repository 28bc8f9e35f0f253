"""调查笔录 and 调查报告: all their parts, a possible day, as many as there are, and nothing of them on the bus."""

from dataclasses import asdict
from datetime import date

import pytest
from assignment_world import World, a_report, an_interview, on

from petition_assignment.domain import errors, investigation_errors, investigation_events
from petition_assignment.domain.investigation import PARTS
from petition_assignment.domain.investigation_commands import RecordInvestigation
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.vocabulary import InvestigationForm


def test_an_interview_and_a_report_are_papers_of_the_case():
    world = World().accepted().do(an_interview(), "water_handler").do(a_report(), "water_head")
    interview, report = world.papers[-2:]
    assert (interview.kind, interview.number) == (PaperKind.INTERVIEW_RECORD, "调查〔2026〕8号")
    assert (report.kind, set(report.text)) == (
        PaperKind.INVESTIGATION_REPORT,
        {"investigators", "content", "conclusion"},
    )


def test_who_was_asked_and_what_was_said_are_not_told():
    world = World().accepted().do(an_interview(), "water_handler")
    (told,) = world.told(investigation_events.InvestigationRecorded)
    assert (told.unit, told.form, told.held_on, told.recorded_by) == (
        "dept_water",
        InvestigationForm.INTERVIEW,
        date(2026, 3, 2),
        "water_handler",
    )
    assert not {"村民小组长", "水管于一月冻裂。"} & set(map(str, asdict(told).values()))


def test_no_clock_and_no_state_changes_by_it():
    world = World().in_handling()
    before = (world.case.state, [(clock.clock_id, clock.due_at) for clock in world.case.clocks])
    world.do(an_interview(), "water_handler")
    assert (world.case.state, [(clock.clock_id, clock.due_at) for clock in world.case.clocks]) == before


@pytest.mark.parametrize(
    ("make", "part"),
    [(make, part) for make in (an_interview, a_report) for part in PARTS[make().form]],
)
def test_no_part_of_its_form_may_be_blank(make, part: str):
    world = World().accepted()
    with pytest.raises(errors.TextRequired) as refused:
        world.do(make(**{part: "  "}), "water_handler")
    assert refused.value.field == part


@pytest.mark.parametrize(
    ("command", "part"),
    [
        (an_interview(conclusion="属实"), "conclusion"),
        (a_report(place="曹川村"), "place"),
        (a_report(recorder="寅"), "recorder"),
        (a_report(interviewed="某人"), "interviewed"),
    ],
)
def test_no_part_of_the_other_form_belongs_to_it(command: RecordInvestigation, part: str):
    with pytest.raises(investigation_errors.InvestigationPartNotAllowed) as refused:
        World().accepted().do(command, "water_handler")
    assert refused.value.field == part


@pytest.mark.parametrize(
    ("day", "possible"),
    [(date(2026, 3, 1), False), (date(2026, 3, 2), True), (date(2026, 3, 9), True), (date(2026, 3, 10), False)],
)
def test_its_day_lies_between_the_petition_and_today(day: date, possible: bool):
    world = World().accepted().move_to(on("2026-03-09"))
    if possible:
        world.do(an_interview(held_on=day), "water_handler")
        assert world.papers[-1].facts["held_on"] == day.isoformat()
    else:
        with pytest.raises(investigation_errors.InvestigationDateImpossible):
            world.do(an_interview(held_on=day), "water_handler")


def test_without_a_number_it_is_no_document():
    with pytest.raises(errors.TextRequired) as refused:
        World().accepted().do(an_interview(document_no=" "), "water_handler")
    assert refused.value.field == "document_no"

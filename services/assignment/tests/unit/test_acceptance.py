"""Accepting and declining: the written notice, the six tracks, the reasons the law knows."""

from datetime import date

import pytest
from assignment_register import a_raw_register
from assignment_world import World, a_declining, a_petition, an_acceptance, on

from petition_assignment.application import following
from petition_assignment.domain import errors, events
from petition_assignment.domain.acceptance import DECLINE_REASONS
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.register_making import make_register
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Purpose


@pytest.mark.parametrize("track", [1, 2, 3, 4, 5, 6])
def test_only_the_petition_procedure_has_the_sixty_days(track: int):
    world = World().accepted(an_acceptance(track=track))
    assert any(clock.kind == "K5" for clock in world.case.clocks) is (track == 6)
    assert world.told(events.CaseAccepted)[0].track == track


def test_a_suggestion_has_no_sixty_days():
    world = World().accepted(purpose=Purpose.SUGGESTION)
    assert not any(clock.kind == "K5" for clock in world.case.clocks)


def test_the_purpose_that_counts_is_the_one_that_was_corrected_last():
    world = World().signed()
    petition = a_petition()
    following.note_reclassified(world.desk, petition.case_no, Purpose.SUGGESTION, petition.category, petition.place)
    world.do(an_acceptance(), "water_handler")
    assert not any(clock.kind == "K5" for clock in world.case.clocks)


@pytest.mark.parametrize(("day", "clock", "met"), [("2026-03-17", "23:59", True), ("2026-03-18", "00:00", False)])
def test_telling_the_petitioner_late_stays_visible_and_the_sixty_days_still_begin(day: str, clock: str, met: bool):
    world = World().signed().move_to(on(day, clock)).do(an_acceptance(), "water_handler")
    assert world.clock("K3").met is met
    assert world.clock("K5").started_at == world.now


def test_the_sixty_days_end_on_a_working_day():
    world = World().accepted()
    assert world.clock("K5").last_day == date(2026, 5, 6)


@pytest.mark.parametrize("notice", [None, "", "  "])
def test_acceptance_and_declining_must_be_told_in_writing(notice: str | None):
    for command in (an_acceptance(notice_no=notice), a_declining(notice_no=notice)):
        with pytest.raises(errors.NoticeNumberRequired) as refused:
            World().signed().do(command, "water_handler")
        assert refused.value.field == "notice_no"


def test_nobody_needs_to_be_told_when_name_and_address_are_unknown():
    world = World().accepted(an_acceptance(notice_no=None), anonymous=True)
    assert world.case.acceptance.notice_no is None


def test_the_notice_is_kept_with_its_track():
    _, paper = World().accepted().papers
    assert (paper.kind, paper.number, paper.text) == (
        PaperKind.ACCEPTANCE_NOTICE,
        "受字〔2026〕1号",
        {"track": "信访程序"},
    )


def test_a_date_from_another_statute_counts_until_responsibility_is_set():
    world = World().accepted(an_acceptance(track=4, statute_due_on=date(2026, 6, 1)))
    assert world.case.due_at == on("2026-06-02", "00:00")


def test_the_petition_procedure_takes_no_date_from_another_statute():
    with pytest.raises(errors.StatuteDateNotAllowed):
        World().accepted(an_acceptance(statute_due_on=date(2026, 6, 1)))


@pytest.mark.parametrize("reason", list(DECLINE_REASONS))
def test_a_case_is_declined_for_a_reason_the_law_knows(reason: str):
    world = World().signed().do(a_declining(reason_code=reason), "water_handler")
    case = world.case
    assert (case.state, case.open, case.closed_at, case.stage) == (State.DECLINED, False, world.now, "closed")
    told = world.told(events.CaseDeclined)[0]
    assert (told.unit, told.reason_code, told.declined_by) == ("dept_water", reason, "water_handler")
    assert [clock.clock_id for clock in case.clocks if clock.runs] == []
    assert world.papers[-1].text["reason"] == "属法院管辖"
    assert told.competent_unit == ("dept_housing" if reason == "N5" else None)


@pytest.mark.parametrize("reason", ["N1", "N2", "N7"])
def test_some_reasons_are_not_for_the_handling_unit(reason: str):
    with pytest.raises(errors.DeclineReasonNotAllowed) as refused:
        World().signed().do(a_declining(reason_code=reason), "water_handler")
    assert refused.value.field == "reason_code"


def test_a_county_may_turn_the_rule_of_the_missed_review_on():
    county = {
        "code": "640425",
        "name": "彭阳县",
        "version": "1",
        "settings": {"end_when_review_not_requested": True},
    }
    world = World(make_register(a_raw_register(county=county), 1)).signed()
    world.do(a_declining(reason_code="N7"), "water_handler")
    assert world.case.state is State.DECLINED


def test_declining_must_be_explained():
    with pytest.raises(errors.TextRequired):
        World().signed().do(a_declining(text=" "), "water_handler")

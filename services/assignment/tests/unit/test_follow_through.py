"""第三十二、三十三、三十七条: what becomes of an opinion and of an agreement, and who is helped afterwards."""

from dataclasses import asdict
from datetime import date

import pytest
from assignment_beside import a_care, a_performance, an_execution
from assignment_world import World, an_agreement, an_opinion, on

from petition_assignment.domain import errors, follow_through_errors, follow_through_events
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.vocabulary import Outcome


def agreed(**changes) -> World:
    return World().in_handling().do(an_agreement(**changes), "water_handler").move_to(on("2026-03-20"))


@pytest.mark.parametrize(("day", "in_time"), [("2026-03-10", True), ("2026-03-11", False)])
def test_an_agreement_is_performed_in_time_until_its_last_day(day: str, in_time: bool):
    world = agreed(perform_by=date(2026, 3, 10))
    world.do(a_performance(checked_on=date.fromisoformat(day)), "water_handler")
    assert world.events[-1].in_time is in_time
    assert world.case.performances[0].performed


def test_what_is_not_performed_may_be_looked_at_again_and_what_is_performed_not():
    world = agreed().do(a_performance(performed=False, text="尚未付清"), "dispatcher")
    assert world.events[-1].in_time is None
    world.do(a_performance(), "water_handler")
    with pytest.raises(follow_through_errors.AgreementPerformed):
        world.do(a_performance(text="又一次"), "water_handler")


@pytest.mark.parametrize(("day", "possible"), [("2026-03-01", False), ("2026-03-02", True), ("2026-03-20", True)])
def test_nothing_is_found_before_the_agreement(day: str, possible: bool):
    command = a_performance(checked_on=date.fromisoformat(day))
    if possible:
        assert agreed().do(command, "water_handler").case.performances
    else:
        with pytest.raises(follow_through_errors.PaperDateImpossible):
            agreed().do(command, "water_handler")


def test_only_an_agreement_of_this_case_is_performed():
    with pytest.raises(follow_through_errors.AgreementUnknown):
        agreed().do(a_performance(document_no="别案"), "water_handler")


@pytest.mark.parametrize("outcome", list(Outcome))
def test_only_what_is_supported_is_carried_out(outcome: Outcome):
    world = World().in_handling().do(an_opinion(outcome=outcome), "water_handler")
    if outcome is Outcome.SUPPORT:
        world.do(an_execution(carried_out=False), "dispatcher").do(an_execution(), "water_handler")
        assert [one.carried_out for one in world.case.executions] == [False, True]
        assert world.papers[-1].kind is PaperKind.EXECUTION_NOTE
    else:
        with pytest.raises(follow_through_errors.NothingToExecute):
            world.do(an_execution(), "dispatcher")


@pytest.mark.parametrize(("day", "possible"), [("2026-03-02", True), ("2026-03-03", False)])
def test_what_was_carried_out_was_so_by_today(day: str, possible: bool):
    command = an_execution(checked_on=date.fromisoformat(day))
    if possible:
        assert World().delivered().do(command, "dispatcher").case.executions
    else:
        with pytest.raises(follow_through_errors.PaperDateImpossible):
            World().delivered().do(command, "dispatcher")


def test_care_goes_on_after_the_case_is_closed_and_its_particulars_are_not_told():
    world = World().confirmed().do(a_care(care="persuasion", text="上门疏导"), "dispatcher")
    told = world.told(follow_through_events.CareRecorded)[0]
    assert "上门疏导" not in str(asdict(told))
    assert (world.papers[-1].kind, world.papers[-1].text["note"]) == (PaperKind.CARE_NOTE, "上门疏导")


@pytest.mark.parametrize("command", [a_care(text=" "), an_execution(text=" ")])
def test_what_was_found_or_done_is_written_out(command):
    with pytest.raises(errors.TextRequired):
        World().delivered().do(command, "dispatcher")

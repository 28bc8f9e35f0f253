"""退回重办: the unit confirms the case again, by name and instant, before it can report it finished again."""

import pytest
from assignment_beside import a_suggestion_answer, suggestion_delivered
from assignment_world import World, a_completion, a_delivery, a_notice_delivery, a_return, an_interview, an_opinion

from petition_assignment.domain import commands as asked
from petition_assignment.domain.errors import IllegalTransition
from petition_assignment.domain.returns import Return
from petition_assignment.domain.states import State


def sent_back() -> World:
    return World().completed().do(a_return(), "dispatcher")


def last(world: World) -> Return:
    return world.case.returns[-1]


def test_what_was_sent_back_waits_to_be_confirmed_and_cannot_be_finished():
    world = sent_back()
    assert (last(world).returned_by, last(world).returned_at, last(world).round) == ("dispatcher", world.now, 1)
    assert (last(world).confirmed_by, last(world).confirmed_at) == (None, None)
    with pytest.raises(IllegalTransition):
        world.do(a_completion(report_no="报告2号"), "water_handler")
    assert last(world).confirmed_at is None


@pytest.mark.parametrize(
    ("command", "person"),
    [(an_opinion(), "water_handler"), (an_opinion(), "water_head"), (an_interview(), "water_handler")],
    ids=["opinion", "opinion of the head", "interview"],
)
def test_the_first_step_of_the_unit_confirms_it_by_name_and_instant(command: asked.Command, person: str):
    world = sent_back().pass_days(2)
    world.do(command, person)
    assert (last(world).confirmed_by, last(world).confirmed_at) == (person, world.now)


def test_there_is_no_way_to_finish_again_without_the_confirmation():
    world = sent_back().pass_days(2).do(an_opinion(), "water_head")
    confirmed_at = world.now
    world.pass_days(1).do(a_delivery(delivered_on=world.now.date()), "water_handler").do(
        a_completion(), "water_handler"
    )
    assert world.case.state is State.COMPLETED
    assert (last(world).confirmed_by, last(world).confirmed_at) == ("water_head", confirmed_at)


def test_a_signer_putting_a_receipt_on_file_confirms_nothing():
    world = sent_back().do(a_notice_delivery(), "water_signer")
    assert last(world).confirmed_at is None


def test_a_refused_step_confirms_nothing():
    world = sent_back()
    with pytest.raises(IllegalTransition):
        world.do(a_delivery(), "water_handler")
    assert last(world).confirmed_at is None


def test_a_suggestion_sent_back_is_confirmed_by_its_new_answer():
    world = suggestion_delivered().do(a_completion(), "water_handler").do(a_return(), "dispatcher")
    world.do(a_suggestion_answer(outcome="adopted"), "water_handler")
    assert last(world).confirmed_by == "water_handler"


def test_each_return_is_confirmed_anew():
    world = sent_back().do(an_opinion(), "water_handler").do(a_delivery(), "water_handler")
    world.do(a_completion(), "water_handler").do(a_return(text="仍未通水"), "dispatcher")
    assert [one.confirmed_by for one in world.case.returns] == ["water_handler", None]


def test_a_case_never_sent_back_has_nothing_to_confirm():
    assert World().completed().case.returns == []

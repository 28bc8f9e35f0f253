"""第二十四条: several units on one case, one in the lead; the case waits for every part."""

from datetime import date

import pytest
from assignment_beside import a_participation, a_withdrawal, an_answer, an_invitation
from assignment_world import World, a_completion, a_petition, on

from petition_assignment.domain import beside_errors, beside_events, errors
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.possible import possible_commands
from petition_assignment.domain.possible_beside import possible_beside
from petition_assignment.domain.states import State
from petition_assignment.domain.visibility import check_may_read
from petition_assignment.domain.vocabulary import Purpose


def test_a_further_unit_has_a_part_with_its_own_day_and_sees_the_case():
    world = World().in_handling()
    with pytest.raises(errors.SomeoneElsesCase):
        check_may_read(world.case, world.officer("housing_handler"))
    world.do(an_invitation(), "water_handler")
    check_may_read(world.case, world.officer("housing_handler"))
    part = world.case.parts[0]
    assert (part.unit, part.due_on, part.is_open) == ("dept_housing", date(2026, 3, 20), True)
    assert (world.case.part_holders, world.case.unit) == (["dept_housing"], "dept_water")
    told = world.events[-1]
    assert isinstance(told, beside_events.CoHandlerInvited) and "task" not in vars(told)
    assert world.papers[-1].kind is PaperKind.CO_HANDLING_INVITATION


def test_the_case_is_finished_only_when_every_part_is_answered_or_withdrawn():
    world = World().delivered().do(an_invitation(), "water_handler").do(an_invitation(task="第二项"), "water_handler")
    officer = world.officer("water_handler")
    for step, person in ((an_answer(), "housing_handler"), (a_withdrawal(), "water_handler")):
        with pytest.raises(beside_errors.PartsStillOpen):
            world.do(a_completion(), "water_handler")
        assert "complete_case" not in possible_commands(world.case, None, officer, world.now)
        world.do(step, person)
    assert "complete_case" in possible_commands(world.case, None, officer, world.now)
    assert world.do(a_completion(), "water_handler").case.state is State.COMPLETED


@pytest.mark.parametrize(("instant", "in_time"), [("2026-03-20T23:59", True), ("2026-03-21T00:00", False)])
def test_an_answer_is_in_time_until_the_end_of_its_day(instant: str, in_time: bool):
    world = World().in_handling().do(an_invitation(), "water_handler")
    world.move_to(on(*instant.split("T"))).do(an_answer(), "housing_handler")
    assert world.events[-1].in_time is in_time
    assert world.case.part_holders == []


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"unit": "dept_water"}, beside_errors.LeadIsNoCoHandler),
        ({"unit": "nobody"}, errors.UnitUnknown),
        ({"unit": "court_baiyang"}, errors.UnitCannotHandle),
        ({"task": " "}, errors.TextRequired),
        ({"due_on": date(2026, 3, 2)}, errors.DateNotAfterToday),
    ],
)
def test_an_invitation_that_cannot_be_is_refused(changes: dict, refusal: type[errors.Refused]):
    with pytest.raises(refusal):
        World().in_handling().do(an_invitation(**changes), "water_handler")


def test_the_day_after_today_is_early_enough_for_a_part():
    world = World().in_handling().do(an_invitation(due_on=date(2026, 3, 3)), "water_handler")
    assert world.case.parts[0].due_on == date(2026, 3, 3)


def test_nothing_is_asked_of_the_unit_complained_of():
    world = World().in_handling(complained_of_unit="dept_housing")
    with pytest.raises(beside_errors.UnitComplainedOf):
        world.do(an_invitation(), "water_handler")
    assert a_petition().complained_of_unit is None


def test_only_who_was_asked_answers_and_only_once():
    world = World().in_handling().do(an_invitation(), "water_handler")
    with pytest.raises(errors.SomeoneElsesCase):
        world.do(an_answer(), "baiyang_handler")
    world.do(an_answer(), "housing_handler")
    with pytest.raises(errors.ExactRepeat):
        world.do(an_answer(), "housing_handler")
    with pytest.raises(beside_errors.NoOpenPart):
        world.do(an_answer(answer="又一次"), "housing_handler")
    with pytest.raises(beside_errors.NoOpenPart):
        world.do(a_withdrawal(), "water_handler")


def test_a_part_is_taken_back_with_a_reason():
    world = World().in_handling().do(an_invitation(), "water_handler")
    with pytest.raises(errors.TextRequired):
        world.do(a_withdrawal(text=" "), "water_handler")


def test_a_court_takes_part_in_a_capacity_on_a_day_and_sees_the_case():
    world = World().in_handling().do(a_participation(), "water_handler")
    check_may_read(world.case, world.officer("judge"))
    invited = world.case.participants[0]
    assert (invited.unit, invited.capacity, invited.invited_for) == ("court_baiyang", "法律指导", date(2026, 3, 10))
    with pytest.raises(errors.TextRequired):
        world.do(a_participation(capacity=" "), "water_handler")
    with pytest.raises(beside_errors.LeadIsNoCoHandler):
        world.do(a_participation(unit="dept_water"), "water_handler")


def test_what_is_offered_beside_the_path_follows_the_parts():
    world = World().in_handling().do(an_invitation(), "water_handler")

    def offered(person: str) -> list[str]:
        return possible_beside(world.case, world.officer(person), world.register, Purpose.APPEAL, world.now)

    assert offered("water_handler") == [
        "invite_co_handler",
        "invite_participant",
        "withdraw_part",
        "declare_recusal",
        "refer_case",
        "apply_for_extension",
        "call_handling_hearing",
        "record_handling_paper",
        "record_care",
    ]
    assert offered("housing_handler") == ["answer_part", "declare_recusal"]
    world.do(an_answer(), "housing_handler")
    assert offered("housing_handler") == ["declare_recusal"]

"""Every command beside the main path in every state of the case; the matrix is written out by hand."""

from datetime import date

import pytest
from assignment_beside import (
    a_care,
    a_decision,
    a_dispute,
    a_dispute_decision,
    a_handling_paper,
    a_hearing_call,
    a_participation,
    a_performance,
    a_recusal,
    a_recusal_decision,
    a_referral,
    a_report_for_decision,
    a_suggestion_answer,
    a_taking_back,
    a_withdrawal,
    an_answer,
    an_application,
    an_execution,
    an_invitation,
)
from assignment_states import STATES, STILL_OPEN
from assignment_world import CASE, World

from petition_assignment.application import following
from petition_assignment.domain.agreement import Agreement
from petition_assignment.domain.beside_commands import DeclineExtension
from petition_assignment.domain.beside_duties import BESIDE_DUTIES
from petition_assignment.domain.commands import Command
from petition_assignment.domain.errors import IllegalTransition, Refused
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import AgreementForm, Purpose

IN_HAND = {State.ACCEPTED, State.IN_HANDLING, State.OPINION_ISSUED, State.DELIVERED}
COMMANDS: dict[str, tuple[Command, str]] = {
    "invite_co_handler": (an_invitation(), "water_handler"),
    "invite_participant": (a_participation(), "water_handler"),
    "answer_part": (an_answer(), "housing_handler"),
    "withdraw_part": (a_withdrawal(), "water_handler"),
    "raise_competence_dispute": (a_dispute(), "dispatcher"),
    "decide_competence_dispute": (a_dispute_decision(), "leader1"),
    "report_for_decision": (a_report_for_decision(), "dispatcher"),
    "decide_reported_case": (a_decision(feedback_due_on=date(2099, 1, 1)), "leader1"),
    "withdraw_report_for_decision": (a_taking_back(), "dispatcher"),
    "declare_recusal": (a_recusal(), "dispatcher"),
    "decide_recusal": (a_recusal_decision(), "water_head"),
    "answer_suggestion": (a_suggestion_answer(), "water_handler"),
    "refer_case": (a_referral(), "water_handler"),
    "apply_for_extension": (an_application(), "water_handler"),
    "decline_extension": (DeclineExtension("可按期办结"), "water_head"),
    "call_handling_hearing": (a_hearing_call(hearing_on=date(2099, 1, 1)), "water_handler"),
    "record_handling_paper": (a_handling_paper(), "water_handler"),
    "record_performance": (a_performance(), "dispatcher"),
    "record_execution": (an_execution(), "dispatcher"),
    "record_care": (a_care(), "dispatcher"),
}
ALLOWED: dict[str, set[State]] = {
    "invite_co_handler": IN_HAND,
    "invite_participant": IN_HAND,
    "answer_part": IN_HAND,
    "withdraw_part": IN_HAND,
    "raise_competence_dispute": {State.ROUTED, State.SIGNED},
    "decide_competence_dispute": {State.ROUTED, State.SIGNED},
    "report_for_decision": {State.AWAITING_ROUTING},
    "decide_reported_case": {State.AWAITING_ROUTING},
    "withdraw_report_for_decision": {State.AWAITING_ROUTING},
    "declare_recusal": STILL_OPEN,
    "decide_recusal": STILL_OPEN,
    "answer_suggestion": {State.IN_HANDLING},
    "refer_case": {State.SIGNED, State.ACCEPTED, State.IN_HANDLING},
    "apply_for_extension": IN_HAND - {State.DELIVERED},
    "decline_extension": IN_HAND - {State.DELIVERED},
    "call_handling_hearing": IN_HAND,
    "record_handling_paper": IN_HAND,
    "record_performance": IN_HAND | {State.COMPLETED, State.CONFIRMED},
    "record_execution": {State.OPINION_ISSUED, State.DELIVERED, State.COMPLETED, State.CONFIRMED},
    "record_care": IN_HAND | {State.COMPLETED, State.CONFIRMED},
}
FIRST: dict[str, tuple[Command, str]] = {
    "decline_extension": (an_application(), "water_handler"),
    "answer_part": (an_invitation(), "water_handler"),
    "withdraw_part": (an_invitation(), "water_handler"),
    "decide_competence_dispute": (a_dispute(), "dispatcher"),
    "decide_recusal": (a_recusal(), "dispatcher"),
    "decide_reported_case": (a_report_for_decision(), "dispatcher"),
    "withdraw_report_for_decision": (a_report_for_decision(), "dispatcher"),
}
"""What must have happened so that there is something to answer, withdraw or decide."""


WHERE = {
    "report_for_decision": State.AWAITING_ROUTING,
    "decide_reported_case": State.AWAITING_ROUTING,
    "withdraw_report_for_decision": State.AWAITING_ROUTING,
    "raise_competence_dispute": State.SIGNED,
    "decide_competence_dispute": State.SIGNED,
    "record_execution": State.DELIVERED,
}
"""A state in which it may be given, where that is not the handling."""


def make_it_a_suggestion(world: World) -> None:
    petition = world.desk.petitions.require(CASE)
    following.note_reclassified(world.desk, CASE, Purpose.SUGGESTION, petition.category, petition.place)


def let_them_agree_before(world: World) -> None:
    case = world.case
    case.agreements.append(Agreement(AgreementForm.MEDIATION, date(2026, 3, 2), None, "调字〔2026〕1号", "x", 1))
    world.desk.cases.save(case)


PREPARED = {"answer_suggestion": make_it_a_suggestion, "record_performance": let_them_agree_before}


def test_the_tables_of_this_test_speak_of_every_command():
    assert set(COMMANDS) == set(ALLOWED) == set(BESIDE_DUTIES)


@pytest.mark.parametrize("command", list(BESIDE_DUTIES))
@pytest.mark.parametrize("state", list(State))
def test_a_command_is_carried_out_or_refused(state: State, command: str):
    world = STATES[state]()
    content, person = COMMANDS[command]
    if state in ALLOWED[command]:
        if command in FIRST:
            world.do(*FIRST[command])
        PREPARED.get(command, lambda _world: None)(world)
        version = world.case.version
        assert world.do(content, person).case.version > version
    else:
        version = world.case.version
        with pytest.raises(IllegalTransition):
            world.do(content, person)
        assert world.case.version == version


@pytest.mark.parametrize("command", sorted(set(BESIDE_DUTIES) - {"declare_recusal", "decide_recusal"}))
def test_nobody_from_elsewhere_gives_it(command: str):
    world = STATES[WHERE.get(command, State.IN_HANDLING)]()
    if command in FIRST:
        world.do(*FIRST[command])
    with pytest.raises(Refused) as refused:
        world.do(COMMANDS[command][0], "caomiao_head")
    assert refused.value.code == "NOT_YOUR_CASE"

"""Every command beside the main path in every state of the case; the matrix is written out by hand."""

import pytest
from assignment_beside import (
    a_dispute,
    a_dispute_decision,
    a_participation,
    a_recusal,
    a_recusal_decision,
    a_withdrawal,
    an_answer,
    an_invitation,
)
from assignment_states import STATES, STILL_OPEN

from petition_assignment.domain.beside_duties import BESIDE_DUTIES
from petition_assignment.domain.commands import Command
from petition_assignment.domain.errors import IllegalTransition, Refused
from petition_assignment.domain.states import State

IN_HAND = {State.ACCEPTED, State.IN_HANDLING, State.OPINION_ISSUED, State.DELIVERED}
COMMANDS: dict[str, tuple[Command, str]] = {
    "invite_co_handler": (an_invitation(), "water_handler"),
    "invite_participant": (a_participation(), "water_handler"),
    "answer_part": (an_answer(), "housing_handler"),
    "withdraw_part": (a_withdrawal(), "water_handler"),
    "raise_competence_dispute": (a_dispute(), "dispatcher"),
    "decide_competence_dispute": (a_dispute_decision(), "leader1"),
    "declare_recusal": (a_recusal(), "dispatcher"),
    "decide_recusal": (a_recusal_decision(), "water_head"),
}
ALLOWED: dict[str, set[State]] = {
    "invite_co_handler": IN_HAND,
    "invite_participant": IN_HAND,
    "answer_part": IN_HAND,
    "withdraw_part": IN_HAND,
    "raise_competence_dispute": {State.ROUTED, State.SIGNED},
    "decide_competence_dispute": {State.ROUTED, State.SIGNED},
    "declare_recusal": STILL_OPEN,
    "decide_recusal": STILL_OPEN,
}
FIRST: dict[str, tuple[Command, str]] = {
    "answer_part": (an_invitation(), "water_handler"),
    "withdraw_part": (an_invitation(), "water_handler"),
    "decide_competence_dispute": (a_dispute(), "dispatcher"),
    "decide_recusal": (a_recusal(), "dispatcher"),
}
"""What must have happened so that there is something to answer, withdraw or decide."""


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
        version = world.case.version
        assert world.do(content, person).case.version > version
    else:
        version = world.case.version
        with pytest.raises(IllegalTransition):
            world.do(content, person)
        assert world.case.version == version


@pytest.mark.parametrize("command", sorted(set(BESIDE_DUTIES) - {"declare_recusal", "decide_recusal"}))
def test_nobody_from_elsewhere_gives_it(command: str):
    world = STATES[State.SIGNED if "competence" in command else State.IN_HANDLING]()
    if command in FIRST:
        world.do(*FIRST[command])
    with pytest.raises(Refused) as refused:
        world.do(COMMANDS[command][0], "caomiao_head")
    assert refused.value.code == "NOT_YOUR_CASE"

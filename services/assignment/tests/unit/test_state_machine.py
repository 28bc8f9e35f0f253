"""Every command and every fact in every state: it is allowed, or refused as an illegal transition.

The matrix below is written out by hand, so that it does not follow the table it checks.
"""

from collections.abc import Callable
from datetime import date

import pytest
from assignment_states import BEFORE_ACCEPTANCE, STATES, STILL_OPEN
from assignment_world import (
    CASE,
    World,
    a_completion,
    a_declining,
    a_delivery,
    a_notice_delivery,
    a_responsibility,
    a_return,
    a_routing,
    an_acceptance,
    an_agreement,
    an_extension,
    an_interview,
    an_objection,
    an_opinion,
)

from petition_assignment.application import following
from petition_assignment.domain import commands as asked
from petition_assignment.domain.errors import ExactRepeat, IllegalTransition, SomeoneElsesCase
from petition_assignment.domain.states import DUTIES, FACTS, State
from petition_assignment.domain.vocabulary import Level, NoticeKind

OTHER_CONTENT: dict[str, tuple[asked.Command, str]] = {
    "route_case": (a_routing(override_reason="另一个理由"), "dispatcher"),
    "sign_for_case": (asked.SignForCase(), "water_signer"),
    "raise_objection": (an_objection(text="另一个理由"), "water_signer"),
    "decide_objection": (asked.DecideObjection(False, "由你局承办"), "dispatcher"),
    "accept_case": (an_acceptance(notice_no="受字〔2026〕99号"), "water_handler"),
    "decline_case": (a_declining(text="另一个理由"), "water_handler"),
    "set_responsibility": (a_responsibility(due_on=date(2026, 4, 9)), "water_handler"),
    "extend_case": (an_extension(days=7), "water_head"),
    "record_agreement": (an_agreement(document_no="调字〔2026〕99号"), "water_handler"),
    "record_investigation": (an_interview(document_no="调查〔2026〕99号"), "water_handler"),
    "issue_opinion": (an_opinion(opinion="另一个意见"), "water_handler"),
    "record_delivery": (a_delivery(receipt_no="回执99号"), "water_handler"),
    "record_notice_delivery": (a_notice_delivery(), "water_handler"),
    "complete_case": (a_completion(report_no="报告99号"), "water_handler"),
    "confirm_case": (asked.ConfirmCase(), "dispatcher"),
    "return_case": (a_return(text="另一个理由"), "dispatcher"),
}

ALLOWED: dict[State, set[str]] = {
    State.AWAITING_ROUTING: {"route_case"},
    State.ROUTED: {"sign_for_case", "raise_objection"},
    State.SIGNED: {"raise_objection", "accept_case", "decline_case"},
    State.OBJECTED: {"decide_objection"},
    State.ACCEPTED: {
        "record_investigation",
        "record_notice_delivery",
        "set_responsibility",
        "extend_case",
        "record_agreement",
    },
    State.IN_HANDLING: {
        "record_investigation",
        "record_notice_delivery",
        "set_responsibility",
        "extend_case",
        "record_agreement",
        "issue_opinion",
    },
    State.OPINION_ISSUED: {"record_notice_delivery", "extend_case", "record_delivery"},
    State.DELIVERED: {"record_notice_delivery", "complete_case"},
    State.COMPLETED: {"confirm_case", "return_case"},
    State.CONFIRMED: set(),
    State.DECLINED: {"record_notice_delivery"},
    State.CLOSED_ON_SPOT: set(),
    State.WITHDRAWN: set(),
    State.DISPOSED: set(),
}

LEADS_TO: dict[str, State] = {
    "route_case": State.ROUTED,
    "sign_for_case": State.SIGNED,
    "raise_objection": State.OBJECTED,
    "decide_objection": State.ROUTED,
    "accept_case": State.ACCEPTED,
    "decline_case": State.DECLINED,
    "set_responsibility": State.IN_HANDLING,
    "issue_opinion": State.OPINION_ISSUED,
    "record_delivery": State.DELIVERED,
    "complete_case": State.COMPLETED,
    "confirm_case": State.CONFIRMED,
    "return_case": State.IN_HANDLING,
}

AT_THE_BUREAU = {"water_signer": "dispatcher", "water_handler": "bureau_handler", "water_head": "bureau_head"}
"""Who stands in for the unit's people where the case is with the bureau: what it settled on the spot."""

FACTS_TOLD: dict[str, Callable[[World], None]] = {
    "petition_settled_on_spot": lambda world: following.close_on_spot(world.desk, CASE, Level.COUNTY, world.now),
    "petition_withdrawn": lambda world: following.close_withdrawn(world.desk, CASE, world.now),
    "petition_disposed": lambda world: following.close_by_disposition(world.desk, CASE, "guided", world.now),
    "disposition_withdrawn": lambda world: following.route_after_all(world.desk, CASE, world.now),
    "rehandling_ordered": lambda world: world.order_rehandling() and None,
}

FACTS_ALLOWED: dict[str, set[State]] = {
    "petition_settled_on_spot": BEFORE_ACCEPTANCE,
    "petition_withdrawn": STILL_OPEN,
    "petition_disposed": {State.AWAITING_ROUTING},
    "disposition_withdrawn": {State.DISPOSED},
    "rehandling_ordered": {State.CONFIRMED, State.CLOSED_ON_SPOT},
}


def test_the_tables_of_this_test_speak_of_every_state_command_and_fact():
    assert set(STATES) == set(ALLOWED) == set(State)
    assert set(OTHER_CONTENT) == set(DUTIES)
    assert set(FACTS_TOLD) == set(FACTS_ALLOWED) == set(FACTS)


@pytest.mark.parametrize("command", list(DUTIES))
@pytest.mark.parametrize("state", list(State))
def test_a_command_is_carried_out_or_refused_as_an_illegal_transition(state: State, command: str):
    world = STATES[state]()
    assert world.case.state is state
    version = world.case.version
    content, person = OTHER_CONTENT[command]
    if command == "record_notice_delivery" and state is State.DECLINED:
        content = a_notice_delivery(notice=NoticeKind.DECLINE)
    if state is State.CLOSED_ON_SPOT:
        person = AT_THE_BUREAU.get(person, person)
    if command in ALLOWED[state]:
        world.do(content, person)
        assert world.case.state is LEADS_TO.get(command, state)
        assert world.case.version > version
    else:
        with pytest.raises(IllegalTransition) as refused:
            world.do(content, person)
        assert refused.value.field == "case_no"
        assert world.case.version == version


@pytest.mark.parametrize("fact", list(FACTS))
@pytest.mark.parametrize("state", list(State))
def test_a_fact_changes_the_case_or_is_noted_as_having_come_too_late(state: State, fact: str):
    world = STATES[state]()
    version = world.case.version
    FACTS_TOLD[fact](world)
    if state in FACTS_ALLOWED[fact]:
        assert world.case.version > version
        assert world.desk.late_facts.noted == []
    else:
        assert world.case.version == version
        assert world.desk.late_facts.noted == [(CASE, fact, state)]


REPEATS: list[tuple[Callable[[], World], asked.Command, str]] = [
    (lambda: World().routed(), a_routing(), "dispatcher"),
    (lambda: World().signed(), asked.SignForCase(), "water_signer"),
    (lambda: World().objected(), an_objection(), "water_signer"),
    (lambda: World().accepted(), an_acceptance(), "water_handler"),
    (lambda: World().in_handling(), a_responsibility(), "water_handler"),
    (lambda: World().accepted().do(an_agreement(), "water_handler"), an_agreement(), "water_handler"),
    (lambda: World().accepted().do(an_interview(), "water_handler"), an_interview(), "water_handler"),
    (lambda: World().opinion_issued(), an_opinion(), "water_handler"),
    (lambda: World().delivered(), a_delivery(), "water_handler"),
    (lambda: World().completed(), a_completion(), "water_handler"),
    (
        lambda: World().accepted().do(a_notice_delivery(), "water_handler").continued_to_completion(),
        a_notice_delivery(),
        "water_handler",
    ),
    (lambda: World().confirmed(), asked.ConfirmCase(), "dispatcher"),
    (lambda: World().declined(), a_declining(), "water_handler"),
]


@pytest.mark.parametrize(("make", "command", "person"), REPEATS, ids=[entry[1].name for entry in REPEATS])
def test_an_exact_repeat_is_named_as_one(make: Callable[[], World], command: asked.Command, person: str):
    with pytest.raises(ExactRepeat) as refused:
        make().do(command, person)
    assert refused.value.code == "ALREADY_DONE"


def test_the_same_command_with_other_content_is_no_repeat():
    with pytest.raises(IllegalTransition) as refused:
        World().accepted().do(an_acceptance(track=5), "water_handler")
    assert not isinstance(refused.value, ExactRepeat)


HANDLER_COMMANDS = [name for name, duty in DUTIES.items() if duty.side.value == "handler"]
BUREAU_COMMANDS = [name for name, duty in DUTIES.items() if duty.side.value != "handler"]


@pytest.mark.parametrize("command", HANDLER_COMMANDS)
def test_another_unit_never_acts_as_the_handler(command: str):
    content, _ = OTHER_CONTENT[command]
    for make in (World().signed, World().in_handling, World().completed):
        with pytest.raises(SomeoneElsesCase):
            make().do(content, "housing_head")


@pytest.mark.parametrize("command", BUREAU_COMMANDS)
def test_only_the_sender_routes_decides_and_confirms(command: str):
    content, _ = OTHER_CONTENT[command]
    for make in (World().opened().decided, World().objected, World().completed):
        with pytest.raises(SomeoneElsesCase):
            make().do(content, "water_head")

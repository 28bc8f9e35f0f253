"""Which command may be given beside the main path, in which state of the case, from which place, in which office."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from petition_assignment.domain.errors import ExactRepeat, IllegalTransition, SomeoneElsesCase
from petition_assignment.domain.states import OPEN, State

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.commands import Command
    from petition_assignment.domain.officer import Officer

BEING_HANDLED = frozenset({State.ACCEPTED, State.IN_HANDLING, State.OPINION_ISSUED, State.DELIVERED})
AFTER_THE_ANSWER = frozenset({State.OPINION_ISSUED, State.DELIVERED, State.COMPLETED, State.CONFIRMED})
WHILE_EXTENSIBLE = BEING_HANDLED - {State.DELIVERED}
AFTER_ACCEPTANCE = BEING_HANDLED | {State.COMPLETED, State.CONFIRMED}
UNROUTED = frozenset({State.AWAITING_ROUTING})
BEFORE_ACCEPTANCE = frozenset({State.ROUTED, State.SIGNED})


class Place(Enum):
    """From where a command is given: the unit that handles the case, a further unit, a party, who decides, anybody;
    the bureau that must route the case, and the leadership it reported the case to."""

    LEAD = "lead"
    CO_HANDLER = "co_handler"
    LEAD_OR_SENDER = "lead_or_sender"
    DECIDER = "decider"
    CONCERNED = "concerned"
    ITS_HEAD = "its_head"
    BUREAU = "bureau"
    LEADERSHIP = "leadership"


@dataclass(frozen=True)
class BesideDuty:
    """One command; where `place` is the head's, the step itself says whose head."""

    command: str
    zh: str
    states: frozenset[State]
    place: Place
    roles: frozenset[str]


def _duty(
    command: str, zh: str, states: frozenset[State], place: Place, roles: frozenset[str]
) -> tuple[str, BesideDuty]:
    return command, BesideDuty(command, zh, states, place, roles)


ROUTING = frozenset({"dispatcher", "bureau_head"})
HANDLING = frozenset({"handler", "unit_head"})
FOLLOWING = frozenset({"handler", "unit_head", "dispatcher", "bureau_head"})
DECIDING = frozenset({"county_leader", "unit_head", "dispatcher", "bureau_head"})
ANY_STEP = frozenset({"signer", "handler", "unit_head", "dispatcher", "bureau_head"})

BESIDE_DUTIES: dict[str, BesideDuty] = dict(
    (
        _duty("invite_co_handler", "邀请共同承办", BEING_HANDLED, Place.LEAD, HANDLING),
        _duty("invite_participant", "邀请参与", BEING_HANDLED, Place.LEAD, HANDLING),
        _duty("answer_part", "答复共办事项", BEING_HANDLED, Place.CO_HANDLER, HANDLING),
        _duty("withdraw_part", "撤回共办事项", BEING_HANDLED, Place.LEAD, HANDLING),
        _duty(
            "raise_competence_dispute",
            "提出管辖争议",
            BEFORE_ACCEPTANCE,
            Place.LEAD_OR_SENDER,
            frozenset({"unit_head", "dispatcher", "bureau_head"}),
        ),
        _duty("decide_competence_dispute", "决定管辖争议", BEFORE_ACCEPTANCE, Place.DECIDER, DECIDING),
        _duty("report_for_decision", "报请决定", UNROUTED, Place.BUREAU, ROUTING),
        _duty("decide_reported_case", "批示报请事项", UNROUTED, Place.LEADERSHIP, frozenset({"county_leader"})),
        _duty("withdraw_report_for_decision", "撤回报请", UNROUTED, Place.BUREAU, ROUTING),
        _duty("declare_recusal", "提出回避", OPEN, Place.CONCERNED, ANY_STEP),
        _duty(
            "decide_recusal",
            "决定回避",
            OPEN,
            Place.ITS_HEAD,
            frozenset({"unit_head", "bureau_head", "county_leader"}),
        ),
        _duty("answer_suggestion", "答复建议意见", frozenset({State.IN_HANDLING}), Place.LEAD, HANDLING),
        _duty(
            "refer_case",
            "移送法定途径",
            frozenset({State.SIGNED, State.ACCEPTED, State.IN_HANDLING}),
            Place.LEAD,
            HANDLING,
        ),
        _duty("apply_for_extension", "申请延期", WHILE_EXTENSIBLE, Place.LEAD, HANDLING),
        _duty("decline_extension", "不予延期", WHILE_EXTENSIBLE, Place.LEAD, frozenset({"unit_head"})),
        _duty("call_handling_hearing", "发出听证通知", BEING_HANDLED, Place.LEAD, HANDLING),
        _duty("record_handling_paper", "登记办理文书", BEING_HANDLED, Place.LEAD, HANDLING),
        _duty("record_performance", "登记协议履行情况", AFTER_ACCEPTANCE, Place.LEAD_OR_SENDER, FOLLOWING),
        _duty("record_execution", "登记意见执行情况", AFTER_THE_ANSWER, Place.LEAD_OR_SENDER, FOLLOWING),
        _duty("record_care", "登记救助帮扶", AFTER_ACCEPTANCE, Place.LEAD_OR_SENDER, FOLLOWING),
    )
)


def stands_at(case: CaseRecord, place: Place, officer: Officer) -> bool:
    """Whether the officer's unit may give commands from this place."""
    match place:
        case Place.LEAD:
            return officer.unit == case.unit
        case Place.CO_HANDLER:
            return any(part.unit == officer.unit for part in case.parts)
        case Place.LEAD_OR_SENDER:
            return officer.unit in (case.unit, case.sender)
        case Place.DECIDER:
            return not case.disputes or officer.unit == (case.disputes[-1].decider or case.sender)
        case Place.CONCERNED:
            return officer.unit in {case.router, case.sender, case.unit, *(part.unit for part in case.parts)}
        case Place.BUREAU:
            return officer.unit == case.router == case.sender
        case Place.LEADERSHIP:
            return bool(case.decision_reports) and officer.unit == case.decision_reports[-1].decider
        case Place.ITS_HEAD:
            return True


def enter_beside(case: CaseRecord, command: Command, officer: Officer) -> None:
    """Admit a command.

    Not from this place     => SomeoneElsesCase.
    Not in this state       => IllegalTransition.
    Done with this content  => ExactRepeat.
    """
    duty = BESIDE_DUTIES[command.name]
    if case.state not in duty.states:
        raise case.refusal(IllegalTransition, duty.zh, command.name)
    if not stands_at(case, duty.place, officer):
        raise SomeoneElsesCase("case_no", unit=officer.unit)
    if case.steps.get(command.name) == f"{officer.unit}/{case.round}/{command.fingerprint()}":
        raise case.refusal(ExactRepeat, duty.zh, command.name)

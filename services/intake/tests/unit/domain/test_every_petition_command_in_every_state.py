"""Every command in every state of a petition: it happens, or it is refused by its error and nothing has changed."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace

import pytest
from intake_builders import DAY, NOW, REGISTRAR, TOWNSHIP_REGISTRAR, a_web_filing
from intake_register import CATEGORY, NEAR_CATEGORY, VILLAGE, register

from petition_intake.domain import (
    classification_errors,
    delivery_errors,
    disposition_errors,
    dispute_errors,
    errors,
    mark_errors,
    secrecy_errors,
    suggestion_errors,
)
from petition_intake.domain.category_suggestion import CategoryHint
from petition_intake.domain.code_tables import CodeTable, CodeTables
from petition_intake.domain.disposition import BEFORE_ROUTING, Asked, Ground
from petition_intake.domain.dispute import Dispute, Find
from petition_intake.domain.dispute_words import FoundBy
from petition_intake.domain.filing import Purpose
from petition_intake.domain.levels import Level
from petition_intake.domain.marks import Mark
from petition_intake.domain.notices import Notice, NoticeKind
from petition_intake.domain.petition import Petition
from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.review_course import ReviewLevel
from petition_intake.domain.review_request import ReviewRequest
from petition_intake.domain.states import BEFORE_ACCEPTANCE, CLOSED, RATED, State
from petition_intake.domain.vocabulary import Decision, ReclassifyReason, SettlementLevel

Act = Callable[[Petition, State], object]
OPEN = frozenset(State) - CLOSED
EVERY = frozenset(State)
HINTS = [CategoryHint(NEAR_CATEGORY, ("承包地",), 80)]
TABLES = CodeTables({CodeTable.HOT_TOPIC: {"01": "热点甲", "02": "热点乙"}})
GOOD = RatingLevel.SATISFIED


def a_petition() -> Petition:
    filing = a_web_filing(place=replace(a_web_filing().place, village_code=VILLAGE)).checked(register(), NOW)
    petition = Petition.register("640425202603020001", filing, REGISTRAR, Level.COUNTY, False, 1, NOW)
    petition.pending.clear()
    return petition


def link(petition: Petition, state: State) -> None:
    petition.decide_first_or_repeat(Decision.FIRST, None, REGISTRAR, state, NOW)


def reclassify(petition: Petition, state: State) -> None:
    other = NEAR_CATEGORY if petition.category == CATEGORY else CATEGORY
    why = ReclassifyReason.REGISTERED_IN_ERROR
    petition.reclassify(Purpose.APPEAL, other, petition.place, why, REGISTRAR, state, NOW)


def settle(petition: Petition, state: State) -> None:
    petition.settle_on_spot(SettlementLevel.COUNTY, NOW, "已补登", None, True, REGISTRAR, state)


def withdraw(petition: Petition, state: State) -> None:
    petition.withdraw(True, REGISTRAR, state, NOW)


def dispose(petition: Petition, state: State, ground: Ground = Ground.KEPT, body: str | None = None) -> None:
    petition.dispose(Asked(ground, "存查", body=body), None, REGISTRAR, state, NOW)


def pass_on(petition: Petition, state: State) -> None:
    dispose(petition, state, Ground.COURTS, "县委政法委")


def withdraw_disposition(petition: Petition, state: State) -> None:
    petition.withdraw_disposition("认定有误", REGISTRAR, NOW)


def receive(petition: Petition, state: State) -> None:
    petition.record_passing_receipt("收1号", NOW.date(), REGISTRAR, NOW)


def rate(petition: Petition, state: State) -> None:
    petition.rate(GOOD, GOOD, 1, NOW, state, 30, NOW)


def mark(petition: Petition, state: State) -> None:
    petition.set_mark(Mark.OLD_CASE, "多年未决", 5, REGISTRAR, NOW)


def withdraw_mark(petition: Petition, state: State) -> None:
    petition.withdraw_mark(Mark.OLD_CASE, "已化解", REGISTRAR, NOW)


def classify(petition: Petition, state: State) -> None:
    petition.classify({"hot_topic": "01"}, TABLES, REGISTRAR, NOW)


def ask_for_secrecy(petition: Petition, state: State) -> None:
    petition.ask_for_secrecy(REGISTRAR, NOW)


def lift_secrecy(petition: Petition, state: State) -> None:
    petition.lift_secrecy(NOW + DAY)


def choose_online(petition: Petition, state: State) -> None:
    petition.choose_delivery(True, REGISTRAR, NOW)


def take_suggestion(petition: Petition, state: State) -> None:
    petition.decide_suggestion(HINTS, NEAR_CATEGORY, True, REGISTRAR, NOW)


def take_another(petition: Petition, state: State) -> None:
    petition.decide_suggestion(HINTS, CATEGORY, True, REGISTRAR, NOW)


def link_dispute(petition: Petition, state: State) -> None:
    before = petition.received_at - DAY
    found = Find(FoundBy.VISIT, petition.place, CATEGORY, before.date(), "两户地界争议")
    dispute = Dispute.report("JF2026-000001", found, TOWNSHIP_REGISTRAR, 30, before)
    petition.link_dispute(dispute, REGISTRAR, NOW)


def open_notice(petition: Petition, state: State) -> None:
    notice = Notice("T1", NoticeKind.ACCEPTED, NOW, "dept_water", 1, True, "已受理。", "Accepted.")
    petition.open_notice(notice, NOW)


def request_review(petition: Petition, state: State) -> None:
    request = ReviewRequest(ReviewLevel.REVIEW, 1, NOW, "P0012", "认定事实不清", None, False)
    petition.request_review(request)


def check(act: Act, petition: Petition, state: State, refusal: type[errors.Refused] | None) -> None:
    """It happens and is told as one event, or it is refused and the petition is as it was."""
    before = deepcopy(petition)
    if refusal is None:
        act(petition, state)
        assert (petition.version, len(petition.pending)) == (before.version + 1, len(before.pending) + 1)
    else:
        with pytest.raises(refusal) as refused:
            act(petition, state)
        assert type(refused.value) is refusal
        assert petition == before


# -- what the state decides --------------------------------------------------------------------------------------------

BY_STATE: dict[Act, tuple[tuple[Act, ...], frozenset[State], type[errors.Refused]]] = {
    link: ((), OPEN, errors.IllegalTransition),
    reclassify: ((), OPEN, errors.IllegalTransition),
    settle: ((link,), BEFORE_ACCEPTANCE, errors.IllegalTransition),
    withdraw: ((), OPEN, errors.IllegalTransition),
    dispose: ((), BEFORE_ROUTING, errors.IllegalTransition),
    withdraw_disposition: ((dispose,), EVERY, errors.Refused),
    receive: ((pass_on,), EVERY, errors.Refused),
    rate: ((), RATED, errors.RatingNotOpen),
    mark: ((), EVERY, errors.Refused),
    withdraw_mark: ((mark,), EVERY, errors.Refused),
    classify: ((), EVERY, errors.Refused),
    ask_for_secrecy: ((), EVERY, errors.Refused),
    lift_secrecy: ((ask_for_secrecy,), EVERY, errors.Refused),
    choose_online: ((), EVERY, errors.Refused),
    take_suggestion: ((), EVERY, errors.Refused),
    link_dispute: ((), EVERY, errors.Refused),
    open_notice: ((), EVERY, errors.Refused),
    request_review: ((), EVERY, errors.Refused),
}
"""Command: what must have happened before, the states in which it then happens, and the refusal in all others."""


def test_no_command_of_a_petition_is_left_out() -> None:
    """Whatever tells an event is a command; registering is where it begins."""
    of_the_walk = "\n".join(inspect.getsource(act) for act in {*BY_STATE, *(act for _, act in AGAIN)})
    commands = {
        name
        for name, method in inspect.getmembers(Petition, inspect.isfunction)
        if not name.startswith("_") and "self._record(" in inspect.getsource(method)
    }

    assert {name for name in commands if f"petition.{name}(" not in of_the_walk} == set()


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("act", list(BY_STATE), ids=lambda act: act.__name__)
def test_every_command_in_every_state(act: Act, state: State) -> None:
    first, allowed, refusal = BY_STATE[act]
    petition = a_petition()
    for earlier in first:
        earlier(petition, State.AWAITING_ROUTING)

    check(act, petition, state, None if state in allowed else refusal)


# -- what was done before decides --------------------------------------------------------------------------------------

AGAIN: dict[tuple[tuple[Act, ...], Act], type[errors.Refused] | None] = {
    ((link,), link): errors.AlreadyDone,
    ((), settle): errors.FirstOrRepeatUndecided,
    ((link, settle), settle): errors.AlreadyDone,
    ((withdraw,), withdraw): errors.AlreadyDone,
    ((dispose,), dispose): errors.AlreadyDone,
    ((dispose, withdraw_disposition), dispose): None,
    ((), withdraw_disposition): disposition_errors.NoDisposition,
    ((dispose, withdraw_disposition), withdraw_disposition): disposition_errors.NoDisposition,
    ((), receive): disposition_errors.NotPassedOn,
    ((dispose,), receive): disposition_errors.NotPassedOn,
    ((pass_on, receive), receive): disposition_errors.ReceiptOnRecord,
    ((pass_on, withdraw_disposition), receive): disposition_errors.NotPassedOn,
    ((mark,), mark): mark_errors.MarkStands,
    ((), withdraw_mark): mark_errors.MarkNotSet,
    ((mark, withdraw_mark), withdraw_mark): mark_errors.MarkNotSet,
    ((mark, withdraw_mark), mark): None,
    ((classify,), classify): classification_errors.CodesUnchanged,
    ((ask_for_secrecy,), ask_for_secrecy): secrecy_errors.SecrecyStands,
    ((), lift_secrecy): secrecy_errors.NoSecrecyAsked,
    ((ask_for_secrecy, lift_secrecy), lift_secrecy): secrecy_errors.NoSecrecyAsked,
    ((ask_for_secrecy, lift_secrecy), ask_for_secrecy): None,
    ((choose_online,), choose_online): delivery_errors.DeliveryAsChosen,
    ((take_suggestion,), take_suggestion): suggestion_errors.SuggestionDecided,
    ((), take_another): suggestion_errors.NotSuggested,
    ((link_dispute,), link_dispute): dispute_errors.MatterAlreadyLinked,
}
"""What happened before, the command, and its refusal; None where it happens."""


@pytest.mark.parametrize(
    ("before", "act"), list(AGAIN), ids=lambda one: one.__name__ if callable(one) else "+".join(a.__name__ for a in one)
)
def test_what_was_done_before_decides_too(before: tuple[Act, ...], act: Act) -> None:
    petition = a_petition()
    for earlier in before:
        earlier(petition, State.AWAITING_ROUTING)

    check(act, petition, State.AWAITING_ROUTING, AGAIN[before, act])


def test_each_round_is_rated_once() -> None:
    petition = a_petition()
    rate(petition, State.CONFIRMED)

    check(rate, petition, State.CONFIRMED, errors.AlreadyRated)

"""The petition's own transitions, both sides of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import timedelta
from functools import partial

import pytest
from intake_builders import (
    BY_CHANNEL,
    DAY,
    NEIGHBOUR,
    NOW,
    PETITIONER,
    REGISTRAR,
    a_hand_down,
    a_hand_down_document,
    a_letter,
    a_visit,
    a_web_filing,
)
from intake_register import BAIYANG, CATEGORY, GRID, NEAR_CATEGORY, VILLAGE, register

from petition_intake.domain import errors, events
from petition_intake.domain.channels import Channel
from petition_intake.domain.dispute_errors import SmallGridRequired
from petition_intake.domain.filing import Filing, Purpose
from petition_intake.domain.levels import Level
from petition_intake.domain.petition import Petition
from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.register import Place
from petition_intake.domain.states import BEFORE_ACCEPTANCE, CLOSED, RATED, State
from petition_intake.domain.vocabulary import Decision, ReclassifyReason, SettlementLevel

CASE = "640425202603020001"
SAD = RatingLevel.DISSATISFIED


def a_petition(filing: Filing | None = None, case_no: str = CASE, skip_level: bool = False) -> Petition:
    checked = (filing or a_web_filing()).checked(register(), NOW)
    return Petition.register(case_no, checked, REGISTRAR, Level.COUNTY, skip_level, 1, NOW)


def a_linked_petition() -> Petition:
    petition = a_petition()
    petition.decide_first_or_repeat(Decision.FIRST, None, REGISTRAR, State.AWAITING_ROUTING, NOW)
    petition.pending.clear()
    return petition


def settle(
    petition: Petition, state: State = State.AWAITING_ROUTING, result: str = "已补登", confirmed: bool = True
) -> None:
    petition.settle_on_spot(SettlementLevel.COUNTY, NOW, result, None, confirmed, REGISTRAR, state)


# -- registering -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("channel", list(Channel))
def test_registering_tells_one_fact_and_nothing_personal(channel: Channel) -> None:
    petition = a_petition(BY_CHANNEL[channel]())
    (told,) = petition.pending

    assert petition.version == 1
    assert isinstance(told, events.PetitionRegistered)
    assert told.visit_batch is (channel is Channel.VISIT)
    for personal in (PETITIONER.name, PETITIONER.phone, PETITIONER.address, PETITIONER.id_number, petition.request):
        assert str(personal) not in str(asdict(told))


def test_a_group_visit_is_one_batch_with_its_headcount_and_representatives() -> None:
    told = a_petition(a_visit(headcount=12, representatives=3)).pending[0]

    assert (told.visit_batch, told.headcount, told.representatives, told.joint) == (True, 12, 3, False)


def test_a_hand_down_is_told_with_its_document() -> None:
    told = a_petition(a_hand_down()).pending[0]

    assert told.hand_down == a_hand_down_document()


@pytest.mark.parametrize(
    ("filing", "in_writing"),
    [(a_letter(), True), (a_visit(), False), (a_visit(in_writing=True, read_back_confirmed=None), True)],
)
def test_what_was_said_by_word_of_mouth_is_marked(filing: Filing, in_writing: bool) -> None:
    assert a_petition(filing).in_writing is in_writing


@pytest.mark.parametrize(
    ("filing", "exempt"),
    [
        (a_web_filing(), False),
        (a_web_filing(anonymous=True, petitioners=()), True),
        (a_web_filing(identity_unclear=True, petitioners=()), True),
    ],
)
def test_no_notice_is_owed_where_nobody_is_known(filing: Filing, exempt: bool) -> None:
    petition = a_petition(filing)

    assert petition.nobody_to_notify is exempt
    assert petition.pending[0].anonymous is exempt


def test_a_stale_version_is_refused() -> None:
    petition = a_petition()

    petition.check_version(None)
    petition.check_version(1)
    with pytest.raises(errors.StaleVersion):
        petition.check_version(2)


# -- first or repeat ---------------------------------------------------------------------------------------------------


def test_a_first_petition_is_decided_once() -> None:
    petition = a_linked_petition()

    assert petition.version == 2
    with pytest.raises(errors.AlreadyDone):
        petition.decide_first_or_repeat(Decision.FIRST, None, REGISTRAR, State.AWAITING_ROUTING, NOW)


def test_a_repeat_names_the_earlier_petition() -> None:
    earlier = replace(a_petition(case_no="640425202603010001"), received_at=NOW - DAY)
    petition = a_petition()
    petition.decide_first_or_repeat(Decision.REPEAT, earlier, REGISTRAR, State.AWAITING_ROUTING, NOW)

    assert petition.pending[-1] == events.PetitionLinked("repeat", earlier.case_no, "P0012", NOW)


def test_an_earlier_petition_of_the_same_instant_counts_as_earlier() -> None:
    petition = a_petition()
    petition.decide_first_or_repeat(Decision.REPEAT, a_petition(case_no="1"), REGISTRAR, State.REGISTERED, NOW)

    assert petition.link is not None


@pytest.mark.parametrize(
    ("decision", "earlier", "refusal"),
    [
        (Decision.REPEAT, None, errors.RepeatOfMissing),
        (Decision.FIRST, replace(a_petition(), case_no="640425202603010001"), errors.RepeatOfNotAllowed),
        (Decision.REPEAT, a_petition(), errors.RepeatOfItself),
        (
            Decision.REPEAT,
            replace(a_petition(case_no="640425202603010001"), received_at=NOW + timedelta(milliseconds=1)),
            errors.RepeatOfLater,
        ),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    decision: Decision, earlier: Petition | None, refusal: type[errors.Refused]
) -> None:
    petition = a_petition()

    with pytest.raises(refusal):
        petition.decide_first_or_repeat(decision, earlier, REGISTRAR, State.AWAITING_ROUTING, NOW)
    assert petition.version == 1


# -- reclassifying -----------------------------------------------------------------------------------------------------


def test_a_correction_keeps_what_was_registered_before() -> None:
    petition = a_petition()
    place = Place(BAIYANG)
    petition.reclassify(
        Purpose.SUGGESTION, NEAR_CATEGORY, place, ReclassifyReason.PLACE_FOUND, REGISTRAR, State.ROUTED, NOW
    )

    assert (petition.purpose, petition.category, petition.place) == (Purpose.SUGGESTION, NEAR_CATEGORY, place)
    assert petition.reclassified[0].category == CATEGORY
    assert petition.pending[-1] == events.PetitionReclassified(
        Purpose.SUGGESTION, NEAR_CATEGORY, place, "place_found", "P0012", NOW
    )


def test_a_correction_must_change_something() -> None:
    petition = a_petition()

    with pytest.raises(errors.NothingToChange):
        petition.reclassify(
            petition.purpose,
            petition.category,
            petition.place,
            ReclassifyReason.PLACE_FOUND,
            REGISTRAR,
            State.ROUTED,
            NOW,
        )


# -- settling and withdrawing ------------------------------------------------------------------------------------------


def test_a_settlement_on_the_spot_is_told_with_level_and_headcount() -> None:
    petition = a_linked_petition()
    settle(petition)

    assert petition.pending == [
        events.PetitionSettledOnSpot(NOW, "county", "P0012", "petition_bureau", petition.headcount)
    ]
    with pytest.raises(errors.AlreadyDone):
        settle(petition)


def test_a_settlement_may_be_with_more_people_than_came() -> None:
    petition = a_linked_petition()
    petition.settle_on_spot(SettlementLevel.VILLAGE, NOW, "已化解", 4, True, REGISTRAR, State.SIGNED)

    assert petition.pending[0].headcount == 4


@pytest.mark.parametrize("state", list(State))
def test_a_petition_is_settled_on_the_spot_before_a_unit_accepts_it(state: State) -> None:
    petition = a_linked_petition()

    if state in BEFORE_ACCEPTANCE:
        settle(petition, state)
        assert petition.settlement is not None
    else:
        with pytest.raises(errors.IllegalTransition):
            settle(petition, state)


@pytest.mark.parametrize(
    ("level", "grid", "possible"),
    [
        (SettlementLevel.VILLAGE, GRID, True),
        (SettlementLevel.VILLAGE, None, False),
        (SettlementLevel.COUNTY, GRID, False),
    ],
)
def test_what_was_settled_in_a_grid_lies_in_one_and_is_told_as_its_villages(
    level: SettlementLevel, grid: str | None, possible: bool
) -> None:
    petition = a_linked_petition()
    petition.place = Place(BAIYANG, VILLAGE, grid)
    settle = partial(petition.settle_on_spot, level, NOW, "已化解", None, True, REGISTRAR, State.SIGNED, in_grid=True)
    if possible:
        settle()
        assert (petition.pending[-1].level, petition.pending[-1].in_grid) == (SettlementLevel.VILLAGE, True)
    else:
        with pytest.raises(SmallGridRequired):
            settle()


def test_first_or_repeat_is_decided_before_a_settlement() -> None:
    with pytest.raises(errors.FirstOrRepeatUndecided):
        settle(a_petition())


def test_a_settlement_needs_a_result_and_the_petitioners_confirmation() -> None:
    with pytest.raises(errors.TextRequired):
        settle(a_linked_petition(), result=" ")
    with pytest.raises(errors.PetitionerNotConfirmed):
        settle(a_linked_petition(), confirmed=False)


@pytest.mark.parametrize(("before", "allowed"), [(timedelta(0), True), (timedelta(milliseconds=1), False)])
def test_nothing_is_settled_before_it_was_received(before: timedelta, allowed: bool) -> None:
    petition = a_linked_petition()

    def attempt() -> None:
        petition.settle_on_spot(
            SettlementLevel.COUNTY, petition.received_at - before, "已化解", None, True, REGISTRAR, State.SIGNED
        )

    if allowed:
        attempt()
    else:
        with pytest.raises(errors.SettledBeforeReceipt):
            attempt()


def test_a_withdrawal_is_the_petitioners_own_and_happens_once() -> None:
    petition = a_petition()

    with pytest.raises(errors.PetitionerNotConfirmed):
        petition.withdraw(False, REGISTRAR, State.ROUTED, NOW)
    petition.withdraw(True, REGISTRAR, State.ROUTED, NOW)
    assert petition.pending[-1] == events.PetitionWithdrawn(NOW, "P0012")
    with pytest.raises(errors.AlreadyDone):
        petition.withdraw(True, REGISTRAR, State.WITHDRAWN, NOW)


def _link(petition: Petition, state: State) -> None:
    petition.decide_first_or_repeat(Decision.FIRST, None, REGISTRAR, state, NOW)


def _reclassify(petition: Petition, state: State) -> None:
    petition.reclassify(
        Purpose.SUGGESTION, CATEGORY, petition.place, ReclassifyReason.REGISTERED_IN_ERROR, REGISTRAR, state, NOW
    )


def _withdraw(petition: Petition, state: State) -> None:
    petition.withdraw(True, REGISTRAR, state, NOW)


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("act", [_link, _reclassify, _withdraw])
def test_a_closed_petition_is_neither_linked_corrected_nor_withdrawn(
    act: Callable[[Petition, State], None], state: State
) -> None:
    petition = a_petition()

    if state in CLOSED:
        with pytest.raises(errors.IllegalTransition) as refused:
            act(petition, state)
        assert refused.value.code == "ILLEGAL_TRANSITION"
        assert petition.version == 1
    else:
        act(petition, state)
        assert petition.version == 2


# -- rating ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", list(State))
def test_a_petition_is_rated_when_it_is_finished(state: State) -> None:
    petition = a_petition()

    if state in RATED:
        petition.rate(SAD, RatingLevel.SATISFIED, 1, NOW, state, 30, NOW)
        assert petition.pending[-1] == events.PetitionRated("dissatisfied", "satisfied", NOW, 1)
    else:
        with pytest.raises(errors.RatingNotOpen):
            petition.rate(SAD, SAD, 1, NOW, state, 30, NOW)


def test_each_round_is_rated_once() -> None:
    petition = a_petition()
    petition.rate(SAD, SAD, 1, NOW, State.CONFIRMED, 30, NOW)

    with pytest.raises(errors.AlreadyRated):
        petition.rate(SAD, SAD, 1, NOW, State.CONFIRMED, 30, NOW)
    petition.rate(SAD, SAD, 2, NOW, State.CONFIRMED, 30, NOW)
    assert [rating.round for rating in petition.ratings] == [1, 2]


@pytest.mark.parametrize(("days", "open_still"), [(0, True), (30, True), (31, False)])
def test_the_window_ends_with_the_thirtieth_day_after_closing(days: int, open_still: bool) -> None:
    petition = a_petition()
    end_of_that_day = NOW + days * DAY + timedelta(hours=13, minutes=59)

    if open_still:
        petition.rate(SAD, SAD, 1, NOW, State.CONFIRMED, 30, end_of_that_day)
    else:
        with pytest.raises(errors.RatingWindowClosed):
            petition.rate(SAD, SAD, 1, NOW, State.CONFIRMED, 30, NOW + days * DAY)


def test_a_case_without_a_day_of_closing_is_not_rated() -> None:
    with pytest.raises(errors.RatingNotOpen):
        a_petition().rate(SAD, SAD, 1, None, State.CONFIRMED, 30, NOW)


def test_an_anonymous_petition_is_not_rated_but_one_of_unclear_identity_is() -> None:
    with pytest.raises(errors.AnonymousPetitioner):
        a_petition(a_web_filing(anonymous=True, petitioners=())).rate(SAD, SAD, 1, NOW, State.CONFIRMED, 30, NOW)
    a_petition(a_web_filing(identity_unclear=True, petitioners=(NEIGHBOUR,))).rate(
        SAD, SAD, 1, NOW, State.CONFIRMED, 30, NOW
    )

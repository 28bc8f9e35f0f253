"""Every command of a review in every state of it, at both levels; the matrix is written out by hand."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from assignment_review import (
    ReviewWorld,
    a_call,
    a_closing,
    a_decision,
    a_handing_over,
    a_publication,
    a_refusal,
    a_reopening,
    an_accepting,
)
from assignment_world import CASE

from petition_assignment.application import following
from petition_assignment.domain import review_commands as asked
from petition_assignment.domain.commands import Command
from petition_assignment.domain.errors import ExactRepeat, IllegalTransition, Refused, SomeoneElsesCase
from petition_assignment.domain.publication_errors import AlreadyPublished, NotHeardInReReview, NothingPublished
from petition_assignment.domain.review import ReviewState
from petition_assignment.domain.review_duties import REVIEW_DUTIES
from petition_assignment.domain.review_errors import MatterNotFinal, NoReviewRequested, ReviewHearingNotCalled
from petition_assignment.domain.vocabulary import ReviewLevel

COMMANDS: dict[str, Callable[[ReviewWorld], Command]] = {
    "accept_review": lambda _: an_accepting(notice_no="另字〔2026〕1号"),
    "decline_review": lambda _: a_refusal("taken_back", notice_no="另字〔2026〕2号"),
    "call_review_hearing": lambda _: a_call(date(2099, 1, 1), notice_no="另字〔2026〕3号"),
    "open_hearing": lambda _: asked.OpenHearing(),
    "close_hearing": lambda _: a_closing(record_no="另字〔2026〕4号"),
    "decide_review": lambda _: a_decision(document_no="另字〔2026〕5号"),
    "deliver_review": lambda world: a_handing_over(world.today, receipt_no="另字6号"),
    "publish_review_opinion": lambda _: a_publication(),
    "withdraw_publication": lambda _: asked.WithdrawPublication("公示期满"),
}
LEADS_TO: dict[str, ReviewState] = {
    "accept_review": ReviewState.ACCEPTED,
    "decline_review": ReviewState.DECLINED,
    "open_hearing": ReviewState.HEARING,
    "close_hearing": ReviewState.ACCEPTED,
    "decide_review": ReviewState.DECIDED,
    "deliver_review": ReviewState.DELIVERED,
}
"""Where a command leaves the state as it is, it is not named."""


@dataclass(frozen=True)
class Above:
    """One level of review: how it is asked for, and who answers there."""

    requested: Callable[[], ReviewWorld]
    person: str

    def begun(self) -> ReviewWorld:
        world = self.requested()
        world.do(an_accepting(), self.person)
        return world

    def called(self) -> ReviewWorld:
        world = self.begun()
        world.do(a_call(world.today + timedelta(days=1)), self.person)
        world.pass_days(1)
        return world

    def hearing(self) -> ReviewWorld:
        world = self.called()
        world.do(asked.OpenHearing(), self.person)
        return world

    def decided(self) -> ReviewWorld:
        world = self.begun()
        world.do(a_decision(), self.person)
        return world

    def delivered(self) -> ReviewWorld:
        world = self.decided()
        world.do(a_handing_over(world.today), self.person)
        return world

    def heard_and_delivered(self) -> ReviewWorld:
        world = self.hearing()
        for command in (a_closing(), a_decision(), a_handing_over(world.today)):
            world.do(command, self.person)
        return world

    def published(self) -> ReviewWorld:
        world = self.heard_and_delivered()
        world.do(a_publication(text="先公示的文本"), self.person)
        return world

    def declined(self) -> ReviewWorld:
        world = self.requested()
        world.do(a_refusal("other_procedure"), self.person)
        return world

    def withdrawn(self) -> ReviewWorld:
        world = self.requested()
        following.close_withdrawn(world.desk, CASE, world.now)
        return world


def reviewed_before_it_is_closed() -> ReviewWorld:
    """The opinion is delivered and the case is still open, so that the petition can be taken back."""
    world = ReviewWorld()
    world.delivered()
    return world.ask()


def re_review_requested() -> ReviewWorld:
    world = reviewed_before_it_is_closed()
    for command in (an_accepting(), a_decision(), a_handing_over(world.today)):
        world.do(command, "leader1")
    return world.ask(ReviewLevel.RE_REVIEW)


REVIEW = Above(reviewed_before_it_is_closed, "leader1")
RE_REVIEW = Above(re_review_requested, "city_head")
STATES: dict[str, tuple[ReviewState, Callable[[Above], ReviewWorld]]] = {
    "requested": (ReviewState.REQUESTED, lambda above: above.requested()),
    "accepted": (ReviewState.ACCEPTED, Above.begun),
    "called for today": (ReviewState.ACCEPTED, Above.called),
    "hearing": (ReviewState.HEARING, Above.hearing),
    "decided": (ReviewState.DECIDED, Above.decided),
    "delivered": (ReviewState.DELIVERED, Above.delivered),
    "heard and delivered": (ReviewState.DELIVERED, Above.heard_and_delivered),
    "declined": (ReviewState.DECLINED, Above.declined),
    "withdrawn": (ReviewState.WITHDRAWN, Above.withdrawn),
}
NOT_HERE: dict[str, type[Refused]] = dict.fromkeys(COMMANDS, IllegalTransition)
OPENED_BEFORE = {"open_hearing": ExactRepeat}
"""It has no content, so the second time is always the same again."""
ANSWERING = {"call_review_hearing": None, "decide_review": None}
NOTHING_PUBLIC = {"withdraw_publication": NothingPublished}

OUTCOMES: dict[str, dict[str, type[Refused] | None]] = {
    "requested": {**NOT_HERE, "accept_review": None, "decline_review": None},
    "accepted": {**NOT_HERE, **ANSWERING, "open_hearing": ReviewHearingNotCalled},
    "called for today": {**NOT_HERE, **ANSWERING, "open_hearing": None},
    "hearing": {**NOT_HERE, **OPENED_BEFORE, "close_hearing": None},
    "decided": {**NOT_HERE, "deliver_review": None},
    "delivered": {**NOT_HERE, **NOTHING_PUBLIC, "publish_review_opinion": NotHeardInReReview},
    "heard and delivered": {**NOT_HERE, **OPENED_BEFORE, **NOTHING_PUBLIC, "publish_review_opinion": None},
    "declined": NOT_HERE,
    "withdrawn": NOT_HERE,
}
"""State: what becomes of each command in a re-review; None where it is carried out."""
OF_A_REVIEW = {("heard and delivered", "publish_review_opinion"): NotHeardInReReview}
"""Where a review differs: its opinion is never made public."""


def check(world: ReviewWorld, command: str, person: str, refusal: type[Refused] | None) -> None:
    """It is carried out and told, or refused, and then the case is as it was and nothing was told or written."""
    before, told, papers = deepcopy(world.case), len(world.events), len(world.papers)
    given = COMMANDS[command](world)
    if refusal is None:
        world.do(given, person)
        assert world.case.version > before.version
        assert world.review.state is LEADS_TO.get(command, before.reviews[-1].state)
        return
    with pytest.raises(refusal) as refused:
        world.do(given, person)
    assert type(refused.value) is refusal
    assert (world.case, len(world.events), len(world.papers)) == (before, told, papers)


def test_the_tables_of_this_test_speak_of_every_state_and_command() -> None:
    assert {state for state, _ in STATES.values()} == set(ReviewState)
    assert set(COMMANDS) == set(REVIEW_DUTIES)
    assert set(OUTCOMES) == set(STATES)


@pytest.mark.parametrize("command", list(COMMANDS))
@pytest.mark.parametrize("state", list(STATES))
@pytest.mark.parametrize("above", [REVIEW, RE_REVIEW], ids=["review", "re-review"])
def test_a_command_is_carried_out_or_refused_in_every_state_of_a_review(above: Above, state: str, command: str) -> None:
    expected, reach = STATES[state]
    world = reach(above)
    assert world.review.state is expected

    usual = OUTCOMES[state][command]
    check(world, command, above.person, OF_A_REVIEW.get((state, command), usual) if above is REVIEW else usual)


@pytest.mark.parametrize("command", list(COMMANDS))
def test_where_nobody_asked_no_step_of_a_review_is_taken(command: str) -> None:
    world = ReviewWorld()
    world.delivered()
    check(world, command, "leader1", NoReviewRequested)


@pytest.mark.parametrize("command", list(COMMANDS))
@pytest.mark.parametrize("state", list(STATES))
def test_another_level_takes_no_step_in_any_state(state: str, command: str) -> None:
    check(STATES[state][1](RE_REVIEW), command, "leader1", SomeoneElsesCase)


@pytest.mark.parametrize(
    ("command", "refusal"),
    [
        ("publish_review_opinion", AlreadyPublished),
        ("accept_review", IllegalTransition),
        ("withdraw_publication", None),
    ],
)
def test_what_is_public_is_taken_back_before_it_is_made_public_again(
    command: str, refusal: type[Refused] | None
) -> None:
    check(RE_REVIEW.published(), command, "city_head", refusal)


@pytest.mark.parametrize("state", list(STATES))
def test_a_matter_is_reopened_on_new_facts_only_once_it_is_final(state: str) -> None:
    """第三十六条第三款: final is what a re-review left standing and delivered."""
    world = STATES[state][1](RE_REVIEW)
    before = deepcopy(world.case)
    if state in ("delivered", "heard and delivered"):
        assert world.do(a_reopening(), "dispatcher").case.version > before.version
        return
    with pytest.raises(MatterNotFinal):
        world.do(a_reopening(), "dispatcher")
    assert world.case == before

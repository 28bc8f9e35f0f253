"""第三十五条、第三十六条: a request at each level in every state of the answer and of the requests before it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from intake_builders import NOW, REGISTRAR, a_web_filing
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT

from petition_intake.application.review_requests import Asked, request_review
from petition_intake.domain.errors import AnonymousPetitioner, Refused
from petition_intake.domain.review_course import CourseState, ReviewLevel
from petition_intake.domain.review_errors import NothingToReview, ReviewAlreadyAnswered, ReviewAlreadyRequested

REVIEW, RE_REVIEW = ReviewLevel.REVIEW, ReviewLevel.RE_REVIEW
ABOVE = {REVIEW: "county_leadership", RE_REVIEW: "city_government"}
TODAY = datetime(2026, 4, 15, 2, 0, tzinfo=UTC)
Step = Callable[[World, str], object]


def opened(world: World, case_no: str) -> None:
    world.tell(case_no, "case_opened", unit_to_route=BUREAU)
    world.tell(case_no, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=NOW)


def delivered(world: World, case_no: str, round: int = 1, on: date = date(2026, 3, 20)) -> None:
    told = {"delivered_on": on, "receipt_no": "回执1号", "remedy_until": on + timedelta(days=31), "round": round}
    world.tell(case_no, "opinion_delivered", unit=DEPARTMENT, **told)


def delivered_anew(world: World, case_no: str) -> None:
    world.tell(case_no, "round_opened", unit=DEPARTMENT, round=2, due_on=date(2026, 5, 1))
    delivered(world, case_no, 2, date(2026, 4, 14))


def ask(level: ReviewLevel) -> Step:
    return lambda world, case_no: request_review(
        world.files, world.office, REGISTRAR, Asked(case_no, level, "认定事实不清"), None, TODAY
    )


def told(level: ReviewLevel, name: str, **data: Any) -> Step:
    return lambda world, case_no: world.tell(case_no, name, level=level.value, unit=ABOVE[level], round=1, **data)


def accepted(level: ReviewLevel) -> Step:
    return told(level, "review_accepted", accepted_at=TODAY, notice_no="受1号")


def heard(level: ReviewLevel) -> Step:
    return told(level, "hearing_opened", opened_at=TODAY)


def declined(level: ReviewLevel) -> Step:
    return told(level, "review_declined", declined_at=TODAY, reason_code="taken_back", notice_no="不受1号")


def decided(level: ReviewLevel) -> Step:
    return told(level, "review_decided", decided_at=TODAY, outcome="upheld", changed_to=None, document_no="查1号")


def handed_over(level: ReviewLevel) -> Step:
    remedy = date(2026, 5, 15) if level is REVIEW else None
    on = {"delivered_on": date(2026, 4, 15), "receipt_no": "回执2号", "remedy_until": remedy}
    return told(level, "review_delivered", outcome="upheld", **on)


def final(world: World, case_no: str) -> None:
    world.tell(case_no, "case_finalised", reference_no="核1号", finalised_at=TODAY, round=1)


def withdrawn(world: World, case_no: str) -> None:
    world.tell(case_no, "case_closed_withdrawn")


ANSWERED = (opened, delivered)
ONCE = (*ANSWERED, ask(REVIEW))
REVIEWED = (*ONCE, decided(REVIEW), handed_over(REVIEW))
TWICE = (*REVIEWED, ask(RE_REVIEW))
RE_REVIEWED = (*TWICE, decided(RE_REVIEW), handed_over(RE_REVIEW))
STATES: dict[str, tuple[Step, ...]] = {
    "registered": (),
    "in hand": (opened,),
    "answered": ANSWERED,
    "review requested": ONCE,
    "review accepted": (*ONCE, accepted(REVIEW)),
    "review heard": (*ONCE, accepted(REVIEW), heard(REVIEW)),
    "review declined": (*ONCE, declined(REVIEW)),
    "review decided": (*ONCE, decided(REVIEW)),
    "review taken back": (*ONCE, withdrawn),
    "reviewed": REVIEWED,
    "reviewed, answered anew": (*REVIEWED, delivered_anew),
    "re-review requested": TWICE,
    "re-review accepted": (*TWICE, accepted(RE_REVIEW)),
    "re-review heard": (*TWICE, accepted(RE_REVIEW), heard(RE_REVIEW)),
    "re-review declined": (*TWICE, declined(RE_REVIEW)),
    "re-review decided": (*TWICE, decided(RE_REVIEW)),
    "re-review taken back": (*TWICE, withdrawn),
    "re-reviewed": RE_REVIEWED,
    "final": (*RE_REVIEWED, final),
}
NOTHING, OPEN, DONE = NothingToReview, ReviewAlreadyRequested, ReviewAlreadyAnswered
OUTCOMES: dict[str, tuple[type[Refused] | None, type[Refused] | None]] = {
    "registered": (NOTHING, NOTHING),
    "in hand": (NOTHING, NOTHING),
    "answered": (None, NOTHING),
    "review requested": (OPEN, NOTHING),
    "review accepted": (OPEN, NOTHING),
    "review heard": (OPEN, NOTHING),
    "review declined": (None, NOTHING),
    "review decided": (OPEN, NOTHING),
    "review taken back": (None, NOTHING),
    "reviewed": (DONE, None),
    "reviewed, answered anew": (None, None),
    "re-review requested": (OPEN, OPEN),
    "re-review accepted": (OPEN, OPEN),
    "re-review heard": (OPEN, OPEN),
    "re-review declined": (DONE, None),
    "re-review decided": (OPEN, OPEN),
    "re-review taken back": (DONE, None),
    "re-reviewed": (DONE, DONE),
    "final": (None, None),
}
"""What becomes of a request for a review and of one for a re-review; None where it is taken down."""


@pytest.mark.parametrize("level", list(ReviewLevel))
@pytest.mark.parametrize("state", list(STATES))
def test_a_request_is_taken_down_or_refused_in_every_state(world: World, state: str, level: ReviewLevel) -> None:
    case_no = world.register().case_no
    for step in STATES[state]:
        step(world, case_no)
    requests, events = len(world.petitions.get(case_no).review_requests), len(world.petitions.told)  # type: ignore[union-attr]
    refusal = OUTCOMES[state][list(ReviewLevel).index(level)]

    if refusal is None:
        ask(level)(world, case_no)
    else:
        with pytest.raises(refusal) as refused:
            ask(level)(world, case_no)
        assert type(refused.value) is refusal
    more = refusal is None
    assert len(world.petitions.get(case_no).review_requests) == requests + more  # type: ignore[union-attr]
    assert len(world.petitions.told) == events + more


@pytest.mark.parametrize("level", list(ReviewLevel))
@pytest.mark.parametrize("state", ["registered", "in hand", "answered"])
def test_who_cannot_be_answered_asks_for_none_in_any_state(world: World, state: str, level: ReviewLevel) -> None:
    case_no = world.register(a_web_filing(anonymous=True, petitioners=())).case_no
    for step in STATES[state]:
        step(world, case_no)

    with pytest.raises(AnonymousPetitioner):
        ask(level)(world, case_no)


def test_the_table_has_every_state_of_a_request_at_each_level(world: World) -> None:
    assert set(STATES) == set(OUTCOMES)
    reached: dict[ReviewLevel, set[CourseState]] = {level: set() for level in ReviewLevel}
    for steps in STATES.values():
        case_no = world.register(a_web_filing(request=f"反映第{len(world.progress.stored)}件事")).case_no
        for step in steps:
            step(world, case_no)
        for course in world.progress.stored[case_no].reviews:
            reached[course.level].add(course.state)
    assert reached[REVIEW] == reached[RE_REVIEW] == set(CourseState)

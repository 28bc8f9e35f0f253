"""Random histories of a few cases, and random orders in which they may be heard."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from metrics_story import BUREAU, CAOMIAO, Story, after, wire

from petition_metrics.domain.occurrence import ASSIGNMENT, INTAKE, SUPERVISION, Occurrence

DAYS = [f"2026-{month:02d}-{day:02d}" for month in range(1, 13) for day in (1, 7, 15, 28)]
CASES = ("640425202601010001", "640425202601010002", "640425202602010001")
UNITS = (CAOMIAO, "township_chengyang", "dept_housing")
SCORES = ("satisfied", "basically_satisfied", "dissatisfied")
KINDS = ("K1", "K2", "K3", "K4", "K5", "K7")

days = st.sampled_from(DAYS)
rounds = st.integers(1, 3)
clock_ids = st.builds(lambda kind, nth: f"{kind}#{nth}" if nth > 1 else kind, st.sampled_from(KINDS), st.integers(1, 2))


@st.composite
def _registration(draw: st.DrawFn) -> dict[str, Any]:
    visit = draw(st.booleans())
    return {
        "channel": "visit" if visit else draw(st.sampled_from(("letter", "web", "call", "handed_down"))),
        "visit_batch": visit,
        "headcount": draw(st.integers(1, 9)),
        "skip_level": draw(st.booleans()),
        "anonymous": draw(st.booleans()),
        "registered_by_unit": draw(st.sampled_from((BUREAU, CAOMIAO))),
        "hand_down": draw(
            st.none()
            | st.fixed_dictionaries(
                {"issuer": st.just("上级"), "issuer_level": st.sampled_from(("state", "region", "city"))}
            )
        ),
    }


@st.composite
def _intake(draw: st.DrawFn, story: Story, case_no: str) -> None:
    """Registered, or not heard of at all; then anything."""
    if not draw(st.integers(0, 9)):
        return
    story.registered(case_no, draw(days), **draw(_registration()))
    for step in draw(
        st.lists(st.sampled_from(("link", "settle", "rate", "withdraw", "reclassify", "review", "open")), max_size=5)
    ):
        on = draw(days)
        if step == "link":
            story.linked(case_no, on, draw(st.none() | st.sampled_from([one for one in CASES if one != case_no])))
        elif step == "settle":
            story.settled(case_no, on, draw(st.none() | st.integers(1, 9)))
        elif step == "rate":
            story.rated(case_no, on, draw(st.sampled_from(SCORES)), draw(st.sampled_from(SCORES)), draw(rounds))
        elif step == "open":
            story.opened_online(case_no, on, f"{case_no}-{draw(rounds):02d}", draw(st.booleans()))
        elif step == "withdraw":
            story.withdrawn(case_no, on)
        elif step == "review":
            story.review_requested(case_no, on)
        else:
            story.tell(INTAKE, "petition_reclassified", case_no, on, purpose="appeal", category="010101")


@st.composite
def _assignment(draw: st.DrawFn, story: Story, case_no: str) -> None:
    steps = (
        "route",
        "accept",
        "handle",
        "open",
        "return",
        "start",
        "stop",
        "move",
        "object",
        "re_review",
        "something_new",
    )
    for step in draw(st.lists(st.sampled_from(steps), max_size=10)):
        on = draw(days)
        if step == "route":
            story.routed(case_no, on, draw(st.sampled_from(UNITS)), draw(rounds))
        elif step == "accept":
            story.accepted(case_no, on, draw(st.sampled_from(UNITS)))
        elif step == "handle":
            story.handled(case_no, on, draw(st.sampled_from(("village", "township", "county"))), draw(rounds))
        elif step == "open":
            story.round_opened(case_no, on, draw(rounds))
        elif step == "return":
            story.tell(ASSIGNMENT, "case_returned", case_no, on, returned_at=wire(on), round=draw(rounds))
        elif step == "start":
            clock = draw(clock_ids)
            nature = "right" if clock[:2] in ("K4", "K7") else "duty"
            story.clock_started(case_no, on, clock[:2], draw(days), clock_id=clock, nature=nature)
        elif step == "stop":
            story.clock_stopped(
                case_no, on, draw(clock_ids), draw(st.booleans()), draw(st.sampled_from(("done", "withdrawn")))
            )
        elif step == "move":
            clock = draw(clock_ids)
            story.tell(ASSIGNMENT, "clock_moved", case_no, on, clock_id=clock, due_at=wire(after(draw(days))))
        elif step == "re_review":
            story.re_reviewed(case_no, on)
        elif step == "object":
            story.tell(ASSIGNMENT, "objection_raised", case_no, on)
            story.tell(ASSIGNMENT, "objection_decided", case_no, on, upheld=draw(st.booleans()), bounce_count=1)
        else:
            story.tell(ASSIGNMENT, "something_new.v7", case_no, on, anything=1)


@st.composite
def _supervision(draw: st.DrawFn, story: Story, case_no: str) -> None:
    steps = ("miss", "lift", "follow_up", "rehandle", "report", "list")
    for step in draw(st.lists(st.sampled_from(steps), max_size=6)):
        on = draw(days)
        if step == "miss":
            story.missed(case_no, on, draw(clock_ids), draw(days))
        elif step == "lift":
            clock = draw(clock_ids)
            story.tell(SUPERVISION, "deadline_miss_lifted", case_no, on, clock_id=clock, due_at=wire(after(draw(days))))
        elif step == "follow_up":
            score = draw(st.none() | st.sampled_from(SCORES))
            story.followed_up(case_no, on, score, draw(st.booleans()), draw(rounds))
        elif step == "rehandle":
            story.rehandling_ordered(case_no, on, draw(st.integers(2, 3)))
        elif step == "report":
            story.reported(case_no, on, draw(st.sampled_from(("resolved", "explained"))))
        else:
            story.tell(SUPERVISION, "hand_down_listed", case_no, on, issuer="上级", issuer_level="region")


@st.composite
def histories(draw: st.DrawFn) -> list[Occurrence]:
    """What three producers told about three cases, stream by stream."""
    story = Story()
    for case_no in CASES:
        for producer in (_intake, _assignment, _supervision):
            draw(producer(story, case_no))
    return story.told


@st.composite
def heard(draw: st.DrawFn, history: list[Occurrence]) -> list[Occurrence]:
    """The history in another order that keeps each producer's order about each case."""
    streams: dict[tuple[str, str], list[Occurrence]] = {}
    for occurrence in history:
        streams.setdefault((occurrence.source, occurrence.subject), []).append(occurrence)
    labels = [label for label, stream in streams.items() for _ in stream]
    mixed = draw(st.permutations(labels))
    waiting = {label: iter(stream) for label, stream in streams.items()}
    return [next(waiting[label]) for label in mixed]

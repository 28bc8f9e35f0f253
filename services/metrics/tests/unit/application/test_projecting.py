"""Events become timelines, whatever the order between producers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from metrics_memory import Memory, without_version
from metrics_random import heard, histories
from metrics_story import Story

from petition_metrics.application.projecting import catch_up
from petition_metrics.domain.errors import UnreadableEvent
from petition_metrics.domain.occurrence import SUPERVISION, Occurrence
from petition_metrics.domain.timeline import empty_timeline, fold, fold_all

CASE, EARLIER, EARLIEST = "640425202603010001", "640425202601010001", "640425202512010001"


@given(st.data())
@settings(max_examples=40)
def test_the_order_between_producers_and_between_cases_changes_nothing(data: st.DataObject) -> None:
    history = data.draw(histories())
    as_told = Memory().hear(history)
    as_heard = Memory().hear(data.draw(heard(history)))
    assert without_version(as_heard.timelines) == without_version(as_told.timelines)


@given(histories())
@settings(max_examples=40)
def test_folding_all_at_once_is_folding_one_by_one(history: list[Occurrence]) -> None:
    for case_no in {one.subject for one in history}:
        events = [one for one in history if one.subject == case_no]
        one_by_one = empty_timeline(case_no)
        for event in events:
            one_by_one = fold(one_by_one, event)
        assert fold_all(empty_timeline(case_no), events) == one_by_one


def test_every_event_is_logged_known_or_not(story: Story, memory: Memory) -> None:
    story.registered(CASE, "2026-03-01")
    story.tell(SUPERVISION, "unit_graded", CASE, "2026-03-02")
    story.tell(SUPERVISION, "unit_graded", "township_caomiao", "2026-04-01", about_a_case=False, colour="orange")
    story.register("2026-01-01")
    memory.hear(story.told)
    assert memory.log == story.told
    assert set(memory.timelines) == {CASE}
    assert memory.timelines[CASE]["heads"] == {"intake": 1, SUPERVISION: 1}


def test_an_unreadable_event_is_not_projected(story: Story, memory: Memory) -> None:
    with pytest.raises(UnreadableEvent):
        memory.hear([story.tell("assignment", "case_routed", CASE, "2026-03-01", unit="dept_housing")])
    assert memory.timelines == {}


def test_an_unreadable_register_is_not_projected(story: Story, memory: Memory) -> None:
    with pytest.raises(UnreadableEvent):
        memory.hear([story.tell("assignment", "register_published", "register", "2026-01-01", about_a_case=False)])
    assert memory.registers == []


def test_a_repeat_is_noted_on_the_matter_it_repeats(story: Story, memory: Memory) -> None:
    story.registered(EARLIER, "2026-01-01")
    story.registered(CASE, "2026-03-01")
    story.linked(CASE, "2026-03-02", repeat_of=EARLIER)
    memory.hear(story.told)
    assert memory.timelines[EARLIER]["repeats"] == {CASE: "2026-03-01"}


def test_a_repeat_decided_anew_moves_its_note(story: Story, memory: Memory) -> None:
    story.registered(CASE, "2026-03-01")
    story.linked(CASE, "2026-03-02", repeat_of=EARLIER)
    story.linked(CASE, "2026-03-03", repeat_of=EARLIEST)
    memory.hear(story.told)
    assert EARLIER not in memory.timelines
    assert memory.timelines[EARLIEST]["repeats"] == {CASE: "2026-03-01"}
    story.registered(EARLIEST, "2025-12-01")
    memory.hear([story.told[-1], story.linked(CASE, "2026-03-04")])
    assert memory.timelines[EARLIEST]["repeats"] == {}


def test_a_timeline_that_is_behind_is_folded_anew_from_the_log(story: Story, memory: Memory) -> None:
    story.registered(EARLIER, "2026-01-01")
    story.registered(CASE, "2026-03-01")
    memory.hear(story.told)
    behind = dict(memory.timelines)
    memory.hear([story.linked(CASE, "2026-03-02", repeat_of=EARLIER), story.routed(CASE, "2026-03-03")])
    expected = dict(memory.timelines)
    memory.timelines = behind
    memory.hear([story.accepted(CASE, "2026-03-04")])
    assert memory.timelines[CASE]["heads"] == {"assignment": 2, "intake": 2}
    assert memory.timelines[CASE]["state"] == "accepted"
    assert memory.timelines[EARLIER]["repeats"] == expected[EARLIER]["repeats"]


def test_catching_up_does_nothing_where_nothing_is_missing(story: Story, memory: Memory) -> None:
    story.registered(CASE, "2026-03-01")
    memory.hear(story.told)
    before = memory.timelines[CASE]
    assert not catch_up(CASE, memory, memory)
    assert memory.timelines[CASE] is before
    memory.log.append(story.linked(CASE, "2026-03-02"))
    assert catch_up(CASE, memory, memory)
    assert memory.timelines[CASE]["first_or_repeat"] == "first"

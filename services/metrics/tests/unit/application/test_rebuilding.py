"""Rebuilt from the log is what was projected live."""

from hypothesis import given, settings
from hypothesis import strategies as st
from metrics_memory import Memory, MemoryBench, MemoryWholeLog, without_version
from metrics_random import heard, histories
from metrics_story import Story

from petition_metrics.application.rebuilding import Outcome, compare, fold_the_log

CASE, EARLIER = "640425202603010001", "640425202601010001"


def rebuilt(memory: Memory) -> tuple[MemoryBench, Outcome]:
    bench, outcome = MemoryBench(memory), Outcome()
    fold_the_log(MemoryWholeLog(memory), bench, lambda done, total: None, outcome)
    return bench, outcome


@given(st.data())
@settings(max_examples=40)
def test_rebuilding_from_the_log_gives_what_was_projected_live(data: st.DataObject) -> None:
    memory = Memory().hear(data.draw(heard(data.draw(histories()))))
    bench, outcome = rebuilt(memory)
    assert without_version(bench.timelines) == without_version(memory.timelines)
    compare(MemoryWholeLog(memory), bench, outcome)
    assert (outcome.identical, outcome.different, outcome.moved_on) == (len(memory.timelines), 0, 0)
    assert outcome.events == len(memory.log)


def test_a_timeline_that_was_tampered_with_is_found_and_named(story: Story, memory: Memory) -> None:
    story.visit(CASE, "2026-03-01", 3)
    story.registered(EARLIER, "2026-01-01")
    memory.hear(story.told)
    memory.timelines[CASE] = {**memory.timelines[CASE], "headcount": 300, "settled_on": "2026-03-01"}
    bench, outcome = rebuilt(memory)
    compare(MemoryWholeLog(memory), bench, outcome)
    assert (outcome.identical, outcome.different) == (1, 1)
    assert outcome.differences == [f"{CASE}: headcount, settled_on"]
    bench.swap()
    assert memory.timelines[CASE]["headcount"] == 3


def test_a_timeline_that_vanished_or_was_never_told_of_is_found(story: Story, memory: Memory) -> None:
    story.registered(CASE, "2026-03-01")
    story.registered(EARLIER, "2026-01-01")
    memory.hear(story.told)
    lost = memory.timelines.pop(CASE)
    memory.timelines["640425209901010001"] = {**lost, "_id": "640425209901010001"}
    bench, outcome = rebuilt(memory)
    compare(MemoryWholeLog(memory), bench, outcome)
    assert (outcome.identical, outcome.moved_on + outcome.different) == (1, 2)


def test_what_moves_on_during_the_rebuild_is_no_difference(story: Story, memory: Memory) -> None:
    story.registered(CASE, "2026-03-01")
    story.registered(EARLIER, "2026-01-01")
    memory.hear(story.told)
    bench, outcome = rebuilt(memory)
    memory.hear([story.linked(CASE, "2026-03-02", repeat_of=EARLIER), story.routed(CASE, "2026-03-03")])
    compare(MemoryWholeLog(memory), bench, outcome)
    assert (outcome.different, outcome.moved_on, outcome.identical) == (0, 1, 2)
    assert without_version(bench.timelines) == without_version(memory.timelines)


def test_the_register_is_rebuilt_too_and_progress_is_told(story: Story, memory: Memory) -> None:
    story.register("2026-01-01", 12, 160, 2000)
    story.register("2026-02-01")
    story.registered(CASE, "2026-03-01")
    memory.hear(story.told)
    seen: list[tuple[int, int]] = []
    bench, outcome = MemoryBench(memory), Outcome()
    fold_the_log(MemoryWholeLog(memory), bench, lambda done, total: seen.append((done, total)), outcome)
    assert outcome.register == memory.register()
    assert seen[-1] == (3, 3)


def test_subjects_that_are_no_cases_have_no_timeline(story: Story, memory: Memory) -> None:
    story.tell("supervision", "unit_graded", "township_caomiao", "2026-04-01", about_a_case=False, colour="orange")
    memory.hear(story.told)
    bench, outcome = rebuilt(memory)
    assert (bench.timelines, outcome.cases, outcome.events) == ({}, 0, 1)


def test_disputes_and_visits_are_rebuilt_beside_the_cases(story: Story, memory: Memory) -> None:
    story.dispute_found("JF2026-000001", "2026-01-01")
    story.registered(CASE, "2026-03-01")
    story.dispute_upgraded("JF2026-000001", "2026-03-02", CASE)
    story.window_visit("JD2026-000001", "2026-03-01")
    memory.hear(story.told)
    bench, outcome = rebuilt(memory)
    compare(MemoryWholeLog(memory), bench, outcome)
    assert without_version(bench.timelines) == without_version(memory.timelines)
    assert (outcome.identical, outcome.different) == (3, 0)

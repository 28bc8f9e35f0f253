"""Killed, doubled, rebuilt while it runs: the figures stay what the events say."""

from __future__ import annotations

from typing import Any

from metrics_memory import Memory, as_kept, without_version
from metrics_running import Metrics, wait_for
from metrics_story import Story

CASES = 60


def tell(story: Story) -> None:
    story.register("2026-01-01", 12, 20, 40)
    for number in range(CASES):
        case_no = f"64042520260301{number:04d}"
        story.visit(case_no, "2026-03-01", 1 + number % 4)
        story.linked(case_no, "2026-03-01", repeat_of=f"64042520260301{number - 1:04d}" if number % 5 == 4 else None)
        story.handled(case_no, "2026-04-01")
        story.followed_up(case_no, "2026-04-02")


def stored(metrics: Metrics) -> dict[str, Any]:
    return without_version({one["_id"]: one for one in metrics.store.case_timelines.find()})


def expected(story: Story) -> dict[str, Any]:
    return as_kept(Memory().hear(story.told).timelines)


def test_a_worker_killed_in_the_middle_loses_and_doubles_nothing(metrics: Metrics, story: Story) -> None:
    tell(story)
    worker = metrics.start("worker")
    metrics.publish(story.told)
    metrics.await_heard(50)
    worker.kill()
    second, third = metrics.start("worker"), metrics.start("worker")
    metrics.await_heard(len(story.told))
    assert stored(metrics) == expected(story)
    assert (second.stop(), third.stop()) == (0, 0)


def test_a_rebuild_beside_a_running_worker_gives_the_same_timelines(metrics: Metrics, story: Story) -> None:
    tell(story)
    half = len(story.told) // 2
    metrics.start("worker")
    metrics.publish(story.told[:half])
    metrics.await_heard(half)
    metrics.publish(story.told[half:])
    rebuilt = metrics.run("rebuild")
    assert rebuilt.returncode == 0, rebuilt.stderr
    assert " 0 different" in rebuilt.stdout, rebuilt.stdout
    metrics.await_heard(len(story.told))
    wait_for(lambda: stored(metrics) == expected(story), "the timelines to be complete")
    checked = metrics.run("rebuild", "--check")
    assert checked.returncode == 0, checked.stdout
    assert f"{CASES} identical, 0 different, 0 moved on" in checked.stdout


def test_a_check_tells_by_its_exit_code_that_something_is_wrong(metrics: Metrics, story: Story) -> None:
    story.visit("640425202603010001", "2026-03-01", 2)
    metrics.publish(story.told)
    metrics.start("worker")
    metrics.await_heard(1)
    metrics.store.case_timelines.update_one({}, {"$set": {"headcount": 200}})
    assert metrics.run("rebuild", "--check").returncode == 1
    assert metrics.run("rebuild").returncode == 0
    assert metrics.run("rebuild", "--check").returncode == 0
    wrong = metrics.run("rebuild", "--quickly")
    assert (wrong.returncode, "usage" in wrong.stderr) == (2, True)


def test_the_table_of_indicators_can_be_printed(metrics: Metrics) -> None:
    described = metrics.run("describe")
    assert described.returncode == 0
    assert "| `visit_batches` | 接待来访批次 |" in described.stdout

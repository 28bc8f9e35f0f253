"""Duplicates, disorder, poison, a killed worker, several workers: every step is told once, nothing is lost."""

from __future__ import annotations

import random
import signal
from collections import Counter
from datetime import timedelta
from typing import Any

from supervision_builders import BUREAU, CASE_NO, DAY, DUE, HANDLER
from supervision_neighbours import Neighbours, instant, until

from chassis.event import Event


def case_no(number: int) -> str:
    return f"64042520260302{number:06d}"


def a_case(around: Neighbours, number: int) -> list[Event]:
    """A registered petition, its clock, its closing: two streams."""
    subject, now = case_no(number), instant(around.now)
    clock: dict[str, Any] = {"clock_id": "K3", "kind": "K3", "unit": HANDLER, "started_at": now}
    return [
        around.event(
            "intake",
            "petition_registered.v1",
            subject,
            registered_by_unit=BUREAU,
            registered_at=now,
            anonymous=False,
            hand_down=None,
        ),
        around.event("assignment", "case_opened.v1", subject, unit_to_route=BUREAU),
        around.event("assignment", "case_routed.v1", subject, unit=HANDLER),
        around.event("assignment", "clock_started.v1", subject, **clock, due_at=instant(DUE), round=1),
        around.event("assignment", "case_accepted.v1", subject, unit=HANDLER),
        around.event("assignment", "opinion_delivered.v1", subject, round=1),
        around.event("assignment", "case_confirmed.v1", subject, round=1, confirmed_at=now),
    ]


def told(around: Neighbours, type: str) -> Counter[str]:
    return Counter(event["subject"] for event in around.heard() if event["type"] == type)


def test_every_message_three_times_and_in_any_order_changes_nothing(around: Neighbours) -> None:
    events = [event for number in range(20) for event in a_case(around, number)]
    shuffled = events * 3
    random.Random(20260302).shuffle(shuffled)

    around.send(shuffled)
    around.settle()
    around.at(DUE)
    around.settle()

    subjects = {case_no(number) for number in range(20)}
    for type in ("follow_up_due.v1", "deadline_missed.v1"):
        assert set(told(around, type)) == subjects
        assert set(told(around, type).values()) == {1}
    assert around.store.due.count_documents({"what": "follow_up"}) == 20
    versions = Counter((event["subject"], event["data"]["case_version"]) for event in around.heard())
    assert set(versions.values()) == {1}


def test_a_message_that_cannot_be_used_is_set_aside_and_holds_up_nobody_else(around: Neighbours) -> None:
    bad = around.expect_unusable(around.event("assignment", "clock_stopped.v1", CASE_NO, clock_id="K3"))
    around.send([bad, *a_case(around, 1)])
    around.settle()

    (parked,) = list(around.opened.parked_events.find())
    assert "stopped_at" in parked["error"]
    assert set(told(around, "follow_up_due.v1")) == {case_no(1)}


def test_two_workers_and_one_that_is_killed_while_firing_tell_each_miss_once(around: Neighbours) -> None:
    number_of_cases = 1500
    now = instant(around.now)
    clock: dict[str, Any] = {"clock_id": "K3", "kind": "K3", "unit": HANDLER, "started_at": now, "round": 1}
    around.send(
        [
            around.event("assignment", "clock_started.v1", case_no(number), **clock, due_at=instant(DUE))
            for number in range(number_of_cases)
        ]
    )
    around.settle()
    doomed = around.start("worker")
    with around.transactions_limited(12):
        around.at(DUE)
        until(lambda: around.store.missed.estimated_document_count() >= 200, lambda: "some misses are told")
        assert doomed.poll() is None
        doomed.send_signal(signal.SIGKILL)
        doomed.wait(30)
        # What the dead worker was about to write stays locked until the store ends its transaction by itself.
        around.settle(patience=120)

    missed = told(around, "deadline_missed.v1")
    assert len(missed) == number_of_cases
    assert set(missed.values()) == {1}


def test_a_worker_started_anew_tells_what_came_due_while_it_was_away(around: Neighbours) -> None:
    around.send(a_case(around, 1))
    around.settle()
    worker = around.worker()
    worker.terminate()
    assert worker.wait(30) == 0
    around.at(DUE + 20 * DAY + timedelta(hours=1))
    around.start("worker")
    around.settle()

    # The reminders are behind; what is left to say is that time is up, for the clock and for the follow-up.
    types = [event["type"].removesuffix(".v1") for event in around.heard(case_no(1))]
    assert types[0] == "follow_up_due"
    assert sorted(types[1:]) == ["deadline_missed", "follow_up_overdue"]

"""The sweep against a real store: each step once, whoever fires it, and only what is due costs anything."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from pymongo.database import Database
from supervision_builders import DAY, DUE, HANDLER, SETTINGS, START, UNITS, a_clock

from chassis.unit_of_work import Units
from petition_supervision.adapters.due_timer import PUT_OFF, DueTimer
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.application import facts
from petition_supervision.domain.supervised_case import SupervisedCase

K3 = facts.ClockStarted("K3", "K3", HANDLER, START, DUE, False, "2026", 1, None)


def case_no(number: int) -> str:
    return f"64042520260302{number:06d}"


def watch(units: Units, numbers: range) -> None:
    """One case with a running K3 for each number."""
    for start in range(numbers.start, numbers.stop, 1000):
        batch = range(start, min(start + 1000, numbers.stop))
        units.run(lambda uow, batch=batch: start_clocks(uow, batch))


def start_clocks(uow: Any, numbers: range) -> None:
    work = MongoWork(uow, SETTINGS)
    work.cases.preload(case_no(number) for number in numbers)
    for number in numbers:
        facts.clock_started(work, case_no(number), K3, START)


def fire_all(timer: DueTimer, units: Units) -> int:
    total = 0
    while done := timer.run(units, units.clock.now()):
        total += done
    return total


def told(database: Database[dict[str, Any]], type: str) -> Counter[str]:
    return Counter(row["subject"] for row in database.outbox.find({"type": type}, {"subject": 1}))


def test_nothing_due_costs_one_look(units: Units) -> None:
    watch(units, range(10))

    assert DueTimer(SETTINGS).run(units, units.clock.now()) == 0
    assert units.database.outbox.count_documents({}) == 0


def test_each_step_fires_at_its_time_and_once(units: Units, clock: Any) -> None:
    watch(units, range(3))
    timer = DueTimer(SETTINGS)
    fired = {}
    for hours in range(0, 24 * 17, 6):
        clock.instant = START + timedelta(hours=hours)
        if done := fire_all(timer, units):
            fired[DUE - clock.instant] = done

    # The looks are at 07:00, 13:00 … UTC, so a step at 16:00 fires at the look at 19:00.
    look = timedelta(hours=3)
    # The notice that urges the unit goes out at midnight UTC, and the look at it is at 01:00.
    urged = -3 * look
    assert fired == {10 * DAY - look: 3, 5 * DAY - look: 3, DAY - look: 3, -look: 3, urged: 3}
    missed = list(units.database.outbox.find({"type": "deadline_missed.v1"}))
    assert [row["data"]["escalate_to"] for row in missed] == ["county_leadership"] * 3
    assert {row["data"]["case_version"] for row in missed} == {4}


def test_two_workers_share_what_is_due_and_fire_nothing_twice(units: Units, clock: Any) -> None:
    watch(units, range(1200))
    clock.instant = DUE
    shares = []

    def work() -> None:
        timer = DueTimer(SETTINGS, batch=50)
        mine = 0
        for _ in range(200):
            mine += timer.run(units, clock.now())
            if not timer.waiting(units.database, clock.now()):
                break
        shares.append(mine)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)

    missed = told(units.database, "deadline_missed.v1")
    assert len(missed) == 1200 and set(missed.values()) == {1}
    assert units.database.missed.count_documents({}) == 1200
    assert all(shares)


def test_two_workers_with_the_very_same_entries_fire_them_once(units: Units, clock: Any) -> None:
    watch(units, range(40))
    clock.instant = DUE
    names = [f"{case_no(number)}:K3" for number in range(40)]
    barrier = threading.Barrier(2)

    def work() -> None:
        timer = DueTimer(SETTINGS)

        def fire(uow: Any) -> None:
            barrier_once(barrier)
            timer._worker = "both"
            timer._fire(uow, names)

        units.run(fire)

    units.database.due.update_many({}, {"$set": {"claimed_by": "both"}})
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert set(told(units.database, "deadline_missed.v1").values()) == {1}


def barrier_once(barrier: threading.Barrier) -> None:
    """Meet the other thread the first time; a transaction that is run again goes on alone."""
    try:
        barrier.wait(timeout=2)
    except threading.BrokenBarrierError:
        return


def test_a_worker_that_died_with_a_claim_is_replaced_when_the_claim_runs_out(units: Units, clock: Any) -> None:
    watch(units, range(5))
    clock.instant = DUE
    assert len(DueTimer(SETTINGS)._claim(units.database, DUE)) == 5
    successor = DueTimer(SETTINGS)

    assert successor.run(units, DUE) == 0
    units.database.due.update_many({}, [{"$set": {"claimed_until": {"$subtract": ["$$NOW", 1]}}}])
    assert fire_all(successor, units) == 5
    assert len(told(units.database, "deadline_missed.v1")) == 5


def test_a_clock_that_is_moved_between_claim_and_firing_is_left_alone(units: Units, clock: Any) -> None:
    watch(units, range(2))
    clock.instant = DUE
    timer = DueTimer(SETTINGS)
    claimed = timer._claim(units.database, DUE)
    moved = facts.ClockMoved("K3", DUE + 30 * DAY, False, "2026")
    units.run(lambda uow: facts.clock_moved(MongoWork(uow, SETTINGS), case_no(0), moved, DUE))

    assert len(units.run(lambda uow: timer._fire(uow, claimed))) == 1
    assert set(told(units.database, "deadline_missed.v1")) == {case_no(1)}
    assert "claimed_by" not in (units.database.due.find_one({"case_no": case_no(0)}) or {})


def test_one_entry_that_cannot_be_fired_is_put_off_and_holds_up_none_of_the_others(units: Units, clock: Any) -> None:
    watch(units, range(20))
    clock.instant = DUE
    units.database.cases.update_one({"_id": case_no(7)}, {"$set": {"clocks.K3.state": "unreadable"}})
    timer = DueTimer(SETTINGS)

    assert timer.run(units, DUE) == 20
    assert timer.run(units, DUE) == 0
    assert len(told(units.database, "deadline_missed.v1")) == 19
    put_off = units.database.due.find_one({"case_no": case_no(7)})
    assert put_off is not None and put_off["next_at"] == DUE + PUT_OFF
    units.database.cases.update_one({"_id": case_no(7)}, {"$set": {"clocks.K3.state": "running"}})
    clock.instant = DUE + PUT_OFF
    assert fire_all(timer, units) == 1
    assert len(told(units.database, "deadline_missed.v1")) == 20


def test_five_thousand_due_at_once_among_many_open_all_fire_once(units: Units, clock: Any) -> None:
    watch(units, range(5000))
    later = {"what": "clock", "kind": "K5", "unit": HANDLER, "ref": "K5", "round": 1, "provisional": False}
    units.database.due.insert_many(
        {"_id": f"open-{n}:K5", "case_no": f"open-{n}", "due_at": DUE + 60 * DAY, "next_at": DUE + 50 * DAY, **later}
        for n in range(20_000)
    )
    clock.instant = DUE
    timer = DueTimer(SETTINGS)

    assert timer.waiting(units.database, DUE) == 5000
    assert fire_all(timer, units) == 5000
    missed = told(units.database, "deadline_missed.v1")
    assert len(missed) == 5000 and set(missed.values()) == {1}
    assert timer.waiting(units.database, DUE) == 0


def test_the_look_for_due_entries_reads_only_what_is_due(units: Units) -> None:
    watch(units, range(500))
    units.database.due.update_many({"case_no": {"$lt": case_no(10)}}, {"$set": {"next_at": START}})

    found = units.database.due.find({"next_at": {"$lte": START}}, {"_id": 1}, sort=[("next_at", 1)], limit=200)
    stats = found.explain()["executionStats"]

    assert stats["nReturned"] == 10
    assert stats["totalDocsExamined"] <= 10
    assert stats["totalKeysExamined"] <= 11


@pytest.mark.parametrize("late", [timedelta(0), 3 * DAY])
def test_a_sweep_after_a_long_stop_tells_each_unit_the_time_that_is_left(
    units: Units, clock: Any, late: timedelta
) -> None:
    watch(units, range(1))
    clock.instant = DUE - 10 * DAY + late

    assert fire_all(DueTimer(SETTINGS), units) == 1
    (reminder,) = units.database.outbox.find({"type": "deadline_approaching.v1"})
    assert reminder["data"]["days_left"] == 10 - late // DAY


def test_the_case_and_its_entry_say_the_same_after_a_sweep(units: Units, clock: Any) -> None:
    watch(units, range(1))
    clock.instant = DUE
    fire_all(DueTimer(SETTINGS), units)

    twin = SupervisedCase(case_no(0))
    twin.start_clock(a_clock())
    twin.fire("K3", DUE, UNITS)
    twin.pending.clear()
    assert units.run(lambda uow: MongoWork(uow, SETTINGS).cases.get(case_no(0))) == twin

"""One suite on the fake and on the real store: what is said to be kept is kept, and the agenda goes with the case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import pytest
from supervision_builders import BUREAU, CASE_NO, DAY, DUE, HANDLER, ISSUED, SETTINGS, START, an_attempt, nobody_reached
from supervision_fakes import FakeWork
from supervision_stored import stored_due, stored_missed

from chassis.unit_of_work import Units
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.application import facts, leader_reading
from petition_supervision.application.leader_reading import ReadFollowUp
from petition_supervision.application.ports import Work
from petition_supervision.domain.agenda import DueEntry, MissedRow, due_entries, missed_rows
from petition_supervision.domain.answers import RehandlingReason, ReportResult, Score
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.unit_tree import Unit


class Store(Protocol):
    """A store as the suite sees it: do something in one unit of work, look at what is kept."""

    def do(self, act: Callable[[Work], Any]) -> Any: ...
    def due(self) -> dict[str, DueEntry]: ...
    def missed(self) -> dict[str, MissedRow]: ...
    def events(self) -> list[tuple[str, int]]: ...


class FakeStore:
    def __init__(self) -> None:
        self._work = FakeWork()

    def do(self, act: Callable[[Work], Any]) -> Any:
        return act(self._work)

    def due(self) -> dict[str, DueEntry]:
        return self._work.cases.due

    def missed(self) -> dict[str, MissedRow]:
        return self._work.cases.missed

    def events(self) -> list[tuple[str, int]]:
        return [(type(event).__name__, number) for _, number, event in self._work.cases.published]


class MongoStore:
    def __init__(self, units: Units) -> None:
        self._units = units

    def do(self, act: Callable[[Work], Any]) -> Any:
        return self._units.run(lambda uow: act(MongoWork(uow, SETTINGS)))

    def due(self) -> dict[str, DueEntry]:
        return stored_due(self._units.database)

    def missed(self) -> dict[str, MissedRow]:
        return stored_missed(self._units.database)

    def events(self) -> list[tuple[str, int]]:
        rows = self._units.database.outbox.find(sort=[("sequence", 1)])
        names = {row["sequence"]: row["type"].removesuffix(".v1").title().replace("_", "") for row in rows}
        return [(name, number) for number, name in names.items()]


@pytest.fixture(params=["fake", "mongo"])
def store(request: pytest.FixtureRequest) -> Store:
    return FakeStore() if request.param == "fake" else MongoStore(request.getfixturevalue("units"))


def clock_started(clock_id: str = "K3", kind: str = "K3") -> Callable[[Work], None]:
    fact = facts.ClockStarted(clock_id, kind, HANDLER, START, DUE, True, "2026", 1, None)
    return lambda work: facts.clock_started(work, CASE_NO, fact, START)


def registered(issued: Any = None) -> Callable[[Work], None]:
    return lambda work: facts.registered(work, CASE_NO, facts.Registered(BUREAU, START, False, issued))


def changed(change: Callable[[SupervisedCase, Work], object]) -> Callable[[Work], None]:
    def act(work: Work) -> None:
        case = work.cases.require(CASE_NO)
        change(case, work)
        work.cases.save(case)

    return act


def whole_life(store: Store) -> None:
    """Everything a case can hold, one unit of work after the other."""
    store.do(registered(ISSUED))
    store.do(clock_started())
    store.do(clock_started("K7", "K7"))
    store.do(clock_started("K10", "K10"))
    store.do(lambda work: facts.clock_paused(work, CASE_NO, facts.ClockPaused("K10", START)))
    store.do(changed(lambda case, work: case.fire("K3", DUE, work.units.get())))
    store.do(lambda work: facts.clock_stopped(work, CASE_NO, facts.ClockStopped("K3", DUE + DAY, "accepted")))
    store.do(lambda work: facts.accepted(work, CASE_NO, HANDLER, START))
    store.do(lambda work: facts.opinion_delivered(work, CASE_NO, 1, None, START))
    store.do(lambda work: facts.confirmed(work, CASE_NO, 1, HANDLER, DUE + 2 * DAY))
    store.do(changed(lambda case, work: case.record_follow_up(nobody_reached())))
    store.do(changed(lambda case, work: case.record_follow_up(an_attempt(Score.DISSATISFIED, promise_kept=False))))
    store.do(
        changed(
            lambda case, work: case.order_rehandling(
                "P0018", (DUE + 20 * DAY).date(), RehandlingReason.OTHER, DUE + 4 * DAY, SETTINGS
            )
        )
    )
    store.do(changed(lambda case, work: case.report_hand_down(ReportResult.EXPLAINED, "P0018", DUE, work.units.get())))


def test_a_case_comes_back_as_it_was_saved(store: Store) -> None:
    whole_life(store)
    fake = FakeStore()
    whole_life(fake)

    assert store.do(lambda work: work.cases.get(CASE_NO)) == fake.do(lambda work: work.cases.get(CASE_NO))


def test_events_are_numbered_without_gaps(store: Store) -> None:
    whole_life(store)

    events = store.events()
    assert [number for _, number in events] == list(range(1, len(events) + 1))
    assert [name for name, _ in events] == [
        "HandDownListed",
        "DeadlineMissed",
        "FollowUpDue",
        "FollowUpRecorded",
        "FollowUpRecorded",
        "RehandlingOrdered",
        "ReportSentUp",
    ]


def test_the_agenda_kept_is_the_agenda_the_case_makes(store: Store) -> None:
    whole_life(store)

    case = store.do(lambda work: work.cases.get(CASE_NO))
    assert store.due() == due_entries(case)
    assert store.missed() == missed_rows(case)
    # What the petitioner answered stays on the agenda until a county leader has read it. Nobody told of a K1 in this
    # life, so nothing ended the county's share of it.
    assert {entry.ref for entry in store.due().values()} == {"K7", "SHARE", "follow_up_reading#1"}
    store.do(lambda work: leader_reading.read_follow_up(work, ReadFollowUp(CASE_NO, 1, "P0001", "county_leadership")))
    assert {entry.ref for entry in store.due().values()} == {"K7", "SHARE"}
    assert len(store.missed()) == 1


def test_an_entry_comes_goes_and_comes_back_with_its_clock(store: Store) -> None:
    store.do(registered())
    store.do(clock_started())
    assert store.due()[f"{CASE_NO}:K3"].step == "remind_10"
    store.do(changed(lambda case, work: case.fire("K3", DUE, work.units.get())))
    assert store.due()[f"{CASE_NO}:K3"].step == "urge"
    assert len(store.missed()) == 1
    moved = facts.ClockMoved("K3", DUE + 30 * DAY, False, "2026")
    store.do(lambda work: facts.clock_moved(work, CASE_NO, moved, START))
    assert store.due()[f"{CASE_NO}:K3"].next_at == DUE + 20 * DAY
    assert store.missed() == {}


def test_several_facts_in_one_unit_of_work_leave_the_same_agenda(store: Store) -> None:
    def all_at_once(work: Work) -> None:
        clock_started()(work)
        registered()(work)
        clock_started("K5", "K5")(work)
        facts.clock_stopped(work, CASE_NO, facts.ClockStopped("K3", START, "accepted"))

    store.do(all_at_once)

    assert set(store.due()) == {f"{CASE_NO}:K5"}


def test_what_raises_changes_nothing_that_was_kept(store: Store) -> None:
    store.do(registered())
    before = store.do(lambda work: work.cases.get(CASE_NO))

    def fails(work: Work) -> None:
        case = work.cases.get(CASE_NO)
        assert case is not None
        case.take_on("dept_water")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.do(fails)
    assert store.do(lambda work: work.cases.get(CASE_NO)) == before


def test_a_new_register_is_seen_by_the_next_unit_of_work(store: Store) -> None:
    store.do(lambda work: facts.register_published(work, {"dept_water": Unit("department", BUREAU)}))

    assert store.do(lambda work: work.units.get()).units == {"dept_water": Unit("department", BUREAU)}

"""Clocks under watch by the thousand, put into supervision's store by its own code.

Each case is built by the domain (`WatchedClock.start`) and saved by the service's own repository, which writes the
entry of the due-queue with it; only the events that would have told of the clocks are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from tests.load.bench_stack import BenchStack

from chassis.clock import SystemClock
from chassis.settings import Settings
from chassis.store import open_store
from chassis.unit_of_work import UnitOfWork, Units
from county_year.matters import BUREAU
from petition_supervision.adapters.mongo_cases import MongoCases
from petition_supervision.bootstrap import SERVICE
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.watched_clock import WatchedClock

TOGETHER = 500
FIRST = 640_425_209_901_010_000_000
"""Case numbers of a day far ahead, which intake gives to nobody."""
NOT_YET = timedelta(days=40)


def seed(stack: BenchStack, first: int, number: int, due_at: datetime | None) -> list[str]:
    """Store so many cases with one running duty each, due at `due_at`, or in 40 days; their numbers."""
    environment = stack.environment_of("supervision")
    numbers = [str(FIRST + first + place) for place in range(number)]
    with open_store(SERVICE, Settings.from_environment("supervision", environment)) as store:
        units = Units(store.client, store.database.name, SystemClock(), "supervision", store.seals)
        for batch in _batches(numbers):

            def work(uow: UnitOfWork, batch: list[str] = batch) -> None:
                _save(uow, batch, due_at)

            units.run(work)
    return numbers


def _save(uow: UnitOfWork, numbers: list[str], due_at: datetime | None) -> None:
    cases = MongoCases(uow)
    settings = SupervisionSettings()
    for case_no in numbers:
        case = SupervisedCase(case_no)
        case.start_clock(
            WatchedClock.start(
                "K3", "K3", BUREAU, 1, uow.now, due_at or uow.now + NOT_YET, told_at=uow.now, settings=settings
            )
        )
        cases.save(case)


def _batches(numbers: list[str]) -> Iterator[list[str]]:
    return (numbers[begin : begin + TOGETHER] for begin in range(0, len(numbers), TOGETHER))

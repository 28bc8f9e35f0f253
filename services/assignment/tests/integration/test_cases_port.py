"""The port `Cases`: what the fake of the unit tests promises, the real one keeps."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from assignment_beside import mediated_by_listed
from assignment_fakes import FakeCases
from assignment_review import ReviewWorld
from assignment_store import Store, open_store
from assignment_world import CASE, World, a_return, on

from petition_assignment.adapters.mongo_cases import MongoCases
from petition_assignment.application.ports import Cases
from petition_assignment.domain.case import Case


@pytest.fixture
def store(servers, database) -> Iterator[Store]:
    with open_store(servers.mongo_uri, database) as opened:
        yield opened


@pytest.fixture(params=["fake", "real"])
def run(request) -> Callable:
    """Runs work on the port in one transaction."""
    if request.param == "fake":
        fake = FakeCases()
        return lambda work: work(fake)
    store: Store = request.getfixturevalue("store")
    return lambda work: store.units.run(lambda uow: work(MongoCases(uow, None)))


def walked(path: Callable[[World], World]) -> Case:
    """A case with all its events still to be told."""
    world = path(World())
    case = world.case
    case.pending = [event for _, _, event in world.desk.cases.told]
    return case


PATHS: dict[str, Callable[[World], World]] = {
    "opened": lambda world: world.opened(),
    "objected": lambda world: world.objected(),
    "confirmed": lambda world: world.confirmed(),
    "declined": lambda world: world.declined(),
    "returned": lambda world: world.completed().do(a_return(due_on=date(2026, 3, 20)), "dispatcher"),
    "second round": lambda world: world.confirmed().order_rehandling(),
    "mediated by two of the list": lambda _: mediated_by_listed(),
    "re-review with a hearing that was called for": lambda _: ReviewWorld().re_review_heard(),
}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_a_case_comes_back_as_it_was_kept(run: Callable, path: Callable[[World], World]):
    case = walked(path)
    run(lambda cases: cases.save(case))
    back = run(lambda cases: cases.require(CASE))
    assert back == case
    assert back.pending == []


def test_a_change_is_seen_by_whoever_comes_next(run: Callable):
    case = walked(lambda world: world.signed())
    run(lambda cases: cases.save(case))

    def lapse(cases: Cases) -> None:
        found = cases.require(CASE)
        found.lapse(on("2026-03-10"))
        cases.save(found)

    run(lapse)
    assert run(lambda cases: cases.require(CASE)).version == case.version + 1


@pytest.mark.parametrize(("instant", "found"), [("2026-03-09", []), ("2026-03-10", [CASE])])
def test_cases_with_a_right_that_is_over_are_found(run: Callable, instant: str, found: list[str]):
    run(lambda cases: cases.save(walked(lambda world: world.signed())))
    due = run(lambda cases: cases.with_a_right_due(on(instant), 10))
    assert [case.case_no for case in due] == found


@pytest.mark.parametrize("version", ["2000-older", "2999-newer"])
def test_cases_on_another_calendar_are_found_whichever_is_newer(run: Callable, version: str):
    case = walked(lambda world: world.signed())
    run(lambda cases: cases.save(case))
    assert [c.case_no for c in run(lambda cases: cases.reckoned_otherwise(version, 10))] == [CASE]
    assert run(lambda cases: cases.reckoned_otherwise(case.reckoned_with[0], 10)) == []


def test_a_case_that_rests_on_no_calendar_follows_none(run: Callable):
    run(lambda cases: cases.save(walked(lambda world: world.withdrawn())))
    assert run(lambda cases: cases.reckoned_otherwise("2999-newer", 10)) == []

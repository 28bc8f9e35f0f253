"""Two workers find the same unanswered proposal: it is told of once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

from supervision_builders import BUREAU, DAY, HANDLER, LEADERSHIP, SETTINGS, START

from chassis.unit_of_work import UnitOfWork, Units
from petition_supervision.adapters.ladder_views import list_unanswered
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.adapters.proposal_timer import ProposalTimer
from petition_supervision.domain.ladder import Adoption, Trigger, Verdict
from petition_supervision.domain.supervision_item import Officer, SupervisionItem
from workdays import end_of_day, local_day

SIGNED_AT = START + 60 * DAY
ANSWER_BY = local_day(SIGNED_AT) + timedelta(days=30)
LIMIT = end_of_day(ANSWER_BY)


def signed(number: str) -> SupervisionItem:
    due_on = local_day(START + DAY)
    item = SupervisionItem.open(number, Trigger.EVASION_OR_DELAY, HANDLER, None, BUREAU, None, "P0018", due_on, START)
    for days, sign_off in ((10, None), (20, "meeting"), (30, None)):
        at = START + days * DAY
        ahead = None if days == 30 else local_day(at + 5 * DAY)
        item.check(Officer("P0018", BUREAU), Verdict.NOT_CARRIED_OUT, "现场查看", ahead, sign_off, at)
    item.sign(Officer("P0001", LEADERSHIP), "1号", "county_discipline", "严重后果", ANSWER_BY, SIGNED_AT)
    return item


def test_of_two_workers_one_tells_of_a_missing_answer_and_nobody_tells_it_again(units: Units, clock: Any) -> None:
    def keep(uow: UnitOfWork) -> None:
        work = MongoWork(uow, SETTINGS)
        work.items.save(signed("DB2026-0001"))
        due_on = local_day(START + DAY)
        unsigned = SupervisionItem.open(
            "DB2026-0002", Trigger.EVASION_OR_DELAY, HANDLER, None, BUREAU, None, "P0018", due_on, START
        )
        work.items.save(unsigned)

    units.run(keep)
    timer = ProposalTimer(SETTINGS)
    assert timer.waiting(units.database, LIMIT - timedelta(seconds=1)) == 0
    assert timer.waiting(units.database, LIMIT) == 1

    clock.instant = LIMIT
    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(lambda _: timer.run(units, LIMIT), range(2))) == [0, 1]
    clock.instant = LIMIT + 9 * DAY
    assert (timer.waiting(units.database, clock.instant), timer.run(units, clock.instant)) == (0, 0)
    assert units.database.outbox.count_documents({"type": "proposal_feedback_missed.v1"}) == 1


def test_a_proposal_is_listed_until_it_is_answered_and_late_from_its_limit_on(units: Units) -> None:
    units.run(lambda uow: MongoWork(uow, SETTINGS).items.save(signed("DB2026-0001")))

    def listed(now: datetime, unit: str | None = None) -> list[tuple[str, bool, str | None]]:
        found = list_unanswered(units.database, unit, now, 50, None)["items"]
        return [(row["supervision_no"], row["late"], row["trigger"]) for row in found]

    assert listed(LIMIT - timedelta(seconds=1)) == [("DB2026-0001", False, None)]
    assert listed(LIMIT, HANDLER) == [("DB2026-0001", True, "D2")]
    assert listed(LIMIT, BUREAU) == []

    def answer(uow: UnitOfWork) -> None:
        work = MongoWork(uow, SETTINGS)
        item = work.items.require("DB2026-0001")
        item.answer_proposal(Officer("P0018", BUREAU), Adoption.ADOPTED, None, LIMIT)
        work.items.save(item)

    units.run(answer)
    assert listed(LIMIT) == []

"""K13: the written answer to a proposal that never comes is told of once, from the end of its day on."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from supervision_builders import BUREAU, DAY, HANDLER, LEADERSHIP, START
from supervision_fakes import FakeWork

from petition_supervision.application.unanswered_proposals import miss_feedback
from petition_supervision.domain.errors import FactOutOfPlace
from petition_supervision.domain.ladder import Adoption, Trigger, Verdict
from petition_supervision.domain.ladder_events import ProposalFeedbackMissed
from petition_supervision.domain.supervision_item import Officer, SupervisionItem
from workdays import end_of_day, local_day

DRAFTER = Officer("P0018", BUREAU)
SIGNER = Officer("P0001", LEADERSHIP)
SIGNED_AT = START + 60 * DAY
ANSWER_BY = local_day(SIGNED_AT) + timedelta(days=30)
LIMIT = end_of_day(ANSWER_BY)
SECOND = timedelta(seconds=1)


def drafted() -> SupervisionItem:
    due_on = local_day(START + DAY)
    item = SupervisionItem.open(
        "DB2026-0001", Trigger.EVASION_OR_DELAY, HANDLER, None, BUREAU, None, "P0018", due_on, START
    )
    for days, sign_off in ((10, None), (20, "meeting"), (30, None)):
        at = START + days * DAY
        ahead = None if days == 30 else local_day(at + 5 * DAY)
        item.check(DRAFTER, Verdict.NOT_CARRIED_OUT, "现场查看", ahead, sign_off, at)
    return item


def signed() -> SupervisionItem:
    item = drafted()
    item.sign(SIGNER, "1号", "county_discipline", "严重后果", ANSWER_BY, SIGNED_AT)
    return item


def on_the_ledger(item: SupervisionItem, now: datetime) -> FakeWork:
    work = FakeWork(now)
    item.pending.clear()
    work.items.save(item)
    return work


@pytest.mark.parametrize(("now", "told"), [(LIMIT - SECOND, 0), (LIMIT, 1), (LIMIT + SECOND, 1)])
def test_a_missing_answer_is_told_of_from_the_end_of_the_thirtieth_day_on(now: datetime, told: int) -> None:
    work = on_the_ledger(signed(), now)

    assert miss_feedback(work, ["DB2026-0001"]) == told
    assert len(work.items.published) == told


def test_it_is_told_of_once_and_suggests_that_the_result_was_not_reported() -> None:
    work = on_the_ledger(signed(), LIMIT)
    miss_feedback(work, ["DB2026-0001"])
    work.now = LIMIT + 9 * DAY

    assert miss_feedback(work, ["DB2026-0001", "DB2026-0009"]) == 0
    assert work.items.published == [
        ProposalFeedbackMissed(
            None,
            HANDLER,
            "1号",
            "county_discipline",
            local_day(LIMIT - SECOND),
            LIMIT,
            Trigger.RESULT_NOT_REPORTED,
        )
    ]


def test_an_answer_in_time_leaves_nothing_to_tell_and_a_late_one_is_still_taken() -> None:
    item = signed()
    item.answer_proposal(DRAFTER, Adoption.ADOPTED, None, LIMIT - SECOND)
    assert not item.awaits_feedback_since(LIMIT)

    late = signed()
    late.miss_feedback(LIMIT)
    assert late.answer_proposal(DRAFTER, Adoption.ADOPTED, None, LIMIT + DAY).late is True


def test_a_proposal_stays_watched_after_its_item_was_cleared() -> None:
    item = signed()
    item.check(DRAFTER, Verdict.CARRIED_OUT, "现场查看", None, None, SIGNED_AT)
    item.clear(DRAFTER, "照片", SIGNED_AT)

    assert item.awaits_feedback_since(LIMIT)


@pytest.mark.parametrize("item", [drafted(), signed()])
def test_the_sweep_may_not_tell_of_what_is_not_missing(item: SupervisionItem) -> None:
    version = item.version
    with pytest.raises(FactOutOfPlace):
        item.miss_feedback(LIMIT - SECOND)
    assert item.version == version

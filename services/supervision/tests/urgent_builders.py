"""Urgent matters for tests, in the words of the rules."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from supervision_builders import BUREAU, CASE_NO, HANDLER, LEADERSHIP, START, TOWNSHIP, a_case, handled
from supervision_fakes import FakeWork

from petition_supervision.application import urgent_reporting as use
from petition_supervision.domain.supervision_item import Officer
from petition_supervision.domain.urgent_matter import UrgentMatter
from petition_supervision.domain.urgent_terms import FOUR, UPWARDS, Addressee, NoticeMethod, UrgentKind

NUMBER = "JJ2026-0001"
FINDER = Officer("P0201", TOWNSHIP)
BUREAU_OFFICER = Officer("P0018", BUREAU)
LEADER = Officer("P0001", LEADERSHIP)
COMPETENT = Officer("P0100", HANDLER)
STRANGER = Officer("P0300", "dept_tax")
END_PROOF = "双方已签协议，现场恢复"
HOUR = timedelta(hours=1)
TICK = timedelta(milliseconds=1)
DUE_AT = START + 4 * HOUR

Step = Callable[[FakeWork], UrgentMatter]


def work_with_a_case(now: datetime = START) -> FakeWork:
    """One case, registered by the bureau and handled by HANDLER."""
    work = FakeWork(now)
    case = handled(a_case())
    case.pending.clear()
    work.cases.kept[CASE_NO] = case
    return work


def mark(
    officer: Officer = FINDER,
    case_no: str | None = None,
    found_at: datetime | None = None,
    competent_unit: str = HANDLER,
) -> Step:
    return lambda work: use.mark_urgent(
        work, officer, UrgentKind.URGENT, competent_unit, "施工队与村民对峙", "草庙乡", found_at, case_no
    )


def tell(addressee: Addressee, at: datetime | None = None, officer: Officer | None = None) -> Step:
    by = officer or (BUREAU_OFFICER if addressee in UPWARDS else FINDER)
    return lambda work: use.record_urgent_notice(work, by, NUMBER, addressee, NoticeMethod.CALL, None, at)


def tell_all(*addressees: Addressee, at: datetime | None = None) -> tuple[Step, ...]:
    return tuple(tell(one, at) for one in addressees)


def measure(at: datetime | None = None, officer: Officer = FINDER) -> Step:
    return lambda work: use.record_urgent_measure(work, officer, NUMBER, "现场劝导，停工协商", at)


def end(officer: Officer = BUREAU_OFFICER) -> Step:
    return lambda work: use.end_urgency(work, officer, NUMBER, END_PROOF)


ALL_TOLD = (*tell_all(*FOUR), *tell_all(*UPWARDS))


def done(work: FakeWork, *steps: Step) -> UrgentMatter:
    for step in steps:
        step(work)
    return work.urgent_matters.require(NUMBER)

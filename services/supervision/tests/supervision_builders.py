"""Cases and clocks for tests, in the words of the rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from petition_supervision.domain.answers import Method, Score
from petition_supervision.domain.case_facts import ClosedHow, Closing, Registration
from petition_supervision.domain.follow_up import Attempt
from petition_supervision.domain.hand_down import Issued
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.unit_tree import Unit, UnitTree
from petition_supervision.domain.watched_clock import WatchedClock

CASE_NO = "640425202603020001"
START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
"""Monday 2026-03-02, nine o'clock in Pengyang."""
DUE = datetime(2026, 3, 17, 16, 0, tzinfo=UTC)
"""24:00 of 2026-03-17 in Pengyang: fifteen days after the day of START."""
DAY = timedelta(days=1)
SETTINGS = SupervisionSettings()

BUREAU = "petition_bureau"
LEADERSHIP = "county_leadership"
HANDLER = "dept_housing"
TOWNSHIP = "township_caomiao"
INSPECTION = "dept_government_office"

UNITS = UnitTree(
    {
        BUREAU: Unit("bureau", LEADERSHIP),
        LEADERSHIP: Unit("county_leadership"),
        HANDLER: Unit("department", LEADERSHIP),
        TOWNSHIP: Unit("township", LEADERSHIP, "640425208"),
        INSPECTION: Unit("department", LEADERSHIP),
        "joint_office_caomiao": Unit("joint_office", TOWNSHIP),
        "dept_tax": Unit("department"),
    }
)

ISSUED = Issued("region_petition_bureau", "region", "宁信交〔2026〕12号", "积案化解", date(2026, 5, 31))


def a_clock(
    clock_id: str = "K3",
    kind: str = "K3",
    unit: str = HANDLER,
    due_at: datetime = DUE,
    told_at: datetime = START,
    nature: str | None = None,
    provisional: bool = False,
) -> WatchedClock:
    return WatchedClock.start(
        clock_id,
        kind=kind,
        unit=unit,
        round=1,
        started_at=START,
        due_at=due_at,
        told_at=told_at,
        settings=SETTINGS,
        provisional=provisional,
        calendar_version="2026",
        nature=nature,
    )


def a_case(issued: Issued | None = None, anonymous: bool = False, unit: str = BUREAU) -> SupervisedCase:
    """Registered, and nothing else."""
    case = SupervisedCase(CASE_NO)
    case.register(Registration(unit, START, anonymous), issued, UNITS, SETTINGS)
    return case


def handled(case: SupervisedCase, unit: str = HANDLER) -> SupervisedCase:
    """Routed, accepted, opinion delivered."""
    case.make_responsible(unit)
    case.take_on(unit)
    case.deliver_opinion(case.round)
    return case


def closed(case: SupervisedCase, at: datetime = DUE, unit: str | None = HANDLER) -> SupervisedCase:
    """The current round confirmed as finished."""
    case.close(Closing(case.round, unit, at, ClosedHow.CONFIRMED), SETTINGS)
    return case


def an_attempt(
    score: Score | None = Score.SATISFIED,
    reached: bool = True,
    reason: str | None = None,
    promise_kept: bool | None = True,
    officer_unit: str = BUREAU,
) -> Attempt:
    if score is Score.DISSATISFIED and reason is None:
        reason = "答复的事项没有落实"
    return Attempt("P0019", officer_unit, Method.CALL, reached, score, reason, promise_kept, DUE + DAY)


def nobody_reached() -> Attempt:
    return an_attempt(score=None, reached=False, promise_kept=None)


def told(case: SupervisedCase, kind: type) -> list[object]:
    """The events of one kind the case has recorded."""
    return [event for event in case.pending if isinstance(event, kind)]

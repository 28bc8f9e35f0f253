"""What officers do with an entry of the hand-down ledger besides reporting it (交办台账).

《信访工作条例》第二十二条第一款第三项: 交办须反馈结果、提交办结报告. The issuer decides whether that settles it
(审核认定办结); sent back, or on new facts, the matter is open again and watched anew under a numbered clock.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from petition_supervision.domain.errors import DueDateNotAhead, NotHandedDown
from petition_supervision.domain.hand_down import HandDown, LedgerState, Reopening, SentReport, Verdict
from petition_supervision.domain.hand_down_errors import (
    IssuedAfterListing,
    NewDueDateRequired,
    NotForConfirmed,
    NotReportedYet,
    VerdictBeforeReport,
    VerdictOnRecord,
)
from petition_supervision.domain.hand_down_events import HandDownDetailsSet, HandDownReopened, IssuerVerdictRecorded
from petition_supervision.domain.hand_down_terms import IssuerVerdict, ReopeningGround, ResolutionMethod
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.supervision_item import Officer
from petition_supervision.domain.unit_tree import UnitTree
from petition_supervision.domain.watched_clock import WatchedClock
from workdays import end_of_day, local_day


def set_details(
    case: SupervisedCase,
    officer: Officer,
    leader: str,
    method: ResolutionMethod | None,
    issued_on: date | None,
    now: datetime,
) -> HandDown:
    """包案领导、化解方式、交办日期; they may be set anew. Left out => what is on record stays."""
    entry = _entry(case)
    if issued_on is not None and issued_on > local_day(entry.listed_at):
        raise IssuedAfterListing("issued_on")
    entry.leader = leader
    entry.method = method or entry.method
    entry.issued_on = issued_on or entry.issued_on
    case.record(HandDownDetailsSet(leader, entry.method, entry.issued_on, officer.person, now))
    return entry


def record_verdict(
    case: SupervisedCase,
    officer: Officer,
    verdict: IssuerVerdict,
    verdict_on: date,
    new_due_on: date | None,
    reason: str | None,
    units: UnitTree,
    settings: SupervisionSettings,
    now: datetime,
) -> HandDown:
    """The issuer's verdict on the report that is with it, once. Sent back => open again, with a new day and a reason.

    Nothing reported => NotReportedYet; confirmed before => VerdictOnRecord; before the report or after today =>
    VerdictBeforeReport; the new day not after today => DueDateNotAhead.
    """
    entry = _entry(case)
    if entry.reported_at is None:
        raise NotReportedYet("case_no")
    if entry.state is LedgerState.CONFIRMED:
        raise VerdictOnRecord("case_no")
    if not local_day(entry.reported_at) <= verdict_on <= local_day(now):
        raise VerdictBeforeReport("verdict_on")
    sent_back = verdict is IssuerVerdict.SENT_BACK
    if sent_back and (new_due_on is None or not reason):
        raise NewDueDateRequired("feedback_due_on")
    if not sent_back and new_due_on is not None:
        raise NotForConfirmed("feedback_due_on")
    if new_due_on is not None:
        _must_be_ahead(new_due_on, now)
    entry.verdicts.append(Verdict(verdict, verdict_on, reason, officer.person, now))
    case.record(
        IssuerVerdictRecorded(
            entry.issued.issuer,
            entry.issued.document_no,
            verdict,
            verdict_on,
            entry.reported_at,
            officer.person,
            now,
        )
    )
    if new_due_on is not None:
        _reopen(case, entry, officer, ReopeningGround.SENT_BACK, reason or "", new_due_on, units, settings, now)
    else:
        entry.state = LedgerState.CONFIRMED
    return entry


def reopen(
    case: SupervisedCase,
    officer: Officer,
    new_facts: str,
    new_due_on: date,
    units: UnitTree,
    settings: SupervisionSettings,
    now: datetime,
) -> HandDown:
    """New facts came after the report, confirmed or not: the matter is open again. Not reported => NotReportedYet."""
    entry = _entry(case)
    if entry.reported_at is None:
        raise NotReportedYet("case_no")
    _must_be_ahead(new_due_on, now)
    _reopen(case, entry, officer, ReopeningGround.NEW_FACTS, new_facts, new_due_on, units, settings, now)
    return entry


def _reopen(
    case: SupervisedCase,
    entry: HandDown,
    officer: Officer,
    ground: ReopeningGround,
    reason: str,
    new_due_on: date,
    units: UnitTree,
    settings: SupervisionSettings,
    now: datetime,
) -> None:
    """The report that was sent stays on record and counts no more; the bureau is watched for the next one."""
    assert entry.result is not None and entry.reported_at is not None and entry.reported_by is not None
    entry.former_reports.append(SentReport(entry.result, entry.reported_at, entry.reported_by, entry.is_late(now)))
    entry.first_due_on = entry.first_due_on or entry.issued.feedback_due_on
    entry.issued = replace(entry.issued, feedback_due_on=new_due_on)
    entry.state = LedgerState.OPEN
    entry.result = entry.reported_at = entry.reported_by = None
    entry.reopenings.append(Reopening(ground, reason, new_due_on, officer.person, now))
    case.start_clock(
        WatchedClock.start(
            entry.clock_id,
            kind="K11",
            unit=units.bureau,
            round=case.round,
            started_at=now,
            due_at=end_of_day(new_due_on),
            told_at=now,
            settings=settings,
        )
    )
    case.record(
        HandDownReopened(
            entry.issued.issuer,
            entry.issued.document_no,
            ground,
            len(entry.reopenings),
            new_due_on,
            officer.person,
            now,
        )
    )


def _entry(case: SupervisedCase) -> HandDown:
    if case.hand_down is None:
        raise NotHandedDown()
    return case.hand_down


def _must_be_ahead(due_on: date, now: datetime) -> None:
    if due_on <= local_day(now):
        raise DueDateNotAhead("feedback_due_on", due_on=due_on, today=local_day(now))

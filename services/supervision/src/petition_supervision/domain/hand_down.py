"""The hand-down ledger (交办台账): matters the province or the state handed down, and the report back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from petition_supervision.domain.answers import ReportResult, Score
from petition_supervision.domain.errors import AlreadyReported, FollowUpMissing, PetitionerDissatisfied, PromiseNotKept
from petition_supervision.domain.events import Evidence, HandDownListed, ReportSentUp
from petition_supervision.domain.follow_up import Attempt
from petition_supervision.domain.hand_down_terms import IssuerVerdict, ReopeningGround, ResolutionMethod
from workdays import local_day

REPORT_CLOCK = "K11-report"
"""The bureau's own clock towards the issuer (《信访工作条例》第二十二条第一款第三项); the unit's K11 is another."""


class LedgerState(StrEnum):
    """Where an entry of the ledger stands."""

    OPEN = "open"
    REPORTED = "reported"
    CONFIRMED = "confirmed"


@dataclass(frozen=True)
class Issued:
    """What the issuer wrote: who handed down what, and by when the result is due back."""

    issuer: str
    issuer_level: str
    document_no: str
    batch_name: str | None
    feedback_due_on: date


@dataclass(frozen=True)
class SentReport:
    """A report that was sent up and no longer counts."""

    result: ReportResult
    reported_at: datetime
    reported_by: str
    late: bool


@dataclass(frozen=True)
class Verdict:
    """What the issuer found of a report."""

    verdict: IssuerVerdict
    on: date
    reason: str | None
    by: str
    at: datetime


@dataclass(frozen=True)
class Reopening:
    """Why the matter was open again, and by when it was to be reported then."""

    ground: ReopeningGround
    reason: str
    feedback_due_on: date
    by: str
    at: datetime


@dataclass
class HandDown:
    """One entry of the ledger; it stays open until its report was sent up.

    `issued.feedback_due_on` is the day in force, `first_due_on` the issuer's first once there was another.
    """

    issued: Issued
    listed_at: datetime
    state: LedgerState = LedgerState.OPEN
    result: ReportResult | None = None
    reported_at: datetime | None = None
    reported_by: str | None = None
    routing_target_on: date | None = None
    routed_at: datetime | None = None
    leader: str | None = None
    method: ResolutionMethod | None = None
    issued_on: date | None = None
    first_due_on: date | None = None
    former_reports: list[SentReport] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    reopenings: list[Reopening] = field(default_factory=list)

    @property
    def clock_id(self) -> str:
        """The clock of the report that is due or was sent last: `K11-report`, `K11-report#2` after a reopening …"""
        return f"{REPORT_CLOCK}#{len(self.reopenings) + 1}" if self.reopenings else REPORT_CLOCK

    def announce(self) -> HandDownListed:
        issued = self.issued
        return HandDownListed(
            issued.issuer,
            issued.issuer_level,
            issued.document_no,
            issued.batch_name,
            issued.feedback_due_on,
            self.routing_target_on,
        )

    @property
    def routed_within_target(self) -> bool | None:
        """Whether the county routed it within its share of the 15 days; None while it is not routed, or has none."""
        if self.routed_at is None or self.routing_target_on is None:
            return None
        return local_day(self.routed_at) <= self.routing_target_on

    def is_late(self, now: datetime) -> bool:
        """Late from 24:00 of the feedback day on, judged by the report if there is one, else by `now`."""
        return local_day(self.reported_at or now) > self.issued.feedback_due_on

    def must_be_open(self) -> None:
        """A report is sent once."""
        if self.reported_at is not None:
            raise AlreadyReported(document_no=self.issued.document_no, reported_on=local_day(self.reported_at))

    def report(self, result: ReportResult, by: str, at: datetime, evidence: Evidence) -> ReportSentUp:
        self.state = LedgerState.REPORTED
        self.result = result
        self.reported_by = by
        self.reported_at = at
        issued = self.issued
        return ReportSentUp(issued.issuer, issued.document_no, result, at, by, self.is_late(at), evidence)


def check_result(result: ReportResult, answer: Attempt | None, round: int) -> None:
    """`resolved` (化解) rests on the petitioner's word: the promise was kept, and they are not dissatisfied.

    Nobody could be asked (anonymous) => only `explained` can be reported.
    """
    if result is not ReportResult.RESOLVED:
        return
    if answer is None:
        raise FollowUpMissing("result", round=round)
    if answer.score is Score.DISSATISFIED:
        raise PetitionerDissatisfied("result")
    if answer.promise_kept is not True:
        raise PromiseNotKept("result")

"""The hand-down ledger (交办台账): matters the province or the state handed down, and the report back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from petition_supervision.domain.answers import ReportResult, Score
from petition_supervision.domain.errors import AlreadyReported, FollowUpMissing, PetitionerDissatisfied, PromiseNotKept
from petition_supervision.domain.events import Evidence, HandDownListed, ReportSentUp
from petition_supervision.domain.follow_up import Attempt
from workdays import local_day

REPORT_CLOCK = "K11-report"
"""The bureau's own clock towards the issuer (《信访工作条例》第二十二条第一款第三项); the unit's K11 is another."""


class LedgerState(StrEnum):
    """Where an entry of the ledger stands."""

    OPEN = "open"
    REPORTED = "reported"


@dataclass(frozen=True)
class Issued:
    """What the issuer wrote: who handed down what, and by when the result is due back."""

    issuer: str
    issuer_level: str
    document_no: str
    batch_name: str | None
    feedback_due_on: date


@dataclass
class HandDown:
    """One entry of the ledger; it stays open until its report was sent up."""

    issued: Issued
    listed_at: datetime
    state: LedgerState = LedgerState.OPEN
    result: ReportResult | None = None
    reported_at: datetime | None = None
    reported_by: str | None = None

    def announce(self) -> HandDownListed:
        issued = self.issued
        return HandDownListed(
            issued.issuer, issued.issuer_level, issued.document_no, issued.batch_name, issued.feedback_due_on
        )

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

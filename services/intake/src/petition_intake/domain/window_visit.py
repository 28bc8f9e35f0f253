"""One visit to a window: how long somebody waited, how they were received, what was done for them.

“三亮”: the officer who receives shows name, post and duty, and says by when (亮身份、亮职责、亮承诺). “六个一”: five
courtesies and one practical thing. Whoever cannot write is helped. The petitioner rates the window; no officer does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from petition_intake.domain.errors import TextRequired
from petition_intake.domain.officer import Officer
from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.window_errors import (
    AnotherOfficersVisitor,
    DeedTextRequired,
    HelperRequired,
    NoDeedToConfirm,
    NothingPromised,
    PromiseInThePast,
    PromiseNotYetDue,
    PromiseReviewedByOfficer,
    VisitNotInThisState,
    WindowAlreadyRated,
)
from petition_intake.domain.window_events import (
    Courtesy,
    PromiseReviewed,
    VisitorArrived,
    VisitorCalled,
    WindowRated,
    WindowVisitFinished,
)
from petition_intake.domain.wording import Wording
from workdays import local_day


class VisitState(StrEnum):
    """Waiting, being received, over."""

    WAITING = "waiting"
    RECEIVED = "received"
    FINISHED = "finished"


VISIT_STATE_WORDING: dict[VisitState, Wording] = {
    VisitState.WAITING: Wording("等候", "waiting"),
    VisitState.RECEIVED: Wording("接待中", "being received"),
    VisitState.FINISHED: Wording("已结束", "over"),
}
CALL = Wording("叫号", "calling the visitor")
FINISH = Wording("结束接待", "ending the visit")
RATE = Wording("评价窗口", "rating the window")
REVIEW = Wording("登记承诺兑现情况", "recording whether the promise was kept")


@dataclass(frozen=True)
class Card:
    """“三亮”: post and duty as shown at the window, and the day that was promised."""

    post: str
    duty: str
    promised_on: date | None = None


@dataclass(frozen=True)
class Deed:
    """一件实事: what was done for the visitor, and what shows it."""

    what: str
    proof: str


@dataclass
class WindowVisit:
    """`has_deed` stands apart for the ledger of practical things."""

    visit_no: str
    unit: str
    window: str
    arrived_on: date
    arrived_at: datetime
    needs_help: bool
    taken_by: str
    state: VisitState = VisitState.WAITING
    officer: str | None = None
    called_at: datetime | None = None
    finished_at: datetime | None = None
    case_no: str | None = None
    courtesies: list[Courtesy] = field(default_factory=list)
    deed: Deed | None = None
    has_deed: bool = False
    card: Card | None = None
    helper: str | None = None
    rating: RatingLevel | None = None
    deed_confirmed: bool | None = None
    promise_kept: bool | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def arrive(cls, visit_no: str, window: str, needs_help: bool, officer: Officer, now: datetime) -> WindowVisit:
        """取号. No name is asked: who comes is told when something is registered."""
        visit = cls(visit_no, officer.unit, window, local_day(now), now, needs_help, officer.name)
        visit._record(VisitorArrived(officer.unit, window, now, needs_help))
        return visit

    @property
    def waited_minutes(self) -> int | None:
        return None if self.called_at is None else int((self.called_at - self.arrived_at).total_seconds() // 60)

    def call(self, officer: Officer, now: datetime) -> None:
        """叫号: from now on this officer receives the visitor."""
        self._must_be(VisitState.WAITING, CALL)
        self.state, self.officer, self.called_at = VisitState.RECEIVED, officer.name, now
        self._record(VisitorCalled(officer.name, now, self.waited_minutes or 0))

    def finish(
        self,
        case_no: str | None,
        courtesies: list[Courtesy],
        deed: Deed | None,
        card: Card,
        helper: str | None,
        officer: Officer,
        now: datetime,
    ) -> None:
        """结束接待, by the officer who received the visitor.

        Another officer => AnotherOfficersVisitor. The sixth tick without its text and proof, or the other way round =>
        DeedTextRequired. Help was needed and nobody helped => HelperRequired. Promised for the past =>
        PromiseInThePast. Post or duty blank => TextRequired.
        """
        self._must_be(VisitState.RECEIVED, FINISH)
        if officer.name != self.officer:
            raise AnotherOfficersVisitor("actor", officer=self.officer)
        if (Courtesy.PRACTICAL_DEED in courtesies) != (deed is not None):
            raise DeedTextRequired("deed")
        if deed is not None and not (deed.what.strip() and deed.proof.strip()):
            raise DeedTextRequired("deed")
        if self.needs_help and helper is None:
            raise HelperRequired("helper")
        if not (card.post.strip() and card.duty.strip()):
            raise TextRequired("card")
        if card.promised_on is not None and card.promised_on < local_day(now):
            raise PromiseInThePast("card.promised_on", given=card.promised_on, today=local_day(now))
        ticked = [one for one in Courtesy if one in courtesies]
        self.state, self.finished_at, self.case_no = VisitState.FINISHED, now, case_no
        self.courtesies, self.deed, self.card, self.helper = ticked, deed, card, helper
        self.has_deed = deed is not None
        told = (officer.name, now, case_no, ticked, helper is not None, card.promised_on)
        self._record(WindowVisitFinished(self.unit, self.window, *told))

    def rate(self, rating: RatingLevel, deed_confirmed: bool | None, now: datetime) -> None:
        """The petitioner's own rating, once => WindowAlreadyRated; a deed on record is confirmed or denied with it."""
        self._must_be(VisitState.FINISHED, RATE)
        if self.rating is not None:
            raise WindowAlreadyRated("visit_no")
        if self.has_deed != (deed_confirmed is not None):
            raise NoDeedToConfirm("deed_confirmed")
        self.rating, self.deed_confirmed = rating, deed_confirmed
        self._record(WindowRated(self.unit, self.window, rating, deed_confirmed, now))

    def review_promise(self, kept: bool, officer: Officer, now: datetime) -> None:
        """承诺兑现, said once by somebody other than who promised; not kept only when the day is over."""
        self._must_be(VisitState.FINISHED, REVIEW)
        promised_on = None if self.card is None else self.card.promised_on
        if promised_on is None or self.promise_kept is not None:
            raise NothingPromised("visit_no")
        if officer.name == self.officer:
            raise PromiseReviewedByOfficer("actor", officer=self.officer)
        if not kept and local_day(now) <= promised_on:
            raise PromiseNotYetDue("kept", promised_on=promised_on)
        self.promise_kept = kept
        self._record(PromiseReviewed(self.unit, kept, officer.name, local_day(now)))

    def _must_be(self, state: VisitState, step: Wording) -> None:
        if self.state is not state:
            shown = VISIT_STATE_WORDING[self.state]
            raise VisitNotInThisState("visit_no", state=shown.en, state_zh=shown.zh, step=step.en, step_zh=step.zh)

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1


def visit_number(year: int, serial: int) -> str:
    """`JD2026-000001`: 接待, year, serial."""
    return f"JD{year}-{serial:06}"

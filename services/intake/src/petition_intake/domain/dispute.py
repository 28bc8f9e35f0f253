"""A dispute (矛盾纠纷) found before anybody files a petition: 化解在基层、化解在萌芽状态，防止小问题拖成大问题.

It is no petition and has no parties on record: what it is about, where, and how many people it concerns is enough
to settle it. Its number begins the chain that runs from the find to the call-back (全链化解).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from petition_intake.domain.dispute_errors import (
    CampaignRequired,
    CaseOfFindRequired,
    CheckedByFinder,
    DisputeNotInThisState,
    DisputeStepDone,
    SettledBeforeFound,
    SmallGridRequired,
    VillageRequired,
)
from petition_intake.domain.dispute_events import (
    DisputeChecked,
    DisputeFound,
    DisputeOverdue,
    DisputeSettled,
    DisputeUpgraded,
)
from petition_intake.domain.dispute_words import (
    DISPUTE_STATE_WORDING,
    OPEN,
    DisputeLevel,
    DisputeState,
    FoundBy,
    Verdict,
)
from petition_intake.domain.errors import DateInFuture, TextRequired
from petition_intake.domain.officer import Officer
from petition_intake.domain.register import Place
from petition_intake.domain.wording import Wording
from workdays import end_of_day, local_day

CHECK = Wording("核实", "looking at it")
SETTLE = Wording("化解", "settling it")
UPGRADE = Wording("转为信访事项", "going on as a petition")


@dataclass(frozen=True)
class Find:
    """What is put on record. `people`: how many it concerns, as far as known; nobody is named."""

    found_by: FoundBy
    place: Place
    category: str
    found_on: date
    matter: str
    people: int | None = None
    campaign_no: str | None = None
    case_no: str | None = None


@dataclass(frozen=True)
class Check:
    """What somebody other than the finder saw; the words stay here."""

    verdict: Verdict
    basis: str
    by: str
    at: datetime


@dataclass(frozen=True)
class DisputeSettlement:
    """What was done and what shows it; the words stay here."""

    level: DisputeLevel
    settled_on: date
    result: str
    evidence: str
    agreement_no: str | None
    by: str


@dataclass
class Dispute:
    """`alarm_at`: when its age is told of; None once it was, or once the dispute is no longer open."""

    dispute_no: str
    find: Find
    unit: str
    reported_by: str
    reported_at: datetime
    state: DisputeState
    is_open: bool
    alarm_at: datetime | None
    overdue_told: bool = False
    check: Check | None = None
    settlement: DisputeSettlement | None = None
    petition_no: str | None = None
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def report(cls, dispute_no: str, find: Find, officer: Officer, overdue_days: int, now: datetime) -> Dispute:
        """排查登记. `find.place` is already complete.

        A day to come => DateInFuture. No village => VillageRequired. A patrol's find without its small grid =>
        SmallGridRequired. The number of a campaign or of a petition missing, or not asked for => CampaignRequired,
        CaseOfFindRequired. Blank => TextRequired.
        """
        if find.found_on > local_day(now):
            raise DateInFuture("found_on", given=find.found_on, now=local_day(now))
        if find.place.village_code is None:
            raise VillageRequired("place")
        if find.found_by is FoundBy.GRID_PATROL and find.place.grid_code is None:
            raise SmallGridRequired("place")
        if (find.found_by is FoundBy.CAMPAIGN) != (find.campaign_no is not None):
            raise CampaignRequired("campaign_no")
        if (find.found_by is FoundBy.PETITION) != (find.case_no is not None):
            raise CaseOfFindRequired("case_no")
        if not find.matter.strip():
            raise TextRequired("matter")
        alarm_at = end_of_day(find.found_on + timedelta(days=overdue_days))
        dispute = cls(
            dispute_no, find, officer.unit, officer.name, now, DisputeState.FOUND, is_open=True, alarm_at=alarm_at
        )
        dispute._record(
            DisputeFound(
                found_by=find.found_by,
                place=find.place,
                category=find.category,
                people=find.people,
                found_on=find.found_on,
                reported_at=now,
                unit=officer.unit,
                reported_by=officer.name,
                campaign_no=find.campaign_no,
                found_in_case=find.case_no,
            )
        )
        return dispute

    @property
    def found_beforehand(self) -> bool:
        """Whether anybody looked for it before it was filed."""
        return self.find.found_by is not FoundBy.PETITION

    def check_find(self, verdict: Verdict, basis: str, officer: Officer, now: datetime) -> None:
        """核实 by somebody other than the finder, once. Not real => it ends here."""
        self._must_be(CHECK, self.check is not None, DisputeState.FOUND)
        if officer.name == self.reported_by:
            raise CheckedByFinder("actor", person=officer.name)
        if not basis.strip():
            raise TextRequired("basis")
        self.check = Check(verdict, basis.strip(), officer.name, now)
        self._move_to(DisputeState.CONFIRMED if verdict is Verdict.REAL else DisputeState.UNFOUNDED)
        self._record(DisputeChecked(verdict, officer.name, now))

    def settle(
        self,
        level: DisputeLevel,
        settled_on: date,
        result: str,
        evidence: str,
        agreement_no: str | None,
        officer: Officer,
        now: datetime,
    ) -> None:
        """化解, with what was done and what shows it; before anybody looked at it => DisputeNotInThisState."""
        self._must_be(SETTLE, self.settlement is not None, DisputeState.CONFIRMED)
        if settled_on > local_day(now):
            raise DateInFuture("settled_on", given=settled_on, now=local_day(now))
        if settled_on < self.find.found_on:
            raise SettledBeforeFound("settled_on", given=settled_on, found_on=self.find.found_on)
        if level is DisputeLevel.GRID and self.find.place.grid_code is None:
            raise SmallGridRequired("level")
        for name, text in (("result", result), ("evidence", evidence)):
            if not text.strip():
                raise TextRequired(name)
        by = officer.name
        self.settlement = DisputeSettlement(level, settled_on, result.strip(), evidence.strip(), agreement_no, by)
        self._move_to(DisputeState.SETTLED)
        days = (settled_on - self.find.found_on).days
        self._record(DisputeSettled(level, settled_on, by, days, agreement_no))

    def check_may_go_on(self) -> None:
        """Whether it can still become a petition; asked before one is registered, which takes a number."""
        self._must_be(UPGRADE, self.state is DisputeState.UPGRADED, DisputeState.FOUND, DisputeState.CONFIRMED)

    def upgrade(self, petition_no: str, officer: Officer, now: datetime) -> None:
        """It goes on as a petition; nothing of it is done here any more."""
        self.check_may_go_on()
        self.petition_no = petition_no
        self._move_to(DisputeState.UPGRADED)
        self._record(DisputeUpgraded(petition_no, officer.name, now))

    def tell_age(self, now: datetime) -> bool:
        """Tell that it has been open too long, once. Whether there was anything to tell."""
        if self.alarm_at is None or now < self.alarm_at:
            return False
        self.alarm_at, self.overdue_told = None, True
        self._record(DisputeOverdue(self.find.found_on, (local_day(now) - self.find.found_on).days, self.unit))
        return True

    def _must_be(self, step: Wording, done: bool, *states: DisputeState) -> None:
        if self.state in states:
            return
        refusal = DisputeStepDone if done else DisputeNotInThisState
        shown = DISPUTE_STATE_WORDING[self.state]
        raise refusal("dispute_no", state=shown.en, state_zh=shown.zh, step=step.en, step_zh=step.zh)

    def _move_to(self, state: DisputeState) -> None:
        self.state, self.is_open = state, state in OPEN
        if not self.is_open:
            self.alarm_at = None

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1


def dispute_number(year: int, serial: int) -> str:
    """`JF2026-000001`: 纠纷, year, serial."""
    return f"JF{year}-{serial:06}"

"""What is kept of a case, and the few ways its parts change together: record, start and stop clocks, move on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from petition_assignment.domain import agenda, clocks, events
from petition_assignment.domain.acceptance import Acceptance, Declination
from petition_assignment.domain.agreement import Agreement
from petition_assignment.domain.clocks import Clock
from petition_assignment.domain.co_handling import Part, Participant, open_parts
from petition_assignment.domain.commands import Command
from petition_assignment.domain.competence import Dispute
from petition_assignment.domain.completion import Completion
from petition_assignment.domain.delivery import Delivery
from petition_assignment.domain.errors import ExactRepeat, IllegalTransition, SomeoneElsesCase
from petition_assignment.domain.extension import Extension, ExtensionRequest
from petition_assignment.domain.follow_through import Execution, Performance
from petition_assignment.domain.handling_hearing import HearingCall
from petition_assignment.domain.handling_papers import Mediation, Referral
from petition_assignment.domain.leadership_decision import DecisionReport, waiting_report
from petition_assignment.domain.notices import NoticeDelivery
from petition_assignment.domain.occasion import Occasion
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.opinion import Opinion
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.publication import Publication
from petition_assignment.domain.recusal import Recusal
from petition_assignment.domain.regulation import runs_for
from petition_assignment.domain.responsibility import Responsibility
from petition_assignment.domain.returns import Return
from petition_assignment.domain.review import Finality, GivenOpinion, Review, whose_turn
from petition_assignment.domain.routing import Routing
from petition_assignment.domain.states import DUTIES, FACT_ZH, FACTS, OPEN, STATE_ZH, Side, State
from petition_assignment.domain.suggestion import SuggestionAnswer
from petition_assignment.domain.vocabulary import Mode
from workdays import Calendar


@dataclass
class CaseRecord:
    """`router` must route the case; `sender` decides objections and confirms; `unit` handles it once it is routed.

    `version` counts the events ever told about the case. What begins with `open` follows from the rest and is kept
    for lists: `holder` is the unit whose turn it is, `answerable` the one under which the case is listed and counted,
    `review_holder` the one that owes the next step of a review, `part_holders` those that have a part to answer.
    """

    case_no: str
    received_at: datetime
    registered_by_unit: str
    anonymous: bool
    router: str
    sender: str
    in_hand_since: datetime
    state: State = State.AWAITING_ROUTING
    version: int = 0
    round: int = 1
    bounce_count: int = 0
    unit: str | None = None
    routing: Routing | None = None
    signed_by: str | None = None
    signed_at: datetime | None = None
    before_objection: State | None = None
    acceptance: Acceptance | None = None
    declination: Declination | None = None
    responsibility: Responsibility | None = None
    extension: Extension | None = None
    extension_request: ExtensionRequest | None = None
    notices: list[NoticeDelivery] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)
    hearing_calls: list[HearingCall] = field(default_factory=list)
    mediations: list[Mediation] = field(default_factory=list)
    opinion: Opinion | None = None
    delivery: Delivery | None = None
    completion: Completion | None = None
    returns: list[Return] = field(default_factory=list)
    closed_at: datetime | None = None
    given_opinions: list[GivenOpinion] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    final: Finality | None = None
    publications: list[Publication] = field(default_factory=list)
    published_at: datetime | None = None
    published_no: str | None = None
    parts: list[Part] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    decision_reports: list[DecisionReport] = field(default_factory=list)
    disputes: list[Dispute] = field(default_factory=list)
    recusals: list[Recusal] = field(default_factory=list)
    suggestion_answer: SuggestionAnswer | None = None
    referrals: list[Referral] = field(default_factory=list)
    performances: list[Performance] = field(default_factory=list)
    executions: list[Execution] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    steps: dict[str, str] = field(default_factory=dict)
    open: bool = True
    stage: str = ""
    holder: str = ""
    answerable: str = ""
    due_at: datetime = agenda.NO_LIMIT
    lapses_at: datetime | None = None
    reckoned_with: list[str] = field(default_factory=list)
    review_holder: str = ""
    part_holders: list[str] = field(default_factory=list)
    review_due_at: datetime = agenda.NO_LIMIT
    pending: list[Any] = field(default_factory=list)

    @property
    def filed_at_own_window(self) -> bool:
        """The unit that must route it is not the bureau: it keeps the case."""
        return self.router != self.sender

    @property
    def waiting_since(self) -> datetime:
        """Since when the next step is owed, where nothing else tells its date."""
        if report := self.reported:
            return report.reported_at
        if self.completion is not None:
            return self.completion.completed_at
        return self.acceptance.accepted_at if self.acceptance else self.in_hand_since

    @property
    def reported(self) -> DecisionReport | None:
        """The report that waits for the leadership, as long as nobody has the case."""
        return waiting_report(self.decision_reports) if self.state is State.AWAITING_ROUTING else None

    @property
    def mode(self) -> Mode | None:
        return None if self.routing is None else self.routing.mode

    @property
    def routed_unit(self) -> str:
        """The unit the case is with; the one that must route it as long as it is with nobody else."""
        return self.unit or self.router

    def belongs_to(self, side: Side, officer: Officer) -> bool:
        """Whether the officer's unit stands on this side of the case."""
        return officer.unit == {Side.ROUTER: self.router, Side.HANDLER: self.unit, Side.SENDER: self.sender}[side]

    def enter(self, command: Command, officer: Officer) -> None:
        """Admit a command.

        Someone else's case            => SomeoneElsesCase.
        Not in this state              => IllegalTransition; done before with the same content => ExactRepeat.
        """
        duty = DUTIES[command.name]
        is_with_nobody = duty.side is Side.HANDLER and self.unit is None
        if not is_with_nobody and not self.belongs_to(duty.side, officer):
            raise SomeoneElsesCase("case_no", unit=officer.unit)
        if self.state not in duty.states:
            repeated = self.steps.get(command.name) == command.fingerprint()
            raise self.refusal(ExactRepeat if repeated else IllegalTransition, duty.zh, command.name)

    def admit(self, fact: str) -> None:
        """Admit a fact another service tells; one that cannot happen in this state => IllegalTransition."""
        if self.state not in FACTS[fact]:
            raise self.refusal(IllegalTransition, FACT_ZH[fact], fact)

    def refusal(self, kind: type[IllegalTransition], step_zh: str, step: str) -> IllegalTransition:
        return kind("case_no", state=self.state.value, state_zh=STATE_ZH[self.state], step=step, step_zh=step_zh)

    def did(self, command: Command) -> None:
        self.steps[command.name] = command.fingerprint()

    def did_beside(self, command: Command, officer: Officer) -> None:
        """Note a step beside the main path, which does not move the case, and bring its lists up to date."""
        self.steps[command.name] = f"{officer.unit}/{self.round}/{command.fingerprint()}"
        self.move_to(self.state)

    def record(self, event: Any) -> None:
        self.pending.append(event)
        self.version += 1

    def start(self, kind: str, unit: str, at: datetime, calendar: Calendar) -> None:
        """第五十条: a limit of the regulation runs for matters received since it is in force, for others none does."""
        if not runs_for(kind, self.received_at):
            return
        self.record(clocks.start(self.clocks, kind, unit, at, self.round, calendar))

    def start_until(self, kind: str, unit: str, at: datetime, on: date, calendar: Calendar) -> None:
        self.record(clocks.start_until(self.clocks, kind, unit, at, on, self.round, calendar))

    def stop(self, at: datetime, reason: str, *kinds: str) -> None:
        for clock in clocks.running(self.clocks, *kinds):
            self.record(clock.stop(at, reason))

    def stop_all_but_review(self, at: datetime, reason: str) -> None:
        """Closing a case never shortens the petitioner's 30 days for a review or a re-review."""
        self.stop(at, reason, *(kind for kind in clocks.LIMITS if kind not in ("K7", "K9")))

    def tell_routing(self, now: datetime) -> None:
        assert self.routing is not None
        self.unit = self.routing.unit
        self.record(
            events.CaseRouted(
                self.routing.mode,
                self.routing.unit,
                self.routing.rule_id,
                self.routing.rule_version,
                self.routing.overridden,
                self.routing.routed_by,
                now,
                self.routing.feedback_due_on,
                self.round,
            )
        )

    def sign(self, by: str, now: datetime) -> None:
        self.signed_by, self.signed_at = by, now
        self.record(events.CaseSignedFor(self.routed_unit, by, now))
        self.move_to(State.SIGNED)

    def handle_again(self, due_on: date, at: datetime, calendar: Calendar) -> None:
        """Back to handling, or to naming who is responsible where nobody has been named yet; earlier papers stay."""
        self.suggestion_answer = self.opinion = self.delivery = self.completion = self.closed_at = None
        self.start_until("REHANDLING", self.routed_unit, at, due_on, calendar)
        self.move_to(State.ACCEPTED if self.responsibility is None else State.IN_HANDLING)

    def close(self, state: State, at: datetime) -> None:
        self.closed_at = at
        self.move_to(state)

    def move_to(self, state: State) -> None:
        """Take up the state, and bring up to date what lists ask for."""
        self.state = state
        self.open = state in OPEN
        self.stage = agenda.STAGES[state]
        routes = self.reported.decider if self.reported else self.router
        self.holder = agenda.holder(state, routes, self.sender, self.unit)
        self.answerable = self.routed_unit
        self.due_at = agenda.due_at(
            state,
            self.clocks,
            (
                self.responsibility.due_on if self.responsibility else None,
                self.acceptance.statute_due_on if self.acceptance else None,
            ),
            self.waiting_since,
        )
        self.lapses_at = agenda.lapses_at(self.clocks)
        self.reckoned_with = agenda.reckoned_with(self.clocks)
        self.part_holders = sorted({part.unit for part in open_parts(self.parts)}) if self.open else []
        self.review_holder, self.review_due_at = whose_turn(self.reviews, self.clocks)

    def paper(
        self, kind: PaperKind, here: Occasion, number: str | None, text: dict[str, str], **facts: str | None
    ) -> Paper:
        """A paper of this step; facts that are None are left out."""
        known = {name: str(fact) for name, fact in facts.items() if fact is not None}
        return Paper(kind, here.officer.name, here.officer.unit, here.now, self.round, number, text, known)

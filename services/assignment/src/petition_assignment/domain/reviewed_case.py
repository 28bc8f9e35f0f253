"""What review and re-review do to a case (《信访工作条例》第二十八条、第三十五条、第三十六条).

Every method either changes the case and records what happened, or raises a refusal; then the case is thrown away.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petition_assignment.domain import clocks, events, review_events
from petition_assignment.domain import review_commands as commands
from petition_assignment.domain.case_record import CaseRecord
from petition_assignment.domain.clocks import Clock
from petition_assignment.domain.commands import Command
from petition_assignment.domain.delivery import check_delivery_date, delivered_at
from petition_assignment.domain.errors import ExactRepeat, IllegalTransition, SomeoneElsesCase
from petition_assignment.domain.occasion import Occasion
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.register import Register
from petition_assignment.domain.required_text import notice_number, required_text
from petition_assignment.domain.review import (
    DECLINE_REASONS,
    DUTY_TO_ANSWER,
    LATE,
    LEVEL_ZH,
    REVIEW_STATE_ZH,
    RIGHT_TO_ASK,
    Finality,
    GivenOpinion,
    Hearing,
    Review,
    ReviewDecision,
    ReviewDelivery,
    ReviewState,
)
from petition_assignment.domain.review_decision import check_decision, check_decline_reason
from petition_assignment.domain.review_duties import REOPENING_ZH, REVIEW_DUTIES
from petition_assignment.domain.review_errors import (
    MatterIsFinal,
    MatterNotFinal,
    NoLevelAbove,
    NoReviewRequested,
    ReviewerMustWithdraw,
)
from petition_assignment.domain.review_hearing import check_hearing_called
from petition_assignment.domain.review_in_print import in_print
from petition_assignment.domain.routing import after_today
from petition_assignment.domain.states import STATE_ZH, State
from petition_assignment.domain.vocabulary import FinalGround, ReviewLevel
from workdays import Calendar, local_day

REQUESTED = "review_requested"
BEING_HANDLED: frozenset[State] = frozenset({State.ACCEPTED, State.IN_HANDLING, State.OPINION_ISSUED})


@dataclass
class ReviewedCase(CaseRecord):
    """The requests, commands and facts of review; what is kept of them stands in `Review`."""

    # -- asking ----------------------------------------------------------------------------------------------------

    def receive_request(
        self,
        level: ReviewLevel,
        round: int,
        requested_at: datetime,
        late_reason_given: bool,
        register: Register,
        calendar: Calendar,
    ) -> None:
        """第三十五条、第三十六条: the petitioner asked. It goes to the level above, whose 30 days begin (K8, K10).

        In time          => the petitioner's own clock ends, its right used.
        Late             => taken all the same and marked: whether there was a good reason is for a person to say.
        No level above   => it is with the bureau, which must tell the petitioner whom to ask.
        Nothing delivered to be reviewed in that round, or a request still open => IllegalTransition.
        """
        given, earlier = self._given(round), self._delivered_review(round)
        if given is None or self._open_review is not None or (level is ReviewLevel.RE_REVIEW and earlier is None):
            zh = f"请求{LEVEL_ZH[level]}"
            raise self.refusal(IllegalTransition, zh, REQUESTED)
        reviewed_by, outcome, barred = given.unit, given.outcome, given.by
        if level is ReviewLevel.RE_REVIEW and earlier is not None and earlier.decision is not None:
            reviewed_by, outcome = earlier.unit, earlier.standing_outcome
            barred = [*barred, earlier.decision.decided_by]
        right = self._right(level, round)
        late = right is not None and right.is_late(requested_at)
        above = register.unit(reviewed_by).superior
        review = Review(
            level=level,
            round=round,
            unit=above or self.sender,
            answering_unit=given.unit,
            has_level_above=above is not None,
            requested_at=requested_at,
            late=late,
            late_reason_given=late_reason_given,
            outcome=outcome,
            barred=barred,
        )
        if right is not None and right.runs and not late:
            self.record(right.stop(requested_at, REQUESTED))
        self.record(clocks.start(self.clocks, DUTY_TO_ANSWER[level], review.unit, requested_at, round, calendar))
        review.clock_id = self.clocks[-1].clock_id
        self.reviews.append(review)
        self.move_to(self.state)

    def accept_review(self, command: commands.AcceptReview, here: Occasion) -> Paper:
        """The level above takes the request up and says so in writing.

        No level above on the register => NoLevelAbove. The matter is final (第三十六条第三款) => MatterIsFinal.
        """
        review = self.enter_review(command, here.officer)
        if not review.has_level_above:
            level = review.level
            raise NoLevelAbove("case_no", unit=review.answering_unit, level=level, level_zh=LEVEL_ZH[level])
        if self.final is not None:
            raise MatterIsFinal("case_no", reference=self.final.reference_no)
        review.notice_no = notice_number(command.notice_no, anonymous=False)
        review.accepted_at, review.accepted_by = here.now, here.officer.name
        self.record(
            review_events.ReviewAccepted(
                review.level, review.unit, here.officer.name, here.now, review.late, review.notice_no, review.round
            )
        )
        self.did_in(review, command, ReviewState.ACCEPTED)
        return self.paper(PaperKind.REVIEW_ACCEPTANCE_NOTICE, here, review.notice_no, {}, **in_print(review))

    def decline_review(self, command: commands.DeclineReview, here: Occasion) -> tuple[Paper, ...]:
        """A head or leader of the reviewer declines, by name and in writing.

        Lateness alone does not make the matter final, unless the county turned that rule on (N7, off by default).
        Refusals: see `check_decline_reason`.
        """
        review = self.enter_review(command, here.officer)
        check_decline_reason(command.reason_code, review, self.final)
        text = {"reason": required_text("text", command.text)}
        review.notice_no = notice_number(command.notice_no, anonymous=False)
        review.decline_reason, review.declined_at, review.declined_by = command.reason_code, here.now, here.officer.name
        self.record(
            review_events.ReviewDeclined(
                review.level,
                review.unit,
                command.reason_code,
                here.officer.name,
                here.now,
                review.late,
                review.notice_no,
                review.round,
            )
        )
        self._stop_answering(review, here.now, "review_declined")
        if command.reason_code == LATE and here.register.county.missed_review_ends and self.final is None:
            self._finalise(review, command.notice_no, FinalGround.NOT_REQUESTED_IN_TIME, here.officer, here.now)
        self.did_in(review, command, ReviewState.DECLINED)
        reason_zh = DECLINE_REASONS[command.reason_code][0]
        notice = self.paper(
            PaperKind.REVIEW_DECLINE_NOTICE, here, review.notice_no, text, **in_print(review), reason_zh=reason_zh
        )
        ended_now = self.final is not None and self.final.finalised_at == here.now
        return (notice, self._finality_notice(here)) if ended_now else (notice,)

    # -- hearing ---------------------------------------------------------------------------------------------------

    def open_hearing(self, command: commands.OpenHearing, here: Occasion) -> None:
        """第三十六条: a hearing is held. In a re-review its time is not counted: K10 stands still.

        K8 goes on, since 第三十五条 does not say so; a clock that has run out goes on having run out.
        Not called for today => ReviewHearingNotCalled.
        """
        review = self.enter_review(command, here.officer)
        check_hearing_called(review, local_day(here.now))
        review.hearings.append(Hearing(here.now, here.officer.name))
        self.record(review_events.HearingOpened(review.level, review.unit, here.officer.name, here.now, review.round))
        clock = self._answering(review)
        if review.level is ReviewLevel.RE_REVIEW and not clock.is_late(here.now):
            self.record(clock.pause(here.now, "hearing"))
        self.did_in(review, command, ReviewState.HEARING)

    def close_hearing(self, command: commands.CloseHearing, here: Occasion) -> Paper:
        """The hearing is over and its record signed; K10 runs again, by as many days longer as the hearing took."""
        review = self.enter_review(command, here.officer)
        record_no = required_text("record_no", command.record_no)
        text = {"summary": required_text("summary", command.summary)}
        review.hearings[-1].closed_at, review.hearings[-1].record_no = here.now, record_no
        self.record(
            review_events.HearingClosed(review.level, review.unit, here.officer.name, here.now, record_no, review.round)
        )
        self._run_on(review, here.calendar, here.now)
        self.did_in(review, command, ReviewState.ACCEPTED)
        opened_on = local_day(review.hearings[-1].opened_at).isoformat()
        return self.paper(PaperKind.HEARING_RECORD, here, record_no, text, **in_print(review), opened_on=opened_on)

    # -- deciding --------------------------------------------------------------------------------------------------

    def decide_review(self, command: commands.DecideReview, here: Occasion) -> Paper:
        """第三十五条、第三十六条: 维持、撤销、变更、责令重新作出. K10 ends here, K8 with the written answer.

        撤销, 责令重新作出 => the unit gives its opinion anew: a further round, or the one in hand where there is one.
        """
        review = self.enter_review(command, here.officer)
        redo_on = check_decision(command, review, here.now)
        text = {name: required_text(name, getattr(command, name)) for name in ("reasons", "legal_basis")}
        document_no = required_text("document_no", command.document_no)
        review.decision = ReviewDecision(command.outcome, command.changed_to, here.now, here.officer.name, document_no)
        self.record(
            review_events.ReviewDecided(
                review.level,
                review.unit,
                command.outcome,
                command.changed_to,
                here.officer.name,
                here.now,
                document_no,
                review.round,
            )
        )
        if review.level is ReviewLevel.RE_REVIEW:
            self._stop_answering(review, here.now, "review_decided")
        if redo_on is not None:
            self._handle_anew(review.answering_unit, here.officer, redo_on, here.calendar, here.now)
            review.redo_round = self.round
        self.did_in(review, command, ReviewState.DECIDED)
        return self.paper(PaperKind.REVIEW_OPINION, here, document_no, text, **in_print(review))

    def deliver_review(self, command: commands.DeliverReview, here: Occasion) -> tuple[Paper, ...]:
        """第三十五条、第三十六条: the decision reached the petitioner.

        A review                               => K8 ends; 30 days to ask for a re-review begin (K9).
        A re-review that leaves an opinion     => the matter is final, under the number of the decision.
        A re-review after which it is redone   => not final: the new opinion can be reviewed like any other.
        """
        review = self.enter_review(command, here.officer)
        decision = review.decision
        assert decision is not None
        check_delivery_date(command.delivered_on, decision.decided_at, here.now)
        receipt_no = required_text("receipt_no", command.receipt_no)
        at = delivered_at(command.delivered_on, here.now)
        right, remedy_until = None, None
        if review.level is ReviewLevel.REVIEW:
            right = clocks.start(self.clocks, "K9", clocks.PETITIONER, at, review.round, here.calendar)
            remedy_until = self.clocks[-1].last_day
        review.delivery = ReviewDelivery(
            command.method, command.delivered_on, receipt_no, remedy_until, here.officer.name
        )
        self.record(
            review_events.ReviewDelivered(
                review.level,
                review.unit,
                decision.outcome,
                command.method,
                command.delivered_on,
                receipt_no,
                remedy_until,
                review.round,
            )
        )
        if right is not None:
            self._stop_answering(review, at, "review_delivered")
            self.record(right)
        elif review.redo_round is None:
            self._finalise(review, decision.document_no, FinalGround.RE_REVIEWED, here.officer, here.now)
        self.did_in(review, command, ReviewState.DELIVERED)
        text = {} if remedy_until is None else {"remedy_until": remedy_until.isoformat()}
        receipt = self.paper(PaperKind.REVIEW_DELIVERY_RECEIPT, here, receipt_no, text, **in_print(review))
        ended_now = right is None and review.redo_round is None
        return (receipt, self._finality_notice(here)) if ended_now else (receipt,)

    # -- finality --------------------------------------------------------------------------------------------------

    def reopen_on_new_facts(self, command: commands.ReopenOnNewFacts, here: Occasion) -> Paper:
        """第三十六条第三款 speaks of the same facts and reasons: on new ones, compared and recorded, it is reopened.

        Not the bureau's officer => SomeoneElsesCase. Not final => MatterNotFinal.
        """
        if here.officer.unit != self.sender:
            raise SomeoneElsesCase("case_no", unit=here.officer.unit)
        if self.final is None:
            if self.steps.get(command.name) == command.fingerprint():
                raise self.refusal(ExactRepeat, REOPENING_ZH, command.name)
            raise MatterNotFinal("case_no")
        text = {name: required_text(name, getattr(command, name)) for name in ("new_facts", "comparison")}
        due_on = after_today("due_on", command.due_on, here.now)
        reference, self.final = self.final.reference_no, None
        self.record(review_events.CaseReopened(reference, here.officer.name, here.now, self.round))
        self._handle_anew(self.routed_unit, here.officer, due_on, here.calendar, here.now)
        self.did(command)
        return self.paper(PaperKind.REOPENING_NOTE, here, reference, text, due_on=due_on.isoformat())

    # -- inside ----------------------------------------------------------------------------------------------------

    def keep_opinion(self, unit: str) -> None:
        """The opinion was delivered: what a review needs to know of it outlives the round."""
        assert self.opinion is not None
        took_part = [self.opinion.issued_by, self.opinion.approved_by]
        if self.responsibility is not None:
            took_part += [self.responsibility.lead_leader, self.responsibility.person]
        self.given_opinions = [given for given in self.given_opinions if given.round != self.round]
        self.given_opinions.append(GivenOpinion(self.round, unit, self.opinion.outcome, sorted(set(took_part))))

    def _withdraw_review(self, at: datetime, calendar: Calendar) -> None:
        """The petition was taken back, and with it the request: what stood still runs on, so that it can be stopped."""
        review = self._open_review
        if review is not None:
            self._run_on(review, calendar, at)
            self._stop_answering(review, at, "withdrawn")
            review.state = ReviewState.WITHDRAWN

    def enter_review(self, command: Command, officer: Officer) -> Review:
        """Admit a command on the last review.

        None was asked for                => NoReviewRequested.  Not the reviewer's officer => SomeoneElsesCase.
        Not in this state of it           => IllegalTransition; done before with the same content => ExactRepeat.
        Took part in what is reviewed     => ReviewerMustWithdraw (第二十八条).
        """
        if not self.reviews:
            raise NoReviewRequested("case_no")
        review, duty = self.reviews[-1], REVIEW_DUTIES[command.name]
        if officer.unit != review.unit:
            raise SomeoneElsesCase("case_no", unit=officer.unit)
        if review.state not in duty.states:
            repeated = review.steps.get(command.name) == command.fingerprint()
            raise (ExactRepeat if repeated else IllegalTransition)(
                "case_no",
                state=f"{review.level} {review.state}",
                state_zh=f"{LEVEL_ZH[review.level]}{REVIEW_STATE_ZH[review.state]}（{STATE_ZH[self.state]}）",
                step=command.name,
                step_zh=duty.zh,
            )
        if review.has_level_above and officer.name in review.barred:
            raise ReviewerMustWithdraw("actor", person=officer.name)
        return review

    def did_in(self, review: Review, command: Command, state: ReviewState) -> None:
        review.steps[command.name] = command.fingerprint()
        review.state = state
        self.move_to(self.state)

    def _handle_anew(self, unit: str, officer: Officer, due_on: date, calendar: Calendar, now: datetime) -> None:
        """A further round for the unit; a round in hand is kept, with this date beside its own."""
        if self.state in BEING_HANDLED:
            self.start_until("REHANDLING", self.routed_unit, now, due_on, calendar)
            self.move_to(self.state)
            return
        self.round += 1
        self.unit = unit
        self.record(events.RoundOpened(self.round, unit, officer.name, due_on))
        self.handle_again(due_on, now, calendar)

    def _finalise(self, review: Review, reference: str, ground: FinalGround, officer: Officer, now: datetime) -> None:
        self.final = Finality(reference, ground, officer.name, now, review.round)
        self.record(review_events.CaseFinalised(reference, ground, officer.name, now, review.round))

    def _finality_notice(self, here: Occasion) -> Paper:
        assert self.final is not None
        reference, ground = self.final.reference_no, self.final.ground
        return self.paper(PaperKind.FINALITY_NOTICE, here, reference, {}, ground=ground)

    def _run_on(self, review: Review, calendar: Calendar, at: datetime) -> None:
        clock = self._answering(review)
        if clock.stands_still:
            self.record(clock.resume(at, calendar))

    def _stop_answering(self, review: Review, at: datetime, reason: str) -> None:
        clock = self._answering(review)
        if clock.runs:
            self.record(clock.stop(at, reason))

    def _answering(self, review: Review) -> Clock:
        return next(clock for clock in self.clocks if clock.clock_id == review.clock_id)

    def _right(self, level: ReviewLevel, round: int) -> Clock | None:
        """The petitioner's own clock, the last one of that round."""
        kind = RIGHT_TO_ASK[level]
        return next((clock for clock in reversed(self.clocks) if (clock.kind, clock.round) == (kind, round)), None)

    def _given(self, round: int) -> GivenOpinion | None:
        return next((given for given in self.given_opinions if given.round == round), None)

    def _delivered_review(self, round: int) -> Review | None:
        """The review of that round whose decision the petitioner has in hand."""
        found = (
            review
            for review in reversed(self.reviews)
            if review.round == round and review.level is ReviewLevel.REVIEW and review.delivery is not None
        )
        return next(found, None)

    @property
    def _open_review(self) -> Review | None:
        return self.reviews[-1] if self.reviews and self.reviews[-1].waits else None

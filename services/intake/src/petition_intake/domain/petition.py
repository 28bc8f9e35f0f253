"""The petition: what was registered, and what people at the window decided about it since.

Every method either changes the petition and records what happened, or raises a refusal and leaves it as it was.
What a unit does with the petition afterwards is told by other services and stands in `progress`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any

from petition_intake.domain import events
from petition_intake.domain.category_suggestion import CategoryDecision, CategoryHint, decided
from petition_intake.domain.channels import Channel
from petition_intake.domain.code_tables import Classification, Codes, CodeTables
from petition_intake.domain.delivery_errors import DeliveryAsChosen
from petition_intake.domain.disposition import (
    BEFORE_ROUTING,
    Asked,
    Disposition,
    Reference,
    as_decided,
    with_receipt,
)
from petition_intake.domain.disposition_errors import NoDisposition
from petition_intake.domain.dispute import Dispute
from petition_intake.domain.dispute_events import DisputeLinked
from petition_intake.domain.dispute_link import FoundAs, check_found_beforehand
from petition_intake.domain.errors import (
    AlreadyDone,
    IllegalTransition,
    NothingToChange,
    PetitionerNotConfirmed,
    StaleVersion,
    TextRequired,
)
from petition_intake.domain.filing import Filing, HandDown, Purpose
from petition_intake.domain.forms import Form
from petition_intake.domain.levels import Level
from petition_intake.domain.marks import Mark, Marking, check_group_visit, with_mark, without_mark
from petition_intake.domain.notices import Notice
from petition_intake.domain.officer import Officer
from petition_intake.domain.online_delivery import NoticeOpening
from petition_intake.domain.rating import Rating, RatingLevel, check_can_be_rated
from petition_intake.domain.register import Place
from petition_intake.domain.registration_told import registration_told
from petition_intake.domain.review_request import ReviewRequest
from petition_intake.domain.secrecy import SecrecyWish, stands, with_wish, without_wish
from petition_intake.domain.states import BEFORE_ACCEPTANCE, CLOSED, STATE_WORDING, State
from petition_intake.domain.vocabulary import Decision, ReclassifyReason, SettlementLevel
from petition_intake.domain.window_checks import check_link, check_settlement
from petition_intake.domain.window_decisions import (
    DISPOSE,
    LINK,
    RECLASSIFY,
    SETTLE,
    WITHDRAW,
    Link,
    Reclassification,
    Settlement,
)
from petition_intake.domain.wording import Wording


@dataclass
class Petition:
    """`version` counts the events ever told about the petition; `pending` are those not yet published."""

    case_no: str
    channel: Channel
    purpose: Purpose
    category: str
    place: Place
    received_at: datetime
    registered_at: datetime
    registered_by_unit: str
    registered_by: str
    registered_level: Level
    headcount: int
    representatives: int
    joint: bool
    anonymous: bool
    identity_unclear: bool
    skip_level: bool
    consent_public: bool
    request: str
    facts: str
    reasons: str
    person_keys_count: int
    postmarked_on: date | None = None
    in_writing: bool = True
    hand_down: HandDown | None = None
    ticket_no: str | None = None
    complained_of: str | None = None
    form: Form | None = None
    link: Link | None = None
    settlement: Settlement | None = None
    withdrawn_at: datetime | None = None
    reclassified: list[Reclassification] = field(default_factory=list)
    ratings: list[Rating] = field(default_factory=list)
    review_requests: list[ReviewRequest] = field(default_factory=list)
    found_as: FoundAs | None = None
    dispositions: list[Disposition] = field(default_factory=list)
    marks: list[Marking] = field(default_factory=list)
    classifications: list[Classification] = field(default_factory=list)
    secrecy: list[SecrecyWish] = field(default_factory=list)
    category_decisions: list[CategoryDecision] = field(default_factory=list)
    online_delivery: bool = False
    openings: list[NoticeOpening] = field(default_factory=list)
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @classmethod
    def register(
        cls,
        case_no: str,
        filing: Filing,
        officer: Officer,
        level: Level,
        skip_level: bool,
        identified: int,
        now: datetime,
    ) -> Petition:
        """Register a checked filing (第二十一条、第二十二条). `identified` petitioners can be recognised again."""
        assert filing.received_at is not None, "a checked filing has its time of receipt"
        petition = cls(
            case_no=case_no,
            channel=filing.channel,
            purpose=filing.purpose,
            category=filing.category,
            place=filing.place,
            received_at=filing.received_at,
            registered_at=now,
            registered_by_unit=officer.unit,
            registered_by=officer.name,
            registered_level=level,
            headcount=filing.people_count,
            representatives=filing.representatives or 0,
            joint=filing.is_joint,
            anonymous=filing.anonymous,
            identity_unclear=filing.identity_unclear,
            skip_level=skip_level,
            consent_public=filing.consent_public and not filing.secrecy,
            request=filing.request.strip(),
            facts=filing.facts.strip(),
            reasons=filing.reasons.strip(),
            person_keys_count=identified,
            postmarked_on=filing.postmarked_on,
            in_writing=not filing.is_spoken or bool(filing.in_writing),
            hand_down=filing.hand_down,
            ticket_no=filing.ticket_no,
            complained_of=filing.complained_of,
            form=filing.known_form,
            online_delivery=filing.online_delivery,
            secrecy=with_wish([], officer, now) if filing.secrecy else [],
        )
        petition._record(registration_told(petition))
        return petition

    @property
    def nobody_to_notify(self) -> bool:
        """第二十三条: no written notice is owed where name or address is not clear."""
        return self.anonymous or self.identity_unclear

    def check_version(self, expected: int | None) -> None:
        """The caller looked at another version => StaleVersion."""
        if expected not in (None, self.version):
            raise StaleVersion("expected_version", actual=self.version, expected=expected)

    # -- first or repeat -------------------------------------------------------------------------------------------

    def decide_first_or_repeat(
        self, decision: Decision, earlier: Petition | None, officer: Officer, state: State, now: datetime
    ) -> None:
        """A person decides (筛重). Decided once, while it is open; other refusals as in `check_link`."""
        if self.link is not None:
            raise self._refusal(AlreadyDone, LINK, state)
        self._must_be_open(LINK, state)
        check_link(self, decision, earlier)
        repeat_of = earlier.case_no if earlier else None
        self.link = Link(decision, repeat_of, officer.name, now)
        self._record(events.PetitionLinked(decision, repeat_of, officer.name, now))

    # -- correcting what it is about -------------------------------------------------------------------------------

    def reclassify(
        self,
        purpose: Purpose,
        category: str,
        place: Place,
        reason: ReclassifyReason,
        officer: Officer,
        state: State,
        now: datetime,
    ) -> None:
        """Correct purpose, category or place while the petition is open; the same again => NothingToChange."""
        self._must_be_open(RECLASSIFY, state)
        if (purpose, category, place) == (self.purpose, self.category, self.place):
            raise NothingToChange("category")
        self.reclassified.append(Reclassification(self.purpose, self.category, self.place, reason, officer.name, now))
        self.purpose, self.category, self.place = purpose, category, place
        self._record(events.PetitionReclassified(purpose, category, place, reason, officer.name, now))

    @property
    def codes(self) -> Codes:
        """The codes recorded last."""
        return self.classifications[-1].codes if self.classifications else Codes()

    def classify(self, stated: Mapping[str, str | None], tables: CodeTables, officer: Officer, now: datetime) -> None:
        """Record codes, also when it is closed: the cause is often known at the end. Refusals as in `with_stated`."""
        codes = self.codes.with_stated(stated, tables)
        self.classifications.append(Classification(codes, officer.name, officer.unit, now))
        self._record(events.PetitionClassified(**asdict(codes), classified_by=officer.name, classified_at=now))

    def decide_suggestion(
        self, hints: Sequence[CategoryHint], category: str, taken: bool, officer: Officer, now: datetime
    ) -> None:
        """A person takes a suggested category or does not; refusals as in `decided`."""
        made = decided(self.category_decisions, hints, category, taken, self.category, officer.name, now)
        self.category_decisions.append(made)
        told = (category, made.suggested.confidence, taken, self.category, officer.name, now)
        self._record(events.CategorySuggestionDecided(*told))

    # -- leaving the main path early -------------------------------------------------------------------------------

    def settle_on_spot(
        self,
        level: SettlementLevel,
        settled_at: datetime,
        result: str,
        headcount: int | None,
        confirmed: bool,
        officer: Officer,
        state: State,
        in_grid: bool = False,
    ) -> None:
        """当场化解: settled at the window, with the result written down and the petitioner's confirmation.

        Accepted by a unit already => IllegalTransition: from then on there is an opinion to be written (第三十二条).
        Other refusals as in `check_settlement`.
        """
        if self.settlement is not None:
            raise self._refusal(AlreadyDone, SETTLE, state)
        if state not in BEFORE_ACCEPTANCE:
            raise self._refusal(IllegalTransition, SETTLE, state)
        check_settlement(self, level, settled_at, result, confirmed, in_grid)
        people = headcount or self.headcount
        self.settlement = Settlement(level, settled_at, officer.name, officer.unit, people, result.strip(), in_grid)
        self._record(events.PetitionSettledOnSpot(settled_at, level, officer.name, officer.unit, people, in_grid))

    def withdraw(self, confirmed: bool, officer: Officer, state: State, now: datetime) -> None:
        """The petitioner takes the petition back; nobody else can, so the confirmation is asked for."""
        if self.withdrawn_at is not None:
            raise self._refusal(AlreadyDone, WITHDRAW, state)
        self._must_be_open(WITHDRAW, state)
        if not confirmed:
            raise PetitionerNotConfirmed("petitioner_confirmed", step=WITHDRAW.en, step_zh=WITHDRAW.zh)
        self.withdrawn_at = now
        self._record(events.PetitionWithdrawn(now, officer.name))

    @property
    def disposition(self) -> Disposition | None:
        """The decision in force, if there is one; earlier ones that were withdrawn stay on record."""
        return self.dispositions[-1] if self.dispositions and self.dispositions[-1].in_force else None

    def dispose(
        self, asked: Asked, reference: Reference | None, officer: Officer, state: State, now: datetime
    ) -> Disposition:
        """A checked disposition of a petition that nobody was given to handle yet; later => IllegalTransition."""
        if self.disposition is not None:
            raise self._refusal(AlreadyDone, DISPOSE, state)
        if state not in BEFORE_ROUTING:
            raise self._refusal(IllegalTransition, DISPOSE, state)
        decided = as_decided(asked, reference, officer, now)
        self.dispositions.append(decided)
        self._record(
            events.PetitionDisposed(
                decided.ground, decided.outcome, officer.name, officer.unit, now, decided.refers_to, decided.unit
            )
        )
        return decided

    def withdraw_disposition(self, why: str, officer: Officer, now: datetime) -> None:
        """A wrong disposition is put right by a further decision with a reason; none in force => NoDisposition."""
        if self.disposition is None:
            raise NoDisposition("case_no")
        if not why.strip():
            raise TextRequired("reason")
        self.dispositions[-1] = replace(
            self.disposition, withdrawn_by=officer.name, withdrawn_at=now, withdrawn_why=why.strip()
        )
        self._record(events.DispositionWithdrawn(officer.name, officer.unit, now))

    def record_passing_receipt(self, receipt_no: str, received_on: date, officer: Officer, now: datetime) -> None:
        """移送回执; refusals as in `with_receipt`."""
        held = with_receipt(self.disposition, receipt_no, received_on, officer, now)
        self.dispositions[-1] = held
        self._record(events.PassingReceiptRecorded(held.ground, received_on, officer.name, officer.unit, now))

    # -- marks -----------------------------------------------------------------------------------------------------

    def set_mark(self, mark: Mark, reason: str, group_from: int, officer: Officer, now: datetime) -> None:
        """标记, while it is open or afterwards; refusals as in `check_group_visit` and `with_mark`."""
        if mark is Mark.GROUP_VISIT:
            check_group_visit(self.channel, self.headcount, group_from)
        self.marks = with_mark(self.marks, mark, reason, officer, now)
        self._record(events.PetitionMarked(mark, officer.name, officer.unit, now))

    def withdraw_mark(self, mark: Mark, reason: str, officer: Officer, now: datetime) -> None:
        """撤销标记; refusals as in `without_mark`."""
        self.marks = without_mark(self.marks, mark, reason, officer, now)
        self._record(events.MarkWithdrawn(mark, officer.name, officer.unit, now))

    # -- secrecy ---------------------------------------------------------------------------------------------------

    @property
    def secrecy_asked(self) -> bool:
        """请求保密 stands (第十八条第四款)."""
        return stands(self.secrecy)

    def ask_for_secrecy(self, recorder: Officer, now: datetime) -> None:
        """From now on nothing is published; consent to that is given anew, should the wish be taken back."""
        self.secrecy = with_wish(self.secrecy, recorder, now)
        self.consent_public = False
        self._record(events.SecrecyAsked(recorder.name, now))

    def lift_secrecy(self, now: datetime) -> None:
        """The petitioner takes the wish back; none that stands => NoSecrecyAsked."""
        self.secrecy = without_wish(self.secrecy, now)
        self._record(events.SecrecyLifted(now))

    # -- notices online --------------------------------------------------------------------------------------------

    def choose_delivery(self, online: bool, recorder: Officer, now: datetime) -> None:
        """Notices come online, or no longer; as it is already => DeliveryAsChosen."""
        if online is self.online_delivery:
            raise DeliveryAsChosen("online")
        self.online_delivery = online
        self._record(events.DeliveryChosen(online, recorder.name, now))

    def open_notice(self, notice: Notice, now: datetime) -> None:
        """The petitioner opened a notice for the first time."""
        opening = NoticeOpening(notice.number, notice.kind, notice.round, now, self.online_delivery)
        self.openings.append(opening)
        self._record(events.NoticeOpened(notice.number, notice.kind.value, notice.round, now, opening.receipt))

    # -- rating ----------------------------------------------------------------------------------------------------

    def rate(
        self,
        bureau: RatingLevel,
        unit: RatingLevel,
        round: int,
        closed_at: datetime | None,
        state: State,
        window_days: int,
        now: datetime,
    ) -> None:
        """第二十一条第二款: the petitioner rates the petition bureau and the unit, once for each round of handling."""
        rated = [rating.round for rating in self.ratings]
        check_can_be_rated(self.anonymous, rated, round, closed_at, state, window_days, now)
        self.ratings.append(Rating(round, bureau, unit, now))
        self._record(events.PetitionRated(bureau, unit, now, round))

    # -- review ----------------------------------------------------------------------------------------------------

    def request_review(self, request: ReviewRequest) -> None:
        """第三十五条、第三十六条: a checked request, late or not; a blank one => TextRequired."""
        if not request.reasons.strip():
            raise TextRequired("reasons")
        self.review_requests.append(request)
        given = bool((request.good_reason or "").strip())
        self._record(events.ReviewRequested(request.level, request.requested_at, given, request.round))

    # -- found beforehand ------------------------------------------------------------------------------------------

    def link_dispute(self, dispute: Dispute, officer: Officer, now: datetime) -> None:
        """Its matter had been found before it was filed; refusals as in `check_found_beforehand`."""
        check_found_beforehand(self.received_at, self.found_as, dispute)
        self.found_as = FoundAs(dispute.dispute_no, officer.name, now)
        self._record(DisputeLinked(dispute.dispute_no, dispute.state, dispute.find.found_on, officer.name, now))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _must_be_open(self, step: Wording, state: State) -> None:
        if state in CLOSED:
            raise self._refusal(IllegalTransition, step, state)

    def _refusal(self, kind: type[IllegalTransition], step: Wording, state: State) -> IllegalTransition:
        shown = STATE_WORDING[state]
        return kind("case_no", state=shown.en, state_zh=shown.zh, step=step.en, step_zh=step.zh)

    def _record(self, event: object) -> None:
        self.pending.append(event)
        self.version += 1

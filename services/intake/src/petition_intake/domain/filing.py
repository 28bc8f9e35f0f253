"""What somebody brings to a window, puts into a letter or sends over a wire, before it is a registered petition.

Registering is never refused for what the matter is or for who brings it (《信访工作条例》第四十三条、第四十四条): every
rule here asks for what the record needs to be a record.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from petition_intake.domain.channels import BELONGS_TO, CHANNEL_WORDING, ORAL, REQUIRED, Channel
from petition_intake.domain.classification_errors import IdKindWithoutNumber
from petition_intake.domain.code_tables import CodeTable
from petition_intake.domain.errors import (
    AccusedOnlyInAccusation,
    AnonymousWithName,
    ChannelFieldMisplaced,
    ChannelFieldMissing,
    ComplainedOfNotInAccusation,
    DateInFuture,
    FormOfAnotherChannel,
    HeadcountTooSmall,
    NameAndAddressRequired,
    PostmarkAfterReceipt,
    ReadBackNotConfirmed,
    RepresentativesImpossible,
    TextRequired,
    TooManyRepresentatives,
)
from petition_intake.domain.forms import CHANNEL_OF, FORM_WORDING, Form, plain_form
from petition_intake.domain.levels import Level, skipped_a_level
from petition_intake.domain.people import Petitioner, Role
from petition_intake.domain.register import Place, RegisterCopy
from petition_intake.domain.wording import Wording
from workdays import local_day

MOST_REPRESENTATIVES = 5
"""《信访工作条例》第二十条第三款: 代表人数不得超过5人."""


class Purpose(StrEnum):
    """第二十九条建议意见、第三十条检举控告、第三十一条申诉求决."""

    SUGGESTION = "suggestion"
    ACCUSATION = "accusation"
    APPEAL = "appeal"


PURPOSE_WORDING: dict[Purpose, Wording] = {
    Purpose.SUGGESTION: Wording("建议意见", "suggestion"),
    Purpose.ACCUSATION: Wording("检举控告", "accusation"),
    Purpose.APPEAL: Wording("申诉求决", "appeal"),
}


@dataclass(frozen=True)
class HandDown:
    """A matter handed down from above, by the document that hands it down (第二十二条)."""

    issuer: str
    issuer_level: Level
    document_no: str
    feedback_due_on: date
    batch_name: str | None = None
    original_channel: Channel | None = None

    @property
    def reference(self) -> str:
        return f"handed_down|{self.issuer}|{self.document_no}"


@dataclass(frozen=True)
class ExchangeNumber:
    """信访件编号 in the system a matter came from: by it the same row is known again."""

    system: str
    number: str

    @property
    def reference(self) -> str:
        return f"exchange|{self.system}|{self.number}"


@dataclass(frozen=True)
class Accused:
    """Whom an accusation accuses, as far as stated; kept with it, shown to nobody else."""

    unit: str | None = None
    name: str | None = None
    post: str | None = None
    person: str | None = None


@dataclass(frozen=True)
class Filing:
    """One filing. `received_at` is when the matter came in; None means now. Texts are in the petitioner's words."""

    channel: Channel
    purpose: Purpose
    category: str
    place: Place
    request: str
    received_at: datetime | None = None
    facts: str = ""
    reasons: str = ""
    petitioners: tuple[Petitioner, ...] = ()
    anonymous: bool = False
    identity_unclear: bool = False
    joint: bool = False
    consent_public: bool = False
    headcount: int | None = None
    representatives: int | None = None
    in_writing: bool | None = None
    read_back_confirmed: bool | None = None
    postmarked_on: date | None = None
    postmark_illegible: bool | None = None
    visited_level: Level | None = None
    competent_level: Level | None = None
    hand_down: HandDown | None = None
    ticket_no: str | None = None
    accused: Accused | None = None
    complained_of: str | None = None
    form: Form | None = None
    exchange: ExchangeNumber | None = None
    secrecy: bool = False
    online_delivery: bool = False

    # -- what follows from it --------------------------------------------------------------------------------------

    @property
    def known_form(self) -> Form:
        """信访形式: as stated, else the plain one of its channel."""
        return self.form or plain_form(self.channel)

    @property
    def is_spoken(self) -> bool:
        """第十九条第三款: made by word of mouth, a reception by video like one in person."""
        return self.channel in ORAL or self.known_form is Form.VIDEO_RECEPTION

    @property
    def people_count(self) -> int:
        """人数: as stated, else as many as are named, and at least one."""
        return self.headcount or max(1, len([p for p in self.petitioners if p.role is not Role.AGENT]))

    @property
    def is_joint(self) -> bool:
        """联名: several people signed; several people who came are a group visit instead."""
        return self.channel is not Channel.VISIT and (self.joint or self.people_count > 1)

    @property
    def references(self) -> tuple[str, ...]:
        """The outside numbers by which the same filing is known again, the surest first."""
        stated = (
            self.exchange and self.exchange.reference,
            self.hand_down and self.hand_down.reference,
            self.ticket_no and f"hotline|{self.ticket_no}",
        )
        return tuple(reference for reference in stated if reference)

    def skips_a_level(self, registered_level: Level) -> bool:
        """越级访, for visits only (第二十条): to this unit, to the level stated, or to the level that hands it down."""
        if self.channel is Channel.VISIT:
            return skipped_a_level(self.visited_level or registered_level, self.competent_level)
        if self.hand_down is not None and self.hand_down.original_channel is Channel.VISIT:
            return skipped_a_level(self.hand_down.issuer_level, self.competent_level)
        return False

    # -- what it must state ----------------------------------------------------------------------------------------

    def checked(self, register: RegisterCopy, now: datetime) -> Filing:
        """The filing with its place completed and its time of receipt set; what is missing is refused by field."""
        self._check_channel()
        self._check_text()
        self._check_people()
        self._check_visit()
        received_at = self.received_at or now
        self._check_dates(received_at, now)
        register.check_category(self.category)
        self._check_id_kinds(register)
        self._check_accused(register)
        self._check_complained_of(register)
        return replace(self, place=register.check_place(self.place), received_at=received_at)

    def _check_channel(self) -> None:
        wording = CHANNEL_WORDING[self.channel]
        if CHANNEL_OF[self.known_form] is not self.channel:
            form = FORM_WORDING[self.known_form]
            raise FormOfAnotherChannel("form", form=form.en, form_zh=form.zh, channel=wording.en, channel_zh=wording.zh)
        for name, channels in BELONGS_TO.items():
            spoken = name == "read_back_confirmed" and self.is_spoken
            if self.channel not in channels and not spoken and getattr(self, name) is not None:
                raise ChannelFieldMisplaced(name, channel=wording.en, channel_zh=wording.zh)
        missing = [name for name in REQUIRED[self.channel] if getattr(self, name) is None]
        if self.channel is Channel.LETTER and self.postmarked_on is None and not self.postmark_illegible:
            missing.append("postmarked_on")
        if missing:
            raise ChannelFieldMissing(missing[0], channel=wording.en, channel_zh=wording.zh)

    def _check_text(self) -> None:
        if not self.request.strip():
            raise TextRequired("request")
        if self.is_spoken and not self.in_writing and not self.read_back_confirmed:
            raise ReadBackNotConfirmed("read_back_confirmed")

    def _check_people(self) -> None:
        """第十九条 asks for name and address; 第二十三条 knows that they may be unclear."""
        if self.anonymous:
            if self.petitioners:
                raise AnonymousWithName("petitioners")
            return
        if not self.identity_unclear:
            if not self.petitioners or not self.petitioners[0].states_name_and_address:
                raise NameAndAddressRequired("petitioners")
            if not all(person.name for person in self.petitioners):
                raise NameAndAddressRequired("petitioners")
        named = len([person for person in self.petitioners if person.role is not Role.AGENT])
        if self.headcount is not None and self.headcount < named:
            raise HeadcountTooSmall("headcount", given=self.headcount, named=named)

    def _check_id_kinds(self, register: RegisterCopy) -> None:
        """证件类型, where a number was offered; nobody is asked for one."""
        for person in self.petitioners:
            if person.id_kind is not None:
                if not person.id_number:
                    raise IdKindWithoutNumber("petitioners.id_kind")
                register.code_tables.check(CodeTable.ID_KIND, person.id_kind, "petitioners.id_kind")

    def _check_visit(self) -> None:
        """第二十条第三款: any number may come, at most five speak for them."""
        if self.representatives is None:
            return
        if self.representatives > MOST_REPRESENTATIVES:
            raise TooManyRepresentatives("representatives", most=MOST_REPRESENTATIVES)
        if not 1 <= self.representatives <= self.people_count:
            raise RepresentativesImpossible("representatives", given=self.representatives, headcount=self.people_count)

    def _check_dates(self, received_at: datetime, now: datetime) -> None:
        if received_at > now:
            raise DateInFuture("received_at", given=local_day(received_at), now=local_day(now))
        if self.postmarked_on is not None and self.postmarked_on > local_day(received_at):
            raise PostmarkAfterReceipt("postmarked_on", given=self.postmarked_on, received=local_day(received_at))

    def _check_accused(self, register: RegisterCopy) -> None:
        if self.accused is None:
            return
        if self.purpose is not Purpose.ACCUSATION:
            raise AccusedOnlyInAccusation("accused")
        if self.accused.unit is not None:
            register.check_unit(self.accused.unit, "accused.unit")

    def _check_complained_of(self, register: RegisterCopy) -> None:
        """第二十八条第三款: the unit complained of is told on, so that it keeps out; never for an accusation."""
        if self.complained_of is None:
            return
        if self.purpose is Purpose.ACCUSATION:
            raise ComplainedOfNotInAccusation("complained_of")
        register.check_unit(self.complained_of, "complained_of")

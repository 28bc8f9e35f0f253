"""登记后不转送、交办的处置: not accepted, no longer accepted, guided, passed on, kept, or answered directly.

A petition is registered before anything of this is decided (《信访工作条例》第四十三条、第四十四条). A person decides,
with a name, a date and a reason in writing; a wrong decision is taken back by a further one. The grounds N1 to N9 are
those of 第十九条、第二十条、第二十二条、第二十三条、第三十六条 and of practice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from petition_intake.domain.channels import Channel
from petition_intake.domain.disposition_errors import (
    DispositionFieldMissing,
    GroundNotHere,
    HandledByOneself,
    JoinedCaseClosed,
    LiveCaseClosed,
    NewFactsReopen,
    NotARepeatOfIt,
    NotFinalYet,
    NotPassedOn,
    OneDestination,
    ReceiptDay,
    ReceiptOnRecord,
    RefersToItself,
    SuperiorOnly,
    VisitAboveLevelOnly,
)
from petition_intake.domain.errors import TextRequired
from petition_intake.domain.officer import Officer
from petition_intake.domain.states import CLOSED, State
from petition_intake.domain.wording import Wording
from workdays import local_day


class Ground(StrEnum):
    """Why a registered petition is not sent on to a unit to be handled.

    N4 (an accusation for the discipline body) is none: it would tell the bus of an accusation. Such a filing is
    registered as an accusation and passed on inside the restricted store (第三十条).
    """

    IN_HAND_BELOW = "N1"
    VISIT_ABOVE_LEVEL = "N2"
    COURTS = "N3"
    OTHER_POWER = "N5"
    SAME_AFTER_RE_REVIEW = "N6"
    REVIEW_MISSED = "N7"
    LITIGATION_ENDED = "N8"
    INFORMATION_REQUEST = "N9"
    KEPT = "kept"
    ANSWERED = "answered"


class Outcome(StrEnum):
    """What became of it; also the state in which the petition then is."""

    NOT_ACCEPTED = "not_accepted"
    NO_LONGER_ACCEPTED = "no_longer_accepted"
    GUIDED = "guided"
    PASSED_ON = "passed_on"
    KEPT_ON_FILE = "kept_on_file"
    ANSWERED = "answered"


OUTCOMES: dict[Ground, Outcome] = {
    Ground.IN_HAND_BELOW: Outcome.NOT_ACCEPTED,
    Ground.VISIT_ABOVE_LEVEL: Outcome.GUIDED,
    Ground.COURTS: Outcome.PASSED_ON,
    Ground.OTHER_POWER: Outcome.NOT_ACCEPTED,
    Ground.SAME_AFTER_RE_REVIEW: Outcome.NO_LONGER_ACCEPTED,
    Ground.REVIEW_MISSED: Outcome.NO_LONGER_ACCEPTED,
    Ground.LITIGATION_ENDED: Outcome.PASSED_ON,
    Ground.INFORMATION_REQUEST: Outcome.GUIDED,
    Ground.KEPT: Outcome.KEPT_ON_FILE,
    Ground.ANSWERED: Outcome.ANSWERED,
}
"""第二十条第四款: a visit above the allowed level is met with guidance, which is no refusal."""

GROUND_WORDING: dict[Ground, Wording] = {
    Ground.IN_HAND_BELOW: Wording(
        "同一信访事项已由有权处理的机关、单位受理或者正在办理（《信访工作条例》第十九条第三款）",
        "the competent body has accepted the same matter or has it in hand (Article 19)",
    ),
    Ground.VISIT_ABOVE_LEVEL: Wording(
        "应当到有权处理的本级或者上一级机关、单位走访（《信访工作条例》第二十条）",
        "a visit goes to the competent body or the one above it (Article 20)",
    ),
    Ground.COURTS: Wording(
        "属诉讼权利救济或者人民法院、人民检察院职权范围（《信访工作条例》第二十条、第二十二条）",
        "for the courts or the procuratorate (Articles 20 and 22)",
    ),
    Ground.OTHER_POWER: Wording(
        "不属于本机关、单位职权范围（《信访工作条例》第二十三条）", "not within this unit's power (Article 23)"
    ),
    Ground.SAME_AFTER_RE_REVIEW: Wording(
        "对复核意见不服，仍然以同一事实和理由提出（《信访工作条例》第三十六条第三款）",
        "the same facts and reasons again after the re-review (Article 36)",
    ),
    Ground.REVIEW_MISSED: Wording("逾期未申请复查、复核（本县规定）", "no review was asked for in time (county rule)"),
    Ground.LITIGATION_ENDED: Wording("涉法涉诉事项已依法终结", "a litigation matter that has lawfully ended"),
    Ground.INFORMATION_REQUEST: Wording(
        "政府信息公开申请应当通过相应渠道提出（《政府信息公开条例》第三十九条）",
        "information requests and petitions each have a channel of their own (Information Regulations, Article 39)",
    ),
    Ground.KEPT: Wording("存查，不需转送、交办", "kept on file; there is nothing to be handled"),
    Ground.ANSWERED: Wording("由登记单位直接回复", "answered directly by the unit that registered it"),
}

BEFORE_ROUTING: frozenset[State] = frozenset({State.REGISTERED, State.AWAITING_ROUTING})
"""From routing on the unit that has the case decides (第二十三条)."""

COMPARED = frozenset({Ground.IN_HAND_BELOW, Ground.SAME_AFTER_RE_REVIEW})
"""Grounds for which a person compares the two filings and puts on record what was compared: petitioner and matter for
N1 (同一信访人、同一信访事项), facts and reasons for N6."""
REFERRING = frozenset({Ground.IN_HAND_BELOW, Ground.SAME_AFTER_RE_REVIEW, Ground.REVIEW_MISSED})
"""Grounds that rest on another petition on file."""
DIRECTED = frozenset(
    {
        Ground.VISIT_ABOVE_LEVEL,
        Ground.COURTS,
        Ground.OTHER_POWER,
        Ground.LITIGATION_ENDED,
        Ground.INFORMATION_REQUEST,
    }
)
"""Grounds that say where the petitioner or the petition goes instead."""


@dataclass(frozen=True)
class Asked:
    """A disposition as an officer asks for it; `unit` is one of the register, `body` one outside it or a channel."""

    ground: Ground
    reason: str
    refers_to: str | None = None
    unit: str | None = None
    body: str | None = None
    comparison: str | None = None
    same_facts_and_reasons: bool | None = None

    @property
    def joins(self) -> bool:
        """并案: kept on file because the matter is handled, and answered, as another petition that it repeats."""
        return self.ground is Ground.KEPT and self.refers_to is not None


@dataclass(frozen=True)
class Reference:
    """The other petition, as it stands: who has it now, and the number of its last word if it is final."""

    case_no: str
    state: State
    held_by: str
    final_no: str | None


@dataclass(frozen=True)
class Disposition:
    """One decision in force or withdrawn; its texts stay with the petition. `held_by` is where N1's live case is."""

    ground: Ground
    outcome: Outcome
    reason: str
    decided_by: str
    decided_by_unit: str
    decided_at: datetime
    refers_to: str | None = None
    held_by: str | None = None
    final_no: str | None = None
    unit: str | None = None
    body: str | None = None
    comparison: str | None = None
    withdrawn_by: str | None = None
    withdrawn_at: datetime | None = None
    withdrawn_why: str | None = None
    receipt_no: str | None = None
    received_on: date | None = None
    receipt_by: str | None = None

    @property
    def in_force(self) -> bool:
        return self.withdrawn_at is None

    @property
    def joined_to(self) -> str | None:
        """并案: the petition as which this one is handled."""
        return self.refers_to if self.ground is Ground.KEPT else None


def as_decided(asked: Asked, reference: Reference | None, officer: Officer, now: datetime) -> Disposition:
    """What goes on record of a disposition that was checked."""
    return Disposition(
        ground=asked.ground,
        outcome=OUTCOMES[asked.ground],
        reason=asked.reason.strip(),
        decided_by=officer.name,
        decided_by_unit=officer.unit,
        decided_at=now,
        refers_to=reference.case_no if reference else None,
        held_by=reference.held_by if reference else None,
        final_no=reference.final_no if reference else None,
        unit=asked.unit,
        body=asked.body.strip() if asked.body else None,
        comparison=asked.comparison.strip() if asked.comparison else None,
    )


def with_receipt(
    decided: Disposition | None, receipt_no: str, received_on: date, officer: Officer, now: datetime
) -> Disposition:
    """移送回执: the body to which the petition was passed on has it (第二十二条), by its number and day.

    Nothing was passed on => NotPassedOn. A receipt is on record => ReceiptOnRecord. No number => TextRequired. A day
    before the decision or after today => ReceiptDay.
    """
    if decided is None or decided.outcome is not Outcome.PASSED_ON:
        raise NotPassedOn("case_no")
    if decided.receipt_no is not None:
        raise ReceiptOnRecord("case_no", receipt_no=decided.receipt_no)
    if not receipt_no.strip():
        raise TextRequired("receipt_no")
    first, last = local_day(decided.decided_at), local_day(now)
    if not first <= received_on <= last:
        raise ReceiptDay("received_on", first=first, last=last)
    return replace(decided, receipt_no=receipt_no.strip(), received_on=received_on, receipt_by=officer.name)


def checked(
    asked: Asked,
    case_no: str,
    channel: Channel,
    skip_level: bool,
    reference: Reference | None,
    may_use_superior_rule: bool,
    unit: str,
    missed_review_ends: bool,
    repeats: str | None,
) -> Asked:
    """The disposition asked for, when its ground allows it here and states all it needs; see each rule below.

    `repeats`: the petition that a person decided this one to repeat.
    """
    if asked.ground is Ground.REVIEW_MISSED and not missed_review_ends:
        raise GroundNotHere("ground", ground=asked.ground.value, why_zh=WHY_NOT_N7.zh, why_en=WHY_NOT_N7.en)
    if not asked.reason.strip():
        raise TextRequired("reason")
    _check_fields(asked)
    if asked.ground is Ground.VISIT_ABOVE_LEVEL and not (channel is Channel.VISIT and skip_level):
        raise VisitAboveLevelOnly("ground")
    if reference is not None:
        if reference.case_no == case_no:
            raise RefersToItself("refers_to")
        if asked.joins:
            _check_joining(reference, repeats)
        else:
            _check_reference(asked, reference, may_use_superior_rule, unit)
    return asked


WHY_NOT_N7 = Wording(
    "《信访工作条例》未规定逾期不申请复查、复核即不再受理，本县未启用该规则",
    "the regulation attaches no such consequence to a missed review, and this county does not use the rule",
)


def _check_fields(asked: Asked) -> None:
    """Each ground states what it needs and nothing of another ground."""
    if (asked.refers_to is not None) != (asked.ground in REFERRING) and not asked.joins:
        raise DispositionFieldMissing("refers_to", ground=asked.ground.value)
    directed = [place for place in (asked.unit, asked.body) if place is not None and place.strip()]
    if asked.ground in DIRECTED and len(directed) != 1:
        raise OneDestination("unit", ground=asked.ground.value)
    if asked.ground not in DIRECTED and directed:
        raise DispositionFieldMissing("unit" if asked.unit else "body", ground=asked.ground.value)
    compared = asked.ground in COMPARED or asked.joins
    if (asked.comparison is not None) != compared:
        raise DispositionFieldMissing("comparison", ground=asked.ground.value)
    if (asked.same_facts_and_reasons is not None) != (asked.ground is Ground.SAME_AFTER_RE_REVIEW):
        raise DispositionFieldMissing("same_facts_and_reasons", ground=asked.ground.value)
    if compared and not (asked.comparison or "").strip():
        raise TextRequired("comparison")


def _check_joining(reference: Reference, repeats: str | None) -> None:
    """Same petitioner and same matter, as a person decided before, and still open; both keep their record."""
    if repeats != reference.case_no:
        raise NotARepeatOfIt("refers_to", case_no=reference.case_no)
    if reference.state in CLOSED:
        raise JoinedCaseClosed("refers_to", case_no=reference.case_no)


def _check_reference(asked: Asked, reference: Reference, may_use_superior_rule: bool, unit: str) -> None:
    """第十九条第三款: the superior's rule, about a live case with another; 第三十六条第三款: about a final one."""
    if asked.ground is Ground.IN_HAND_BELOW:
        if not may_use_superior_rule:
            raise SuperiorOnly("ground")
        if reference.state in CLOSED:
            raise LiveCaseClosed("refers_to", case_no=reference.case_no)
        if reference.held_by == unit:
            raise HandledByOneself("refers_to", case_no=reference.case_no)
    elif reference.final_no is None:
        raise NotFinalYet("refers_to", case_no=reference.case_no)
    elif asked.ground is Ground.SAME_AFTER_RE_REVIEW and not asked.same_facts_and_reasons:
        raise NewFactsReopen("same_facts_and_reasons", case_no=reference.case_no)

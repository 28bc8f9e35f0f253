"""What an officer can ask for on a case. Each is compared as a whole to recognise an exact repeat."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from petition_assignment.domain.vocabulary import AgreementForm, DeliveryMethod, Level, Mode, Outcome


@dataclass(frozen=True)
class Command:
    """`name` is the command's name on the wire and in the table of duties."""

    name: ClassVar[str]

    def fingerprint(self) -> str:
        """Equal for equal content and unlikely to be equal otherwise."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class RouteCase(Command):
    """转办: send the case to a unit, or keep it. Without `unit` the catalogue chooses."""

    name = "route_case"
    mode: Mode
    unit: str | None = None
    override_reason: str | None = None
    feedback_due_on: date | None = None


@dataclass(frozen=True)
class SignForCase(Command):
    """签收: the unit has the case in hand."""

    name = "sign_for_case"


@dataclass(frozen=True)
class RaiseObjection(Command):
    """提出异议: the unit holds that the case is not for it."""

    name = "raise_objection"
    reason_code: str
    text: str
    suggested_unit: str | None = None


@dataclass(frozen=True)
class DecideObjection(Command):
    """核实异议: the sender agrees or does not."""

    name = "decide_objection"
    upheld: bool
    text: str


@dataclass(frozen=True)
class AcceptCase(Command):
    """受理: on one of the six tracks of 第三十一条, with the number of the written notice."""

    name = "accept_case"
    track: int
    notice_no: str | None = None
    statute_due_on: date | None = None


@dataclass(frozen=True)
class DeclineCase(Command):
    """不予受理: for a reason, with the number of the written notice."""

    name = "decline_case"
    reason_code: str
    text: str
    notice_no: str | None = None
    competent_unit: str | None = None
    competent_body: str | None = None


@dataclass(frozen=True)
class SetResponsibility(Command):
    """落实责任: 牵头领导、责任站所、责任人员、办结时限."""

    name = "set_responsibility"
    lead_leader: str
    station: str
    person: str
    due_on: date


@dataclass(frozen=True)
class ExtendCase(Command):
    """延期: so many days more, and the reason as it is told to the petitioner."""

    name = "extend_case"
    days: int
    reason_code: str
    reason: str
    notice_no: str | None = None


@dataclass(frozen=True)
class RecordAgreement(Command):
    """登记调解、和解协议: its terms, the day it was signed, and that both parties consent."""

    name = "record_agreement"
    form: AgreementForm
    terms: str
    agreed_on: date
    document_no: str
    petitioner_consents: bool
    other_party_consents: bool
    perform_by: date | None = None
    mediators: Sequence[str] = ()


@dataclass(frozen=True)
class IssueOpinion(Command):
    """出具处理意见: the four parts of 第三十二条, the outcome, and who approved."""

    name = "issue_opinion"
    request: str
    facts_and_reasons: str
    opinion: str
    legal_basis: str
    outcome: Outcome
    approved_by: str
    document_no: str | None = None


@dataclass(frozen=True)
class RecordDelivery(Command):
    """登记送达: how, when, and by which receipt."""

    name = "record_delivery"
    method: DeliveryMethod
    delivered_on: date
    receipt_no: str


@dataclass(frozen=True)
class CompleteCase(Command):
    """报办结: at which level the matter was settled; an assigned case with its report."""

    name = "complete_case"
    level: Level
    report_no: str | None = None
    report: str | None = None
    in_grid: bool = False


@dataclass(frozen=True)
class ConfirmCase(Command):
    """审核认定办结."""

    name = "confirm_case"


@dataclass(frozen=True)
class ReturnCase(Command):
    """退回重办: why, and by when it must be finished again."""

    name = "return_case"
    reason_code: str
    text: str
    due_on: date

"""调解协议书、和解协议书 (《信访工作条例》第三十三条): both parties agree, of their own free will, in writing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from petition_assignment.domain import events
from petition_assignment.domain.agreement_errors import (
    AgreementDateImpossible,
    BothMustConsent,
    MediationRecordRequired,
    PerformanceTooEarly,
)
from petition_assignment.domain.errors import ExactRepeat
from petition_assignment.domain.mediators_named import listed_in_print, mediators_named
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.states import DUTIES
from petition_assignment.domain.vocabulary import AgreementForm
from workdays import local_day

if TYPE_CHECKING:
    from petition_assignment.domain.case_record import CaseRecord
    from petition_assignment.domain.commands import RecordAgreement
    from petition_assignment.domain.handling_papers import Mediation
    from petition_assignment.domain.occasion import Occasion

FORM_ZH: dict[AgreementForm, str] = {
    AgreementForm.MEDIATION: "调解协议书",
    AgreementForm.RECONCILIATION: "和解协议书",
}


@dataclass(frozen=True)
class Agreement:
    """What was signed; its terms are a paper. `perform_by` None => performed at once."""

    form: AgreementForm
    agreed_on: date
    perform_by: date | None
    document_no: str
    recorded_by: str
    round: int
    mediators: list[str] = field(default_factory=list)


def check_agreement(command: RecordAgreement, accepted_at: datetime, now: datetime) -> None:
    """One party did not consent                            => BothMustConsent naming it.
    Signed before the case was accepted or in the future  => AgreementDateImpossible.
    To be performed before it was signed                  => PerformanceTooEarly.
    """
    for party in ("petitioner_consents", "other_party_consents"):
        if not getattr(command, party):
            raise BothMustConsent(party)
    earliest, latest = local_day(accepted_at), local_day(now)
    if not earliest <= command.agreed_on <= latest:
        raise AgreementDateImpossible("agreed_on", date=command.agreed_on, earliest=earliest, latest=latest)
    if command.perform_by is not None and command.perform_by < command.agreed_on:
        raise PerformanceTooEarly("perform_by", date=command.perform_by, agreed=command.agreed_on)


def check_was_mediated(command: RecordAgreement, mediations: Sequence[Mediation], round: int) -> None:
    """第三十三条: a 调解协议书 rests on a mediation of this round, held on its day or before.

    Without a record of one => MediationRecordRequired. 和解 is between the parties themselves and needs none.
    """
    if command.form is AgreementForm.RECONCILIATION:
        return
    if not any(held.round == round and held.held_on <= command.agreed_on for held in mediations):
        raise MediationRecordRequired("form", date=command.agreed_on)


def record_agreement(case: CaseRecord, command: RecordAgreement, here: Occasion) -> Paper:
    """第三十三条: mediated or reconciled, both parties consenting. The opinion still follows; no clock changes.

    Who mediated may be named from the county's list: see `mediators_named`.
    """
    if case.steps.get(command.name) == command.fingerprint():
        raise case.refusal(ExactRepeat, DUTIES[command.name].zh, command.name)
    assert case.acceptance is not None
    check_agreement(command, case.acceptance.accepted_at, here.now)
    check_was_mediated(command, case.mediations, case.round)
    mediated = command.form is AgreementForm.MEDIATION
    mediators = mediators_named(command.mediators, command.agreed_on, mediated, here.read_register)
    text = {"terms": required_text("terms", command.terms)}
    document_no = required_text("document_no", command.document_no)
    signed = Agreement(
        command.form, command.agreed_on, command.perform_by, document_no, here.officer.name, case.round, mediators
    )
    case.agreements.append(signed)
    case.record(
        events.AgreementRecorded(
            here.officer.unit,
            signed.form,
            signed.agreed_on,
            signed.perform_by,
            document_no,
            here.officer.name,
            case.round,
            mediators,
        )
    )
    case.move_to(case.state)
    return case.paper(
        PaperKind.AGREEMENT,
        here,
        document_no,
        text,
        form=signed.form,
        agreed_on=signed.agreed_on.isoformat(),
        perform_by=signed.perform_by.isoformat() if signed.perform_by else None,
        mediators=listed_in_print(mediators),
    )

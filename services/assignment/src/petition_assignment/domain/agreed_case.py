"""What an agreement of the parties does to a case (《信访工作条例》第三十三条)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_assignment.domain import commands, events
from petition_assignment.domain.agreement import Agreement, check_agreement
from petition_assignment.domain.errors import ExactRepeat
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.papers import Paper, PaperKind
from petition_assignment.domain.required_text import required_text
from petition_assignment.domain.reviewed_case import ReviewedCase
from petition_assignment.domain.states import DUTIES


@dataclass
class AgreedCase(ReviewedCase):
    """A case that may be mediated or reconciled while it is in hand; the agreements stand in `CaseRecord`."""

    def record_agreement(self, command: commands.RecordAgreement, officer: Officer, now: datetime) -> Paper:
        """第三十三条: mediated or reconciled, both parties consenting. The opinion still follows; no clock changes."""
        self._enter(command, officer)
        if self.steps.get(command.name) == command.fingerprint():
            raise self._refusal(ExactRepeat, DUTIES[command.name].zh, command.name)
        assert self.acceptance is not None
        check_agreement(command, self.acceptance.accepted_at, now)
        text = {"terms": required_text("terms", command.terms)}
        document_no = required_text("document_no", command.document_no)
        signed = Agreement(
            command.form, command.agreed_on, command.perform_by, document_no, officer.name, self.round
        )
        self.agreements.append(signed)
        self._record(
            events.AgreementRecorded(
                officer.unit,
                signed.form,
                signed.agreed_on,
                signed.perform_by,
                document_no,
                officer.name,
                self.round,
            )
        )
        self._move_to(self.state)
        self._did(command)
        return self._paper(PaperKind.AGREEMENT, officer, now, document_no, text)

"""移送检举控告 (《信访工作条例》第三十条): to the discipline body, and who must be informed of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from petition_intake.domain.accusation_errors import (
    BodyIsAccused,
    InformedTooFew,
    PassedOnBeforeReceipt,
)
from petition_intake.domain.errors import DateInFuture, TextRequired
from workdays import local_day


class Informed(StrEnum):
    """第三十条第二款: by cadre-management authority; in major matters the two heads as well."""

    ORGANISATION_DEPARTMENT = "organisation_department"
    PARTY_SECRETARY = "party_secretary"
    ORGANISATION_HEAD = "organisation_head"


ALWAYS = frozenset({Informed.ORGANISATION_DEPARTMENT})
WHEN_MAJOR = ALWAYS | {Informed.PARTY_SECRETARY, Informed.ORGANISATION_HEAD}


@dataclass(frozen=True)
class Transfer:
    """To which body, when, against which receipt; who was informed; who recorded it. `unit` is one of the register."""

    body: str
    unit: str | None
    passed_on_on: date
    receipt_no: str
    major: bool
    informed: list[Informed]
    recorded_by: str
    recorded_at: datetime

    def checked(self, received_at: datetime, accused_unit: str | None) -> Transfer:
        """The transfer when it is in order.

        To the accused unit (第三十条第三款)             => BodyIsAccused
        Organisation department, or heads, not informed  => InformedTooFew
        Before receipt => PassedOnBeforeReceipt; after today => DateInFuture; no body or receipt => TextRequired
        """
        for name in ("body", "receipt_no"):
            if not getattr(self, name).strip():
                raise TextRequired(name)
        if self.unit is not None and self.unit == accused_unit:
            raise BodyIsAccused("unit")
        missing = (WHEN_MAJOR if self.major else ALWAYS) - set(self.informed)
        if missing:
            raise InformedTooFew("informed", missing="、".join(sorted(missing)))
        today, received = local_day(self.recorded_at), local_day(received_at)
        if self.passed_on_on > today:
            raise DateInFuture("passed_on_on", given=self.passed_on_on, now=today)
        if self.passed_on_on < received:
            raise PassedOnBeforeReceipt("passed_on_on", given=self.passed_on_on, received=received)
        return self

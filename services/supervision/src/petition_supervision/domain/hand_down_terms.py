"""The closed lists of the hand-down ledger beyond its state."""

from __future__ import annotations

from enum import StrEnum


class ResolutionMethod(StrEnum):
    """化解方式: how a matter handed down is being resolved."""

    POLICY_CARRIED_OUT = "policy_carried_out"
    MEDIATION = "mediation"
    ASSISTANCE = "assistance"
    EXPLANATION = "explanation"
    LEGAL_PROCEEDINGS = "legal_proceedings"
    OTHER = "other"


class IssuerVerdict(StrEnum):
    """What the issuer found of the report: 审核认定办结, or sent back."""

    CONFIRMED = "confirmed"
    SENT_BACK = "sent_back"


class ReopeningGround(StrEnum):
    """Why a reported matter is open again."""

    SENT_BACK = "sent_back"
    NEW_FACTS = "new_facts"

"""What people at the window decided about a petition, as it stands on record with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_intake.domain.filing import Purpose
from petition_intake.domain.register import Place
from petition_intake.domain.vocabulary import Decision, ReclassifyReason, SettlementLevel
from petition_intake.domain.wording import Wording

LINK = Wording("认定初次或者重复信访", "deciding first or repeated")
RECLASSIFY = Wording("更正分类", "reclassification")
SETTLE = Wording("当场化解", "settlement on the spot")
WITHDRAW = Wording("撤回", "withdrawal")
DISPOSE = Wording("不予受理、引导、移送、存、直接回复", "a disposition without routing")


@dataclass(frozen=True)
class Link:
    """Who decided that it is a first petition or a repeat, and of which."""

    decision: Decision
    repeat_of: str | None
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True)
class Settlement:
    """当场化解, with what was agreed and done; the text stays here."""

    level: SettlementLevel
    settled_at: datetime
    settled_by: str
    settled_by_unit: str
    headcount: int
    result: str
    in_grid: bool = False


@dataclass(frozen=True)
class Reclassification:
    """What it was registered as until then. Corrections are added; what was registered first is never lost."""

    purpose: Purpose
    category: str
    place: Place
    reason: ReclassifyReason
    by: str
    at: datetime

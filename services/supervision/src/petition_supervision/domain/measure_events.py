"""约谈、通报、挂牌督办、责令限期整改 (《信访工作条例》第三十九条第三款): the kinds, and what is told of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MeasureKind(StrEnum):
    """The four of the article. 挂牌督办 is a public listing; the county's 挂账督办 is the supervision ledger."""

    INTERVIEW = "interview"
    CIRCULAR = "circular"
    PUBLIC_LISTING = "public_listing"
    ORDERED_RECTIFICATION = "ordered_rectification"


@dataclass(frozen=True)
class MeasureImposed:
    """The joint meeting took a measure against a unit; answered by the day, where one is set."""

    kind: MeasureKind
    unit: str
    meeting_no: str
    imposed_on: date
    due_on: date | None


@dataclass(frozen=True)
class MeasureAnswered:
    """The unit answered in writing."""

    kind: MeasureKind
    unit: str
    late: bool


@dataclass(frozen=True)
class MeasureLifted:
    """The measure ended, with what shows that its cause is gone."""

    kind: MeasureKind
    unit: str
    lifted_on: date

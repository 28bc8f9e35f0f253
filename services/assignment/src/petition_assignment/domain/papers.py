"""The papers of a case (文书): what was written, by whom, when. They are added, never changed.

Their text may name people, so it stays in this service's own store and never goes on the bus.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PaperKind(StrEnum):
    """The kinds of paper a case gathers on its way."""

    ROUTING_NOTE = "routing_note"
    OBJECTION = "objection"
    OBJECTION_DECISION = "objection_decision"
    ACCEPTANCE_NOTICE = "acceptance_notice"
    DECLINE_NOTICE = "decline_notice"
    EXTENSION_NOTICE = "extension_notice"
    OPINION = "opinion"
    DELIVERY_RECEIPT = "delivery_receipt"
    COMPLETION_REPORT = "completion_report"
    RETURN_NOTE = "return_note"


PAPER_ZH: dict[PaperKind, str] = {
    PaperKind.ROUTING_NOTE: "转办意见",
    PaperKind.OBJECTION: "异议书",
    PaperKind.OBJECTION_DECISION: "异议核实意见",
    PaperKind.ACCEPTANCE_NOTICE: "受理告知书",
    PaperKind.DECLINE_NOTICE: "不予受理告知书",
    PaperKind.EXTENSION_NOTICE: "延期告知书",
    PaperKind.OPINION: "信访处理意见书",
    PaperKind.DELIVERY_RECEIPT: "送达回执",
    PaperKind.COMPLETION_REPORT: "办结报告",
    PaperKind.RETURN_NOTE: "退回重办意见",
}


@dataclass(frozen=True)
class Paper:
    """One paper: its number where papers of its kind are numbered, and its text by part."""

    kind: PaperKind
    by: str
    unit: str
    at: datetime
    round: int
    number: str | None
    text: dict[str, str]

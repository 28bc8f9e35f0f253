"""Reporting a case finished, and the bureau's confirmation or return of it (《信访工作条例》第二十二条、第三十八条)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_assignment.domain.errors import ReportNumberRequired
from petition_assignment.domain.vocabulary import Level, Mode

RETURN_REASONS: dict[str, tuple[str, str]] = {
    "facts_unclear": ("事实不清", "the facts are not established"),
    "basis_wrong": ("适用依据错误", "the legal basis is wrong"),
    "promise_not_kept": ("处理意见未落实", "what was promised was not done"),
    "papers_missing": ("材料不全", "papers are missing"),
    "procedure_wrong": ("办理程序不当", "the procedure was not kept"),
    "other": ("其他", "another reason"),
}


@dataclass(frozen=True)
class Completion:
    """What the unit reported when it finished."""

    level: Level
    completed_at: datetime
    completed_by: str
    report_no: str | None


def report_number(number: str | None, mode: Mode | None) -> str | None:
    """The number of the 办结报告; an assigned case (交办) without one => ReportNumberRequired."""
    written = (number or "").strip() or None
    if written is None and mode is Mode.ASSIGN:
        raise ReportNumberRequired("report_no")
    return written

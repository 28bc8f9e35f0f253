"""Refusals about matters reported to the county's leadership."""

from __future__ import annotations

from petition_assignment.domain.errors import Refused


class WaitsForDecision(Refused):
    code = "WAITS_FOR_DECISION"
    zh = "该信访事项已报请决定，正在等待批示；撤回报请后方可转办。"
    en = "The case was reported for a decision and waits for it; withdraw the report to route the case."


class NothingReported(Refused):
    code = "NOTHING_REPORTED"
    zh = "该信访事项没有等待批示的报请。"
    en = "No report on this case waits for a decision."


class NobodyAboveTheBureau(Refused):
    code = "NOBODY_ABOVE_THE_BUREAU"
    zh = "名册未载明信访局的上级，无处报请决定。"
    en = "The register names no unit above the bureau, so there is nobody to decide."

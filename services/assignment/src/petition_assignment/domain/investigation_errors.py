"""How this service says no about investigations."""

from __future__ import annotations

from petition_assignment.domain.errors import Refused


class InvestigationDateImpossible(Refused):
    code = "INVESTIGATION_DATE_IMPOSSIBLE"
    zh = "调查日期 {date} 不可能：应在 {earliest} 至 {latest} 之间。"
    en = "The investigation cannot be of {date}: it lies between {earliest} and {latest}."


class InvestigationPartNotAllowed(Refused):
    code = "INVESTIGATION_PART_NOT_ALLOWED"
    zh = "{form_zh}没有“{part_zh}”一项，请勿填写。"
    en = "A document of this form ({form}) has no part {part}; leave it out."

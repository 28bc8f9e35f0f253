"""Every way a mark is refused."""

from __future__ import annotations

from petition_intake.domain.errors import Refused


class NotAGroupVisit(Refused):
    code = "NOT_A_GROUP_VISIT"
    zh = "{least}人以上（含{least}人）走访的，才能标记为集体访；本件不是走访，或者登记的人数不足。"
    en = "A group visit is a visit of {least} people or more; this is no visit, or fewer people are registered."


class MarkStands(Refused):
    code = "MARK_STANDS"
    zh = "本件已有标记“{mark_zh}”，不重复标记。"
    en = "The petition is marked already: {mark}."


class MarkNotSet(Refused):
    code = "MARK_NOT_SET"
    zh = "本件没有标记“{mark_zh}”，无从撤销。"
    en = "The petition does not have the mark to be withdrawn: {mark}."

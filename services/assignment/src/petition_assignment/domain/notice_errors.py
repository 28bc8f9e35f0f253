"""How this service says no about the notices to the petitioner."""

from __future__ import annotations

from petition_assignment.domain.errors import Refused


class NoticeNotWritten(Refused):
    code = "NOTICE_NOT_WRITTEN"
    zh = "本案没有{notice_zh}，不能登记其送达。"
    en = "There is no notice of this kind ({notice}) on the case; its delivery cannot be recorded."


class NoticeAlreadyDelivered(Refused):
    code = "NOTICE_ALREADY_DELIVERED"
    zh = "{notice_zh}的送达已经登记，未重复登记。"
    en = "The delivery of this notice ({notice}) is on record; it was not recorded again."


class NoticeNotDelivered(Refused):
    code = "NOTICE_NOT_DELIVERED"
    zh = "{notice_zh}尚未登记送达信访人，不能办理下一步；请先登记送达。"
    en = "No delivery of the {notice} notice to the petitioner is on record; record it before this step."

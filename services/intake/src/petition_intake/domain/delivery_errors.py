"""Every way the opening of a notice, or the choice of how notices come, is refused."""

from __future__ import annotations

from petition_intake.domain.errors import Refused


class NoticeUnknown(Refused):
    """Also said of an accusation, of which no notice is shown (《信访工作条例》第三十条)."""

    code = "NOTICE_UNKNOWN"
    zh = "该信访事项没有编号为 {number} 的告知。"
    en = "There is no notice {number} of this petition."


class OpenedByOfficer(Refused):
    code = "OPENED_BY_OFFICER"
    zh = "告知由信访人本人凭查询码打开，工作人员不得代为打开。"
    en = "Only the petitioner opens a notice, with the query code; no officer may do it for them."


class DeliveryAsChosen(Refused):
    code = "DELIVERY_AS_CHOSEN"
    zh = "告知的送达方式与现登记相同。"
    en = "Notices come in the way asked for already."

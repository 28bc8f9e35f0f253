"""信访形式 told apart within the channels (《信访工作条例》第十七条): how it came, and where it counts.

A channel is the group statistics count by (来信、来访、网信……); a form says which of its ways it was. A video reception
comes over the information network: nobody travelled, so it is neither a batch of a visit nor ever 越级.
"""

from __future__ import annotations

from enum import StrEnum

from petition_intake.domain.channels import Channel
from petition_intake.domain.wording import Wording


class Form(StrEnum):
    """What the petitioner used; every channel has one form of its own name."""

    LETTER = "letter"
    VISIT = "visit"
    CALL = "call"
    WEB = "web"
    MOBILE = "mobile"
    WECHAT = "wechat"
    WEB_SUGGESTION = "web_suggestion"
    LEADER_MAILBOX = "leader_mailbox"
    VIDEO_RECEPTION = "video_reception"
    FAX = "fax"
    HANDED_DOWN = "handed_down"
    HOTLINE = "hotline"


FORM_WORDING: dict[Form, Wording] = {
    Form.LETTER: Wording("来信", "letter"),
    Form.VISIT: Wording("来访", "visit"),
    Form.CALL: Wording("电话信访", "telephone"),
    Form.WEB: Wording("网上信访", "website"),
    Form.MOBILE: Wording("手机信访", "phone application"),
    Form.WECHAT: Wording("微信信访", "WeChat"),
    Form.WEB_SUGGESTION: Wording("网上建议", "suggestion online"),
    Form.LEADER_MAILBOX: Wording("领导信箱", "leaders' mailbox"),
    Form.VIDEO_RECEPTION: Wording("视频接访", "reception by video"),
    Form.FAX: Wording("传真", "fax"),
    Form.HANDED_DOWN: Wording("交办", "hand-down from above"),
    Form.HOTLINE: Wording("12345转办", "12345 hotline"),
}

CHANNEL_OF: dict[Form, Channel] = {
    Form.LETTER: Channel.LETTER,
    Form.VISIT: Channel.VISIT,
    Form.CALL: Channel.CALL,
    Form.WEB: Channel.WEB,
    Form.MOBILE: Channel.WEB,
    Form.WECHAT: Channel.WEB,
    Form.WEB_SUGGESTION: Channel.WEB,
    Form.LEADER_MAILBOX: Channel.WEB,
    Form.VIDEO_RECEPTION: Channel.WEB,
    Form.FAX: Channel.FAX,
    Form.HANDED_DOWN: Channel.HANDED_DOWN,
    Form.HOTLINE: Channel.HOTLINE,
}
"""The group each form is counted in, exactly one."""


def plain_form(channel: Channel) -> Form:
    """The form of a filing that states its channel alone; every channel has one of its own name."""
    return Form(channel.value)

"""Every way a leader's reading of a letter is refused."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class NotALetter(Refused):
    code = "NOT_A_LETTER"
    zh = "阅办的是来信和网上信访；来访、来电请登记接待。"
    en = "Leaders read letters and what came online; a visitor or a caller is received."


class NotYourLetter(Refused):
    code = "NOT_YOUR_LETTER"
    zh = "该信访事项不是 {unit} 登记或者承办的，本单位领导不能阅办。"
    en = "{unit} neither registered nor handles this petition; its leader does not read it."


class LeaderComplainedOf(Refused):
    code = "LEADER_COMPLAINED_OF"
    zh = "信访事项反映的是 {unit}，该单位领导应当回避（《信访工作条例》第二十八条）。"
    en = "The petition complains of {unit}; its leader keeps out of it (Article 28)."


class DirectionMissing(Refused):
    code = "DIRECTION_MISSING"
    zh = "请写明阅办意见。"
    en = "Say what is to be done."

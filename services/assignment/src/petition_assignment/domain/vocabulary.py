"""The words of the contract: values that go on the wire in commands and events, with their Chinese."""

from __future__ import annotations

from enum import StrEnum


class Purpose(StrEnum):
    """建议意见 / 申诉求决 (《信访工作条例》第二十九条、第三十一条). Accusations (第三十条) never reach this service."""

    SUGGESTION = "suggestion"
    APPEAL = "appeal"


class FirstOrRepeat(StrEnum):
    """初次信访 / 重复信访."""

    FIRST = "first"
    REPEAT = "repeat"


class Mode(StrEnum):
    """转送 (no result needed), 交办 (result and report by a date), 自办 (the unit that has it keeps it)."""

    TRANSFER = "transfer"
    ASSIGN = "assign"
    OWN = "own"


class Outcome(StrEnum):
    """支持 / 解释说明 / 不支持 (《信访工作条例》第三十二条)."""

    SUPPORT = "support"
    EXPLAIN = "explain"
    NOT_SUPPORT = "not_support"


class DeliveryMethod(StrEnum):
    """直接、留置、邮寄、电子、委托、公告送达."""

    DIRECT = "direct"
    LEFT_IN_PLACE = "left_in_place"
    POST = "post"
    ELECTRONIC = "electronic"
    ENTRUSTED = "entrusted"
    ANNOUNCEMENT = "announcement"


class Level(StrEnum):
    """Where a matter was settled: 小事不出村、大事不出镇、矛盾不上交."""

    VILLAGE = "village"
    TOWNSHIP = "township"
    COUNTY = "county"


class AgreementForm(StrEnum):
    """调解协议书 / 和解协议书 (《信访工作条例》第三十三条)."""

    MEDIATION = "mediation"
    RECONCILIATION = "reconciliation"


class Nature(StrEnum):
    """What it means that a clock runs out: a duty is breached, a right is over."""

    DUTY = "duty"
    RIGHT = "right"


class ReviewLevel(StrEnum):
    """复查 (《信访工作条例》第三十五条) / 复核 (第三十六条)."""

    REVIEW = "review"
    RE_REVIEW = "re_review"


class ReviewOutcome(StrEnum):
    """维持 / 撤销 / 变更 / 责令重新作出."""

    UPHELD = "upheld"
    REVOKED = "revoked"
    CHANGED = "changed"
    ORDERED_ANEW = "ordered_anew"


class FinalGround(StrEnum):
    """Why a matter is final: re-reviewed (第三十六条第三款), or no review asked for in time (a county's own rule)."""

    RE_REVIEWED = "re_reviewed"
    NOT_REQUESTED_IN_TIME = "not_requested_in_time"


class NoticeKind(StrEnum):
    """A notice the unit owes the petitioner in writing."""

    ACCEPTANCE = "acceptance"
    DECLINE = "decline"
    EXTENSION = "extension"


class InvestigationForm(StrEnum):
    """调查笔录 (somebody was asked) / 调查报告 (what was found)."""

    INTERVIEW = "interview"
    REPORT = "investigation_report"

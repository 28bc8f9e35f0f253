"""The kinds of clock this service watches: whose they are, which article sets them, and whether a lapse is a breach."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Nature(StrEnum):
    """A duty that runs out is a breach; a right that runs out only ends the right, a target only was not reached."""

    DUTY = "duty"
    RIGHT = "right"
    TARGET = "target"


@dataclass(frozen=True)
class ClockKind:
    """One kind of clock, its source in the law and what an officer reads about it."""

    code: str
    nature: Nature
    article: str
    zh: str
    en: str


def _duty(code: str, article: str, zh: str, en: str) -> tuple[str, ClockKind]:
    return code, ClockKind(code, Nature.DUTY, article, zh, en)


def _right(code: str, article: str, zh: str, en: str) -> tuple[str, ClockKind]:
    return code, ClockKind(code, Nature.RIGHT, article, zh, en)


COUNTY_SHARE = "SHARE"
"""The county's own target within K1 for what came down from above; no clock of the regulation."""

HANDING_ON = frozenset({"K1", "K2"})
"""The end of one of these says that the matter is with its unit: routed by the bureau, or taken up where it came in."""

KINDS: dict[str, ClockKind] = dict(
    (
        _duty("K1", "《信访工作条例》第二十二条", "信访部门登记转办", "the petition bureau routes"),
        _duty("K2", "《信访工作条例》第二十三条", "直接收到单位告知", "the receiving unit tells the petitioner"),
        _duty("K3", "《信访工作条例》第二十三条", "转送交办后告知", "the unit it was sent to tells the petitioner"),
        _right("K4", "《信访工作条例》第二十三条", "提出异议", "the unit may object to the transfer"),
        _duty("K5", "《信访工作条例》第三十四条", "办结", "the unit finishes the case"),
        _right("K7", "《信访工作条例》第三十五条", "信访人请求复查", "the petitioner may ask for a review"),
        _duty("K8", "《信访工作条例》第三十五条", "作出复查意见", "the level above answers the review"),
        _right("K9", "《信访工作条例》第三十六条", "信访人请求复核", "the petitioner may ask for a re-review"),
        _duty("K10", "《信访工作条例》第三十六条", "作出复核意见", "the level above answers the re-review"),
        _duty("K11", "《信访工作条例》第二十二条", "交办事项反馈结果", "the result of an assigned matter is reported"),
        _duty("K12", "《信访工作条例》第二十五条", "重大紧急事项报告", "an urgent matter is reported"),
        _duty("K13", "《信访工作条例》第四十条", "书面反馈建议采纳情况", "a proposal is answered in writing"),
        _duty("K14", "《信访工作条例》第四十一条", "年度报告", "the yearly report is made"),
        _duty("SIGNING", "县级信访工作制度", "责任单位签收", "the unit signs for the case it was sent"),
        _duty("CARRY_OUT", "《信访工作条例》第三十二条", "落实处理意见", "what the opinion supports is carried out"),
        _duty("PERFORMANCE", "《信访工作条例》第三十三条", "履行协议", "the agreement is performed"),
        _duty("PART", "《信访工作条例》第二十四条", "协办单位答复", "a further unit answers its part"),
        (
            COUNTY_SHARE,
            ClockKind(
                COUNTY_SHARE,
                Nature.TARGET,
                "《信访工作条例》第二十二条的15日中，按层级分解由县级使用的日数（目标，不是法定期限）",
                "上级交办事项县级分办目标",
                "the county routes what came down from above within its share of the 15 days",
            ),
        ),
        _duty("REHANDLING", "责成或退回重办时指定的期限", "重新办理", "a case handled again is finished"),
    )
)
"""K6 is no clock of its own: it moves the due date of K5 (《信访工作条例》第三十四条)."""


def nature_of(kind: str, told: str | None) -> Nature:
    """Whether a lapse is a breach.

    The owner of the clock says so => what it says.
    It does not => what this table says of the kind.
    Kind not in the table (a new one) => a duty, because a breach nobody is told of is worse than one too many.
    """
    if told is not None:
        return Nature(told)
    known = KINDS.get(kind)
    return known.nature if known else Nature.DUTY

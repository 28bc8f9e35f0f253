"""Timely acceptance and reply as shares of everything whose time began, and what is overdue and still not done.

These are the rates as superior offices print them: what is not yet due stands in the denominator, so a period that is
still young looks worse than it will be. `timeliness` has the rates of what is decided. Counted by clock.

K1《信访工作条例》第二十二条, K3 第二十三条: 15 days. K5 第三十四条: 60 days from acceptance (plus at most 30).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from petition_metrics.domain.catalogue.timeliness import NOT_RELEASED
from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import AsOf, Fact, Is, Predicate, both, either, equals, known, unknown

_PAST_ITS_LIMIT = Fact("clocks.due_at", Is.AT_MOST, AsOf())
_IN_TIME = equals("clocks.met", True)
_OVERDUE = both(unknown("clocks.met"), _PAST_ITS_LIMIT)

_TO_ROUTE = both(equals("clocks.kind", "K1"), NOT_RELEASED)
_TO_TELL = both(equals("clocks.kind", "K3"), NOT_RELEASED)
_TO_REPLY = both(equals("clocks.kind", "K5"), NOT_RELEASED)

_COMMON: dict[str, Any] = {"counted": Counted.CLOCKS, "day": "clocks.started_on"}


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """Acceptance by the bureau and by the units, replies; each as a rate and as what is overdue."""
    yield _rate(
        "timely_routing_of_all",
        ("信访部门及时受理率（占总数）", "Timely routing by the bureau, of all"),
        "当期收到的信访事项，15日内转送、交办或当场化解的÷当期收到的信访事项总数，"
        "未到期的计入分母，期限内撤回的不计（时限 K1）",
        "filings received in the period, routed or settled in 15 days ÷ all filings received in the period, those not "
        "yet due included, those withdrawn in time left out (clock K1)",
        _TO_ROUTE,
    )
    yield _overdue(
        "routing_overdue",
        ("信访部门超期未受理件数", "Filings overdue for routing"),
        "当期收到的信访事项，满15日仍未转送、交办或当场化解的，期限内撤回的不计（时限 K1）",
        "filings received in the period that are past the 15 days and still not routed or settled; those withdrawn in "
        "time left out (clock K1)",
        _TO_ROUTE,
    )
    yield _rate(
        "timely_notice_of_all",
        ("责任单位及时受理率（占总数）", "Timely notice by the unit in charge, of all"),
        "责任单位当期收到的转送、交办事项，15日内书面告知的÷当期收到的转送、交办事项总数，"
        "未到期的计入分母，期限内撤回的不计（时限 K3）",
        "transfers a unit received in the period, petitioner told in 15 days ÷ all transfers received in the period, "
        "those not yet due included, those withdrawn in time left out (clock K3)",
        _TO_TELL,
    )
    yield _overdue(
        "notice_overdue",
        ("责任单位超期未受理件数", "Transfers overdue for notice"),
        "责任单位当期收到的转送、交办事项，满15日仍未书面告知的，期限内撤回的不计（时限 K3）",
        "transfers a unit received in the period that are past the 15 days, the petitioner still not told; "
        "those withdrawn in time left out (clock K3)",
        _TO_TELL,
    )
    yield _rate(
        "on_time_reply",
        ("按期答复率", "On-time replies"),
        "当期受理的信访事项，按期答复的÷（按期答复+超期答复+未答复+超期未答复），"
        "未到期的计入分母，期限内撤回的不计（时限 K5）",
        "matters accepted in the period, answered in time ÷ (answered in time + answered late + not answered + overdue "
        "and not answered); those not yet due included, those withdrawn in time left out (clock K5)",
        _TO_REPLY,
    )
    yield _rate(
        "on_time_reply_of_due",
        ("按期答复率（到期口径，本系统自定）", "On-time replies, of those due (a reading of this system)"),
        "当期受理的信访事项，按期答复的÷（按期答复+超期答复+超期未答复），"
        "未到期未答复的不计，期限内撤回的不计（时限 K5）",
        "matters accepted in the period, answered in time ÷ (answered in time + answered late + overdue and not "
        "answered); those not yet due and not answered are left out, and so are those withdrawn in time (clock K5)",
        _TO_REPLY,
        either(known("clocks.met"), _PAST_ITS_LIMIT),
    )
    yield _overdue(
        "reply_overdue",
        ("超期未答复件数", "Matters overdue for a reply"),
        "当期受理的信访事项，已超过办理期限仍未答复的，期限内撤回的不计（时限 K5）",
        "matters accepted in the period that are past their limit and still not answered; those withdrawn in time "
        "left out (clock K5)",
        _TO_REPLY,
    )


def _rate(code: str, name: tuple[str, str], zh: str, en: str, of_kind: Predicate, *narrower: Predicate) -> Indicator:
    """In time ÷ all of the kind, or those of them that `narrower` leaves."""
    return Indicator(
        code=code,
        name_zh=name[0],
        name_en=name[1],
        unit=Unit.PERCENT,
        definition_zh=zh,
        definition_en=en,
        numerator=Measure(both(of_kind, _IN_TIME)),
        denominator=Measure(both(of_kind, *narrower)),
        **_COMMON,
    )


def _overdue(code: str, name: tuple[str, str], zh: str, en: str, of_kind: Predicate) -> Indicator:
    """What is past its limit and not done, at the instant for which it is asked."""
    return Indicator(
        code=code,
        name_zh=name[0],
        name_en=name[1],
        unit=Unit.MATTERS,
        definition_zh=zh,
        definition_en=en,
        numerator=Measure(both(of_kind, _OVERDUE)),
        **_COMMON,
    )

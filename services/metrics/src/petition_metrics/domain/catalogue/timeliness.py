"""Statutory limits kept. Counted by clock; a clock counts once it is decided: stopped, or past its limit.

K1《信访工作条例》第二十二条: the bureau registers and routes within 15 days of receipt.
K2, K3 第二十三条: the petitioner is told within 15 days by the unit that received the filing, or the transfer.
K5 第三十四条: a matter on track 6 is finished within 60 days of acceptance (K6: plus at most 30).
K8, K10 第三十五条、第三十六条: review and re-review are answered within 30 days; hearings are not counted in K10.
"""

from __future__ import annotations

from collections.abc import Iterator

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import AsOf, Fact, Is, both, either, equals, known

NOT_RELEASED = Fact("clocks.released", Is.NOT_EQUAL, True)
"""A limit that was still running when the petition was taken back was neither kept nor missed."""

_ROWS = (
    (
        "timely_routing",
        "K1",
        ("信访部门及时受理率", "Timely routing by the bureau"),
        "started_on",
        (
            "当期收到的信访事项，15日内转送、交办或当场化解",
            "filings received in the period, routed or settled in 15 days",
        ),
    ),
    (
        "timely_direct_notice",
        "K2",
        ("直接登记及时告知率", "Timely notice of direct filings"),
        "started_on",
        (
            "有关单位当期直接收到的信访事项，15日内书面告知",
            "filings that a unit received directly in the period, petitioner told in 15 days",
        ),
    ),
    (
        "timely_notice",
        "K3",
        ("责任单位及时受理率", "Timely notice by the unit in charge"),
        "started_on",
        (
            "责任单位当期收到的转送、交办事项，15日内书面告知",
            "transfers a unit received in the period, petitioner told in 15 days",
        ),
    ),
    (
        "on_time_completion",
        "K5",
        ("按期办结率", "On-time completion"),
        "due_on",
        (
            "当期应办结（受理后60日，经批准延期的至延长后之日）的信访事项，按期办结",
            "matters due in the period (60 days from acceptance, or the approved later day), finished in time",
        ),
    ),
    (
        "on_time_review",
        "K8",
        ("复查按期答复率", "On-time reviews"),
        "due_on",
        (
            "当期应答复（收到复查请求后30日）的复查请求，按期答复",
            "requests for a review due in the period (30 days from receipt), answered in time",
        ),
    ),
    (
        "on_time_re_review",
        "K10",
        ("复核按期办结率", "On-time re-reviews"),
        "due_on",
        (
            "当期应作出复核意见（收到复核请求后30日，听证所需时间不计）的复核请求，按期答复",
            "requests for a re-review due in the period (30 days from receipt, hearings not counted), answered in time",
        ),
    ),
)


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """One rate for each clock that binds an office."""
    for code, kind, (name_zh, name_en), day, (zh, en) in _ROWS:
        of_kind = both(equals("clocks.kind", kind), NOT_RELEASED)
        decided = either(known("clocks.met"), Fact("clocks.due_at", Is.AT_MOST, AsOf()))
        yield Indicator(
            code=code,
            name_zh=name_zh,
            name_en=name_en,
            unit=Unit.PERCENT,
            counted=Counted.CLOCKS,
            day=f"clocks.{day}",
            definition_zh=f"{zh}的÷其中期限已了结的（已办或已超期；未到期的、期限内撤回的不计）（时限 {kind}）",
            definition_en=f"{en} ÷ those decided, in time or not; what is not yet due, or withdrawn in time, is left "
            f"out (clock {kind})",
            numerator=Measure(both(of_kind, equals("clocks.met", True))),
            denominator=Measure(both(of_kind, decided)),
            version=2,
        )

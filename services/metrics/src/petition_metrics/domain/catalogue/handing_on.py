"""How matters are handed on: transferred, assigned, kept (转送、交办、本级办理《信访工作条例》第二十二条)."""

from __future__ import annotations

from collections.abc import Iterator

from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import Predicate, both, equals, known

_MODES = (
    ("transferred", "transfer", "转送件数", "Matters transferred", "转送", "transferred to a unit"),
    (
        "assigned",
        "assign",
        "交办件数",
        "Matters assigned",
        "交办（须反馈结果）",
        "assigned, to be reported back",
    ),
    (
        "own_matters",
        "own",
        "本级办理件数",
        "Matters kept",
        "留在登记单位本级办理",
        "kept by the registering office",
    ),
)


def indicators(_rules: CountyRules) -> Iterator[Indicator]:
    """All matters that went to a unit, and by the way they went."""
    routed = known("routed_on")
    yield _count(
        "routed_matters",
        ("转送、交办及本级办理件数", "Matters routed"),
        "当期首次转送、交办或确定本级办理的信访事项，按现承办单位归属",
        "matters first routed in the period, in any way; each stands with the unit now in charge",
        routed,
    )
    for code, mode, name_zh, name_en, zh, en in _MODES:
        yield _count(
            code,
            (name_zh, name_en),
            f"当期首次分办的信访事项中，最近一次分办方式为{zh}的",
            f"matters first routed in the period that are, as last decided, {en}",
            both(routed, equals("routing_mode", mode)),
        )


def _count(code: str, name: tuple[str, str], zh: str, en: str, where: Predicate) -> Indicator:
    return Indicator(
        code=code,
        name_zh=name[0],
        name_en=name[1],
        unit=Unit.MATTERS,
        counted=Counted.CASES,
        day="routed_on",
        definition_zh=zh,
        definition_en=en,
        numerator=Measure(where),
    )

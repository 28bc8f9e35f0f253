"""Visits: received, settled on the spot, in groups, above the competent level.

One reception of one group is one batch (批); the people in it are counted each time they come (人次).
"""

from __future__ import annotations

from collections.abc import Iterator

from petition_metrics.domain.county_rules import PETITION_BUREAU, CountyRules
from petition_metrics.domain.indicator import Counted, Indicator, Measure, Unit
from petition_metrics.domain.predicate import Predicate, at_least, both, equals, known

_VISIT = both(equals("channel", "visit"), equals("visit_batch", True))
_AT_THE_BUREAU = both(_VISIT, equals("registered_by_unit", PETITION_BUREAU))
_SETTLED = both(_AT_THE_BUREAU, known("settled_on"))


def indicators(rules: CountyRules) -> Iterator[Indicator]:
    """Visits in batches and in person-times, each kind twice."""
    least = rules.group_visit_persons
    yield from _pair(
        "visit",
        ("接待来访", "Visits received"),
        "县信访局当期接待登记的来访",
        "visits received and registered by the county petition bureau in the period",
        _AT_THE_BUREAU,
    )
    yield from _pair(
        "settled",
        ("就地化解来访", "Visits settled on the spot"),
        "县信访局当期接待的来访中已当场（就地）化解的",
        "visits received by the county petition bureau in the period and settled on the spot",
        _SETTLED,
        "settled_headcount",
    )
    for suffix, unit, summed, settled in (
        ("batches", Unit.BATCHES, None, None),
        ("persons", Unit.PERSON_TIMES, "headcount", "settled_headcount"),
    ):
        yield Indicator(
            code=f"settled_rate_{suffix}",
            name_zh=f"就地化解率（按{unit.value}）",
            name_en=f"Share settled on the spot, by {suffix}",
            unit=Unit.PERCENT,
            counted=Counted.CASES,
            day="received_on",
            definition_zh=f"就地化解来访（{unit.value}）÷接待来访（{unit.value}），均按当期接待的来访计",
            definition_en=f"settled on the spot ÷ received, both in {suffix} of the visits received in the period",
            numerator=Measure(_SETTLED, settled),
            denominator=Measure(_AT_THE_BUREAU, summed),
        )
    yield from _pair(
        "all_visit",
        ("全县来访", "Visits, whole county"),
        "全县各级窗口当期登记的来访，含乡镇、部门窗口",
        "visits registered in the period at any window of the county, townships and departments included",
        _VISIT,
    )
    yield from _pair(
        "group_visit",
        ("集体访", "Group visits"),
        f"当期登记、人数达到{least}人的来访（{least}人计入）",
        f"visits of {least} people or more registered in the period ({least} counts)",
        both(_VISIT, at_least("headcount", least)),
    )
    large = rules.large_visit_persons
    yield from _pair(
        "large_group_visit",
        ("大规模集体访", "Large group visits"),
        f"当期登记、人数达到{large}人的来访（{large}人计入）",
        f"visits of {large} people or more registered in the period ({large} counts)",
        both(_VISIT, at_least("headcount", large)),
    )
    yield from _pair(
        "capital_visit",
        ("进京越级走访", "Skip-level visits to the capital"),
        "当期在国家一级登记的越级走访；仅走访",
        "skip-level visits registered in the period at state level; visits only",
        both(_VISIT, equals("skip_level", True), equals("registered_level", "state")),
    )
    yield from _pair(
        "skip_level_visit",
        ("越级走访", "Skip-level visits"),
        "当期登记、越过有权处理的本级和上一级的走访；仅走访，不含来信、来电、网上（《信访工作条例》第二十条）",
        "visits registered in the period that were made above the competent level and the next one; visits only, "
        "never letters, calls or web filings (Regulation on Petition Work, art. 20)",
        both(_VISIT, equals("skip_level", True)),
    )


def _pair(
    code: str, name: tuple[str, str], zh: str, en: str, where: Predicate, persons: str = "headcount"
) -> Iterator[Indicator]:
    """The same visits twice: counted in batches, and in person-times."""
    zh_name, en_name = name
    yield Indicator(
        code=f"{code}_batches",
        name_zh=f"{zh_name}批次",
        name_en=f"{en_name} (batches)",
        unit=Unit.BATCHES,
        counted=Counted.CASES,
        day="received_on",
        definition_zh=f"{zh}，一次接待一个群体计1批",
        definition_en=f"{en}; one reception of one group is one batch",
        numerator=Measure(where),
    )
    yield Indicator(
        code=f"{code}_persons",
        name_zh=f"{zh_name}人次",
        name_en=f"{en_name} (person-times)",
        unit=Unit.PERSON_TIMES,
        counted=Counted.CASES,
        day="received_on",
        definition_zh=f"{zh}，各批人数之和，同一人来访两次计2人次",
        definition_en=f"{en}; the sum of their head-counts, the same person twice counts 2",
        numerator=Measure(where, persons),
    )

"""Every indicator is defined in words, twice, and its definition keeps to what can be counted."""

from pathlib import Path

import pytest

from petition_metrics.application.definitions import BEGIN, END, indicator_table
from petition_metrics.domain.article import article_rows
from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.county_rules import CountyRules
from petition_metrics.domain.errors import IndicatorUnknown
from petition_metrics.domain.indicator import Unit

README = Path(__file__).parents[3] / "README.md"


def test_codes_and_names_are_not_used_twice(catalogue: Catalogue) -> None:
    for attribute in ("code", "name_zh", "name_en"):
        names = [getattr(one, attribute) for one in catalogue.indicators]
        assert sorted(names) == sorted(set(names))


def test_every_indicator_is_defined_in_both_languages_and_has_a_version(catalogue: Catalogue) -> None:
    for one in catalogue.indicators:
        assert one.definition_zh and one.definition_en and one.version >= 1, one.code


def test_what_has_a_denominator_is_a_percentage_and_nothing_else_is(catalogue: Catalogue) -> None:
    for one in catalogue.indicators:
        assert (one.denominator is not None) == (one.unit is Unit.PERCENT), one.code


def test_person_times_are_sums_and_batches_are_not(catalogue: Catalogue) -> None:
    for one in catalogue.indicators:
        assert (one.numerator.sum is not None) == (one.unit is Unit.PERSON_TIMES or one.code.endswith("_persons"))


def test_an_unknown_code_is_refused_by_name(catalogue: Catalogue) -> None:
    with pytest.raises(IndicatorUnknown) as refused:
        catalogue.find("happiness")
    assert (refused.value.code, refused.value.field) == ("INDICATOR_UNKNOWN", "indicator")
    assert "happiness" in str(refused.value)


def test_a_county_may_change_its_rules_and_the_definitions_say_so() -> None:
    changed = Catalogue(CountyRules(group_visit_persons=6, look_back_days=180, rating_window_days=15))
    assert "6人" in changed.find("group_visit_batches").definition_zh
    assert "180日" in changed.find("first_visit_one_time_resolution").definition_zh
    assert "15日" in changed.find("participation").definition_zh


def test_the_articles_table_is_made_of_defined_indicators(catalogue: Catalogue) -> None:
    rows = article_rows(catalogue)
    assert {row.indicator for row in rows} <= set(catalogue.indicators)
    assert len({row.label_zh for row in rows}) == len(rows)


def test_the_readme_shows_the_current_table(catalogue: Catalogue) -> None:
    text = README.read_text(encoding="utf-8")
    table = text[text.index(BEGIN) : text.index(END) + len(END)]
    assert table == indicator_table(catalogue)

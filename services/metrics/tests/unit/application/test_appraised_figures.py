"""What an officer entered in a yearly appraisal is compared with what is counted, by the same definition."""

from __future__ import annotations

from typing import Any

import pytest
from metrics_asking import CATALOGUE, YEAR_END
from metrics_memory import Memory
from metrics_story import BUREAU, CAOMIAO, Story

from petition_metrics.application.appraised_figures import AppraisedFigure, appraised_figures
from petition_metrics.domain.errors import AppraisalUnknown
from petition_metrics.domain.occurrence import SUPERVISION
from petition_metrics.entrypoints.report_answers import appraised_row

TIMELY = CATALOGUE.find("timely_notice")


def entered(**changed: Any) -> dict[str, Any]:
    usual = {"item": "timely_acceptance", "indicator": TIMELY.code, "definition_version": TIMELY.version}
    return {**usual, "numerator": 1, "denominator": 2, **changed}


def graded(story: Story, unit: str = CAOMIAO, **told: Any) -> None:
    about = {"appraisal_no": f"{unit}:2026", "version": 1, "unit": unit, "year": 2026}
    subject = about["appraisal_no"]
    story.tell(SUPERVISION, "yearly_appraisal_graded", subject, "2027-01-10", about_a_case=False, **about, **told)


def rows(story: Story) -> list[AppraisedFigure]:
    story.clock_started("640425202603010001", "2026-03-01", "K3", "2026-03-16", unit=CAOMIAO)
    story.clock_stopped("640425202603010001", "2026-03-10", "K3")
    story.clock_started("640425202603010002", "2026-03-01", "K3", "2026-03-16", unit=CAOMIAO)
    return appraised_figures(CAOMIAO, 2026, YEAR_END, CATALOGUE, Memory().hear(story.told))


@pytest.mark.parametrize(
    ("changed", "equal"),
    [
        ({}, True),
        ({"numerator": 2}, False),
        ({"denominator": 3}, False),
        ({"definition_version": TIMELY.version + 1}, None),
        ({"indicator": "happiness"}, None),
    ],
    ids=["the same", "another numerator", "another denominator", "another definition", "no such indicator"],
)
def test_an_entered_figure_is_the_counted_one_or_shows_as_another(
    story: Story, changed: dict[str, Any], equal: bool | None
) -> None:
    graded(story, figures=[entered(**changed)])

    (row,) = rows(story)

    assert row.equal is equal
    shown = appraised_row(row)
    assert (shown["entered"]["numerator"], shown["equal"]) == (entered(**changed)["numerator"], equal)
    counted = shown["counted"]
    assert counted is None if "indicator" in changed else (counted["numerator"], counted["denominator"]) == (1, 2)


def test_an_appraisal_told_without_figures_has_nothing_to_compare(story: Story) -> None:
    graded(story)
    assert rows(story) == []


def test_the_appraisal_of_another_unit_is_none_of_this_one(story: Story) -> None:
    graded(story, unit=BUREAU, figures=[entered()])
    with pytest.raises(AppraisalUnknown) as refused:
        rows(story)
    assert refused.value.field == "year"

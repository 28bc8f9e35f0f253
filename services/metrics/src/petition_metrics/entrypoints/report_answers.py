"""The county's reports on the wire: units side by side, the self-check, the yearly report, the index of evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from chassis.event import format_instant
from petition_metrics.application.appraised_figures import AppraisedFigure
from petition_metrics.application.self_check import CheckRow
from petition_metrics.application.unit_rows import UnitRow
from petition_metrics.application.yearly_report import YearlyReport
from petition_metrics.domain.figure import Figure
from petition_metrics.domain.indicator import Part
from petition_metrics.domain.sections import SECTION_OF, Section
from petition_metrics.entrypoints import answers
from petition_metrics.entrypoints.yearly_report_text import report_text

Answer = dict[str, Any]


def unit_row(row: UnitRow) -> Answer:
    """Quality first; the number of matters never stands alone."""
    return {
        "unit": row.unit,
        "quality": [answers.figure(one) for one in row.quality],
        "matters": answers.figure(row.volume),
    }


def appraised_row(row: AppraisedFigure) -> Answer:
    """An item as it was entered, the figure as it is counted, and whether they are the same."""
    return {
        "item": row.item,
        "indicator": row.indicator,
        "entered": {
            "definition_version": row.definition_version,
            "numerator": row.numerator,
            "denominator": row.denominator,
        },
        "counted": None if row.counted is None else answers.figure(row.counted),
        "equal": row.equal,
    }


def check_row(row: CheckRow) -> Answer:
    """One of the three, with the query that lists what breaks it."""
    shown = {"label_zh": row.label_zh, "label_en": row.label_en, "holds": row.holds}
    return {
        **shown,
        "figure": answers.figure(row.figure),
        "text": row.figure.text,
        "evidence": answers.drill_down(row.figure, Part.NUMERATOR),
        "note_zh": row.figure.indicator.definition_zh,
        "note_en": row.figure.indicator.definition_en,
    }


def yearly_report(report: YearlyReport) -> Answer:
    """The four parts as data, and all of it as text."""
    return {
        "year": report.year,
        "as_of": format_instant(report.as_of),
        "over": report.over,
        "statistics": {
            "figures": [answers.comparison(one) for one in report.statistics],
            "fields": [{"category": code, "filings": count} for code, count in report.fields],
            "units_most_complained_of": [unit_row(row) for row in report.units],
        },
        "handing_on": {
            "figures": [answers.comparison(one) for one in report.handing_on],
            "supervision": {
                "opened": report.acts.opened,
                "steps": dict(report.acts.steps),
                "cleared": report.acts.cleared,
            },
        },
        "proposals": [vars(one) for one in report.proposals],
        "other": {
            "figures": [answers.figure(one) for one in report.other],
            "self_check": [check_row(row) for row in report.self_check],
        },
        "text": report_text(report),
    }


def evidence_index(figures: Iterable[Figure]) -> list[Answer]:
    """Each section with its indicators, their figures, and the queries that list what stands behind them."""
    kept = list(figures)
    return [
        {
            "section": section.value,
            "name_zh": section.name_zh,
            "name_en": section.name_en,
            "rows": [_evidence(one) for one in kept if SECTION_OF[one.indicator.code] is section],
        }
        for section in Section
    ]


def _evidence(one: Figure) -> Answer:
    parts = [part for part in Part if one.indicator.measure(part) is not None]
    return {
        "figure": answers.figure(one),
        "definition_zh": one.indicator.definition_zh,
        "definition_en": one.indicator.definition_en,
        "drill_down": {part.value: answers.drill_down(one, part) for part in parts},
    }

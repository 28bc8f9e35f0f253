"""What supervision told of major and urgent matters and of the reports they call for (《信访工作条例》第二十五条)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from petition_metrics.domain.county_rules import PETITION_BUREAU
from petition_metrics.domain.days import day_of, instant, without_unknown
from petition_metrics.domain.told_by_intake import Rule, Told

OF_THE_UNIT, UPWARDS = "K12", "K12-up"


def _marked(_told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    common = {"urgent_kind": data["urgent_kind"], "marked_at": instant(data["marked_at"]), "about": data.get("case_no")}
    reports = {
        OF_THE_UNIT: {**common, "unit": data["unit"], "due_at": instant(data["due_at"])},
        UPWARDS: {**common, "unit": PETITION_BUREAU, "due_at": instant(data["up_due_at"])},
    }
    return {"urgent": reports}


def _done(told: Told, data: Mapping[str, Any], _time: datetime) -> dict[str, Any]:
    reports = told.get("urgent", {})
    name = data["clock_id"]
    reported = {"unit": data["unit"], "told_at": instant(data["told_at"]), "met": bool(data["met"])}
    return {"urgent": {**reports, name: {**reports.get(name, {}), **reported}}}


RULES: Mapping[str, Rule] = {"urgent_matter_marked.v1": _marked, "urgent_report_done.v1": _done}


def is_an_urgent_matter(supervision: Told) -> bool:
    """Whether what supervision told is about an urgent matter, which has a record beside those of cases."""
    return "urgent" in supervision


def urgent_facts(urgent_no: str, supervision: Told) -> dict[str, Any]:
    """The two reports of a matter, each an entry of `urgent_reports`, so that it is never taken for a case."""
    reports = [
        without_unknown(
            {
                "urgent_no": urgent_no,
                "clock_id": name,
                "urgent_kind": report.get("urgent_kind"),
                "unit": report.get("unit"),
                "about": report.get("about"),
                "marked_on": day_of(report.get("marked_at")),
                "due_at": report.get("due_at"),
                "told_on": day_of(report.get("told_at")),
                "met": report.get("met"),
            }
        )
        for name, report in sorted(supervision["urgent"].items())
    ]
    return without_unknown({"unit": reports[0].get("unit"), "urgent_reports": reports})

"""The query that compares townships by who receives visitors on market days and on other working days."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import mongo_rhythm as kept
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.application.reading import unit_to_list
from petition_supervision.domain import market_days, reception
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.entrypoints.rhythm_requests import ListReceptionGaps
from workdays import Calendar, local_day

Data = dict[str, Any]


class CompareTownshipReceptions(ListReceptionGaps):
    """乡镇接访比较：集日主要领导坐班、其他工作日班子成员坐班。Townships by who receives visitors on market days."""


def queries_with(settings: SupervisionSettings) -> tuple[Query, ...]:
    """The query, bound to the county's market days."""

    def compare_township_receptions(reader: kept.Reader, call: Call, data: Data) -> Data:
        units = read_units(reader)
        one = unit_to_list(units, call.unit, data["unit"])
        first, last = data["first_day"], data["last_day"]
        days = list(reception.days_due(first, last, local_day(call.now), Calendar.published().is_working_day))
        townships = [unit for unit in units.of_kinds("township") if one in (None, unit)]
        rows = market_days.compare_townships(
            townships,
            days,
            settings.market_days,
            kept.who_attended(reader, first, last),
            kept.holders_of(reader, market_days.MAIN_LEADER_ROLE),
        )
        after, limit = data["cursor"] or "", data["limit"]
        left = [row for row in rows if row.unit > after]
        shown = left[:limit]
        items = [{**asdict(row), "market_day_digits": sorted(settings.market_days.get(row.unit, ()))} for row in shown]
        return {"working_days": len(days), "items": items, "next": shown[-1].unit if len(left) > limit else None}

    return (Query("compare_township_receptions", CompareTownshipReceptions, compare_township_receptions, ANYONE),)

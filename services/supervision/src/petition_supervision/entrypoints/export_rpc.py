"""Exports: who may approve one, and the file that is handed out."""

from __future__ import annotations

import base64
import io
import logging
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from typing import Any

from chassis.service import Call, Query
from petition_supervision.adapters import export_tables, mongo_exports
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.adapters.views import Reader
from petition_supervision.application.exporting import approve_export as approve
from petition_supervision.application.ports import Work
from petition_supervision.application.reading import unit_to_list
from petition_supervision.domain.errors import NotYourUnit
from petition_supervision.domain.export_terms import COUNTY_WIDE
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.entrypoints import export_requests as requests
from petition_supervision.entrypoints.acting import officer_of
from workdays import local_day
from worksheet import MEDIA_TYPES, Sheet, write

log = logging.getLogger(__name__)

Data = dict[str, Any]
APPROVERS = frozenset({"bureau_head", "county_leader"})
TAKERS = frozenset(
    {"dispatcher", "bureau_head", "county_leader", "unit_head", "township_leader", "registrar", "handler", "auditor"}
)


def approve_export(work: Work, call: Call, data: Data) -> Data:
    export = approve(work, officer_of(call), **data)
    return {
        "export_no": export.export_no,
        "version": export.version,
        "ledger": export.ledger.value,
        "unit": export.unit,
        "for_person": export.for_person,
        "until_on": export.until_on.isoformat(),
    }


def queries_with(settings: SupervisionSettings) -> tuple[Query, ...]:
    """The query, bound to how many rows a file may have."""

    def export_ledger(reader: Reader, call: Call, data: Data) -> Data:
        export = mongo_exports.find_export(reader, data["export_no"])
        export.check_taker(call.actor or "", call.now)
        # What the taker's unit may read can have changed since the approval.
        units = read_units(reader)
        unit = unit_to_list(units, call.unit, export.unit)
        if export.ledger in COUNTY_WIDE and not units.sees_all(call.unit):
            raise NotYourUnit("export_no", own=call.unit, unit="county_leadership")
        on = data["on"] or local_day(call.now)
        first = FirstRows(export_tables.rows(reader, export.ledger, unit, on, call.now), settings.export_rows)
        title = export_tables.TITLES[export.ledger]
        sheet = Sheet(title, export_tables.columns(export.ledger), export.watermark(call.now))
        file = io.BytesIO()
        rows = write(sheet, first, data["form"], file)
        log.info(
            "a list was taken out",
            extra={"export_no": export.export_no, "by": call.actor, "unit": call.unit, "rows": rows},
        )
        return {
            "export_no": export.export_no,
            "file_name": f"{title}_{unit or '全县'}_{on.isoformat()}.{data['form'].value}",
            "media_type": MEDIA_TYPES[data["form"]],
            "content": base64.b64encode(file.getvalue()).decode(),
            "rows": rows,
            "most_rows": settings.export_rows,
            "complete": not first.is_short,
        }

    return (Query("export_ledger", requests.ExportLedger, export_ledger, TAKERS),)


class FirstRows:
    """The first rows, at most so many; `is_short` tells afterwards whether there were more."""

    def __init__(self, rows: Iterator[Mapping[str, Any]], most: int) -> None:
        self._rows = rows
        self._most = most
        self.is_short = False

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        yield from islice(self._rows, self._most)
        self.is_short = next(self._rows, None) is not None


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("approve_export", requests.ApproveExport, approve_export, APPROVERS),
)

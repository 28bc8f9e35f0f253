"""The folder of evidence (迎检台账): who may approve that it is taken out, and the file that is handed out."""

from __future__ import annotations

import base64
import io
import logging
from collections.abc import Iterator
from itertools import islice
from typing import Any

from chassis.service import Call, Command, Query
from chassis.unit_of_work import UnitOfWork
from petition_metrics.adapters.mongo_folders import ApprovalsInWork, MongoApprovals
from petition_metrics.adapters.mongo_ledger import MongoLedgers
from petition_metrics.application.asking import Asker
from petition_metrics.application.definitions import catalogue_in_force
from petition_metrics.application.evidence_folder import Row, approval_for, approve_folder, folder_rows
from petition_metrics.entrypoints import folder_requests
from petition_metrics.entrypoints.queries import Data, Reader
from worksheet import MEDIA_TYPES, Column, Sheet, write

log = logging.getLogger(__name__)

APPROVERS = frozenset({"bureau_head", "county_leader"})
TAKERS = frozenset({"dispatcher", "bureau_head", "county_leader", "auditor"})
MOST_ROWS = 20_000
"""So many rows a file has at most; a figure whose list is cut is listed whole by `list_counted_cases`."""

HEADINGS = {
    "indicator": "指标代码",
    "name": "指标",
    "unit_of_count": "单位",
    "text": "结果",
    "numerator": "分子",
    "denominator": "分母",
    "definition": "定义",
    "version": "定义版本",
    "part": "明细属于",
    "number": "编号",
    "counted": "计入数",
    "day": "日期",
}


def approve_evidence_folder(uow: UnitOfWork, call: Call, data: Data) -> Data:
    """Approve that one person takes the folder of a year out."""
    Asker(call.unit, call.roles).check_county()
    approval = approve_folder(ApprovalsInWork(uow), **data, approved_by=call.actor or "", now=call.now)
    return {
        "export_no": approval.export_no,
        "year": approval.year,
        "for_person": approval.for_person,
        "until_on": approval.until_on.isoformat(),
    }


def export_evidence_folder(reader: Reader, call: Call, data: Data) -> Data:
    """One section of the folder, as a file."""
    Asker(call.unit, call.roles).check_county()
    approval = approval_for(MongoApprovals(reader), data["export_no"], call.actor, call.now)
    section, form = data["section"], data["form"]
    sheet = Sheet(section.name_zh, [Column(*one) for one in HEADINGS.items()], approval.watermark(call.now))
    file = io.BytesIO()
    with MongoLedgers(reader).open() as ledger:
        first = FirstRows(folder_rows(section, approval.year, call.now, catalogue_in_force(ledger), ledger), MOST_ROWS)
        rows = write(sheet, first, form, file)
    log.info(
        "a section of the folder of evidence was taken out",
        extra={"export_no": approval.export_no, "by": call.actor, "unit": call.unit, "rows": rows},
    )
    return {
        "export_no": approval.export_no,
        "file_name": f"{section.name_zh}_{approval.year}.{form.value}",
        "media_type": MEDIA_TYPES[form],
        "content": base64.b64encode(file.getvalue()).decode(),
        "rows": rows,
        "most_rows": MOST_ROWS,
        "complete": not first.is_short,
    }


class FirstRows:
    """The first rows, at most so many; `is_short` tells afterwards whether there were more."""

    def __init__(self, rows: Iterator[Row], most: int) -> None:
        self._rows = rows
        self._most = most
        self.is_short = False

    def __iter__(self) -> Iterator[dict[str, Any]]:
        yield from islice(self._rows, self._most)
        self.is_short = next(self._rows, None) is not None


COMMANDS = (
    Command("approve_evidence_folder", folder_requests.ApproveEvidenceFolder, approve_evidence_folder, APPROVERS),
)
FOLDER_QUERIES = (
    Query("export_evidence_folder", folder_requests.ExportEvidenceFolder, export_evidence_folder, TAKERS),
)

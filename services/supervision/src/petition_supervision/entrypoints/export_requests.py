"""What the command and the query of exports take. An unknown field is refused by the chassis."""

from __future__ import annotations

from marshmallow import Schema, fields

from petition_supervision.domain.export_terms import Ledger
from petition_supervision.entrypoints.leader_commands import on_day, words
from worksheet import Form


class ApproveExport(Schema):
    """批准导出：导出哪一本台账、由谁导出、到何时、为何。Approves that one person takes a list out, and why."""

    ledger = fields.Enum(
        Ledger,
        by_value=True,
        required=True,
        metadata={"zh": "三张清单、督查任务清单、交办台账、包案台账、重点村台账", "en": "which list"},
    )
    unit = fields.String(
        load_default=None,
        allow_none=True,
        metadata={"zh": "哪个单位的；不填为全县", "en": "of which unit; the whole county's when left out"},
    )
    for_person = words("导出人（人员编号），不得为批准人本人", "who takes it out; not who approves it", 38)
    until_on = on_day("有效至，今天起三十日内", "the last day, within thirty days")
    reason = words("导出理由", "why it is taken out")


class ExportLedger(Schema):
    """凭批准导出台账，首行为水印；每行公式符号已处理。Takes an approved list out as a file."""

    export_no = words("批准编号", "number of the approval", 38)
    form = fields.Enum(
        Form, by_value=True, required=True, metadata={"zh": "文件格式 csv、xlsx", "en": "form of the file"}
    )
    on = fields.Date(
        format="iso",
        load_default=None,
        allow_none=True,
        metadata={
            "zh": "三张清单的截至日期；不填为今天",
            "en": "the three lists as they stood at the end of this day; today when left out",
        },
    )

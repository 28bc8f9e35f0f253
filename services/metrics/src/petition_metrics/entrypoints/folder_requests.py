"""What the export of the folder of evidence takes. An unknown field is refused by the chassis."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_metrics.domain.sections import Section
from petition_metrics.entrypoints.report_schemas import OfYear
from worksheet import Form

_CODE = validate.Length(1, 38)


class ApproveEvidenceFolder(OfYear):
    """批准导出迎检台账：哪一年、由谁导出、到何时、为何。Approves that one person takes a year's folder out, and why."""

    for_person = fields.String(
        required=True,
        validate=_CODE,
        metadata={"zh": "导出人（人员编号），不得为批准人本人", "en": "who takes it out; not who approves it"},
    )
    until_on = fields.Date(
        required=True,
        format="iso",
        metadata={"zh": "有效至，今天起三十日内", "en": "the last day, within thirty days"},
    )
    reason = fields.String(
        required=True,
        validate=[validate.Length(1, 2000), validate.Regexp(r"\s*\S")],
        metadata={"zh": "导出理由", "en": "why it is taken out"},
    )


class ExportEvidenceFolder(Schema):
    """凭批准导出迎检台账的一个部分，首行为水印。Takes one section of an approved folder out as a file."""

    export_no = fields.String(
        required=True, validate=_CODE, metadata={"zh": "批准编号", "en": "number of the approval"}
    )
    section = fields.Enum(
        Section, by_value=True, required=True, metadata={"zh": "“五好”的哪一部分", "en": "which of the five sections"}
    )
    form = fields.Enum(
        Form,
        by_value=True,
        load_default=Form.XLSX,
        metadata={"zh": "文件格式 xlsx、csv，不填为 xlsx", "en": "form of the file; xlsx when left out"},
    )

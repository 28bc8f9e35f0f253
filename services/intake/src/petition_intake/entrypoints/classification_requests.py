"""The requests about code tables. A field that is not here is refused."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_intake.domain.code_tables import TABLE_WORDING, CodeTable
from petition_intake.entrypoints.fields import case_no, says

TWO_TO_SIX_DIGITS = validate.Regexp(r"^\d{2,6}$", error="two to six digits / 二至六位数字")


def _code(table: CodeTable) -> fields.String:
    """A code that may be left out; null takes back what was recorded."""
    wording = TABLE_WORDING[table]
    return fields.String(
        allow_none=True,
        validate=TWO_TO_SIX_DIGITS,
        metadata=says(f"{wording.zh}代码，空值为撤回", f"code: {wording.en}; null takes it back"),
    )


class ClassifyPetition(Schema):
    """登记问题原因、热点问题等代码: any of them, open or closed; what is left out stays."""

    case_no = case_no()
    problem_cause = _code(CodeTable.PROBLEM_CAUSE)
    hot_topic = _code(CodeTable.HOT_TOPIC)
    affiliation = _code(CodeTable.AFFILIATION)
    office_kind = _code(CodeTable.OFFICE_KIND)
    respondent_level = _code(CodeTable.RESPONDENT_LEVEL)


class ListCodes(Schema):
    """代码表: one of the tables a petition is classified by."""

    table = fields.Enum(CodeTable, by_value=True, required=True, metadata=says("代码表", "the table"))

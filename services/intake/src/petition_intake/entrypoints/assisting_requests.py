"""The requests of the assistant. A field that is not here is refused."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_intake.domain.drafts import DraftPaper
from petition_intake.domain.vocabulary import ReclassifyReason
from petition_intake.entrypoints.fields import LONG_TEXT, case_no, says


class SuggestCategory(Schema):
    """内容分类提示: categories the words of a filing speak for, with those words. Nothing is decided or kept."""

    request = fields.String(required=True, validate=LONG_TEXT, metadata=says("诉求", "what is asked for"))
    facts = fields.String(load_default="", validate=LONG_TEXT, metadata=says("事实", "facts"))
    reasons = fields.String(load_default="", validate=LONG_TEXT, metadata=says("理由", "reasons"))


class DecideSuggestedCategory(Schema):
    """采纳或者不采纳分类提示: by a person, once for each suggestion; what is taken becomes the category."""

    case_no = case_no()
    category = fields.String(
        required=True,
        validate=validate.Regexp(r"^\d{6}$", error="six digits / 六位数字"),
        metadata=says("所提示的内容分类", "the category that was suggested"),
    )
    taken = fields.Boolean(required=True, metadata=says("是否采纳", "whether it is taken"))
    reason_code = fields.Enum(
        ReclassifyReason,
        by_value=True,
        load_default=ReclassifyReason.REGISTERED_IN_ERROR,
        metadata=says("因采纳而更正分类的理由", "why the category is corrected, where taking it corrects it"),
    )


class DraftPaperText(Schema):
    """起草受理告知书、处理意见书: from the case's own data, names masked, with gaps that a person fills."""

    case_no = case_no()
    paper = fields.Enum(DraftPaper, by_value=True, required=True, metadata=says("文书", "the paper"))

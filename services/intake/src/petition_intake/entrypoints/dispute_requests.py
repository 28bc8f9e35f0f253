"""The requests about disputes. There is no field for a person: who is concerned is not asked, only how many."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_intake.application.disputing import DisputeView
from petition_intake.domain.dispute_words import DisputeLevel, FoundBy, Verdict
from petition_intake.entrypoints.fields import LONG_TEXT, PEOPLE, case_no, optional_code, says
from petition_intake.entrypoints.filing_schema import PlaceFields, RegisterPetition


def dispute_no() -> fields.String:
    return fields.String(
        required=True,
        validate=validate.Regexp(r"^JF\d{4}-\d{6,}$", error="JF, year, serial / JF年份-序号"),
        metadata=says("矛盾纠纷编号", "number of the dispute"),
    )


def text(zh: str, en: str) -> fields.String:
    return fields.String(required=True, validate=LONG_TEXT, metadata=says(zh, en))


class Paged(Schema):
    """A page of a list."""

    limit = fields.Integer(
        load_default=50,
        strict=True,
        validate=validate.Range(min=1, max=200),
        metadata=says("每页条数", "rows a page"),
    )
    cursor = fields.String(
        load_default=None, allow_none=True, metadata=says("上一页给出的游标", "cursor given by the page before")
    )


class ReportDispute(Schema):
    """排查登记矛盾纠纷：网格巡查、集中排查、走访或者信访事项中发现的。Puts a dispute on record that was found."""

    found_by = fields.Enum(FoundBy, by_value=True, required=True, metadata=says("发现方式", "how it came to light"))
    place = fields.Nested(PlaceFields, required=True, metadata=says("所在村（社区）、小网格", "village and small grid"))
    category = fields.String(
        required=True,
        validate=validate.Regexp(r"^\d{6}$", error="six digits / 六位数字"),
        metadata=says("内容分类，三级代码", "category, the code of the third level"),
    )
    found_on = fields.Date(required=True, format="iso", metadata=says("排查日期", "the day it was found"))
    matter = text("纠纷情况，不写当事人姓名", "what it is about; no names")
    people = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=True,
        validate=PEOPLE,
        metadata=says("涉及人数", "how many people it concerns"),
    )
    campaign_no = optional_code("排查活动编号，集中排查发现的必填", "number of the campaign that found it")
    case_no = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.Length(min=1, max=38),
        metadata=says("信访件编号，信访事项中发现的必填", "the petition in which it came to light"),
    )


class CheckDispute(Schema):
    """核实排查结果：真实或者不属实，由排查人以外的人员核实。Somebody other than the finder says whether it is real."""

    dispute_no = dispute_no()
    verdict = fields.Enum(Verdict, by_value=True, required=True, metadata=says("真实或者不属实", "real or unfounded"))
    basis = text("核实情况", "what was seen")


class SettleDispute(Schema):
    """化解矛盾纠纷：在哪一级、做了什么、有何依据。Settled: at which level, what was done, what shows it."""

    dispute_no = dispute_no()
    level = fields.Enum(
        DisputeLevel, by_value=True, required=True, metadata=says("在哪一级化解", "level at which it was settled")
    )
    settled_on = fields.Date(
        load_default=None,
        allow_none=True,
        format="iso",
        metadata=says("化解日期；不填为今天", "the day it was settled; today when left out"),
    )
    result = text("化解措施和结果", "what was done, and what came of it")
    evidence = text("化解依据", "what shows it")
    agreement_no = optional_code("调解、和解协议编号", "number of the agreement")


class UpgradeDispute(Schema):
    """矛盾纠纷转为信访事项：接到已登记的信访件，或者当场登记。The dispute goes on as a petition."""

    dispute_no = dispute_no()
    case_no = optional_code("已登记的信访件编号", "number of the petition, where it is registered")
    petition = fields.Nested(
        RegisterPetition,
        load_default=None,
        allow_none=True,
        metadata=says("登记内容，尚未登记的填写", "what to register, where it is not"),
    )


class LinkDispute(Schema):
    """信访事项关联事先排查的矛盾纠纷。A petition goes back to a dispute that had been found and dealt with."""

    case_no = case_no()
    dispute_no = dispute_no()


class GetDispute(Schema):
    """查看一件矛盾纠纷。One dispute in full."""

    dispute_no = dispute_no()


class ListDisputes(Paged):
    """矛盾纠纷清单，最早排查的在前：未办结的、超期未办结的、本单位排查的。A page, the earliest find first."""

    view = fields.Enum(DisputeView, by_value=True, load_default=DisputeView.OPEN, metadata=says("清单", "which list"))

"""The requests about the small grids' log. There is no field for a resident, and no text one could be described in."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_intake.domain.grid_item import GridItemKind, GridOutcome, GridTask
from petition_intake.entrypoints.dispute_requests import Paged
from petition_intake.entrypoints.fields import optional_code, says
from petition_intake.entrypoints.filing_schema import PlaceFields


def _place() -> fields.Nested:
    return fields.Nested(PlaceFields, required=True, metadata=says("所在小网格", "the small grid"))


class RecordGridItem(Schema):
    """登记网格事项：社情民意、便民服务、基层治理、信访事项，不登记居民信息。Puts an entry into a small grid's log."""

    kind = fields.Enum(GridItemKind, by_value=True, required=True, metadata=says("事项种类", "which of the four kinds"))
    place = _place()
    noted_on = fields.Date(required=True, format="iso", metadata=says("登记日期", "the day it was noted"))
    due_on = fields.Date(
        load_default=None, allow_none=True, format="iso", metadata=says("办理期限", "the day it is due, if one is set")
    )
    category = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.Regexp(r"^\d{6}$", error="six digits / 六位数字"),
        metadata=says("内容分类，社情民意必填", "category, for public opinion"),
    )
    task = fields.Enum(
        GridTask,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata=says("工作内容，便民服务、基层治理必填", "what was done, for services and governance"),
    )
    case_no = optional_code("信访件编号，信访事项交由网格化解的填写", "the petition the grid is to settle")
    dispute_no = optional_code("矛盾纠纷编号，交由网格化解的填写", "the dispute the grid is to settle")


class FinishGridItem(Schema):
    """网格事项办结：在网格办结或者移交。Done in the grid, or handed on."""

    item_no = fields.String(
        required=True,
        validate=validate.Regexp(r"^WG\d{4}-\d{6,}$", error="WG, year, serial / WG年份-序号"),
        metadata=says("网格事项编号", "number of the entry"),
    )
    outcome = fields.Enum(GridOutcome, by_value=True, required=True, metadata=says("办结情况", "how it ended"))
    done_on = fields.Date(
        load_default=None,
        allow_none=True,
        format="iso",
        metadata=says("完成日期；不填为今天", "the day it was done; today when left out"),
    )


class ListGridPosts(Paged):
    """网格长、网格员名录：全县（信访局）或者本乡镇。The posts of big and small grids with who holds them, by code."""

    township_code = optional_code(
        "乡镇代码；不填为全县，乡镇为本乡镇", "one township; all one may ask about when left out"
    )
    vacant_only = fields.Boolean(load_default=False, metadata=says("只看空缺", "only vacant posts"))


class CountGridPosts(Schema):
    """网格员配备情况：两级网格各有多少岗位、在岗和空缺多少。How many posts of each tier there are, held and vacant."""

    township_code = optional_code(
        "乡镇代码；不填为全县，乡镇为本乡镇", "one township; all one may ask about when left out"
    )


class ListGridItems(Paged):
    """网格事项清单，最近的在前：一个乡镇、村（社区）或者小网格的。The log of a place, the latest entry first."""

    place = _place()
    kind = fields.Enum(
        GridItemKind, by_value=True, load_default=None, allow_none=True, metadata=says("事项种类", "one of the kinds")
    )
    open_only = fields.Boolean(load_default=False, metadata=says("只看未办结的", "only what is not done"))

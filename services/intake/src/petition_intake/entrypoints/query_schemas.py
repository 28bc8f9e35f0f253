"""The requests of the queries, as they come over RPC. A field that is not here is refused."""

from __future__ import annotations

from marshmallow import Schema, fields, validate

from petition_intake.domain.channels import Channel
from petition_intake.domain.marks import Mark
from petition_intake.domain.states import State
from petition_intake.entrypoints.commands import QUERY_CODE
from petition_intake.entrypoints.fields import Instant, case_no, optional_code, says


class GetPetition(Schema):
    """One petition, names and numbers masked."""

    case_no = case_no()


class ListPetitions(Schema):
    """A page of petitions, newest receipt first: the bureau's all, a unit's own and those it has."""

    state = fields.Enum(
        State, by_value=True, load_default=None, allow_none=True, metadata=says("办理状态", "where it stands")
    )
    channel = fields.Enum(
        Channel, by_value=True, load_default=None, allow_none=True, metadata=says("信访形式", "channel")
    )
    registered_by_unit = optional_code("登记单位", "unit that registered it")
    received_from = Instant(
        load_default=None, allow_none=True, metadata=says("收到时间，起（含）", "received at or after")
    )
    received_to = Instant(load_default=None, allow_none=True, metadata=says("收到时间，止（不含）", "received before"))
    mark = fields.Enum(
        Mark,
        by_value=True,
        load_default=None,
        allow_none=True,
        attribute="marks",
        metadata=says("有此标记", "with this mark"),
    )
    joined_to = optional_code("并入此件办理的", "handled together with this case")
    limit = fields.Integer(
        load_default=50,
        strict=True,
        validate=validate.Range(min=1, max=200),
        metadata=says("每页条数", "rows a page"),
    )
    cursor = fields.String(
        load_default=None, allow_none=True, metadata=says("上一页给出的游标", "cursor given by the page before")
    )


class SearchPetitions(Schema):
    """信访件全文检索: petitions in whose text all the words stand, the one registered last first."""

    words = fields.String(
        required=True,
        validate=validate.Length(min=1, max=200),
        metadata=says("检索词，以空格分开，每个至少2个字", "words, parted by blanks, of two characters at least"),
    )
    limit = fields.Integer(
        load_default=20,
        strict=True,
        validate=validate.Range(min=1, max=100),
        metadata=says("每页条数", "rows a page"),
    )
    cursor = fields.String(
        load_default=None, allow_none=True, metadata=says("上一页给出的游标", "cursor given by the page before")
    )


class TrackPetition(Schema):
    """信访人查询 (第十八条、第二十一条): by number and query code."""

    case_no = case_no()
    query_code = fields.String(required=True, validate=QUERY_CODE, metadata=says("查询码", "query code"))


class SuggestRepeats(Schema):
    """筛重: earlier petitions that may be the same matter, with the reasons. Nothing is decided."""

    case_no = case_no()


class NumberingGaps(Schema):
    """Numbers of one day under which nothing is registered, each explained."""

    day = fields.Date(required=True, metadata=says("登记日期", "day of registration"))

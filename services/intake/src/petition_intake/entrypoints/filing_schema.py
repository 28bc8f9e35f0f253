"""The request of `register_petition`, and the filing it is turned into. A field that is not here is refused."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, validate

from petition_intake.domain.channels import Channel
from petition_intake.domain.filing import Accused, Filing, HandDown, Purpose
from petition_intake.domain.forms import Form
from petition_intake.domain.levels import Level
from petition_intake.domain.people import Petitioner, Role
from petition_intake.domain.register import Place
from petition_intake.entrypoints.fields import (
    CODE,
    LONG_TEXT,
    PEOPLE,
    SHORT_TEXT,
    Instant,
    code,
    optional_code,
    says,
)

MOST_PEOPLE = 500


class PlaceFields(Schema):
    """问题属地: where the matter lies, as far down as it is known."""

    township_code = code("乡镇（街道）代码", "township code", required=True)
    village_code = optional_code("村（社区，大网格）代码", "village code (big grid)")
    grid_code = optional_code("小网格代码", "small grid code")


class PetitionerFields(Schema):
    """信访人. Nothing else is asked about a person (《个人信息保护法》第六条)."""

    name = fields.String(load_default=None, allow_none=True, validate=SHORT_TEXT, metadata=says("姓名（名称）", "name"))
    phone = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.Length(min=3, max=30),
        metadata=says("联系电话", "telephone number"),
    )
    address = fields.String(load_default=None, allow_none=True, validate=SHORT_TEXT, metadata=says("住址", "address"))
    id_number = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.Length(min=4, max=40),
        metadata=says("证件号码，自愿提供", "identity number, if offered"),
    )
    id_kind = optional_code("证件类型代码，有证件号码时可填", "code of the kind of paper, where there is a number")
    role = fields.Enum(
        Role,
        by_value=True,
        load_default=Role.PETITIONER,
        metadata=says("信访人、代表或者代理人", "petitioner, representative or agent"),
    )


class HandDownFields(Schema):
    """上级转送、交办: the document that handed the matter down."""

    issuer = code("交办机关", "issuing body", required=True)
    issuer_level = fields.Enum(
        Level, by_value=True, required=True, metadata=says("交办机关层级", "level of the issuing body")
    )
    document_no = code("交办文号", "document number", required=True)
    batch_name = fields.String(
        load_default=None, allow_none=True, validate=SHORT_TEXT, metadata=says("批次或者专项名称", "batch or campaign")
    )
    feedback_due_on = fields.Date(required=True, metadata=says("要求反馈结果的日期", "date by which the result is due"))
    original_channel = fields.Enum(
        Channel,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata=says("信访人最初提出的形式", "channel by which it first came in above"),
    )


class AccusedFields(Schema):
    """被反映人, for accusations only; kept in the restricted store."""

    unit = optional_code("被反映单位代码", "code of the accused unit")
    name = fields.String(load_default=None, allow_none=True, validate=SHORT_TEXT, metadata=says("姓名", "name"))
    post = fields.String(load_default=None, allow_none=True, validate=SHORT_TEXT, metadata=says("职务", "post"))
    person = optional_code("被反映人在名册中的代码，该人不得查阅", "the accused on the register, who may never open it")


class RegisterPetition(Schema):
    """登记信访事项 (《信访工作条例》第二十一条、第二十二条): any channel; nobody is refused a number."""

    channel = fields.Enum(
        Channel, by_value=True, required=True, metadata=says("信访形式（第十七条）", "channel (Article 17)")
    )
    form = fields.Enum(
        Form,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata=says("具体形式，如手机、微信、领导信箱；不填按信访形式", "form within the channel, if told apart"),
    )
    purpose = fields.Enum(
        Purpose,
        by_value=True,
        required=True,
        metadata=says("信访目的：建议意见、检举控告、申诉求决", "suggestion, accusation or appeal"),
    )
    category = fields.String(
        required=True,
        validate=validate.Regexp(r"^\d{6}$", error="six digits / 六位数字"),
        metadata=says("内容分类，三级代码", "category, the code of the third level"),
    )
    place = fields.Nested(PlaceFields, required=True, metadata=says("问题属地", "where the matter lies"))
    received_at = Instant(
        load_default=None,
        allow_none=True,
        metadata=says("收到时间；不填为现在，来信和传真必填", "when received; letter and fax need it"),
    )
    request = fields.String(
        required=True, validate=LONG_TEXT, metadata=says("诉求（第十九条）", "what is asked for (Article 19)")
    )
    facts = fields.String(load_default="", validate=LONG_TEXT, metadata=says("事实", "facts"))
    reasons = fields.String(load_default="", validate=LONG_TEXT, metadata=says("理由", "reasons"))
    petitioners = fields.List(
        fields.Nested(PetitionerFields),
        load_default=list,
        validate=validate.Length(max=MOST_PEOPLE),
        metadata=says("信访人，首位为联系人，须有姓名和住址", "petitioners, the contact first"),
    )
    anonymous = fields.Boolean(load_default=False, metadata=says("匿名", "anonymous"))
    identity_unclear = fields.Boolean(
        load_default=False,
        metadata=says("姓名（名称）、住址不清（第二十三条）", "name or address cannot be made out (Article 23)"),
    )
    joint = fields.Boolean(load_default=False, metadata=says("联名", "signed by several"))
    consent_public = fields.Boolean(
        load_default=False, metadata=says("同意公开办理结果", "agrees that the result is published")
    )
    secrecy = fields.Boolean(
        load_default=False,
        metadata=says("请求保密（第十八条第四款），不再公开办理结果", "asks for secrecy; the result is not published"),
    )
    online_delivery = fields.Boolean(
        load_default=False, metadata=says("同意网上送达告知", "agrees that notices come online")
    )
    headcount = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=True,
        validate=PEOPLE,
        metadata=says("人数；来访必填", "number of people; a visit needs it"),
    )
    representatives = fields.Integer(
        load_default=None,
        allow_none=True,
        strict=True,
        metadata=says("来访代表人数，不超过5人（第二十条）", "representatives of a visit, at most 5 (Article 20)"),
    )
    in_writing = fields.Boolean(
        load_default=None, allow_none=True, metadata=says("来访时递交书面材料", "the visitor handed in writing")
    )
    read_back_confirmed = fields.Boolean(
        load_default=None,
        allow_none=True,
        metadata=says("口头反映的记录已宣读核对（第十九条）", "the oral record was read back (Article 19)"),
    )
    postmarked_on = fields.Date(
        load_default=None, allow_none=True, metadata=says("来信邮戳日期", "postmark of a letter")
    )
    postmark_illegible = fields.Boolean(
        load_default=None, allow_none=True, metadata=says("邮戳不清或者直接投递", "no readable postmark, or handed in")
    )
    visited_level = fields.Enum(
        Level,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata=says("实际走访的层级，不填为登记机关层级", "level visited, if not the window's own"),
    )
    competent_level = fields.Enum(
        Level,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata=says("有权处理机关的层级", "level of the body with power to handle it"),
    )
    hand_down = fields.Nested(
        HandDownFields,
        load_default=None,
        allow_none=True,
        metadata=says("上级转送、交办的文件", "the hand-down document"),
    )
    ticket_no = fields.String(
        load_default=None, allow_none=True, validate=CODE, metadata=says("热线工单号", "hotline ticket number")
    )
    accused = fields.Nested(
        AccusedFields,
        load_default=None,
        allow_none=True,
        metadata=says("被反映人，只用于检举控告", "whom an accusation accuses"),
    )
    complained_of = optional_code(
        "信访事项所反映的单位代码，不用于检举控告", "code of the unit complained of; not for accusations"
    )


def filing_of(data: dict[str, Any]) -> Filing:
    """The filing of a loaded request."""
    hand_down, accused = data["hand_down"], data["accused"]
    return Filing(
        **{
            **data,
            "place": Place(**data["place"]),
            "petitioners": tuple(Petitioner(**person) for person in data["petitioners"]),
            "hand_down": HandDown(**hand_down) if hand_down else None,
            "accused": Accused(**accused) if accused else None,
        }
    )

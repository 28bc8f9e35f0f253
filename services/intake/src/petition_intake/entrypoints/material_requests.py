"""The requests about materials. A file comes and goes in parts, as base64 text."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate

from petition_intake.domain.material import PART_BYTES
from petition_intake.domain.material_words import MaterialKind, MediaType
from petition_intake.entrypoints.commands import QUERY_CODE
from petition_intake.entrypoints.dispute_requests import Paged
from petition_intake.entrypoints.fields import SHORT_TEXT, case_no, says

NO_PATH = validate.Regexp(r"^[^/\\\x00-\x1f]+$", error="a name without a path / 文件名不含路径")


class PartContent(fields.String):
    """Base64 text as the bytes it stands for, at most one part."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        text = super()._deserialize(value, attr, data, **kwargs)
        try:
            content = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError) as error:
            raise ValidationError("no base64 / 不是 base64 编码") from error
        if not 1 <= len(content) <= PART_BYTES:
            raise ValidationError(f"a part has 1 to {PART_BYTES} bytes / 每段1至{PART_BYTES}字节")
        return content


def _material_no() -> fields.String:
    return fields.String(
        required=True,
        validate=validate.Regexp(r"^\d{18,26}-\d{3,}$", error="case number, hyphen, serial / 信访件编号-序号"),
        metadata=says("材料编号", "number of the material"),
    )


def _part() -> fields.Integer:
    return fields.Integer(
        required=True,
        strict=True,
        validate=validate.Range(min=1),
        metadata=says("第几段，从1起", "which part, counted from 1"),
    )


def _query_code() -> fields.String:
    return fields.String(
        load_default=None,
        allow_none=True,
        validate=QUERY_CODE,
        metadata=says("查询码，信访人本人必填", "query code, needed from the petitioner"),
    )


class BeginMaterial(Schema):
    """申报一份材料：扫描件、书面材料、照片、录音、录像、回访材料。Declares a file; the answer tells what is missing."""

    case_no = case_no()
    query_code = _query_code()
    material_kind = fields.Enum(
        MaterialKind, by_value=True, required=True, metadata=says("材料种类", "what the file shows")
    )
    file_name = fields.String(
        required=True, validate=[SHORT_TEXT, NO_PATH], metadata=says("文件名", "name of the file")
    )
    media_type = fields.Enum(MediaType, by_value=True, required=True, metadata=says("文件格式", "format of the file"))
    size = fields.Integer(
        required=True, strict=True, validate=validate.Range(min=1), metadata=says("字节数", "size in bytes")
    )
    sha256 = fields.String(
        required=True,
        validate=validate.Regexp(r"^[0-9a-f]{64}$", error="64 digits 0-9 a-f / 64位小写十六进制数字"),
        metadata=says("全文件的 SHA-256 校验值", "SHA-256 of the whole file"),
    )


class AddMaterialPart(Schema):
    """传送材料的一段；各段齐全且校验值相符即收存。A part; with the last missing one the material is complete."""

    material_no = _material_no()
    query_code = _query_code()
    part = _part()
    content = PartContent(
        required=True,
        metadata=says(
            f"该段内容，base64，每段 {PART_BYTES} 字节，末段为余数",
            f"the part in base64: {PART_BYTES} bytes, the rest in the last",
        ),
    )


class ListMaterials(Paged):
    """一件信访事项的材料清单；信访人看本人提交的。A petition's materials; to the petitioner the petitioner's own."""

    case_no = case_no()
    query_code = _query_code()


class GetMaterialPart(Schema):
    """读取材料的一段。One part of a material."""

    material_no = _material_no()
    query_code = _query_code()
    part = _part()

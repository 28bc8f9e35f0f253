"""Every way a code is refused."""

from __future__ import annotations

from petition_intake.domain.errors import Refused


class CodeUnknown(Refused):
    code = "CODE_UNKNOWN"
    zh = "代码表“{table_zh}”中没有 {code}。"
    en = "There is no {code} in the code table: {table}."


class CodesUnchanged(Refused):
    code = "CODES_UNCHANGED"
    zh = "没有填写与现登记不同的代码。"
    en = "No code was stated that differs from what is recorded."


class IdKindWithoutNumber(Refused):
    """《个人信息保护法》第六条: a paper that was not shown is not recorded."""

    code = "ID_KIND_WITHOUT_NUMBER"
    zh = "没有登记证件号码的，不填写证件类型。"
    en = "Where no identity number is registered, no kind of paper is."

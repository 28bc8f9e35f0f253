"""What a caller is told when a request is refused: a stable code, the field, and one sentence in two languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Sentence:
    """One documented code and its sentence templates."""

    code: str
    zh: str
    en: str
    retryable: bool = False


CODES: dict[str, Sentence] = {
    sentence.code: sentence
    for sentence in (
        Sentence("UNKNOWN_FIELD", "不认识的字段：{field}。", "Unknown field: {field}."),
        Sentence("MISSING_FIELD", "缺少必填字段：{field}。", "A required field is missing: {field}."),
        Sentence("WRONG_TYPE", "字段 {field} 的类型不对。", "Field {field} has the wrong type."),
        Sentence(
            "BAD_VALUE",
            "字段 {field} 的值不可用：{reason}",
            "Field {field} has a value that cannot be used: {reason}",
        ),
        Sentence(
            "KEY_MISSING",
            "缺少幂等键 key：每个命令都要带一个。",
            "The idempotency key is missing: every command needs one.",
        ),
        Sentence(
            "KEY_REUSED",
            "同一个幂等键已用于内容不同的另一请求，本次未作任何处理。",
            "This idempotency key was used for a request with other content; nothing was done.",
        ),
        Sentence(
            "STALE_VERSION",
            "记录已被他人更新（现为第 {actual} 版，您依据的是第 {expected} 版），请重新查看后再办。",
            "The record has moved on (now version {actual}, you expected {expected}); read it again first.",
        ),
        Sentence(
            "REQUEST_EXPIRED",
            "请求已过有效时间，未作处理。",
            "The request is past its expiry and was not carried out.",
        ),
        Sentence("MALFORMED_REQUEST", "请求无法读懂。", "The request cannot be read."),
        Sentence("UNKNOWN_METHOD", "没有名为 {method} 的方法。", "There is no method {method}."),
        Sentence("NOT_FOUND", "查无此记录：{id}。", "There is no such record: {id}."),
        Sentence("CALLER_UNKNOWN", "呼叫系统 {caller} 未登记。", "The calling system {caller} is not registered."),
        Sentence(
            "ACTOR_UNKNOWN",
            "经办人 {actor} 不在本单位名册中。",
            "The officer {actor} is not on your unit's register.",
        ),
        Sentence("FORBIDDEN", "该经办人无权执行此操作。", "This officer may not do this."),
        Sentence(
            "BUSY",
            "系统暂时繁忙，请用同一幂等键重试。",
            "The system is busy; try again with the same key.",
            retryable=True,
        ),
        Sentence(
            "INTERNAL",
            "系统内部错误（编号 {reference}），请用同一幂等键重试。",
            "Internal error (reference {reference}); try again with the same key.",
            retryable=True,
        ),
    )
}


class Refusal(Exception):
    """A request was refused and nothing was written."""

    def __init__(self, code: str, field: str | None, zh: str, en: str, retryable: bool = False) -> None:
        super().__init__(f"{code}: {en}")
        self.code = code
        self.field = field
        self.zh = zh
        self.en = en
        self.retryable = retryable

    @classmethod
    def of(cls, code: str, field: str | None = None, **values: object) -> Refusal:
        """One of the chassis's own documented refusals."""
        sentence = CODES[code]
        values.setdefault("field", field)
        return cls(code, field, sentence.zh.format(**values), sentence.en.format(**values), sentence.retryable)

    def to_wire(self) -> dict[str, Any]:
        return {"code": self.code, "field": self.field, "zh": self.zh, "en": self.en, "retryable": self.retryable}


def from_domain(error: Any) -> Refusal:
    """Turn a service's own typed error (code, zh, en, field, values) into a refusal."""
    values = _Values(getattr(error, "values", None) or {})
    values.setdefault("field", error.field)
    return Refusal(error.code, error.field, error.zh.format_map(values), error.en.format_map(values))


class _Values(dict[str, Any]):
    """What goes into a sentence; a gap stays visible as a gap, for a refusal must not fail for want of a word."""

    def __missing__(self, name: str) -> str:
        return "…"


_SCHEMA_CODES = (
    ("Unknown field", "UNKNOWN_FIELD"),
    ("Missing data", "MISSING_FIELD"),
    ("Not a valid", "WRONG_TYPE"),
    ("Invalid input type", "WRONG_TYPE"),
    ("Invalid type", "WRONG_TYPE"),
    ("Field may not be null", "WRONG_TYPE"),
)


def from_schema(messages: Mapping[str, Any]) -> Refusal:
    """Turn marshmallow's messages into one refusal: the first field, in the schema's own order."""
    field, message = next(_flatten(messages, ""))
    for start, code in _SCHEMA_CODES:
        if message.startswith(start):
            return Refusal.of(code, field)
    return Refusal.of("BAD_VALUE", field, reason=message)


def _flatten(messages: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(messages, Mapping):
        for name, inner in messages.items():
            step = "" if name == "_schema" else str(name)
            yield from _flatten(inner, f"{path}.{step}".strip("."))
    else:
        for message in messages:
            yield path, str(message)

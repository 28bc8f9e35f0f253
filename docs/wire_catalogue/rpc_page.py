"""The page `rpc.md`: every command and query of every service, what it takes, who may give it, and every refusal."""

from __future__ import annotations

from collections.abc import Iterator

from chassis.refusal import CODES, Refusal
from chassis.service import ANYONE, Command, Query, Service
from chassis.topology import RPC_EXCHANGE
from wire_catalogue.declarations import commands_of, queries_of, refusals_of
from wire_catalogue.glossary import Term, chinese_names
from wire_catalogue.markdown import GENERATED, codes, json_block, page, table
from wire_catalogue.requests import example_data, request_fields, summary

ENVELOPE = (
    ("data", "object", "the fields of the command or query; an unknown field is refused"),
    ("actor", "text", "number of the officer in whose name it is done; needed wherever a role is asked for"),
    ("key", "text, at most 200", "idempotency key: needed for a command, not used by a query"),
    ("expected_version", "whole number", "version the caller saw; refused if the store has another (`STALE_VERSION`)"),
    ("expires_at", "instant", "a request that arrives later is not carried out (`REQUEST_EXPIRED`)"),
    ("correlation_id", "text", "goes into the journal and into every event that follows; made when absent"),
)
KEY = "8b0c2f1e-4a8e-4a43-9d0b-2f6f3f1f9f52"
OFFICER = "P0031"
INTRODUCTION = f"""\
What the services can be asked, by an agency's own system or by anything else that holds a broker user. Words are
explained in the [glossary](glossary.md); what follows from a command is told in [events](events.md).

## How to call 如何调用

Publish a nameko RPC request on the exchange `{RPC_EXCHANGE}` with the routing key `<service>.<method>`, with
`reply_to`, `correlation_id` and the AMQP property `user_id`: the broker vouches for it, and it is who you are. The
library `petition_client` does all of this, sends again with the same key when no answer comes, and raises refusals.
"""
ANSWER = """\
The answer is `{"result": …, "error": null}` and means that everything is stored safely. A refusal means that nothing
was written:
"""
REPEATING = """\
**A command can always be repeated.** The same key with the same content gives the stored answer, for ever; the same
key with other content is refused (`KEY_REUSED`). A key belongs to the calling system: two systems may use the same
one.

Fields marked *required* have to be there. *instant* is RFC 3339 with a time zone; *day* is `2026-03-01`.
"""


def rpc_page(declared: list[Service], terms: list[Term]) -> str:
    """Names in Chinese come from the glossary's `terms`."""
    return page(
        [
            GENERATED,
            "",
            "# Commands and queries 命令与查询",
            "",
            *_how_to_call(),
            *_chassis_codes(),
            *(line for service in declared for line in _service(service, terms)),
        ]
    )


def _how_to_call() -> Iterator[str]:
    yield from INTRODUCTION.splitlines()
    yield ""
    yield from json_block({"args": [], "kwargs": {"actor": OFFICER, "key": KEY, "data": {"case_no": "…"}}})
    yield from table(("in `kwargs`", "type", "meaning"), ((f"`{name}`", type, text) for name, type, text in ENVELOPE))
    yield from ANSWER.splitlines()
    yield ""
    refused = Refusal.of("STALE_VERSION", "expected_version", actual=7, expected=6)
    error = {
        "exc_type": refused.code,
        "exc_path": "",
        "exc_args": [],
        "value": refused.en,
        "refusal": refused.to_wire(),
    }
    yield from json_block({"result": None, "error": error})
    yield from REPEATING.splitlines()
    yield ""


def _chassis_codes() -> Iterator[str]:
    yield "## Refusals any service may give 通用拒绝代码"
    yield ""
    rows = ((f"`{s.code}`", s.zh, s.en, "yes" if s.retryable else "") for s in CODES.values())
    yield from table(("code", "中文", "English", "try again"), rows)


def _service(service: Service, terms: list[Term]) -> Iterator[str]:
    yield f"## Service `{service.name}` {chinese_names(terms, 'service').get(service.name, '')}".rstrip()
    yield ""
    for kind, methods in (("command", commands_of(service)), ("query", queries_of(service))):
        for method in methods:
            yield from _method(service, kind, method, terms)
    yield f"### Refusals of `{service.name}` 拒绝代码"
    yield ""
    rows = ((f"`{code.code}`", code.zh, code.en) for code in refusals_of(service))
    yield from table(("code", "中文", "English"), rows)


def _method(service: Service, kind: str, method: Command | Query, terms: list[Term]) -> Iterator[str]:
    zh = chinese_names(terms, kind).get(method.name, "")
    yield f"### {service.name}.{method.name} {zh}".rstrip()
    yield ""
    yield summary(method.schema, method.handle)
    yield ""
    yield f"{kind.capitalize()}. {_roles(method, terms)}"
    yield ""
    rows = (
        (
            f"`{field.path}`",
            field.type,
            "yes" if field.required else "",
            "; ".join(part for part in (codes(field.values), *field.rules) if part),
            " · ".join(part for part in (field.zh, field.en) if part),
        )
        for field in request_fields(method.schema)
    )
    yield from table(("field of `data`", "type", "required", "values, rules", "meaning"), rows)
    if kind == "command":
        yield from json_block({"actor": OFFICER, "key": KEY, "data": example_data(method.schema)})


def _roles(method: Command | Query, terms: list[Term]) -> str:
    if frozenset(method.roles) == ANYONE:
        return "Any registered system may ask."
    zh = chinese_names(terms, "role")
    named = ", ".join(f"`{role}` {zh.get(role, '')}".rstrip() for role in sorted(method.roles))
    return f"Officers with one of the roles: {named}."

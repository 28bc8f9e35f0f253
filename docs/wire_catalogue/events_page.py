"""The page `events.md`: every event of every service, what it says, and who acts on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from chassis.event import Event
from chassis.service import Service
from chassis.topology import events_exchange, inbox_name
from wire_catalogue.contracts import EventContract
from wire_catalogue.declarations import consumers
from wire_catalogue.markdown import GENERATED, codes, json_block, page, table

HEADERS = (
    ("specversion", "always `1.0`"),
    ("id", "`<subject>:<sequence>`; unique for one source"),
    ("source", "`/` and the service that tells it"),
    ("type", "name and version of the event; also the routing key"),
    ("subject", "what it is about: nearly always the case number"),
    ("time", "when the transaction that caused it was written, by the stack's clock; UTC"),
    ("sequence", "number of this event among all its source told about this subject: from 1, no gaps, ten digits"),
    ("correlationid", "the same for everything that followed from one request"),
    ("datacontenttype", "always `application/json`"),
)


INTRODUCTION = f"""\
What the services tell each other. Words used here are explained in the [glossary](glossary.md); what a service can be
asked to do stands in [rpc.md](rpc.md).

## How an event travels 事件如何传送

A service publishes its events on its own topic exchange, `{events_exchange("<service>").name}`, with the event's type
as routing key. A service that follows another one binds its inbox, `{inbox_name("<service>")}`, to all events of that
exchange, also to those it only counts past: that is how it notices a gap.

The body is a JSON object. CloudEvents 1.0 attributes travel as AMQP headers (binary mode), each with the prefix
`cloudEvents:`. An event may arrive more than once and out of order; `source`, `subject` and `sequence` tell which one
it is. A consumer ignores fields it does not know; a producer never removes a field or changes its meaning within a
version.
"""
TYPES = """\
Types of fields: *instant* is RFC 3339 in UTC with milliseconds, `2026-03-01T01:02:03.000Z`; *day* is a date in
Asia/Shanghai, `2026-03-01`; *or null* means that it may be empty. A field marked *required* is in every event of the
type. Officers appear by their number in the county register, never by name; no event carries personal data of
petitioners.
"""


def events_page(contracts: list[EventContract], declared: list[Service], zh: dict[str, str]) -> str:
    """`zh` gives each event's Chinese name."""
    return page(
        [
            GENERATED,
            "",
            "# Events 事件目录",
            "",
            *_envelope(contracts),
            *_overview(contracts, declared, zh),
            *(line for contract in contracts for line in _event(contract, declared, zh)),
        ]
    )


def _envelope(contracts: list[EventContract]) -> Iterator[str]:
    yield from INTRODUCTION.splitlines()
    yield ""
    yield from table(("header `cloudEvents:…`", "what it says"), ((f"`{name}`", text) for name, text in HEADERS))
    if contracts:
        yield "For example, the headers of the first event below:"
        yield ""
        yield from json_block(_headers(contracts[0]))
    yield from TYPES.splitlines()
    yield ""


def _headers(contract: EventContract) -> dict[str, object]:
    subject = str(contract.example.get("case_no", contract.example.get("register_id", "…")))
    version = contract.example.get("case_version", contract.example.get("version", 1))
    event = Event(
        id=f"{subject}:{version}",
        source=contract.producer,
        type=contract.type,
        subject=subject,
        sequence=int(version),
        time=datetime(2026, 3, 2, 1, 30, tzinfo=UTC),
        correlation_id="5f2b6c1e-8f0a-4b57-9a51-0d8c1d2e7a10",
    )
    return event.to_headers()


def _overview(contracts: list[EventContract], declared: list[Service], zh: dict[str, str]) -> Iterator[str]:
    yield "## All events 一览"
    yield ""
    rows = (
        (
            f"`{contract.producer}`",
            f"[`{contract.type}`](#{_anchor(_heading(contract, zh))})",
            zh.get(contract.name, ""),
            _who(contract, declared),
        )
        for contract in contracts
    )
    yield from table(("told by", "event", "中文", "acted on by"), rows)
    yield "*(all)* marks a service that takes in every event of the services it follows."
    yield ""


def _event(contract: EventContract, declared: list[Service], zh: dict[str, str]) -> Iterator[str]:
    yield f"## {_heading(contract, zh)}"
    yield ""
    description = str(contract.schema.get("description", "")).strip()
    if title := _title_en(contract):
        yield f"**{title}.** {description}".strip()
    elif description:
        yield description
    yield ""
    yield f"Told by `{contract.producer}`. Acted on by {_who(contract, declared)}."
    yield ""
    rows = (
        (f"`{field.path}`", field.type, "yes" if field.required else "", codes(field.values), field.meaning)
        for field in contract.fields()
    )
    yield from table(("field", "type", "required", "values", "meaning"), rows)
    yield from json_block(contract.example)


def _who(contract: EventContract, declared: list[Service]) -> str:
    found = consumers(declared, contract.producer, contract.type)
    return ", ".join(f"`{name}`".replace(" (all)`", "` *(all)*") for name in found) or "nobody yet"


def _heading(contract: EventContract, zh: dict[str, str]) -> str:
    return f"{contract.type} {zh.get(contract.name, '')}".strip()


def _title_en(contract: EventContract) -> str:
    title = str(contract.schema.get("title", "")).strip().rstrip(".")
    return "" if title in (contract.type, contract.name) else title


def _anchor(heading: str) -> str:
    kept = "".join(character for character in heading.lower() if character.isalnum() or character in "_- ")
    return kept.replace(" ", "-")

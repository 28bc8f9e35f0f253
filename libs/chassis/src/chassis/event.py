"""One event on the bus: CloudEvents 1.0 attributes in AMQP headers (binary mode), the data as JSON body.

Headers carry the prefix `cloudEvents:`. `sequence` is the CloudEvents sequence extension: the number of this event
among all events its source ever told about the same subject, without gaps, starting at 1.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

PREFIX = "cloudEvents:"
CONTENT_TYPE = "application/json"
LAST_SEQUENCE = 9_999_999_999
"""The header holds ten digits, so that sequences also sort as text."""


class Undecodable(Exception):
    """The message on the queue is not an event as the bus defines it."""


@dataclass(frozen=True)
class Event:
    """A fact told by `source` about `subject`; `sequence` orders the facts of one (source, subject)."""

    id: str
    source: str
    type: str
    subject: str
    sequence: int
    time: datetime
    correlation_id: str
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def stream(self) -> str:
        return f"{self.source}/{self.subject}"

    def to_document(self) -> dict[str, Any]:
        return {
            "_id": self.id,
            "source": self.source,
            "type": self.type,
            "subject": self.subject,
            "sequence": self.sequence,
            "time": self.time,
            "correlation_id": self.correlation_id,
            "data": self.data,
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Event:
        names = ("source", "type", "subject", "sequence", "time", "correlation_id", "data")
        return cls(id=document["_id"], **{name: document[name] for name in names})

    def to_headers(self) -> dict[str, Any]:
        attributes = {
            "specversion": "1.0",
            "id": self.id,
            "source": f"/{self.source}",
            "type": self.type,
            "subject": self.subject,
            "time": format_instant(self.time),
            "sequence": f"{self.sequence:010d}",
            "correlationid": self.correlation_id,
            "datacontenttype": CONTENT_TYPE,
        }
        return {PREFIX + name: value for name, value in attributes.items()}

    def to_body(self) -> bytes:
        return json.dumps(self.data, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_message(cls, headers: Mapping[str, Any] | None, body: bytes | str) -> Event:
        """Read an event from a message; anything missing or unreadable => Undecodable with the reason."""
        try:
            attributes = {
                name.removeprefix(PREFIX): value for name, value in (headers or {}).items() if name.startswith(PREFIX)
            }
            data = json.loads(body)
            if not isinstance(data, dict):
                raise Undecodable("the body is not a JSON object")
            sequence = int(attributes["sequence"])
            if not 1 <= sequence <= LAST_SEQUENCE:
                raise Undecodable("the sequence is out of range")
            return cls(
                id=str(attributes["id"]),
                source=str(attributes["source"]).lstrip("/"),
                type=str(attributes["type"]),
                subject=str(attributes["subject"]),
                sequence=sequence,
                time=parse_instant(attributes["time"]),
                correlation_id=str(attributes.get("correlationid", "")),
                data=data,
            )
        except KeyError as error:
            raise Undecodable(f"the attribute {error.args[0]} is missing") from error
        except (ValueError, TypeError, RecursionError) as error:
            raise Undecodable(str(error)) from error


def format_instant(instant: datetime) -> str:
    """RFC 3339, UTC, milliseconds: `2026-03-01T01:02:03.000Z`."""
    return instant.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse_instant(text: str) -> datetime:
    """An RFC 3339 instant with a time zone, as aware UTC; without a zone => ValueError."""
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone")
    return instant.astimezone(UTC)

"""Where messages wait that could not be applied: body, headers, error, whole and for as long as it takes.

Nothing is dropped. A parked message goes back to this service's inbox alone, through the default exchange, so other
consumers of the same event do not see it again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bson.binary import Binary
from pymongo.database import Database

from chassis.publisher import Fate, Outgoing, Publisher
from chassis.sealing import NOTHING_SEALED, Seals
from chassis.topology import inbox_name

COLLECTION = "parked_events"
ATTEMPT_HEADER = "x-attempt"


def attempts_of(headers: Mapping[str, Any]) -> int:
    """How often the message was tried again; a header that says no number counts as never."""
    attempts = headers.get(ATTEMPT_HEADER)
    return attempts if isinstance(attempts, int) and attempts > 0 else 0


def own_headers(headers: Mapping[str, Any]) -> dict[str, Any]:
    """What the sender wrote into the headers, without what the journey left there (attempts, x-death and the like)."""
    return {
        name: value
        for name, value in headers.items()
        if not name.startswith("x-") and isinstance(value, str | int | float | bool)
    }


class Parking:
    """The parked messages of one consuming service."""

    def __init__(self, database: Database[dict[str, Any]], service: str, seals: Seals = NOTHING_SEALED) -> None:
        self._parked = database[COLLECTION]
        self._service = service
        self._seals = seals

    def park(self, headers: Mapping[str, Any], body: bytes, error: str, at: datetime) -> str:
        """Keep a message; the same message parked again replaces its earlier entry. Returns its identifier.

        The headers are kept as JSON text, because any text can be a name or a value in them and not any can in BSON.
        """
        text = json.dumps(own_headers(headers), sort_keys=True)
        identifier = hashlib.sha256(text.encode() + body).hexdigest()[:24]
        entry = {
            "headers": text,
            "body": Binary(body),
            "error": error[:4000].encode("utf-8", "backslashreplace").decode(),
            "attempts": attempts_of(headers),
            "parked_at": at,
        }
        self._parked.replace_one({"_id": identifier}, self._seals.close(COLLECTION, entry), upsert=True)
        return identifier

    def list(self) -> list[dict[str, Any]]:
        """All parked messages without their bodies, oldest first."""
        found = self._parked.find({}, {"body": 0}, sort=[("parked_at", 1), ("_id", 1)])
        return [{**entry, "headers": json.loads(entry["headers"])} for entry in found]

    def get(self, identifier: str) -> dict[str, Any] | None:
        """One parked message, whole."""
        entry = self._parked.find_one({"_id": identifier})
        return entry and {**entry, "headers": json.loads(entry["headers"])}

    def put_back(self, identifier: str, publisher: Publisher) -> bool:
        """Send one message to the inbox again, its attempts forgotten; False if it is not parked or not accepted."""
        entry = self.get(identifier)
        if entry is None:
            return False
        message = Outgoing(identifier, "", inbox_name(self._service), bytes(entry["body"]), entry["headers"])
        if publisher.publish([message])[identifier] is not Fate.SAFE:
            return False
        self._parked.delete_one({"_id": identifier, "parked_at": entry["parked_at"]})
        return True

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
from chassis.topology import inbox_name

COLLECTION = "parked_events"
ATTEMPT_HEADER = "x-attempt"


class Parking:
    """The parked messages of one consuming service."""

    def __init__(self, database: Database[dict[str, Any]], service: str) -> None:
        self._parked = database[COLLECTION]
        self._service = service

    def park(self, headers: Mapping[str, Any], body: bytes, error: str, attempts: int, at: datetime) -> str:
        """Keep a message; the same message parked again replaces its earlier entry. Returns its identifier."""
        text = {name: value for name, value in headers.items() if isinstance(value, str | int | float | bool)}
        stable = {name: value for name, value in text.items() if name != ATTEMPT_HEADER}
        identifier = hashlib.sha256(json.dumps(stable, sort_keys=True).encode() + body).hexdigest()[:24]
        self._parked.replace_one(
            {"_id": identifier},
            {"headers": text, "body": Binary(body), "error": error[:4000], "attempts": attempts, "parked_at": at},
            upsert=True,
        )
        return identifier

    def list(self) -> list[dict[str, Any]]:
        """All parked messages, oldest first."""
        return list(self._parked.find({}, sort=[("parked_at", 1), ("_id", 1)]))

    def put_back(self, identifier: str, publisher: Publisher) -> bool:
        """Send one message to the inbox again, its attempts forgotten; False if it is not parked or not accepted."""
        document = self._parked.find_one({"_id": identifier})
        if document is None:
            return False
        headers = {name: value for name, value in document["headers"].items() if name != ATTEMPT_HEADER}
        message = Outgoing(identifier, "", inbox_name(self._service), bytes(document["body"]), headers)
        if publisher.publish([message])[identifier] is not Fate.SAFE:
            return False
        self._parked.delete_one({"_id": identifier, "parked_at": document["parked_at"]})
        return True

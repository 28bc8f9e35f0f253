"""Wakes the relay, in whatever process it runs, when events were committed.

A ring is one small document in a capped collection, written without waiting for an answer; whoever waits reads on at
the collection's end and is told of it by the server at once. A ring that is lost costs one `PATIENCE_SECONDS`,
nothing else: the relay looks at the outbox itself after each wait.
"""

from __future__ import annotations

import logging
import threading
import time
from contextlib import suppress
from typing import Any

from pymongo import CursorType
from pymongo.database import Database
from pymongo.errors import OperationFailure, PyMongoError
from pymongo.read_concern import ReadConcern
from pymongo.write_concern import WriteConcern

from chassis.logs import describe

log = logging.getLogger(__name__)

COLLECTION = "bells"
OPTIONS = {"capped": True, "size": 4096, "max": 32}
RAN_ROUND = 136
"""The server's code for a reader whose place was written over (CappedPositionLost): it rang, and more than once."""
PATIENCE_SECONDS = 0.5
"""How long to wait for a ring: also how long a stopping relay may sit here."""


def ring(database: Database[dict[str, Any]]) -> None:
    """Wake whoever waits. What could not be written is no loss."""
    with suppress(PyMongoError):
        database.get_collection(COLLECTION, write_concern=WriteConcern(w=0)).insert_one({})


class Bell:
    """Hears the rings of one service; for one thread."""

    def __init__(self, database: Database[dict[str, Any]]) -> None:
        # The ring itself need not be durable, and must not be waited for until it is.
        self._database = database
        self._rings = database.get_collection(COLLECTION, read_concern=ReadConcern("local"))
        self._cursor: Any = None

    def wait(self, stop: threading.Event) -> None:
        """Return at the next ring, or after `PATIENCE_SECONDS`. The store is away => PyMongoError."""
        end = time.monotonic() + PATIENCE_SECONDS
        if not self._heard():
            # A cursor that ended, or a bell that is none, must not make for looking without a pause.
            stop.wait(max(end - time.monotonic(), 0.0))

    def close(self) -> None:
        """Let go of the server's cursor."""
        cursor, self._cursor = self._cursor, None
        if cursor is not None:
            with suppress(PyMongoError):
                cursor.close()

    def _heard(self) -> bool:
        if self._cursor is None or not self._cursor.alive:
            self.close()
            # An empty collection has no end to wait at.
            ring(self._database)
            # By batches: several rings since the last look are one.
            self._cursor = self._rings.find_raw_batches(cursor_type=CursorType.TAILABLE_AWAIT).max_await_time_ms(
                int(PATIENCE_SECONDS * 1000)
            )
        try:
            return next(self._cursor, None) is not None
        except OperationFailure as error:
            self.close()
            if error.code == RAN_ROUND:
                return True
            log.warning("the bell cannot be heard, the relay looks by time", extra={"reason": describe(error)})
            return False

"""One holder at a time, by the database server's clock.

A lease is not a lock: a holder that was frozen may act once more after it lost the lease, so it only guards work
whose repetition does no harm.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from pymongo.database import Database

COLLECTION = "leases"
LONG_AGO = datetime.fromtimestamp(0, UTC)


class Lease:
    """A named lease, held for `seconds` from each successful `hold()`."""

    def __init__(self, database: Database[dict[str, Any]], name: str, seconds: float) -> None:
        self._leases = database[COLLECTION]
        self._name = name
        self._milliseconds = int(seconds * 1000)
        self._owner = str(uuid.uuid4())
        self._known = False

    def hold(self) -> bool:
        """Take or renew the lease; False while another holder's has not run out."""
        self._ensure()
        mine_or_free = {"$or": [{"$eq": ["$owner", self._owner]}, {"$lt": ["$until", "$$NOW"]}]}
        until = {"$add": ["$$NOW", self._milliseconds]}
        result = self._leases.update_one(
            {"_id": self._name, "$expr": mine_or_free}, [{"$set": {"owner": self._owner, "until": until}}]
        )
        return result.matched_count == 1

    def release(self) -> None:
        """Give the lease up, so that a successor need not wait for it to run out."""
        self._leases.update_one({"_id": self._name, "owner": self._owner}, {"$set": {"until": LONG_AGO}})

    def _ensure(self) -> None:
        if not self._known:
            free = {"owner": "", "until": LONG_AGO}
            self._leases.update_one({"_id": self._name}, {"$setOnInsert": free}, upsert=True)
            self._known = True

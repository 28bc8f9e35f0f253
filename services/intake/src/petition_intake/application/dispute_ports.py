"""What the use cases of disputes need of the world outside."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from petition_intake.domain.dispute import Dispute


class Disputes(Protocol):
    """Disputes. `save` tells the world what happened since the dispute was loaded."""

    def next_number(self, now: datetime) -> str:
        """A number no other dispute has; two who ask at once cannot both commit."""
        ...

    def get(self, dispute_no: str) -> Dispute | None: ...

    def save(self, dispute: Dispute) -> None: ...


class DisputeArchive(Protocol):
    """Reading across disputes, outside any command."""

    def page(
        self,
        unit: str | None,
        township: str | None,
        is_open: bool | None,
        found_until: date | None,
        limit: int,
        cursor: str | None,
    ) -> tuple[list[Dispute], str | None]:
        """One page, the earliest find first: of a unit, or of a township, or of all."""
        ...

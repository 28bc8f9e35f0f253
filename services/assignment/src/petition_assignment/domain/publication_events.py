"""What is told of publishing: that it happened, never the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class ReviewOpinionPublished:
    """The opinion of a re-review that was heard is public (第三十六条第二款)."""

    unit: str
    document_no: str
    published_by: str
    published_at: datetime
    round: int


@dataclass(frozen=True)
class PublicationWithdrawn:
    """It is not public any more: by decision, or because the petitioner asked for secrecy."""

    unit: str
    document_no: str
    cause: str
    withdrawn_by: str | None
    withdrawn_at: datetime

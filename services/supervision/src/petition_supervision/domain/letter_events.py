"""What supervision tells of letters that leaders read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class LetterRead:
    """A leader read the letter and gave a direction; what it says is not told."""

    leader: str
    unit: str
    read_at: datetime

"""What this service keeps of a petition as intake registered it: facts needed to route and to handle, no person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_assignment.domain.vocabulary import FirstOrRepeat, Purpose


@dataclass(frozen=True)
class Place:
    """Where the matter lies: township, and village and small grid as far as they are known."""

    township_code: str
    village_code: str | None = None
    grid_code: str | None = None

    @property
    def code(self) -> str:
        """The code of the smallest known area; a smaller area's code begins with that of the area around it."""
        return self.grid_code or self.village_code or self.township_code


@dataclass
class Petition:
    """A copy of intake's facts; `version` counts the changes to this copy."""

    case_no: str
    received_at: datetime
    registered_by_unit: str
    channel: str
    purpose: Purpose
    category: str
    place: Place
    anonymous: bool
    version: int = 1
    first_or_repeat: FirstOrRepeat | None = None
    repeat_of: str | None = None
    complained_of_unit: str | None = None
    secrecy: bool = False

    def decide_first_or_repeat(self, decision: FirstOrRepeat, repeat_of: str | None) -> None:
        """A person at intake decided; a later decision replaces an earlier one."""
        self.first_or_repeat = decision
        self.repeat_of = repeat_of
        self.version += 1

    def note_secrecy(self, asked: bool) -> None:
        """第十八条第四款: the petitioner asked for secrecy, or took the wish back."""
        self.secrecy = asked
        self.version += 1

    def reclassify(self, purpose: Purpose, category: str, place: Place) -> None:
        """A person at intake corrected what the petition is about. A case already routed keeps its unit."""
        self.purpose = purpose
        self.category = category
        self.place = place
        self.version += 1

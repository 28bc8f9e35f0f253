"""阅办: a leader reads a letter or a filing that came online, and says what is to be done (第十八条第二款).

Whoever comes in person or telephones is received; that is the reception roster's.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from petition_supervision.domain.letter_errors import DirectionMissing, LeaderComplainedOf, NotALetter, NotYourLetter
from petition_supervision.domain.letter_events import LetterRead

if TYPE_CHECKING:
    from petition_supervision.domain.reception import Leader
    from petition_supervision.domain.supervised_case import SupervisedCase

LETTERS: frozenset[str] = frozenset({"letter", "fax", "web"})
"""群众来信和网上信访, by channel."""
COUNTY_LEADER = "county_leader"


@dataclass(frozen=True)
class LetterReading:
    """Who read it, when, and the direction given (批示); the words stay in this store."""

    leader: str
    unit: str
    direction: str
    at: datetime


def read_letter(case: SupervisedCase, leader: Leader, direction: str, now: datetime) -> LetterReading:
    """Keep the direction; a leader may come back to a letter, so another one is added.

    Came another way, or before channels were told       => NotALetter.
    A township's leader and another unit's case          => NotYourLetter.
    The unit complained of is the leader's own           => LeaderComplainedOf (第二十八条第三款).
    No words                                             => DirectionMissing.
    """
    registration = case.registration
    if registration is None or registration.channel not in LETTERS:
        raise NotALetter("case_no")
    if COUNTY_LEADER not in leader.roles and leader.unit not in (case.responsible_unit, registration.unit):
        raise NotYourLetter("case_no", unit=leader.unit)
    if registration.complained_of == leader.unit:
        raise LeaderComplainedOf("case_no", unit=leader.unit)
    if not direction.strip():
        raise DirectionMissing("direction")
    reading = LetterReading(leader.person, leader.unit, direction.strip(), now)
    case.letter_readings.append(reading)
    case.record(LetterRead(leader.person, leader.unit, now))
    return reading

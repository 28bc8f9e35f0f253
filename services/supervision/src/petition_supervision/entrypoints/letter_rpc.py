"""Leaders who read letters: what the command takes, and who may give it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import Schema, fields, validate

from chassis.service import Call
from petition_supervision.application import letter_readings
from petition_supervision.application.ports import Work

Data = dict[str, Any]
LEADERS = frozenset({"county_leader", "township_leader"})


class ReadLetter(Schema):
    """阅办来信和网上信访：写明阅办意见。A leader reads a letter and says what is to be done."""

    case_no = fields.String(
        required=True,
        validate=validate.Length(min=1, max=38),
        metadata={"zh": "信访件编号", "en": "number of the case"},
    )
    direction = fields.String(
        required=True,
        validate=validate.Length(min=1, max=2000),
        metadata={"zh": "阅办意见（批示）", "en": "what is to be done"},
    )


def read_letter(work: Work, call: Call, data: Data) -> Data:
    assert call.actor is not None, "a command with roles always names its officer"
    case, _ = letter_readings.record_letter_reading(work, data["case_no"], call.actor, data["direction"])
    return {"case_no": case.case_no, "case_version": case.version, "readings": len(case.letter_readings)}


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("read_letter", ReadLetter, read_letter, LEADERS),
)

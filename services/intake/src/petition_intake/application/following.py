"""Applying what other services tell to the progress of a petition."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from petition_intake.application.following_joined import follow_joined
from petition_intake.application.ports import Files, Registers
from petition_intake.domain.errors import CaseUnknown
from petition_intake.domain.following import RULES


def follow(
    files: Files,
    registers: Registers,
    source: str,
    event_type: str,
    case_no: str,
    told: Mapping[str, Any],
    at: datetime,
) -> None:
    """Apply one event. A case this service never registered => CaseUnknown: something else is telling about it."""
    progress = files.progress.get(case_no)
    if progress is None:
        raise CaseUnknown("case_no", case_no=case_no)
    RULES[source, event_type](progress, told, registers.current(), at)
    files.progress.save(progress)
    follow_joined(files, registers.current(), (source, event_type), case_no, told, at)

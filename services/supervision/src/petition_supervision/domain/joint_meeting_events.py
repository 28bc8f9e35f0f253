"""What supervision tells about the joint meetings themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petition_supervision.domain.joint_meeting_terms import JointMeetingLevel


@dataclass(frozen=True)
class JointMeetingConstituted:
    """A joint meeting was set up or changed: who convenes it, and which units sit in it from the day on."""

    unit: str
    level: JointMeetingLevel
    convenor: str
    members: list[str]
    since: date

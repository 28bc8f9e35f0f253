"""Use case of the joint meetings' register."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from petition_supervision.application.ports import Work
from petition_supervision.domain.joint_meeting import JointMeeting
from petition_supervision.domain.staff_errors import OfficerUnknown


def constitute_joint_meeting(work: Work, unit: str, convenor: str, members: Sequence[str], since: date) -> JointMeeting:
    """成立、调整联席会议; nobody of the register => OfficerUnknown, others as in `JointMeeting.constitute`."""
    leader = work.leader(convenor)
    if leader is None:
        raise OfficerUnknown("convenor", person=convenor)
    one = work.joint_meetings.get(unit) or JointMeeting(unit)
    one.constitute(leader, members, since, work.units.get(), work.now)
    work.joint_meetings.save(one)
    return one

"""县乡信访工作联席会议: who convenes it and which units sit in it, at the county and in each township (第十三条)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from petition_supervision.domain import joint_meeting_errors as errors
from petition_supervision.domain.errors import UnitUnknown
from petition_supervision.domain.joint_meeting_events import JointMeetingConstituted
from petition_supervision.domain.joint_meeting_terms import JointMeetingLevel
from petition_supervision.domain.reception import Leader
from petition_supervision.domain.unit_tree import BUREAU_KIND, UnitTree
from workdays import local_day

TOWNSHIP_KIND = "township"
LEVELS: dict[str, JointMeetingLevel] = {
    BUREAU_KIND: JointMeetingLevel.COUNTY,
    TOWNSHIP_KIND: JointMeetingLevel.TOWNSHIP,
}
"""The bureau is the office of the county's joint meeting, and keeps its membership."""
CONVENORS: dict[JointMeetingLevel, str] = {
    JointMeetingLevel.COUNTY: "county_leader",
    JointMeetingLevel.TOWNSHIP: "township_leader",
}
"""召集人: a leader of the county, or of the township itself."""


@dataclass(frozen=True)
class Constitution:
    """Who convenes and who sits from a day on."""

    convenor: str
    members: tuple[str, ...]
    since: date


@dataclass
class JointMeeting:
    """The meeting of one unit; the latest constitution is in force, and none is forgotten."""

    joint_meeting: str
    constitutions: list[Constitution] = field(default_factory=list)
    version: int = 0
    pending: list[Any] = field(default_factory=list)

    @property
    def current(self) -> Constitution | None:
        return self.constitutions[-1] if self.constitutions else None

    def constitute(self, convenor: Leader, members: Sequence[str], since: date, units: UnitTree, now: datetime) -> None:
        """成立、调整联席会议.

        A unit that holds no joint meeting      => NoJointMeetingHere.
        A convenor who leads no such body       => ConvenorUnfit.
        A member nobody knows / named twice     => UnitUnknown / MemberTwice.
        A day to come, or before the last one   => ConstitutedOutOfTime.
        The same again                          => ConstitutionUnchanged.
        """
        level = LEVELS.get(units.kind_of(self.joint_meeting) or "")
        if level is None:
            raise errors.NoJointMeetingHere("unit", unit=self.joint_meeting)
        own = level is JointMeetingLevel.COUNTY or convenor.unit == self.joint_meeting
        if CONVENORS[level] not in convenor.roles or not own:
            raise errors.ConvenorUnfit("convenor", person=convenor.person)
        for member in members:
            if units.kind_of(member) is None:
                raise UnitUnknown("members", unit=member)
        if len(set(members)) < len(members):
            raise errors.MemberTwice("members")
        last = self.current
        if since > local_day(now) or (last is not None and since < last.since):
            raise errors.ConstitutedOutOfTime("since", given=since)
        if last is not None and (last.convenor, set(last.members)) == (convenor.person, set(members)):
            raise errors.ConstitutionUnchanged("members")
        self.constitutions.append(Constitution(convenor.person, tuple(members), since))
        self.pending.append(JointMeetingConstituted(self.joint_meeting, level, convenor.person, list(members), since))
        self.version += 1

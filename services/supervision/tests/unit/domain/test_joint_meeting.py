"""Each joint meeting has a convenor who leads its body, and members that are known, each once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from supervision_builders import BUREAU, HANDLER, LEADERSHIP, START, TOWNSHIP
from supervision_fakes import FakeWork

from petition_supervision.application.joint_meetings import constitute_joint_meeting
from petition_supervision.domain.errors import Refused
from petition_supervision.domain.joint_meeting import JointMeeting
from petition_supervision.domain.joint_meeting_events import JointMeetingConstituted
from petition_supervision.domain.joint_meeting_terms import JointMeetingLevel
from petition_supervision.domain.reception import Leader
from workdays import local_day

TODAY = local_day(START)
COUNTY_LEADER, TOWNSHIP_LEADER, CLERK = "P0001", "P0201", "P0100"


@pytest.fixture
def work() -> FakeWork:
    work = FakeWork()
    for person, unit, role in (
        (COUNTY_LEADER, LEADERSHIP, "county_leader"),
        (TOWNSHIP_LEADER, TOWNSHIP, "township_leader"),
        (CLERK, TOWNSHIP, "registrar"),
        ("P0301", "township_other", "township_leader"),
    ):
        work.people[person] = Leader(person, unit, frozenset({role}))
    return work


def set_up(
    work: FakeWork,
    unit: str = TOWNSHIP,
    convenor: str = TOWNSHIP_LEADER,
    members: tuple[str, ...] = (TOWNSHIP, HANDLER),
    since: date = TODAY,
) -> JointMeeting:
    return constitute_joint_meeting(work, unit, convenor, members, since)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


def test_county_and_township_each_have_theirs_and_both_are_told(work: FakeWork) -> None:
    set_up(work)
    set_up(work, BUREAU, COUNTY_LEADER, (HANDLER,))
    assert work.joint_meetings.published == [
        JointMeetingConstituted(TOWNSHIP, JointMeetingLevel.TOWNSHIP, TOWNSHIP_LEADER, [TOWNSHIP, HANDLER], TODAY),
        JointMeetingConstituted(BUREAU, JointMeetingLevel.COUNTY, COUNTY_LEADER, [HANDLER], TODAY),
    ]


def test_a_convenor_leads_the_body_the_meeting_belongs_to(work: FakeWork) -> None:
    assert refusal(lambda: set_up(work, convenor=CLERK)) == "CONVENOR_UNFIT"
    assert refusal(lambda: set_up(work, convenor=COUNTY_LEADER)) == "CONVENOR_UNFIT"
    assert refusal(lambda: set_up(work, convenor="P0301")) == "CONVENOR_UNFIT"
    assert refusal(lambda: set_up(work, BUREAU, TOWNSHIP_LEADER)) == "CONVENOR_UNFIT"
    assert refusal(lambda: set_up(work, convenor="P9999")) == "OFFICER_UNKNOWN"


def test_a_department_holds_none(work: FakeWork) -> None:
    assert refusal(lambda: set_up(work, HANDLER, COUNTY_LEADER)) == "NO_JOINT_MEETING_HERE"


def test_members_are_known_and_named_once(work: FakeWork) -> None:
    assert refusal(lambda: set_up(work, members=(HANDLER, "dept_unknown"))) == "UNIT_UNKNOWN"
    assert refusal(lambda: set_up(work, members=(HANDLER, HANDLER))) == "MEMBER_TWICE"


def test_it_begins_today_or_earlier_and_never_before_the_last_change(work: FakeWork) -> None:
    assert refusal(lambda: set_up(work, since=TODAY + timedelta(days=1))) == "CONSTITUTED_OUT_OF_TIME"
    set_up(work)
    assert refusal(lambda: set_up(work, members=(HANDLER,), since=TODAY - timedelta(days=1))) == (
        "CONSTITUTED_OUT_OF_TIME"
    )


def test_a_change_keeps_what_was_and_the_same_again_is_none(work: FakeWork) -> None:
    set_up(work)
    assert refusal(lambda: set_up(work, members=(HANDLER, TOWNSHIP))) == "CONSTITUTION_UNCHANGED"
    changed = set_up(work, members=(HANDLER,))
    assert [len(one.members) for one in changed.constitutions] == [2, 1]
    assert changed.current is not None and changed.current.members == (HANDLER,)

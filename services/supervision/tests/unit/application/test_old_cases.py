"""信访积案: listed with its ground, unit and leader; cleared with evidence only; a wrong listing is withdrawn."""

from __future__ import annotations

import pytest
from hand_down_builders import cleared, county, done, listed, miss_the_limit, withdrawn
from supervision_builders import CASE_NO, HANDLER, closed, nobody_reached

from petition_supervision.domain.answers import Score
from petition_supervision.domain.errors import PetitionerDissatisfied, PromiseNotKept, Refused, UnitUnknown
from petition_supervision.domain.leader_errors import NotACountyLeader
from petition_supervision.domain.old_case_errors import LimitNotMissed, OldCaseNotSettled
from petition_supervision.domain.old_case_events import OldCaseCleared, OldCaseListed, OldCaseWithdrawn
from petition_supervision.domain.old_case_terms import OldCaseGround, OldCaseState


@pytest.mark.parametrize("ground", list(OldCaseGround))
def test_a_case_is_listed_with_ground_day_unit_and_leader(ground: OldCaseGround) -> None:
    work = county(handed_down=False, done=False)
    miss_the_limit(work)
    case = done(work, listed(ground))

    entry = case.old_case
    assert entry is not None
    assert (entry.ground, entry.unit, entry.leader, entry.listed_at) == (ground, HANDLER, "P0001", work.now)
    (event,) = work.events(OldCaseListed)
    assert not hasattr(event, "basis")


def test_unresolved_after_its_limit_needs_a_limit_that_was_missed() -> None:
    work = county(handed_down=False, done=False)

    with pytest.raises(LimitNotMissed):
        listed(OldCaseGround.UNRESOLVED_AFTER_LIMIT)(work)
    miss_the_limit(work)
    done(work, listed(OldCaseGround.UNRESOLVED_AFTER_LIMIT))


def test_the_unit_and_the_leader_are_of_the_register() -> None:
    with pytest.raises(UnitUnknown):
        listed(unit="dept_of_nothing")(county())
    with pytest.raises(NotACountyLeader):
        listed(leader="P0100")(county())


def test_it_is_cleared_when_delivered_confirmed_and_followed_up_and_not_before() -> None:
    work = county(handed_down=False, done=False)
    done(work, listed())
    with pytest.raises(OldCaseNotSettled) as refused:
        cleared()(work)
    assert refused.value.values["missing"] == "审核认定办结、回访"

    case = closed(work.cases.require(CASE_NO))
    case.record_follow_up(nobody_reached())
    work.cases.save(case)
    with pytest.raises(OldCaseNotSettled):
        cleared()(work)

    ready = county(handed_down=False)
    case = done(ready, listed(), cleared())
    assert case.old_case is not None and case.old_case.ending is not None
    assert (case.old_case.state, case.old_case.ending.text) == (OldCaseState.CLEARED, "协议已履行，有收据")
    assert [event.ground for event in ready.events(OldCaseCleared)] == [OldCaseGround.REPEATED_AFTER_REVIEW]


@pytest.mark.parametrize(
    ("answer", "refusal"),
    [
        ({"score": Score.DISSATISFIED, "promise_kept": True}, PetitionerDissatisfied),
        ({"promise_kept": False}, PromiseNotKept),
        ({"promise_kept": None}, PromiseNotKept),
    ],
)
def test_a_dissatisfied_petitioner_or_a_promise_not_kept_keeps_it_on_the_list(answer, refusal) -> None:
    work = county(handed_down=False, **answer)
    done(work, listed())

    with pytest.raises(refusal):
        cleared()(work)


def test_a_withdrawn_listing_keeps_its_reason_and_the_case_may_be_listed_anew() -> None:
    work = county(handed_down=False)
    case = done(work, listed(), withdrawn(), listed())

    assert [one.state for one in case.former_old_cases] == [OldCaseState.WITHDRAWN]
    assert case.old_case is not None and case.old_case.state is OldCaseState.OPEN
    assert len(work.events(OldCaseWithdrawn)) == 1


STATES = {
    "not listed": (),
    "listed": (listed(),),
    "cleared": (listed(), cleared()),
    "withdrawn": (listed(), withdrawn()),
}
COMMANDS = {"list": listed(), "clear": cleared(), "withdraw": withdrawn()}
OUTCOMES = {
    "not listed": ["ok", "NOT_AN_OLD_CASE", "NOT_AN_OLD_CASE"],
    "listed": ["ALREADY_AN_OLD_CASE", "ok", "ok"],
    "cleared": ["ok", "NOT_AN_OLD_CASE", "NOT_AN_OLD_CASE"],
    "withdrawn": ["ok", "NOT_AN_OLD_CASE", "NOT_AN_OLD_CASE"],
}


@pytest.mark.parametrize("state", list(STATES))
@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_in_every_state_of_the_list(state: str, command: str) -> None:
    work = county(handed_down=False)
    before = done(work, *STATES[state])
    try:
        after = done(work, COMMANDS[command])
        outcome = "ok"
        assert after.version == before.version + 1
    except Refused as refusal:
        outcome = refusal.code
        assert done(work) == before

    assert outcome == OUTCOMES[state][list(COMMANDS).index(command)]

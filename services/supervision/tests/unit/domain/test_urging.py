"""催办: who is urged, when, what follows, and what an officer may do in every state of a notice."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from supervision_builders import BUREAU, CASE_NO, DAY, DUE, HANDLER, LEADERSHIP, START, TOWNSHIP, UNITS
from supervision_fakes import FakeWork

from petition_supervision.application import facts, urging
from petition_supervision.application.reading import check_urging
from petition_supervision.domain.errors import FactOutOfPlace, Refused
from petition_supervision.domain.events import DeadlineMissed
from petition_supervision.domain.ladder_errors import SignOffRequired
from petition_supervision.domain.ladder_totals import counted_as
from petition_supervision.domain.meetings import Meeting, MeetingKind
from petition_supervision.domain.printed_papers import PaperKind
from petition_supervision.domain.printed_urging import papers_of_urging
from petition_supervision.domain.supervision_item import Officer
from petition_supervision.domain.unit_tree import Unit, UnitTree
from petition_supervision.domain.urging import CriticismState, Urging, UrgingState
from petition_supervision.domain.urging_days import unheeded_at, urge_at
from petition_supervision.domain.urging_errors import NotYourUrging
from petition_supervision.domain.urging_events import (
    CriticismSuggested,
    CriticismWaived,
    UrgingEnd,
    UrgingEnded,
    UrgingIssued,
)

UNIT, HEAD, STRANGER = Officer("P0100", HANDLER), Officer("P0017", BUREAU), Officer("P0200", TOWNSHIP)
NUMBER = "CB2026-0001"
MOMENT = timedelta(milliseconds=1)
URGED_AT = datetime(2026, 3, 18, 0, 0, tzinfo=UTC)
"""Eight o'clock of Wednesday 18 March 2026: DUE is the end of the 17th."""
UNHEEDED_AT = datetime(2026, 3, 25, 16, 0, tzinfo=UTC)
"""The end of Wednesday the 25th: five working days after the 18th."""
MEETING = "county_joint:1"
LATER = date(2026, 6, 30)


def watching(kind: str = "K5", unit: str = HANDLER, nature: str | None = None) -> FakeWork:
    work = FakeWork()
    facts.registered(work, CASE_NO, facts.Registered(BUREAU, START, False, None))
    facts.clock_started(
        work, CASE_NO, facts.ClockStarted(kind, kind, unit, START, DUE, False, "2026", 1, nature), START
    )
    work.meetings.save(
        Meeting(MEETING, MeetingKind.COUNTY_JOINT, BUREAU, LATER, "2026-04", "", [], [], "", [], "P0018", START)
    )
    return work


def swept(work: FakeWork, *instants: datetime) -> FakeWork:
    for work.now in instants:
        while work.sweep():
            pass
    return work


def urged() -> FakeWork:
    return swept(watching(), DUE, URGED_AT)


def kept(work: FakeWork) -> Urging:
    return work.urgings.kept[NUMBER]


@pytest.mark.parametrize(
    ("last_day", "urged_on"),
    [
        ("2026-03-17", "2026-03-18"),
        ("2026-03-20", "2026-03-23"),
        ("2026-04-30", "2026-05-06"),
        ("2026-02-13", "2026-02-14"),
    ],
    ids=["the next day", "over a weekend", "over the May holidays", "a make-up Saturday counts"],
)
def test_a_notice_goes_out_at_eight_on_the_working_day_after_the_limit(last_day: str, urged_on: str) -> None:
    limit = datetime.fromisoformat(last_day).replace(tzinfo=UTC) + timedelta(hours=16)

    assert urge_at(limit, 1) == datetime.fromisoformat(urged_on).replace(tzinfo=UTC)


def test_five_working_days_are_over_at_the_end_of_the_fifth_the_day_of_the_notice_not_counted() -> None:
    assert unheeded_at(date(2026, 3, 18), 5) == UNHEEDED_AT


@pytest.mark.parametrize(("now", "notices"), [(URGED_AT - MOMENT, 0), (URGED_AT, 1)])
def test_a_missed_duty_is_urged_from_the_opening_of_the_next_working_day_on(now: datetime, notices: int) -> None:
    work = swept(watching(), DUE, now)

    assert len(work.events(DeadlineMissed)) == 1
    assert len(work.urgings.kept) == notices


def test_the_notice_has_a_number_goes_to_the_unit_and_is_copied_to_the_unit_above() -> None:
    work = urged()

    assert work.urgings.published == [UrgingIssued(CASE_NO, "K5", "K5", HANDLER, LEADERSHIP, DUE, URGED_AT, 1)]
    assert (kept(work).urging_no, kept(work).issuer, kept(work).state) == (NUMBER, BUREAU, UrgingState.OPEN)


def test_a_duty_that_is_missed_long_after_its_limit_is_urged_at_once_and_once() -> None:
    work = swept(watching(), DUE + 30 * DAY, DUE + 31 * DAY)

    assert [type(event) for event in work.urgings.published] == [UrgingIssued]
    assert kept(work).issued_at == DUE + 30 * DAY


@pytest.mark.parametrize(
    ("unit", "nature", "urged_too"),
    [(HANDLER, None, True), ("dept_nowhere", None, True), (BUREAU, None, False), (LEADERSHIP, None, False)],
)
def test_the_bureau_urges_neither_itself_nor_what_stands_above_it(
    unit: str, nature: str | None, urged_too: bool
) -> None:
    work = swept(watching(unit=unit, nature=nature), DUE, URGED_AT + 9 * DAY)

    assert bool(work.urgings.kept) is urged_too


def test_the_level_above_the_county_is_not_urged() -> None:
    work = watching(unit="city_petition_bureau")
    work.units.replace(UnitTree({**UNITS.units, "city_petition_bureau": Unit("superior")}))

    assert swept(work, DUE, URGED_AT + 9 * DAY).urgings.kept == {}


def test_a_right_that_lapsed_is_not_urged() -> None:
    assert swept(watching("K7"), DUE, URGED_AT + 30 * DAY).urgings.kept == {}


def test_a_duty_done_late_before_the_notice_is_not_urged() -> None:
    work = swept(watching(), DUE)
    work.now = DUE + timedelta(hours=1)
    facts.clock_stopped(work, CASE_NO, facts.ClockStopped("K5", work.now, "completed"))

    assert swept(work, URGED_AT + DAY).urgings.kept == {}


@pytest.mark.parametrize(("now", "suggested"), [(UNHEEDED_AT - MOMENT, False), (UNHEEDED_AT, True)])
def test_a_criticism_is_suggested_when_five_working_days_are_over_and_not_before(
    now: datetime, suggested: bool
) -> None:
    work = swept(urged(), now)

    assert (kept(work).criticism_state is CriticismState.SUGGESTED) is suggested
    told = [event for event in work.urgings.published if isinstance(event, CriticismSuggested)]
    assert told == ([CriticismSuggested(CASE_NO, HANDLER, "K5", "K5", URGED_AT, UNHEEDED_AT)] if suggested else [])


def test_an_answer_is_no_act_and_the_suggestion_is_made_once() -> None:
    work = urged()
    urging.answer_urging(work, UNIT, NUMBER, "正在办理")
    swept(work, UNHEEDED_AT, UNHEEDED_AT + 30 * DAY)

    assert kept(work).state is UrgingState.ANSWERED
    assert [type(event) for event in work.urgings.published].count(CriticismSuggested) == 1


def test_nothing_decides_about_a_unit_by_itself() -> None:
    work = swept(urged(), UNHEEDED_AT, UNHEEDED_AT + 90 * DAY)

    assert (kept(work).criticism, work.items.kept) == (None, {})


def test_the_notice_ends_when_the_duty_is_done_and_nothing_more_follows() -> None:
    work = urged()
    work.now = URGED_AT + DAY
    facts.clock_stopped(work, CASE_NO, facts.ClockStopped("K5", work.now, "completed"))
    swept(work, UNHEEDED_AT + DAY)

    assert (kept(work).state, kept(work).ended_at) == (UrgingState.DONE, URGED_AT + DAY)
    assert work.urgings.published[-1] == UrgingEnded(CASE_NO, HANDLER, UrgingEnd.DONE, URGED_AT + DAY)


def test_a_suggestion_nobody_decided_on_lapses_when_the_duty_is_done() -> None:
    work = swept(urged(), UNHEEDED_AT)
    facts.clock_stopped(work, CASE_NO, facts.ClockStopped("K5", work.now, "completed"))

    assert kept(work).criticism_state is CriticismState.LAPSED


def test_a_notice_is_taken_back_when_the_act_proves_to_have_been_in_time() -> None:
    work = urged()
    facts.clock_stopped(work, CASE_NO, facts.ClockStopped("K5", DUE - MOMENT, "completed"))

    assert kept(work).state is UrgingState.WITHDRAWN


def test_a_limit_that_is_extended_takes_the_notice_back_and_may_be_missed_and_urged_again() -> None:
    work = urged()
    moved = facts.ClockMoved("K5", DUE + 30 * DAY, False, "2026")
    facts.clock_moved(work, CASE_NO, moved, work.now)
    assert kept(work).state is UrgingState.WITHDRAWN

    swept(work, DUE + 30 * DAY, DUE + 35 * DAY)
    assert work.urgings.kept["CB2026-0002"].due_at == DUE + 30 * DAY


def test_a_limit_moved_to_a_day_that_is_past_too_leaves_the_notice_standing() -> None:
    work = swept(urged(), URGED_AT + 9 * DAY)
    facts.clock_moved(work, CASE_NO, facts.ClockMoved("K5", DUE + DAY, False, "2026"), work.now)

    assert kept(work).state is UrgingState.OPEN


def test_a_pause_puts_what_follows_off_until_the_clock_runs_again() -> None:
    work = urged()
    facts.clock_paused(work, CASE_NO, facts.ClockPaused("K5", work.now))
    swept(work, UNHEEDED_AT + DAY)
    assert kept(work).criticism_state is None

    facts.clock_moved(work, CASE_NO, facts.ClockMoved("K5", DUE + DAY, False, "2026"), work.now)
    swept(work, UNHEEDED_AT + 2 * DAY)
    assert kept(work).criticism_state is CriticismState.SUGGESTED


def test_the_county_sets_its_own_days() -> None:
    work = watching()
    work.settings = type(work.settings)(urge_after_working_days=2, criticise_after_working_days=3)
    started = facts.ClockStarted("K3", "K3", HANDLER, START, DUE, False, "2026", 1, None)
    facts.clock_started(work, CASE_NO, started, START)
    swept(work, DUE, URGED_AT + DAY - MOMENT)
    assert [one.kind for one in work.urgings.kept.values()] == ["K5"]
    swept(work, URGED_AT + DAY)
    assert [one.kind for one in work.urgings.kept.values()] == ["K5", "K3"]
    swept(work, datetime(2026, 3, 24, 16, tzinfo=UTC) - MOMENT)
    assert work.urgings.kept["CB2026-0002"].criticism_state is None
    swept(work, datetime(2026, 3, 24, 16, tzinfo=UTC))
    assert work.urgings.kept["CB2026-0002"].criticism_state is CriticismState.SUGGESTED


@pytest.mark.parametrize("sign_off", ["", "township_weekly:1", "彭联发〔2026〕3号"])
def test_a_criticism_rests_on_a_joint_meeting_that_is_on_record(sign_off: str) -> None:
    work = swept(urged(), UNHEEDED_AT)
    with pytest.raises(SignOffRequired):
        urging.issue_criticism(work, HEAD, NUMBER, "1", sign_off, LATER)
    assert kept(work).criticism is None
    assert urging.issue_criticism(work, HEAD, NUMBER, "1", MEETING, LATER).criticism_state is CriticismState.ISSUED


@pytest.mark.parametrize(("days", "allowed"), [(0, False), (1, True)])
def test_a_criticism_sets_a_day_after_today(days: int, allowed: bool) -> None:
    work = swept(urged(), UNHEEDED_AT + timedelta(hours=1))
    due_on = date(2026, 3, 26) + timedelta(days=days)
    if allowed:
        urging.issue_criticism(work, HEAD, NUMBER, "1", MEETING, due_on)
    else:
        with pytest.raises(Refused) as refused:
            urging.issue_criticism(work, HEAD, NUMBER, "1", MEETING, due_on)
        assert refused.value.code == "DUE_DATE_NOT_AHEAD"


def test_a_person_decides_against_the_criticism_and_the_reason_stays_here() -> None:
    work = swept(urged(), UNHEEDED_AT)
    waived = urging.waive_criticism(work, HEAD, NUMBER, "信访人住院，已另行约定。")

    assert waived.waiver is not None and waived.waiver.reason == "信访人住院，已另行约定。"
    assert work.urgings.published[-1] == CriticismWaived(CASE_NO, HANDLER, "P0017", UNHEEDED_AT)
    assert kept(work).criticism_state is CriticismState.WAIVED


def test_a_years_totals_count_notices_and_criticisms() -> None:
    work = swept(urged(), UNHEEDED_AT)
    urging.answer_urging(work, UNIT, NUMBER, "正在办理")
    urging.issue_criticism(work, HEAD, NUMBER, "1", MEETING, LATER)

    assert [counted_as(event) for event in work.urgings.published] == ["urged", None, None, "criticism"]


def test_a_notice_is_read_by_the_unit_the_one_above_it_and_those_who_supervise() -> None:
    notice = kept(urged())
    for reader in (HANDLER, LEADERSHIP, BUREAU):
        check_urging(UNITS, reader, notice)
    with pytest.raises(NotYourUrging):
        check_urging(UNITS, TOWNSHIP, notice)


def test_the_notice_is_printed_and_the_criticism_once_somebody_issued_it() -> None:
    work = swept(urged(), UNHEEDED_AT)
    (paper,) = papers_of_urging(kept(work), UNITS)
    assert (paper.kind, paper.number, paper.addressee) == (PaperKind.URGING_NOTICE, NUMBER, HANDLER)
    written = "".join(text for _, text in paper.parts)
    assert all(part in written for part in (CASE_NO, "办结", "2026年3月17日", f"抄送：{LEADERSHIP}", "第四十条"))

    urging.issue_criticism(work, HEAD, NUMBER, "彭信联通〔2026〕1号", MEETING, LATER)
    _, criticism = papers_of_urging(kept(work), UNITS)
    assert (criticism.kind, criticism.number) == (PaperKind.CRITICISM_NOTICE, "彭信联通〔2026〕1号")
    assert "2026年6月30日" in criticism.parts[-1][1]


# -- every command in every state --------------------------------------------------------------------------------------

Step = Callable[[Urging], object]


def answer(one: Urging) -> None:
    one.give_answer(UNIT, "正在办理", UNHEEDED_AT)


def suggest(one: Urging) -> None:
    one.suggest_criticism(UNHEEDED_AT)


def criticise(one: Urging) -> None:
    one.criticise(HEAD, "1", MEETING, LATER, UNHEEDED_AT)


def waive(one: Urging) -> None:
    one.waive_criticism(HEAD, "已采取措施", UNHEEDED_AT)


def done(one: Urging) -> None:
    one.end(UrgingEnd.DONE, UNHEEDED_AT)


COMMANDS: dict[str, Step] = {
    "answer": answer,
    "answer of another unit": lambda one: one.give_answer(STRANGER, "a", UNHEEDED_AT),
    "criticise": criticise,
    "criticise oneself": lambda one: one.criticise(UNIT, "1", MEETING, LATER, UNHEEDED_AT),
    "criticise without a meeting": lambda one: one.criticise(HEAD, "1", "", LATER, UNHEEDED_AT),
    "waive": waive,
    "waive one's own": lambda one: one.waive_criticism(UNIT, "a", UNHEEDED_AT),
}
STATES: dict[str, tuple[Step, ...]] = {
    "issued": (),
    "answered": (answer,),
    "suggested": (suggest,),
    "criticised": (suggest, criticise),
    "waived": (suggest, waive),
    "done": (done,),
    "done with a suggestion": (suggest, done),
}
FOREIGN, TWICE, NONE, OWN, OVER = (
    "NOT_THE_URGED_UNIT",
    "URGING_ANSWERED",
    "CRITICISM_NOT_SUGGESTED",
    "CRITICISM_OF_OWN_UNIT",
    "URGING_OVER",
)
OUTCOMES: dict[str, list[str]] = {
    "issued": ["ok", FOREIGN, NONE, OWN, NONE, NONE, OWN],
    "answered": [TWICE, FOREIGN, NONE, OWN, NONE, NONE, OWN],
    "suggested": ["ok", FOREIGN, "ok", OWN, "SIGN_OFF_REQUIRED", "ok", OWN],
    "criticised": ["ok", FOREIGN, NONE, OWN, NONE, NONE, OWN],
    "waived": ["ok", FOREIGN, NONE, OWN, NONE, NONE, OWN],
    "done": [OVER] * 7,
    "done with a suggestion": [OVER] * 7,
}


def in_state(state: str) -> Urging:
    one = copy.deepcopy(kept(urged()))
    for step in STATES[state]:
        step(one)
    return one


@pytest.mark.parametrize(
    ("state", "command", "outcome"),
    [
        (state, command, outcome)
        for state, row in OUTCOMES.items()
        for command, outcome in zip(COMMANDS, row, strict=True)
    ],
)
def test_it_happens_or_is_refused_with_its_code(state: str, command: str, outcome: str) -> None:
    assert STATES.keys() == OUTCOMES.keys()
    one = in_state(state)
    before = copy.deepcopy(one)
    if outcome == "ok":
        COMMANDS[command](one)
        assert one.version == before.version + 1 and len(one.pending) == len(before.pending) + 1
        return
    with pytest.raises(Refused) as refused:
        COMMANDS[command](one)
    assert refused.value.code == outcome
    assert one == before


@pytest.mark.parametrize(("state", "step"), [("done", done), ("done", suggest), ("suggested", suggest)])
def test_the_sweep_may_not_end_or_suggest_twice(state: str, step: Step) -> None:
    with pytest.raises(FactOutOfPlace):
        step(in_state(state))


def test_a_clock_is_urged_only_when_that_is_due() -> None:
    work = swept(watching(), DUE)
    case = work.cases.require(CASE_NO)
    with pytest.raises(FactOutOfPlace):
        case.clocks["K5"].urge(NUMBER, URGED_AT - MOMENT)
    with pytest.raises(FactOutOfPlace):
        case.clocks["K5"].leave_unheeded(UNHEEDED_AT)

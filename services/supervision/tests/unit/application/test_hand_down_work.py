"""交办台账: who answers for a matter, what the issuer found of the report, and when the matter is open again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hand_down_builders import AHEAD, NOW, TODAY, confirmed, county, details, done, reopened, report, sent_back, verdict
from supervision_builders import BUREAU, DAY

from chassis.documents import document_converter
from petition_supervision.adapters.hand_down_views import show_hand_down
from petition_supervision.domain.answers import ReportResult
from petition_supervision.domain.errors import DueDateNotAhead, Refused
from petition_supervision.domain.events import DeadlineMissed, ReportSentUp
from petition_supervision.domain.hand_down import REPORT_CLOCK, LedgerState
from petition_supervision.domain.hand_down_errors import IssuedAfterListing, NewDueDateRequired, VerdictBeforeReport
from petition_supervision.domain.hand_down_events import HandDownDetailsSet, HandDownReopened, IssuerVerdictRecorded
from petition_supervision.domain.hand_down_terms import IssuerVerdict, ReopeningGround
from petition_supervision.domain.leader_errors import NotACountyLeader
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.watched_clock import ClockState

SECOND = f"{REPORT_CLOCK}#2"
THIRD = f"{REPORT_CLOCK}#3"


def test_the_ledger_says_who_answers_for_a_matter_how_it_is_resolved_and_since_when() -> None:
    work = county()
    done(work, details(issued_on=date(2026, 3, 2)))
    case = done(work, details("P0003"))

    shown = show_hand_down(case, NOW)
    assert shown is not None
    assert (shown["leader"], shown["resolution_method"], shown["issued_on"]) == ("P0003", "mediation", "2026-03-02")
    assert [event.leader for event in work.events(HandDownDetailsSet)] == ["P0001", "P0003"]
    with pytest.raises(NotACountyLeader):
        details("P0100")(work)
    with pytest.raises(IssuedAfterListing):
        details(issued_on=date(2026, 3, 3))(work)


def test_a_confirmed_report_is_the_end_of_it() -> None:
    work = county()
    case = done(work, report(), confirmed())

    assert case.hand_down is not None and case.hand_down.state is LedgerState.CONFIRMED
    (event,) = work.events(IssuerVerdictRecorded)
    assert (event.issuer_verdict, event.verdict_on, event.reported_at) == (IssuerVerdict.CONFIRMED, TODAY, NOW)


@pytest.mark.parametrize(
    ("again", "ground", "verdicts"),
    [(sent_back(), ReopeningGround.SENT_BACK, 1), (reopened(), ReopeningGround.NEW_FACTS, 0)],
    ids=["sent back", "new facts"],
)
def test_a_matter_that_is_open_again_is_watched_under_a_numbered_clock(again, ground, verdicts: int) -> None:
    work = county()
    case = done(work, report(), again)

    entry = case.hand_down
    assert entry is not None
    assert (entry.state, entry.result, entry.issued.feedback_due_on) == (LedgerState.OPEN, None, AHEAD)
    assert [one.result for one in entry.former_reports] == [ReportResult.RESOLVED]
    assert case.clocks[REPORT_CLOCK].state is ClockState.STOPPED
    clock = case.clocks[SECOND]
    assert (clock.kind, clock.unit, clock.state) == ("K11", BUREAU, ClockState.RUNNING)
    assert [(event.ground, event.nth) for event in work.events(HandDownReopened)] == [(ground, 1)]
    assert len(work.events(IssuerVerdictRecorded)) == verdicts

    work.now = clock.due_at
    work.sweep()
    assert [event.clock_id for event in work.events(DeadlineMissed) if event.kind == "K11"][-1] == SECOND
    case = done(work, report(), sent_back(work.now.date() + timedelta(days=9), on=work.now.date() + timedelta(days=1)))
    assert case.clocks[SECOND].state is ClockState.STOPPED
    assert case.clocks[THIRD].state is ClockState.RUNNING
    assert [event.late for event in work.events(ReportSentUp)] == [False, True]
    shown = show_hand_down(case, work.now)
    assert shown is not None and shown["first_due_on"] == "2026-05-31" and len(shown["former_reports"]) == 2


def test_a_confirmed_matter_is_open_again_on_new_facts() -> None:
    case = done(county(), report(), confirmed(), reopened())

    assert case.hand_down is not None and case.hand_down.state is LedgerState.OPEN


@pytest.mark.parametrize(("due", "fits"), [(TODAY, False), (TODAY + timedelta(days=1), True)])
def test_the_new_day_lies_after_today(due: date, fits: bool) -> None:
    for step in (sent_back(due), reopened(due)):
        work = county()
        done(work, report())
        if fits:
            done(work, step)
        else:
            with pytest.raises(DueDateNotAhead):
                step(work)


@pytest.mark.parametrize("step", [sent_back(None), sent_back(reason=None)])
def test_sent_back_needs_a_day_and_a_reason(step) -> None:
    work = county()
    done(work, report())

    with pytest.raises(NewDueDateRequired):
        step(work)


@pytest.mark.parametrize(
    ("on", "fits"),
    [(TODAY - DAY, False), (TODAY, True), (TODAY + 2 * DAY, True), (TODAY + 3 * DAY, False)],
)
def test_the_verdict_lies_between_the_report_and_today(on: date, fits: bool) -> None:
    work = county()
    done(work, report())
    work.now = NOW + 2 * DAY
    if fits:
        done(work, confirmed(on))
    else:
        with pytest.raises(VerdictBeforeReport):
            confirmed(on)(work)


def test_an_entry_stored_before_it_had_these_fields_is_read_as_one_without_them() -> None:
    converter = document_converter(SupervisedCase)
    document = converter.unstructure(done(county(), report()))
    for name in ("leader", "method", "issued_on", "first_due_on", "former_reports", "verdicts", "reopenings"):
        del document["hand_down"][name]
    for name in ("routing_target_on", "routed_at"):
        del document["hand_down"][name]
    for clock in document["clocks"].values():
        del clock["remind_hours"]
    del document["old_case"], document["former_old_cases"]

    case = converter.structure(document, SupervisedCase)

    assert case.hand_down is not None and case.hand_down.clock_id == REPORT_CLOCK
    assert (case.hand_down.verdicts, case.hand_down.routed_within_target, case.old_case) == ([], None, None)


STATES = {
    "no hand-down": None,
    "listed": (),
    "reported": (report(),),
    "confirmed": (report(), confirmed()),
    "open again": (report(), sent_back()),
    "reported again": (report(), sent_back(), report()),
}
COMMANDS = {
    "details": details(),
    "report": report(),
    "confirmed": confirmed(),
    "confirmed with a day": verdict(IssuerVerdict.CONFIRMED, due=AHEAD),
    "sent back": sent_back(),
    "reopen": reopened(),
}
NONE = "NOT_HANDED_DOWN"
OUTCOMES = {
    "no hand-down": [NONE] * 6,
    "listed": ["ok", "ok", *["NOT_REPORTED_YET"] * 4],
    "reported": ["ok", "ALREADY_REPORTED", "ok", "NOT_FOR_CONFIRMED", "ok", "ok"],
    "confirmed": ["ok", "ALREADY_REPORTED", *["VERDICT_ON_RECORD"] * 3, "ok"],
    "open again": ["ok", "ok", *["NOT_REPORTED_YET"] * 4],
    "reported again": ["ok", "ALREADY_REPORTED", "ok", "NOT_FOR_CONFIRMED", "ok", "ok"],
}


@pytest.mark.parametrize("state", list(STATES))
@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_in_every_state_of_the_ledger(state: str, command: str) -> None:
    steps = STATES[state]
    work = county(handed_down=steps is not None)
    before = done(work, *(steps or ()))
    try:
        after = done(work, COMMANDS[command])
        outcome = "ok"
        assert after.version > before.version
    except Refused as refusal:
        outcome = refusal.code
        assert done(work) == before

    assert outcome == OUTCOMES[state][list(COMMANDS).index(command)]

"""交办台账: what the province handed down is reported back once, and only when it is really done."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from supervision_builders import (
    BUREAU,
    DAY,
    DUE,
    ISSUED,
    SETTINGS,
    UNITS,
    a_case,
    an_attempt,
    closed,
    handled,
    nobody_reached,
    told,
)

from petition_supervision.domain.answers import RehandlingReason, ReportResult, Score
from petition_supervision.domain.errors import (
    AlreadyReported,
    CaseNotConfirmed,
    FollowUpMissing,
    NotHandedDown,
    OpinionNotDelivered,
    PetitionerDissatisfied,
    PromiseNotKept,
    Refused,
)
from petition_supervision.domain.events import Evidence, HandDownListed, ReportSentUp
from petition_supervision.domain.hand_down import REPORT_CLOCK
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.watched_clock import ClockState

RESOLVED, EXPLAINED = ReportResult.RESOLVED, ReportResult.EXPLAINED
LAST_MOMENT = datetime(2026, 5, 31, 15, 59, 59, 999000, tzinfo=UTC)
"""The last instant of the feedback day in Pengyang."""


def ready(**answer: object) -> SupervisedCase:
    case = closed(handled(a_case(ISSUED)))
    case.record_follow_up(an_attempt(**answer))
    return case


def report(case: SupervisedCase, result: ReportResult = RESOLVED, at: datetime = LAST_MOMENT) -> None:
    case.report_hand_down(result, "P0018", at, UNITS)


def test_a_matter_handed_down_is_listed_and_the_bureau_is_watched_for_the_feedback() -> None:
    case = a_case(ISSUED)

    assert told(case, HandDownListed) == [
        HandDownListed("region_petition_bureau", "region", "宁信交〔2026〕12号", "积案化解", date(2026, 5, 31))
    ]
    clock = case.clocks[REPORT_CLOCK]
    assert (clock.kind, clock.unit, clock.due_at) == ("K11", BUREAU, LAST_MOMENT + timedelta(milliseconds=1))


def test_a_petition_from_the_county_itself_is_not_in_the_ledger() -> None:
    case = closed(handled(a_case()))

    assert case.hand_down is None
    with pytest.raises(NotHandedDown):
        report(case)


def test_a_report_tells_its_evidence_and_ends_the_watch() -> None:
    case = ready()

    report(case)

    assert told(case, ReportSentUp) == [
        ReportSentUp(
            "region_petition_bureau",
            "宁信交〔2026〕12号",
            RESOLVED,
            LAST_MOMENT,
            "P0018",
            False,
            Evidence(True, True, Score.SATISFIED),
        )
    ]
    assert case.clocks[REPORT_CLOCK].state is ClockState.STOPPED


@pytest.mark.parametrize(("after", "late"), [(timedelta(0), False), (timedelta(milliseconds=1), True)])
def test_a_report_after_the_feedback_day_is_late(after: timedelta, late: bool) -> None:
    case = ready()

    report(case, at=LAST_MOMENT + after)

    assert told(case, ReportSentUp)[0].late is late


@pytest.mark.parametrize(("after", "late"), [(timedelta(0), False), (timedelta(milliseconds=1), True)])
def test_an_open_entry_is_late_after_its_feedback_day(after: timedelta, late: bool) -> None:
    entry = a_case(ISSUED).hand_down

    assert entry is not None and entry.is_late(LAST_MOMENT + after) is late


def test_a_report_is_sent_once() -> None:
    case = ready()
    report(case)

    for result in ReportResult:
        with pytest.raises(AlreadyReported):
            report(case, result)


def test_what_is_missing_is_named_in_the_order_it_has_to_be_done() -> None:
    case = a_case(ISSUED)
    steps = [
        ([OpinionNotDelivered, CaseNotConfirmed, FollowUpMissing], lambda: handled(case)),
        ([CaseNotConfirmed, FollowUpMissing], lambda: closed(case)),
        ([FollowUpMissing], lambda: case.record_follow_up(nobody_reached())),
        ([FollowUpMissing], lambda: case.record_follow_up(an_attempt())),
    ]
    for missing, next_step in steps:
        assert [type(error) for error in case.missing_for_report] == missing
        with pytest.raises(missing[0]):
            report(case)
        next_step()
    assert case.missing_for_report == []
    report(case)


def test_an_opinion_of_a_round_that_was_returned_does_not_count() -> None:
    case = handled(a_case(ISSUED))
    case.deliver_opinion(1)
    case.send_back(1)
    closed(case).record_follow_up(an_attempt())

    with pytest.raises(OpinionNotDelivered):
        report(case)


def test_after_a_rehandling_order_the_second_round_counts() -> None:
    case = ready(score=Score.DISSATISFIED, promise_kept=False)
    reason = RehandlingReason.PETITIONER_DISSATISFIED
    case.order_rehandling("P0018", date(2026, 4, 20), reason, DUE + 2 * DAY, SETTINGS)
    case.open_round(2, "dept_housing")

    with pytest.raises(OpinionNotDelivered):
        report(case)
    closed(handled(case)).record_follow_up(an_attempt())
    report(case)


@pytest.mark.parametrize(
    ("answer", "result", "refusal"),
    [
        ({"promise_kept": True}, RESOLVED, None),
        ({"promise_kept": False}, RESOLVED, PromiseNotKept),
        ({"promise_kept": None}, RESOLVED, PromiseNotKept),
        ({"score": Score.DISSATISFIED, "promise_kept": True}, RESOLVED, PetitionerDissatisfied),
        ({"score": Score.BASICALLY_SATISFIED, "promise_kept": True}, RESOLVED, None),
        ({"promise_kept": False}, EXPLAINED, None),
        ({"score": Score.DISSATISFIED, "promise_kept": False}, EXPLAINED, None),
    ],
)
def test_resolved_rests_on_the_petitioners_word(
    answer: dict[str, object], result: ReportResult, refusal: type[Refused] | None
) -> None:
    case = ready(**answer)

    if refusal is None:
        report(case, result)
    else:
        with pytest.raises(refusal):
            report(case, result)


def test_an_anonymous_matter_can_be_explained_but_not_called_resolved() -> None:
    case = closed(a_case(ISSUED, anonymous=True))

    with pytest.raises(FollowUpMissing):
        report(case, RESOLVED)
    report(case, EXPLAINED)
    assert told(case, ReportSentUp)[0].evidence == Evidence(False, None, None)

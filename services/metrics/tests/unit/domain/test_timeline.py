"""What a timeline keeps, and the facts that follow."""

from copy import deepcopy

import pytest
from metrics_story import BUREAU, CAOMIAO, Story, moment

from petition_metrics.domain.errors import UnreadableEvent
from petition_metrics.domain.occurrence import ASSIGNMENT, INTAKE
from petition_metrics.domain.timeline import (
    Timeline,
    empty_timeline,
    fold,
    fold_all,
    is_next,
    mark_repeat,
    unmark_repeat,
)

CASE = "640425202603010001"
EARLIER = "640425202601010001"


def timeline_of(story: Story, case_no: str = CASE) -> Timeline:
    return fold_all(empty_timeline(case_no), [one for one in story.told if one.subject == case_no])


def test_a_filing_leaves_its_facts_with_the_day_in_the_county(story: Story) -> None:
    story.visit(CASE, "2026-03-01T23:30", headcount=3)
    facts = timeline_of(story)
    assert facts["received_on"] == "2026-03-01"
    assert (facts["channel"], facts["headcount"], facts["visit_batch"]) == ("visit", 3, True)
    assert (facts["unit"], facts["state"], facts["open"]) == (BUREAU, "registered", True)
    assert "settled_on" not in facts


def test_events_of_unknown_types_are_counted_past(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    before = timeline_of(story)
    story.tell(INTAKE, "petition_sung_about.v3", CASE, "2026-03-02", tune="high")
    after = timeline_of(story)
    assert after["heads"] == {INTAKE: 2}
    assert {**after, "heads": 0, "version": 0} == {**before, "heads": 0, "version": 0}


def test_an_event_without_what_its_contract_promises_is_not_guessed_at(story: Story) -> None:
    occurrence = story.tell(INTAKE, "petition_registered", CASE, "2026-03-01", channel="web")
    with pytest.raises(UnreadableEvent, match=r"petition_registered.v1: KeyError\('received_at'\)"):
        fold(empty_timeline(CASE), occurrence)


def test_folding_does_not_change_the_timeline_it_starts_from(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    story.routed(CASE, "2026-03-02")
    before = timeline_of(story)
    copy = deepcopy(before)
    fold(before, story.clock_started(CASE, "2026-03-02", "K3", "2026-03-17"))
    assert before == copy


def test_the_next_event_of_a_producer_is_known_by_its_number(story: Story) -> None:
    first, second = story.registered(CASE, "2026-03-01"), story.linked(CASE, "2026-03-01")
    assert is_next(empty_timeline(CASE), first)
    assert not is_next(empty_timeline(CASE), second)
    assert is_next(fold(empty_timeline(CASE), first), second)
    assert is_next(fold(empty_timeline(CASE), first), story.routed(CASE, "2026-03-02"))


@pytest.mark.parametrize(
    ("days", "state", "is_open"),
    [
        (["registered"], "registered", True),
        (["registered", "opened"], "awaiting_routing", True),
        (["registered", "settled"], "settled_on_spot", False),
        (["registered", "opened", "settled"], "settled_on_spot", False),
        (["registered", "opened", "settled", "closed_on_spot"], "settled_on_spot", False),
        (["registered", "settled", "rehandling"], "rehandling", True),
        (["registered", "routed"], "routed", True),
        (["registered", "routed", "signed"], "signed_for", True),
        (["registered", "routed", "objected"], "objected", True),
        (["registered", "routed", "objected", "upheld"], "awaiting_routing", True),
        (["registered", "routed", "objected", "rejected"], "routed", True),
        (["registered", "routed", "signed", "objected", "rejected"], "signed_for", True),
        (["registered", "routed", "declined"], "declined", False),
        (["registered", "routed", "accepted"], "accepted", True),
        (["registered", "routed", "accepted", "issued"], "opinion_issued", True),
        (["registered", "routed", "accepted", "delivered"], "opinion_delivered", True),
        (["registered", "routed", "accepted", "completed"], "completed", True),
        (["registered", "routed", "accepted", "completed", "returned"], "returned", True),
        (["registered", "routed", "accepted", "completed", "confirmed"], "closed", False),
        (["registered", "routed", "accepted", "confirmed", "rehandling"], "rehandling", True),
        (["registered", "routed", "withdrawn"], "withdrawn", False),
        (["registered", "closed_withdrawn"], "withdrawn", False),
    ],
)
def test_where_a_case_stands(story: Story, days: list[str], state: str, is_open: bool) -> None:
    at = "2026-03-02"
    tell = {
        "registered": lambda: story.registered(CASE, at),
        "opened": lambda: story.tell(ASSIGNMENT, "case_opened", CASE, at, unit_to_route=BUREAU),
        "settled": lambda: story.settled(CASE, at),
        "closed_on_spot": lambda: story.tell(ASSIGNMENT, "case_closed_on_spot", CASE, at),
        "closed_withdrawn": lambda: story.tell(ASSIGNMENT, "case_closed_withdrawn", CASE, at),
        "routed": lambda: story.routed(CASE, at),
        "signed": lambda: story.tell(ASSIGNMENT, "case_signed_for", CASE, at, signed_at="2026-03-02T01:00:00.000Z"),
        "objected": lambda: story.tell(ASSIGNMENT, "objection_raised", CASE, at),
        "upheld": lambda: story.tell(ASSIGNMENT, "objection_decided", CASE, at, upheld=True, bounce_count=1),
        "rejected": lambda: story.tell(ASSIGNMENT, "objection_decided", CASE, at, upheld=False, bounce_count=0),
        "declined": lambda: story.tell(ASSIGNMENT, "case_declined", CASE, at, declined_at="2026-03-02T01:00:00.000Z"),
        "accepted": lambda: story.accepted(CASE, at),
        "issued": lambda: story.tell(ASSIGNMENT, "opinion_issued", CASE, at, issued_at="2026-03-02T01:00:00.000Z"),
        "delivered": lambda: story.delivered(CASE, at),
        "completed": lambda: story.completed(CASE, at),
        "returned": lambda: story.tell(ASSIGNMENT, "case_returned", CASE, at),
        "confirmed": lambda: story.confirmed(CASE, at),
        "rehandling": lambda: story.round_opened(CASE, at),
        "withdrawn": lambda: story.withdrawn(CASE, at),
    }
    for step in days:
        tell[step]()
    timeline = timeline_of(story)
    assert (timeline["state"], timeline["open"]) == (state, is_open)


def test_the_unit_in_charge_is_the_last_one_named_and_all_are_remembered(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    story.routed(CASE, "2026-03-02", "dept_housing")
    story.tell(ASSIGNMENT, "objection_decided", CASE, "2026-03-03", upheld=True, bounce_count=1)
    assert timeline_of(story)["unit"] == BUREAU
    story.routed(CASE, "2026-03-04", CAOMIAO)
    timeline = timeline_of(story)
    assert (timeline["unit"], timeline["units"]) == (CAOMIAO, ["dept_housing", CAOMIAO])
    assert (timeline["routed_on"], timeline["routings"], timeline["bounce_count"]) == ("2026-03-02", 2, 1)


def test_particulars_of_handling_are_kept(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    story.accepted(CASE, "2026-03-05", track=6)
    story.tell(ASSIGNMENT, "responsibility_set", CASE, "2026-03-06", due_on="2026-04-01")
    story.tell(ASSIGNMENT, "case_extended", CASE, "2026-04-20", days=30)
    timeline = timeline_of(story)
    assert (timeline["accepted_on"], timeline["track"]) == ("2026-03-05", 6)
    assert (timeline["promised_on"], timeline["extended_days"]) == ("2026-04-01", 30)


def test_reclassification_changes_what_it_names_and_nothing_else(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    story.tell(INTAKE, "petition_reclassified", CASE, "2026-03-02", purpose="suggestion", category="010101")
    timeline = timeline_of(story)
    assert (timeline["purpose"], timeline["category"]) == ("suggestion", "010101")
    assert timeline["township_code"] == "640425100"
    story.tell(INTAKE, "petition_reclassified", CASE, "2026-03-03", place={"township_code": "640425101"})
    assert timeline_of(story)["township_code"] == "640425101"


def test_the_hand_down_is_known_from_intake_or_from_the_ledger(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    assert "hand_down_level" not in timeline_of(story)
    story.tell("supervision", "hand_down_listed", CASE, "2026-03-01", issuer="自治区信访局", issuer_level="region")
    assert timeline_of(story)["hand_down_level"] == "region"
    other = Story()
    other.handed_down(CASE, "2026-03-01", "state")
    other.reported(CASE, "2026-05-01", "resolved")
    timeline = timeline_of(other)
    assert (timeline["hand_down_level"], timeline["report_result"], timeline["reported_on"]) == (
        "state",
        "resolved",
        "2026-05-01",
    )


def test_a_repeat_is_noted_on_the_matter_with_the_days_since_its_answer(story: Story) -> None:
    story.registered(EARLIER, "2026-01-01")
    story.delivered(EARLIER, "2026-02-01")
    matter = timeline_of(story, EARLIER)
    later = mark_repeat(mark_repeat(matter, CASE, "2026-05-02"), "640425202604010001", "2026-04-02")
    assert later["days_to_repeat"] == 60
    assert unmark_repeat(later, "640425202604010001")["days_to_repeat"] == 90
    assert "days_to_repeat" not in unmark_repeat(unmark_repeat(later, CASE), "640425202604010001")


def test_a_matter_is_answered_when_the_opinion_is_delivered_or_it_is_settled_whichever_is_first(story: Story) -> None:
    story.visit(CASE, "2026-03-01")
    story.settled(CASE, "2026-03-01T17:00")
    story.delivered(CASE, "2026-03-20")
    assert timeline_of(story)["answered_on"] == "2026-03-01"


def test_moments_are_stored_as_instants(story: Story) -> None:
    story.registered(CASE, "2026-03-01T08:00")
    assert timeline_of(story)["told"][INTAKE]["filing"]["received_at"] == moment("2026-03-01T08:00")

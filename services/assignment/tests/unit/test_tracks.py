"""第二十八、二十九、三十一条: suggestions, the six tracks, what goes to another body, and papers of the handling."""

from dataclasses import replace
from datetime import date

import pytest
from assignment_beside import (
    a_handling_paper,
    a_hearing_record,
    a_referral,
    a_suggestion_answer,
    a_suggestion_in_handling,
    hearing_called,
    suggestion_delivered,
)
from assignment_world import World, a_completion, a_delivery, a_responsibility, a_return, an_acceptance, an_opinion

from petition_assignment.domain import errors, events, follow_through_errors, follow_through_events
from petition_assignment.domain.handling_papers import BODIES, HANDLING_PAPERS
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.possible import possible_commands
from petition_assignment.domain.possible_beside import possible_beside
from petition_assignment.domain.states import State
from petition_assignment.domain.suggestion import SUGGESTION_OUTCOMES
from petition_assignment.domain.vocabulary import FirstOrRepeat, Purpose


@pytest.mark.parametrize("track", [1, 2, 3, 4, 5, 6])
def test_the_thirty_days_for_a_review_open_on_the_sixth_track_alone(track: int):
    world = World().delivered(acceptance=an_acceptance(track=track))
    assert any(clock.kind == "K7" for clock in world.case.clocks) is (track == 6)
    assert bool(world.told(events.OpinionDelivered)) is (track == 6)
    assert bool(world.told(follow_through_events.AnswerDelivered)) is (track != 6)
    assert world.case.delivery is not None and (world.case.delivery.remedy_until is None) is (track != 6)
    assert world.do(a_completion(), "water_handler").case.state is State.COMPLETED


def test_what_was_settled_on_the_spot_and_is_handled_again_can_be_reviewed():
    world = World().closed_on_spot().order_rehandling(unit="dept_water")
    world.do(a_responsibility(), "water_handler").do(an_opinion(), "water_handler").do(a_delivery(), "water_handler")
    assert world.clock("K7").runs


@pytest.mark.parametrize("outcome", ["adopted", "partly_adopted", "kept_for_reference", "not_adopted"])
def test_a_suggestion_has_an_outcome_of_its_own_and_neither_limit(outcome: str):
    world = a_suggestion_in_handling().do(a_suggestion_answer(outcome=outcome), "water_handler")
    assert world.case.suggestion_answer is not None and world.case.suggestion_answer.outcome == outcome
    assert (world.papers[-1].kind, world.papers[-1].text) == (PaperKind.SUGGESTION_REPLY, {"reply": "先在两个村试行"})
    world.do(a_delivery(), "water_handler").do(a_completion(), "water_handler")
    assert not {"K5", "K7"} & {clock.kind for clock in world.case.clocks}


def test_the_outcomes_of_suggestions_are_those_of_article_29():
    assert [zh for zh, _ in SUGGESTION_OUTCOMES.values()] == ["采纳", "部分采纳", "留作参考", "未采纳"]


def test_a_suggestion_is_answered_as_one_and_an_appeal_is_not():
    with pytest.raises(follow_through_errors.SuggestionHasItsOwnAnswer):
        a_suggestion_in_handling().do(an_opinion(), "water_handler")
    with pytest.raises(follow_through_errors.NotASuggestion):
        World().in_handling().do(a_suggestion_answer(), "water_handler")


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [({"reply": " "}, errors.TextRequired), ({"approved_by": "water_handler"}, errors.ApproverNotHead)],
)
def test_a_reply_is_written_out_and_approved_by_the_head(changes: dict, refusal: type[errors.Refused]):
    with pytest.raises(refusal):
        a_suggestion_in_handling().do(a_suggestion_answer(**changes), "water_handler")


def test_what_is_offered_follows_the_purpose():
    for world, purpose in ((World().in_handling(), Purpose.APPEAL), (a_suggestion_in_handling(), Purpose.SUGGESTION)):
        officer = world.officer("water_handler")
        offered = possible_commands(world.case, FirstOrRepeat.FIRST, officer, world.now, purpose)
        assert ("issue_opinion" in offered) is (purpose is Purpose.APPEAL)
        beside = possible_beside(world.case, officer, world.register, purpose, world.now)
        assert ("answer_suggestion" in beside) is (purpose is Purpose.SUGGESTION)


def test_a_suggestion_sent_back_is_answered_anew():
    world = suggestion_delivered().do(a_completion(), "water_handler").do(a_return(), "dispatcher")
    assert world.case.suggestion_answer is None
    assert world.do(a_suggestion_answer(outcome="adopted"), "water_handler").case.state is State.OPINION_ISSUED


@pytest.mark.parametrize("body", list(BODIES))
def test_what_belongs_to_court_procuratorate_or_police_bears_the_mark_of_litigation(body: str):
    world = World().signed().do(a_referral(referred_to=body), "water_handler")
    assert world.case.referrals[0].litigation_separated is (body in {"court", "procuratorate", "public_security"})
    assert world.events[-1].referred_to == body


@pytest.mark.parametrize("field", ["document_no", "text"])
def test_a_referral_is_in_writing_and_numbered(field: str):
    with pytest.raises(errors.TextRequired):
        World().signed().do(a_referral(**{field: " "}), "water_handler")


@pytest.mark.parametrize("paper", list(HANDLING_PAPERS))
def test_papers_of_the_handling_have_number_day_and_content(paper: str):
    ground = "complex" if paper == "handling_hearing" else None
    command = a_hearing_record(paper=paper, hearing_ground=ground)
    world = hearing_called().do(command, "water_handler")
    filed = world.papers[-1]
    assert (filed.kind, filed.number, filed.text["held_on"]) == (
        HANDLING_PAPERS[paper],
        "调解〔2026〕1号",
        "2026-03-05",
    )
    assert "content" not in vars(world.events[-1])
    with pytest.raises(follow_through_errors.HearingGroundRequired):
        world.do(replace(command, hearing_ground=None if ground else "major"), "water_handler")


@pytest.mark.parametrize(("day", "possible"), [("2026-03-01", False), ("2026-03-02", True), ("2026-03-03", False)])
def test_a_paper_is_about_a_day_between_receipt_and_today(day: str, possible: bool):
    command = a_handling_paper(held_on=date.fromisoformat(day))
    if possible:
        World().in_handling().do(command, "water_handler")
    else:
        with pytest.raises(follow_through_errors.PaperDateImpossible):
            World().in_handling().do(command, "water_handler")


@pytest.mark.parametrize("field", ["document_no", "content"])
def test_a_paper_without_number_or_content_is_none(field: str):
    with pytest.raises(errors.TextRequired):
        World().in_handling().do(a_handling_paper(**{field: " "}), "water_handler")

"""第三十二条: the four parts, the outcome, the approver."""

import pytest
from assignment_world import World, an_opinion

from petition_assignment.domain import errors, events
from petition_assignment.domain.opinion import OUTCOME_ZH, PARTS
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.vocabulary import Outcome


@pytest.mark.parametrize("part", list(PARTS))
@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_no_part_may_be_blank(part: str, text: str):
    with pytest.raises(errors.TextRequired) as refused:
        World().in_handling().do(an_opinion(**{part: text}), "water_handler")
    assert refused.value.field == part


@pytest.mark.parametrize("outcome", list(Outcome))
def test_the_outcome_is_told_and_the_text_is_kept_at_home(outcome: Outcome):
    world = World().in_handling().do(an_opinion(outcome=outcome, document_no="处字1号"), "water_handler")
    told = world.events[-1]
    assert isinstance(told, events.OpinionIssued)
    assert (told.unit, told.outcome, told.approved_by, told.round) == ("dept_water", outcome, "water_head", 1)
    paper = world.papers[-1]
    assert (paper.kind, paper.number, set(paper.text)) == (PaperKind.OPINION, "处字1号", set(PARTS))
    assert outcome in OUTCOME_ZH


@pytest.mark.parametrize("person", ["water_handler", "housing_head", "bureau_head"])
def test_the_approver_is_a_head_of_the_handling_unit(person: str):
    with pytest.raises(errors.ApproverNotHead):
        World().in_handling().do(an_opinion(approved_by=person), "water_handler")


def test_an_unknown_approver_is_named_by_field():
    with pytest.raises(errors.PersonUnknown) as refused:
        World().in_handling().do(an_opinion(approved_by="nobody"), "water_handler")
    assert refused.value.field == "approved_by"


def test_issuing_the_opinion_does_not_end_the_sixty_days():
    assert World().opinion_issued().clock("K5").runs

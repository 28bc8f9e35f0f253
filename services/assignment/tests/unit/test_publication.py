"""第三十六条第二款: the opinion of a re-review that was heard may be made public; nothing else, and no person in it."""

import pytest
from assignment_review import ReviewWorld, a_publication
from assignment_world import CASE

from petition_assignment.application import following
from petition_assignment.domain import errors, publication_errors
from petition_assignment.domain import review_commands as asked
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.possible import possible_commands
from petition_assignment.domain.publication import standing
from petition_assignment.domain.publication_events import PublicationWithdrawn, ReviewOpinionPublished
from petition_assignment.domain.vocabulary import FirstOrRepeat


def published() -> ReviewWorld:
    world = ReviewWorld().heard_and_decided()
    world.do(a_publication(), "city_head")
    return world


def test_it_is_public_under_its_number_and_the_bus_has_no_text():
    world = published()
    public = standing(world.case.publications)
    assert public is not None and public.document_no == world.case.published_no == "固政复核〔2026〕1号"
    assert world.case.published_at == world.now
    told = world.told(ReviewOpinionPublished)[-1]
    assert (told.unit, told.published_by) == ("city_government", "city_head") and "管网" not in str(told)
    assert world.papers[-1].kind is PaperKind.PUBLICATION_NOTE


@pytest.mark.parametrize(
    "make",
    [
        lambda: (ReviewWorld().made_final(), "city_head"),
        lambda: (ReviewWorld().reviewed(), "leader1"),
    ],
    ids=["a re-review without a hearing", "a review"],
)
def test_nothing_is_published_that_was_not_heard_in_a_re_review(make):
    world, person = make()
    with pytest.raises(publication_errors.NotHeardInReReview):
        world.do(a_publication(), person)


def test_what_has_not_reached_the_petitioner_is_not_published():
    with pytest.raises(errors.IllegalTransition):
        ReviewWorld().re_review_heard().decided_by_the_city().do(a_publication(), "city_head")


def test_it_is_not_published_twice_and_after_it_was_taken_back_once_more():
    world = published()
    with pytest.raises(publication_errors.AlreadyPublished):
        world.do(a_publication(text="另一份文本"), "city_head")
    world.do(asked.WithdrawPublication("文本有误"), "city_head")
    assert world.case.published_at is None and world.told(PublicationWithdrawn)[-1].cause == "decision"
    with pytest.raises(publication_errors.NothingPublished):
        world.do(asked.WithdrawPublication("再次"), "city_head")
    world.do(a_publication(text="改正后的文本"), "city_head")
    assert [one.withdrawn_at is None for one in world.case.publications] == [False, True]


@pytest.mark.parametrize(("text", "allowed"), [("共13800人", True), ("电话138000", True), ("电话1380000", False)])
def test_no_long_number_is_made_public(text: str, allowed: bool):
    world = ReviewWorld().heard_and_decided()
    if allowed:
        assert world.do(a_publication(text=text), "city_head").case.published_at
    else:
        with pytest.raises(publication_errors.NumberInText):
            world.do(a_publication(text=text), "city_head")


@pytest.mark.parametrize("field", ["text", "reason"])
def test_no_publication_without_text_and_reason(field: str):
    with pytest.raises(errors.TextRequired):
        ReviewWorld().heard_and_decided().do(a_publication(**{field: " "}), "city_head")


def test_a_petitioner_who_asked_for_secrecy_is_not_published_and_may_ask_later():
    """第十八条第四款."""
    world = ReviewWorld().heard_and_decided()
    following.note_secrecy(world.desk, CASE, asked=True)
    with pytest.raises(publication_errors.PetitionerWantsSecrecy):
        world.do(a_publication(), "city_head")
    following.note_secrecy(world.desk, CASE, asked=False)
    world.do(a_publication(), "city_head")
    following.note_secrecy(world.desk, CASE, asked=True)
    told = world.told(PublicationWithdrawn)[-1]
    assert (told.cause, told.withdrawn_by) == ("secrecy_asked", None) and world.case.published_at is None


def test_only_the_head_of_the_reviewer_decides_and_is_offered_it():
    world = ReviewWorld().heard_and_decided()

    def offered(person: str) -> list[str]:
        return possible_commands(world.case, FirstOrRepeat.FIRST, world.officer(person), world.now)

    assert offered("city_head") == ["publish_review_opinion"] and offered("city_handler") == []
    with pytest.raises(errors.SomeoneElsesCase):
        world.do(a_publication(), "water_head")
    world.do(a_publication(), "city_head")
    assert offered("city_head") == ["withdraw_publication"]

"""第三十四条: whoever handles the matter applies for more time in writing, and the head of the unit decides."""

import pytest
from assignment_beside import an_application
from assignment_world import World, a_delivery, an_extension, an_opinion, on

from petition_assignment.domain import errors, events
from petition_assignment.domain.beside_commands import DeclineExtension
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.possible_beside import possible_beside
from petition_assignment.domain.vocabulary import Purpose


def applied() -> World:
    return World().in_handling().do(an_application(), "water_handler")


def test_an_application_is_a_paper_and_moves_nothing():
    world = applied()
    told = world.told(events.ExtensionAppliedFor)[-1]
    assert (told.days, told.applicant) == (30, "water_handler") and "水质" not in str(told)
    paper = world.papers[-1]
    assert (paper.kind, paper.text) == (PaperKind.EXTENSION_APPLICATION, {"reason": "需鉴定水质"})
    assert (paper.facts["old_due_on"], paper.facts["due_on"]) == ("2026-05-06", "2026-06-01")
    assert world.clock("K5").due_at == on("2026-05-07", "00:00") and world.case.extension is None


def test_the_head_grants_it_and_the_application_is_not_written_again():
    world = applied().do(an_extension(days=20), "water_head")
    kinds = [paper.kind for paper in world.papers]
    assert kinds.count(PaperKind.EXTENSION_APPLICATION) == 1 and kinds[-1] is PaperKind.EXTENSION_NOTICE
    assert world.papers[-1].facts["applicant"] == "water_handler"
    assert world.case.extension.days == 20 and world.case.extension_request is None


def test_the_head_declines_it_with_a_reason_and_it_can_be_applied_for_once_more():
    world = applied()
    with pytest.raises(errors.TextRequired):
        world.do(DeclineExtension(" "), "water_head")
    world.do(DeclineExtension("可按期办结"), "water_head")
    assert world.told(events.ExtensionDeclined)[-1].declined_by == "water_head"
    assert world.clock("K5").due_at == on("2026-05-07", "00:00")
    assert world.do(an_application(days=5), "water_handler").case.extension_request.days == 5


def test_only_the_head_decides_and_only_what_was_applied_for():
    with pytest.raises(errors.NoExtensionAppliedFor):
        World().in_handling().do(DeclineExtension("无"), "water_head")
    with pytest.raises(errors.ExtensionNotByHead):
        applied().do(DeclineExtension("无"), "water_handler")


@pytest.mark.parametrize(("days", "allowed"), [(0, False), (1, True), (30, True), (31, False)])
def test_one_to_thirty_days(days: int, allowed: bool):
    if allowed:
        assert World().in_handling().do(an_application(days=days), "water_handler").case.extension_request.days == days
    else:
        with pytest.raises(errors.ExtensionTooLong):
            World().in_handling().do(an_application(days=days), "water_handler")


@pytest.mark.parametrize(("day", "clock", "allowed"), [("2026-05-06", "23:59", True), ("2026-05-07", "00:00", False)])
def test_before_the_limit_ends(day: str, clock: str, allowed: bool):
    world = World().in_handling().move_to(on(day, clock))
    if allowed:
        assert world.do(an_application(), "water_handler").case.extension_request
    else:
        with pytest.raises(errors.ExtensionTooLate):
            world.do(an_application(), "water_handler")


def test_one_application_at_a_time_and_none_after_the_one_extension():
    with pytest.raises(errors.ExtensionAppliedFor):
        applied().do(an_application(days=5), "water_handler")
    with pytest.raises(errors.ExtensionAlreadyUsed):
        World().in_handling().do(an_extension(), "water_head").do(an_application(), "water_handler")


def test_what_still_waits_when_the_answer_is_delivered_is_told_as_not_granted():
    world = World().opinion_issued().do(an_application(), "water_handler").do(a_delivery(), "water_handler")
    assert world.case.extension_request is None
    assert world.told(events.ExtensionDeclined)[-1].declined_by == "water_handler"
    assert not World().delivered().told(events.ExtensionDeclined)


@pytest.mark.parametrize(("day", "clock", "offered"), [("2026-05-06", "23:59", True), ("2026-05-07", "00:00", False)])
def test_it_is_offered_as_long_as_it_would_be_taken(day: str, clock: str, offered: bool):
    world = World().in_handling().move_to(on(day, clock))
    beside = possible_beside(world.case, world.officer("water_handler"), world.register, Purpose.APPEAL, world.now)
    assert ("apply_for_extension" in beside) is offered


def test_nothing_is_left_applied_for_where_the_opinion_itself_ends_the_limit():
    world = World().in_handling(anonymous=True).do(an_application(), "water_handler").do(an_opinion(), "water_handler")
    assert world.case.extension_request is None
    assert world.told(events.ExtensionDeclined)

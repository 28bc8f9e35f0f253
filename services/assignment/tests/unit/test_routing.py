"""Choosing the unit: by the catalogue, or by an officer who gives a reason."""

from datetime import date

import pytest
from assignment_register import a_register, with_line, with_other
from assignment_world import World, a_petition, a_routing, on

from petition_assignment.application import following
from petition_assignment.domain import errors, events
from petition_assignment.domain.papers import PaperKind
from petition_assignment.domain.petition import Place
from petition_assignment.domain.states import State
from petition_assignment.domain.vocabulary import Mode

CAOMIAO = Place("640425208", "640425208202", "640425208202-01")
ZHOUGOU_1 = Place("640425100", "640425100200", "640425100200-01")
ZHOUGOU = Place("640425100", "640425100200")


@pytest.mark.parametrize(
    ("category", "place", "rule", "unit"),
    [
        ("010701", CAOMIAO, "R1", "dept_water"),
        ("010702", CAOMIAO, "R2", "township_caomiao"),
        ("010702", ZHOUGOU_1, "R2", "township_baiyang"),
        ("010701", ZHOUGOU, "R3", "township_baiyang"),
        ("010701", ZHOUGOU_1, "R4", "dept_housing"),
        ("990101", ZHOUGOU_1, "R5", "petition_bureau"),
    ],
    ids=["category", "longer category", "longer category before place", "township", "small grid", "rule for all"],
)
def test_the_most_specific_rule_wins(category: str, place: Place, rule: str, unit: str):
    register = a_register()
    found, chosen = register.suggest(category, place)
    assert (found.rule_id, chosen) == (rule, unit)


def test_the_rule_and_the_version_of_the_register_are_recorded():
    world = World(a_register(version=7)).routed()
    told = world.told(events.CaseRouted)[0]
    assert (told.unit, told.rule_id, told.rule_version, told.overridden) == ("dept_water", "R1", 7, False)
    assert (told.mode, told.routed_by, told.routed_at, told.round) == ("transfer", "dispatcher", world.now, 1)


def test_naming_the_unit_the_catalogue_would_choose_is_no_override():
    world = World().routed(a_routing(unit="dept_water"))
    assert world.case.routing.overridden is False
    (note,) = world.papers
    assert (note.kind, note.text, note.facts["to_unit"]) == (PaperKind.ROUTING_NOTE, {}, "dept_water")


def test_another_unit_needs_a_reason_which_is_kept_with_the_rule_that_was_not_followed():
    world = World().routed(a_routing(unit="dept_housing", override_reason="  管网随小区改造  "))
    told = world.told(events.CaseRouted)[0]
    assert (told.unit, told.rule_id, told.overridden) == ("dept_housing", "R1", True)
    (note,) = world.papers
    assert (note.kind, note.text) == (PaperKind.ROUTING_NOTE, {"override_reason": "管网随小区改造"})


@pytest.mark.parametrize("reason", [None, "", "   "])
def test_another_unit_without_a_reason_is_refused(reason: str | None):
    with pytest.raises(errors.OverrideReasonRequired) as refused:
        World().routed(a_routing(unit="dept_housing", override_reason=reason))
    assert refused.value.field == "override_reason"


def test_nothing_is_routed_before_a_person_decided_first_or_repeat():
    world = World().opened()
    with pytest.raises(errors.FirstOrRepeatUndecided) as refused:
        world.do(a_routing(), "dispatcher")
    assert refused.value.code == "FIRST_OR_REPEAT_UNDECIDED"


NO_RULE_FOR_ALL = with_other("catalogue", "R5,*,*,petition_bureau,归口办理", "R5,01,*,dept_water,归口办理")
ALL_COVERED = with_other("categories", "030101,城乡建设,房屋,物业服务\n        990101,其他,其他,其他", "")


def test_without_any_rule_the_unit_must_be_named_with_a_reason():
    world = World(a_register(**NO_RULE_FOR_ALL, **ALL_COVERED))
    with pytest.raises(errors.NoRoutingRule):
        world.routed(category="770101")
    world.do(a_routing(unit="dept_water", override_reason="无规则"), "dispatcher")
    assert world.case.routing.rule_id is None
    assert world.case.routing.overridden


def test_without_any_rule_and_reason_the_refusal_says_so():
    world = World(a_register(**NO_RULE_FOR_ALL, **ALL_COVERED))
    with pytest.raises(errors.OverrideReasonRequired):
        world.routed(a_routing(unit="dept_water"), category="770101")


@pytest.mark.parametrize("unit", ["hotline_12345", "county_leadership", "court_baiyang", "joint_office_baiyang"])
def test_a_unit_without_casework_cannot_be_chosen(unit: str):
    with pytest.raises(errors.UnitCannotHandle):
        World().routed(a_routing(unit=unit, override_reason="理由"))


def test_an_unknown_unit_cannot_be_chosen():
    with pytest.raises(errors.UnitUnknown) as refused:
        World().routed(a_routing(unit="dept_moon", override_reason="理由"))
    assert refused.value.field == "unit"


@pytest.mark.parametrize(
    ("command", "category"),
    [
        (a_routing(mode=Mode.TRANSFER), "990101"),
        (a_routing(mode=Mode.OWN, unit="dept_water"), "010701"),
    ],
    ids=["sending a case to oneself", "keeping a case at another unit"],
)
def test_the_mode_must_fit_the_unit(command, category: str):
    with pytest.raises(errors.ModeUnitMismatch):
        World().routed(command, category=category)


def test_keeping_a_case_the_catalogue_gives_to_another_unit_needs_a_reason():
    with pytest.raises(errors.OverrideReasonRequired):
        World().routed(a_routing(mode=Mode.OWN))


@pytest.mark.parametrize(
    ("mode", "day", "refusal"),
    [
        (Mode.ASSIGN, None, errors.FeedbackDateRequired),
        (Mode.ASSIGN, date(2026, 3, 2), errors.DateNotAfterToday),
        (Mode.ASSIGN, date(2026, 3, 3), None),
        (Mode.TRANSFER, date(2026, 3, 3), errors.FeedbackDateNotAllowed),
        (Mode.TRANSFER, None, None),
    ],
)
def test_an_assignment_and_only_an_assignment_sets_a_feedback_date(mode: Mode, day: date | None, refusal):
    command = a_routing(mode=mode, feedback_due_on=day)
    if refusal is None:
        assert World().routed(command).case.state is State.ROUTED
    else:
        with pytest.raises(refusal) as refused:
            World().routed(command)
        assert refused.value.field == "feedback_due_on"


def test_a_correction_of_the_category_changes_where_the_case_goes():
    world = World().opened().decided()
    following.note_reclassified(world.desk, world.case.case_no, a_petition().purpose, "010702", CAOMIAO)
    world.do(a_routing(), "dispatcher")
    assert world.case.unit == "township_caomiao"


@pytest.mark.parametrize(("day", "clock", "met"), [("2026-03-17", "23:59", True), ("2026-03-18", "00:00", False)])
def test_routing_on_the_fifteenth_day_is_in_time_and_after_it_late(day: str, clock: str, met: bool):
    world = World().opened().decided().move_to(on(day, clock))
    world.do(a_routing(), "dispatcher")
    assert world.told(events.ClockStopped)[0].met is met


def test_a_second_rule_for_the_same_category_and_place_is_a_fault_of_the_register():
    with pytest.raises(errors.Refused):
        a_register(**with_line("catalogue", "R9,0107,*,dept_housing,重复"))

"""多元化解: a county lists who may be asked to mediate; a mediation names them by id, on the days they are listed."""

from datetime import date

import pytest
from assignment_beside import (
    a_hearing_call,
    a_hearing_record,
    a_mediated_agreement,
    mediated,
    mediated_by_listed,
    with_mediators,
)
from assignment_register import MEDIATORS, a_register
from assignment_world import CASE, World, an_agreement, on

from petition_assignment.domain import events
from petition_assignment.domain.agreement_errors import MediatorNamedTwice, MediatorNotListed, MediatorsNotAllowed
from petition_assignment.domain.follow_through_events import HandlingPaperRecorded
from petition_assignment.domain.mediators import MediatorKind, names_of, suited
from petition_assignment.domain.paper_printing import printed

LISTED = a_register(mediators=MEDIATORS).mediators
THE_DAY = date(2026, 3, 3)


def ids(**asked) -> list[str]:
    return [one.mediator_id for one in suited(LISTED, **{"day": THE_DAY, **asked})]


@pytest.mark.parametrize(
    ("day", "listed"),
    [("2026-03-02", False), ("2026-03-03", True), ("2026-03-05", True), ("2026-03-06", False)],
)
def test_who_is_listed_from_a_day_is_listed_until_the_day_before_leaving(day: str, listed: bool):
    assert ("M3" in ids(day=date.fromisoformat(day))) is listed


def test_nobody_is_listed_before_the_first_day():
    assert ids(day=date(2025, 12, 31)) == []
    assert ids(day=date(2026, 1, 1)) == ["M1", "M4", "M5", "M2"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"kind": MediatorKind.JUDICIAL}, ["M4"]),
        ({"township_code": "640425100"}, ["M1", "M5", "M2", "M3"]),
        ({"township_code": "640425208"}, ["M4", "M2", "M3"]),
        ({"category": "010702"}, ["M3", "M5", "M2", "M1", "M4"]),
        ({"category": "010701"}, ["M5", "M2", "M1", "M4"]),
        ({"category": "030101"}, ["M2", "M1", "M4"]),
        ({"category": "990101"}, ["M1", "M4"]),
        ({"category": "010701", "township_code": "640425208"}, ["M2", "M4"]),
        ({"category": "010701", "kind": MediatorKind.LAWYER}, []),
    ],
)
def test_for_a_case_those_who_know_its_category_and_its_township_come_first(asked: dict, found: list[str]):
    assert ids(**asked) == found


def test_the_record_and_the_agreement_name_mediators_and_the_bus_hears_their_ids_alone():
    world = mediated_by_listed()
    assert [held.mediators for held in world.case.mediations] == [["M1", "M2"]]
    assert [signed.mediators for signed in world.case.agreements] == [["M1", "M2"]]
    for kind in (HandlingPaperRecorded, events.AgreementRecorded):
        (told,) = world.told(kind)
        assert told.mediators == ["M1", "M2"]
        assert "调甲" not in str(told)


def test_their_names_stand_on_the_printed_papers_and_an_id_where_the_list_has_no_name_any_more():
    world = mediated_by_listed()
    for paper in world.papers[-2:]:
        assert paper.facts["mediators"] == "M1;M2"
        assert "调甲、调乙" in str(printed(paper, CASE, world.register))
        assert "M1、M2" in str(printed(paper, CASE, a_register()))
    assert names_of(LISTED, ["M2", "M9"]) == ["调乙", "M9"]


def test_nobody_need_be_named():
    world = mediated(World().in_handling()).do(a_mediated_agreement(), "water_handler")
    assert (world.case.mediations[0].mediators, world.case.agreements[0].mediators) == ([], [])
    assert "mediators" not in world.papers[-1].facts


@pytest.mark.parametrize(
    ("held", "listed"),
    [("2026-03-02", False), ("2026-03-03", True), ("2026-03-05", True), ("2026-03-06", False)],
)
def test_a_mediation_is_led_by_somebody_listed_on_its_day(held: str, listed: bool):
    world = with_mediators().move_to(on("2026-03-10"))
    day = date.fromisoformat(held)
    if listed:
        assert mediated(world, held_on=day, mediators=["M1", "M3"]).case.mediations[0].mediators == ["M1", "M3"]
        return
    with pytest.raises(MediatorNotListed) as refused:
        mediated(world, held_on=day, mediators=["M1", "M3"])
    assert (refused.value.code, refused.value.field) == ("MEDIATOR_NOT_LISTED", "mediators")
    assert world.case.mediations == []


@pytest.mark.parametrize(("signed", "listed"), [("2026-03-05", True), ("2026-03-06", False)])
def test_an_agreement_names_somebody_listed_on_the_day_it_was_signed(signed: str, listed: bool):
    world = mediated(with_mediators()).move_to(on("2026-03-10"))
    command = a_mediated_agreement(agreed_on=date.fromisoformat(signed), mediators=["M3"])
    if listed:
        assert world.do(command, "water_handler").case.agreements
        return
    with pytest.raises(MediatorNotListed):
        world.do(command, "water_handler")


def test_nobody_is_named_who_is_not_on_the_list_or_where_there_is_none():
    for world, named in ((with_mediators(), "water_handler"), (World().in_handling(), "M1")):
        with pytest.raises(MediatorNotListed):
            mediated(world, mediators=[named])


def test_nobody_is_named_twice():
    with pytest.raises(MediatorNamedTwice) as refused:
        mediated(with_mediators(), mediators=["M1", "M2", "M1"])
    assert (refused.value.field, refused.value.code) == ("mediators", "MEDIATOR_NAMED_TWICE")


def test_a_hearing_and_a_reconciliation_have_no_mediators():
    with pytest.raises(MediatorsNotAllowed) as refused:
        with_mediators().do(an_agreement(mediators=["M1"]), "water_handler")
    assert (refused.value.field, refused.value.code) == ("mediators", "MEDIATORS_NOT_ALLOWED")
    with pytest.raises(MediatorsNotAllowed):
        heard_with_a_mediator()


def heard_with_a_mediator() -> World:
    world = with_mediators().do(a_hearing_call(), "water_handler").move_to(on("2026-03-05"))
    return world.do(a_hearing_record(mediators=["M1"]), "water_handler")

"""What a filing must state: each channel's own fields, names and addresses, representatives, dates, places."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from intake_builders import (
    BY_CHANNEL,
    DAY,
    NEIGHBOUR,
    NOW,
    PETITIONER,
    a_call,
    a_hand_down,
    a_hand_down_document,
    a_hotline_ticket,
    a_letter,
    a_visit,
    a_web_filing,
)
from intake_register import BAIYANG, DEPARTMENT, GRID, OTHER_VILLAGE, VILLAGE, WANGWA, WANGWA_VILLAGE, register

from petition_intake.domain import errors
from petition_intake.domain.channels import BELONGS_TO, CHANNEL_WORDING, REQUIRED, Channel
from petition_intake.domain.filing import MOST_REPRESENTATIVES, Accused, Filing, Purpose
from petition_intake.domain.levels import Level
from petition_intake.domain.people import Petitioner, Role
from petition_intake.domain.register import Place

STATED: dict[str, Any] = {
    "representatives": 1,
    "visited_level": Level.COUNTY,
    "competent_level": Level.COUNTY,
    "in_writing": True,
    "read_back_confirmed": True,
    "postmarked_on": date(2026, 2, 26),
    "postmark_illegible": True,
    "hand_down": a_hand_down_document(),
    "ticket_no": "GD1",
}


def checked(filing: Filing) -> Filing:
    return filing.checked(register(), NOW)


@pytest.mark.parametrize("channel", list(Channel))
def test_a_filing_in_order_is_taken_by_every_channel(channel: Channel) -> None:
    assert checked(BY_CHANNEL[channel]()).channel is channel


@pytest.mark.parametrize(("channel", "name"), [(channel, name) for channel in Channel for name in REQUIRED[channel]])
def test_what_a_channel_requires_is_asked_for_by_name(channel: Channel, name: str) -> None:
    with pytest.raises(errors.ChannelFieldMissing) as refused:
        checked(replace(BY_CHANNEL[channel](), **{name: None}))

    assert refused.value.field == name
    assert refused.value.values["channel_zh"] == CHANNEL_WORDING[channel].zh


@pytest.mark.parametrize(
    ("channel", "name"),
    [(channel, name) for channel in Channel for name, theirs in BELONGS_TO.items() if channel not in theirs],
)
def test_what_belongs_to_another_channel_is_refused(channel: Channel, name: str) -> None:
    with pytest.raises(errors.ChannelFieldMisplaced) as refused:
        checked(replace(BY_CHANNEL[channel](), **{name: STATED[name]}))

    assert refused.value.field == name


def test_a_letter_without_a_postmark_says_that_it_cannot_be_read() -> None:
    with pytest.raises(errors.ChannelFieldMissing):
        checked(a_letter(postmarked_on=None))

    assert checked(a_letter(postmarked_on=None, postmark_illegible=True)).postmarked_on is None


def test_a_postmark_is_not_later_than_the_receipt() -> None:
    assert checked(a_letter(postmarked_on=date(2026, 3, 1)))
    with pytest.raises(errors.PostmarkAfterReceipt):
        checked(a_letter(postmarked_on=date(2026, 3, 2)))


@pytest.mark.parametrize("filing", [a_visit, a_call])
def test_what_is_said_by_word_of_mouth_is_read_back(filing: Any) -> None:
    with pytest.raises(errors.ReadBackNotConfirmed):
        checked(filing(read_back_confirmed=None))
    with pytest.raises(errors.ReadBackNotConfirmed):
        checked(filing(read_back_confirmed=False))


def test_a_visitor_may_hand_in_writing_instead() -> None:
    assert checked(a_visit(read_back_confirmed=None, in_writing=True)).in_writing


@pytest.mark.parametrize("request_text", ["", " ", "\u3000\n"])
def test_a_petition_says_what_it_asks_for(request_text: str) -> None:
    with pytest.raises(errors.TextRequired) as refused:
        checked(a_web_filing(request=request_text))

    assert refused.value.field == "request"


# -- who files ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "people",
    [
        (),
        (replace(PETITIONER, address=None),),
        (replace(PETITIONER, name=None),),
        (PETITIONER, replace(NEIGHBOUR, name=None)),
    ],
)
def test_a_named_petition_states_name_and_address(people: tuple[Petitioner, ...]) -> None:
    with pytest.raises(errors.NameAndAddressRequired):
        checked(a_web_filing(petitioners=people))


def test_only_the_contact_needs_an_address() -> None:
    assert checked(a_web_filing(petitioners=(PETITIONER, replace(NEIGHBOUR, address=None))))


@pytest.mark.parametrize("people", [(), (replace(PETITIONER, address=None),), (Petitioner(phone="123456"),)])
def test_an_unclear_identity_does_not_stand_in_the_way(people: tuple[Petitioner, ...]) -> None:
    assert checked(a_web_filing(petitioners=people, identity_unclear=True))


def test_an_anonymous_petition_is_registered_without_particulars() -> None:
    assert checked(a_web_filing(anonymous=True, petitioners=()))
    with pytest.raises(errors.AnonymousWithName):
        checked(a_web_filing(anonymous=True))


def test_a_headcount_is_not_less_than_the_people_named() -> None:
    both = (PETITIONER, NEIGHBOUR)

    assert checked(a_web_filing(petitioners=both, headcount=2)).people_count == 2
    with pytest.raises(errors.HeadcountTooSmall):
        checked(a_web_filing(petitioners=both, headcount=1))


def test_an_agent_is_not_counted() -> None:
    agent = replace(NEIGHBOUR, role=Role.AGENT)

    assert checked(a_web_filing(petitioners=(PETITIONER, agent), headcount=1)).people_count == 1
    assert a_web_filing(petitioners=(PETITIONER, agent)).people_count == 1


def test_without_a_headcount_the_people_named_are_counted_and_at_least_one() -> None:
    assert a_web_filing(petitioners=(PETITIONER, NEIGHBOUR)).people_count == 2
    assert a_web_filing(petitioners=(), anonymous=True).people_count == 1


@pytest.mark.parametrize(
    ("filing", "joint"),
    [
        (a_web_filing(), False),
        (a_web_filing(joint=True), True),
        (a_letter(headcount=2), True),
        (a_visit(headcount=9, representatives=2), False),
        (a_visit(joint=True), False),
    ],
)
def test_several_signers_are_joint_and_several_visitors_are_a_group(filing: Filing, joint: bool) -> None:
    assert filing.is_joint is joint


# -- visits ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("representatives", "allowed"), [(1, True), (5, True), (6, False)])
def test_at_most_five_represent_a_group(representatives: int, allowed: bool) -> None:
    visit = a_visit(headcount=30, representatives=representatives)

    assert MOST_REPRESENTATIVES == 5
    if allowed:
        assert checked(visit).headcount == 30
    else:
        with pytest.raises(errors.TooManyRepresentatives):
            checked(visit)


@pytest.mark.parametrize(
    ("headcount", "representatives", "allowed"), [(1, 0, False), (1, 1, True), (2, 2, True), (2, 3, False)]
)
def test_representatives_are_at_least_one_and_at_most_all(headcount: int, representatives: int, allowed: bool) -> None:
    visit = a_visit(headcount=headcount, representatives=representatives)

    if allowed:
        assert checked(visit)
    else:
        with pytest.raises(errors.RepresentativesImpossible):
            checked(visit)


@pytest.mark.parametrize(
    ("filing", "registered", "skipped"),
    [
        (a_visit(), Level.TOWNSHIP, False),
        (a_visit(), Level.COUNTY, False),
        (a_visit(competent_level=Level.TOWNSHIP), Level.CITY, True),
        (a_visit(competent_level=Level.COUNTY), Level.CITY, False),
        (a_visit(competent_level=Level.COUNTY), Level.REGION, True),
        (a_visit(visited_level=Level.STATE, competent_level=Level.COUNTY), Level.COUNTY, True),
        (a_web_filing(), Level.STATE, False),
        (a_hand_down(competent_level=Level.TOWNSHIP), Level.STATE, False),
        (
            a_hand_down(hand_down=a_hand_down_document(original_channel=Channel.VISIT), competent_level=Level.COUNTY),
            Level.COUNTY,
            True,
        ),
        (
            a_hand_down(hand_down=a_hand_down_document(original_channel=Channel.LETTER), competent_level=Level.COUNTY),
            Level.COUNTY,
            False,
        ),
    ],
)
def test_only_a_visit_can_skip_a_level(filing: Filing, registered: Level, skipped: bool) -> None:
    assert filing.skips_a_level(registered) is skipped


def test_a_visit_to_the_city_needs_the_competent_level() -> None:
    with pytest.raises(errors.CompetentLevelRequired):
        a_visit().skips_a_level(Level.CITY)


# -- dates, category, place --------------------------------------------------------------------------------------------


def test_without_a_time_of_receipt_it_is_now() -> None:
    assert checked(a_web_filing()).received_at == NOW


def test_nothing_is_received_in_the_future() -> None:
    assert checked(a_web_filing(received_at=NOW)).received_at == NOW
    with pytest.raises(errors.DateInFuture):
        checked(a_web_filing(received_at=NOW + timedelta(milliseconds=1)))


def test_long_ago_is_no_reason_to_refuse() -> None:
    assert checked(a_letter(received_at=NOW - 400 * DAY, postmarked_on=date(2025, 1, 1)))


def test_the_category_is_on_the_table() -> None:
    with pytest.raises(errors.CategoryUnknown):
        checked(a_web_filing(category="999999"))


@pytest.mark.parametrize(
    ("given", "complete"),
    [
        (Place(BAIYANG), Place(BAIYANG)),
        (Place(BAIYANG, VILLAGE), Place(BAIYANG, VILLAGE)),
        (Place(BAIYANG, VILLAGE, GRID), Place(BAIYANG, VILLAGE, GRID)),
        (Place(BAIYANG, None, GRID), Place(BAIYANG, VILLAGE, GRID)),
    ],
)
def test_a_place_is_completed_upwards(given: Place, complete: Place) -> None:
    assert checked(a_web_filing(place=given)).place == complete


@pytest.mark.parametrize(
    ("place", "refusal", "field"),
    [
        (Place("999"), errors.PlaceUnknown, "place.township_code"),
        (Place(BAIYANG, "999"), errors.PlaceUnknown, "place.village_code"),
        (Place(BAIYANG, None, "999"), errors.PlaceUnknown, "place.grid_code"),
        (Place(WANGWA, VILLAGE), errors.PlaceMismatch, "place.village_code"),
        (Place(BAIYANG, WANGWA_VILLAGE), errors.PlaceMismatch, "place.village_code"),
        (Place(BAIYANG, OTHER_VILLAGE, GRID), errors.PlaceMismatch, "place.grid_code"),
        (Place(WANGWA, None, GRID), errors.PlaceMismatch, "place.village_code"),
    ],
)
def test_a_place_is_on_the_register_and_in_itself_consistent(
    place: Place, refusal: type[errors.Refused], field: str
) -> None:
    with pytest.raises(refusal) as refused:
        checked(a_web_filing(place=place))

    assert refused.value.field == field


def test_only_an_accusation_names_whom_it_accuses() -> None:
    accused = Accused(unit=DEPARTMENT)

    assert checked(a_web_filing(purpose=Purpose.ACCUSATION, accused=accused)).accused == accused
    assert checked(a_web_filing(purpose=Purpose.ACCUSATION, accused=Accused(name="某某")))
    with pytest.raises(errors.AccusedOnlyInAccusation):
        checked(a_web_filing(accused=accused))
    with pytest.raises(errors.UnitUnknown) as refused:
        checked(a_web_filing(purpose=Purpose.ACCUSATION, accused=Accused(unit="nowhere")))
    assert refused.value.field == "accused.unit"


def test_the_unit_complained_of_is_stated_for_anything_but_an_accusation() -> None:
    assert checked(a_web_filing(complained_of=DEPARTMENT)).complained_of == DEPARTMENT
    assert checked(a_web_filing(purpose=Purpose.SUGGESTION, complained_of=DEPARTMENT)).complained_of == DEPARTMENT
    assert checked(a_web_filing()).complained_of is None
    with pytest.raises(errors.ComplainedOfNotInAccusation):
        checked(a_web_filing(purpose=Purpose.ACCUSATION, complained_of=DEPARTMENT))
    with pytest.raises(errors.UnitUnknown) as refused:
        checked(a_web_filing(complained_of="nowhere"))
    assert refused.value.field == "complained_of"


def test_an_outside_number_makes_the_same_filing_known_again() -> None:
    assert a_web_filing().references == ()
    assert a_hotline_ticket(ticket_no="GD1").references == ("hotline|GD1",)
    assert a_hand_down().references == ("handed_down|region_petition_bureau|宁信交〔2026〕12号",)

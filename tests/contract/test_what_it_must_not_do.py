"""What the system must never be used for, as far as it shows in what can be asked of it and in what it tells.

A person is never marked, watched or judged by the system: such a field does not exist in any request, event or store.
A decision about a person's matter is always somebody's, by name. No matter is closed together with others.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import pytest

from chassis.service import ANYONE, Service
from petition_intake.domain import accusation, filing, people, petition
from wire_catalogue.contracts import EventContract
from wire_catalogue.requests import request_fields

PETITIONERS_OWN = {
    "add_material_part",
    "ask_for_secrecy",
    "begin_material",
    "choose_delivery",
    "lift_secrecy",
    "open_notice",
    "rate_petition",
    "rate_window",
    "request_review",
}
"""What a petitioner does online, with the query code in the place of an officer."""

DECISIONS = {
    "petition_linked": "decided_by",
    "case_routed": "routed_by",
    "case_accepted": "accepted_by",
    "objection_decided": "decided_by",
    "opinion_issued": "approved_by",
    "case_completed": "completed_by",
    "case_confirmed": "confirmed_by",
    "case_returned": "returned_by",
    "review_decided": "decided_by",
    "rehandling_ordered": "ordered_by",
}
"""Decisions about somebody's matter, and the field that says whose they are."""

JUDGED = re.compile(r"(^|_)(score|risk|credit|blacklist|grade|colour|color|tag|label|danger|threat|key_person)($|_)")
JUDGED_BUT_NOT_A_PERSON = {
    "decide_appraisal_appeal: grade": "the year of a unit",
    "yearly_appraisal_graded: grade": "the year of a unit",
    "yearly_appraisal_published: grade": "the year of a unit",
    "follow_up_recorded: score": "what the petitioner says of the handling",
    "record_follow_up: score": "the same",
    "follow_up_read: score": "the same",
    "list_follow_ups_to_read: score": "the same, asked for by what was said",
    "problem_appraised: score": "how a unit dealt with a row of its three lists",
}
ABOUT_A_UNIT = re.compile(r"^(unit_|grade_|reminder_|orange_|acknowledge_reminder|appraisal_|appraise_)")
"""Colours and marks are for units (第三十九条)."""

WATCHED = re.compile(
    r"(^|_)(latitude|longitude|gps|location|track(ed|ing)|train|flight|itinerary|departed|left_home|arrived_at_office"
    r"|face|fingerprint|health|diagnosis|medical|religion|ethnicity|nation|education|occupation|income|criminal|drug"
    r"|family_members|school|police_record|imei|device)($|_)"
)
MENTIONED_ONLY = {"close_reception: case_nos", "open_inspection: case_nos"}
"""Lists of matters that are named in a record, and nothing happens to them."""

KINDS = (people.Petitioner, filing.Filing, petition.Petition, accusation.Accusation)


def _requested(declared: list[Service]) -> Iterator[tuple[str, str]]:
    for service in declared:
        for method in (*service.commands, *service.queries):
            yield from ((method.name, field.path) for field in request_fields(method.schema))


def _told(contracts: list[EventContract]) -> Iterator[tuple[str, str]]:
    yield from ((one.name, field.path) for one in contracts for field in one.fields())


def _kept() -> Iterator[tuple[str, str]]:
    yield from ((kind.__name__, field.name) for kind in KINDS for field in dataclasses.fields(kind))


def _named(found: Iterator[tuple[str, str]], pattern: re.Pattern[str]) -> set[str]:
    return {f"{where}: {path}" for where, path in found if pattern.search(path.rpartition(".")[2].removesuffix("[]"))}


def test_no_person_is_scored_graded_or_tagged(declared: list[Service], contracts: list[EventContract]) -> None:
    found = _named(_requested(declared), JUDGED) | _named(_told(contracts), JUDGED) | _named(_kept(), JUDGED)
    about_people = {one for one in found if not ABOUT_A_UNIT.match(one)} - JUDGED_BUT_NOT_A_PERSON.keys()
    assert not about_people


def test_nobody_is_watched_and_nothing_is_imported_about_a_life(
    declared: list[Service], contracts: list[EventContract]
) -> None:
    assert not _named(_requested(declared), WATCHED) | _named(_told(contracts), WATCHED) | _named(_kept(), WATCHED)


def test_the_patterns_find_what_they_are_for() -> None:
    assert all(JUDGED.search(name) for name in ("risk_level", "petitioner_tag", "score", "key_person"))
    assert all(WATCHED.search(name) for name in ("gps", "train_no", "departed", "last_location"))
    assert not any(WATCHED.search(name) for name in ("ticket_no", "case_no", "relocated_on", "notional"))


def test_every_command_but_the_petitioners_own_needs_a_named_officer(declared: list[Service]) -> None:
    """Nothing is decided by the system alone: without an officer of the register there is no command."""
    unnamed = {command.name for service in declared for command in service.commands if command.roles == ANYONE}
    assert unnamed == PETITIONERS_OWN


@pytest.mark.parametrize("event", DECISIONS)
def test_a_decision_says_whose_it_is(contracts: list[EventContract], event: str) -> None:
    told = [one for one in contracts if one.name == event]
    assert told and all(one.example.get(DECISIONS[event]) for one in told)


def test_no_command_acts_on_several_matters_at_once(declared: list[Service]) -> None:
    lists = {
        f"{command.name}: {field.path}"
        for service in declared
        for command in service.commands
        for field in request_fields(command.schema)
        if re.search(r"case_nos|case_no\[\]|cases\[\]\.case_no", field.path)
    }
    assert lists == MENTIONED_ONLY

"""The files on a real store: what is put in comes out again, events leave with it, and fakes promise the same."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from intake_builders import (
    BY_CHANNEL,
    DAY,
    NEIGHBOUR,
    NOW,
    PETITIONER,
    REGISTRAR,
    a_hand_down,
    a_web_filing,
)
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT, register
from pymongo.errors import DuplicateKeyError

from chassis.unit_of_work import Units
from petition_intake.adapters.mongo_files import Reader, ReadOnly, files_of
from petition_intake.application.ports import Files
from petition_intake.application.registration import register_petition
from petition_intake.domain.accusation import Accusation
from petition_intake.domain.channels import Channel
from petition_intake.domain.filing import Accused, Filing, Purpose
from petition_intake.domain.following import RULES
from petition_intake.domain.levels import Level
from petition_intake.domain.petition import Petition
from petition_intake.domain.progress import Progress
from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.register import Place
from petition_intake.domain.review_course import ReviewCourse, ReviewLevel
from petition_intake.domain.review_request import ReviewRequest
from petition_intake.domain.states import State
from petition_intake.domain.vocabulary import Decision, ReclassifyReason, SettlementLevel

CASE = "640425202603020001"


@dataclass
class Store:
    """Either the fakes or the real files: `work` runs something in one piece, and `told` is what left with it."""

    work: Callable[[Callable[[Files], Any]], Any]
    told: Callable[[], list[tuple[str, int, str]]]


@pytest.fixture(params=["fakes", "mongo"])
def files(request: pytest.FixtureRequest) -> Iterator[Store]:
    if request.param == "fakes":
        world = World()
        names = {"PetitionRegistered": "petition_registered.v1", "PetitionLinked": "petition_linked.v1"}
        yield Store(
            lambda work: work(world.files),
            lambda: [(case, number, names[type(event).__name__]) for case, number, event in world.petitions.told],
        )
    else:
        units: Units = request.getfixturevalue("units")
        yield Store(
            lambda work: units.run(lambda uow: work(files_of(uow))),
            lambda: [
                (row["subject"], row["sequence"], row["type"])
                for row in units.database["outbox"].find(sort=[("_id", 1)])
            ],
        )


def registered(filing: Filing, case_no: str = CASE) -> Petition:
    return Petition.register(case_no, filing.checked(register(), NOW), REGISTRAR, Level.COUNTY, True, 1, NOW)


def a_full_petition() -> Petition:
    """A petition to which everything has happened that can."""
    petition = registered(a_hand_down())
    petition.decide_first_or_repeat(Decision.FIRST, None, REGISTRAR, State.AWAITING_ROUTING, NOW)
    petition.reclassify(
        Purpose.SUGGESTION,
        "010102",
        Place("640425100"),
        ReclassifyReason.PLACE_FOUND,
        REGISTRAR,
        State.AWAITING_ROUTING,
        NOW,
    )
    petition.settle_on_spot(SettlementLevel.VILLAGE, NOW, "已化解", 3, True, REGISTRAR, State.SIGNED)
    petition.rate(RatingLevel.SATISFIED, RatingLevel.DISSATISFIED, 1, NOW, State.SETTLED_ON_SPOT, 30, NOW)
    petition.request_review(ReviewRequest(ReviewLevel.RE_REVIEW, 1, NOW, REGISTRAR.name, "面积不符", "住院治疗", True))
    petition.withdraw(True, REGISTRAR, State.ROUTED, NOW)
    petition.pending.clear()
    return petition


def a_full_progress() -> Progress:
    """A progress to which every event was told once."""
    progress = Progress.begin(registered(a_web_filing()), register())
    told = {
        "unit": DEPARTMENT,
        "unit_to_route": BUREAU,
        "station": DEPARTMENT,
        "person": "P0200",
        "officer_unit": BUREAU,
        "mode": "transfer",
        "upheld": False,
        "track": 6,
        "notice_no": "告1号",
        "document_no": "意见1号",
        "reason_code": "N5",
        "days": 30,
        "outcome": "support",
        "receipt_no": "回执1号",
        "level": "county",
        "round": 2,
        "reached": True,
        "clock_id": "K3",
        "kind": "K3",
        "provisional": True,
        "reference_no": "复核1号",
        "decider": "county_leadership",
        **dict.fromkeys(("due_on", "delivered_on", "remedy_until", "perform_by", "hearing_on"), date(2026, 5, 1)),
        **dict.fromkeys(
            (
                "reported_at",
                "withdrawn_at",
                "called_at",
                "routed_at",
                "signed_at",
                "raised_at",
                "decided_at",
                "accepted_at",
                "declined_at",
                "new_due_at",
                "issued_at",
                "completed_at",
                "answered_at",
                "confirmed_at",
                "returned_at",
                "recorded_at",
                "due_at",
                "opened_at",
                "closed_at",
                "finalised_at",
                "reopened_at",
            ),
            NOW,
        ),
    }
    progress.review_requested(ReviewCourse(ReviewLevel.REVIEW, 2, NOW, True), BUREAU)
    for kind, rule in RULES.items():
        if kind[1] != "clock_stopped.v1":
            rule(progress, told, register(), NOW)
    return progress


@pytest.mark.parametrize("channel", list(Channel))
def test_a_petition_of_every_channel_comes_back_as_it_was(files: Store, channel: Channel) -> None:
    petition = registered(BY_CHANNEL[channel]())
    petition.pending.clear()
    files.work(lambda f: f.petitions.save(petition))

    assert files.work(lambda f: f.petitions.get(CASE)) == petition


def test_a_petition_with_a_whole_life_comes_back_as_it_was(files: Store) -> None:
    petition = a_full_petition()
    files.work(lambda f: f.petitions.save(petition))

    assert files.work(lambda f: f.petitions.get(CASE)) == petition


def test_a_progress_with_a_whole_life_comes_back_as_it_was(files: Store) -> None:
    progress = a_full_progress()
    before = pickle.dumps(progress)
    files.work(lambda f: f.progress.save(progress))

    assert pickle.dumps(progress) == before
    assert files.work(lambda f: f.progress.get(CASE)) == progress


def test_what_is_joined_to_a_case_is_found_before_and_after_it_is_saved(files: Store) -> None:
    def join(f: Files) -> list[str]:
        for number, to in (("640425202603020003", CASE), ("640425202603020002", CASE), ("640425202603020004", "other")):
            petition = registered(a_web_filing())
            petition.case_no = number
            progress = Progress.begin(petition, register())
            progress.joined_to = to
            f.progress.save(progress)
        return [one.case_no for one in f.progress.joined_to(CASE)]

    both = ["640425202603020002", "640425202603020003"]
    assert files.work(join) == both
    assert files.work(lambda f: [one.case_no for one in f.progress.joined_to(CASE)]) == both
    assert files.work(lambda f: f.progress.joined_to("640425202603020002")) == []


def test_events_leave_with_the_petition_numbered_without_gaps(files: Store) -> None:
    petition = registered(a_web_filing())
    files.work(lambda f: f.petitions.save(petition))

    def decide(f: Files) -> None:
        kept = f.petitions.get(CASE)
        assert kept is not None
        kept.decide_first_or_repeat(Decision.FIRST, None, REGISTRAR, State.REGISTERED, NOW)
        f.petitions.save(kept)

    files.work(decide)
    assert files.told() == [(CASE, 1, "petition_registered.v1"), (CASE, 2, "petition_linked.v1")]
    assert petition.pending == []


def test_petitioners_are_kept_with_their_keys(files: Store) -> None:
    files.work(lambda f: f.people.add(CASE, (PETITIONER, NEIGHBOUR), ["phone:1"]))

    assert files.work(lambda f: f.people.get(CASE)) == (PETITIONER, NEIGHBOUR)
    assert files.work(lambda f: f.people.get("other")) == ()


def test_an_outside_number_leads_to_its_petition(files: Store) -> None:
    files.work(lambda f: f.references.add("hotline|GD1", CASE))

    assert files.work(lambda f: f.references.case_of("hotline|GD1")) == CASE
    assert files.work(lambda f: f.references.case_of("hotline|GD2")) is None


def test_an_accusation_is_kept_whole_and_found_by_its_reference(files: Store) -> None:
    filing = a_hand_down(purpose=Purpose.ACCUSATION, accused=Accused(unit=DEPARTMENT, name="某某", post="某职"))
    accusation = Accusation.register(CASE, filing.checked(register(), NOW), REGISTRAR, NOW)
    files.work(lambda f: f.accusations.save(accusation))
    accusation.read_by(REGISTRAR, "查阅", NOW + DAY)

    def read(f: Files) -> None:
        kept = f.accusations.get(CASE)
        assert kept is not None
        kept.read_by(REGISTRAR, "查阅", NOW + DAY)
        f.accusations.save(kept)

    files.work(read)
    assert files.work(lambda f: f.accusations.get(CASE)) == accusation
    assert files.work(lambda f: f.accusations.case_of(filing.references[0])) == CASE
    assert files.work(lambda f: f.accusations.case_of("other")) is None
    assert files.told() == []


def test_what_was_never_stored_is_not_there(files: Store) -> None:
    assert files.work(lambda f: (f.petitions.get(CASE), f.progress.get(CASE), f.accusations.get(CASE))) == (
        None,
        None,
        None,
    )


# -- promises of the real store alone ----------------------------------------------------------------------------------


def test_several_accusations_without_a_reference_are_kept(units: Units) -> None:
    filing = a_web_filing(purpose=Purpose.ACCUSATION).checked(register(), NOW)
    for number in ("1", "2"):
        units.run(lambda uow, n=number: files_of(uow).accusations.save(Accusation.register(n, filing, REGISTRAR, NOW)))

    assert units.database["accusations"].count_documents({}) == 2


def test_two_accusations_of_one_reference_are_not(units: Units) -> None:
    filing = a_hand_down(purpose=Purpose.ACCUSATION).checked(register(), NOW)
    units.run(lambda uow: files_of(uow).accusations.save(Accusation.register("1", filing, REGISTRAR, NOW)))

    with pytest.raises(Exception, match="E11000"):
        units.run(lambda uow: files_of(uow).accusations.save(Accusation.register("2", filing, REGISTRAR, NOW)))


def test_a_second_petition_under_one_number_is_not_written(units: Units) -> None:
    units.run(lambda uow: files_of(uow).petitions.save(registered(a_web_filing())))

    with pytest.raises(Exception, match="E11000") as refused:
        units.run(lambda uow: files_of(uow).petitions.save(registered(a_web_filing())))
    assert isinstance(refused.value, DuplicateKeyError) or "E11000" in str(refused.value)
    assert units.database["outbox"].count_documents({}) == 1


def test_a_query_reads_the_same_files_and_changes_none(units: Units) -> None:
    units.run(lambda uow: files_of(uow).petitions.save(registered(a_web_filing())))
    reading = files_of(Reader(units.database))

    kept = reading.petitions.get(CASE)
    assert kept is not None
    with pytest.raises(ReadOnly):
        reading.petitions.save(kept)
    with pytest.raises(ReadOnly):
        reading.references.add("hotline|GD1", CASE)


def test_personal_data_is_in_the_file_of_petitioners_alone(units: Units, office: Any) -> None:
    units.run(lambda uow: register_petition(files_of(uow), office, REGISTRAR, a_web_filing(), "key", NOW))
    personal = [str(value) for value in (PETITIONER.name, PETITIONER.phone, PETITIONER.address, PETITIONER.id_number)]
    found = {
        name
        for name in units.database.list_collection_names()
        for row in units.database[name].find()
        if any(value in repr(row) for value in personal)
    }

    assert found == {"petitioners"}

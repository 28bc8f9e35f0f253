"""Materials come in part by part: resumed, repeated, refused, left; and each step in each state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from intake_builders import CITIZEN, NOW, REGISTRAR
from material_fakes import CONTENT, MaterialWorld, declared, parts_of

from petition_intake.application.keeping_materials import Standing, remove_if_left
from petition_intake.domain import material_errors as errors
from petition_intake.domain.errors import Refused
from petition_intake.domain.material import LEFT_FOR, PART_BYTES, MaterialLimits
from petition_intake.domain.material_events import MaterialAdded
from petition_intake.domain.material_words import MaterialKind

SECOND = timedelta(seconds=1)


@pytest.fixture
def world() -> MaterialWorld:
    return MaterialWorld()


@pytest.fixture
def case_no(world: MaterialWorld) -> str:
    return world.register().case_no


def test_a_file_is_complete_with_its_last_missing_part_and_told_once(world: MaterialWorld, case_no: str) -> None:
    begun = world.begin(case_no, REGISTRAR)
    assert begun == Standing(f"{case_no}-001", 3, [1, 2, 3])
    missing = [world.send(begun.material_no, part, REGISTRAR).missing for part in (2, 1, 3)]
    assert missing == [[1, 3], [3], []]
    assert world.shelf.told == [MaterialAdded(case_no, MaterialKind.LETTER_SCAN, 1, NOW)]
    assert b"".join(world.shelf.part(begun.material_no, part) for part in (1, 2, 3)) == CONTENT
    assert world.shelf.uploads == {}


def test_the_count_told_is_that_of_complete_materials(world: MaterialWorld, case_no: str) -> None:
    world.begin(case_no, REGISTRAR, declared(file_name="未传完.pdf"))
    world.add(case_no, REGISTRAR)
    world.add(case_no, CITIZEN, world.code(case_no))
    assert [event.materials for event in world.shelf.told] == [1, 2]


def test_the_same_file_declared_again_goes_on_where_it_stands(world: MaterialWorld, case_no: str) -> None:
    number = world.begin(case_no, REGISTRAR).material_no
    world.send(number, 2, REGISTRAR)
    assert world.begin(case_no, REGISTRAR) == Standing(number, 3, [1, 3])
    for part in (1, 3):
        world.send(number, part, REGISTRAR)
    assert world.begin(case_no, REGISTRAR) == Standing(number, 3, [])
    assert world.begin(case_no, REGISTRAR, declared(file_name="另一份.pdf")).material_no == f"{case_no}-002"
    assert world.begin(case_no, CITIZEN, code=world.code(case_no)).material_no == f"{case_no}-003"


def test_content_with_another_hash_is_not_kept_and_can_be_sent_again(world: MaterialWorld, case_no: str) -> None:
    number = world.begin(case_no, REGISTRAR).material_no
    world.send(number, 1, REGISTRAR)
    world.send(number, 2, REGISTRAR, content=b"y" * PART_BYTES)
    with pytest.raises(errors.ContentDiffers):
        world.send(number, 3, REGISTRAR)
    assert (world.shelf.uploads[number].missing, world.shelf.told) == ([3], [])
    world.send(number, 2, REGISTRAR)
    assert world.send(number, 3, REGISTRAR).missing == []


def test_a_full_side_takes_no_more_and_an_unfinished_file_counts(world: MaterialWorld, case_no: str) -> None:
    narrow = replace(world.office, material_limits=MaterialLimits(files_most=1))
    world.room = replace(world.room, office=narrow)
    world.begin(case_no, REGISTRAR)
    with pytest.raises(errors.TooManyMaterials):
        world.begin(case_no, REGISTRAR, declared(file_name="另一份.pdf"))
    world.begin(case_no, CITIZEN, code=world.code(case_no))


def test_what_was_left_is_removed_with_its_parts_and_makes_room(world: MaterialWorld, case_no: str) -> None:
    number = world.begin(case_no, REGISTRAR).material_no
    world.send(number, 2, REGISTRAR)
    assert remove_if_left(world.shelf, number, NOW + LEFT_FOR - SECOND) == 0
    assert remove_if_left(world.shelf, number, NOW + LEFT_FOR) == 1
    assert (world.shelf.parts, world.shelf.uploads, world.shelf.folders[case_no].entries) == ({}, {}, [])
    assert world.begin(case_no, REGISTRAR).material_no == f"{case_no}-002"


def test_a_complete_material_is_never_removed(world: MaterialWorld, case_no: str) -> None:
    number = world.add(case_no, REGISTRAR)
    assert remove_if_left(world.shelf, number, NOW + 1000 * LEFT_FOR) == 0
    assert len(world.shelf.parts) == 3


STEPS: dict[str, Callable[[MaterialWorld, str], object]] = {
    "begin": lambda world, number: world.begin(number[:-4], REGISTRAR),
    "send a part that is missing": lambda world, number: world.send(number, 3, REGISTRAR),
    "send a part again": lambda world, number: world.send(number, 1, REGISTRAR),
    "send another part": lambda world, number: world.send(
        number, 1, REGISTRAR, content=parts_of(CONTENT)[0][:-1] + b"y"
    ),
    "send a part there is none of": lambda world, number: world.send(number, 4, REGISTRAR, content=b"x"),
    "leave it": lambda world, number: remove_if_left(world.shelf, number, NOW + LEFT_FOR),
}


def _absent(world: MaterialWorld) -> None:
    pass


def _begun(world: MaterialWorld) -> None:
    number = world.begin(next(iter(world.petitions.stored)), REGISTRAR).material_no
    world.send(number, 1, REGISTRAR)


def _complete(world: MaterialWorld) -> None:
    world.add(next(iter(world.petitions.stored)), REGISTRAR)


def _removed(world: MaterialWorld) -> None:
    _begun(world)
    remove_if_left(world.shelf, next(iter(world.shelf.uploads)), NOW + LEFT_FOR)


STATES = {"absent": _absent, "begun": _begun, "complete": _complete, "removed": _removed}
OUTCOMES = {
    "absent": ("001: 1 2 3", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND", 0),
    "begun": ("001: 2 3", "001: 2", "001: 2 3", "001: 2 3", "NO_SUCH_PART", 1),
    "complete": ("001:", "001:", "001:", "MATERIAL_IS_COMPLETE", "NO_SUCH_PART", 0),
    "removed": ("002: 1 2 3", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "NOT_FOUND", 0),
}


@pytest.mark.parametrize("state", STATES)
def test_every_step_in_every_state(state: str) -> None:
    seen = []
    for step in STEPS.values():
        world = MaterialWorld()
        number = f"{world.register().case_no}-001"
        STATES[state](world)
        try:
            outcome = step(world, number)
        except Refused as refused:
            outcome = refused.code
        if isinstance(outcome, Standing):
            outcome = " ".join([f"{outcome.material_no[-3:]}:", *map(str, outcome.missing)])
        seen.append(outcome)
    assert tuple(seen) == OUTCOMES[state]

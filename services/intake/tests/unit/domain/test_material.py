"""A file in parts: its format, its size, its hash, and how long it may stay unfinished."""

from __future__ import annotations

from datetime import timedelta

import pytest
from intake_builders import NOW, REGISTRAR
from material_fakes import CONTENT, declared, parts_of

from petition_intake.domain import material_errors as errors
from petition_intake.domain.material import LEFT_FOR, PART_BYTES, Material, MaterialLimits, Upload
from petition_intake.domain.material_events import MaterialAdded
from petition_intake.domain.material_folder import Folder
from petition_intake.domain.material_words import (
    FORMATS,
    MATERIAL_KIND_WORDING,
    MaterialKind,
    MediaType,
    begins_as,
)

CASE = "640425202603020001"
SECOND = timedelta(seconds=1)
BEGINNINGS = {
    MediaType.PDF: b"%PDF-1.7",
    MediaType.JPEG: b"\xff\xd8\xff\xe0",
    MediaType.PNG: b"\x89PNG\r\n\x1a\n",
    MediaType.DOCX: b"PK\x03\x04",
    MediaType.MP3: b"ID3\x04",
    MediaType.WAV: b"RIFF\x0a\x00\x00\x00WAVEfmt ",
    MediaType.MP4: b"\x00\x00\x00\x20ftypisom",
}


def begun(content: bytes = CONTENT) -> Upload:
    return Upload.begin(f"{CASE}-001", declared(content), by_petitioner=False, now=NOW)


@pytest.mark.parametrize("media_type", MediaType)
def test_a_format_is_known_by_its_first_bytes_and_by_no_others(media_type: MediaType) -> None:
    fitting = [other for other, first in BEGINNINGS.items() if begins_as(media_type, first)]
    assert fitting == [media_type]
    assert not begins_as(media_type, b"MZ\x90\x00 a program")
    assert not begins_as(media_type, b"")


@pytest.mark.parametrize(
    ("first", "fits"), [(b"\xff\xfb\x90", True), (b"\xff\xf3\x18", True), (b"\xff\xfd\x90", False)]
)
def test_a_recording_without_a_tag_begins_with_a_frame_of_layer_three(first: bytes, fits: bool) -> None:
    assert begins_as(MediaType.MP3, first) is fits


@pytest.mark.parametrize("kind", MaterialKind)
@pytest.mark.parametrize("media_type", MediaType)
def test_each_kind_comes_in_its_formats_alone(kind: MaterialKind, media_type: MediaType) -> None:
    what = declared(kind=kind, media_type=media_type)
    if media_type in FORMATS[kind]:
        what.check(MaterialLimits())
    else:
        with pytest.raises(errors.FormatNotOfKind):
            what.check(MaterialLimits())


def test_every_kind_has_its_words_and_formats_and_every_format_a_kind() -> None:
    assert set(MaterialKind) == set(MATERIAL_KIND_WORDING) == set(FORMATS)
    assert set(MediaType) == frozenset().union(*FORMATS.values())


def test_a_file_may_be_as_large_as_the_limit_and_no_larger() -> None:
    limits = MaterialLimits(bytes_most=100)
    declared(size=100).check(limits)
    with pytest.raises(errors.MaterialTooLarge) as refused:
        declared(size=101).check(limits)
    assert (refused.value.field, refused.value.values) == ("size", {"most": 100, "given": 101})


@pytest.mark.parametrize(
    ("size", "sizes"),
    [
        (1, [1]),
        (PART_BYTES - 1, [PART_BYTES - 1]),
        (PART_BYTES, [PART_BYTES]),
        (PART_BYTES + 1, [PART_BYTES, 1]),
        (2 * PART_BYTES, [PART_BYTES, PART_BYTES]),
    ],
)
def test_parts_are_full_but_the_last(size: int, sizes: list[int]) -> None:
    what = declared(size=size)
    assert [what.part_size(part) for part in range(1, what.parts + 1)] == sizes
    for part in (0, what.parts + 1):
        with pytest.raises(errors.NoSuchPart):
            what.part_size(part)


@pytest.mark.parametrize(("part", "size"), [(1, PART_BYTES - 1), (1, PART_BYTES + 1), (3, 8), (3, 10)])
def test_a_part_of_another_size_is_refused_with_the_size_that_is_due(part: int, size: int) -> None:
    upload = begun()
    with pytest.raises(errors.PartOfWrongSize) as refused:
        upload.receive(part, CONTENT[:size], NOW)
    assert refused.value.values["most"] == PART_BYTES
    assert (upload.received, upload.version) == ([], 1)


def test_the_first_part_must_begin_as_the_format_does_and_the_others_need_not() -> None:
    upload = begun()
    with pytest.raises(errors.FirstBytesDiffer):
        upload.receive(1, b"x" * PART_BYTES, NOW)
    upload.receive(2, b"x" * PART_BYTES, NOW)
    assert upload.missing == [1, 3]


def test_parts_come_in_any_order_and_more_than_once() -> None:
    upload, parts = begun(), parts_of(CONTENT)
    for part in (3, 1, 3, 2):
        upload.receive(part, parts[part - 1], NOW)
    assert (upload.received, upload.missing) == ([1, 2, 3], [])


def test_the_content_has_the_hash_that_was_declared() -> None:
    begun().check_content(parts_of(CONTENT))
    with pytest.raises(errors.ContentDiffers):
        begun().check_content(parts_of(CONTENT[:-1] + b"y"))


def test_an_upload_is_left_when_nothing_came_for_seven_days() -> None:
    upload = begun()
    assert [upload.is_left(NOW + LEFT_FOR - SECOND), upload.is_left(NOW + LEFT_FOR)] == [False, True]
    upload.receive(3, parts_of(CONTENT)[2], NOW + LEFT_FOR)
    assert [upload.is_left(NOW + 2 * LEFT_FOR - SECOND), upload.is_left(NOW + 2 * LEFT_FOR)] == [False, True]


def test_a_complete_material_is_told_by_kind_and_count_alone() -> None:
    material = Material.complete(begun(), 3, REGISTRAR, NOW)
    assert material.pending == [MaterialAdded(CASE, MaterialKind.LETTER_SCAN, 3, NOW)]
    assert (material.version, material.added_by) == (1, REGISTRAR.person)


def test_each_side_has_its_own_room_in_a_folder_and_no_number_is_given_twice() -> None:
    folder, limits = Folder(CASE), MaterialLimits(files_most=2)
    numbers = [folder.enter(declared(file_name=f"{n}.pdf"), False, limits) for n in range(2)]
    with pytest.raises(errors.TooManyMaterials):
        folder.enter(declared(file_name="3.pdf"), False, limits)
    numbers.append(folder.enter(declared(), True, limits))
    folder.remove(numbers[1])
    numbers.append(folder.enter(declared(file_name="3.pdf"), False, limits))
    assert numbers == [f"{CASE}-00{n}" for n in (1, 2, 3, 4)]


def test_a_complete_material_is_not_taken_out_of_its_folder() -> None:
    folder = Folder(CASE)
    number = folder.enter(declared(), False, MaterialLimits())
    assert folder.complete(number) == 1
    folder.remove(number)
    assert [entry.material_no for entry in folder.kept] == [number]

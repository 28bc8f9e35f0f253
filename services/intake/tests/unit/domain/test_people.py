"""Recognising the same person again, and showing a person without showing who it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from intake_builders import NEIGHBOUR, PETITIONER

from petition_intake.domain.people import (
    IdentityKeys,
    Petitioner,
    Role,
    kinds_shared,
    mask_address,
    mask_name,
    mask_phone,
    mask_text,
    masked,
    normal_phone,
    normal_text,
)

KEYS = IdentityKeys(b"k" * 32)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Petitioner("张 三", "13800000001"), Petitioner("张三", "+86 138-0000-0001")),
        (Petitioner("张三", "008613800000001"), Petitioner("张三", "１３８００００００01")),
        (Petitioner("张三", address="白阳镇 1号"), Petitioner("张三", address="白阳镇１号。")),
        (Petitioner("张三", id_number="64042519900101001x"), Petitioner("张三", id_number="64042519900101001X")),
    ],
)
def test_spelling_does_not_hide_the_same_person(one: Petitioner, other: Petitioner) -> None:
    assert KEYS.of(one) == KEYS.of(other) != []


@pytest.mark.parametrize(
    "other",
    [
        replace(PETITIONER, name="别人"),
        Petitioner("测试人甲", "13900000001", "别处", "640425199001010099"),
    ],
)
def test_a_key_needs_the_name_and_one_more_thing_in_common(other: Petitioner) -> None:
    assert not set(KEYS.of(PETITIONER)) & set(KEYS.of(other))


@pytest.mark.parametrize(
    ("person", "kinds"),
    [
        (PETITIONER, ["id", "phone", "address"]),
        (NEIGHBOUR, ["phone", "address"]),
        (Petitioner("张三"), []),
        (Petitioner(phone="13800000001"), []),
        (Petitioner("。。", "13800000001"), []),
        (replace(PETITIONER, role=Role.AGENT), []),
    ],
)
def test_a_person_has_a_key_for_each_thing_stated(person: Petitioner, kinds: list[str]) -> None:
    assert [key.partition(":")[0] for key in KEYS.of(person)] == kinds


def test_keys_tell_nothing_and_depend_on_the_secret() -> None:
    assert "测试人甲" not in "".join(KEYS.of(PETITIONER))
    assert not set(KEYS.of(PETITIONER)) & set(IdentityKeys(b"x" * 32).of(PETITIONER))


def test_keys_of_several_people_are_one_set() -> None:
    assert KEYS.of_all([PETITIONER, PETITIONER, NEIGHBOUR]) == sorted({*KEYS.of(PETITIONER), *KEYS.of(NEIGHBOUR)})


def test_kinds_in_common_are_named_strongest_first() -> None:
    mine = ["phone:1", "id:1", "address:1"]

    assert kinds_shared(mine, ["address:1", "id:1", "phone:2"]) == ["id", "address"]
    assert kinds_shared(mine, []) == []


@pytest.mark.parametrize(
    ("given", "normal"),
    [
        ("+8613800000001", "13800000001"),
        ("0954-7012345", "09547012345"),
        ("861234", "861234"),
    ],
)
def test_a_telephone_number_is_reduced_to_its_digits(given: str, normal: str) -> None:
    assert normal_phone(given) == normal


def test_text_is_reduced_to_letters_and_digits() -> None:
    assert normal_text(" Ａ，b－_c ") == "abc"


@pytest.mark.parametrize(
    ("mask", "given", "shown"),
    [
        (mask_name, "马志林", "马**"),
        (mask_name, "马", "马"),
        (mask_name, None, None),
        (mask_phone, "13800000001", "138******01"),
        (mask_phone, "7012345", "701**45"),
        (mask_phone, "123456", "******"),
        (mask_phone, None, None),
        (mask_phone, "", ""),
        (mask_address, "白阳镇政府街社区1号", "白阳镇政府街***"),
        (mask_address, None, None),
    ],
)
def test_particulars_are_masked(mask: object, given: str | None, shown: str | None) -> None:
    assert mask(given) == shown  # type: ignore[operator]


def test_a_masked_person_says_only_that_there_is_an_identity_number() -> None:
    assert masked(PETITIONER) == {
        "name": "测***",
        "phone": "138******01",
        "address": "白阳镇政府街***",
        "id_number_given": True,
        "role": "petitioner",
    }


def test_text_is_masked_where_it_names_the_petitioner() -> None:
    text = "我叫测试人甲，电话13800000001，证件640425199001010011，邻居电话13900000009。"
    shown = mask_text(text, [PETITIONER, Petitioner("李")])

    assert shown == "我叫测***，电话138******01，证件******，邻居电话139****0009。"


def test_numbers_that_look_like_identity_numbers_are_masked_whoever_they_belong_to() -> None:
    assert mask_text("证件640425199001010029在此", []) == f"证件{'*' * 18}在此"
    assert mask_text("合同编号2026030200011234567", []) == "合同编号2026030200011234567"

"""筛重: what is suggested, in which order, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_builders import FACTS, NOW, REQUEST
from intake_register import BAIYANG, CATEGORY, FAR_CATEGORY, NEAR_CATEGORY, OTHER_VILLAGE, VILLAGE, WANGWA

from petition_intake.domain.register import Place
from petition_intake.domain.repeats import MOST_SUGGESTED, SIMILAR, Matter, pairs_of, similarity, suggest

MATTER = Matter("2", NOW, "petition_bureau", CATEGORY, Place(BAIYANG, VILLAGE), REQUEST + FACTS, ("phone:1",))
SAME = replace(MATTER, case_no="1")
OTHER_WORDS = "希望增加县城公交车班次方便老年人看病"


def codes(matter: Matter) -> list[str]:
    (found,) = suggest(MATTER, [matter])
    return [reason.code for reason in found.reasons]


def test_the_same_text_by_the_same_person_in_the_same_place_scores_in_full() -> None:
    (found,) = suggest(MATTER, [SAME])

    assert found.score == 100
    assert found.same_person
    assert found.same_matter
    assert found.score == sum(reason.points for reason in found.reasons)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (SAME, ["same_person", "similar_text", "same_category", "same_village"]),
        (replace(SAME, keys=("phone:2",)), ["similar_text", "same_category", "same_village"]),
        (replace(SAME, text=OTHER_WORDS), ["same_person", "same_category", "same_village"]),
        (
            replace(SAME, category=NEAR_CATEGORY, place=Place(BAIYANG, OTHER_VILLAGE)),
            ["same_person", "similar_text", "same_category", "same_township"],
        ),
        (
            replace(SAME, category=FAR_CATEGORY, place=Place(WANGWA)),
            ["same_person", "similar_text"],
        ),
        (
            replace(SAME, place=Place(BAIYANG)),
            ["same_person", "similar_text", "same_category", "same_township"],
        ),
    ],
)
def test_each_thing_in_common_is_a_reason_of_its_own(other: Matter, expected: list[str]) -> None:
    assert codes(other) == expected


def test_neither_the_same_person_nor_similar_words_is_not_worth_a_look() -> None:
    assert suggest(MATTER, [replace(SAME, keys=(), text=OTHER_WORDS)]) == []


def test_a_petition_is_not_suggested_to_itself() -> None:
    assert suggest(MATTER, [MATTER]) == []


def test_the_likeliest_comes_first_and_ten_are_enough() -> None:
    others = [replace(SAME, case_no=f"{number:02d}", keys=()) for number in range(10, 30)]
    found = suggest(MATTER, [*others, SAME])

    assert found[0].matter.case_no == "1"
    assert [candidate.matter.case_no for candidate in found[1:3]] == ["10", "11"]
    assert len(found) == MOST_SUGGESTED


def test_a_reason_says_which_particulars_agree_without_saying_them() -> None:
    (found,) = suggest(replace(MATTER, keys=("id:9", "phone:1")), [replace(SAME, keys=("id:9", "phone:1"))])

    assert found.reasons[0].wording.zh == "同人：姓名和证件号码相同；姓名和电话相同"


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("要求修路", "要求修路", 1.0, 1.0),
        ("要求修路", "要求 修路！", 1.0, 1.0),
        ("要求修路", "请求办证", 0.0, 0.0),
        ("要求修通村公路", "要求修好通村的公路", SIMILAR, 0.99),
        ("", "", 0.0, 0.0),
        ("路", "路", 0.0, 0.0),
    ],
)
def test_similarity_is_the_share_of_neighbouring_pairs(one: str, other: str, least: float, most: float) -> None:
    assert least <= similarity(pairs_of(one), pairs_of(other)) <= most


@given(one=st.text(max_size=60), other=st.text(max_size=60))
def test_similarity_is_symmetric_and_between_nothing_and_all(one: str, other: str) -> None:
    there, back = similarity(pairs_of(one), pairs_of(other)), similarity(pairs_of(other), pairs_of(one))

    assert there == back
    assert 0.0 <= there <= 1.0

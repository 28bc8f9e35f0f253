"""The assistant: a category is suggested with the words that led to it, a draft has gaps, a person decides."""

from __future__ import annotations

from typing import Any

import pytest
from intake_builders import DAY, FACTS, HANDLER, NOW, PETITIONER, REGISTRAR, REQUEST, STRANGER, a_letter, a_web_filing
from intake_fakes import World
from intake_register import BUREAU, CATEGORY, DEPARTMENT, FAR_CATEGORY, NEAR_CATEGORY, published

from petition_intake.application import assisting
from petition_intake.application.viewing import get_petition
from petition_intake.domain import errors, events
from petition_intake.domain.category_suggestion import CategoryHint, read_words, suggest_categories
from petition_intake.domain.drafts import WRITTEN_IN, DraftPaper
from petition_intake.domain.petition import Petition
from petition_intake.domain.register import read_register
from petition_intake.domain.states import State
from petition_intake.domain.suggestion_errors import (
    NothingToDraft,
    NotSuggested,
    SuggestedIsInForce,
    SuggestionDecided,
)
from petition_intake.domain.vocabulary import ReclassifyReason

WORDS = read_words(
    [
        {"category": CATEGORY, "word": "确权证书"},
        {"category": CATEGORY, "word": "承包地"},
        {"category": NEAR_CATEGORY, "word": "承包"},
        {"category": NEAR_CATEGORY, "word": "合同"},
        {"category": FAR_CATEGORY, "word": "合同"},
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("与本县无关的事", []),
        ("要求办理承包地登记", [CategoryHint(CATEGORY, ("承包地",), 50)]),
        ("要求发放 承包地、确权证书", [CategoryHint(CATEGORY, ("承包地", "确权证书"), 70)]),
        ("合同没有履行", [CategoryHint(NEAR_CATEGORY, ("合同",), 20), CategoryHint(FAR_CATEGORY, ("合同",), 20)]),
        (
            "承包合同",
            [CategoryHint(NEAR_CATEGORY, ("合同", "承包"), 43), CategoryHint(FAR_CATEGORY, ("合同",), 14)],
        ),
    ],
    ids=["no word", "one word is no certainty", "two words", "a shared word", "a word of its own decides"],
)
def test_the_words_that_led_to_it_and_how_much_speaks_for_it_are_shown(text: str, expected: list[CategoryHint]) -> None:
    assert suggest_categories(text, WORDS) == expected


def test_a_word_inside_a_longer_one_does_not_speak_for_itself() -> None:
    assert [hint.category for hint in suggest_categories("承包地", WORDS)] == [CATEGORY]


def test_at_most_five_are_suggested() -> None:
    words = read_words([{"category": f"01010{number}", "word": "土地"} for number in range(9)])
    assert len(suggest_categories("土地", words)) == 5


def test_before_it_is_registered_a_category_is_suggested_and_nothing_is_kept(world: World) -> None:
    found = assisting.suggest_category(world.registers, REQUEST, FACTS, "")
    assert found["items"][0]["category"] == CATEGORY
    assert found["items"][0]["words"] == ("承包地", "确权证书")
    assert "工作人员选择" in found["advice"]["zh"]
    assert (world.petitions.stored, world.people.stored) == ({}, {})


def test_a_county_without_words_gets_no_suggestion(world: World) -> None:
    bare = published()
    del bare["category_words"]
    world.registers.in_force = read_register(1, bare)
    assert assisting.suggest_category(world.registers, REQUEST, FACTS, "")["items"] == []


def decide(world: World, case_no: str, category: str, taken: bool, officer: Any = REGISTRAR) -> Petition:
    reason = ReclassifyReason.FACTS_BECAME_CLEARER
    return assisting.decide_suggested_category(
        world.files, world.office, officer, case_no, category, taken, reason, None, NOW + DAY
    )


def test_a_suggestion_that_was_followed_at_registration_is_put_on_record(world: World) -> None:
    case_no = world.register().case_no
    petition = decide(world, case_no, CATEGORY, taken=True)
    assert (petition.category, petition.reclassified) == (CATEGORY, [])
    told = world.events(case_no)[-1]
    assert told == events.CategorySuggestionDecided(CATEGORY, 70, True, CATEGORY, REGISTRAR.name, NOW + DAY)
    with pytest.raises(SuggestionDecided):
        decide(world, case_no, CATEGORY, taken=False)
    (shown,) = get_petition(world.files, world.registers, REGISTRAR, case_no)["category_decisions"]
    assert (shown["taken"], shown["by"]) == (True, REGISTRAR.name)


def test_a_suggestion_taken_later_corrects_the_category_and_one_not_taken_leaves_it(world: World) -> None:
    case_no = world.register(a_web_filing(category=FAR_CATEGORY)).case_no
    petition = decide(world, case_no, CATEGORY, taken=True)
    assert (petition.category, petition.reclassified[-1].category) == (CATEGORY, FAR_CATEGORY)
    assert world.fares(case_no).category == CATEGORY
    assert [type(event) for event in world.events(case_no)[1:]] == [
        events.CategorySuggestionDecided,
        events.PetitionReclassified,
    ]
    other = world.register(a_web_filing(category=FAR_CATEGORY)).case_no
    assert decide(world, other, CATEGORY, taken=False).category == FAR_CATEGORY


def test_only_what_was_suggested_is_decided_and_what_is_in_force_was_taken(world: World) -> None:
    case_no = world.register().case_no
    with pytest.raises(NotSuggested):
        decide(world, case_no, FAR_CATEGORY, taken=True)
    with pytest.raises(SuggestedIsInForce):
        decide(world, case_no, CATEGORY, taken=False)
    with pytest.raises(errors.NotYourCase):
        decide(world, case_no, CATEGORY, True, STRANGER)
    assert world.petition(case_no).version == 1


def test_a_closed_petition_is_not_reclassified_by_taking_a_suggestion(world: World) -> None:
    case_no = world.register(a_web_filing(category=FAR_CATEGORY)).case_no
    world.tell(case_no, "case_confirmed", confirmed_by="P0009", confirmed_at=NOW, round=1)
    with pytest.raises(errors.IllegalTransition):
        decide(world, case_no, CATEGORY, taken=True)
    assert world.petition(case_no).category_decisions == []


# -- drafts ------------------------------------------------------------------------------------------------------------


def in_state(world: World, state: State) -> str:
    case_no = world.register(a_letter(request=f"{PETITIONER.name}：{REQUEST}")).case_no
    world.tell(case_no, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=NOW)
    progress = world.fares(case_no)
    progress.stand(state, DEPARTMENT)
    world.progress.save(progress)
    return case_no


def write(world: World, case_no: str, paper: DraftPaper, officer: Any = HANDLER) -> str:
    return str(assisting.draft_paper(world.files, world.registers, officer, case_no, paper)["text"])


@pytest.mark.parametrize("paper", list(DraftPaper))
@pytest.mark.parametrize("state", list(State))
def test_a_paper_is_drafted_while_the_unit_examines_or_handles(world: World, paper: DraftPaper, state: State) -> None:
    case_no = in_state(world, state)
    if state in WRITTEN_IN[paper]:
        assert write(world, case_no, paper)
        return
    with pytest.raises(NothingToDraft):
        write(world, case_no, paper)


def test_the_notice_of_acceptance_says_what_the_case_says_and_leaves_the_rest_open(world: World) -> None:
    text = write(world, in_state(world, State.SIGNED), DraftPaper.ACCEPTANCE_NOTICE)
    for said in ("2026年3月1日", "来信", REQUEST, "彭阳县住房和城乡建设局", "第二十三条", "第三十四条"):
        assert said in text
    assert (PETITIONER.name in text, "测***：" in text) == (False, True)
    for gap in ("【信访人姓名（名称）】", "【电话】", "【日期】"):
        assert gap in text


def test_the_opinion_has_what_the_law_wants_and_decides_nothing(world: World) -> None:
    case_no = in_state(world, State.SIGNED)
    world.tell(case_no, "case_accepted", unit=DEPARTMENT, track=6, accepted_at=NOW, notice_no="1")
    text = write(world, case_no, DraftPaper.OPINION)
    for said in ("2026年3月2日受理", REQUEST, FACTS, "30日内", "第三十二条", "第三十五条"):
        assert said in text
    for gap in (
        "【调查核实的情况和证据】",
        "【支持、解释说明或者不予支持，逐项写明】",
        "【法律、法规、规章或者政策的条款】",
    ):
        assert gap in text


def test_only_the_unit_that_has_the_case_drafts_and_nothing_is_stored(world: World) -> None:
    case_no = in_state(world, State.SIGNED)
    before = world.petition(case_no), world.fares(case_no)
    for officer in (STRANGER, REGISTRAR):
        with pytest.raises(errors.NotYourCase):
            write(world, case_no, DraftPaper.ACCEPTANCE_NOTICE, officer)
    write(world, case_no, DraftPaper.ACCEPTANCE_NOTICE)
    assert (world.petition(case_no), world.fares(case_no)) == before
    assert REGISTRAR.unit == BUREAU

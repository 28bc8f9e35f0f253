"""Words inside sentences: every one that stands there is found, none that does not, and the store learns no text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petition_intake.domain.search_errors import WordTooShort
from petition_intake.domain.word_pairs import DIGEST_BITS, PairDigests, Plain, words_of

DIGESTS = PairDigests(b"w" * 32)
SENTENCES = (
    "白阳镇玉洼村自来水管道冻裂，三个月没有通水。",
    "要求解决自家承包地确权面积少登记两亩的问题",
    "2025年冬天的取暖费，物业公司多收了１２００元！",
    "工地拖欠农民工工资（共计38,500元），包工头电话打不通",
    "村道第3号路灯不亮，Wi-Fi 也没有",
)
TEXT = st.text(st.sampled_from("水管道路灯工资ａAb12 ，。、\n"), max_size=40)


def stands(word: str, text: str) -> bool:
    return set(DIGESTS.of_words(words_of(word))) <= set(DIGESTS.of_texts([text])) and all(
        one in Plain(text) for one in words_of(word)
    )


@pytest.mark.parametrize("text", SENTENCES)
def test_every_word_inside_a_sentence_is_found(text: str) -> None:
    runs = Plain(text).runs
    words = {run[a:b] for run in runs for a in range(len(run)) for b in range(a + 2, len(run) + 1)}
    assert len(words) > 20
    assert all(stands(word, text) for word in words)


@pytest.mark.parametrize(
    ("word", "text"),
    [("水道", SENTENCES[0]), ("管道裂", SENTENCES[0]), ("物业费", SENTENCES[2]), ("冻裂三个", SENTENCES[0])],
)
def test_what_does_not_stand_there_is_not_found(word: str, text: str) -> None:
    assert not stands(word, text)


@given(TEXT, st.data())
def test_any_two_characters_side_by_side_find_their_text(text: str, data: st.DataObject) -> None:
    runs = [run for run in Plain(text).runs if len(run) >= 2]
    if not runs:
        assert DIGESTS.of_texts([text]) == []
        return
    run = data.draw(st.sampled_from(runs))
    begin = data.draw(st.integers(0, len(run) - 2))
    assert stands(run[begin : data.draw(st.integers(begin + 2, len(run)))], text)


@pytest.mark.parametrize(
    ("asked", "text"),
    [("ａb", "AB"), ("wi fi", "Wi-Fi"), ("１２", "第12号"), ("欠薪", "欠薪")],
)
def test_spellings_that_differ_in_form_alone_are_one(asked: str, text: str) -> None:
    assert all(stands(word, text) for word in words_of(asked) if len(word) > 1)


@pytest.mark.parametrize("asked", ["水", "水管 道", " ", "，。", "a"])
def test_a_single_character_is_no_word_to_search_for(asked: str) -> None:
    with pytest.raises(WordTooShort) as refused:
        words_of(asked)
    assert refused.value.field == "words"


def test_words_are_parted_by_blanks_and_signs_and_asked_for_once() -> None:
    assert words_of("水管，水管　 冻裂的") == ("冻裂的", "水管")


def test_a_passage_is_what_was_written_around_the_word() -> None:
    text = "前" * 40 + "，自来ＷＡＴＥＲ管，" + "后" * 40
    assert Plain(text).passage("water") == "…" + "前" * 21 + "，自来ＷＡＴＥＲ管，" + "后" * 22 + "…"
    assert Plain(" 水管 ").passage("水管") == "水管"


def test_the_store_gets_numbers_that_another_key_makes_others() -> None:
    pairs = DIGESTS.of_texts(SENTENCES)
    assert pairs == sorted(set(pairs)) and all(0 <= one < 2**DIGEST_BITS for one in pairs)
    others = PairDigests(b"x" * 32).of_texts(SENTENCES)
    assert len(set(pairs) & set(others)) < len(pairs) / 10
    assert PairDigests(b"w" * 32).of_texts(SENTENCES) == pairs

"""Searching the text of petitions: who finds what, page by page, and what nobody finds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from intake_builders import CITIZEN, DAY, DISPATCHER, HANDLER, NOW, PETITIONER, REGISTRAR, STRANGER, a_web_filing
from intake_fakes import World
from intake_register import BUREAU, DEPARTMENT

from petition_intake.application import keeping_secret, searching
from petition_intake.application.searching import search_petitions
from petition_intake.domain.filing import Accused, Purpose
from petition_intake.domain.officer import Officer
from petition_intake.domain.search_errors import CursorOfAnotherSearch, WordTooShort


def search(
    world: World, words: str, officer: Officer = DISPATCHER, limit: int = 20, cursor: str | None = None
) -> dict[str, Any]:
    return search_petitions(world.archive, world.words, world.office, officer, words, limit, cursor)


def found(world: World, words: str, officer: Officer = DISPATCHER) -> list[str]:
    return [row["case_no"] for row in search(world, words, officer)["items"]]


def filed(world: World, request: str, **changes: Any) -> str:
    return world.register(a_web_filing(request=request, **changes)).case_no


def test_all_words_stand_in_the_text_wherever_they_stand(world: World) -> None:
    pipe = filed(world, "自来水管道冻裂，请求修复", facts="已经三个月没有通水")
    road = filed(world, "村道塌陷，请求修复")

    assert found(world, "冻裂") == [pipe]
    assert found(world, "修复") == [road, pipe], "registered last, shown first"
    assert found(world, "通水 修复") == [pipe]
    assert found(world, "通水 塌陷") == []
    assert found(world, "从未写过") == []


def test_a_hit_is_a_row_of_the_list_with_the_words_around_it(world: World) -> None:
    case_no = filed(world, "自来水管道冻裂，请求修复")

    (row,) = search(world, "冻裂")["items"]
    assert (row["case_no"], row["passage"], row["state"]["code"]) == (case_no, "自来水管道冻裂，请求修复", "registered")


def test_a_unit_finds_what_it_has_and_nothing_else(world: World) -> None:
    case_no = filed(world, "自来水管道冻裂")
    assert found(world, "冻裂", HANDLER) == found(world, "冻裂", STRANGER) == []

    world.tell(case_no, "case_opened", unit_to_route=BUREAU)
    world.tell(case_no, "case_routed", mode="transfer", unit=DEPARTMENT, routed_at=NOW)
    assert found(world, "冻裂", HANDLER) == [case_no]
    assert found(world, "冻裂", STRANGER) == []


def test_what_is_masked_is_not_found_either(world: World) -> None:
    """Whoever wants to know who filed asks for it with a reason, on record."""
    name, phone = PETITIONER.name, PETITIONER.phone
    assert name is not None and phone is not None
    case_no = filed(world, f"本人{name}，电话{phone}，自来水管道冻裂")

    assert found(world, "自来水") == [case_no]
    assert found(world, name) == found(world, phone) == found(world, f"{name} 自来水") == []
    (row,) = search(world, "自来水")["items"]
    assert name not in row["passage"] and phone not in row["passage"]


def test_what_is_to_be_kept_secret_is_not_found_until_the_petitioner_takes_it_back(world: World) -> None:
    case_no = filed(world, "自来水管道冻裂", secrecy=True)
    assert found(world, "冻裂") == []

    keeping_secret.lift_secrecy(world.files, world.office, CITIZEN, case_no, world.code(case_no), NOW + DAY)
    assert found(world, "冻裂") == [case_no]


def test_an_accusation_is_in_no_index(world: World) -> None:
    accused = Accused(unit=DEPARTMENT, name="某某")
    world.register(a_web_filing(request="检举自来水工程贪占", purpose=Purpose.ACCUSATION, accused=accused))

    assert (world.words.stored, found(world, "贪占")) == ({}, [])


def test_page_after_page_has_every_hit_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a page ends because enough was looked at."""
    numbers = [filed(world, f"第{number:02}户自来水{'管道冻裂' if number % 3 else '停了'}") for number in range(30)]
    expected = [one for number, one in reversed(list(enumerate(numbers))) if number % 3]
    monkeypatch.setattr(searching, "MOST_AT_ONCE", 4)
    monkeypatch.setattr(searching, "MOST_LOOKED_AT", 8)
    # All have the pairs of the word, spread over two words of others.
    for number, one in enumerate(numbers):
        if number % 3 == 0:
            world.words.stored[one] = world.words.stored[numbers[1]]
    pages, cursor = [], None
    while True:
        page = search(world, "管道冻裂", limit=3, cursor=cursor)
        pages.append([row["case_no"] for row in page["items"]])
        cursor = page["next"]
        if cursor is None:
            break
    assert [one for page in pages for one in page] == expected
    assert max(map(len, pages)) == 3


def test_a_new_hit_between_two_pages_shifts_nothing(world: World) -> None:
    numbers = [filed(world, f"第{number}户自来水管道冻裂") for number in range(4)]
    first = search(world, "冻裂", limit=2)
    filed(world, "又一户自来水管道冻裂")
    second = search(world, "冻裂", limit=2, cursor=first["next"])

    assert [row["case_no"] for page in (first, second) for row in page["items"]] == numbers[::-1]


@pytest.mark.parametrize("cursor", ["", "x", "-", "WzFd", "bnVsbA==", "WyJhIiwgImIiXQ==", "W1tb" * 40_000, "🙂"])
def test_a_cursor_that_is_none_of_this_search_is_refused(world: World, cursor: str) -> None:
    filed(world, "自来水管道冻裂")
    filed(world, "自来水管道冻裂又一件")
    with pytest.raises(CursorOfAnotherSearch):
        search(world, "冻裂", cursor=cursor)
    other = search(world, "自来水", limit=1)["next"]
    with pytest.raises(CursorOfAnotherSearch):
        search(world, "冻裂", cursor=other)
    own = search(world, "冻裂", limit=1)["next"]
    for spoilt in (own.replace("-", "--"), f"{own}x", own.partition("-")[0]):
        with pytest.raises(CursorOfAnotherSearch):
            search(world, "冻裂", cursor=spoilt)


def test_a_single_character_is_refused(world: World) -> None:
    with pytest.raises(WordTooShort):
        search(world, "水")


def test_who_registered_it_in_a_township_finds_it_there(world: World) -> None:
    case_no = world.register(a_web_filing(request="自来水管道冻裂"), replace(REGISTRAR, unit=STRANGER.unit)).case_no

    assert found(world, "冻裂", STRANGER) == [case_no]

"""Searching on a real store: the index answers, it is written with the petition, and older petitions come into it."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from intake_builders import DAY, DISPATCHER, NOW, REGISTRAR, a_web_filing
from intake_fakes import World
from intake_register import DEPARTMENT
from pymongo.database import Database

from chassis.unit_of_work import Units
from petition_intake.adapters import mongo_words
from petition_intake.adapters.mongo_archive import MongoArchive
from petition_intake.adapters.mongo_files import WORDS, files_of
from petition_intake.adapters.mongo_words import FILLING, Filling, MongoWordIndex
from petition_intake.application.ports import Office
from petition_intake.application.registration import register_petition
from petition_intake.application.searching import search_petitions
from petition_intake.domain.filing import Accused, Filing, Purpose

REQUESTS = ("自来水管道冻裂，请求修复", "村道塌陷，请求修复", "拖欠工资，请求支付", "自来水停了半月，请求修复")


def file_all(units: Units, office: Office, *filings: Filing) -> list[str]:
    def file(number: int, filing: Filing) -> str:
        return units.run(
            lambda uow: register_petition(files_of(uow), office, REGISTRAR, filing, str(number), NOW)
        ).case_no

    return [file(number, filing) for number, filing in enumerate(filings)]


def found(units: Units, office: Office, words: str, limit: int = 20, cursor: str | None = None) -> dict[str, Any]:
    archive, index = MongoArchive(units.database), MongoWordIndex(units.database)
    return search_petitions(archive, index, office, DISPATCHER, words, limit, cursor)


@pytest.mark.parametrize("words", ["修复", "自来水", "自来水 修复", "工资", "冻裂 塌陷", "从未写过"])
def test_the_store_finds_what_the_memory_finds(units: Units, office: Office, words: str) -> None:
    filings = [a_web_filing(request=request) for request in REQUESTS]
    filings.append(a_web_filing(request="自来水冻裂，请求保密", secrecy=True))
    world = World()
    for filing in filings:
        world.register(filing)
    file_all(units, office, *filings)

    expected = search_petitions(world.archive, world.words, world.office, DISPATCHER, words, 20, None)
    assert found(units, office, words) == expected


def test_pages_follow_one_another_on_the_store(units: Units, office: Office) -> None:
    numbers = file_all(units, office, *(a_web_filing(request=f"第{n}户自来水管道冻裂") for n in range(5)))
    pages, cursor = [], None
    while True:
        page = found(units, office, "管道冻裂", 2, cursor)
        pages.append([row["case_no"] for row in page["items"]])
        cursor = page["next"]
        if cursor is None:
            break
    assert pages[:2] == [numbers[4:2:-1], numbers[2:0:-1]] and sum(pages, []) == numbers[::-1]


def test_an_accusation_has_no_words_in_the_store(units: Units, office: Office, store: Database[dict[str, Any]]) -> None:
    accused = Accused(unit=DEPARTMENT, name="某某")
    file_all(units, office, a_web_filing(request="检举贪占", purpose=Purpose.ACCUSATION, accused=accused))

    assert store[WORDS].count_documents({}) == 0
    assert found(units, office, "贪占")["items"] == []


def test_no_word_stands_in_the_index(units: Units, office: Office, store: Database[dict[str, Any]]) -> None:
    (number,) = file_all(units, office, a_web_filing(request=REQUESTS[0]))

    kept = store[WORDS].find_one({"_id": number})
    assert kept is not None and set(kept) == {"_id", "pairs"}
    assert all(type(one) is int for one in kept["pairs"])


def test_a_search_reads_the_index_of_its_rarest_pair_from_where_it_stopped(
    units: Units, office: Office, store: Database[dict[str, Any]]
) -> None:
    """Ten thousand others with the common word are not looked at."""
    common, rare = office.pair_digests.of_words(["修复"]), office.pair_digests.of_words(["冻裂"])
    store[WORDS].insert_many({"_id": f"6404252025{n:010}", "pairs": common} for n in range(10_000))
    numbers = file_all(units, office, *(a_web_filing(request=f"第{n}户冻裂，请求修复") for n in range(3)))
    both = sorted([*common, *rare])

    assert MongoWordIndex(store).candidates(both, None, 10) == numbers[::-1]
    assert MongoWordIndex(store).candidates(both, numbers[2], 10) == numbers[1::-1]
    plan = (
        store[WORDS]
        .find({"pairs": {"$all": both}}, {"_id": 1})
        .hint("by_pair")
        .min([("pairs", rare[0]), ("_id", "~")])
        .max([("pairs", rare[0]), ("_id", "")])
        .explain()
    )
    assert (plan["executionStats"]["totalKeysExamined"], plan["executionStats"]["totalDocsExamined"]) == (3, 3)
    assert "'SORT'" not in str(plan["queryPlanner"]["winningPlan"])


def test_petitions_from_before_come_into_the_index_and_then_nothing_is_left_to_do(
    units: Units, office: Office, store: Database[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mongo_words, "AT_ONCE", 2)
    numbers = file_all(units, office, *(a_web_filing(request=f"第{n}户自来水管道冻裂") for n in range(5)))
    kept = {row["_id"]: row["pairs"] for row in store[WORDS].find()}
    store[WORDS].delete_many({"_id": {"$in": numbers[:4]}})
    filling = Filling(lambda: office.pair_digests)

    assert filling.run(units, NOW) == 2
    assert store[FILLING].find_one({"_id": FILLING}) == {"_id": FILLING, "to": numbers[1]}
    while filling.run(units, NOW + DAY):
        pass
    assert store[FILLING].find_one({"_id": FILLING}) == {"_id": FILLING, "to": mongo_words.DONE}
    assert {row["_id"]: row["pairs"] for row in store[WORDS].find()} == kept
    assert [row["case_no"] for row in found(units, office, "冻裂")["items"]] == numbers[::-1]


def test_two_workers_that_fill_at_once_put_each_petition_in_once(
    units: Units, office: Office, store: Database[dict[str, Any]]
) -> None:
    numbers = file_all(units, office, *(a_web_filing(request=request) for request in REQUESTS))
    store[WORDS].delete_many({})
    workers = [
        threading.Thread(target=Filling(lambda: office.pair_digests).run, args=(units, NOW), daemon=True)
        for _ in range(4)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)

    assert [row["_id"] for row in store[WORDS].find(sort=[("_id", 1)])] == numbers


def test_in_a_new_store_there_is_nothing_to_do_from_the_first_run_on(
    units: Units, office: Office, store: Database[dict[str, Any]]
) -> None:
    assert Filling(lambda: office.pair_digests).run(units, NOW) == 0
    assert store[FILLING].find_one({"_id": FILLING}) == {"_id": FILLING, "to": mongo_words.DONE}

"""Whoever has the store or a copy of it, and no master key, reads no word of a petition and of no petitioner."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from intake_builders import NOW, REGISTRAR
from intake_register import BAIYANG, BUREAU, CATEGORY, CITY, DEPARTMENT, TOWNSHIP, VILLAGE, published
from intake_requests import HAND_DOWN, PERSONAL, VISIT, WEB
from pymongo import MongoClient

from chassis.desk import Desk
from chassis.directory import store_directory
from chassis.refusal import Refusal
from chassis.unit_of_work import UnitOfWork, Units
from local_stack.testing.servers import Servers
from petition_intake.adapters.mongo_files import files_of
from petition_intake.adapters.sealed_fields import FINDABLE, SEALED
from petition_intake.bootstrap import PREMISES, SERVICE
from petition_intake.domain.material import PART_BYTES
from petition_intake.domain.review_course import ReviewLevel
from petition_intake.domain.review_request import ReviewRequest

KEY = b"a key for tests of thirty-two bytes"
CHINESE = re.compile(r"[\u4e00-\u9fff]")
ACCUSED = "被指认乙"
SCANNED = "words on the scanned letter"
Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def ask(units: Units) -> Iterator[Ask]:
    """Asks the service as an agency does, each request under a key of its own."""
    units.run(lambda uow: store_directory(uow, published()))
    PREMISES.furnish(units.database, KEY)
    desk = Desk(SERVICE, units)
    keys = iter(range(1000))

    def asked(method: str, data: dict[str, Any], caller: str = BUREAU, actor: str = "P0012") -> dict[str, Any]:
        return desk.answer(method, caller, {"actor": actor, "key": f"k{next(keys)}", "data": data})

    yield asked


@pytest.fixture
def dumped(servers: Servers, kept_database: str) -> Iterator[Callable[[], dict[str, str]]]:
    """Every collection as a backup of the store has it."""
    with MongoClient[dict[str, Any]](servers.mongo_uri) as client:
        store = client[kept_database]
        yield lambda: {name: repr(list(store[name].find())) for name in store.list_collection_names()}


def fill_every_sealed_field(ask: Ask, units: Units) -> str:
    """Puts on record whatever has words in it; returns the number of an accusation."""
    case = ask("register_petition", {**WEB, "reasons": "多次反映没有结果"})["case_no"]
    ask("unmask_petition", {"case_no": case, "reason": "电话核实情况"})
    ask("decide_suggested_category", {"case_no": case, "category": CATEGORY, "taken": True})
    ask("mark_petition", {"case_no": case, "mark": "special_item", "reason": "列入专项治理"})
    ask("decide_first_or_repeat", {"case_no": case, "decision": "first"})
    settled = {"case_no": case, "level": "village", "result": "村委会补发两亩", "petitioner_confirmed": True}
    ask("settle_on_spot", settled)
    guided = ask("register_petition", WEB)["case_no"]
    disposal = {"case_no": guided, "ground": "N5", "reason": "市级主管", "unit": CITY}
    ask("dispose_petition", disposal, actor="P0015")
    ask("withdraw_disposition", {"case_no": guided, "reason": "认定有误"}, actor="P0009")

    def request_review(uow: UnitOfWork) -> None:
        petition = files_of(uow).petitions.get(guided)
        request = ReviewRequest(ReviewLevel.REVIEW, 1, NOW, REGISTRAR.name, "面积不符", "住院治疗", True)
        assert petition is not None
        petition.request_review(request)
        files_of(uow).petitions.save(petition)

    units.run(request_review)
    accused = {"unit": DEPARTMENT, "name": ACCUSED, "post": "科长"}
    told = {**HAND_DOWN, "purpose": "accusation", "accused": accused, "reasons": "账目可查"}
    accusation = ask("register_petition", told)["case_no"]
    ask("read_accusation", {"case_no": accusation, "reason": "初步核查"}, actor="P0009")
    passed = {"body": "县纪委监委", "passed_on_on": "2026-03-02", "receipt_no": "纪收1号"}
    informed = ["organisation_department"]
    ask("pass_on_accusation", {"case_no": accusation, **passed, "informed": informed}, actor="P0009")

    place = {"township_code": BAIYANG, "village_code": VILLAGE}
    found = {"found_by": "visit", "place": place, "category": CATEGORY, "found_on": "2026-03-01", "matter": "地界争议"}
    dispute = {"dispute_no": ask("report_dispute", found, TOWNSHIP, "P0101")["dispute_no"]}
    ask("check_dispute", {**dispute, "verdict": "real", "basis": "到场查看"}, actor="P0015")
    ask(
        "settle_dispute", {**dispute, "level": "village", "result": "双方签字", "evidence": "调解书"}, TOWNSHIP, "P0101"
    )

    visit = {"visit_no": ask("record_arrival", {"window": "1", "needs_help": False})["visit_no"]}
    ask("call_visitor", visit)
    deed = {"courtesies": ["practical_deed"], "deed": {"what": "代写材料", "proof": "照片"}}
    ask("finish_visit", {**visit, **deed, "case_no": guided, "card": {"post": "接访员", "duty": "接待来访"}})
    room = ask("book_room", {"room": "1", "on": "2026-03-02", "hour": 11})
    units.clock.instant += timedelta(hours=2)
    said = {"booking_no": room["booking_no"], "case_no": guided, "statement": "自述经过"}
    ask("record_statement", {**said, "read_back_confirmed": True})

    visited = ask("register_petition", VISIT)["case_no"]
    seated = {"case_no": visited, "units": [DEPARTMENT, TOWNSHIP]}
    table = {"joint_reception_no": ask("hold_joint_reception", seated, actor="P0015")["joint_reception_no"]}
    ask("answer_at_reception", {**table, "answer": "explained", "words": "按图纸丈量"}, DEPARTMENT, "P0200")
    for number in (guided, accusation):
        hand_in_materials(ask, number)
    return str(accusation)


def hand_in_materials(ask: Ask, case_no: str) -> None:
    """One that is complete, and one of which the second part alone came."""
    scan = b"%PDF-" + SCANNED.encode()
    file = {"material_kind": "letter_scan", "file_name": "来信.pdf", "media_type": "application/pdf"}
    for part, size in ((1, len(scan)), (2, PART_BYTES + len(scan))):
        declared = {**file, "size": size, "sha256": hashlib.sha256(scan).hexdigest()}
        begun = ask("begin_material", {"case_no": case_no, **declared})
        content = base64.b64encode(scan).decode()
        ask("add_material_part", {"material_no": begun["material_no"], "part": part, "content": content})


def test_a_dump_of_the_store_has_no_word_and_no_name(
    ask: Ask, units: Units, dumped: Callable[[], dict[str, str]]
) -> None:
    accusation = fill_every_sealed_field(ask, units)
    collections = dumped()
    assert accusation in collections["accusations"], "the search finds what is there"
    words = (*PERSONAL, ACCUSED, SCANNED, "read_accusation", "pass_on_accusation")
    assert not {name: word for name, text in collections.items() for word in words if word in text}
    # What people write is Chinese, so a field that was forgotten shows itself. The county's register is public.
    assert {name for name, text in collections.items() if CHINESE.search(text)} == {"register"}


def test_every_declared_field_is_sealed_in_some_document(
    ask: Ask, units: Units, servers: Servers, kept_database: str
) -> None:
    """Otherwise the search of a dump would prove nothing about it."""
    fill_every_sealed_field(ask, units)
    declared = [
        (name, path) for collections in (SEALED, FINDABLE) for name, paths in collections.items() for path in paths
    ]
    with MongoClient[dict[str, Any]](servers.mongo_uri) as client:
        missing = [
            f"{name}.{path}"
            for name, path in declared
            if not client[kept_database][name].count_documents({path: {"$type": "binData"}})
        ]
    assert missing == []


def test_a_hand_down_of_an_accusation_is_found_by_its_sealed_number(ask: Ask) -> None:
    told = {**HAND_DOWN, "purpose": "accusation"}
    ask("register_petition", told)
    with pytest.raises(Refusal) as refused:
        ask("register_petition", told)
    assert refused.value.code == "ALREADY_REGISTERED"

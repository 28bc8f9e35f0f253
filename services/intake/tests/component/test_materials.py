"""A scan over the bus: begun, broken off, gone on with, read back; and an accusation's, of which nobody hears."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from intake_deployment import Deployment, Listener, eventually
from intake_register import PORTAL
from intake_requests import ACCUSATION, WEB
from jsonschema import Draft202012Validator

from petition_client import Refused

CONTRACTS = Path(__file__).parents[2] / "contracts"
PART = 256 * 1024
SCAN = b"%PDF-1.7 words on the letter " + b"x" * PART
FILE = {
    "material_kind": "letter_scan",
    "file_name": "来信.pdf",
    "media_type": "application/pdf",
    "size": len(SCAN),
    "sha256": hashlib.sha256(SCAN).hexdigest(),
}


def sent(material_no: str, part: int) -> dict[str, Any]:
    content = SCAN[(part - 1) * PART : part * PART]
    return {"material_no": material_no, "part": part, "content": base64.b64encode(content).decode()}


def test_a_scan_comes_in_parts_and_is_read_back_by_whom_it_concerns(deployed: Deployment, listener: Listener) -> None:
    receipt, secret = deployed.call("register_petition", WEB), deployed.call("register_petition", ACCUSATION)
    case, own = {"case_no": receipt["case_no"]}, {"query_code": receipt["query_code"]}
    number = deployed.call("begin_material", {**case, **FILE})["material_no"]
    deployed.call("add_material_part", sent(number, 2))
    assert deployed.call("begin_material", {**case, **FILE})["missing"] == [1]
    with pytest.raises(Refused) as refused:
        deployed.call("add_material_part", {**sent(number, 1), "content": base64.b64encode(SCAN).decode()})
    assert (refused.value.code, refused.value.field, str(PART) in refused.value.zh) == ("BAD_VALUE", "content", True)
    assert deployed.call("add_material_part", sent(number, 1))["complete"]
    mine = deployed.call("begin_material", {**case, **own, **FILE}, PORTAL, None)["material_no"]
    for part in (1, 2):
        deployed.call("add_material_part", {**own, **sent(mine, part)}, PORTAL, None)

    with pytest.raises(Refused) as refused:
        deployed.call("get_material_part", {"material_no": number, "part": 1})
    assert refused.value.code == "LOOK_NOT_NOTED"
    deployed.call("unmask_petition", {**case, "reason": "核对来信原件"})
    read = [deployed.call("get_material_part", {"material_no": number, "part": part}) for part in (1, 2)]
    assert b"".join(base64.b64decode(one["content"]) for one in read) == SCAN
    listed = deployed.call("list_materials", {**case, "limit": 1})
    assert [row["material_no"] for row in listed["items"]] == [number]
    following = deployed.call("list_materials", {**case, "limit": 1, "cursor": listed["next"]})
    assert [row["material_no"] for row in following["items"]] == [mine]
    (row,) = deployed.call("list_materials", {**case, **own}, PORTAL, None)["items"]
    assert row["material_no"] == mine

    hidden = {"case_no": secret["case_no"]}
    kept = deployed.call("begin_material", {**hidden, **FILE})["material_no"]
    for part in (1, 2):
        deployed.call("add_material_part", sent(kept, part))
    for actor in ("P0012", "P0009"):
        with pytest.raises(Refused) as refused:
            deployed.call("list_materials", hidden, actor=actor)
        assert refused.value.code == "NOT_FOUND"
    deployed.call("read_accusation", {**hidden, "reason": "初步核查"}, actor="P0009")
    assert [row["material_no"] for row in deployed.call("list_materials", hidden, actor="P0009")["items"]] == [kept]

    left = deployed.call("begin_material", {**case, **FILE, "file_name": "未传完.pdf"})["material_no"]
    deployed.pass_time(days=7)
    eventually(lambda: deployed.store["material_uploads"].find_one({"_id": left}) is None, "what was left is removed")

    heard = [(kind, body) for kind, body in listener.hear(3) if kind == "material_added.v1"]
    assert [(body["material_no"], body["materials"]) for _, body in heard] == [(number, 1), (mine, 2)]
    schema = json.loads((CONTRACTS / "material_added.v1.schema.json").read_text(encoding="utf-8"))
    assert [error.message for _, body in heard for error in Draft202012Validator(schema).iter_errors(body)] == []
    everything = json.dumps(listener.heard, ensure_ascii=False) + deployed.logs()
    assert [word for word in (secret["case_no"], FILE["file_name"], FILE["sha256"]) if word in everything] == []

"""A visit to the hall over the bus: waiting, the six courtesies, the petitioner's own word; and the listening room."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from intake_deployment import Deployment, Listener
from intake_register import PORTAL
from intake_requests import NAME, WEB
from jsonschema import Draft202012Validator

from petition_client import Refused

CONTRACTS = Path(__file__).parents[2] / "contracts"
DEED, SAID = "帮助联系供水所恢复供水", f"{NAME}说自家耕地少登记两亩"
SIX = ["smile", "greeting", "seat", "water", "listening", "practical_deed"]


def test_a_visitor_waits_is_received_and_rates_the_window(deployed: Deployment, listener: Listener) -> None:
    receipt = deployed.call("register_petition", WEB)
    booked = deployed.call("book_room", {"room": "1", "on": "2026-03-02", "hour": 11}, key="room")
    assert deployed.call("book_room", {"room": "1", "on": "2026-03-02", "hour": 11}, key="room") == booked
    with pytest.raises(Refused) as refused:
        deployed.call("book_room", {"room": "1", "on": "2026-03-02", "hour": 11})
    assert refused.value.code == "ROOM_TAKEN"

    visit = {"visit_no": deployed.call("record_arrival", {"window": "1", "needs_help": True})["visit_no"]}
    deployed.pass_time(minutes=12)
    assert deployed.call("call_visitor", visit)["waited_minutes"] == 12
    end = {**visit, "case_no": receipt["case_no"], "courtesies": SIX, "card": {"post": "接访员", "duty": "接待来访"}}
    for missing, code in (({}, "DEED_TEXT_REQUIRED"), ({"deed": {"what": DEED, "proof": "回执"}}, "HELPER_REQUIRED")):
        with pytest.raises(Refused) as refused:
            deployed.call("finish_visit", {**end, **missing})
        assert refused.value.code == code
    deployed.call("finish_visit", {**end, "deed": {"what": DEED, "proof": "回执"}, "helper": "P0015"})

    mine = {"case_no": receipt["case_no"], "query_code": receipt["query_code"]}
    rating = {**mine, **visit, "window_rating": "satisfied", "deed_confirmed": True}
    with pytest.raises(Refused) as refused:
        deployed.call("rate_window", rating)
    assert refused.value.code == "RATED_BY_OFFICER"
    deployed.call("rate_window", rating, PORTAL, None)
    (row,) = deployed.call("list_window_visits", {"on": "2026-03-02", "with_deed": True})["items"]
    assert (row["deed"]["what"], row["deed_confirmed"], row["waited_minutes"]) == (DEED, True, 12)

    deployed.pass_time(hours=1)
    told = {"booking_no": booked["booking_no"], "case_no": receipt["case_no"], "statement": SAID}
    with pytest.raises(Refused) as refused:
        deployed.call("record_statement", {**told, "read_back_confirmed": False})
    assert refused.value.code == "READ_BACK_NOT_CONFIRMED"
    deployed.call("record_statement", {**told, "read_back_confirmed": True})
    shown = deployed.call("get_room_booking", {"booking_no": booked["booking_no"]})
    assert NAME not in json.dumps(shown, ensure_ascii=False)

    heard = listener.hear(7)
    assert sorted(kind for kind, _ in heard) == [
        "petition_registered.v1",
        "room_booked.v1",
        "statement_confirmed.v1",
        "visitor_arrived.v1",
        "visitor_called.v1",
        "window_rated.v1",
        "window_visit_finished.v1",
    ]
    for kind, body in heard:
        schema = json.loads((CONTRACTS / f"{kind}.schema.json").read_text(encoding="utf-8"))
        assert [error.message for error in Draft202012Validator(schema).iter_errors(body)] == []
    journal = json.dumps(list(deployed.opened["journal"].find()), default=str, ensure_ascii=False)
    everything = json.dumps(heard, ensure_ascii=False) + deployed.logs() + journal
    assert [word for word in (DEED, SAID, NAME) if word in everything] == []

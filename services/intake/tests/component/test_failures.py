"""What happens when processes end, events come twice and out of order, or something needed is missing."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from intake_deployment import Deployment, eventually
from intake_register import BUREAU, DEPARTMENT
from intake_requests import WEB

from chassis.event import Event
from local_stack.secret_files import keep_secret, new_key


@pytest.fixture
def story(deployed: Deployment) -> tuple[dict[str, Any], list[Event]]:
    """A registered petition and what is told of it, not yet sent."""
    receipt = deployed.call("register_petition", WEB)
    case_no, at = receipt["case_no"], deployed.now.isoformat()
    unit = {"unit": DEPARTMENT}
    events = [
        deployed.event("assignment", "case_opened", case_no, unit_to_route=BUREAU),
        deployed.event("assignment", "case_routed", case_no, **unit, mode="transfer", routed_at=at),
        deployed.event("assignment", "something_new", case_no, anything="goes"),
        deployed.event("assignment", "case_signed_for", case_no, **unit, signed_at=at, added_later=1),
        deployed.event("assignment", "case_accepted", case_no, **unit, track=6, accepted_at=at, notice_no=None),
        deployed.event("supervision", "hand_down_listed", case_no),
        deployed.event(
            "supervision", "follow_up_recorded", case_no, officer_unit=BUREAU, reached=False, recorded_at=at, round=1
        ),
    ]
    return receipt, events


def test_events_that_come_three_times_and_in_any_order_change_nothing(
    deployed: Deployment, story: tuple[dict[str, Any], list[Event]]
) -> None:
    receipt, events = story
    mixed = events * 3
    random.Random(7).shuffle(mixed)
    deployed.send(*mixed)
    deployed.settle(*events)

    shown = deployed.track(receipt["case_no"], receipt["query_code"])
    assert shown["state"]["code"] == "accepted"
    assert [step["step"]["code"] for step in shown["timeline"]] == [
        "registered",
        "routed",
        "signed_for",
        "accepted",
        "followed_up",
    ]
    assert [notice["number"][-2:] for notice in shown["notices"]] == ["01", "02", "03"]


def test_an_event_that_cannot_be_understood_holds_up_only_its_own_case(
    deployed: Deployment, story: tuple[dict[str, Any], list[Event]]
) -> None:
    receipt, events = story
    bad = deployed.event("assignment", "case_routed", "640425202603020777", unit=DEPARTMENT)
    deployed.send(bad, *events)
    deployed.settle(*events)

    eventually(lambda: deployed.store["parked_events"].count_documents({}) == 1, "the bad event set aside")
    assert deployed.track(receipt["case_no"], receipt["query_code"])["state"]["code"] == "accepted"


def test_a_killed_worker_loses_nothing_and_its_successor_ends_in_order(deployed_apart: Deployment) -> None:
    worker, rpc = deployed_apart.processes
    with closing(deployed_apart.listen()) as listener:
        worker.kill()
        worker.wait()
        receipts = [deployed_apart.call("register_petition", WEB) for _ in range(5)]
        successor = deployed_apart.start("worker")

        assert [body["case_no"] for _, body in listener.hear(5)] == [receipt["case_no"] for receipt in receipts]
    assert [deployed_apart.stop(process) for process in (rpc, successor)] == [0, 0]


def test_two_rpc_processes_never_give_out_one_number_twice(deployed: Deployment) -> None:
    second = deployed.start("rpc")

    def register(agency: int) -> list[str]:
        caller, actor = ((BUREAU, "P0012"), ("township_baiyang", "P0101"), ("citizen_portal", "P0344"))[agency]
        return [deployed.call("register_petition", WEB, caller, actor)["case_no"] for _ in range(15)]

    with ThreadPoolExecutor(3) as agencies:
        numbers = [number for given in agencies.map(register, range(3)) for number in given]

    assert sorted(numbers) == [f"64042520260302{serial:04d}" for serial in range(1, 46)]
    assert deployed.call("numbering_gaps", {"day": "2026-03-02"})["gaps"] == []
    assert deployed.stop(second) == 0


@pytest.mark.parametrize("kind", ["rpc", "worker"])
def test_without_its_keys_the_service_does_not_start_and_says_why(
    deployed: Deployment, kind: str, tmp_path: Path
) -> None:
    for setting in ("QUERY_CODE_KEY_FILE", "MASTER_KEY_FILE"):
        ended = deployed.run(kind, **{setting: ""})

        assert ended.returncode == 1
        assert setting in ended.stderr + ended.stdout
    keep_secret(tmp_path / "another.key", new_key)
    ended = deployed.run(kind, MASTER_KEY_FILE=str(tmp_path / "another.key"))
    assert ended.returncode == 1
    assert "put that one back" in ended.stderr and "Traceback" not in ended.stderr

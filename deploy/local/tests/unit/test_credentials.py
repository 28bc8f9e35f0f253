"""`credentials.json`: kept, extended, pruned, private."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from local_stack.county_callers import county_callers
from local_stack.credentials import Addresses, Credentials, bring_up_to_date
from local_stack.problem import StackProblem

HERE = Addresses("127.0.0.1", 27672, "127.0.0.1", 27917, 27675)


def update(path: Path, *callers: str) -> Credentials:
    return bring_up_to_date(path, HERE, ("intake",), callers)


def test_the_file_holds_what_a_client_needs_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "credentials.json"
    update(path, "hotline_12345")
    document = json.loads(path.read_text())
    assert {name: document["broker"][name] for name in ("host", "port", "vhost")} == {
        "host": "127.0.0.1",
        "port": 27672,
        "vhost": "petition",
    }
    assert set(document["broker"]["users"]) == {"driver", "svc_intake", "hotline_12345"}
    assert set(document["mongo"]["users"]) == {"svc_intake"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_known_users_keep_their_passwords_and_new_ones_get_their_own(tmp_path: Path) -> None:
    path = tmp_path / "credentials.json"
    before = update(path, "hotline_12345").broker_users
    after = update(path, "hotline_12345", "township_wangwa").broker_users
    assert {name: after[name] for name in before} == dict(before)
    assert len(set(after.values())) == len(after)


def test_a_user_whose_unit_is_gone_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "credentials.json"
    update(path, "hotline_12345")
    assert "hotline_12345" not in update(path).broker_users
    assert "hotline_12345" not in path.read_text()


def test_passwords_need_no_escaping_in_a_uri(tmp_path: Path) -> None:
    credentials = update(tmp_path / "credentials.json")
    password = credentials.broker_users["svc_intake"]
    assert len(password) >= 32
    assert password.replace("-", "").replace("_", "").isalnum()
    assert credentials.broker_uri("svc_intake") == f"amqp://svc_intake:{password}@127.0.0.1:27672/petition"


def test_a_damaged_file_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "credentials.json"
    path.write_text("{")
    with pytest.raises(StackProblem, match="credentials.json cannot be read"):
        update(path)
    assert path.read_text() == "{"


def test_callers_are_the_units_that_have_a_system_each_once(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(
        "code,name,caller\nhotline_12345,热线,hotline_12345\ndept_a,甲,\nx,乙, hotline_12345 \n", encoding="utf-8"
    )
    assert county_callers(tmp_path) == ("hotline_12345",)


def test_a_register_without_the_column_is_named_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("code,name\n")
    with pytest.raises(StackProblem, match="no column `caller`"):
        county_callers(tmp_path)

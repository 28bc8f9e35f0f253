"""What the patterns of each kind of account let through, on both sides of every border."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from local_stack.broker_accounts import (
    Account,
    accounts,
    agency_account,
    definitions,
    hashed_password,
    service_account,
)

SERVICES = ("intake", "assignment", "supervision", "metrics")
INTAKE = service_account("intake", SERVICES)
HOTLINE = agency_account("hotline_12345", SERVICES)


@pytest.mark.parametrize(
    ("pattern", "name", "allowed"),
    [
        (INTAKE.configure, "intake.events", True),
        (INTAKE.configure, "intake.inbox.assignment", True),
        (INTAKE.configure, "rpc-intake", True),
        (INTAKE.configure, "nameko-rpc", False),
        (INTAKE.configure, "assignment.events", False),
        (INTAKE.configure, "rpc-intake2", False),
        (INTAKE.configure, "intake", False),
        (INTAKE.configure, "intakes.events", False),
        (INTAKE.write, "intake.events", True),
        (INTAKE.write, "nameko-rpc", True),
        (INTAKE.write, "amq.default", True),
        (INTAKE.write, "assignment.events", False),
        (INTAKE.write, "amq.topic", False),
        (INTAKE.read, "assignment.events", True),
        (INTAKE.read, "rpc-intake", True),
        (INTAKE.read, "assignment.inbox", False),
        (INTAKE.read, "rpc-assignment", False),
        (HOTLINE.configure, "rpc.reply-hotline_12345-1f", True),
        (HOTLINE.configure, "rpc.reply-hotline_123456-1f", False),
        (HOTLINE.configure, "nameko-rpc", False),
        (HOTLINE.write, "nameko-rpc", True),
        (HOTLINE.write, "amq.default", False),
        (HOTLINE.write, "intake.events", False),
        (HOTLINE.read, "rpc.reply-hotline_12345-1f", True),
        (HOTLINE.read, "rpc.reply-township_wangwa-1f", False),
        (HOTLINE.read, "intake.events", False),
    ],
)
def test_names_are_let_through_only_where_the_account_needs_them(pattern: str, name: str, allowed: bool) -> None:
    assert bool(re.search(pattern, name)) is allowed


@pytest.mark.parametrize(
    ("pattern", "key", "allowed"),
    [
        (HOTLINE.topics[0].write, "intake.register_petition", True),
        (HOTLINE.topics[0].write, "metrics.get_indicator", True),
        (HOTLINE.topics[0].write, "township_wangwa.1f", False),
        (HOTLINE.topics[0].write, "intakes.register_petition", False),
        (HOTLINE.topics[0].read, "hotline_12345.0a-1b", True),
        (HOTLINE.topics[0].read, "township_wangwa.0a-1b", False),
        (HOTLINE.topics[0].read, "#", False),
        (HOTLINE.topics[0].read, "hotline_12345.#", False),
        (HOTLINE.topics[0].read, "intake.register_petition", False),
        (INTAKE.topics[0].write, "hotline_12345.0a-1b", True),
        (INTAKE.topics[0].write, "assignment.route_case", False),
        (INTAKE.topics[0].read, "intake.*", True),
        (INTAKE.topics[0].read, "assignment.*", False),
        (INTAKE.topics[0].read, "#", False),
    ],
)
def test_routing_keys_on_the_rpc_exchange_are_let_through_only_where_needed(
    pattern: str, key: str, allowed: bool
) -> None:
    assert bool(re.search(pattern, key)) is allowed


@pytest.mark.parametrize("name", ["", "A", "hot line", "a-b", "a.*", "1st", "县信访局"])
def test_a_name_that_would_change_a_pattern_is_no_account_name(name: str) -> None:
    with pytest.raises(ValueError, match="no account name"):
        Account(name=name, configure="", write="", read="")


def test_a_password_is_stored_as_the_salted_hash_that_the_broker_checks() -> None:
    raw = base64.b64decode(hashed_password("driver", "secret"))
    assert raw[4:] == hashlib.sha256(raw[:4] + b"secret").digest()


def test_definitions_name_every_account_once_and_hold_no_password() -> None:
    members = accounts(SERVICES, ["hotline_12345", "township_wangwa"])
    passwords = {member.name: f"password-of-{member.name}" for member in members}
    document = definitions(members, passwords, "petition")
    assert [user["name"] for user in document["users"]] == [
        "driver",
        "svc_intake",
        "svc_assignment",
        "svc_supervision",
        "svc_metrics",
        "hotline_12345",
        "township_wangwa",
    ]
    assert {right["user"] for right in document["permissions"]} == set(passwords)
    assert "guest" not in passwords
    assert "password-of" not in repr(document)
    assert [user["name"] for user in document["users"] if user["tags"]] == ["driver"]

"""A case walked over the wire: events as intake and supervision send them, commands as the agencies' systems call."""

from typing import Any

from assignment_processes import Deployment, wait_until

from chassis.event import Event
from petition_client import Client

REGISTERED = {
    "channel": "visit",
    "received_at": "2026-03-02T01:00:00.000Z",
    "registered_at": "2026-03-02T01:05:00.000Z",
    "registered_by_unit": "petition_bureau",
    "registered_level": "county",
    "purpose": "appeal",
    "category": "010701",
    "place": {"township_code": "640425208", "village_code": "640425208202", "grid_code": None, "extra": 1},
    "headcount": 3,
    "representatives": 1,
    "joint": False,
    "anonymous": False,
    "skip_level": False,
    "consent_public": True,
    "visit_batch": True,
    "hand_down": None,
    "person_keys_count": 1,
}
LINKED = {"decision": "first", "repeat_of": None, "decided_by": "dispatcher"}

STEPS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("petition_bureau", "dispatcher", "route_case", {"mode": "transfer"}),
    ("dept_water", "water_signer", "sign_for_case", {}),
    ("dept_water", "water_handler", "accept_case", {"track": 6, "notice_no": "受字1号"}),
    (
        "dept_water",
        "water_handler",
        "set_responsibility",
        {
            "lead_leader": "water_head",
            "station": "dept_water",
            "person": "water_handler",
            "due_on": "2026-04-10",
        },
    ),
    (
        "dept_water",
        "water_handler",
        "issue_opinion",
        {
            "request": "要求通水",
            "facts_and_reasons": "管网冻裂属实",
            "opinion": "十日内修复",
            "legal_basis": "《农村饮水条例》第三条",
            "outcome": "support",
            "approved_by": "water_head",
        },
    ),
    (
        "dept_water",
        "water_handler",
        "record_delivery",
        {"method": "direct", "delivered_on": "2026-03-02", "receipt_no": "回执1号"},
    ),
    ("dept_water", "water_handler", "complete_case", {"level": "county"}),
    ("petition_bureau", "dispatcher", "confirm_case", {}),
)

TOLD_ON_THE_WAY = [
    "case_opened.v1",
    "clock_started.v1",
    "case_routed.v1",
    "clock_stopped.v1",
    "clock_started.v1",
    "clock_started.v1",
    "case_signed_for.v1",
    "case_accepted.v1",
    "clock_stopped.v1",
    "clock_stopped.v1",
    "clock_started.v1",
    "responsibility_set.v1",
    "opinion_issued.v1",
    "opinion_delivered.v1",
    "clock_stopped.v1",
    "clock_started.v1",
    "case_completed.v1",
    "case_confirmed.v1",
]


def registered(deployment: Deployment, case_no: str, **changes: Any) -> Event:
    return deployment.event("intake", "petition_registered", case_no, **{**REGISTERED, **changes})


def linked(deployment: Deployment, case_no: str) -> Event:
    return deployment.event("intake", "petition_linked", case_no, **LINKED)


def begin(deployment: Deployment, case_no: str, **changes: Any) -> None:
    """Register a petition and decide first or repeat, and wait until this service knows."""
    deployment.send(registered(deployment, case_no, **changes), linked(deployment, case_no))
    wait_until(lambda: deployment.applied("intake", case_no) == 2, "both events applied")


def walk(clients: dict[str, Client], case_no: str, until: str | None = None) -> dict[str, Any]:
    """Take the steps of the main path, up to and including `until`; the last answer."""
    answer: dict[str, Any] = {}
    for caller, person, command, data in STEPS:
        key = f"{case_no}-{command}"
        answer = clients[caller].call("assignment", command, {"case_no": case_no, **data}, actor=person, key=key)
        if command == until:
            break
    return answer

"""Every command, asked wrongly in every way, gets its documented code in both languages, and nothing is written."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from commands_of_those_above import BY_THOSE_ABOVE
from petition_record_commands import NOBODY, PETITION_RECORD
from pymongo import MongoClient
from staff_and_inspection_commands import STAFF_AND_INSPECTION

from chassis.service import Command
from county_year.county import County
from county_year.matters import BUREAU
from local_stack.testing.whole_stack import WholeStack
from petition_assignment.bootstrap import SERVICE as ASSIGNMENT
from petition_client import Client, Refused
from petition_intake.bootstrap import SERVICE as INTAKE
from petition_metrics.bootstrap import SERVICE as METRICS
from petition_supervision.bootstrap import SERVICE as SUPERVISION

COMMANDS = [
    (service.name, command) for service in (INTAKE, ASSIGNMENT, SUPERVISION, METRICS) for command in service.commands
]
NAMES = [f"{service}.{command.name}" for service, command in COMMANDS]
PORTAL = "citizen_portal"

GOOD: dict[str, dict[str, Any]] = {
    "register_petition": {
        "channel": "web",
        "purpose": "appeal",
        "category": "010201",
        "place": {"township_code": "640425100"},
        "request": "请求答复宅基地申请。",
        "facts": "申请已提交一年。",
        "petitioners": [{"name": "测试人", "address": "彭阳县白阳镇"}],
    },
    "decide_first_or_repeat": {"decision": "first"},
    "reclassify_petition": {"category": "010202", "reason_code": "registered_in_error"},
    "settle_on_spot": {"level": "county", "result": "当场答复。", "petitioner_confirmed": True},
    "withdraw_petition": {"petitioner_confirmed": True},
    "dispose_petition": {"ground": "kept", "reason": "来信仅致谢，无诉求。"},
    "record_passing_receipt": {"receipt_no": "回1", "received_on": "2024-01-02"},
    "withdraw_disposition": {"reason": "信中另有诉求，应当转办。"},
    "rate_petition": {"query_code": "0000-0000-0000", "bureau_rating": "satisfied", "unit_rating": "satisfied"},
    "request_review": {"query_code": "0000-0000-0000", "level": "review", "reasons": "面积不符。"},
    "read_accusation": {"reason": "办理需要"},
    "report_dispute": {
        "found_by": "petition",
        "place": {"township_code": "640425100", "village_code": "640425100001"},
        "category": "010201",
        "found_on": "2025-01-01",
        "matter": "地界争议。",
    },
    "check_dispute": {"dispute_no": "JF2000-000001", "verdict": "real", "basis": "属实。"},
    "settle_dispute": {"dispute_no": "JF2000-000001", "level": "village", "result": "调解。", "evidence": "协议。"},
    "record_grid_item": {
        "kind": "petition_matter",
        "place": {"township_code": "640425100", "grid_code": "640425100001-01"},
        "noted_on": "2025-01-01",
    },
    "record_arrival": {"window": "1"},
    "call_visitor": {"visit_no": "JD2000-000001"},
    "finish_visit": {
        "visit_no": "JD2000-000001",
        "courtesies": ["smile"],
        "card": {"post": "接访员", "duty": "接待来访"},
    },
    "rate_window": {"query_code": "0000-0000-0000", "visit_no": "JD2000-000001", "window_rating": "satisfied"},
    "review_promise": {"visit_no": "JD2000-000001", "kept": True},
    "hold_joint_reception": {"units": ["dept_water", "township_caomiao"]},
    "answer_at_reception": {"joint_reception_no": "LH2000-000001", "answer": "settled", "words": "当场解决。"},
    "close_joint_reception": {"joint_reception_no": "LH2000-000001"},
    "book_room": {"room": "1", "on": "2030-01-02", "hour": 9},
    "cancel_room": {"booking_no": "none"},
    "record_statement": {"booking_no": "none", "statement": "诉说。", "read_back_confirmed": True},
    "finish_grid_item": {"item_no": "WG2000-000001", "outcome": "in_grid"},
    "upgrade_dispute": {"dispute_no": "JF2000-000001"},
    "link_dispute": {"dispute_no": "JF2000-000001"},
    "unmask_petition": {"reason": "电话核实情况"},
    "import_petitions": {"source_system": "region_platform", "rows": [{"信访件编号": "1"}]},
    "take_exchange_record": {"reason": "移交上级系统"},
    "pass_on_accusation": {
        "body": "县纪委监委",
        "passed_on_on": "2025-01-01",
        "receipt_no": "1",
        "informed": ["organisation_department"],
    },
    "route_case": {"mode": "transfer"},
    "sign_for_case": {},
    "raise_objection": {"reason_code": "not_our_power", "text": "不属本单位职权。"},
    "decide_objection": {"upheld": True, "text": "成立。"},
    "accept_case": {"track": 6, "notice_no": "1"},
    "decline_case": {
        "reason_code": "N5",
        "text": "不属本单位职权。",
        "notice_no": "1",
        "competent_unit": "dept_housing",
        "competent_body": None,
    },
    "set_responsibility": {"lead_leader": "P0001", "station": "dept_water", "person": "P0001", "due_on": "2030-01-01"},
    "extend_case": {"days": 30, "reason_code": "other", "reason": "需调查。", "notice_no": "1"},
    "record_agreement": {
        "form": "mediation",
        "terms": "a",
        "agreed_on": "2025-01-01",
        "document_no": "1",
        "petitioner_consents": True,
        "other_party_consents": True,
    },
    "record_investigation": {
        "form": "investigation_report",
        "document_no": "1",
        "held_on": "2025-01-01",
        "investigators": "a",
        "content": "b",
        "conclusion": "c",
    },
    "issue_opinion": {
        "request": "a",
        "facts_and_reasons": "b",
        "opinion": "c",
        "legal_basis": "d",
        "outcome": "support",
        "approved_by": "P0001",
    },
    "record_delivery": {"method": "direct", "delivered_on": "2025-01-01", "receipt_no": "1"},
    "record_notice_delivery": {
        "notice": "acceptance",
        "method": "direct",
        "delivered_on": "2025-01-01",
        "receipt_no": "1",
    },
    "complete_case": {"level": "county"},
    "confirm_case": {},
    "return_case": {"reason_code": "other", "text": "补充材料。", "due_on": "2030-01-01"},
    "invite_co_handler": {"unit": "dept_housing", "task": "a", "due_on": "2030-01-01"},
    "invite_participant": {"unit": "dept_housing", "capacity": "a", "invited_for": "2030-01-01"},
    "answer_part": {"answer": "a"},
    "withdraw_part": {"unit": "dept_housing", "text": "a"},
    "raise_competence_dispute": {"other_unit": "dept_housing", "position": "both_deny", "text": "a"},
    "decide_competence_dispute": {"unit": "dept_water", "text": "a"},
    "declare_recusal": {"person": "P0001", "text": "a"},
    "decide_recusal": {"person": "P0001", "granted": True, "text": "a"},
    "answer_suggestion": {"outcome": "adopted", "reply": "a", "approved_by": "P0001"},
    "refer_case": {"referred_to": "court", "document_no": "1", "text": "a"},
    "apply_for_extension": {"days": 5, "reason_code": "other", "reason": "a"},
    "decline_extension": {"reason": "a"},
    "call_handling_hearing": {
        "ground": "complex",
        "notice_no": "1",
        "hearing_on": "2030-01-01",
        "place": "a",
        "participants": "a",
    },
    "record_handling_paper": {
        "paper": "mediation_record",
        "document_no": "1",
        "held_on": "2025-01-01",
        "content": "a",
    },
    "record_performance": {"document_no": "1", "performed": True, "checked_on": "2025-01-01", "text": "a"},
    "record_execution": {"carried_out": True, "checked_on": "2025-01-01", "text": "a"},
    "record_care": {"care": "support", "given_on": "2025-01-01", "text": "a"},
    "reopen_on_new_facts": {"new_facts": "a", "comparison": "b", "due_on": "2030-01-01"},
    "save_list": {"name": "本周到期", "view": "due_within"},
    "share_list": {"name": "没有这个清单", "shared": True},
    "record_follow_up": {"method": "call", "reached": True, "score": "satisfied"},
    "order_rehandling": {"due_on": "2030-01-01", "reason_code": "petitioner_dissatisfied"},
    "read_follow_up": {"round": 1},
    "report_hand_down": {"result": "resolved"},
    "record_meeting": {
        "kind": "county_joint",
        "held_on": "2026-03-02",
        "chair": "县委副书记",
        "attendees": ["信访局"],
        "agenda": ["reports_heard"],
        "minutes": "听取汇报。",
    },
    "carry_out_decision": {"meeting_no": "none", "number": 1, "done_on": "2026-03-02", "evidence": "已办。"},
    "plan_reception": {"on": "2030-01-02", "leader": "P0001"},
    "attend_reception": {"on": "2030-01-02"},
    "acknowledge_reminder": {"quarter": "2026-Q1"},
    "close_reception": {"on": "2030-01-02", "batches": 0, "persons": 0, "results": "无人来访。"},
    "make_proposal": {
        "kind": "improve_work",
        "addressee": "dept_water",
        "document_no": "1",
        "grounds": "a",
        "proposal": "b",
    },
    "set_hand_down_details": {"leader": "P0001"},
    "record_issuer_verdict": {"issuer_verdict": "confirmed", "verdict_on": "2025-01-01"},
    "reopen_hand_down": {"new_facts": "a", "feedback_due_on": "2030-01-01"},
    "list_old_case": {"ground": "repeated_after_review", "basis": "a", "unit": "dept_water", "leader": "P0001"},
    "clear_old_case": {"evidence": "a"},
    "withdraw_old_case": {"reason": "a"},
    "record_incident": {"unit": "dept_water", "occurred_on": "2025-01-01", "account": "a", "evidence": "b"},
    "withdraw_incident": {"incident_no": "EX2025-0001", "reason": "a"},
    "mark_urgent": {"urgent_kind": "urgent", "competent_unit": "dept_water", "matter": "a"},
    "record_urgent_notice": {"urgent_no": "JJ2025-0001", "addressee": "government", "notice_method": "call"},
    "record_urgent_measure": {"urgent_no": "JJ2025-0001", "measure": "a"},
    "end_urgency": {"urgent_no": "JJ2025-0001", "proof": "a"},
    "answer_proposal": {"proposal_no": "JY2025-0001", "adoption": "adopted"},
    "open_suggested_supervision": {"suggestion_no": "none", "due_on": "2030-01-01"},
    "dismiss_suggestion": {"suggestion_no": "none", "reason": "事实不成立。"},
    "answer_urging": {"urging_no": "CB2000-0001", "text": "正在办理。"},
    "issue_criticism": {"urging_no": "CB2000-0001", "document_no": "1", "sign_off": "none", "due_on": "2030-01-01"},
    "waive_criticism": {"urging_no": "CB2000-0001", "reason": "已采取措施。"},
    "open_supervision": {"trigger": "D1", "unit": "dept_water", "due_on": "2030-01-01"},
    "reply_to_supervision": {"supervision_no": "DB2000-0001", "text": "已落实。"},
    "check_supervision": {"supervision_no": "DB2000-0001", "verdict": "carried_out", "evidence": "现场查看。"},
    "sign_accountability_proposal": {
        "supervision_no": "DB2000-0001",
        "document_no": "1",
        "addressee": "county_discipline",
        "consequence": "a",
    },
    "record_proposal_feedback": {"supervision_no": "DB2000-0001", "adoption": "adopted"},
    "open_campaign": {"kind": "grand_visit", "first_day": "2030-01-01", "last_day": "2030-01-31"},
    "record_campaign_coverage": {
        "campaign_no": "PC2000-0001",
        "village_code": "640425100001",
        "covered_on": "2026-03-02",
        "households": 1,
        "items_found": 0,
    },
    "close_campaign": {"campaign_no": "PC2000-0001", "report": "已走访。"},
    **BY_THOSE_ABOVE,
    **PETITION_RECORD,
    **STAFF_AND_INSPECTION,
    "clear_supervision": {"supervision_no": "DB2000-0001", "proof": "a"},
    "assign_leader": {"leader": "P0001", "mark": "key_matter", "reason": "a"},
    "hand_over_leader": {"leader": "P0002", "reason": "a"},
    "set_leader_task_force": {"members": [{"person": "P0001", "duty": "a"}]},
    "add_leader_task": {"text": "a", "owner": "P0001", "due_on": "2030-01-01"},
    "finish_leader_task": {"number": 1, "done_on": "2026-01-01", "evidence": "a"},
    "record_leader_act": {"act": "went_down", "held_on": "2026-01-01", "place": "a", "minutes": "b"},
    "name_key_village": {
        "village_code": "none",
        "entry_reason": "a",
        "head": "P0001",
        "members": [{"person": "P0001", "duty": "a"}],
        "review_on": "2030-01-01",
    },
    "review_key_village": {"village_code": "none", "findings": "a", "next_review_on": "2030-01-01"},
    "release_key_village": {"village_code": "none", "evidence": "a"},
    "record_problem": {"source": "big_visit", "matter": "a", "found_on": "2026-01-01"},
    "set_problem_responsibility": {
        "problem_no": "none",
        "lead_leader": "P0001",
        "station": "dept_water",
        "person": "P0001",
        "due_on": "2030-01-01",
        "measures": "a",
    },
    "start_problem": {"problem_no": "none"},
    "appraise_problem": {
        "problem_no": "none",
        "target": "a",
        "actual": "b",
        "done_on": "2026-01-01",
        "score": 90,
    },
    "approve_evidence_folder": {"year": 2025, "for_person": "P0001", "until_on": "2030-01-01", "reason": "a"},
    "approve_export": {"ledger": "problems", "for_person": "P0001", "until_on": "2030-01-01", "reason": "a"},
    "close_leader_case": {"result": "resolved", "proof": "a"},
}
"""For each command a request that says everything it must; those about a case name one that does not exist."""


def _request(command: Command) -> dict[str, Any]:
    data = dict(GOOD[command.name])
    return {"case_no": NOBODY, **data} if _is_about_a_case(command) else data


def _is_about_a_case(command: Command) -> bool:
    return "case_no" in command.schema().fields


def _asker(command: Command, county: County) -> tuple[str, str | None]:
    """A unit and an officer of it who may give the command."""
    if "*" in command.roles:
        return PORTAL, None
    for unit in (BUREAU, "dept_water", "county_leadership", "county_discipline"):
        for role in sorted(command.roles):
            try:
                return unit, county.officer(unit, role)
            except LookupError:
                continue
    raise AssertionError(f"nobody in the register may give {command.name}: {sorted(command.roles)}")


@pytest.fixture(scope="module")
def written(stack: WholeStack) -> Callable[[], dict[str, int]]:
    """How many documents each service's store holds, by collection; heartbeats and leases are no content."""
    client: MongoClient[dict[str, Any]] = MongoClient(stack.mongo_uri("admin"))

    def count() -> dict[str, int]:
        return {
            f"{service}.{name}": client[service][name].count_documents({})
            for service in ("intake", "assignment", "supervision", "metrics")
            for name in client[service].list_collection_names()
            if name not in ("heartbeats", "leases", "numbers", "guesses")
        }

    return count


Ask = Callable[..., Refused]


@pytest.fixture
def ask(client_of: Callable[[str], Client], written: Callable[[], dict[str, int]]) -> Ask:
    """Ask wrongly; gives the refusal, after making sure that it speaks both languages and nothing was written."""

    def asked(service: str, method: str, unit: str, actor: str | None, data: Any, **envelope: Any) -> Refused:
        before = written()
        client = client_of(unit)
        with pytest.raises(Refused) as caught:
            client.call(service, method, data, actor=actor, **{"key": str(uuid.uuid4()), **envelope})
        refusal = caught.value
        assert any("\u4e00" <= sign <= "\u9fff" for sign in refusal.zh), refusal.zh
        assert refusal.en and refusal.en != refusal.zh, refusal.en
        assert written() == before
        return refusal

    return asked


def test_every_command_has_a_sample() -> None:
    assert set(GOOD) == {command.name for _, command in COMMANDS}


@pytest.mark.parametrize(("service", "command"), COMMANDS, ids=NAMES)
def test_an_unknown_field_is_named(service: str, command: Command, ask: Ask, county: County) -> None:
    unit, actor = _asker(command, county)
    refusal = ask(service, command.name, unit, actor, {**_request(command), "surprise": 1})
    assert (refusal.code, refusal.field) == ("UNKNOWN_FIELD", "surprise")


@pytest.mark.parametrize(("service", "command"), COMMANDS, ids=NAMES)
def test_a_missing_field_is_named(service: str, command: Command, ask: Ask, county: County) -> None:
    unit, actor = _asker(command, county)
    required = [name for name, field in command.schema().fields.items() if field.required]
    for name in required:
        data = {key: value for key, value in _request(command).items() if key != name}
        refusal = ask(service, command.name, unit, actor, data)
        assert (refusal.code, refusal.field) == ("MISSING_FIELD", name)


@pytest.mark.parametrize(("service", "command"), COMMANDS, ids=NAMES)
def test_a_wrong_type_is_named(service: str, command: Command, ask: Ask, county: County) -> None:
    unit, actor = _asker(command, county)
    for name in _request(command):
        refusal = ask(service, command.name, unit, actor, {**_request(command), name: 3.5})
        assert refusal.code in ("WRONG_TYPE", "BAD_VALUE"), name
        assert (refusal.field or "").partition(".")[0] == name


@pytest.mark.parametrize(("service", "command"), COMMANDS, ids=NAMES)
def test_the_envelope_is_checked(service: str, command: Command, ask: Ask, county: County) -> None:
    unit, actor = _asker(command, county)
    data = _request(command)
    assert ask(service, command.name, unit, actor, data, key="k" * 201).code == "BAD_VALUE"
    assert ask(service, command.name, unit, "P9999", data).code == "ACTOR_UNKNOWN"
    if actor is not None:
        assert ask(service, command.name, unit, None, data).code == "MISSING_FIELD"
        stranger = county.officer("dept_audit", "auditor")
        refusal = ask(service, command.name, "dept_audit", stranger, data)
        assert refusal.code == "FORBIDDEN", "an auditor gives no commands"
        assert ask(service, command.name, unit, stranger, data).code == "ACTOR_UNKNOWN"


ABOUT_A_CASE = [(service, command) for service, command in COMMANDS if _is_about_a_case(command)]


@pytest.mark.parametrize(("service", "command"), ABOUT_A_CASE, ids=[f"{s}.{c.name}" for s, c in ABOUT_A_CASE])
def test_a_case_that_does_not_exist_is_not_found(service: str, command: Command, ask: Ask, county: County) -> None:
    unit, actor = _asker(command, county)
    refusal = ask(service, command.name, unit, actor, _request(command))
    expected = "CODE_NOT_ACCEPTED" if "query_code" in _request(command) else "NOT_FOUND"
    assert refusal.code == expected

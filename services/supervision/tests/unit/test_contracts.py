"""Every event this service can tell is what its contract says, and every contract has an event and an example."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from supervision_builders import (
    BUREAU,
    CASE_NO,
    DAY,
    DUE,
    HANDLER,
    ISSUED,
    LEADERSHIP,
    SETTINGS,
    UNITS,
    a_case,
    a_clock,
    an_attempt,
    closed,
    handled,
    nobody_reached,
)

from chassis.documents import to_wire
from chassis.repository import wire_name
from petition_supervision.domain import (
    appraisal_events,
    campaign_events,
    events,
    export_events,
    grade_events,
    hand_down_events,
    incident_events,
    inspection_events,
    inspector_events,
    joint_meeting_events,
    key_village_events,
    ladder_events,
    leader_events,
    letter_events,
    measure_events,
    meeting_events,
    old_case_events,
    problem_events,
    proposal_events,
    reception_events,
    staff_events,
    suggestion_events,
    urgent_events,
    urging_events,
)
from petition_supervision.domain.answers import RehandlingReason, ReportResult, Score
from petition_supervision.domain.follow_up_reading import Reading

CONTRACTS = Path(__file__).parents[2] / "contracts"
SCHEMAS = {path.name.removesuffix(".schema.json"): path for path in CONTRACTS.glob("*.schema.json")}
PARTS = (
    events.Evidence,
    campaign_events.CampaignKind,
    suggestion_events.Cause,
    urging_events.UrgingEnd,
    measure_events.MeasureKind,
)
TOLD_IN = (
    appraisal_events,
    campaign_events,
    events,
    export_events,
    grade_events,
    hand_down_events,
    incident_events,
    inspection_events,
    inspector_events,
    key_village_events,
    ladder_events,
    leader_events,
    measure_events,
    meeting_events,
    old_case_events,
    problem_events,
    proposal_events,
    reception_events,
    suggestion_events,
    urging_events,
    urgent_events,
    staff_events,
    joint_meeting_events,
    letter_events,
)
EVENTS = {
    wire_name(kind): kind
    for module in TOLD_IN
    for kind in vars(module).values()
    if isinstance(kind, type) and kind.__module__ == module.__name__ and kind not in PARTS
}
KEYS = {
    "staff_move_recorded": "move_no",
    "honour_recorded": "honour_no",
    "office_head_recorded": "office",
    "office_head_left": "office",
    "office_stands_vacant": "office",
    "appraisals_missed": "appraisal_year",
}
OF_A_CASE = {kind for kind in EVENTS.values() if kind.__module__ == events.__name__}
SUBJECTS = {
    campaign_events.__name__: {"campaign_no", "version"},
    events.__name__: {"case_no", "case_version"},
    grade_events.__name__: {"grade_no", "version"},
    ladder_events.__name__: {"supervision_no", "version"},
    leader_events.__name__: {"case_no", "case_version"},
    export_events.__name__: {"export_no", "version"},
    key_village_events.__name__: {"village_code", "version"},
    problem_events.__name__: {"problem_no", "version"},
    meeting_events.__name__: {"meeting_no", "version"},
    inspection_events.__name__: {"inspection_no", "version"},
    inspector_events.__name__: {"inspector_id", "version"},
    appraisal_events.__name__: {"appraisal_no", "version"},
    measure_events.__name__: {"measure_no", "version"},
    joint_meeting_events.__name__: {"joint_meeting", "version"},
    letter_events.__name__: {"case_no", "case_version"},
    proposal_events.__name__: {"proposal_no", "version"},
    hand_down_events.__name__: {"case_no", "case_version"},
    old_case_events.__name__: {"case_no", "case_version"},
    incident_events.__name__: {"incident_no", "version"},
    reception_events.__name__: {"reception_no", "version"},
    suggestion_events.__name__: {"suggestion_no", "version"},
    urging_events.__name__: {"urging_no", "version"},
    urgent_events.__name__: {"urgent_no", "version"},
}


def _subject(name: str) -> set[str]:
    """What an event is about: by its module, or by its own name where a module tells of several things."""
    key = KEYS.get(name.removesuffix(".v1"))
    return {key, "version"} if key else SUBJECTS[EVENTS[name].__module__]


def read(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(read(SCHEMAS[name]), format_checker=Draft202012Validator.FORMAT_CHECKER)


def everything_a_case_can_tell() -> list[object]:
    case = a_case(ISSUED)
    case.start_clock(a_clock())
    for now in (DUE - DAY, DUE):
        case.fire("K3", now, UNITS)
    case.move_clock("K3", DUE + 30 * DAY, DUE + DAY, True, "2026")
    closed(handled(case))
    case.fire("follow_up#1", DUE + 40 * DAY, UNITS)
    case.record_follow_up(nobody_reached())
    case.record_follow_up(an_attempt(Score.DISSATISFIED, promise_kept=False))
    read = Reading("P0001", LEADERSHIP, None, None, DUE + 41 * DAY)
    case.read_follow_up(1, read, None, SETTINGS)
    order_due = (DUE + 50 * DAY).date()
    case.order_rehandling("P0018", order_due, RehandlingReason.OTHER, DUE + 41 * DAY, SETTINGS)
    case.open_round(2, HANDLER)
    closed(handled(case)).record_follow_up(an_attempt())
    case.report_hand_down(ReportResult.RESOLVED, "P0018", DUE + 60 * DAY, UNITS)
    return case.pending


def test_every_event_has_a_contract_and_every_contract_an_event() -> None:
    assert set(SCHEMAS) == set(EVENTS)


def test_the_sample_tells_every_kind_of_event_of_a_case() -> None:
    assert {type(event) for event in everything_a_case_can_tell()} == OF_A_CASE


def test_everything_a_case_can_tell_satisfies_its_contract() -> None:
    for number, event in enumerate(everything_a_case_can_tell(), 1):
        data = {"case_no": CASE_NO, "case_version": number, **to_wire(event)}
        assert list(validator(wire_name(type(event))).iter_errors(data)) == []


@pytest.mark.parametrize("name", sorted(EVENTS))
def test_a_contract_names_the_fields_of_its_event_and_requires_all_but_those_added_later(name: str) -> None:
    fields = {field.name for field in dataclasses.fields(EVENTS[name])} | _subject(name)
    schema = read(SCHEMAS[name])

    assert set(schema["properties"]) == fields
    added = {name for name, field in schema["properties"].items() if field.get("added")}
    assert set(schema["required"]) == fields - added
    assert schema["additionalProperties"] is True


@pytest.mark.parametrize("name", sorted(EVENTS))
def test_a_contract_is_a_valid_schema_with_an_example_and_speaks_both_languages(name: str) -> None:
    schema = read(SCHEMAS[name])
    example = read(CONTRACTS / f"{name}.example.json")

    Draft202012Validator.check_schema(schema)
    assert list(validator(name).iter_errors(example)) == []
    for part in (schema, *schema["properties"].values()):
        assert any("\u4e00" <= sign <= "\u9fff" for sign in part["description"])
        assert any(sign.isascii() and sign.isalpha() for sign in part["description"])


def test_the_addressees_of_the_examples_are_units() -> None:
    missed = read(CONTRACTS / "deadline_missed.v1.example.json")

    assert (missed["unit"], missed["escalate_to"]) == (HANDLER, LEADERSHIP)
    assert read(CONTRACTS / "follow_up_overdue.v1.example.json")["owed_by"] == BUREAU

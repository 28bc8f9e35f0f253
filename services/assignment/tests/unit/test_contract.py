"""What this service tells, against its contracts: every event of every path validates, and so does every example."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from assignment_beside import (
    a_decision,
    a_dispute,
    a_dispute_decision,
    a_participation,
    a_recusal,
    a_recusal_decision,
    a_report_for_decision,
    a_taking_back,
    a_withdrawal,
    an_answer,
    an_application,
    an_invitation,
    followed_through,
    hearing_called,
    mediated_by_listed,
    succeeded,
    suggestion_delivered,
    supported,
)
from assignment_fakes import a_desk
from assignment_register import MEDIATORS, WARDENS, a_raw_register
from assignment_review import ReviewWorld, a_publication
from assignment_world import (
    MORNING,
    World,
    a_declining,
    a_notice_delivery,
    a_report,
    a_return,
    a_routing,
    an_agreement,
    an_extension,
    an_interview,
    an_objection,
)
from jsonschema import Draft202012Validator, FormatChecker

from petition_assignment.application import timekeeping
from petition_assignment.application.register_loading import load_register
from petition_assignment.domain import beside_commands as beside_asked
from petition_assignment.domain import (
    beside_events,
    events,
    follow_through_events,
    investigation_events,
    leadership_events,
    notice_events,
    publication_events,
    review_events,
)
from petition_assignment.domain import commands as asked
from petition_assignment.domain import review_commands as review_asked
from petition_assignment.domain.vocabulary import Mode

CONTRACTS = Path(__file__).parents[2] / "contracts"
SCHEMAS = sorted(CONTRACTS.glob("*.schema.json"))


def wire_name(event: object) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", type(event).__name__).lower() + ".v1"


def to_json(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case datetime():
            return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case dict():
            return {name: to_json(inner) for name, inner in value.items()}
        case list() | tuple():
            return [to_json(inner) for inner in value]
    return value


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((CONTRACTS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def returned() -> World:
    return World().completed().do(a_return(), "dispatcher")


def reported() -> World:
    return World().opened().decided().do(a_report_for_decision(), "dispatcher")


def bounced() -> World:
    world = World().routed(a_routing(mode=Mode.ASSIGN, feedback_due_on=date(2026, 5, 6)))
    return world.do(an_objection(), "water_signer").do(asked.DecideObjection(True, "同意"), "dispatcher")


def lapsed() -> World:
    world = World().confirmed().pass_days(40)
    timekeeping.lapse_rights(world.desk, 1)
    return world


PATHS: list[Callable[[], World]] = [
    mediated_by_listed,
    lambda: World().confirmed().order_rehandling(),
    lambda: World().in_handling().do(an_extension(), "water_head"),
    lambda: World().closed_on_spot().order_rehandling(),
    lambda: World().withdrawn(),
    lambda: World().disposed().routed_after_all(),
    lambda: World().signed().do(a_declining(), "water_handler"),
    lambda: World().opened(registered_by_unit="township_baiyang").decided(),
    lambda: World().accepted().do(an_agreement(), "water_handler"),
    lambda: World().accepted().do(an_interview(), "water_handler").do(a_report(), "water_handler"),
    lambda: World().accepted().do(a_notice_delivery(), "water_handler"),
    lambda: (
        World()
        .in_handling()
        .do(an_application(), "water_handler")
        .do(beside_asked.DeclineExtension("可按期办结"), "water_head")
    ),
    lambda: reported().do(a_decision(), "leader1"),
    lambda: reported().do(a_taking_back(), "dispatcher"),
    hearing_called,
    lambda: (
        World()
        .in_handling()
        .do(an_invitation(), "water_handler")
        .do(an_answer(), "housing_handler")
        .do(an_invitation(task="第二项"), "water_handler")
        .do(a_withdrawal(), "water_handler")
        .do(a_participation(), "water_handler")
    ),
    lambda: World().signed().do(a_dispute(), "water_head").do(a_dispute_decision(), "leader1"),
    lambda: World().accepted().do(a_recusal(), "water_signer").do(a_recusal_decision(), "water_head"),
    followed_through,
    suggestion_delivered,
    supported,
    lambda: succeeded(World().accepted()),
    lambda: succeeded(
        World().in_handling().do(an_invitation(unit="township_caomiao"), "water_handler"),
        "township_caomiao",
        "township_baiyang",
    ),
    returned,
    bounced,
    lambda: ReviewWorld().re_review_heard().decided_by_the_city().delivered_by_the_city().reopened(),
    lambda: (
        ReviewWorld()
        .heard_and_decided()
        .do(a_publication(), "city_head")
        .do(review_asked.WithdrawPublication("文本有误"), "city_head")
    ),
    lambda: ReviewWorld().requested().declined_by_the_county("other_procedure"),
    lapsed,
]


def everything_told() -> dict[str, list[dict[str, Any]]]:
    told: dict[str, list[dict[str, Any]]] = {}
    for path in PATHS:
        for case_no, sequence, event in path().desk.cases.told:
            body = {"case_no": case_no, "case_version": sequence, **to_json(asdict(event))}
            told.setdefault(wire_name(event), []).append(body)
    desk = a_desk(None, MORNING)
    load_register(desk, a_raw_register(wardens=WARDENS, mediators=MEDIATORS))
    body = {"register_id": "register", "version": 1, **to_json(asdict(desk.registers.published[0]))}
    told["register_published.v1"] = [body]
    told["grid_wardens_published.v1"] = [
        {"township_code": township, "version": 1, **to_json(asdict(wardens))}
        for township, wardens in desk.registers.wardens.items()
    ]
    return told


TOLD = everything_told()


def test_every_event_has_a_contract_and_every_contract_an_event():
    kinds = [
        kind
        for module in (
            events,
            investigation_events,
            leadership_events,
            notice_events,
            review_events,
            beside_events,
            follow_through_events,
            publication_events,
        )
        for kind in vars(module).values()
        if isinstance(kind, type) and kind.__module__ == module.__name__
    ]
    names = {re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", kind.__name__).lower() + ".v1" for kind in kinds}
    contracts = {path.name.removesuffix(".schema.json") for path in SCHEMAS}
    assert contracts == names | {"register_published.v1", "grid_wardens_published.v1"}
    assert set(TOLD) == contracts


@pytest.mark.parametrize("name", sorted(TOLD))
def test_what_is_told_satisfies_its_contract(name: str):
    check = validator(name)
    for body in TOLD[name]:
        assert [error.message for error in check.iter_errors(body)] == []


@pytest.mark.parametrize("name", sorted(TOLD))
def test_a_contract_knows_every_field_that_is_told(name: str):
    schema = json.loads((CONTRACTS / f"{name}.schema.json").read_text(encoding="utf-8"))
    for body in TOLD[name]:
        assert set(body) <= set(schema["properties"])


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_an_example_satisfies_its_contract_and_shows_every_field(path: Path):
    name = path.name.removesuffix(".schema.json")
    example = json.loads((CONTRACTS / f"{name}.example.json").read_text(encoding="utf-8"))
    check = validator(name)
    assert [error.message for error in check.iter_errors(example)] == []
    assert set(example) == set(check.schema["properties"])


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_a_contract_is_open_to_more_and_explains_itself_in_both_languages(path: Path):
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["additionalProperties"] is True
    for text in (schema["title"], schema["description"]):
        assert re.search(r"[\u4e00-\u9fff].* / [A-Za-z]", text)
    for field in schema["properties"].values():
        assert re.search(r"[\u4e00-\u9fff].* / ", field["description"])

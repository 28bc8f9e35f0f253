"""Each contract's example is an event as its schema promises, and shows every field."""

from __future__ import annotations

from datetime import date
from typing import Any

import jsonschema
import pytest

from chassis.event import parse_instant
from chassis.service import Service
from wire_catalogue.contracts import EventContract, read_contracts

CONTRACTS = read_contracts()
FORMATS = jsonschema.FormatChecker(formats=())


@FORMATS.checks("date-time", raises=ValueError)
def _is_instant(value: object) -> bool:
    return not isinstance(value, str) or parse_instant(value) is not None


@FORMATS.checks("date", raises=ValueError)
def _is_day(value: object) -> bool:
    return not isinstance(value, str) or date.fromisoformat(value) is not None


def test_every_service_that_others_follow_has_contracts(declared: list[Service]) -> None:
    followed = {source for service in declared for source in service.follows}

    assert followed
    assert {contract.producer for contract in CONTRACTS} == followed


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.type)
def test_the_schema_is_a_valid_schema_and_its_example_satisfies_it(contract: EventContract) -> None:
    jsonschema.Draft202012Validator.check_schema(contract.schema)
    validator = jsonschema.Draft202012Validator(contract.schema, format_checker=FORMATS)

    assert [error.message for error in validator.iter_errors(contract.example)] == []


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.type)
def test_the_example_shows_every_field_and_no_other(contract: EventContract) -> None:
    assert set(contract.example) == set(contract.schema["properties"])


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.type)
def test_the_schema_lets_a_later_producer_add_a_field(contract: EventContract) -> None:
    """Within a version fields are only added, so no schema forbids those it does not know."""
    validator = jsonschema.Draft202012Validator(contract.schema, format_checker=FORMATS)
    grown: dict[str, Any] = {**contract.example, "added_later": 1}

    assert [error.message for error in validator.iter_errors(grown)] == []


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.type)
def test_a_missing_required_field_or_a_wrong_type_is_found(contract: EventContract) -> None:
    validator = jsonschema.Draft202012Validator(contract.schema, format_checker=FORMATS)

    for name in contract.schema["required"]:
        without = {key: value for key, value in contract.example.items() if key != name}
        assert not validator.is_valid(without), name
        assert not validator.is_valid({**contract.example, name: {"of": ["another", "type"]}}), name


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.type)
def test_the_example_bears_its_place_in_the_stream(contract: EventContract) -> None:
    """Subject and sequence stand in the body too, for readers who keep the body alone."""
    places = (("case_no", "case_version"), ("register_id", "version"), ("supervision_no", "version"))
    subject, number = next(place for place in places if {*place} <= contract.example.keys())

    assert {subject, number} <= set(contract.schema["required"])
    assert isinstance(contract.example[subject], str) and contract.example[number] >= 1

"""One vocabulary: what goes on the wire stands in docs/glossary.md, and what stands there as being on the wire is."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from chassis.service import ANYONE, Service
from petition_assignment.domain.clocks import LIMITS
from petition_assignment.domain.register import ROLES, UNIT_KINDS
from wire_catalogue.contracts import EventContract
from wire_catalogue.declarations import commands_of, queries_of
from wire_catalogue.glossary import PLAIN_KINDS, Term, chinese_names
from wire_catalogue.requests import HAN, request_fields

Used = dict[str, set[str]]
STATUTORY_CLOCKS = {f"K{number}" for number in range(1, 15)}


@pytest.fixture(scope="module")
def used(root: Path, contracts: list[EventContract], declared: list[Service]) -> Used:
    """What is really on the wire, by the glossary's words for the kinds."""
    methods = [method for service in declared for method in (*commands_of(service), *queries_of(service))]
    units = root / "deploy" / "county" / "pengyang"
    return {
        "service": {service.name for service in declared},
        "event": {contract.name for contract in contracts},
        "command": {command.name for service in declared for command in commands_of(service)},
        "query": {query.name for service in declared for query in queries_of(service)},
        "role": {role for method in methods for role in method.roles} - ANYONE
        | {role for row in _rows(units / "people.csv") for role in row["roles"].split(";")},
        "unit kind": {row["kind"] for row in _rows(units / "units.csv")},
        "clock": set(LIMITS),
        "field": {field.name for contract in contracts for field in contract.fields()}
        | {field.path.rpartition(".")[2] for method in methods for field in request_fields(method.schema)},
    }


@pytest.fixture(scope="module")
def told_values(contracts: list[EventContract]) -> set[tuple[str, str]]:
    """(field, value) of every value an event schema lists."""
    return {(field.name, value) for contract in contracts for field in contract.fields() for value in field.values}


def test_the_glossary_says_nothing_twice(glossary: list[Term]) -> None:
    said = [(term.identifier, kind) for term in glossary for kind in (*term.kinds, *term.value_of)]

    assert sorted({one for one in said if said.count(one) > 1}) == []


def test_every_term_has_a_chinese_name(glossary: list[Term]) -> None:
    assert [term.identifier for term in glossary if not HAN.search(term.zh)] == []


@pytest.mark.parametrize("kind", [kind for kind in PLAIN_KINDS if kind != "field"])
def test_what_is_on_the_wire_stands_in_the_glossary_and_the_other_way_round(
    kind: str, used: Used, glossary: list[Term]
) -> None:
    explained = {term.identifier for term in glossary if kind in term.kinds}

    assert sorted(used[kind] - explained) == [], f"not in the glossary as {kind}"
    assert sorted(explained - used[kind]) == [], f"in the glossary as {kind}, but nowhere on the wire"


def test_every_statutory_clock_is_explained(glossary: list[Term]) -> None:
    assert sorted(STATUTORY_CLOCKS - {term.identifier for term in glossary}) == []


def test_every_value_of_every_event_is_explained(told_values: set[tuple[str, str]], glossary: list[Term]) -> None:
    explained = {(field, term.identifier) for term in glossary for field in term.value_of}

    assert sorted(told_values - explained) == []


def test_the_glossary_gives_a_field_no_value_it_never_has(
    told_values: set[tuple[str, str]], declared: list[Service], glossary: list[Term]
) -> None:
    asked_values = {
        (field.path.rpartition(".")[2], value)
        for service in declared
        for method in (*commands_of(service), *queries_of(service))
        for field in request_fields(method.schema)
        for value in field.values
    }
    explained = {(field, term.identifier) for term in glossary for field in term.value_of}

    assert sorted(explained - told_values - asked_values) == []


def test_the_glossary_names_no_field_that_is_nowhere(used: Used, glossary: list[Term]) -> None:
    assert sorted({term.identifier for term in glossary if "field" in term.kinds} - used["field"]) == []


def test_an_event_has_the_same_chinese_name_in_contract_and_glossary(
    contracts: list[EventContract], glossary: list[Term]
) -> None:
    explained = chinese_names(glossary, "event")
    titles = {contract.name: str(contract.schema["title"]) for contract in contracts}

    assert [name for name, title in titles.items() if explained.get(name, "?") not in title] == []


def test_roles_and_kinds_of_units_have_the_same_chinese_name_in_register_and_glossary(glossary: list[Term]) -> None:
    roles, kinds = chinese_names(glossary, "role"), chinese_names(glossary, "unit kind")

    assert {role: roles.get(role) for role in ROLES} == ROLES
    assert {kind: kinds.get(kind) for kind in UNIT_KINDS} == UNIT_KINDS


def test_a_role_that_is_asked_for_can_be_given(declared: list[Service]) -> None:
    """A command for a role that the register does not know is one that nobody may ever give."""
    asked = {
        role
        for service in declared
        for method in (*commands_of(service), *queries_of(service))
        for role in method.roles
    }

    assert sorted(asked - ANYONE - set(ROLES)) == []


def test_every_term_belongs_to_a_service_or_to_all(declared: list[Service], glossary: list[Term]) -> None:
    owners = {service.name for service in declared} | {"all", "county register", "workdays"}

    assert sorted({term.owner for term in glossary} - owners) == []


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

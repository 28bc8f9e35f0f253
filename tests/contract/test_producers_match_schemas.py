"""What a service's domain tells is what its contract says, field by field, value by value."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import types
import typing
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from typing import Any

import cattrs
import pytest

from chassis.documents import to_wire
from chassis.event import parse_instant
from chassis.repository import wire_name
from wire_catalogue.contracts import EventContract, Field, read_contracts, services

CONTRACTS = read_contracts()
POSITIONS = ({"case_no", "case_version"}, {"register_id", "version"}, {"supervision_no", "version"})
"""Subject and sequence in the body, which the repository adds to what the event says."""

NEVER_TOLD = {"accusation"}
"""Values an enumeration has that no event may (《信访工作条例》第三十条)."""

TYPES = {
    str: {"text"},
    int: {"whole number"},
    float: {"number"},
    bool: {"true/false"},
    datetime: {"instant"},
    date: {"day"},
    list: {"list"},
    tuple: {"list"},
    dict: {"object"},
}


def test_every_event_of_a_domain_has_a_contract_and_every_contract_an_event() -> None:
    told = {(service, wire_name(event)) for service in services() for event in _events(service)}

    assert told == {(contract.producer, contract.type) for contract in CONTRACTS}


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.type)
def test_the_event_has_the_fields_of_its_contract_and_no_other(contract: EventContract) -> None:
    event = _event_of(contract)
    names = {field.name for field in dataclasses.fields(event)}
    position = set(contract.schema["properties"]) - names

    assert position in POSITIONS
    assert names <= set(contract.schema["properties"])


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.type)
def test_every_field_has_the_type_and_the_values_its_contract_says(contract: EventContract) -> None:
    documented = {field.path: field for field in contract.fields()}
    different = [
        f"{path}: {fault}"
        for path, hint in _hints(_event_of(contract), "")
        for fault in _differences(hint, documented.get(path))
    ]

    assert different == []


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract.type)
def test_the_event_goes_on_the_wire_as_the_example_shows(contract: EventContract) -> None:
    event = _event_of(contract)
    names = {field.name for field in dataclasses.fields(event)}
    body = {name: value for name, value in contract.example.items() if name in names}

    assert to_wire(_READER.structure(body, event)) == body


def _events(service: str) -> list[type]:
    """Dataclasses of the service's `domain.events`, and of any other domain module that bear a contract's name."""
    promised = {contract.type for contract in CONTRACTS if contract.producer == service}
    package = importlib.import_module(f"petition_{service}.domain")
    found = {}
    for module in [module.name for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]:
        for kind in vars(importlib.import_module(module)).values():
            if isinstance(kind, type) and dataclasses.is_dataclass(kind) and kind.__module__ == module:
                told = module == f"{package.__name__}.events" and not _is_part_of_another(kind, module)
                if told or wire_name(kind) in promised:
                    found[wire_name(kind)] = kind
    return list(found.values())


def _is_part_of_another(kind: type, module: str) -> bool:
    others = [one for one in vars(importlib.import_module(module)).values() if dataclasses.is_dataclass(one)]
    return any(kind in _parts(hint) for other in others for hint in typing.get_type_hints(other).values())


def _event_of(contract: EventContract) -> type:
    found = [event for event in _events(contract.producer) if wire_name(event) == contract.type]
    assert len(found) == 1, f"{contract.producer} has no event class for {contract.type}"
    return found[0]


def _hints(event: type, path: str) -> Iterator[tuple[str, Any]]:
    for name, hint in typing.get_type_hints(event).items():
        if typing.get_origin(hint) is typing.ClassVar:
            continue
        yield f"{path}{name}", hint
        for part in _parts(hint):
            if dataclasses.is_dataclass(part):
                mark = "[]" if typing.get_origin(hint) in (list, tuple) else ""
                yield from _hints(typing.cast(type, part), f"{path}{name}{mark}.")


def _differences(hint: Any, field: Field | None) -> Iterator[str]:
    if field is None:
        yield "not in the contract"
        return
    documented = set(field.type.split(" or "))
    if ("null" in documented) != (type(None) in _parts(hint)):
        yield "one of event and contract says that it may be null"
    for part in _parts(hint) - {type(None)}:
        if isinstance(part, type) and issubclass(part, Enum):
            if set(field.values) != {str(member.value) for member in part} - NEVER_TOLD:
                yield f"values {sorted(field.values)} are not those of {part.__name__}"
        elif dataclasses.is_dataclass(part):
            if "object" not in documented and "list" not in documented:
                yield f"is an object, not {field.type}"
        elif part in TYPES and not TYPES[part] & documented and typing.get_origin(hint) not in (list, tuple):
            yield f"is {part.__name__}, not {field.type}"


def _parts(hint: Any) -> set[Any]:
    """The types a hint is made of: `list[Place] | None` -> Place, None."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType, list, tuple):
        return {part for inner in typing.get_args(hint) if inner is not Ellipsis for part in _parts(inner)}
    return {origin or hint}


_READER = cattrs.Converter()
_READER.register_structure_hook(datetime, lambda text, _: parse_instant(text))
_READER.register_structure_hook(date, lambda text, _: date.fromisoformat(text))

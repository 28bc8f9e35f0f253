"""What a producer promises is enough for each of its consumers, also when the producer adds fields."""

from __future__ import annotations

import copy
from datetime import UTC, datetime
from typing import Any

import marshmallow
import pytest

from chassis.service import Service, Subscription
from petition_metrics.domain.occurrence import Occurrence
from petition_metrics.domain.register import REGISTER_PUBLISHED, fold_register
from petition_metrics.domain.timeline import RULES, empty_timeline, fold
from wire_catalogue.contracts import EventContract, read_contracts
from wire_catalogue.declarations import declared_services

SUBSCRIPTIONS = [(service, one) for service in declared_services() for one in service.subscriptions]
MOMENT = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
NAMES = [f"{service.name} takes {one.source}.{one.type}" for service, one in SUBSCRIPTIONS]


@pytest.fixture(scope="module")
def by_type(contracts: list[EventContract]) -> dict[tuple[str, str], EventContract]:
    return {(contract.producer, contract.type): contract for contract in contracts}


@pytest.mark.parametrize(("service", "subscription"), SUBSCRIPTIONS, ids=NAMES)
def test_a_subscribed_event_is_one_its_producer_promises(
    service: Service, subscription: Subscription, by_type: dict[tuple[str, str], EventContract]
) -> None:
    assert subscription.source in service.follows
    assert (subscription.source, subscription.type) in by_type


@pytest.mark.parametrize(("service", "subscription"), SUBSCRIPTIONS, ids=NAMES)
def test_the_consumer_takes_the_producers_example_also_with_fields_nobody_knows(
    service: Service, subscription: Subscription, by_type: dict[tuple[str, str], EventContract]
) -> None:
    example = by_type[subscription.source, subscription.type].example

    subscription.schema(unknown=marshmallow.EXCLUDE).load(example)
    subscription.schema(unknown=marshmallow.EXCLUDE).load(with_strange_fields(example))


@pytest.mark.parametrize(("service", "subscription"), SUBSCRIPTIONS, ids=NAMES)
def test_the_consumer_needs_no_field_that_the_producer_may_leave_out(
    service: Service, subscription: Subscription, by_type: dict[tuple[str, str], EventContract]
) -> None:
    contract = by_type[subscription.source, subscription.type]
    least = {name: contract.example[name] for name in contract.schema["required"]}

    subscription.schema(unknown=marshmallow.EXCLUDE).load(least)


@pytest.mark.parametrize(("service", "subscription"), SUBSCRIPTIONS, ids=NAMES)
def test_the_consumer_takes_null_wherever_the_producer_may_say_null(
    service: Service, subscription: Subscription, by_type: dict[tuple[str, str], EventContract]
) -> None:
    for emptied in emptied_examples(by_type[subscription.source, subscription.type]):
        subscription.schema(unknown=marshmallow.EXCLUDE).load(emptied)


@pytest.mark.parametrize(("service", "subscription"), SUBSCRIPTIONS, ids=NAMES)
def test_the_consumer_takes_every_value_the_producer_may_give(
    service: Service, subscription: Subscription, by_type: dict[tuple[str, str], EventContract]
) -> None:
    contract = by_type[subscription.source, subscription.type]
    for name, definition in contract.schema["properties"].items():
        for value in definition.get("enum", ()):
            subscription.schema(unknown=marshmallow.EXCLUDE).load({**contract.example, name: value})


def test_metrics_reads_no_event_that_nobody_promises(by_type: dict[tuple[str, str], EventContract]) -> None:
    read = {(source, type) for source, rules in RULES.items() for type in rules} | {("assignment", REGISTER_PUBLISHED)}

    assert sorted(read - by_type.keys()) == []


@pytest.mark.parametrize("contract", read_contracts(), ids=lambda contract: contract.type)
def test_metrics_folds_every_event_as_promised_with_the_least_and_with_more_in_it(contract: EventContract) -> None:
    least = {name: contract.example[name] for name in contract.schema["required"]}
    for body in (contract.example, least, with_strange_fields(contract.example), *emptied_examples(contract)):
        occurrence = Occurrence(contract.producer, contract.type, "640425202603020001", 1, MOMENT, body)
        if contract.type == REGISTER_PUBLISHED:
            fold_register(None, occurrence)
        else:
            fold(empty_timeline(occurrence.subject), occurrence)


def emptied_examples(contract: EventContract) -> list[dict[str, Any]]:
    """The example once for each field that may be null, with that field null."""
    found = []
    for field in contract.fields():
        if "null" in field.type.split(" or ") and "[]" not in field.path:
            emptied = copy.deepcopy(dict(contract.example))
            *steps, name = field.path.split(".")
            inner: Any = emptied
            for step in steps:
                inner = inner[step]
            if inner is not None:
                inner[name] = None
                found.append(emptied)
    return found


def with_strange_fields(value: Any) -> Any:
    """The same with a field nobody knows in every object."""
    if isinstance(value, dict):
        return {**{name: with_strange_fields(inner) for name, inner in value.items()}, "added_later": 1}
    if isinstance(value, list):
        return [with_strange_fields(inner) for inner in value]
    return value

"""docs/rpc.md says what the services declare, and its examples can be sent."""

from __future__ import annotations

import re
from pathlib import Path

from chassis.refusal import CODES
from chassis.service import Service
from generate import generated_pages
from wire_catalogue.declarations import commands_of, queries_of, refusals_of
from wire_catalogue.requests import HAN, example_data, request_fields, summary


def test_the_rpc_reference_is_what_the_services_declare(root: Path) -> None:
    page = root / "docs" / "rpc.md"

    assert page.read_text(encoding="utf-8") == generated_pages()[page], "run `make docs`"


def test_every_method_says_what_it_does(declared: list[Service]) -> None:
    silent = [
        f"{service.name}.{method.name}"
        for service in declared
        for method in (*commands_of(service), *queries_of(service))
        if not summary(method.schema, method.handle)
    ]

    assert silent == []


def test_every_field_of_every_request_is_explained_in_both_languages(declared: list[Service]) -> None:
    unexplained = [
        f"{service.name}.{method.name}: {field.path}"
        for service in declared
        for method in (*commands_of(service), *queries_of(service))
        for field in request_fields(method.schema)
        if not (HAN.search(field.zh) and field.en)
    ]

    assert unexplained == []


def test_every_example_request_is_one_its_schema_takes(declared: list[Service]) -> None:
    for service in declared:
        for command in commands_of(service):
            command.schema().load(example_data(command.schema))


def test_every_refusal_has_one_sentence_in_each_language(declared: list[Service]) -> None:
    for service in declared:
        for refusal in refusals_of(service):
            assert re.fullmatch(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*", refusal.code), refusal
            assert HAN.search(refusal.zh), refusal
            assert refusal.en and not HAN.search(refusal.en), refusal


def test_codes_about_the_request_itself_are_the_chassis_s_alone(declared: list[Service]) -> None:
    """A service may word NOT_FOUND or STALE_VERSION its own way; what is wrong with a request it does not judge."""
    of_the_chassis = set(CODES) - {"NOT_FOUND", "STALE_VERSION"}
    taken = {f"{service.name}: {one.code}" for service in declared for one in refusals_of(service)}

    assert {one for one in taken if one.partition(": ")[2] in of_the_chassis} == set()

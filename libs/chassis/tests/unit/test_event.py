"""The envelope: what goes into a message comes out of it, and nothing else is taken for an event."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chassis.event import LAST_SEQUENCE, Event, Undecodable, format_instant, parse_instant

EVENT = Event(
    id="B1:7",
    source="boxes",
    type="item_put.v1",
    subject="B1",
    sequence=7,
    time=datetime(2026, 3, 1, 1, 2, 3, 456000, tzinfo=UTC),
    correlation_id="c-1",
    data={"item": "书", "number": 2},
)

TEXT = st.text(st.characters(codec="utf-8"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=10,
)


def test_headers_are_cloudevents_in_binary_mode() -> None:
    assert EVENT.to_headers() == {
        "cloudEvents:specversion": "1.0",
        "cloudEvents:id": "B1:7",
        "cloudEvents:source": "/boxes",
        "cloudEvents:type": "item_put.v1",
        "cloudEvents:subject": "B1",
        "cloudEvents:time": "2026-03-01T01:02:03.456Z",
        "cloudEvents:sequence": "0000000007",
        "cloudEvents:correlationid": "c-1",
        "cloudEvents:datacontenttype": "application/json",
    }


def test_the_body_is_the_data_alone_as_readable_json() -> None:
    assert EVENT.to_body() == '{"item":"书","number":2}'.encode()


def test_an_event_survives_the_message() -> None:
    assert Event.from_message(EVENT.to_headers(), EVENT.to_body()) == EVENT


def test_an_event_survives_the_store() -> None:
    assert Event.from_document(EVENT.to_document()) == EVENT


@settings(max_examples=40)
@given(data=st.dictionaries(TEXT, JSON), sequence=st.integers(1, LAST_SEQUENCE))
def test_any_data_survives_the_message(data: dict[str, Any], sequence: int) -> None:
    event = Event("i", "boxes", "t.v1", "s", sequence, EVENT.time, "", data)
    assert Event.from_message(event.to_headers(), event.to_body()) == event


def test_a_header_of_somebody_else_does_not_matter() -> None:
    headers = {**EVENT.to_headers(), "x-death": [{"count": 1}], "nameko.user_id": "7", "traceparent": "00-1"}
    assert Event.from_message(headers, EVENT.to_body()) == EVENT


@pytest.mark.parametrize("missing", ["id", "source", "type", "subject", "sequence", "time"])
def test_a_message_without_an_attribute_is_no_event_and_the_error_names_it(missing: str) -> None:
    headers = {name: value for name, value in EVENT.to_headers().items() if name != f"cloudEvents:{missing}"}
    with pytest.raises(Undecodable, match=missing):
        Event.from_message(headers, EVENT.to_body())


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b"null",
        b"\xff\xfe\xff",
        pytest.param(b"[" * 100_000, id="too deep"),
        pytest.param(b'{"a":' * 100_000, id="too deep object"),
    ],
)
def test_a_body_that_is_no_json_object_is_no_event(body: bytes) -> None:
    with pytest.raises(Undecodable):
        Event.from_message(EVENT.to_headers(), body)


@pytest.mark.parametrize(
    ("sequence", "readable"),
    [
        ("1", True),
        ("0000000001", True),
        (str(LAST_SEQUENCE), True),
        ("0", False),
        ("-1", False),
        (str(LAST_SEQUENCE + 1), False),
        ("1.5", False),
        ("one", False),
        ("9" * 5000, False),
        (None, False),
    ],
)
def test_a_sequence_counts_from_one_in_ten_digits(sequence: object, readable: bool) -> None:
    headers = {**EVENT.to_headers(), "cloudEvents:sequence": sequence}
    if readable:
        assert Event.from_message(headers, b"{}").sequence == int(str(sequence))
    else:
        with pytest.raises(Undecodable):
            Event.from_message(headers, b"{}")


@pytest.mark.parametrize("time", ["2026-03-01T01:02:03", "yesterday", "", 7])
def test_a_time_without_zone_or_sense_is_no_event(time: object) -> None:
    with pytest.raises(Undecodable):
        Event.from_message({**EVENT.to_headers(), "cloudEvents:time": time}, b"{}")


def test_no_headers_at_all_is_no_event() -> None:
    with pytest.raises(Undecodable):
        Event.from_message(None, json.dumps({}).encode())


def test_instants_are_written_in_utc_with_milliseconds() -> None:
    shanghai = timezone(timedelta(hours=8))
    assert format_instant(datetime(2026, 3, 1, 9, 2, 3, tzinfo=shanghai)) == "2026-03-01T01:02:03.000Z"
    assert parse_instant("2026-03-01T09:02:03+08:00") == datetime(2026, 3, 1, 1, 2, 3, tzinfo=UTC)

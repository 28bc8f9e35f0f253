"""The health pages, as an ordinary WSGI application."""

from __future__ import annotations

import json
from typing import Any

import pytest

from chassis.health import health_app


def get(path: str, **state: bool) -> tuple[str, str]:
    told: list[Any] = []
    app = health_app({name: lambda value=value: value for name, value in state.items()})
    body = b"".join(app({"PATH_INFO": path, "REQUEST_METHOD": "GET"}, lambda status, headers: told.append(status)))
    return told[0][:3], body.decode()


def test_live_needs_nothing_but_a_process() -> None:
    assert get("/live", store=False)[0] == "200"


@pytest.mark.parametrize(
    ("attached", "store", "status"), [(True, True, "200"), (True, False, "503"), (False, True, "503")]
)
def test_ready_needs_everything_and_says_what_is_missing(attached: bool, store: bool, status: str) -> None:
    code, body = get("/ready", attached=attached, store=store)
    assert code == status
    assert json.loads(body) == {"attached": attached, "store": store}


def test_metrics_are_in_the_exposition_format() -> None:
    code, body = get("/metrics")
    assert code == "200" and "# TYPE rpc_requests_total counter" in body


def test_there_is_nothing_else() -> None:
    assert get("/")[0] == "404"

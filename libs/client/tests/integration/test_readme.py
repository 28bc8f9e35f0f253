"""The example in the README runs as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from responder import Responder

README = Path(__file__).parents[2] / "README.md"


def test_the_example_runs(
    servers: object, broker: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    intake = Responder(broker, "intake")
    try:
        monkeypatch.setenv("BROKER_URI", servers.agency_uri(broker, "some_agency"))  # type: ignore[attr-defined]
        # The reader's own program, run the way the reader would run it.
        exec(compile(example, str(README), "exec"), {"__name__": "__main__"})  # noqa: S102
    finally:
        intake.close()
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == "640425202603010001" and len(shown) == 3
    filed = next(request for request in intake.requests if request["key"] == "web-form-2026-000417")
    assert filed["actor"] == "P0012" and filed["data"]["channel"] == "web"

"""Settings: each variable on both sides of what it may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from chassis.settings import SettingError, Settings

NEEDED = {"BROKER_URI": "amqp://a:b@host/v", "MONGO_URI": "mongodb://host"}


def read(**variables: str) -> Settings:
    return Settings.from_environment("boxes", {**NEEDED, **variables})


def test_two_variables_are_enough() -> None:
    settings = read()
    assert (settings.broker_uri, settings.mongo_uri) == ("amqp://a:b@host/v", "mongodb://host")
    assert (settings.mongo_database, settings.clock, settings.clock_file) == ("boxes", "system", None)
    assert (settings.http_host, settings.http_port, settings.log_level) == ("127.0.0.1", 0, "INFO")
    assert settings.retry_seconds == (2, 30, 300, 3600)


@pytest.mark.parametrize("missing", list(NEEDED))
def test_a_missing_server_is_named(missing: str) -> None:
    with pytest.raises(SettingError, match=missing):
        Settings.from_environment("boxes", {name: value for name, value in NEEDED.items() if name != missing})


def test_an_empty_variable_counts_as_not_set() -> None:
    assert read(LOG_LEVEL="", RETRY_SECONDS="", HTTP_PORT="", CLOCK_FILE="") == read()


def test_everything_can_be_said() -> None:
    settings = read(
        MONGO_DATABASE="d",
        HTTP_HOST="0.0.0.0",  # noqa: S104
        HTTP_PORT="8080",
        CLOCK="manual",
        CLOCK_FILE="/c",
        LOG_LEVEL="debug",
        START_DEADLINE_SECONDS="5",
        RETRY_SECONDS="0,1",
        RPC_WORKERS="1",
        BATCH_SIZE="1",
    )
    assert (settings.mongo_database, settings.http_port, settings.clock_file) == ("d", 8080, Path("/c"))
    assert (settings.log_level, settings.start_deadline_seconds, settings.retry_seconds) == ("DEBUG", 5, (0, 1))
    assert (settings.rpc_workers, settings.batch_size, settings.clock) == (1, 1, "manual")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTP_PORT", "-1"),
        ("HTTP_PORT", "eighty"),
        ("START_DEADLINE_SECONDS", "0"),
        ("RPC_WORKERS", "0"),
        ("RPC_WORKERS", "1.5"),
        ("BATCH_SIZE", "0"),
        ("RETRY_SECONDS", "1;2"),
        ("RETRY_SECONDS", "1,-2"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingError, match=name):
        read(**{name: value})

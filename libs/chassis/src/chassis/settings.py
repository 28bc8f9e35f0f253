"""Settings of one process, read once from the environment."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SECONDS_BETWEEN_TRIES = "2,30,300,3600"


class SettingError(Exception):
    """A setting is missing or cannot be read; the sentence says which one and what it should be."""


@dataclass(frozen=True)
class Settings:
    """What a process is told from outside. `from_environment` documents each variable by its use."""

    broker_uri: str
    mongo_uri: str
    mongo_database: str
    http_host: str
    http_port: int
    clock: str
    clock_file: Path | None
    log_level: str
    start_deadline_seconds: float
    retry_seconds: tuple[int, ...]
    rpc_workers: int
    batch_size: int
    master_key_file: Path | None = None

    @classmethod
    def from_environment(cls, service: str, environment: Mapping[str, str] = os.environ) -> Settings:
        """Read BROKER_URI, MONGO_URI, MONGO_DATABASE, HTTP_HOST, HTTP_PORT, CLOCK, CLOCK_FILE, LOG_LEVEL,
        START_DEADLINE_SECONDS, RETRY_SECONDS, RPC_WORKERS, BATCH_SIZE and MASTER_KEY_FILE.

        A missing or unreadable variable => SettingError naming it.
        """
        reader = _Reader(service, environment)
        clock_file, master_key_file = environment.get("CLOCK_FILE"), environment.get("MASTER_KEY_FILE")
        return cls(
            broker_uri=reader.needed("BROKER_URI"),
            mongo_uri=reader.needed("MONGO_URI"),
            mongo_database=environment.get("MONGO_DATABASE") or service,
            http_host=environment.get("HTTP_HOST") or "127.0.0.1",
            http_port=reader.whole("HTTP_PORT", 0, least=0),
            clock=environment.get("CLOCK") or "system",
            clock_file=Path(clock_file) if clock_file else None,
            log_level=reader.log_level(),
            start_deadline_seconds=reader.whole("START_DEADLINE_SECONDS", 60, least=1),
            retry_seconds=reader.retry_seconds(),
            rpc_workers=reader.whole("RPC_WORKERS", 20, least=1),
            batch_size=reader.whole("BATCH_SIZE", 100, least=1),
            master_key_file=Path(master_key_file) if master_key_file else None,
        )


@dataclass(frozen=True)
class _Reader:
    """Reads single variables; each method names the variable it could not read."""

    service: str
    environment: Mapping[str, str]

    def needed(self, name: str) -> str:
        value = self.environment.get(name)
        if not value:
            raise SettingError(f"{name} is not set: it says where the {self.service} service finds its servers")
        return value

    def whole(self, name: str, usual: int, least: int) -> int:
        raw = self.environment.get(name) or str(usual)
        try:
            value = int(raw)
        except ValueError as error:
            raise SettingError(f"{name} must be a whole number, not {raw!r}") from error
        if value < least:
            raise SettingError(f"{name} must be at least {least}, not {value}")
        return value

    def log_level(self) -> str:
        level = (self.environment.get("LOG_LEVEL") or "INFO").upper()
        if level not in logging.getLevelNamesMapping():
            raise SettingError(f"LOG_LEVEL must be DEBUG, INFO, WARNING or ERROR, not {level!r}")
        return level

    def retry_seconds(self) -> tuple[int, ...]:
        raw = self.environment.get("RETRY_SECONDS") or SECONDS_BETWEEN_TRIES
        try:
            seconds = tuple(int(part) for part in raw.split(","))
        except ValueError as error:
            raise SettingError(f"RETRY_SECONDS must be whole seconds separated by commas, not {raw!r}") from error
        if min(seconds) < 0:
            raise SettingError(f"RETRY_SECONDS must not be negative: {raw!r}")
        return seconds

"""Settings of one process, read once from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


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

    @classmethod
    def from_environment(cls, service: str, environment: Mapping[str, str] = os.environ) -> Settings:
        """Read BROKER_URI, MONGO_URI, MONGO_DATABASE, HTTP_HOST, HTTP_PORT, CLOCK, CLOCK_FILE, LOG_LEVEL,
        START_DEADLINE_SECONDS, RETRY_SECONDS, RPC_WORKERS and BATCH_SIZE.

        A missing or unreadable variable => SettingError naming it.
        """

        def needed(name: str) -> str:
            value = environment.get(name)
            if not value:
                raise SettingError(f"{name} is not set: it says where the {service} service finds its servers")
            return value

        def number(name: str, default: float) -> float:
            raw = environment.get(name) or str(default)
            try:
                return float(raw)
            except ValueError as error:
                raise SettingError(f"{name} must be a number, not {raw!r}") from error

        clock_file = environment.get("CLOCK_FILE")
        retry = environment.get("RETRY_SECONDS") or "2,30,300,3600"
        try:
            retry_seconds = tuple(int(part) for part in retry.split(","))
        except ValueError as error:
            raise SettingError(f"RETRY_SECONDS must be whole seconds separated by commas, not {retry!r}") from error
        return cls(
            broker_uri=needed("BROKER_URI"),
            mongo_uri=needed("MONGO_URI"),
            mongo_database=environment.get("MONGO_DATABASE") or service,
            http_host=environment.get("HTTP_HOST") or "127.0.0.1",
            http_port=int(number("HTTP_PORT", 0)),
            clock=environment.get("CLOCK") or "system",
            clock_file=Path(clock_file) if clock_file else None,
            log_level=environment.get("LOG_LEVEL") or "INFO",
            start_deadline_seconds=number("START_DEADLINE_SECONDS", 60),
            retry_seconds=retry_seconds,
            rpc_workers=int(number("RPC_WORKERS", 20)),
            batch_size=int(number("BATCH_SIZE", 100)),
        )

"""JSON logs on standard error: one object a line, the correlation id where there is one, and no personal data.

What an error says may quote the data it was about, so of an error only its type, its place in the code and, if it has
one, its code are written. Errors of the machinery (broker, network, store) speak of addresses and names, not of data,
and are written out.
"""

from __future__ import annotations

import logging
import sys
import traceback
import warnings
from typing import Any

from amqp.exceptions import AMQPError
from kombu.exceptions import KombuError
from pymongo.errors import ConnectionFailure, OperationFailure
from pythonjsonlogger.json import JsonFormatter

from chassis.bus import ConfirmTimeout
from chassis.settings import SettingError

MACHINERY: tuple[type[BaseException], ...] = (
    OSError,
    AMQPError,
    KombuError,
    ConnectionFailure,
    ConfirmTimeout,
    SettingError,
    SystemExit,
)
LONGEST = 500


def describe(error: BaseException) -> str:
    """What may be logged about an error: its type, and its words only when they cannot quote data."""
    name = type(error).__qualname__
    if isinstance(error, MACHINERY):
        return f"{name}: {error}"[:LONGEST]
    code = getattr(error, "code", None)
    told = [str(code)] if isinstance(code, str | int) else []
    if isinstance(error, OperationFailure) and error.details:
        told.append(str(error.details.get("codeName", "")))
    return f"{name} ({' '.join(told).strip()})" if told else name


class DiscreetFormatter(JsonFormatter):
    """Writes an exception as its chain of types with the places in the code, newest last, without its words."""

    def formatException(self, ei: Any) -> str:  # noqa: N802  # the name is logging's
        lines: list[str] = []
        error: BaseException | None = ei[1]
        while error is not None and len(lines) < LONGEST:
            frames = traceback.extract_tb(error.__traceback__)
            places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
            lines[:0] = [*places, describe(error)]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(lines)


def start_logs(level: str, service: str, process: str) -> None:
    """Send everything the process logs to standard error as JSON."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        DiscreetFormatter(
            ["asctime", "levelname", "name", "message"],
            rename_fields={"asctime": "at", "levelname": "level", "name": "logger"},
            static_fields={"service": service, "process": process},
            json_ensure_ascii=False,
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    logging.captureWarnings(True)
    warnings.simplefilter("once")
    for noisy in ("amqp", "kombu", "pymongo", "nameko"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, root.level))

"""Answers requests: checks who asks, checks what is asked, runs it in one transaction, keeps the answer.

The journal entry of a command is at once its audit entry (who, what, when) and the mark of its idempotency key with
the stored answer, so both are written with the command's effects or not at all.
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import marshmallow
import pymongo
from pymongo.read_concern import ReadConcern

from chassis.directory import Directory
from chassis.event import parse_instant
from chassis.logs import describe
from chassis.mongo import ANSWER_SECONDS, is_outage
from chassis.plain import NotPlain, check_plain, to_plain
from chassis.refusal import Refusal, from_domain, from_schema
from chassis.schemas import prepared
from chassis.service import Call, Command, Query, Service
from chassis.telemetry import REQUEST_SECONDS, REQUESTS
from chassis.unit_of_work import UnitOfWork, Units

log = logging.getLogger(__name__)

JOURNAL = "journal"
KEY_LENGTH = 200
UNNAMED = "discreet"
"""What metrics and logs call every method whose use is to stay unknown."""
ENVELOPE = frozenset({"actor", "key", "expected_version", "expires_at", "correlation_id", "data"})


class Desk:
    """The answering side of one service."""

    def __init__(self, service: Service, units: Units) -> None:
        self._service = service
        self._units = units
        self._directory = Directory(units.database)
        self._commands = {command.name: command for command in service.commands}
        self._queries = {query.name: query for query in service.queries}
        methods: tuple[Command | Query, ...] = (*service.commands, *service.queries)
        self._told_as = {method.name: UNNAMED if method.discreet else method.name for method in methods}

    def answer(self, method: str, caller: str | None, request: Mapping[str, Any]) -> dict[str, Any]:
        """The answer to one request; Refusal when it is refused, and then nothing was written."""
        started = time.monotonic()
        code = "OK"
        try:
            with pymongo.timeout(ANSWER_SECONDS):
                return self._answer(method, caller, request)
        except Refusal as refusal:
            code = refusal.code
            raise
        finally:
            told = self._told_as.get(method, method)
            REQUESTS.labels(self._service.name, told, code).inc()
            REQUEST_SECONDS.labels(self._service.name, told).observe(time.monotonic() - started)

    def _answer(self, method: str, caller: str | None, request: Mapping[str, Any]) -> dict[str, Any]:
        try:
            _check_envelope(request)
            if method in self._commands:
                return self._carry_out(self._commands[method], caller, request)
            query = self._queries[method]
            call = self._identify(query, caller, request)
            return _plain_answer(query.handle(self._units.database, call, _load(query.schema, request)))
        except Refusal:
            raise
        except self._service.refusals as error:
            raise from_domain(error) from error
        except Exception as error:
            if is_outage(error):
                told = self._told_as.get(method, method)
                log.warning("the store is away", extra={"method": told, "reason": describe(error)})
                raise Refusal.of("BUSY") from error
            reference = uuid.uuid4().hex[:12]
            told = self._told_as.get(method, method)
            log.exception("a request failed", extra={"method": told, "reference": reference})
            raise Refusal.of("INTERNAL", reference=reference) from error

    def _carry_out(self, command: Command, caller: str | None, request: Mapping[str, Any]) -> dict[str, Any]:
        """Run a command once per key.

        The key is looked up only when the transaction could not be written: a first request, the usual case, pays
        nothing for it, and a repeated one meets the journal's unique key or fails earlier, on the changed state.
        """
        key = request.get("key")
        if not isinstance(key, str) or not key:
            raise Refusal.of("KEY_MISSING", "key")
        if len(key) > KEY_LENGTH:
            raise Refusal.of("BAD_VALUE", "key", reason=f"longer than {KEY_LENGTH}")
        call = self._identify(command, caller, request)
        content = _content_hash(command.name, request)
        identifier = f"{call.caller}:{key}"
        data = _load(command.schema, request)
        try:
            answer = self._units.run(self._work(command, call, data, identifier, content), call.correlation_id)
        except Exception as error:
            kept = None if is_outage(error) else self._kept_answer(identifier)
            if kept is None:
                raise
            if kept["content"] != content:
                raise Refusal.of("KEY_REUSED", "key") from None
            answer = kept["answer"]
        return _plain_answer(command.finish(dict(answer))) if command.finish else answer

    def _kept_answer(self, identifier: str) -> dict[str, Any] | None:
        """The journal's entry of a key. Linearizable: the entry that was just in our way may be a moment old."""
        journal = self._units.database[JOURNAL].with_options(read_concern=ReadConcern("linearizable"))
        return journal.find_one({"_id": identifier})

    def _work(
        self, command: Command, call: Call, data: dict[str, Any], identifier: str, content: str
    ) -> Callable[[UnitOfWork], dict[str, Any]]:
        def work(uow: UnitOfWork) -> dict[str, Any]:
            answer = _plain_answer(command.handle(uow, call, data))
            uow.insert_first(
                JOURNAL,
                {
                    "_id": identifier,
                    "content": content,
                    "method": command.name,
                    "caller": call.caller,
                    "unit": call.unit,
                    "actor": call.actor,
                    "at": uow.now,
                    "written_at": datetime.now(UTC),
                    "correlation_id": call.correlation_id,
                    "answer": answer,
                },
            )
            return answer

        return work

    def _identify(self, method: Command | Query, caller: str | None, request: Mapping[str, Any]) -> Call:
        if not caller or ":" in caller:
            # The colon parts caller and key in the journal: nobody gets near another caller's keys by his own name.
            raise Refusal.of("CALLER_UNKNOWN", caller=caller or "?")
        actor = request.get("actor")
        unit = self._directory.unit_of(caller)
        roles = self._directory.roles_of(unit, actor, method.roles)
        return Call(
            caller=caller,
            unit=unit,
            actor=actor,
            roles=roles,
            key=request.get("key") or "",
            expected_version=request.get("expected_version"),
            now=self._units.clock.now(),
            correlation_id=request.get("correlation_id") or str(uuid.uuid4()),
        )


def _check_envelope(request: Mapping[str, Any]) -> None:
    unknown = sorted(set(request) - ENVELOPE)
    if unknown:
        raise Refusal.of("UNKNOWN_FIELD", unknown[0])
    for name in ("actor", "key", "expires_at", "correlation_id"):
        if not isinstance(request.get(name), str | None):
            raise Refusal.of("WRONG_TYPE", name)
    version = request.get("expected_version")
    if isinstance(version, bool) or not isinstance(version, int | None):
        raise Refusal.of("WRONG_TYPE", "expected_version")
    if not isinstance(request.get("data", {}), dict):
        raise Refusal.of("WRONG_TYPE", "data")
    try:
        check_plain(dict(request))
    except NotPlain as error:
        raise Refusal.of("BAD_VALUE", error.path.removeprefix("data."), reason=error.reason) from error
    if request.get("expires_at") is not None:
        try:
            expired = parse_instant(request["expires_at"]) <= datetime.now(UTC)
        except ValueError as error:
            raise Refusal.of("BAD_VALUE", "expires_at", reason=str(error)) from error
        if expired:
            raise Refusal.of("REQUEST_EXPIRED")


def _load(schema: type[marshmallow.Schema], request: Mapping[str, Any]) -> dict[str, Any]:
    try:
        loaded: dict[str, Any] = prepared(schema, marshmallow.RAISE).load(request.get("data", {}))
        return loaded
    except marshmallow.ValidationError as error:
        raise from_schema(error.normalized_messages()) from error


def _content_hash(method: str, request: Mapping[str, Any]) -> str:
    """What must be equal for a request to count as the same: the method, the officer and the data."""
    content = [method, request.get("actor"), request.get("expected_version"), request.get("data", {})]
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _plain_answer(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer as it goes out, today and when the same key comes again."""
    plain: dict[str, Any] = to_plain(answer)
    return plain

"""GET /live, /ready and /metrics of one process.

Live: the process turns. Ready: its consumers are attached and its store takes a journaled majority write.
"""

from __future__ import annotations

import json
import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pymongo
from prometheus_client import REGISTRY
from prometheus_client.exposition import make_wsgi_app
from pymongo.database import Database
from pymongo.errors import PyMongoError

from chassis.logs import describe

log = logging.getLogger(__name__)

BEAT_SECONDS = 3.0
FRESH_SECONDS = 10.0
COLLECTION = "heartbeats"


class StoreBeat:
    """Writes a heartbeat every few seconds; the store counts as writable while the last one is fresh."""

    def __init__(self, database: Database[dict[str, Any]], process: str) -> None:
        self._beats = database[COLLECTION]
        self._process = process
        self._last = float("-inf")

    def run(self, stop: threading.Event) -> None:
        while not stop.is_set():
            try:
                with pymongo.timeout(BEAT_SECONDS):
                    self._beats.update_one({"_id": self._process}, {"$currentDate": {"at": True}}, upsert=True)
                self._last = time.monotonic()
            except PyMongoError as error:
                log.warning("the store does not take writes", extra={"reason": describe(error)})
            stop.wait(BEAT_SECONDS)

    def fresh(self) -> bool:
        return time.monotonic() - self._last < FRESH_SECONDS


class _ThreadingServer(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _QuietHandler(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Scrapes every few seconds are no news."""


def health_app(checks: Mapping[str, Callable[[], bool]]) -> Callable[..., Iterable[bytes]]:
    """WSGI application; `checks` are what readiness means, by name."""
    metrics = make_wsgi_app(REGISTRY)

    def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "/")
        if path == "/metrics":
            exposed: Iterable[bytes] = metrics(environ, start_response)
            return exposed
        if path == "/live":
            status, body = "200 OK", {"live": True}
        elif path == "/ready":
            state = {name: check() for name, check in checks.items()}
            status, body = ("200 OK" if all(state.values()) else "503 Service Unavailable"), state
        else:
            status, body = "404 Not Found", {}
        start_response(status, [("Content-Type", "application/json")])
        return [json.dumps(body).encode()]

    return app


def serve(host: str, port: int, checks: Mapping[str, Callable[[], bool]]) -> WSGIServer:
    """Start the server in a daemon thread; the port is free or OSError."""
    server = make_server(host, port, health_app(checks), server_class=_ThreadingServer, handler_class=_QuietHandler)
    log.info("health and metrics are served", extra={"host": host, "port": server.server_port})
    threading.Thread(target=server.serve_forever, name="health", daemon=True).start()
    return server

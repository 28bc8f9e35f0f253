"""The service as it runs: its own processes on a real broker and store, events published as the producers do."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pymongo.database import Database

from chassis.clock import set_manual_clock
from chassis.event import Event
from chassis.mongo import open_mongo
from chassis.publisher import Fate, Outgoing, Publisher
from local_stack.testing.servers import Servers
from petition_client import Client
from petition_metrics.domain.occurrence import PRODUCERS, Occurrence

PORTS = range(24000, 24100)
PATIENCE = 60.0


def free_port() -> int:
    """A port below the range the system hands out by itself."""
    for port in random.sample(PORTS, len(PORTS)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise RuntimeError("no free port")


def wait_for(condition: Callable[[], bool], what: str) -> None:
    """Wait until something is so; not in a minute => AssertionError that says what was awaited."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)


class Process:
    """One process of the service."""

    def __init__(self, command: str, environment: dict[str, str], log: Path) -> None:
        self.port = free_port()
        self._log = log
        self._child = subprocess.Popen(
            [sys.executable, "-m", "petition_metrics", command],
            env={**environment, "HTTP_PORT": str(self.port)},
            stdin=subprocess.DEVNULL,
            stdout=log.open("ab"),
            stderr=subprocess.STDOUT,
        )
        try:
            wait_for(self._is_ready, f"{command} to be ready")
        except BaseException:
            self.kill()
            print(log.read_text(encoding="utf-8")[-4000:])
            raise

    def metrics(self) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/metrics", timeout=5) as answer:  # noqa: S310
            return str(answer.read().decode())

    def stop(self) -> int:
        """End it in order; its exit code."""
        self._child.send_signal(signal.SIGTERM)
        return self._child.wait(timeout=40)

    def kill(self) -> None:
        """End it as a power cut would."""
        self._child.kill()
        self._child.wait(timeout=10)

    def close(self) -> None:
        if self._child.poll() is None:
            self.kill()

    def _is_ready(self) -> bool:
        assert self._child.poll() is None, self._log.read_text(encoding="utf-8")[-4000:]
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/ready", timeout=2) as answer:  # noqa: S310
                return bool(answer.status == 200)
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return False


class Metrics:
    """The whole service in a corner of its own of the servers."""

    def __init__(self, servers: Servers, vhost: str, database: str, folder: Path) -> None:
        self._servers = servers
        self._vhost = vhost
        self._folder = folder
        self._processes: list[Process] = []
        for producer in PRODUCERS:
            servers.management.add_topic_exchange(urlsplit(vhost).path.removeprefix("/"), f"{producer}.events")
        self._publisher = Publisher(vhost)
        self._mongo = open_mongo(servers.mongo_uri, "metrics-component-test")
        self.store: Database[dict[str, Any]] = self._mongo[database]
        self.clock_file = folder / "clock"
        self._environment = {
            **os.environ,
            "BROKER_URI": servers.service_uri(vhost, "metrics"),
            "MONGO_URI": servers.mongo_uri,
            "MONGO_DATABASE": database,
            "CLOCK": "manual",
            "CLOCK_FILE": str(self.clock_file),
            "RETRY_SECONDS": "1",
        }

    def at(self, moment: Any) -> None:
        """Let it be `moment` for every process."""
        set_manual_clock(self.clock_file, moment)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A console command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "petition_metrics", *arguments],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def start(self, command: str) -> Process:
        process = Process(command, self._environment, self._folder / f"{command}-{len(self._processes)}.log")
        self._processes.append(process)
        return process

    def publish(self, occurrences: Iterable[Occurrence]) -> None:
        """Publish as the producers' relays do; every message must find a queue."""
        messages = []
        for one in occurrences:
            identifier = f"{one.subject}:{one.sequence}"
            event = Event(identifier, one.source, one.type, one.subject, one.sequence, one.time, "test", dict(one.data))
            messages.append(
                Outgoing(
                    f"{one.source}/{identifier}", f"{one.source}.events", one.type, event.to_body(), event.to_headers()
                )
            )
        for start in range(0, len(messages), 200):
            fates = self._publisher.publish(messages[start : start + 200])
            assert set(fates.values()) == {Fate.SAFE}

    def await_heard(self, number: int) -> None:
        """Wait until so many different events are in the log."""
        wait_for(lambda: self.store.event_log.count_documents({}) >= number, f"{number} events in the log")

    def ask(self, caller: str, method: str, data: dict[str, Any], actor: str | None = None) -> dict[str, Any]:
        """One query, as a unit's system."""
        with Client(self._servers.agency_uri(self._vhost, caller), timeout=20) as client:
            return json.loads(json.dumps(client.call("metrics", method, data, actor=actor)))

    def close(self) -> None:
        for process in self._processes:
            process.close()
        self._publisher.close()
        self._mongo.close()

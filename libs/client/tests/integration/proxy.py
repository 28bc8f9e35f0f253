"""A way to the broker that can be cut, or go dead without a word."""

from __future__ import annotations

import select
import socket
import threading
from contextlib import suppress


class Proxy:
    """Listens on a port of its own and passes everything on, until told otherwise."""

    def __init__(self, host: str, port: int) -> None:
        self._target = (host, port)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._pairs: list[tuple[socket.socket, socket.socket]] = []
        self._dead = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def cut(self) -> None:
        """Every open connection is reset; new ones are let through."""
        for pair in self._pairs:
            for end in pair:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def go_dead(self) -> None:
        """Nothing is passed on any more, and nobody is told."""
        self._dead = True

    def revive(self) -> None:
        self._dead = False

    def close(self) -> None:
        self._stop.set()
        self._thread.join(60)
        for end in [self._listener, *(end for pair in self._pairs for end in pair)]:
            end.close()

    def _run(self) -> None:
        while not self._stop.is_set():
            others = {end: other for pair in self._pairs for end, other in (pair, pair[::-1])}
            watched = [] if self._dead else [self._listener, *others]
            for end in select.select(watched, [], [], 0.02)[0]:
                if end is self._listener:
                    self._pairs.append((self._listener.accept()[0], socket.create_connection(self._target)))
                elif end in others:
                    self._pass_on(end, others[end])

    def _pass_on(self, end: socket.socket, other: socket.socket) -> None:
        try:
            data = end.recv(65536)
            if data:
                other.sendall(data)
                return
        except OSError:
            data = b""
        self._pairs = [pair for pair in self._pairs if end not in pair]
        for closed in (end, other):
            closed.close()

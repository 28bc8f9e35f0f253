"""A connection to the broker that never makes anybody wait for longer than was agreed.

A broker may be gone, or, worse, frozen: then its sockets stay open and nothing is answered. Hence every connection has
heartbeats, its reads and writes have a limit, and it is closed by closing its socket, because a polite goodbye waits
for an answer.
"""

from __future__ import annotations

from contextlib import suppress

from kombu import Connection
from kombu.exceptions import OperationalError

CONNECTION_ERRORS: tuple[type[Exception], ...] = (*Connection("amqp://").connection_errors, OSError)
CHANNEL_ERRORS: tuple[type[Exception], ...] = Connection("amqp://").channel_errors
HEARTBEAT_SECONDS = 10
CONNECT_SECONDS = 5
ANSWER_SECONDS = 5.0
"""How long one read or write may take. Holds for plain threads; a green socket ignores it and needs its own limit."""


class ConfirmTimeout(Exception):
    """The broker did not say in time what became of a message; it may or may not have arrived."""


BUS_ERRORS: tuple[type[Exception], ...] = (ConfirmTimeout, OperationalError, *CONNECTION_ERRORS, *CHANNEL_ERRORS)
"""What the bus does to us when it is away, frozen, or not set up: nothing is known, try again later."""


def open_connection(uri: str) -> Connection:
    """A connected connection, to the first of the URI's brokers that answers; none in time => one of BUS_ERRORS."""
    connection = Connection(
        uri,
        heartbeat=HEARTBEAT_SECONDS,
        connect_timeout=CONNECT_SECONDS,
        transport_options={"read_timeout": ANSWER_SECONDS, "write_timeout": ANSWER_SECONDS},
    )
    try:
        connection.ensure_connection(max_retries=max(len(connection.alt) - 1, 0), interval_start=0, interval_step=0)
    except BaseException:
        hard_close(connection)
        raise
    return connection


def drain(connection: Connection, seconds: float) -> bool:
    """Take in what the broker sends, at most one event, waiting up to `seconds`; False when nothing came.

    Two heartbeats missed => one of CONNECTION_ERRORS.
    """
    try:
        connection.drain_events(timeout=seconds)
    except TimeoutError:
        connection.heartbeat_check()
        return False
    return True


def hard_close(connection: Connection) -> None:
    """Close the socket at once. What was not acknowledged goes back to its queue; what was not confirmed is in doubt.

    The inner connection is taken from where kombu keeps it: its public property would connect anew.
    """
    inner = connection._connection
    connection._connection = None
    if inner is None:
        return
    transport = inner._transport
    if transport is not None and transport.sock is not None:
        sock, transport.sock = transport.sock, None
        with suppress(OSError):
            sock.close()
    inner.collect()

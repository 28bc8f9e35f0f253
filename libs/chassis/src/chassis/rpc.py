"""The nameko side: a service's commands and queries as RPC methods that survive what the broker does.

Differences to nameko's stock entrypoint, each for a reason seen in failure:
* the request queue is a quorum queue declared by the migration, so one dead broker node does not stop the service;
* the caller is the user the broker validated, and no header a client wrote means anything;
* an answer goes to its caller's own replies and nowhere else;
* an answer that cannot be sent puts the request back instead of killing the container; the stored answer makes the
  second run harmless;
* an unreadable request is answered, never silently acknowledged;
* a frozen broker is noticed, in whatever the consumer is just waiting for, and the connection made anew;
* errors travel as a stable code with field and sentences, not as a Python module path.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

import eventlet
from kombu import Queue
from kombu.exceptions import OperationalError
from nameko.constants import AMQP_URI_CONFIG_KEY, HEARTBEAT_CONFIG_KEY, MAX_WORKERS_CONFIG_KEY
from nameko.exceptions import IncorrectSignature, MalformedRequest, MethodNotFound
from nameko.extensions import DependencyProvider
from nameko.messaging import QueueConsumer
from nameko.rpc import Rpc, RpcConsumer

from chassis.bus import BUS_ERRORS, CONNECT_SECONDS, HEARTBEAT_SECONDS, hard_close
from chassis.desk import Desk
from chassis.logs import describe
from chassis.refusal import Refusal
from chassis.replies import Replies
from chassis.service import Service
from chassis.telemetry import Attachment
from chassis.topology import rpc_queue_name

log = logging.getLogger(__name__)

DESK = "DESK"
ATTACHED = "ATTACHED"
CALLER = "caller"
ATTACH_SECONDS = 2 * CONNECT_SECONDS
GOODBYE_SECONDS = 2.0
PAUSE_SECONDS = 1.0
"""Before a request goes back because its answer could not be sent: it comes again at once."""


class AttachTimeout(OSError):
    """The broker let us connect and then did not answer."""


class RequestQueueConsumer(QueueConsumer):
    """Consumes requests, reconnects whatever happens, and tells whether it is attached."""

    replies = Replies()
    _patience: eventlet.Timeout | None = None
    _pending_remove_providers: dict[Any, Any]

    @property
    def attached(self) -> Attachment:
        attachment: Attachment = self.container.config[ATTACHED]
        return attachment

    @contextmanager
    def establish_connection(self) -> Iterator[Any]:
        connection = self.create_connection()
        try:
            self._leave_if_told()
            self._connect(connection)
            self._patience = eventlet.Timeout(ATTACH_SECONDS, AttachTimeout("the broker does not answer"))
            yield connection
            with eventlet.Timeout(GOODBYE_SECONDS, False):
                connection.release()
        finally:
            self.attached.clear()
            self._stop_waiting()
            hard_close(connection)

    def _connect(self, connection: Any) -> None:
        """Try until the broker is there; an end to trying looks like a lost connection to kombu's loop."""
        try:
            connection.ensure_connection(self.on_connection_error, self.connect_max_retries)
        except OperationalError as error:
            raise AttachTimeout(str(error)) from error

    def on_consume_ready(self, connection: Any, channel: Any, consumers: Any, **kwargs: Any) -> None:
        self._stop_waiting()
        super().on_consume_ready(connection, channel, consumers, **kwargs)
        self.attached.set()

    def on_iteration(self) -> None:
        """Stop only when the workers are done: what they finish must still be acknowledged over this connection."""
        self._cancel_consumers_if_requested()
        if not self._consumers and not self.container._worker_pool.running():
            self.should_stop = True

    def on_connection_error(self, exc: Exception, interval: float) -> None:
        super().on_connection_error(exc, interval)
        self._leave_if_told()

    def on_decode_error(self, message: Any, exc: Exception) -> None:
        log.warning("a request cannot be read", extra={"reason": describe(exc)})
        self.container.spawn_managed_thread(partial(self.answer, message, Refusal.of("MALFORMED_REQUEST")))

    def answer(self, message: Any, outcome: Any) -> None:
        """Send the answer and acknowledge the request; if that fails the request goes back to its queue."""
        reply_to = own_reply_key(message.properties)
        try:
            if reply_to is not None:
                self.replies.send(reply_to, message.properties.get("correlation_id"), to_wire(outcome))
        except BUS_ERRORS as error:
            log.warning("the answer could not be sent, the request goes back", extra={"reason": describe(error)})
            eventlet.sleep(PAUSE_SECONDS)
            self.requeue_message(message)
        else:
            self.ack_message(message)

    def ack_message(self, message: Any) -> None:
        # A message whose connection is gone is back in its queue, and its second run finds the stored answer.
        with suppress(*BUS_ERRORS, AttributeError):
            super().ack_message(message)

    def requeue_message(self, message: Any) -> None:
        with suppress(*BUS_ERRORS, AttributeError):
            super().requeue_message(message)

    def _leave_if_told(self) -> None:
        """Without a connection there is nothing to cancel, and whoever waits for that would wait for the broker."""
        if self._pending_remove_providers:
            self._consumers.clear()
            for removed in self._pending_remove_providers.values():
                removed.send()
            self._pending_remove_providers = {}
            self.should_stop = True
            raise AttachTimeout("told to stop while the broker was away")

    def _stop_waiting(self) -> None:
        if self._patience is not None:
            self._patience.cancel()


def own_reply_key(properties: Mapping[str, Any]) -> str | None:
    """Where the answer goes; None if the caller wants none, or wants it sent to somebody else.

    The service may write to every queue of answers and of requests; a caller must not be able to borrow that right.
    So the key begins with the caller's validated name, or has no dot in it, as keys of requests have.
    """
    reply_to = properties.get("reply_to")
    caller = properties.get("user_id")
    if not reply_to or ("." in reply_to and not (caller and reply_to.startswith(f"{caller}."))):
        return None
    return str(reply_to)


def to_wire(outcome: Any) -> dict[str, Any]:
    """nameko's form of an answer; a refusal as an error with its code in `exc_type` and all of it in `refusal`."""
    if isinstance(outcome, MethodNotFound):
        outcome = Refusal.of("UNKNOWN_METHOD", method=str(outcome))
    elif isinstance(outcome, MalformedRequest | IncorrectSignature):
        outcome = Refusal.of("MALFORMED_REQUEST")
    elif isinstance(outcome, BaseException) and not isinstance(outcome, Refusal):
        log.error("an error without a code reached the wire", exc_info=outcome)
        outcome = Refusal.of("INTERNAL", reference="-")
    if not isinstance(outcome, Refusal):
        return {"result": outcome, "error": None}
    error = {"exc_type": outcome.code, "exc_path": "", "exc_args": [], "value": outcome.en}
    return {"result": None, "error": {**error, "refusal": outcome.to_wire()}}


class RequestConsumer(RpcConsumer):
    """Receives requests from the quorum queue and answers them."""

    queue_consumer = RequestQueueConsumer()
    queue: Queue | None

    def setup(self) -> None:
        if self.queue is None:
            self.queue = Queue(rpc_queue_name(self.container.service_name), durable=True, no_declare=True)
            self.queue_consumer.register_provider(self)
            self._registered = True

    def handle_result(self, message: Any, result: Any, exc_info: Any) -> Any:
        self.queue_consumer.answer(message, result if exc_info is None else exc_info[1])
        return result, exc_info


class Request(Rpc):
    """One RPC method. The broker-validated user replaces whatever a client put into the headers."""

    rpc_consumer = RequestConsumer()

    def handle_message(self, body: Any, message: Any) -> None:
        if not isinstance(body, dict) or body.get("args") != [] or not isinstance(body.get("kwargs"), dict):
            raise MalformedRequest("a request is an object with no args and with kwargs")
        super().handle_message(body, message)

    def unpack_message_headers(self, message: Any) -> dict[str, Any]:
        return {CALLER: message.properties.get("user_id")}


class DeskProvider(DependencyProvider):
    """Gives a worker the desk, bound to the caller of its message.

    A refusal is an ordinary answer, so it is returned rather than raised: nameko would log each as a failure.
    """

    def get_dependency(self, worker_ctx: Any) -> Any:
        desk: Desk = self.container.config[DESK]
        method = worker_ctx.entrypoint.method_name
        caller = worker_ctx.data.get(CALLER)

        def ask(request: dict[str, Any]) -> dict[str, Any] | Refusal:
            try:
                return desk.answer(method, caller, request)
            except Refusal as refusal:
                return refusal

        return ask


def nameko_class(service: Service) -> type:
    """The nameko service class of a declaration: one RPC method for each command and query."""

    def method_named(name: str) -> Any:
        def method(self: Any, **request: Any) -> Any:
            return self.desk(request)

        method.__name__ = name
        return Request.decorator(method)

    names = [*(command.name for command in service.commands), *(query.name for query in service.queries)]
    attributes = {"name": service.name, "desk": DeskProvider(), **{name: method_named(name) for name in names}}
    return type(f"{service.name.title()}Rpc", (), attributes)


def nameko_config(uri: str, workers: int, desk: Desk, attached: Attachment) -> dict[str, Any]:
    """What the container and the extensions above are told."""
    return {
        AMQP_URI_CONFIG_KEY: uri,
        MAX_WORKERS_CONFIG_KEY: workers,
        HEARTBEAT_CONFIG_KEY: HEARTBEAT_SECONDS,
        DESK: desk,
        ATTACHED: attached,
    }

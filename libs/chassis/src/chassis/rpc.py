"""The nameko side: a service's commands and queries as RPC methods that survive what the broker does.

Differences to nameko's stock entrypoint, each for a reason seen in failure:
* the request queue is a quorum queue declared by the migration, so one dead broker node does not stop the service;
* the caller is the user the broker validated, whatever the headers say;
* a reply that cannot be sent puts the request back instead of killing the container; the stored answer makes the
  second run harmless;
* an unreadable request is answered or set aside, never silently acknowledged;
* errors travel as a stable code with field and sentences, not as a Python module path.
"""

from __future__ import annotations

import logging
import sys
from typing import Any

import kombu.serialization
from kombu import Queue
from nameko.amqp.publish import Publisher as ReplyPublisher
from nameko.constants import AMQP_URI_CONFIG_KEY
from nameko.exceptions import IncorrectSignature, MalformedRequest, MethodNotFound
from nameko.extensions import DependencyProvider
from nameko.messaging import QueueConsumer
from nameko.rpc import Responder, Rpc, RpcConsumer, get_rpc_exchange

from chassis.desk import Desk
from chassis.publisher import CONNECTION_ERRORS
from chassis.refusal import Refusal
from chassis.service import Service
from chassis.telemetry import ATTACHED
from chassis.topology import rpc_queue_name

log = logging.getLogger(__name__)

DESK_CONFIG_KEY = "DESK"
CALLER = "caller"


class RequestQueueConsumer(QueueConsumer):
    """Consumes requests; tells whether it is attached; answers nothing it cannot read but does not lose it silently."""

    def on_connection_revived(self) -> None:
        super().on_connection_revived()
        ATTACHED.labels(rpc_queue_name(self.container.service_name)).set(0)

    def on_consume_ready(self, connection: Any, channel: Any, consumers: Any, **kwargs: Any) -> None:
        super().on_consume_ready(connection, channel, consumers, **kwargs)
        ATTACHED.labels(rpc_queue_name(self.container.service_name)).set(1)

    def on_connection_error(self, exc: Exception, interval: float) -> None:
        ATTACHED.labels(rpc_queue_name(self.container.service_name)).set(0)
        super().on_connection_error(exc, interval)

    def on_decode_error(self, message: Any, exc: Exception) -> None:
        log.error("an unreadable request was set aside", extra={"reason": repr(exc)})
        message.reject(requeue=False)


class CodedResponder(Responder):
    """Sends the answer, or the refusal with its code as `exc_type`."""

    class publisher_cls(ReplyPublisher):  # noqa: N801
        use_confirms = False

    def send_response(self, result: Any, exc_info: Any) -> Any:
        error = None
        if exc_info is not None:
            result, error = None, _error_to_wire(exc_info[1])
        elif isinstance(result, Refusal):
            result, error = None, _error_to_wire(result)
        properties = self.message.properties
        if not properties.get("reply_to"):
            return result, exc_info
        publisher = self.publisher_cls(self.amqp_uri, ssl=self.ssl, login_method=self.login_method)
        publisher.publish(
            {"result": result, "error": error},
            serializer=kombu.serialization.registry.type_to_name[properties["content_type"]],
            exchange=self.exchange,
            routing_key=properties["reply_to"],
            correlation_id=properties.get("correlation_id"),
        )
        return result, exc_info


def _error_to_wire(error: BaseException) -> dict[str, Any]:
    if isinstance(error, MethodNotFound):
        error = Refusal.of("UNKNOWN_METHOD", method=str(error))
    if isinstance(error, MalformedRequest | IncorrectSignature):
        error = Refusal.of("MALFORMED_REQUEST")
    if not isinstance(error, Refusal):
        log.error("an error without a code reached the wire", exc_info=error)
        error = Refusal.of("INTERNAL", reference="-")
    return {"exc_type": error.code, "exc_path": "", "exc_args": [], "value": error.en, "refusal": error.to_wire()}


class RequestConsumer(RpcConsumer):
    """Receives requests from the quorum queue and answers them."""

    queue_consumer = RequestQueueConsumer()

    def setup(self) -> None:
        if self.queue is None:
            self.queue = Queue(rpc_queue_name(self.container.service_name), durable=True, no_declare=True)
            self.queue_consumer.register_provider(self)
            self._registered = True

    def handle_result(self, message: Any, result: Any, exc_info: Any) -> Any:
        responder = CodedResponder(
            self.container.config[AMQP_URI_CONFIG_KEY], get_rpc_exchange(self.container.config), "json", message
        )
        try:
            result, exc_info = responder.send_response(result, exc_info)
        except CONNECTION_ERRORS as error:
            log.warning("the answer could not be sent, the request goes back", extra={"reason": repr(error)})
            self._give_back(message)
            return result, exc_info
        except Exception:
            exc_info = sys.exc_info()
            log.exception("the answer could not be sent, the request goes back")
            self._give_back(message)
            return result, exc_info
        self.queue_consumer.ack_message(message)
        return result, exc_info

    def _give_back(self, message: Any) -> None:
        try:
            self.queue_consumer.requeue_message(message)
        except CONNECTION_ERRORS:
            log.info("the broker has taken the request back by itself")


class Request(Rpc):
    """One RPC method. The broker-validated user replaces whatever a client put into the headers."""

    rpc_consumer = RequestConsumer()

    def unpack_message_headers(self, message: Any) -> dict[str, Any]:
        data: dict[str, Any] = super().unpack_message_headers(message)
        data[CALLER] = message.properties.get("user_id")
        return data


class DeskProvider(DependencyProvider):
    """Gives a worker the desk, bound to the caller of its message.

    A refusal is an ordinary answer, so it is returned rather than raised: nameko would log each as a failure.
    """

    def get_dependency(self, worker_ctx: Any) -> Any:
        desk: Desk = self.container.config[DESK_CONFIG_KEY]
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

    names = [endpoint.name for endpoint in (*service.commands, *service.queries)]
    attributes = {"name": service.name, "desk": DeskProvider(), **{name: method_named(name) for name in names}}
    return type(f"{service.name.title()}Rpc", (), attributes)

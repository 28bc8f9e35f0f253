"""The floor's service: stock nameko, one RPC method that does nothing."""

import os

import eventlet

eventlet.monkey_patch()

from nameko.containers import ServiceContainer  # noqa: E402
from nameko.rpc import rpc  # noqa: E402


class Echo:
    name = "echo"

    @rpc
    def nothing(self, **_request: object) -> dict[str, object]:
        return {"done": True}


container = ServiceContainer(Echo, {"AMQP_URI": os.environ["BROKER_URI"], "max_workers": 20})
container.start()
print("ready", flush=True)
container.wait()

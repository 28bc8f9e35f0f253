"""A stock nameko service, as anybody may write one: prints what it hears from `boxes`, one JSON line an event."""

import eventlet

eventlet.monkey_patch()

import json  # noqa: E402
import os  # noqa: E402

from nameko.containers import ServiceContainer  # noqa: E402
from nameko.events import event_handler  # noqa: E402


class Listener:
    name = "listener"

    @event_handler("boxes", "item_put.v1")
    def on_item_put(self, payload: dict[str, object]) -> None:
        print(json.dumps(payload), flush=True)


if __name__ == "__main__":
    container = ServiceContainer(Listener, {"AMQP_URI": os.environ["BROKER_URI"]})
    container.start()
    print("listening", flush=True)
    container.wait()

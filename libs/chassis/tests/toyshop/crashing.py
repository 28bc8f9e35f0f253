"""Processes that die at the worst moment: `python -m toyshop.crashing before-ack | before-mark`.

before-ack: a consumer that is killed after its transaction and before it acknowledges.
before-mark: a relay that is killed after the broker's confirm and before it marks the event as sent.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Sequence
from typing import Any

from chassis.clock import SystemClock
from chassis.consumer import EventConsumer
from chassis.mongo import open_mongo
from chassis.publisher import Fate, Outgoing, Publisher
from chassis.relay import Relay
from chassis.service import Service
from chassis.settings import Settings
from chassis.unit_of_work import Units
from toyshop.boxes.bootstrap import SERVICE as BOXES
from toyshop.shelf.bootstrap import SERVICE as SHELF


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class DiesBeforeAck(EventConsumer):
    def _process(self, batch: Sequence[Any], connection: Any) -> None:
        super()._process(batch, connection)
        die()


class DiesBeforeMark(Publisher):
    def publish(self, messages: Sequence[Outgoing]) -> dict[str, Fate]:
        fates = super().publish(messages)
        die()
        return fates


def open_units(service: Service, settings: Settings) -> Units:
    client = open_mongo(settings.mongo_uri, service.name)
    return Units(client, settings.mongo_database, SystemClock(), service.name)


def main() -> None:
    if sys.argv[1] == "before-ack":
        settings = Settings.from_environment(SHELF.name)
        units = open_units(SHELF, settings)
        consumer = DiesBeforeAck(
            SHELF, units, settings.broker_uri, Publisher(settings.broker_uri), settings.retry_seconds
        )
        consumer.run(threading.Event())
    else:
        settings = Settings.from_environment(BOXES.name)
        relay = Relay(open_units(BOXES, settings).database, BOXES.name, DiesBeforeMark(settings.broker_uri))
        relay.run(threading.Event())


if __name__ == "__main__":
    main()

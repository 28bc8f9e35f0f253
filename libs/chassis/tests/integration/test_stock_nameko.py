"""Any nameko service elsewhere can follow our events with its stock handler."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from toyshop.boxes.bootstrap import SERVICE as BOXES
from toyshop.running import TESTS, Corner

from chassis.publisher import Publisher
from chassis.relay import Relay


def test_a_stock_event_handler_gets_the_data_as_json(corner: Corner) -> None:
    corner.set_up(BOXES)
    listener = subprocess.Popen(
        [sys.executable, "-W", "ignore", str(TESTS / "toyshop" / "stock_listener.py")],
        env={**os.environ, "BROKER_URI": corner.vhost},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert listener.stdout is not None and listener.stdout.readline() == "listening\n"
        data = {"box_id": "B", "item": "书", "number": 1, "nothing": None, "nested": {"list": [1.5, True]}}
        corner.units("boxes").run(lambda uow: uow.publish("item_put.v1", "B", 1, data))
        assert Relay(corner.database("boxes"), "boxes", Publisher(corner.vhost)).relay_once() == (1, 0)
        assert json.loads(listener.stdout.readline()) == data
    finally:
        listener.kill()
        listener.wait()

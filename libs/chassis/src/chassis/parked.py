"""The console command `parked`: look at the messages set aside after all retries, and put them back."""

from __future__ import annotations

import sys

from chassis.parking import Parking
from chassis.publisher import Publisher
from chassis.service import Service
from chassis.settings import Settings
from chassis.store import open_store


def parked(service: Service, settings: Settings, arguments: list[str]) -> int:
    """`parked list`, `parked show ID`, `parked put-back ID|all`.

    0 done · 1 not there, or not accepted by the broker · 2 wrong command line.
    """
    with open_store(service, settings) as store:
        store.check()
        parking = Parking(store.database, service.name, store.seals)
        match arguments:
            case ["list"]:
                return _list(parking)
            case ["show", identifier]:
                return _show(parking, identifier)
            case ["put-back", which]:
                return _put_back(parking, which, Publisher(settings.broker_uri))
    print("usage: parked list | parked show ID | parked put-back ID|all", file=sys.stderr)
    return 2


def _list(parking: Parking) -> int:
    for entry in parking.list():
        kind = entry["headers"].get("cloudEvents:type", "?")
        subject = entry["headers"].get("cloudEvents:subject", "?")
        print(f"{entry['_id']}  {entry['parked_at']:%F %T}  {kind}  {subject}  {entry['error'][:100]!r}")
    return 0


def _show(parking: Parking, identifier: str) -> int:
    entry = parking.get(identifier)
    if entry is None:
        print(f"nothing is parked as {identifier}", file=sys.stderr)
        return 1
    for name, value in entry["headers"].items():
        print(f"{name}: {value}")
    print("", entry["body"].decode(errors="replace"), "", entry["error"], sep="\n")
    return 0


def _put_back(parking: Parking, which: str, publisher: Publisher) -> int:
    chosen = [entry["_id"] for entry in parking.list() if which in ("all", entry["_id"])]
    try:
        done = sum(parking.put_back(identifier, publisher) for identifier in chosen)
    finally:
        publisher.close()
    print(f"{done} of {len(chosen)} put back")
    return 0 if done == len(chosen) and (chosen or which == "all") else 1

"""Serial numbers of one kind and year, taken inside the transaction that uses them: no gap is ever left."""

from __future__ import annotations

from datetime import datetime

from chassis.unit_of_work import UnitOfWork
from workdays import local_day

NUMBERS = "numbers"


def next_serial(uow: UnitOfWork, kind: str, now: datetime) -> tuple[int, int]:
    """Year and serial; two who ask at once cannot both commit."""
    year = local_day(now).year
    key = f"{kind}:{year}"
    kept = uow.get(NUMBERS, key)
    serial = (kept["version"] if kept else 0) + 1
    uow.put(NUMBERS, {"_id": key, "version": serial})
    return year, serial

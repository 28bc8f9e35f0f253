"""The commands and queries of key villages: who may ask, and which use case answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chassis.service import ANYONE, Call, Query
from petition_supervision.adapters import key_village_views as kept
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.adapters.mongo_villages import read_village
from petition_supervision.adapters.views import Reader
from petition_supervision.application import key_villages
from petition_supervision.application.ports import Work
from petition_supervision.domain.errors import NotYourUnit
from petition_supervision.domain.key_village import KeyVillage
from petition_supervision.domain.key_village_errors import NotYourVillage, VillageUnknown
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.entrypoints import key_village_requests as requests
from petition_supervision.entrypoints.acting import by_officer

Data = dict[str, Any]
IN_CHARGE = frozenset({"dispatcher", "bureau_head", "county_leader"})


def _show(village: KeyVillage) -> Data:
    tenure = village.tenures[-1]
    return {
        "village_code": village.village_code,
        "version": village.version,
        "state": village.state.value,
        "review_on": tenure.review_on.isoformat(),
        "reviews": len(tenure.reviews),
    }


def get_key_village(reader: Reader, call: Call, data: Data) -> Data:
    village = kept.find_village(reader, data["village_code"])
    _check(reader, call.unit, village.township_code, village.tenures[-1].units)
    return kept.show_village(reader, village, call.now)


def list_village_cases(reader: Reader, call: Call, data: Data) -> Data:
    """Any village of the register, key village or not."""
    known = read_village(reader, data["village_code"])
    if known is None:
        raise VillageUnknown("village_code", village=data["village_code"])
    _check(reader, call.unit, known.township_code, set())
    return kept.list_cases(reader, **data)


def _check(reader: Reader, unit: str, township_code: str, task_force: set[str]) -> None:
    units = read_units(reader)
    if not units.sees_all(unit) and unit not in {units.township_at(township_code), *task_force}:
        raise NotYourVillage("village_code", unit=unit)


def queries_with(settings: SupervisionSettings) -> tuple[Query, ...]:
    """The queries, bound to how many key villages there may be."""

    def get_key_village_board(reader: Reader, call: Call, data: Data) -> Data:
        if not read_units(reader).sees_all(call.unit):
            raise NotYourUnit("actor", own=call.unit, unit="county_leadership")
        return kept.show_board(reader, most=settings.key_villages, now=call.now, **data)

    return (
        Query("get_key_village", requests.GetKeyVillage, get_key_village, ANYONE),
        Query("get_key_village_board", requests.GetKeyVillageBoard, get_key_village_board, ANYONE),
        Query("list_village_cases", requests.ListVillageCases, list_village_cases, ANYONE),
    )


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("name_key_village", requests.NameKeyVillage, by_officer(key_villages.name_key_village, _show), IN_CHARGE),
    ("review_key_village", requests.ReviewKeyVillage, by_officer(key_villages.review_key_village, _show), IN_CHARGE),
    ("release_key_village", requests.ReleaseKeyVillage, by_officer(key_villages.release_key_village, _show), IN_CHARGE),
)

"""The services as they declare themselves in their bootstrap modules."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from chassis.service import Command, Query, Service
from chassis.status import status_query
from wire_catalogue.contracts import services


@dataclass(frozen=True)
class RefusalCode:
    """One documented way a service says no."""

    code: str
    zh: str
    en: str


def declared_services() -> list[Service]:
    """Every service's declaration, by name."""
    return [importlib.import_module(f"petition_{name}.bootstrap").SERVICE for name in services()]


def commands_of(service: Service) -> list[Command]:
    return list(service.commands)


def queries_of(service: Service) -> list[Query]:
    """The service's own queries, and the one every service answers."""
    return [*service.queries, status_query(service)]


def refusals_of(service: Service) -> list[RefusalCode]:
    """Every code of the service's own refusals, by code; a class that only gathers others is left out."""
    roots = service.refusals if isinstance(service.refusals, tuple) else (service.refusals,)
    kinds: list[Any] = [kind for root in roots for kind in _with_subclasses(root) if _is_spoken(kind)]
    found = {kind.code: RefusalCode(kind.code, kind.zh, kind.en) for kind in reversed(kinds)}
    return [found[code] for code in sorted(found)]


def consumers(declared: list[Service], source: str, type: str) -> list[str]:
    """The services that act on this event; `(all)` marks one that takes every event of the source."""
    found = []
    for service in declared:
        if source in service.follows and any((s.source, s.type) == (source, type) for s in service.subscriptions):
            found.append(service.name)
        elif source in service.follows and service.every_event is not None:
            found.append(f"{service.name} (all)")
        elif service.directory == (source, type):
            found.append(service.name)
    return found


def _with_subclasses(kind: type) -> Iterator[type]:
    yield kind
    subclasses: list[type] = kind.__subclasses__()
    for inner in subclasses:
        yield from _with_subclasses(inner)


def _is_spoken(kind: type) -> bool:
    return all(isinstance(getattr(kind, name, None), str) for name in ("code", "zh", "en"))

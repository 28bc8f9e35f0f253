"""What a service declares about itself; the launcher runs it from this declaration alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import marshmallow
    from prometheus_client.registry import Collector
    from pymongo import IndexModel
    from pymongo.database import Database

    from chassis.event import Event
    from chassis.settings import Settings
    from chassis.unit_of_work import UnitOfWork, Units

    SchemaClass = type[marshmallow.Schema]

ANYONE: frozenset[str] = frozenset({"*"})
"""Roles value: any registered caller may ask, with or without naming an officer."""


@dataclass(frozen=True)
class Call:
    """Who asks for what, as far as the broker and the directory vouch for it."""

    caller: str
    unit: str
    actor: str | None
    roles: frozenset[str]
    key: str
    expected_version: int | None
    now: datetime
    correlation_id: str


@dataclass(frozen=True)
class Command:
    """An RPC method that changes something. `handle(uow, call, data) -> answer` runs in one transaction."""

    name: str
    schema: type[marshmallow.Schema]
    handle: Callable[[UnitOfWork, Call, dict[str, Any]], dict[str, Any]]
    roles: frozenset[str] | set[str]
    finish: Callable[[dict[str, Any]], dict[str, Any]] | None = None
    """Completes the stored answer on its way out, for parts of it that must never be stored (a secret)."""
    discreet: bool = False
    """How often it is asked is nobody's business: metrics and logs do not name it."""


@dataclass(frozen=True)
class Query:
    """An RPC method that only reads. `handle(reader, call, data) -> answer`."""

    name: str
    schema: type[marshmallow.Schema]
    handle: Callable[[Database[dict[str, Any]], Call, dict[str, Any]], dict[str, Any]]
    roles: frozenset[str] | set[str]
    discreet: bool = False
    """As of a command."""


@dataclass(frozen=True)
class Subscription:
    """What to do with one event type of one source. `handle(uow, event, data)` runs exactly once per event."""

    source: str
    type: str
    schema: SchemaClass
    handle: Callable[[UnitOfWork, Event, dict[str, Any]], None]


@dataclass(frozen=True)
class Timer:
    """Work by the clock. `run(units, now)` returns how much it did and is called again at once while that is > 0.

    `due(reader, now)` says how much there is to do at `now`; a driver of the manual clock waits until it is 0.
    """

    name: str
    every: float
    run: Callable[[Units, datetime], int]
    due: Callable[[Database[dict[str, Any]], datetime], int] | None = None


@dataclass(frozen=True)
class Service:
    """The declaration of one service."""

    name: str
    follows: Sequence[str] = ()
    indexes: Mapping[str, Sequence[IndexModel]] = field(default_factory=dict)
    commands: Sequence[Command] = ()
    queries: Sequence[Query] = ()
    subscriptions: Sequence[Subscription] = ()
    every_event: Callable[[UnitOfWork, Event], None] | None = None
    """Called for every event of every followed source, known type or not, before its subscription."""
    by_subject: Sequence[str] = ()
    """Collections whose documents carry an event's subject as `_id`: read in bulk before a batch is applied."""
    sealed: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Field paths by collection that the store gets sealed, so that no administrator and no backup can read them. No
    filter, index or projection may ask for what is inside one."""
    findable: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Sealed as well, but equal values alike, so that a filter finds them."""
    timers: Sequence[Timer] = ()
    refusals: type[Exception] | tuple[type[Exception], ...] = ()
    directory: tuple[str, str] | None = None
    """(source, event type) whose data carries `callers` and `people`: who may call, with which roles."""
    consoles: Mapping[str, Callable[[Settings, list[str]], int]] = field(default_factory=dict)
    collectors: Sequence[Callable[[Database[dict[str, Any]]], Collector]] = ()
    """Further Prometheus collectors, made from the service's database, shown by the worker process."""
    settings_check: Callable[[Settings], None] | None = None
    """Called first by every process: raise SettingError when something the service itself needs is not set."""

"""One handler for each event this service follows: the event becomes a fact of this context."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import Schema

from chassis.event import Event
from chassis.service import Subscription
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.mongo_work import MongoWork
from petition_supervision.application import campaigning, facts, handling_facts, house_duties, three_lists
from petition_supervision.application.ports import Work
from petition_supervision.domain.county_settings import CountySettings
from petition_supervision.domain.hand_down import Issued
from petition_supervision.domain.key_village import Village
from petition_supervision.domain.settings import SupervisionSettings
from petition_supervision.domain.unit_tree import Unit
from petition_supervision.entrypoints import handling_events, inbound

Data = dict[str, Any]
Take = Callable[[Work, Event, Data], None]


def on_petition_registered(work: Work, event: Event, data: Data) -> None:
    issued = Issued(**data["hand_down"]) if data["hand_down"] else None
    names = ("registered_by_unit", "registered_at", "anonymous", "received_at", "channel")
    told = {name: data[name] for name in names}
    registered = facts.Registered(**told, hand_down=issued, complained_of=data["complained_of_unit"])
    facts.registered(work, event.subject, registered)
    facts.filed(
        work,
        event.subject,
        facts.Filed(
            data["received_at"] or data["registered_at"],
            data["registered_level"],
            data["purpose"],
            data["skip_level"],
            data["place"].get("township_code"),
            data["place"].get("village_code"),
        ),
    )


def on_petition_reclassified(work: Work, event: Event, data: Data) -> None:
    place = data["place"]
    facts.refiled(work, event.subject, data["purpose"], place.get("township_code"), place.get("village_code"))


def on_register_published(work: Work, event: Event, data: Data) -> None:
    units = {
        row["code"]: Unit(row["kind"], row["superior"] or None, row["township_code"], row["name"])
        for row in data["units"]
    }
    villages = {row["code"]: Village(row["name"], row["township_code"]) for row in data["villages"]}
    facts.register_published(work, units, villages, CountySettings.from_register(data["settings"]))
    campaigning.register_published(work, {row["code"]: row["township_code"] for row in data["villages"]})
    house_duties.watch(work)


def on_grid_wardens_published(work: Work, event: Event, data: Data) -> None:
    work.wardens.replace(data["township_code"], [post["warden"] for post in data["posts"] if post["warden"]])


def on_dispute_found(work: Work, event: Event, data: Data) -> None:
    campaigning.dispute_found(work, data["campaign_no"], data["place"].get("village_code"))


def on_case_routed(work: Work, event: Event, data: Data) -> None:
    facts.routed(work, event.subject, data["unit"], data["mode"], event.time)


def on_case_succeeded(work: Work, event: Event, data: Data) -> None:
    facts.succeeded(work, event.subject, data["unit"], data["predecessor"])


def on_case_accepted(work: Work, event: Event, data: Data) -> None:
    facts.accepted(work, event.subject, data["unit"], event.time)


def on_opinion_delivered(work: Work, event: Event, data: Data) -> None:
    facts.opinion_delivered(work, event.subject, data["round"], data["delivered_on"], event.time)


def on_case_returned(work: Work, event: Event, data: Data) -> None:
    facts.returned(work, event.subject, data["round"], data["reason_code"], event.time)
    three_lists.return_told(work, event.subject, data["due_on"], event.time)


def on_responsibility_set(work: Work, event: Event, data: Data) -> None:
    three_lists.responsibility_told(work, event.subject, told_at=event.time, **data)
    handling_facts.moved(work, event.subject, event.time)


def on_case_completed(work: Work, event: Event, data: Data) -> None:
    facts.completed(work, event.subject)
    three_lists.completion_told(work, event.subject, data["completed_at"])


def on_case_confirmed(work: Work, event: Event, data: Data) -> None:
    facts.confirmed(work, event.subject, data["round"], data["unit"], data["confirmed_at"])


def on_case_closed_on_spot(work: Work, event: Event, data: Data) -> None:
    facts.settled_on_spot(work, event.subject, data["unit"], data["closed_at"])


def on_case_closed_withdrawn(work: Work, event: Event, data: Data) -> None:
    facts.withdrawn(work, event.subject, data["closed_at"])
    three_lists.completion_told(work, event.subject, data["closed_at"])


def on_round_opened(work: Work, event: Event, data: Data) -> None:
    facts.round_opened(work, event.subject, data["round"], data["unit"], event.time)


def on_clock_started(work: Work, event: Event, data: Data) -> None:
    facts.clock_started(work, event.subject, facts.ClockStarted(**data), told_at=event.time)


def on_clock_moved(work: Work, event: Event, data: Data) -> None:
    facts.clock_moved(work, event.subject, facts.ClockMoved(**data), told_at=event.time)


def on_clock_paused(work: Work, event: Event, data: Data) -> None:
    facts.clock_paused(work, event.subject, facts.ClockPaused(**data))


def on_clock_stopped(work: Work, event: Event, data: Data) -> None:
    facts.clock_stopped(work, event.subject, facts.ClockStopped(**data))


TABLE: tuple[tuple[str, str, type[Schema], Take], ...] = (
    ("intake", "petition_registered.v1", inbound.PetitionRegistered, on_petition_registered),
    ("intake", "petition_reclassified.v1", inbound.PetitionReclassified, on_petition_reclassified),
    ("intake", "dispute_found.v1", inbound.DisputeFound, on_dispute_found),
    ("assignment", "register_published.v1", inbound.RegisterPublished, on_register_published),
    ("assignment", "grid_wardens_published.v1", inbound.GridWardensPublished, on_grid_wardens_published),
    ("assignment", "case_routed.v1", inbound.CaseRouted, on_case_routed),
    ("assignment", "case_accepted.v1", inbound.OfUnit, on_case_accepted),
    ("assignment", "opinion_delivered.v1", inbound.OfRound, on_opinion_delivered),
    ("assignment", "case_returned.v1", inbound.CaseReturned, on_case_returned),
    ("assignment", "responsibility_set.v1", inbound.ResponsibilitySet, on_responsibility_set),
    ("assignment", "case_completed.v1", inbound.CaseCompleted, on_case_completed),
    ("assignment", "answer_delivered.v1", inbound.OfRound, on_opinion_delivered),
    ("assignment", "case_succeeded.v1", inbound.CaseSucceeded, on_case_succeeded),
    ("assignment", "case_confirmed.v1", inbound.CaseConfirmed, on_case_confirmed),
    ("assignment", "case_closed_on_spot.v1", inbound.CaseClosedOnSpot, on_case_closed_on_spot),
    ("assignment", "case_closed_withdrawn.v1", inbound.CaseClosedWithdrawn, on_case_closed_withdrawn),
    ("assignment", "round_opened.v1", inbound.RoundOpened, on_round_opened),
    ("assignment", "clock_started.v1", inbound.ClockStarted, on_clock_started),
    ("assignment", "clock_moved.v1", inbound.ClockMoved, on_clock_moved),
    ("assignment", "clock_paused.v1", inbound.ClockPaused, on_clock_paused),
    ("assignment", "clock_resumed.v1", inbound.ClockMoved, on_clock_moved),
    ("assignment", "clock_stopped.v1", inbound.ClockStopped, on_clock_stopped),
    *handling_events.TABLE,
)


def subscriptions(settings: SupervisionSettings) -> tuple[Subscription, ...]:
    """Every followed event with its handler, bound to the settings in force."""

    def bound(take: Take) -> Callable[[UnitOfWork, Event, Data], None]:
        return lambda uow, event, data: take(MongoWork(uow, settings), event, data)

    return tuple(Subscription(source, type, schema, bound(take)) for source, type, schema, take in TABLE)

"""One handler for each event of the handling that is watched for, or that may speak for supervision."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import Schema

from chassis.event import Event
from petition_supervision.application import handling_facts as facts
from petition_supervision.application.ports import Work
from petition_supervision.entrypoints import inbound

Data = dict[str, Any]
Take = Callable[[Work, Event, Data], None]


def on_case_signed_for(work: Work, event: Event, data: Data) -> None:
    facts.signed_for(work, event.subject, event.time)


def on_objection_raised(work: Work, event: Event, data: Data) -> None:
    facts.objection_raised(work, event.subject, data["unit"], event.time)


def on_step(work: Work, event: Event, data: Data) -> None:
    facts.moved(work, event.subject, event.time)


def on_opinion_issued(work: Work, event: Event, data: Data) -> None:
    facts.opinion_issued(work, event.subject, data["round"], data["outcome"], event.time)


def on_execution_recorded(work: Work, event: Event, data: Data) -> None:
    facts.execution_recorded(work, event.subject, data["unit"], data["carried_out"], event.time)


def on_agreement_recorded(work: Work, event: Event, data: Data) -> None:
    facts.agreement_recorded(work, event.subject, at=event.time, **data)


def on_performance_recorded(work: Work, event: Event, data: Data) -> None:
    facts.performance_recorded(work, event.subject, at=event.time, **data)


def on_co_handler_invited(work: Work, event: Event, data: Data) -> None:
    facts.co_handler_invited(work, event.subject, at=event.time, **data)


def on_part_over(work: Work, event: Event, data: Data) -> None:
    facts.part_over(work, event.subject, data["part_no"], event.time)


def on_part_handed_on(work: Work, event: Event, data: Data) -> None:
    facts.part_handed_on(work, event.subject, **data)


def on_review_decided(work: Work, event: Event, data: Data) -> None:
    facts.review_decided(work, event.subject, data["outcome"], data["changed_to"], event.time)


def on_petition_linked(work: Work, event: Event, data: Data) -> None:
    facts.filed_again(work, data["repeat_of"], event.time)


TABLE: tuple[tuple[str, str, type[Schema], Take], ...] = (
    ("intake", "petition_linked.v1", inbound.PetitionLinked, on_petition_linked),
    ("assignment", "case_signed_for.v1", inbound.CaseStep, on_case_signed_for),
    ("assignment", "objection_raised.v1", inbound.OfUnit, on_objection_raised),
    ("assignment", "case_extended.v1", inbound.CaseStep, on_step),
    ("assignment", "investigation_recorded.v1", inbound.CaseStep, on_step),
    ("assignment", "opinion_issued.v1", inbound.OpinionIssued, on_opinion_issued),
    ("assignment", "opinion_execution_recorded.v1", inbound.OpinionExecutionRecorded, on_execution_recorded),
    ("assignment", "agreement_recorded.v1", inbound.AgreementRecorded, on_agreement_recorded),
    ("assignment", "agreement_performance_recorded.v1", inbound.AgreementPerformanceRecorded, on_performance_recorded),
    ("assignment", "co_handler_invited.v1", inbound.CoHandlerInvited, on_co_handler_invited),
    ("assignment", "part_answered.v1", inbound.OfPart, on_part_over),
    ("assignment", "part_withdrawn.v1", inbound.OfPart, on_part_over),
    ("assignment", "part_handed_on.v1", inbound.PartHandedOn, on_part_handed_on),
    ("assignment", "review_decided.v1", inbound.ReviewDecided, on_review_decided),
)

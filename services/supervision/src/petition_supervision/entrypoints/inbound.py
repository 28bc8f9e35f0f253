"""This service's own reading of the events it follows: the fields it uses, nothing else; more is ignored."""

from __future__ import annotations

from marshmallow import Schema, fields


def _text() -> fields.String:
    return fields.String(required=True)


def _optional_text() -> fields.String:
    return fields.String(load_default=None, allow_none=True)


def _instant() -> fields.AwareDateTime:
    return fields.AwareDateTime(required=True, format="iso")


def _round() -> fields.Integer:
    return fields.Integer(load_default=1)


class HandedDown(Schema):
    issuer = _text()
    issuer_level = _text()
    document_no = _text()
    batch_name = _optional_text()
    feedback_due_on = fields.Date(required=True, format="iso")


class Place(Schema):
    township_code = _optional_text()
    village_code = _optional_text()


class PetitionReclassified(Schema):
    purpose = _text()
    place = fields.Nested(Place, load_default=dict, unknown="exclude")


class PetitionRegistered(Schema):
    channel = fields.String(load_default=None, allow_none=True)
    registered_by_unit = _text()
    registered_at = _instant()
    anonymous = fields.Boolean(load_default=False)
    received_at = fields.AwareDateTime(load_default=None, allow_none=True, format="iso")
    registered_level = fields.String(load_default="county")
    purpose = fields.String(load_default="appeal")
    skip_level = fields.Boolean(load_default=False)
    place = fields.Nested(Place, load_default=dict, unknown="exclude")
    complained_of_unit = _optional_text()
    hand_down = fields.Nested(HandedDown, load_default=None, allow_none=True, unknown="exclude")


class Unit(Schema):
    code = _text()
    kind = _text()
    superior = _optional_text()
    township_code = _optional_text()
    name = _optional_text()


class Village(Schema):
    code = _text()
    name = fields.String(load_default="")
    township_code = _text()


class RegisterPublished(Schema):
    units = fields.List(fields.Nested(Unit, unknown="exclude"), required=True)
    villages = fields.List(fields.Nested(Village, unknown="exclude"), load_default=list)
    settings = fields.Dict(load_default=dict)


class GridPost(Schema):
    warden = _optional_text()


class GridWardensPublished(Schema):
    township_code = _text()
    posts = fields.List(fields.Nested(GridPost, unknown="exclude"), required=True)


class CaseRouted(Schema):
    unit = _text()
    mode = fields.String(load_default="")


class CaseSucceeded(Schema):
    unit = _text()
    predecessor = fields.String(load_default="")


class OfUnit(Schema):
    """case_accepted, and other steps of which the unit is all that counts."""

    unit = _text()


class OfRound(Schema):
    """opinion_delivered, answer_delivered, case_returned."""

    round = _round()
    delivered_on = fields.Date(load_default=None, allow_none=True, format="iso")


class CaseConfirmed(Schema):
    round = _round()
    unit = _optional_text()
    confirmed_at = _instant()


class CaseClosedOnSpot(Schema):
    unit = _optional_text()
    closed_at = _instant()


class CaseClosedWithdrawn(Schema):
    closed_at = _instant()


class RoundOpened(Schema):
    round = fields.Integer(required=True)
    unit = _text()


class ClockStarted(Schema):
    clock_id = _text()
    kind = _text()
    unit = _text()
    started_at = _instant()
    due_at = _instant()
    provisional = fields.Boolean(load_default=False)
    calendar_version = _optional_text()
    round = _round()
    nature = _optional_text()


class ClockMoved(Schema):
    clock_id = _text()
    due_at = _instant()
    provisional = fields.Boolean(load_default=False)
    calendar_version = _optional_text()


class ClockPaused(Schema):
    clock_id = _text()
    paused_at = _instant()


class ClockStopped(Schema):
    clock_id = _text()
    stopped_at = _instant()
    reason_code = _optional_text()


class FoundIn(Schema):
    village_code = _optional_text()


class DisputeFound(Schema):
    campaign_no = _optional_text()
    place = fields.Nested(FoundIn, load_default=dict, unknown="exclude")


class ResponsibilitySet(Schema):
    unit = _text()
    lead_leader = _text()
    station = _text()
    person = _text()
    due_on = fields.Date(required=True, format="iso")


class CaseCompleted(Schema):
    completed_at = _instant()


class CaseReturned(OfRound):
    reason_code = _optional_text()
    due_on = fields.Date(load_default=None, allow_none=True, format="iso")


class CaseStep(Schema):
    """case_signed_for, case_extended, investigation_recorded: that it happened is all that counts."""


class OpinionIssued(Schema):
    round = _round()
    outcome = _text()


class OpinionExecutionRecorded(Schema):
    unit = _text()
    carried_out = fields.Boolean(required=True)


class AgreementRecorded(Schema):
    unit = _text()
    document_no = _text()
    perform_by = fields.Date(load_default=None, allow_none=True, format="iso")


class AgreementPerformanceRecorded(Schema):
    unit = _text()
    document_no = _text()
    performed = fields.Boolean(required=True)


class CoHandlerInvited(Schema):
    unit = _text()
    part_no = fields.Integer(required=True)
    due_on = fields.Date(required=True, format="iso")


class OfPart(Schema):
    """part_answered, part_withdrawn."""

    part_no = fields.Integer(required=True)


class PartHandedOn(OfPart):
    unit = _text()
    predecessor = _text()


class ReviewDecided(Schema):
    outcome = _text()
    changed_to = _optional_text()


class PetitionLinked(Schema):
    decision = _text()
    repeat_of = _optional_text()

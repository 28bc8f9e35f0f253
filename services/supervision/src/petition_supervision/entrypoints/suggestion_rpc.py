"""Suggestions to supervise: what is asked, who may ask, and which use case answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marshmallow import Schema, fields, validate

from chassis.service import Call, Query
from petition_supervision.adapters import mongo_suggestions as kept
from petition_supervision.adapters import views
from petition_supervision.adapters.mongo_units import read_units
from petition_supervision.application import suggesting
from petition_supervision.application.ports import Work
from petition_supervision.application.reading import unit_to_list
from petition_supervision.domain.ladder import Trigger
from petition_supervision.domain.suggestion import Suggestion, SuggestionState
from petition_supervision.entrypoints.acting import officer_of
from petition_supervision.entrypoints.ladder_rpc import SUPERVISORS
from petition_supervision.entrypoints.questions import Paged

Data = dict[str, Any]


def _suggestion_no() -> fields.String:
    return fields.String(
        required=True,
        validate=validate.Length(1, 100),
        metadata={"zh": "督办提示编号，见 list_suggestions", "en": "number of the suggestion, see list_suggestions"},
    )


class OpenSuggestedSupervision(Schema):
    """按督办提示立项。Puts the unit on the supervision ledger for what was suggested."""

    suggestion_no = _suggestion_no()
    owner = fields.String(
        load_default=None,
        allow_none=True,
        validate=validate.Length(1, 38),
        metadata={"zh": "督查责任人；不填为立项人", "en": "person in charge; the one who opens it when left out"},
    )
    due_on = fields.Date(
        required=True, format="iso", metadata={"zh": "落实期限，晚于今天", "en": "last day to act, after today"}
    )


class DismissSuggestion(Schema):
    """不予立项，须写明理由。Dismisses a suggestion, with the reason."""

    suggestion_no = _suggestion_no()
    reason = fields.String(
        required=True, validate=validate.Length(1, 2000), metadata={"zh": "不予立项的理由", "en": "why not"}
    )


class ListSuggestions(Paged):
    """督办提示清单，附所依据的事实；系统只提示单位，由人决定。Suggestions with the facts they rest on."""

    state = fields.Enum(
        SuggestionState,
        by_value=True,
        load_default=SuggestionState.OPEN,
        metadata={
            "zh": "待决定 open、已立项 taken_up、不予立项 dismissed；不填为待决定",
            "en": "open, taken up or dismissed; open when left out",
        },
    )
    unit = fields.String(
        load_default=None,
        allow_none=True,
        metadata={"zh": "单位代码；非信访局、县领导只能查本单位", "en": "unit code; other units see their own only"},
    )
    trigger = fields.Enum(
        Trigger,
        by_value=True,
        load_default=None,
        allow_none=True,
        metadata={"zh": "督办情形 D4 至 D7；不填为全部", "en": "D4 to D7; all when left out"},
    )


def open_suggested_supervision(work: Work, call: Call, data: Data) -> Data:
    return _standing(suggesting.open_suggested_supervision(work, officer_of(call), **data))


def dismiss_suggestion(work: Work, call: Call, data: Data) -> Data:
    return _standing(suggesting.dismiss_suggestion(work, officer_of(call), **data))


def list_suggestions(reader: views.Reader, call: Call, data: Data) -> Data:
    unit = unit_to_list(read_units(reader), call.unit, data.pop("unit"))
    return kept.list_suggestions(reader, unit=unit, **data)


def _standing(suggestion: Suggestion) -> Data:
    return {
        "suggestion_no": suggestion.suggestion_no,
        "version": suggestion.version,
        "state": suggestion.state.value,
        "supervision_no": suggestion.supervision_no,
    }


COMMANDS: tuple[tuple[str, type, Callable[[Work, Call, Data], Data], frozenset[str]], ...] = (
    ("open_suggested_supervision", OpenSuggestedSupervision, open_suggested_supervision, SUPERVISORS),
    ("dismiss_suggestion", DismissSuggestion, dismiss_suggestion, SUPERVISORS),
)

QUERIES: tuple[Query, ...] = (Query("list_suggestions", ListSuggestions, list_suggestions, SUPERVISORS),)

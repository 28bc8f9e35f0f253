"""Suggestions to supervise in MongoDB, and what the query asks of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chassis.documents import document_converter, to_wire
from chassis.pages import page
from chassis.repository import Repository
from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.collections import SUGGESTIONS
from petition_supervision.adapters.views import Page, Reader
from petition_supervision.domain.ladder import Trigger
from petition_supervision.domain.suggestion import Suggestion, SuggestionState

_CONVERTER = document_converter(Suggestion)


class MongoSuggestions:
    """`call`: whose expected version is checked."""

    def __init__(self, uow: UnitOfWork, call: Call | None = None) -> None:
        self._call = call
        self._kept = Repository(uow, SUGGESTIONS, Suggestion, key="suggestion_no", wire=("suggestion_no", "version"))

    def require(self, suggestion_no: str) -> Suggestion:
        return self._kept.require(suggestion_no, self._call)

    def save(self, suggestion: Suggestion) -> None:
        self._kept.save(suggestion)


def list_suggestions(
    reader: Reader,
    state: SuggestionState,
    unit: str | None,
    trigger: Trigger | None,
    limit: int,
    cursor: str | None,
) -> Page:
    """Suggestions in this state with the facts they rest on, the oldest first."""
    wanted: dict[str, Any] = {"state": state.value}
    if unit is not None:
        wanted["unit"] = unit
    if trigger is not None:
        wanted["trigger"] = trigger.value
    found = page(reader[SUGGESTIONS], wanted, sort=[("suggested_at", 1), ("_id", 1)], limit=limit, cursor=cursor)
    return {"items": [_row(document) for document in found["items"]], "next": found["next"]}


def _row(document: Mapping[str, Any]) -> dict[str, Any]:
    shown = to_wire(_CONVERTER.structure(document, Suggestion))
    shown.pop("pending", None)
    return shown

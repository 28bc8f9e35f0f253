"""What is declared as sealed is what people write, and all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest

from petition_supervision.adapters import collections
from petition_supervision.adapters.sealed_fields import SEALED
from petition_supervision.domain.campaign import Campaign
from petition_supervision.domain.incident import Incident
from petition_supervision.domain.inspection import Inspection
from petition_supervision.domain.key_village import KeyVillage
from petition_supervision.domain.ledger_export import LedgerExport
from petition_supervision.domain.measure import Measure
from petition_supervision.domain.meetings import Meeting
from petition_supervision.domain.problem import Problem
from petition_supervision.domain.proposal import Proposal
from petition_supervision.domain.reception import ReceptionDay
from petition_supervision.domain.suggestion import Suggestion
from petition_supervision.domain.supervised_case import SupervisedCase
from petition_supervision.domain.supervision_item import SupervisionItem
from petition_supervision.domain.urgent_matter import UrgentMatter
from petition_supervision.domain.urging import Urging

KEPT: dict[str, type] = {
    collections.CASES: SupervisedCase,
    collections.ITEMS: SupervisionItem,
    collections.URGINGS: Urging,
    collections.SUGGESTIONS: Suggestion,
    collections.PROPOSALS: Proposal,
    collections.PROBLEMS: Problem,
    collections.URGENT: UrgentMatter,
    collections.RECEPTIONS: ReceptionDay,
    collections.INCIDENTS: Incident,
    collections.INSPECTIONS: Inspection,
    collections.MEETINGS: Meeting,
    collections.EXPORTS: LedgerExport,
    collections.CAMPAIGNS: Campaign,
    collections.KEY_VILLAGES: KeyVillage,
    collections.MEASURES: Measure,
}
WRITTEN = set(
    """
    account actual answer basis cause consequence decision evidence findings gap_reason grounds instruction matter
    measures minutes note problem proof proposal reason record report results target text
    """.split()
)
"""Names of fields that hold words, wherever they stand."""


def strings(kind: Any, path: str = "") -> Iterator[str]:
    """The paths of all fields that may hold a text."""
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        for field in fields(kind):
            if field.name != "pending":
                yield from strings(hints[field.name], f"{path}.{field.name}".strip("."))
    elif kind is str:
        yield path
    else:
        for inner in get_args(kind):
            yield from strings(inner, path)


def test_every_collection_with_sealed_fields_is_known_here() -> None:
    assert set(KEPT) == set(SEALED)


@pytest.mark.parametrize("collection", KEPT)
def test_every_sealed_path_leads_to_words(collection: str) -> None:
    there = set(strings(KEPT[collection]))
    lost = [path for path in SEALED[collection] if not any(f"{one}.".startswith(f"{path}.") for one in there)]
    assert lost == []


@pytest.mark.parametrize("collection", KEPT)
def test_every_field_with_words_is_sealed(collection: str) -> None:
    readable = {
        path
        for path in strings(KEPT[collection])
        if path.rpartition(".")[2] in WRITTEN
        and not any(f"{path}.".startswith(f"{sealed}.") for sealed in SEALED[collection])
    }
    assert readable == set()

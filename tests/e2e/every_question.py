"""Every query of every service, asked in every way its schema allows, so that nothing readable stays unread."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import marshmallow as ma

from chassis.service import Query, Service
from county_year.county import County
from petition_assignment.bootstrap import SERVICE as ASSIGNMENT
from petition_client import Client, Request
from petition_intake.bootstrap import SERVICE as INTAKE
from petition_metrics.bootstrap import SERVICE as METRICS
from petition_supervision.bootstrap import SERVICE as SUPERVISION

SERVICES = (INTAKE, ASSIGNMENT, SUPERVISION, METRICS)

SAMPLES: dict[str, tuple[Any, ...]] = {
    "query_code": ("0000-0000-0000",),
    "day": ("2024-01-01",),
    "from": ("2024-01-01",),
    "to": ("2024-02-01",),
    "first_day": ("2024-01-01",),
    "last_day": ("2024-01-31",),
    "text": ("白阳镇",),
    "person": ("P0012", "P9999"),
    "category": ("010303",),
    "request": ("承包地没有确权。",),
    "place": ({"township_code": "640425100"},),
    "meeting_no": ("none",),
    "supervision_no": ("DB2024-0001",),
    "dispute_no": ("JF2024-000001",),
    "booking_no": ("none",),
    "joint_reception_no": ("LH2024-000001",),
    "item_no": ("WG2024-000001",),
    "visit_no": ("JD2024-000001",),
    "campaign_no": ("PC2024-0001",),
    "problem_no": ("WT2024-0001",),
    "proposal_no": ("JY2024-0001",),
    "urging_no": ("CB2024-0001",),
    "urgent_no": ("JJ2024-0001",),
    "appraisal_no": ("none",),
    "inspection_no": ("ZD2024-0001",),
    "export_no": ("none",),
    "paper_no": (1,),
    "material_no": ("640425202401020001-001",),
    "part": (1,),
    "village_code": ("640425205200",),
    "on": ("2024-01-05",),
    "quarter": ("2024-Q1", 1),
    "year": (2024,),
    "unit": ("township_mengyuan",),
    "days": (30,),
    "words": ("桥头水泥款", "查不到甲 去向不明", "修复村道"),
}
"""What to ask for in a field that must be filled in; those with a choice are asked with each of its values."""


def questions(case_no: str, indicators: list[str]) -> Iterator[tuple[Service, Query, dict[str, Any]]]:
    """All queries with all combinations of what must be said. A field nobody has thought of => KeyError."""
    for service in SERVICES:
        for query in service.queries:
            fields = {field.data_key or name: field for name, field in query.schema().fields.items() if field.required}
            values = [_values(name, field, case_no, indicators) for name, field in fields.items()]
            for combination in product(*values):
                yield service, query, dict(zip(fields, combination, strict=True))


def ask_everything(
    client: Client, officers: dict[str, str], case_no: str, indicators: list[str]
) -> dict[str, dict[str, Any] | Exception]:
    """Question -> answer or refusal. `officers`: role -> person of the asking unit; none for a role => not asked."""
    asked: list[tuple[str, Request]] = []
    for service, query, data in questions(case_no, indicators):
        actors = sorted({person for role, person in officers.items() if role in query.roles}) or [None]
        for actor in actors[:1] if query.roles else [None]:
            asked.append((f"{service.name}.{query.name} {data}", Request(service.name, query.name, data, actor)))
    answers = client.call_all([request for _, request in asked], timeout=120)
    return {question: answer for (question, _), answer in zip(asked, answers, strict=True)}


def officers_of(county: County, unit: str) -> dict[str, str]:
    """Role -> a person of the unit who has it."""
    return {role: people[0] for (of, role), people in county.officers.items() if of == unit and people}


def _values(name: str, field: ma.fields.Field, case_no: str, indicators: list[str]) -> tuple[Any, ...]:
    if name == "case_no":
        return (case_no,)
    if name == "indicator":
        return tuple(indicators)
    choices = [rule.choices for rule in field.validators if isinstance(rule, ma.validate.OneOf)]
    if choices:
        return tuple(choices[0])
    if isinstance(field, ma.fields.Enum):
        return tuple(one.value for one in field.enum)
    sampled = SAMPLES[name]
    kind = int if isinstance(field, ma.fields.Integer) else (str, dict)
    return tuple(value for value in sampled if isinstance(value, kind))

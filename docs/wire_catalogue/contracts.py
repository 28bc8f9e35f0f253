"""The event contracts: one JSON Schema and one example per event type, in the folder of the service that tells it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = ".schema.json"
EXAMPLE = ".example.json"

Schema = Mapping[str, Any]


SUBJECTS = (
    ("case_no", "case_version"),
    ("register_id", "version"),
    ("meeting_no", "version"),
    ("reception_no", "version"),
    ("grade_no", "version"),
    ("supervision_no", "version"),
    ("dispute_no", "version"),
    ("item_no", "version"),
    ("visit_no", "version"),
    ("booking_no", "version"),
    ("joint_reception_no", "version"),
    ("campaign_no", "version"),
    ("problem_no", "version"),
    ("export_no", "version"),
    ("village_code", "version"),
    ("proposal_no", "version"),
    ("urging_no", "version"),
    ("suggestion_no", "version"),
    ("urgent_no", "version"),
    ("incident_no", "version"),
    ("inspection_no", "version"),
    ("inspector_id", "version"),
    ("appraisal_no", "version"),
    ("measure_no", "version"),
    ("move_no", "version"),
    ("honour_no", "version"),
    ("office", "version"),
    ("appraisal_year", "version"),
    ("joint_meeting", "version"),
    ("material_no", "version"),
    ("township_code", "version"),
)
"""What events are about: the name of the subject in the body, and of the event's number among those of that subject."""


@dataclass(frozen=True)
class EventContract:
    """What `producer` promises about the body of each event of `type` (with version: `case_routed.v1`)."""

    producer: str
    type: str
    schema: Schema
    example: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The event's name without its version."""
        return self.type.rpartition(".v")[0]

    def fields(self) -> list[Field]:
        """Every field of the body, those of inner objects with their path, in the schema's order."""
        return list(_fields(self.schema, self.schema, ""))


@dataclass(frozen=True)
class Field:
    """One field of an event's body; `path` is `place.village_code` inside an object, `units[].code` inside a list."""

    path: str
    type: str
    required: bool
    values: tuple[str, ...]
    meaning: str

    @property
    def name(self) -> str:
        """The last step of the path."""
        return self.path.rpartition(".")[2].removesuffix("[]")


def services(root: Path = ROOT) -> list[str]:
    """The services, by the folders below `services/`."""
    return sorted(path.name for path in (root / "services").iterdir() if (path / "pyproject.toml").is_file())


def schema_files(root: Path = ROOT) -> list[Path]:
    """Every schema file of every service."""
    return sorted(root.glob(f"services/*/contracts/*{SCHEMA}"))


def read_contracts(root: Path = ROOT) -> list[EventContract]:
    """Every contract, by producer and type. A schema without its example => FileNotFoundError."""
    contracts = []
    for path in schema_files(root):
        type = path.name.removesuffix(SCHEMA)
        example = path.with_name(type + EXAMPLE)
        contracts.append(EventContract(path.parents[1].name, type, _read(path), _read(example)))
    return contracts


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _fields(schema: Schema, whole: Schema, path: str) -> Iterator[Field]:
    required = set(schema.get("required", ()))
    for name, written in schema.get("properties", {}).items():
        definition = _resolved(written, whole)
        where = f"{path}{name}"
        alternatives = _alternatives(definition, whole)
        yield Field(
            path=where,
            type=" or ".join(dict.fromkeys(_type_name(one) for one in alternatives)),
            required=name in required,
            values=tuple(dict.fromkeys(value for one in alternatives for value in _values(one))),
            meaning=str(written.get("description") or definition.get("description") or ""),
        )
        for one in alternatives:
            yield from _fields(one, whole, f"{where}.")
            if "items" in one:
                items = _resolved(one["items"], whole)
                yield from _fields(items, whole, f"{where}[].")


def _resolved(schema: Schema, whole: Schema) -> Schema:
    """Follow a reference within the same file; what stands beside it adds to it."""
    reference = schema.get("$ref")
    if reference is None:
        return schema
    target: Any = whole
    for step in reference.removeprefix("#/").split("/"):
        target = target[step]
    beside = {key: value for key, value in schema.items() if key != "$ref"}
    return {**_resolved(target, whole), **beside}


def _alternatives(schema: Schema, whole: Schema) -> list[Schema]:
    for keyword in ("anyOf", "oneOf"):
        if keyword in schema:
            return [inner for one in schema[keyword] for inner in _alternatives(_resolved(one, whole), whole)]
    return [schema]


def _type_name(schema: Schema) -> str:
    if "type" not in schema:
        return "null" if schema.get("enum") == [None] else "text" if _values(schema) else "any"
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return " or ".join(_plain(one, schema) for one in types)


def _plain(type: str, schema: Schema) -> str:
    """The word a reader knows for a JSON type."""
    if type == "string":
        return {"date-time": "instant", "date": "day"}.get(schema.get("format", ""), "text")
    return {"array": "list", "boolean": "true/false", "integer": "whole number"}.get(type, type)


def _values(schema: Schema) -> list[str]:
    if "const" in schema:
        return [str(schema["const"])]
    listed = schema.get("enum") or (schema.get("items") or {}).get("enum") or []
    return [str(value) for value in listed if value is not None]

"""Fields that the store keeps without being able to read them: sealed before they are sent, opened by the client.

What a sealed field holds is sealed whole, as one value of BSON. None and what is empty stay as they are: that there is
nothing is no secret.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Document = dict[str, Any]
Paths = Mapping[str, Sequence[str]]
"""Field paths by collection, `a.b` for a field of a subdocument."""
Seal = Callable[[Any], Any]


class CannotSeal(Exception):
    """A write that would leave a sealed field readable, or that no store can do to a sealed one."""


class Seals:
    """What is sealed in a service's collections. `findable` fields are sealed alike when they are alike."""

    def __init__(self, sealed: Paths, findable: Paths, seal: Seal, seal_alike: Seal) -> None:
        self._ways: dict[str, dict[str, Seal]] = {}
        self._findable = findable
        for paths, way in ((sealed, seal), (findable, seal_alike)):
            for collection, names in paths.items():
                self._ways.setdefault(collection, {}).update(dict.fromkeys(names, way))

    @property
    def collections(self) -> tuple[str, ...]:
        return tuple(self._ways)

    def paths(self, collection: str) -> tuple[str, ...]:
        return tuple(self._ways.get(collection, ()))

    def close(self, collection: str, document: Document) -> Document:
        """The document as the store gets it; the one that was given stays as it is."""
        for path, seal in self._ways.get(collection, {}).items():
            document = _with_sealed(document, path.split("."), seal)
        return document

    def close_change(self, collection: str, change: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> Any:
        """An update as the store gets it. It may set or unset a sealed field whole; anything else => CannotSeal."""
        ways = self._ways.get(collection)
        if not ways:
            return change
        if not isinstance(change, Mapping):
            raise CannotSeal(f"stages could copy what is sealed in {collection}: use operators")
        return {operator: self._operands(collection, operator, changed) for operator, changed in change.items()}

    def close_filter(self, collection: str, wanted: Mapping[str, Any]) -> Mapping[str, Any]:
        """A filter as the store gets it: a findable field by its sealed value; another sealed one => CannotSeal."""
        ways = self._ways.get(collection, {})
        lost = [name for name in wanted if name in ways and name not in self._findable.get(collection, ())]
        if lost:
            raise CannotSeal(f"nothing is found by {lost[0]} in {collection}: it is sealed")
        return {name: ways[name](value) if name in ways else value for name, value in wanted.items()}

    def _operands(self, collection: str, operator: str, changed: Mapping[str, Any]) -> Mapping[str, Any]:
        ways = self._ways[collection]
        closed = dict(changed)
        for name in changed:
            touched = [path for path in ways if _overlap(path, name)]
            if not touched or operator == "$unset":
                continue
            if operator not in ("$set", "$setOnInsert") or touched != [name]:
                raise CannotSeal(f"{operator} of {name} in {collection}: a sealed field is set whole, by its own path")
            closed[name] = _sealed(changed[name], ways[name])
        return closed


def _overlap(one: str, other: str) -> bool:
    """Whether one path is the other, or leads to it."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def _sealed(value: Any, seal: Seal) -> Any:
    nothing = value is None or (isinstance(value, str | list | dict) and not value)
    return value if nothing else seal(value)


def _with_sealed(inside: Document, steps: Sequence[str], seal: Seal) -> Document:
    first, *rest = steps
    value = inside.get(first)
    if value is None:
        return inside
    return {**inside, first: _with_sealed(value, rest, seal) if rest else _sealed(value, seal)}


def _nothing_to_seal(_value: Any) -> Any:
    raise CannotSeal("nothing was declared to be sealed")


NOTHING_SEALED = Seals({}, {}, _nothing_to_seal, _nothing_to_seal)

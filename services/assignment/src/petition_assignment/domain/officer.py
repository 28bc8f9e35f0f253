"""Who acts: one person, of one unit, in one or more offices."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Officer:
    """A person on the register acting for a unit; `person` is None for a unit's system that only asks."""

    unit: str
    person: str | None
    roles: frozenset[str]

    @property
    def name(self) -> str:
        """The person's id as it is recorded; an unnamed caller stands for its unit."""
        return self.person or self.unit

    def holds(self, *roles: str) -> bool:
        return bool(self.roles.intersection(roles))

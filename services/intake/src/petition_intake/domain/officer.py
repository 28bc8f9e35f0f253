"""Who asks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Officer:
    """A person on the register acting for a unit; `person` is None when the unit's system asks by itself."""

    unit: str
    person: str | None
    roles: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The person's id as it is recorded; an unnamed caller stands for its unit."""
        return self.person or self.unit

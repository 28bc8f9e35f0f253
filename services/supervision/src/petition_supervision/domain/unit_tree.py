"""The units of the county and who stands above whom: to whom a reminder goes besides the unit itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

BUREAU = "petition_bureau"
"""The county petition bureau's code where the register has not come yet."""

BUREAU_KIND = "bureau"
SEES_ALL_KINDS = frozenset({BUREAU_KIND, "county_leadership"})
NOT_URGED_KINDS = SEES_ALL_KINDS | {"superior"}


@dataclass(frozen=True)
class Unit:
    """One unit as the register knows it; `superior` is the unit it answers to, `township_code` where it lies."""

    kind: str
    superior: str | None = None
    township_code: str | None = None
    name: str | None = None


@dataclass(frozen=True)
class UnitTree:
    """All units of the register by code."""

    units: Mapping[str, Unit] = field(default_factory=dict)

    @property
    def bureau(self) -> str:
        """The county petition bureau, which supervises (《信访工作条例》第十四条第六项、第四十条)."""
        return next((code for code, unit in sorted(self.units.items()) if unit.kind == BUREAU_KIND), BUREAU)

    def escalation_of(self, unit: str) -> str:
        """Who is told besides `unit` that its clock runs out; there is always somebody.

        The register names a superior => the superior.
        It names none, or does not know the unit => the bureau.
        """
        known = self.units.get(unit)
        return (known.superior if known else None) or self.bureau

    def may_be_urged(self, unit: str) -> bool:
        """Whether the bureau urges the unit (《信访工作条例》第四十条): not itself, nor what stands above the county.

        A unit the register does not know => it is urged: a breach that nobody follows up is worse than a notice too
        many.
        """
        known = self.units.get(unit)
        return unit != self.bureau and (known is None or known.kind not in NOT_URGED_KINDS)

    def sees_all(self, unit: str) -> bool:
        """Whether a unit may see every unit's deadlines: the bureau and the county leadership; others see their own."""
        known = self.units.get(unit)
        return known.kind in SEES_ALL_KINDS if known else unit == BUREAU

    def kind_of(self, unit: str) -> str | None:
        """The kind of a unit; None when the register does not know it."""
        known = self.units.get(unit)
        return known.kind if known else None

    def township_of(self, unit: str) -> str | None:
        """The code of the township in which a unit lies; None for the county's own."""
        known = self.units.get(unit)
        return known.township_code if known else None

    def is_station_of(self, station: str, unit: str) -> bool:
        """Whether this is the unit itself, one under it, or one that lies in its township."""
        known, of = self.units.get(station), self.units.get(unit)
        if known is None or of is None:
            return False
        return station == unit or known.superior == unit or (of.township_code or "") == known.township_code

    def name_of(self, unit: str) -> str:
        """The name of a unit as papers write it; the code where the register does not give one."""
        known = self.units.get(unit)
        return (known.name if known else None) or unit

    def of_kinds(self, *kinds: str) -> list[str]:
        """The codes of all units of these kinds, sorted."""
        return sorted(code for code, unit in self.units.items() if unit.kind in kinds)

    def township_at(self, township_code: str) -> str | None:
        """The township whose place this is; None when the register does not know it."""
        found = (c for c, unit in self.units.items() if unit.kind == "township" and unit.township_code == township_code)
        return next(found, None)

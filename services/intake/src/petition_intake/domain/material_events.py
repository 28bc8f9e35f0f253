"""What intake tells of materials: of what kind one was added, and how many there are. Nothing that is in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_intake.domain.material_words import MaterialKind


@dataclass(frozen=True)
class MaterialAdded:
    """A material is complete. `materials`: how many complete ones its petition has, this one counted."""

    material_case_no: str
    material_kind: MaterialKind
    materials: int
    added_at: datetime

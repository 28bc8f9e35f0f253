"""Words of the contract that people at the window decide by: values that go on the wire in commands and events."""

from __future__ import annotations

from enum import StrEnum

from petition_intake.domain.wording import Wording


class Decision(StrEnum):
    """初信初访 or 重复信访 (同人+同事). Decided by a person; the system only suggests."""

    FIRST = "first"
    REPEAT = "repeat"


class SettlementLevel(StrEnum):
    """Where it was settled: 小事不出村、大事不出镇、矛盾不上交."""

    VILLAGE = "village"
    TOWNSHIP = "township"
    COUNTY = "county"


class ReclassifyReason(StrEnum):
    """Why a purpose, category or place is corrected."""

    REGISTERED_IN_ERROR = "registered_in_error"
    FACTS_BECAME_CLEARER = "facts_became_clearer"
    PLACE_FOUND = "place_found"
    PETITIONER_CORRECTED = "petitioner_corrected"


RECLASSIFY_REASON_WORDING: dict[ReclassifyReason, Wording] = {
    ReclassifyReason.REGISTERED_IN_ERROR: Wording("登记有误", "registered in error"),
    ReclassifyReason.FACTS_BECAME_CLEARER: Wording("事实进一步查明", "the facts became clearer"),
    ReclassifyReason.PLACE_FOUND: Wording("问题属地已查明", "the place became known"),
    ReclassifyReason.PETITIONER_CORRECTED: Wording("信访人更正", "the petitioner corrected it"),
}

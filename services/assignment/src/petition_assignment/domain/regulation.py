"""Which regulation a matter was received under: 《信访工作条例》 has been in force since 2022-05-01 (第五十条).

第五十条: 本条例自2022年5月1日起施行. It has no rule for matters received before; the project reads it so:

The limits for registering, telling and finishing (K1, K2, K3, K5) run for matters received on that day or later. A
matter received earlier is registered and handled like any other and marked as one of the regulation of 2005, but no
limit of the new one is said to run for it, and so none can be missed. What a person sets (K11, a case handled again)
holds for it, and so do a unit's objection and the 30 days of review and re-review: they begin with an act of today.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from workdays import local_day

IN_FORCE_SINCE = date(2022, 5, 1)
OF_THE_REGULATION_IN_FORCE = frozenset({"K1", "K2", "K3", "K5"})
"""第二十二条、第二十三条、第三十四条."""


class Regulation(StrEnum):
    """The two regulations, by their years."""

    OF_2005 = "regulation_2005"
    OF_2022 = "regulation_2022"


REGULATION_ZH: dict[Regulation, str] = {
    Regulation.OF_2005: "2005年《信访条例》（2022年5月1日前收到）",
    Regulation.OF_2022: "《信访工作条例》（2022年5月1日起施行）",
}


def regulation_of(received_at: datetime) -> Regulation:
    """The regulation in force on the county's day on which the matter was received."""
    return Regulation.OF_2022 if local_day(received_at) >= IN_FORCE_SINCE else Regulation.OF_2005


def runs_for(kind: str, received_at: datetime) -> bool:
    """Whether a limit of this kind runs for a matter received then."""
    return kind not in OF_THE_REGULATION_IN_FORCE or regulation_of(received_at) is Regulation.OF_2022

"""The yearly self-check (全国信访工作“三无”县): three counts that should be nothing, with their evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petition_metrics.application.figures import figure
from petition_metrics.application.ports import Ledger
from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.figure import Figure
from petition_metrics.domain.period import Period

ROWS = (
    ("无进京越级走访", "No skip-level visit to the capital", "capital_visit_batches"),
    ("无大规模集体访", "No large group visit", "large_group_visit_batches"),
    ("无因信访问题引发的恶性事件", "No vicious incident over a petition", "vicious_incidents"),
)


@dataclass(frozen=True)
class CheckRow:
    """One of the three, with the figure it rests on."""

    label_zh: str
    label_en: str
    figure: Figure

    @property
    def holds(self) -> bool:
        """Whether there was none."""
        return self.figure.numerator == 0


def self_check(catalogue: Catalogue, period: Period, as_of: datetime, ledger: Ledger) -> tuple[CheckRow, ...]:
    """The three rows, always for the whole county."""
    return tuple(CheckRow(zh, en, figure(catalogue.find(code), period, None, as_of, ledger)) for zh, en, code in ROWS)

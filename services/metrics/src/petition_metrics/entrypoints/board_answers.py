"""The board on the wire."""

from __future__ import annotations

from typing import Any

from petition_metrics.application.boards import BoardLine
from petition_metrics.domain.board import arrow, trend
from petition_metrics.entrypoints import answers


def board_line(line: BoardLine) -> dict[str, Any]:
    """One line, with the definition of its figure."""
    row = line.row
    shown: dict[str, Any] = {"label_zh": row.label_zh, "label_en": row.label_en, "wanted": row.wanted.value}
    now = line.comparisons[0].now
    return {
        **shown,
        "figure": answers.figure(now),
        "text": now.text,
        "comparisons": [
            {**answers.comparison(one), "arrow": arrow(one), "trend": trend(one, row.wanted).value}
            for one in line.comparisons
        ],
        "note_zh": now.indicator.definition_zh,
        "note_en": now.indicator.definition_en,
    }

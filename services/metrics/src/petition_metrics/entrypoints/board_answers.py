"""The board on the wire."""

from __future__ import annotations

from typing import Any

from petition_metrics.application.boards import BoardLine
from petition_metrics.domain.board import NOT_RECORDED_EN, NOT_RECORDED_ZH, arrow, trend
from petition_metrics.domain.figure import NOTHING_TO_DIVIDE
from petition_metrics.entrypoints import answers


def board_line(line: BoardLine) -> dict[str, Any]:
    """One line; what is not recorded is shown as — with a sentence why."""
    row = line.row
    shown: dict[str, Any] = {"label_zh": row.label_zh, "label_en": row.label_en, "wanted": row.wanted.value}
    if not line.comparisons:
        return {
            **shown,
            "figure": None,
            "text": NOTHING_TO_DIVIDE,
            "comparisons": [],
            "note_zh": NOT_RECORDED_ZH,
            "note_en": NOT_RECORDED_EN,
        }
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

"""The figures of the county's published account of its year, as the replay must find them counted at the end."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Expected:
    """One row of the account's table: the sentence it stands in, and the number it names."""

    row: str
    label_zh: str
    value: float
    unit_zh: str


EXPECTED = (
    Expected("visit_batches", "接待群众来访（批次）", 169, "批"),
    Expected("visit_persons", "接待群众来访（人次）", 227, "人次"),
    Expected("settled_batches", "就地化解信访矛盾纠纷（批次）", 142, "批"),
    Expected("settled_persons", "就地化解信访矛盾纠纷（人次）", 198, "人次"),
    Expected("settled_rate_batches", "就地化解率（按批次）", 84.0, "%"),
    Expected("settled_rate_persons", "就地化解率（按人次）", 87.2, "%"),
    Expected("handed_down", "国家和自治区交办", 52, "件"),
    Expected("handed_down_resolved", "交办事项化解", 52, "件"),
    Expected("handed_down_resolution_rate", "交办事项化解率", 100.0, "%"),
    Expected("follow_up_coverage", "已办结事项逐件回访", 100.0, "%"),
    Expected("townships", "实行合署办公的乡镇", 12, "个"),
    Expected("big_grids", "大网格", 162, "个"),
    Expected("small_grids", "小网格", 2293, "个"),
)

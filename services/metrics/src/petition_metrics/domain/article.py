"""The figures the county publishes about its year, each as a row of one table: words, indicator, figure."""

from __future__ import annotations

from dataclasses import dataclass

from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.indicator import Indicator


@dataclass(frozen=True)
class ArticleRow:
    """One figure of the table, in the county's own words."""

    label_zh: str
    label_en: str
    indicator: Indicator


_ROWS = (
    ("信访局接待群众来访（批）", "Visits the bureau received, batches", "visit_batches"),
    ("信访局接待群众来访（人次）", "Visits the bureau received, person-times", "visit_persons"),
    ("就地化解（批）", "Settled on the spot, batches", "settled_batches"),
    ("就地化解（人次）", "Settled on the spot, person-times", "settled_persons"),
    ("就地化解率（按批）", "Share settled on the spot, by batches", "settled_rate_batches"),
    ("就地化解率（按人次）", "Share settled on the spot, by person-times", "settled_rate_persons"),
    ("国家和自治区交办（件）", "Handed down by state and region", "handed_down"),
    ("交办事项化解（件）", "Handed-down matters resolved", "handed_down_resolved"),
    ("交办事项化解率", "Resolution rate of handed-down matters", "handed_down_resolution_rate"),
    ("已办结事项逐件回访", "Follow-up of every closed case", "follow_up_coverage"),
    ("群众满意率", "Satisfaction rate", "satisfaction_rate"),
    ("回访满意率", "Satisfaction rate at follow-up", "follow_up_satisfaction_rate"),
    ("不满意责成重新办理", "Handled again after follow-up", "rehandling_rate"),
    ("合署办公乡镇", "Townships with a joint office", "joint_offices"),
    ("乡镇", "Townships", "townships"),
    ("大网格", "Big grids", "big_grids"),
    ("小网格", "Small grids", "small_grids"),
)


def article_rows(catalogue: Catalogue) -> tuple[ArticleRow, ...]:
    """The rows in the order of the county's own account."""
    return tuple(ArticleRow(zh, en, catalogue.find(code)) for zh, en, code in _ROWS)

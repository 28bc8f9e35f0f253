"""Units side by side: quality beside every number, and no order by numbers but where the law asks for one."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from metrics_asking import CATALOGUE, YEAR, YEAR_END, ask
from metrics_memory import Memory
from metrics_random import histories
from metrics_story import BUREAU, CAOMIAO, Story

from petition_metrics.application.public_figures import FIELDS
from petition_metrics.application.unit_rows import QUALITY, VOLUME, most_complained_of, unit_rows
from petition_metrics.domain.indicator import Unit
from petition_metrics.entrypoints.report_answers import unit_row

SOURCES = Path(__file__).parents[3] / "src"


def case_no(number: int) -> str:
    return f"64042520260301{number:04d}"


@given(st.data())
@settings(max_examples=20)
def test_every_cell_is_the_figure_of_that_unit_asked_alone(data: st.DataObject) -> None:
    memory = Memory().hear(data.draw(histories()))
    for row in unit_rows(CATALOGUE, YEAR, YEAR_END, memory):
        assert row.volume == ask(memory, VOLUME, unit=row.unit)
        assert row.quality == tuple(ask(memory, code, unit=row.unit) for code in QUALITY)


def test_units_stand_in_the_order_of_their_codes_whatever_they_draw(story: Story, memory: Memory) -> None:
    for number, unit in enumerate(("dept_z", "dept_z", "dept_z", "dept_a", BUREAU)):
        story.registered(case_no(number), "2026-03-01")
        story.routed(case_no(number), "2026-03-02", unit)
    story.register("2026-01-01")
    memory.hear(story.told)
    rows = unit_rows(CATALOGUE, YEAR, YEAR_END, memory)
    assert [row.unit for row in rows] == ["dept_a", "dept_z", BUREAU, CAOMIAO]
    assert [row.volume.numerator for row in rows] == [1, 3, 1, 0]
    most = most_complained_of(rows, 10)
    assert [(row.unit, row.volume.numerator) for row in most] == [("dept_z", 3), ("dept_a", 1)]
    assert [row.unit for row in most_complained_of(rows, 1)] == ["dept_z"]


def test_no_row_shows_a_number_without_quality_and_satisfaction_stands_first(story: Story, memory: Memory) -> None:
    story.registered(case_no(1), "2026-03-01")
    story.routed(case_no(1), "2026-03-02", "dept_a")
    memory.hear(story.told)
    rows = unit_rows(CATALOGUE, YEAR, YEAR_END, memory)
    for row in (*rows, *most_complained_of(rows, 10)):
        shown = unit_row(row)
        assert list(shown) == ["unit", "quality", "matters"]
        assert [one["indicator"] for one in shown["quality"]] == list(QUALITY)
        assert shown["quality"][0]["indicator"] == "satisfaction_rate"
        assert {one["unit_of_count"] for one in shown["quality"]} == {Unit.PERCENT.value}


def test_nothing_else_counts_unit_by_unit() -> None:
    """Numbers by unit come from one port alone, and only the rows that carry quality use it."""
    asking = {
        path.relative_to(SOURCES / "petition_metrics").as_posix()
        for path in SOURCES.rglob("*.py")
        if re.search(r"\btotals_by_unit\b", path.read_text(encoding="utf-8"))
    }
    assert asking == {"application/ports.py", "application/unit_rows.py", "adapters/mongo_ledger.py"}
    assert "unit" not in FIELDS
    sorting = {path.name for path in SOURCES.rglob("*.py") if "volume.numerator" in path.read_text(encoding="utf-8")}
    assert sorting == {"unit_rows.py"}

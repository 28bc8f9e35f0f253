"""The county register's own numbers."""

from metrics_asking import YEAR, after_hearing, ask, listed
from metrics_memory import Memory
from metrics_story import CAOMIAO, Story

from petition_metrics.domain.catalogue import Catalogue
from petition_metrics.domain.indicator import Part


def test_townships_offices_and_grids_of_the_current_register(story: Story) -> None:
    story.register("2026-01-01", 12, 160, 2200)
    story.register("2026-02-01", 12, 162, 2293)
    codes = ("townships", "joint_offices", "big_grids", "small_grids")
    assert [after_hearing(story, code) for code in codes] == ["12", "12", "162", "2293"]


def test_without_a_register_there_is_nothing_to_count(story: Story) -> None:
    assert after_hearing(story, "small_grids") == "0"


def test_the_register_stands_whatever_the_period_and_the_unit(story: Story) -> None:
    story.register("2026-02-01")
    memory = Memory().hear(story.told)
    assert ask(memory, "big_grids", YEAR.year_before, unit=CAOMIAO).numerator == 162


def test_the_grids_behind_the_number_can_be_listed(story: Story, memory: Memory, catalogue: Catalogue) -> None:
    memory.hear([story.register("2026-02-01", 2, 4, 30)])
    total, things = listed(memory, catalogue.find("small_grids"), Part.NUMERATOR)
    assert total == len(things) == len(set(things)) == 30

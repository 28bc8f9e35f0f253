"""How matters are handed on."""

import pytest
from metrics_asking import after_hearing, ask
from metrics_memory import Memory
from metrics_story import CAOMIAO, Story, wire

from petition_metrics.domain.period import month_of

CASE = "640425202603010001"
MODES = {"transfer": "transferred", "assign": "assigned", "own": "own_matters"}


@pytest.mark.parametrize("mode", MODES)
def test_a_matter_counts_by_the_way_it_was_handed_on(story: Story, mode: str) -> None:
    story.registered(CASE, "2026-03-01")
    story.tell("assignment", "case_routed", CASE, "2026-03-02", mode=mode, unit=CAOMIAO, routed_at=wire("2026-03-02"))
    counted = {code: after_hearing(story, code) for code in ("routed_matters", *MODES.values())}
    assert counted == {"routed_matters": "1"} | {code: str(int(of == mode)) for of, code in MODES.items()}


def test_what_was_handed_on_again_counts_once_on_the_first_day(story: Story) -> None:
    story.registered(CASE, "2026-03-01")
    story.routed(CASE, "2026-03-31", "dept_housing")
    story.routed(CASE, "2026-04-02", CAOMIAO)
    memory = Memory().hear(story.told)
    assert [ask(memory, "routed_matters", month_of(2026, month)).numerator for month in (3, 4)] == [1, 0]
    assert ask(memory, "routed_matters", unit=CAOMIAO).numerator == 1

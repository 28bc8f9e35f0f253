"""The county's settings are said to everybody, have their defaults, and every file names its source."""

import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

REGISTER = Path(__file__).resolve().parents[1]
COUNTY = tomllib.loads((REGISTER / "county.toml").read_text(encoding="utf-8"))


def test_the_county_publishes_every_way_to_file_and_how_to_follow_a_petition():
    assert [entry["way"] for entry in COUNTY["public_guide"]] == ["letter", "visit", "call", "web", "follow"]
    assert all(entry["invented"] for entry in COUNTY["public_guide"])


def test_every_setting_has_a_sentence_and_every_number_is_shown_in_it():
    settings, text = COUNTY["settings"], COUNTY["settings_text"]
    assert settings.keys() == text.keys()
    for name, value in settings.items():
        fields = {field for _, field, _, _ in Formatter().parse(text[name]) if field is not None}
        assert fields <= {"value"}, name
        assert not (type(value) is int and fields != {"value"}), name


@pytest.mark.parametrize(("name", "default"), [
    ("colour_red_from_petitions", 3), ("colour_orange_from_petitions", 1), ("colour_red_from_skip_level_visits", 1),
    ("colour_counted_unit", "filing_or_visit_batch"), ("colour_counted_purposes", ["appeal"]),
    ("colour_counted_levels", ["county", "city", "region", "state"]),
    ("colour_counts_filings_at_township_window", False),
    ("ladder_counts_per", "supervision_item"), ("ladder_resets_on_clearing", True),
    ("ladder_keeps_yearly_totals", True),
    ("mechanism_label", "党建引领基层社会治理“1+1+3”工作机制"), ("every_day_means", "working_day"),
    ("first_petition_look_back_days", 90), ("rating_window_days", 30), ("county_routing_share_days", 4),
    ("collective_visit_from_people", 5), ("statistical_quarter", "calendar_quarter"),
    ("large_visit_from_people", 50), ("public_small_cell", 5), ("public_figures_after_days", 15),
    ("window_wait_minutes", 20),
    ("urgent_report_hours", 4),
    ("statistical_year", "calendar_year"), ("end_when_review_not_requested", False),
    ("roll_day_clock_to_working_day", True), ("working_day_calendar", "state_council_notice"),
    ("notices_delivered_before_opinion", False),
])  # fmt: skip
def test_a_setting_has_its_default(name, default):
    assert COUNTY["settings"][name] == default


def test_every_file_names_its_source():
    assert COUNTY["sources"].keys() == COUNTY["files"].keys()
    assert re.fullmatch(r"\d{4}\.\d+", COUNTY["version"])

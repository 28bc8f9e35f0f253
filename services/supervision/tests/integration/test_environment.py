"""The settings of this service in the environment."""

from __future__ import annotations

import pytest

from chassis.settings import SettingError
from petition_supervision.adapters.environment import read_settings
from petition_supervision.domain.settings import SupervisionSettings


def test_what_is_not_set_keeps_its_default() -> None:
    assert read_settings({}) == SupervisionSettings()
    assert read_settings({"FOLLOW_UP_DAYS": ""}) == SupervisionSettings()


def test_every_setting_can_be_set() -> None:
    environment = {
        "FOLLOW_UP_DAYS": "10",
        "REMIND_DAYS": "7,3",
        "REHANDLING_LONGEST_DAYS": "30",
        "KEY_VILLAGES": "15",
        "EXPORT_ROWS": "9",
        "URGE_AFTER_WORKING_DAYS": "2",
        "CRITICISE_AFTER_WORKING_DAYS": "3",
        "SIGN_WORKING_DAYS": "1",
        "CARRY_OUT_DAYS": "45",
        "SUGGEST_OBJECTIONS": "3",
        "SUGGEST_RETURNS": "4",
        "SUGGEST_STILL_WORKING_DAYS": "20",
    }

    assert read_settings(environment) == SupervisionSettings(
        follow_up_days=10,
        remind_days=(7, 3),
        rehandling_longest_days=30,
        key_villages=15,
        export_rows=9,
        urge_after_working_days=2,
        criticise_after_working_days=3,
        sign_working_days=1,
        carry_out_days=45,
        suggest_objections=3,
        suggest_returns=4,
        suggest_still_working_days=20,
    )


@pytest.mark.parametrize(
    ("raw", "days"),
    [
        ("", {}),
        ("township_caomiao=1/4/7", {"township_caomiao": {1, 4, 7}}),
        (" a=0 , b=9/5 ", {"a": {0}, "b": {5, 9}}),
    ],
)
def test_market_days_are_read_by_township(raw: str, days: dict[str, set[int]]) -> None:
    assert read_settings({"MARKET_DAYS": raw}).market_days == days


@pytest.mark.parametrize("raw", ["township_caomiao", "a=", "a=1,b", "a=10", "a=-1", "a=x", "a=1=2"])
def test_market_days_that_cannot_be_read_are_refused(raw: str) -> None:
    with pytest.raises(SettingError, match="MARKET_DAYS"):
        read_settings({"MARKET_DAYS": raw})


NUMBERS = (
    "FOLLOW_UP_DAYS",
    "REMIND_DAYS",
    "REHANDLING_LONGEST_DAYS",
    "KEY_VILLAGES",
    "EXPORT_ROWS",
    "URGE_AFTER_WORKING_DAYS",
    "CRITICISE_AFTER_WORKING_DAYS",
    "SIGN_WORKING_DAYS",
    "CARRY_OUT_DAYS",
    "SUGGEST_OBJECTIONS",
    "SUGGEST_RETURNS",
    "SUGGEST_STILL_WORKING_DAYS",
)


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("value", ["soon", "0", "-3", "1.5"])
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingError, match=name):
        read_settings({name: value})

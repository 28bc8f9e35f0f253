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
    }

    assert read_settings(environment) == SupervisionSettings(
        follow_up_days=10, remind_days=(7, 3), rehandling_longest_days=30, key_villages=15, export_rows=9
    )


NUMBERS = ("FOLLOW_UP_DAYS", "REMIND_DAYS", "REHANDLING_LONGEST_DAYS", "KEY_VILLAGES", "EXPORT_ROWS")


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("value", ["soon", "0", "-3", "1.5"])
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingError, match=name):
        read_settings({name: value})

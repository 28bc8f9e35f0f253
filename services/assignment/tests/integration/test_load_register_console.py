"""`python -m petition_assignment load-register DIR`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from assignment_files import write_folder
from assignment_store import Store, open_store

from chassis.settings import Settings
from petition_assignment.adapters.mongo_register import register_in_force
from petition_assignment.entrypoints.consoles import load_register_folder


@pytest.fixture
def store(servers, database) -> Iterator[Store]:
    with open_store(servers.mongo_uri, database) as opened:
        yield opened


@pytest.fixture
def settings(servers, database) -> Settings:
    names = {"BROKER_URI": servers.broker_uri, "MONGO_URI": servers.mongo_uri, "MONGO_DATABASE": database}
    return Settings.from_environment("assignment", names)


def test_it_loads_and_says_so_and_the_second_time_says_that_nothing_changed(
    store: Store, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    write_folder(tmp_path)
    assert load_register_folder(settings, [str(tmp_path)]) == 0
    assert "Register version 1 is in force" in capsys.readouterr().out
    assert load_register_folder(settings, [str(tmp_path)]) == 0
    assert "Version 1 already says this" in capsys.readouterr().out
    assert register_in_force(store.database).version == 1


def test_every_fault_is_printed_and_nothing_is_written(
    store: Store, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    write_folder(tmp_path)
    file = tmp_path / "catalogue.csv"
    file.write_text(file.read_text(encoding="utf-8") + "R1,0107,640425999,dept_moon,\n", encoding="utf-8")
    assert load_register_folder(settings, [str(tmp_path)]) == 1
    printed = capsys.readouterr().err.splitlines()
    assert [line.split()[0] for line in printed[:-1]] == ["catalogue.csv:7"] * 4
    assert "名册有 4 处错误" in printed[-1]
    assert store.told() == []


def test_without_a_folder_it_says_how_it_is_used(settings: Settings, capsys: pytest.CaptureFixture[str]):
    assert load_register_folder(settings, []) == 2
    assert "usage" in capsys.readouterr().err

"""阅办: leaders read letters and what came online, of their own, and say what is to be done."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from supervision_builders import BUREAU, CASE_NO, HANDLER, LEADERSHIP, START, TOWNSHIP
from supervision_fakes import FakeWork

from petition_supervision.application import facts
from petition_supervision.application.letter_readings import record_letter_reading
from petition_supervision.domain.errors import Refused
from petition_supervision.domain.letter_events import LetterRead
from petition_supervision.domain.reception import Leader

COUNTY_LEADER, TOWNSHIP_LEADER, OTHER = "P0001", "P0201", "P0301"


def a_work(channel: str | None = "letter", complained_of: str | None = None, routed_to: str = TOWNSHIP) -> FakeWork:
    work = FakeWork()
    for person, unit, role in (
        (COUNTY_LEADER, LEADERSHIP, "county_leader"),
        (TOWNSHIP_LEADER, TOWNSHIP, "township_leader"),
        (OTHER, "township_other", "township_leader"),
    ):
        work.people[person] = Leader(person, unit, frozenset({role}))
    registered = facts.Registered(BUREAU, START, False, None, complained_of, channel=channel)
    facts.registered(work, CASE_NO, registered)
    facts.routed(work, CASE_NO, routed_to, "transfer", START)
    return work


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.code


@pytest.mark.parametrize("channel", ["letter", "web", "fax"])
def test_a_letter_is_read_with_a_direction_and_the_words_are_not_told(channel: str) -> None:
    work = a_work(channel)
    case, reading = record_letter_reading(work, CASE_NO, COUNTY_LEADER, " 请水务局研究答复。 ")
    assert (reading.leader, reading.direction) == (COUNTY_LEADER, "请水务局研究答复。")
    assert work.events(LetterRead) == [LetterRead(COUNTY_LEADER, LEADERSHIP, START)]
    assert case.letter_readings == [reading]


@pytest.mark.parametrize("channel", ["visit", "call", "hotline", None])
def test_whoever_comes_or_calls_is_received_and_not_read(channel: str | None) -> None:
    assert refusal(lambda: record_letter_reading(a_work(channel), CASE_NO, COUNTY_LEADER, "研究")) == "NOT_A_LETTER"


def test_a_townships_leader_reads_what_the_township_has_and_nothing_else() -> None:
    assert record_letter_reading(a_work(), CASE_NO, TOWNSHIP_LEADER, "研究")
    assert refusal(lambda: record_letter_reading(a_work(), CASE_NO, OTHER, "研究")) == "NOT_YOUR_LETTER"
    elsewhere = a_work(routed_to=HANDLER)
    assert refusal(lambda: record_letter_reading(elsewhere, CASE_NO, TOWNSHIP_LEADER, "研究")) == "NOT_YOUR_LETTER"


def test_the_leader_of_the_unit_complained_of_keeps_out() -> None:
    work = a_work(complained_of=TOWNSHIP)
    assert refusal(lambda: record_letter_reading(work, CASE_NO, TOWNSHIP_LEADER, "研究")) == "LEADER_COMPLAINED_OF"
    assert record_letter_reading(work, CASE_NO, COUNTY_LEADER, "研究")


def test_a_direction_has_words_and_its_giver_is_on_the_register() -> None:
    assert refusal(lambda: record_letter_reading(a_work(), CASE_NO, COUNTY_LEADER, " ")) == "DIRECTION_MISSING"
    assert refusal(lambda: record_letter_reading(a_work(), CASE_NO, "P9999", "研究")) == "OFFICER_UNKNOWN"


def test_a_leader_may_come_back_to_a_letter() -> None:
    work = a_work()
    record_letter_reading(work, CASE_NO, COUNTY_LEADER, "研究")
    case, _ = record_letter_reading(work, CASE_NO, COUNTY_LEADER, "抓紧落实")
    assert [one.direction for one in case.letter_readings] == ["研究", "抓紧落实"]

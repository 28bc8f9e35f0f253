"""恶性事件: recorded by a named officer with what shows it, without any person; a mistake is withdrawn."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from supervision_builders import BUREAU, CASE_NO, HANDLER, a_case
from supervision_fakes import FakeWork, NotKept

from petition_supervision.application import incidents
from petition_supervision.domain.errors import Refused, UnitUnknown
from petition_supervision.domain.incident import Incident
from petition_supervision.domain.incident_errors import IncidentInTheFuture
from petition_supervision.domain.incident_events import IncidentRecorded, IncidentWithdrawn
from petition_supervision.domain.supervision_item import Officer
from petition_supervision.entrypoints.incident_rpc import COMMANDS

HEAD = Officer("P0017", BUREAU)
TODAY = date(2026, 3, 2)
NUMBER = "EX2026-0001"


def record(work: FakeWork, on: date = TODAY, case_no: str | None = None, unit: str = HANDLER) -> Incident:
    return incidents.record_incident(work, HEAD, unit, on, "堵门打砸", "公安机关处置记录", case_no)


def withdraw(work: FakeWork) -> Incident:
    return incidents.withdraw_incident(work, HEAD, NUMBER, "与信访无关")


def test_an_incident_bears_its_officer_its_day_and_its_evidence_and_tells_none_of_the_words() -> None:
    work = FakeWork()
    incident = record(work)

    assert (incident.recorded_by, incident.occurred_on, incident.text.evidence) == ("P0017", TODAY, "公安机关处置记录")
    assert work.incidents.published == [IncidentRecorded(HANDLER, None, TODAY, "P0017", work.now)]


def test_there_is_no_field_for_a_person_but_the_officer_s() -> None:
    kinds = (Incident, IncidentRecorded, IncidentWithdrawn)
    named = {field.name for kind in kinds for field in dataclasses.fields(kind)}
    assert named & {"name", "petitioner", "person", "suspect", "id_number", "phone"} == set()
    requested = {name for _, schema, _, _ in COMMANDS for name in schema().fields}
    assert requested == {"unit", "occurred_on", "account", "evidence", "case_no", "incident_no", "reason"}


@pytest.mark.parametrize(("on", "fits"), [(TODAY, True), (TODAY + timedelta(days=1), False)])
def test_it_occurred_today_at_the_latest(on: date, fits: bool) -> None:
    if fits:
        assert record(FakeWork(), on).occurred_on == on
    else:
        with pytest.raises(IncidentInTheFuture):
            record(FakeWork(), on)


def test_the_unit_is_of_the_register_and_the_case_on_file() -> None:
    work = FakeWork()
    with pytest.raises(UnitUnknown):
        record(work, unit="dept_of_nothing")
    with pytest.raises(NotKept):
        record(work, case_no=CASE_NO)
    work.cases.kept[CASE_NO] = a_case()
    assert record(work, case_no=CASE_NO).case_no == CASE_NO


def test_only_the_head_of_the_bureau_or_a_leader_of_the_county_may() -> None:
    assert {roles for _, _, _, roles in COMMANDS} == {frozenset({"bureau_head", "county_leader"})}


@pytest.mark.parametrize(
    ("withdrawn_before", "outcome"), [(False, "ok"), (True, "INCIDENT_WITHDRAWN")], ids=["on record", "withdrawn"]
)
def test_every_command_in_every_state_of_an_incident(withdrawn_before: bool, outcome: str) -> None:
    work = FakeWork()
    record(work)
    if withdrawn_before:
        withdraw(work)
    before = work.incidents.require(NUMBER)
    try:
        withdraw(work)
        got = "ok"
        assert isinstance(work.incidents.published[-1], IncidentWithdrawn)
    except Refused as refusal:
        got = refusal.code
        assert work.incidents.require(NUMBER) == before
    assert got == outcome

"""《信访工作条例》第二十五条: a major or urgent matter is reported in time to four addressees, and upwards."""

from __future__ import annotations

import pytest
from supervision_builders import BUREAU, CASE_NO, HANDLER, LEADERSHIP, START, TOWNSHIP
from supervision_fakes import NotKept
from urgent_builders import (
    ALL_TOLD,
    BUREAU_OFFICER,
    COMPETENT,
    DUE_AT,
    FINDER,
    HOUR,
    LEADER,
    NUMBER,
    STRANGER,
    TICK,
    done,
    end,
    mark,
    measure,
    tell,
    tell_all,
    work_with_a_case,
)

from petition_supervision.domain.county_settings import CountySettings
from petition_supervision.domain.errors import NotYourCase, Refused, UnitUnknown
from petition_supervision.domain.urgent_errors import (
    AddresseesNotTold,
    AlreadyMarkedUrgent,
    FoundInTheFuture,
    MeasureMissing,
    NotWithinTheMatter,
    NotYourUrgentMatter,
    OnlyTheBureauReportsUp,
)
from petition_supervision.domain.urgent_events import (
    UrgentMatterEnded,
    UrgentMatterMarked,
    UrgentNoticeGiven,
    UrgentReportApproaching,
    UrgentReportDone,
    UrgentReportMissed,
    UrgentReportMissLifted,
)
from petition_supervision.domain.urgent_matter import KIND, UP_CLOCK
from petition_supervision.domain.urgent_terms import FOUR, UPWARDS, Addressee, UrgentState


def told(work, kind):
    return [event for event in work.urgent_matters.published if isinstance(event, kind)]


def test_a_matter_found_otherwise_is_marked_and_both_clocks_run() -> None:
    work = work_with_a_case(START + HOUR)

    matter = done(work, mark(found_at=START))

    (event,) = told(work, UrgentMatterMarked)
    assert (event.case_no, event.unit, event.report_hours) == (None, TOWNSHIP, 4)
    assert {name: (clock.unit, clock.due_at) for name, clock in matter.clocks.items()} == {
        KIND: (TOWNSHIP, DUE_AT),
        UP_CLOCK: (BUREAU, DUE_AT + HOUR),
    }


def test_the_hours_are_the_countys_setting_and_count_on_days_off_too() -> None:
    work = work_with_a_case()
    work.county.replace(CountySettings(urgent_report_hours=100))

    assert done(work, mark()).clocks[KIND].due_at == START + 100 * HOUR


@pytest.mark.parametrize(
    ("settings", "hours"), [({}, 4), ({"urgent_report_hours": 2}, 2), ({"urgent_report_hours": 0}, 4)]
)
def test_what_the_register_does_not_set_has_its_default(settings: dict[str, object], hours: int) -> None:
    assert CountySettings.from_register(settings).urgent_report_hours == hours


def test_a_petition_is_marked_by_a_unit_concerned_or_by_the_bureau_and_once_at_a_time() -> None:
    work = work_with_a_case()

    with pytest.raises(NotYourCase):
        mark(case_no=CASE_NO)(work)
    done(work, mark(COMPETENT, CASE_NO))
    with pytest.raises(AlreadyMarkedUrgent):
        mark(BUREAU_OFFICER, CASE_NO)(work)
    assert told(work, UrgentMatterMarked)[0].case_no == CASE_NO


def test_the_number_of_an_accusation_is_refused_like_one_never_given_out() -> None:
    """第三十条: an accusation is never told to this service, so both answers come from the same place."""
    refusals = []
    for number in ("KG2026000001", "640425190001010001"):
        work = work_with_a_case()
        with pytest.raises(NotKept) as refused:
            mark(BUREAU_OFFICER, number)(work)
        refusals.append(str(refused.value).replace(number, "?"))
        assert work.urgent_matters.kept == {}
    assert len(set(refusals)) == 1


def test_an_unknown_department_or_a_day_to_come_is_refused() -> None:
    work = work_with_a_case()

    with pytest.raises(UnitUnknown):
        mark(competent_unit="dept_of_nothing")(work)
    with pytest.raises(FoundInTheFuture):
        mark(found_at=START + TICK)(work)
    assert done(work, mark(found_at=START)).found_at == START


@pytest.mark.parametrize(("after", "late"), [(-TICK, False), (TICK * 0, True)])
@pytest.mark.parametrize("addressee", list(Addressee))
def test_a_notice_has_its_own_instant_and_is_late_from_the_due_instant_on(addressee, after, late) -> None:
    work = work_with_a_case()
    done(work, mark())
    work.now = DUE_AT + HOUR

    matter = done(work, tell(addressee, DUE_AT + after))

    (notice,) = matter.notices
    assert (notice.addressee, notice.at, notice.late) == (addressee, DUE_AT + after, late)
    assert [(event.addressee, event.late) for event in told(work, UrgentNoticeGiven)] == [(addressee, late)]


def test_the_clock_ends_when_the_last_of_the_four_was_told_and_the_bureaus_when_both_above_were() -> None:
    work = work_with_a_case()
    done(work, mark(), *tell_all(*FOUR[:3]))
    assert told(work, UrgentReportDone) == []

    done(work, tell(FOUR[3]), tell(UPWARDS[0]))
    assert [(event.clock_id, event.met) for event in told(work, UrgentReportDone)] == [(KIND, True)]

    done(work, tell(UPWARDS[1]))
    assert [(event.clock_id, event.met) for event in told(work, UrgentReportDone)][1:] == [(UP_CLOCK, True)]
    assert work.urgent_matters.due == {}


def test_only_the_bureau_reports_upwards() -> None:
    work = work_with_a_case()
    done(work, mark())

    for addressee in UPWARDS:
        with pytest.raises(OnlyTheBureauReportsUp):
            tell(addressee, officer=FINDER)(work)
        done(work, tell(addressee, officer=BUREAU_OFFICER))


def test_the_finder_the_department_the_bureau_and_the_leaders_record_and_nobody_else() -> None:
    for officer in (FINDER, COMPETENT, BUREAU_OFFICER, LEADER):
        work = work_with_a_case()
        done(work, mark(), tell(Addressee.GOVERNMENT, officer=officer), measure(officer=officer))
    for step in (tell(Addressee.PARTY_COMMITTEE, officer=STRANGER), measure(officer=STRANGER)):
        with pytest.raises(NotYourUrgentMatter):
            step(work)


@pytest.mark.parametrize(("at", "fits"), [(START - TICK, False), (START, True), (DUE_AT, True), (DUE_AT + TICK, False)])
def test_what_is_recorded_lies_between_the_finding_and_now(at, fits: bool) -> None:
    for step in (tell(Addressee.GOVERNMENT, at), measure(at)):
        work = work_with_a_case()
        done(work, mark())
        work.now = DUE_AT
        if fits:
            step(work)
        else:
            with pytest.raises(NotWithinTheMatter):
                step(work)


def test_the_unit_is_reminded_an_hour_before_and_the_miss_is_told_once_and_stands_in_the_lists() -> None:
    work = work_with_a_case()
    done(work, mark(), *tell_all(*UPWARDS))

    for now, fired in ((DUE_AT - HOUR - TICK, 0), (DUE_AT - HOUR, 1), (DUE_AT - TICK, 0), (DUE_AT, 1), (DUE_AT, 0)):
        work.now = now
        assert work.sweep() == fired
    assert [event.unit for event in told(work, UrgentReportApproaching)] == [TOWNSHIP]
    assert [(event.kind, event.unit, event.escalate_to) for event in told(work, UrgentReportMissed)] == [
        (KIND, TOWNSHIP, LEADERSHIP)
    ]
    (row,) = work.urgent_matters.missed.values()
    assert (row.urgent_no, row.case_no, row.kind, row.missed_at) == (NUMBER, None, KIND, DUE_AT)


def test_a_miss_falls_when_all_had_been_told_in_time_and_stands_when_one_was_told_late() -> None:
    for last, met in ((DUE_AT - TICK, True), (DUE_AT, False)):
        work = work_with_a_case()
        done(work, mark())
        work.now = DUE_AT
        work.sweep()
        work.now = DUE_AT + HOUR

        done(work, *tell_all(*FOUR[:3], at=START), tell(FOUR[3], last))

        assert len(told(work, UrgentReportMissLifted)) == met
        assert told(work, UrgentReportDone)[0].met is met
        assert bool([row for row in work.urgent_matters.missed.values() if row.clock_id == KIND]) is not met


def test_a_matter_found_long_ago_is_late_at_once() -> None:
    work = work_with_a_case(DUE_AT + HOUR)
    done(work, mark(found_at=START))

    assert work.sweep() == 1
    assert [event.clock_id for event in told(work, UrgentReportMissed)] == [KIND]


def test_it_ends_by_a_person_after_all_were_told_and_something_was_done() -> None:
    work = work_with_a_case()
    done(work, mark(), measure(), *tell_all(*FOUR), tell(UPWARDS[0]))
    with pytest.raises(AddresseesNotTold) as refused:
        end()(work)
    assert "国家信访局" in str(refused.value.values)
    done(work, tell(UPWARDS[1]), end())

    other = work_with_a_case()
    done(other, mark(), *ALL_TOLD)
    with pytest.raises(MeasureMissing):
        end()(other)
    assert done(other, measure(), end()).state is UrgentState.ENDED
    assert [event.ended_by for event in told(other, UrgentMatterEnded)] == [BUREAU_OFFICER.person]


STATES = {
    "marked": (mark(),),
    "four told": (mark(), *tell_all(*FOUR)),
    "all told": (mark(), *ALL_TOLD),
    "measure only": (mark(), measure()),
    "ready": (mark(), *ALL_TOLD, measure()),
    "ended": (mark(), *ALL_TOLD, measure(), end()),
}
COMMANDS = {"tell one of four": tell(FOUR[0]), "tell above": tell(UPWARDS[0]), "measure": measure(), "end": end()}
OUTCOMES = {
    "marked": ["ok", "ok", "ok", "ADDRESSEES_NOT_TOLD"],
    "four told": ["ADDRESSEE_TOLD", "ok", "ok", "ADDRESSEES_NOT_TOLD"],
    "all told": ["ADDRESSEE_TOLD", "ADDRESSEE_TOLD", "ok", "MEASURE_MISSING"],
    "measure only": ["ok", "ok", "ok", "ADDRESSEES_NOT_TOLD"],
    "ready": ["ADDRESSEE_TOLD", "ADDRESSEE_TOLD", "ok", "ok"],
    "ended": ["URGENCY_IS_OVER"] * 4,
}


@pytest.mark.parametrize("state", list(STATES))
@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_in_every_state_of_an_urgent_matter(state: str, command: str) -> None:
    work = work_with_a_case()
    before = done(work, *STATES[state])
    try:
        COMMANDS[command](work)
        outcome = "ok"
        assert work.urgent_matters.require(NUMBER).version > before.version
    except Refused as refusal:
        outcome = refusal.code
        assert work.urgent_matters.require(NUMBER) == before

    assert outcome == OUTCOMES[state][list(COMMANDS).index(command)]


def test_the_table_has_every_state_and_the_department_is_concerned() -> None:
    assert set(OUTCOMES) == set(STATES)
    assert done(work_with_a_case(), mark()).units_concerned == {FINDER.unit, HANDLER}

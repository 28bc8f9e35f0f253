"""The petitioner's own door: number and query code, to follow a petition and to rate it (第二十一条第二款)."""

from __future__ import annotations

from datetime import datetime

from petition_intake.application.access import open_own_registration
from petition_intake.application.ports import Files, Office
from petition_intake.domain.errors import (
    CodeNotAccepted,
    NotAtTheWindow,
    QueryCodeRequired,
    RatedByOfficer,
    RatingNotOpen,
    TooManyTries,
)
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition
from petition_intake.domain.progress import Progress
from petition_intake.domain.rating import RatingLevel
from petition_intake.domain.register import PORTAL
from petition_intake.domain.states import STATE_WORDING, State
from workdays import CHINA_STANDARD_TIME

REGISTRAR = "registrar"


def check_code(office: Office, case_no: str, query_code: str, now: datetime) -> None:
    """Whether the code is that of this number.

    Wrong, or no such case                        => CodeNotAccepted, the same for both, and counted
    Ten wrong ones for this number within an hour => TooManyTries until the hour is over, for right codes too
    """
    wrong = office.tries.of(case_no)
    until = wrong.locked_until(now) if wrong else None
    if until is not None:
        raise TooManyTries("query_code", until=f"{until.astimezone(CHINA_STANDARD_TIME):%H:%M}")
    if not office.query_codes.fits(case_no, query_code):
        office.tries.add(case_no, now)
        raise CodeNotAccepted("query_code")


def open_at_window_or_by_code(
    files: Files,
    office: Office,
    caller: Officer,
    case_no: str,
    query_code: str | None,
    expected_version: int | None,
    now: datetime,
) -> tuple[Petition, Progress] | None:
    """The petition, through the window or through the petitioner's own door.

    None: the code was right, so it is the accuser's own number (第三十条); the answer must be one any petition meets.
    Neither a registrar nor the petitioner with the query code => NotAtTheWindow, QueryCodeRequired, CodeNotAccepted.
    """
    register = office.registers.current()
    if caller.person is not None:
        if REGISTRAR not in caller.roles:
            raise NotAtTheWindow("actor")
        return open_own_registration(files, register, caller, case_no, expected_version)
    if register.kind_of(caller.unit) != PORTAL:
        raise NotAtTheWindow("actor")
    if query_code is None:
        raise QueryCodeRequired("query_code")
    check_code(office, case_no, query_code, now)
    petition, progress = files.petitions.get(case_no), files.progress.get(case_no)
    return None if petition is None or progress is None else (petition, progress)


def rate_petition(
    files: Files,
    office: Office,
    caller: Officer,
    case_no: str,
    query_code: str,
    bureau: RatingLevel,
    unit: RatingLevel,
    now: datetime,
) -> Petition:
    """The petitioner rates bureau and unit through the citizens' entry; an officer, or an agency => RatedByOfficer."""
    register = office.registers.current()
    if caller.person is not None or register.kind_of(caller.unit) != PORTAL:
        raise RatedByOfficer("actor")
    check_code(office, case_no, query_code, now)
    petition, progress = files.petitions.get(case_no), files.progress.get(case_no)
    if petition is None or progress is None:
        # The code was right, so it is the accuser's own number; an accusation is not rated (第三十条), and the refusal
        # is one that any petition meets, so that no count of refusals tells that there is an accusation.
        waiting = STATE_WORDING[State.REGISTERED]
        raise RatingNotOpen("case_no", state=waiting.en, state_zh=waiting.zh)
    petition.rate(
        bureau,
        unit,
        progress.round,
        progress.closed_at,
        progress.state,
        register.settings.rating_window_days,
        now,
    )
    progress.rated(now)
    files.progress.save(progress)
    files.petitions.save(petition)
    return petition

"""What people at the window decide about a petition: first or repeat, corrections, settlement, withdrawal."""

from __future__ import annotations

from datetime import datetime

from petition_intake.application.access import open_own_registration
from petition_intake.application.ports import Files, Office
from petition_intake.domain.errors import AccusationNeedsOwnFiling, DateInFuture, RepeatOfUnknown
from petition_intake.domain.filing import Purpose
from petition_intake.domain.officer import Officer
from petition_intake.domain.petition import Petition
from petition_intake.domain.rating import last_day_to_rate
from petition_intake.domain.register import Place
from petition_intake.domain.vocabulary import Decision, ReclassifyReason, SettlementLevel
from workdays import local_day


def decide_first_or_repeat(
    files: Files,
    office: Office,
    officer: Officer,
    case_no: str,
    decision: Decision,
    repeat_of: str | None,
    expected_version: int | None,
    now: datetime,
) -> Petition:
    """A person decides; the system only suggests. An earlier petition that is not on file => RepeatOfUnknown."""
    petition, progress = open_own_registration(files, office.registers.current(), officer, case_no, expected_version)
    earlier = None if repeat_of is None else files.petitions.get(repeat_of)
    if repeat_of is not None and earlier is None:
        raise RepeatOfUnknown("repeat_of", case_no=repeat_of)
    petition.decide_first_or_repeat(decision, earlier, officer, progress.state, now)
    progress.linked(petition)
    files.progress.save(progress)
    files.petitions.save(petition)
    return petition


def reclassify_petition(
    files: Files,
    office: Office,
    officer: Officer,
    case_no: str,
    purpose: Purpose | None,
    category: str | None,
    place: Place | None,
    reason: ReclassifyReason,
    expected_version: int | None,
    now: datetime,
) -> Petition:
    """Correct what is stated, keep what is not. Into an accusation => AccusationNeedsOwnFiling."""
    register = office.registers.current()
    petition, progress = open_own_registration(files, register, officer, case_no, expected_version)
    if purpose is Purpose.ACCUSATION:
        raise AccusationNeedsOwnFiling("purpose")
    category = category or petition.category
    register.check_category(category)
    chosen = petition.place if place is None else register.check_place(place)
    petition.reclassify(purpose or petition.purpose, category, chosen, reason, officer, progress.state, now)
    progress.reclassified(petition)
    files.progress.save(progress)
    files.petitions.save(petition)
    return petition


def settle_on_spot(
    files: Files,
    office: Office,
    officer: Officer,
    case_no: str,
    level: SettlementLevel,
    settled_at: datetime | None,
    result: str,
    headcount: int | None,
    confirmed: bool,
    expected_version: int | None,
    now: datetime,
    in_grid: bool = False,
) -> Petition:
    """当场化解. `settled_at` None means now; later than now => DateInFuture."""
    register = office.registers.current()
    petition, progress = open_own_registration(files, register, officer, case_no, expected_version)
    at = settled_at or now
    if at > now:
        raise DateInFuture("settled_at", given=local_day(at), now=local_day(now))
    petition.settle_on_spot(level, at, result, headcount, confirmed, officer, progress.state, in_grid)
    progress.settled_on_spot(petition, last_day_to_rate(at, register.settings.rating_window_days))
    files.progress.save(progress)
    files.petitions.save(petition)
    return petition


def withdraw_petition(
    files: Files,
    office: Office,
    officer: Officer,
    case_no: str,
    confirmed: bool,
    expected_version: int | None,
    now: datetime,
) -> Petition:
    """The petitioner takes it back."""
    register = office.registers.current()
    petition, progress = open_own_registration(files, register, officer, case_no, expected_version)
    petition.withdraw(confirmed, officer, progress.state, now)
    progress.withdraw(now, officer.unit)
    files.progress.save(progress)
    files.petitions.save(petition)
    return petition

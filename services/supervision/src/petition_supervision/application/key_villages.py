"""Use cases of key villages (重点村专班)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from petition_supervision.application.leading import members_of
from petition_supervision.application.ports import Work
from petition_supervision.domain.key_village import KeyVillage, task_force_head
from petition_supervision.domain.key_village_errors import KeyVillagesFull, VillageUnknown
from petition_supervision.domain.supervision_item import Officer


def name_key_village(
    work: Work,
    officer: Officer,
    village_code: str,
    entry_reason: str,
    head: str,
    members: Iterable[Mapping[str, str]],
    review_on: date,
) -> KeyVillage:
    """Refusals: VillageUnknown, KeyVillageAlready, KeyVillagesFull, HeadNotALeader, PersonUnknown, NamedTwice,
    DueDateNotAhead.

    The roll is written whenever the list changes, so two who name the last place at once cannot both commit.
    """
    known = work.villages.get(village_code)
    if known is None:
        raise VillageUnknown("village_code", village=village_code)
    village = work.key_villages.get(village_code) or KeyVillage(village_code, known.township_code)
    leader = task_force_head(head, work.leader(head))
    village.name(entry_reason, leader, members_of(work, members), review_on, officer.person, work.now)
    roll = work.key_villages.roll()
    if len(roll) >= work.settings.key_villages:
        raise KeyVillagesFull("village_code", named=len(roll), most=work.settings.key_villages)
    work.key_villages.set_roll([*roll, village_code])
    work.key_villages.save(village)
    return village


def review_key_village(
    work: Work, officer: Officer, village_code: str, findings: str, next_review_on: date
) -> KeyVillage:
    """Refusals: NotAKeyVillage, DueDateNotAhead; a village never named as the wire says."""
    village = work.key_villages.require(village_code)
    counted = work.key_villages.count(village_code)
    village.review(findings, next_review_on, counted, officer.person, work.now)
    work.key_villages.save(village)
    return village


def release_key_village(work: Work, officer: Officer, village_code: str, evidence: str) -> KeyVillage:
    """Refusals: NotAKeyVillage, VillageNotReviewed; a village never named as the wire says."""
    village = work.key_villages.require(village_code)
    village.release(evidence, work.key_villages.count(village_code), officer.person, work.now)
    work.key_villages.set_roll([code for code in work.key_villages.roll() if code != village_code])
    work.key_villages.save(village)
    return village

"""Who may read what: a unit its own, the bureau and the county leadership everything."""

from __future__ import annotations

from collections.abc import Iterable

from petition_supervision.domain.errors import NotYourCase, NotYourUnit
from petition_supervision.domain.ladder_errors import NotYourSupervision
from petition_supervision.domain.meetings import Meeting
from petition_supervision.domain.proposal import Proposal
from petition_supervision.domain.proposal_errors import NotYourProposal
from petition_supervision.domain.unit_tree import UnitTree
from petition_supervision.domain.urgent_errors import NotYourUrgentMatter
from petition_supervision.domain.urgent_matter import UrgentMatter
from petition_supervision.domain.urging import Urging
from petition_supervision.domain.urging_errors import NotYourUrging


def check_case(units: UnitTree, reader: str, concerned: Iterable[str]) -> None:
    """Another unit's case => NotYourCase."""
    if not units.sees_all(reader) and reader not in concerned:
        raise NotYourCase("case_no", unit=reader)


def check_item(units: UnitTree, reader: str, concerned: Iterable[str]) -> None:
    """An item neither about the reader's unit nor in its charge => NotYourSupervision."""
    if not units.sees_all(reader) and reader not in concerned:
        raise NotYourSupervision("supervision_no", unit=reader)


def check_meeting(units: UnitTree, reader: str, meeting: Meeting) -> None:
    """A meeting neither held by the reader's unit nor with a decision for it => NotYourUnit."""
    concerned = {meeting.unit, *(decision.owner for decision in meeting.decisions)}
    if not units.sees_all(reader) and reader not in concerned:
        raise NotYourUnit("meeting_no", own=reader, unit=meeting.unit)


def check_proposal(units: UnitTree, reader: str, proposal: Proposal) -> None:
    """A proposal neither to the reader's unit nor made by it => NotYourProposal."""
    if not units.sees_all(reader) and reader not in (proposal.addressee, proposal.unit):
        raise NotYourProposal("proposal_no", unit=reader)


def check_urging(units: UnitTree, reader: str, urging: Urging) -> None:
    """A notice neither to the reader's unit nor copied to it => NotYourUrging."""
    if not units.sees_all(reader) and reader not in (urging.unit, urging.copied_to):
        raise NotYourUrging("urging_no", unit=reader)


def check_urgent_matter(units: UnitTree, reader: str, matter: UrgentMatter) -> None:
    """A matter the reader's unit neither learnt of nor is competent for => NotYourUrgentMatter."""
    if not units.sees_all(reader) and reader not in matter.units_concerned:
        raise NotYourUrgentMatter("urgent_no", unit=reader)


def unit_to_list(units: UnitTree, reader: str, asked: str | None) -> str | None:
    """The unit whose entries are listed; None: all units'. Another unit's asked for => NotYourUnit."""
    if units.sees_all(reader):
        return asked
    if asked not in (None, reader):
        raise NotYourUnit("unit", own=reader, unit=asked)
    return reader

"""What an officer can do with the review of a case right now, and with a matter that is final."""

from __future__ import annotations

from petition_assignment.domain.case_record import CaseRecord
from petition_assignment.domain.officer import Officer
from petition_assignment.domain.publication import standing, was_heard
from petition_assignment.domain.review_duties import REOPENING_ROLES, REVIEW_DUTIES


def possible_in_review(case: CaseRecord, officer: Officer) -> list[str]:
    """Names of the commands, in the order of the path; none for those who took part in what is under review."""
    found: list[str] = []
    review = case.reviews[-1] if case.reviews else None
    if review is not None and officer.unit == review.unit:
        barred = review.has_level_above and officer.name in review.barred
        allowed = {
            "accept_review": review.has_level_above and case.final is None,
            "open_hearing": bool(review.hearing_calls),
            "publish_review_opinion": was_heard(review) and standing(case.publications) is None,
            "withdraw_publication": standing(case.publications) is not None,
        }
        found = [
            duty.command
            for duty in REVIEW_DUTIES.values()
            if review.state in duty.states
            and officer.holds(*duty.roles)
            and not barred
            and allowed.get(duty.command, True)
        ]
    if case.final is not None and officer.unit == case.sender and officer.holds(*REOPENING_ROLES):
        found.append("reopen_on_new_facts")
    return found

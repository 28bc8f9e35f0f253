"""What the printed papers of a review repeat from it."""

from __future__ import annotations

from petition_assignment.domain.opinion import OUTCOME_ZH
from petition_assignment.domain.review import LEVEL_ZH, REVIEW_OUTCOME_ZH, Review
from workdays import local_day


def in_print(review: Review) -> dict[str, str | None]:
    """Level, the unit whose answer is under review, and, as far as there are any, outcome, delivery and numbers."""
    decision, delivery = review.decision, review.delivery
    return {
        "level": LEVEL_ZH[review.level],
        "answering_unit": review.answering_unit,
        "requested_on": local_day(review.requested_at).isoformat(),
        "decision": REVIEW_OUTCOME_ZH[decision.outcome] if decision else None,
        "changed_to": OUTCOME_ZH[decision.changed_to] if decision and decision.changed_to else None,
        "of_number": decision.document_no if decision else None,
        "method": delivery.method.value if delivery else None,
        "delivered_on": delivery.delivered_on.isoformat() if delivery else None,
    }

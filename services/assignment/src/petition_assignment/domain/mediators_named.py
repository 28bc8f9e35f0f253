"""Which mediators of the county's list mediated: named by id, with a mediation alone (《信访工作条例》第三十三条)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from petition_assignment.domain.agreement_errors import MediatorNamedTwice, MediatorNotListed, MediatorsNotAllowed
from petition_assignment.domain.register import Register

FIELD = "mediators"


def mediators_named(ids: Sequence[str], day: date, mediated: bool, read_register: Callable[[], Register]) -> list[str]:
    """The ids, checked; none named => nothing to check, since parties may choose somebody who is on no list.

    Named where nobody mediated       => MediatorsNotAllowed.  The same twice => MediatorNamedTwice.
    Not on the county's list that day => MediatorNotListed.
    """
    if not ids:
        return []
    if not mediated:
        raise MediatorsNotAllowed(FIELD)
    known = {one.mediator_id: one for one in read_register().mediators}
    for number, identifier in enumerate(ids):
        if identifier in ids[:number]:
            raise MediatorNamedTwice(FIELD, mediator=identifier)
        if identifier not in known or not known[identifier].is_listed(day):
            raise MediatorNotListed(FIELD, mediator=identifier, date=day)
    return list(ids)


def listed_in_print(ids: Sequence[str]) -> str | None:
    """The ids as a paper keeps them; their names are looked up when it is printed."""
    return ";".join(ids) or None

"""The handling rounds of a case, each with what every producer told about it.

Round 1 is the first handling (or the settlement on the spot); each order to handle again opens the next. A round is
the unit in which closing, follow-up and rating are counted, so a later round never rewrites an earlier figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from petition_metrics.domain.days import day_of, without_unknown
from petition_metrics.domain.told_by_intake import Told

FIRST = 1
ABOVE = "above"
_RANK = {"grid": 0, "village": 0, "township": 1, "county": 2, ABOVE: 3, "city": 4, "region": 4, "state": 4}


def handling_rounds(intake: Told, assignment: Told, supervision: Told, unit: str | None) -> list[dict[str, Any]]:
    """One element a round, in order. `unit` stands in where a round names none."""
    handled: Mapping[str, Any] = assignment.get("rounds", {})
    ratings: Mapping[str, Any] = intake.get("ratings", {})
    calls = supervision.get("follow_ups", ())
    orders = [order["round"] for order in supervision.get("rehandling", ())]
    numbers = {int(number) for number in (*handled, *ratings, *(call["round"] for call in calls))}
    if intake.get("settlement"):
        numbers.add(FIRST)
    latest = max([*orders, *(int(number) for number in handled)], default=FIRST)
    return [
        without_unknown(
            {
                "round": number,
                "unit": unit,
                **_settled(intake, number),
                **_handled(handled.get(str(number), {})),
                **_followed_up([call for call in calls if call["round"] == str(number)]),
                **_rated(ratings.get(str(number), {})),
                **_level(intake, handled.get(str(number), {}), number),
                "rehandled": True if latest > number else None,
            }
        )
        for number in sorted(numbers)
    ]


def _level(intake: Told, told: Told, number: int) -> dict[str, Any]:
    """Where a closed round was settled (化解层级), and whether that was no higher than where it was filed (就地)."""
    settlement = intake.get("settlement") or {}
    level = told.get("level") or (settlement.get("level") if number == FIRST else None)
    if told.get("re_reviewed_on"):
        level = ABOVE
    filed = intake.get("filing", {}).get("registered_level")
    if level not in _RANK or filed not in _RANK:
        return without_unknown({"level": level})
    return without_unknown({"level": level, "at_home": True if _RANK[level] <= _RANK[filed] else None})


def _settled(intake: Told, number: int) -> dict[str, Any]:
    settlement = intake.get("settlement")
    if number != FIRST or not settlement:
        return {}
    facts = {
        "unit": settlement["unit"],
        "closed_on": day_of(settlement["settled_at"]),
        "closed_by": "settlement",
    }
    return without_unknown(facts)


def _handled(told: Told) -> dict[str, Any]:
    """A round is closed when the bureau has confirmed it, not when the unit says it is done."""
    facts = without_unknown(
        {
            "unit": told.get("unit"),
            "outcome": told.get("outcome"),
            "issued_on": day_of(told.get("issued_at")),
            "delivered_on": told.get("delivered_on"),
            "completed_on": day_of(told.get("completed_at")),
            "returns": told.get("returns"),
        }
    )
    if told.get("confirmed_at"):
        facts |= {"closed_on": day_of(told["confirmed_at"]), "closed_by": "confirmation"}
    return facts


def _followed_up(calls: Iterable[Told]) -> dict[str, Any]:
    """Followed up on the day the petitioner was first reached; the score is the last one given in the round."""
    facts: dict[str, Any] = {}
    attempts = 0
    for call in calls:
        attempts += 1
        facts["follow_up_attempts"] = attempts
        if call["reached"]:
            facts.setdefault("followed_up_on", day_of(call["recorded_at"]))
        for name, value in (("follow_up_score", call["score"]), ("promise_kept", call["promise_kept"])):
            if value is not None:
                facts[name] = value
    return facts


def _rated(rating: Told) -> dict[str, Any]:
    return {
        "bureau_rating": rating.get("bureau_rating"),
        "unit_rating": rating.get("unit_rating"),
        "rated_on": day_of(rating.get("rated_at")),
    }

"""Counts for the public: small cells are hidden, and nothing hidden follows from what is shown.

A small number can point at a person, so it is not published (小数可识别到人，故不公布).
"""

from __future__ import annotations

from collections.abc import Mapping

Table = Mapping[str, int]
Shown = dict[str, int | None]


def without_small_cells(table: Table, least: int) -> Shown | None:
    """Each count, or None where it is hidden; None for a table of which nothing may be known.

    Every count below `least` is hidden, and with it every count equal to the smallest that is not. Whoever knows the
    total and this rule still finds another table with the same answer: any small count may change places with a
    hidden larger one. Where there is no larger one to hide behind, the table is withheld, and so must its total be.
    """
    large = [count for count in table.values() if count >= least]
    if len(large) == len(table):
        return dict(table)
    if not large:
        return None
    shield = min(large)
    return {name: count if count > shield else None for name, count in table.items()}

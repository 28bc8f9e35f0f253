"""A quarter as it was published: fixed for ever. A correction is another edition, and only one that betrays nothing.

Whoever has both editions can subtract them. So a correction is published only when every difference that can be seen or
worked out is nothing, or large enough to point at nobody; until then it waits and the first edition stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from petition_metrics.domain.small_cells import Shown


@dataclass(frozen=True)
class Published:
    """What the public sees of a quarter; `total` and tables None where withheld."""

    total: int | None
    tables: Mapping[str, Shown | None]


def may_follow(old: Published, new: Published, least: int) -> bool:
    """Whether `new` may be published beside `old`.

    One of them withheld => nothing can be subtracted. Otherwise the same cells are hidden in both, and the total, every
    shown cell and the sum of the hidden ones of each table moved by nothing, or by `least` or more.
    """
    if old.total is None or new.total is None:
        return True
    differences = [new.total - old.total]
    for name, before in old.tables.items():
        after = new.tables[name]
        if before is None or after is None or _hidden(before) != _hidden(after):
            return False
        shown = {cell: (after.get(cell) or 0) - (before.get(cell) or 0) for cell in before.keys() | after.keys()}
        differences += [shown[cell] for cell in shown if cell not in _hidden(before)]
        differences.append(new.total - old.total - sum(shown[cell] for cell in shown if cell not in _hidden(before)))
    return all(one == 0 or abs(one) >= least for one in differences)


def _hidden(table: Shown) -> frozenset[str]:
    return frozenset(name for name, count in table.items() if count is None)

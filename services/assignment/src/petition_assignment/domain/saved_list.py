"""A list an officer has saved under a name: which list, of which unit. It may be shared with the officer's unit."""

from __future__ import annotations

from dataclasses import dataclass, replace

from petition_assignment.domain.errors import Refused

MOST_SAVED = 50
"""So many lists may one person keep."""


class SavedListUnknown(Refused):
    code = "SAVED_LIST_UNKNOWN"
    zh = "您没有名为“{name}”的已存清单。"
    en = "You have saved no list under the name {name}."


class SavedListsFull(Refused):
    code = "SAVED_LISTS_FULL"
    zh = "每人最多保存{most}个清单。"
    en = "One person may save {most} lists at most."


@dataclass(frozen=True)
class SavedList:
    """`owner` is a person, `unit` that person's unit; the rest is what `list_cases` is asked."""

    owner: str
    unit: str
    name: str
    view: str
    of_unit: str | None
    days: int
    shared: bool = False

    def saved_again(self, newer: SavedList) -> SavedList:
        """The same name with other content; whether it is shared stays as it was."""
        return replace(newer, shared=self.shared)


def check_room(saved: int) -> None:
    """One more => SavedListsFull when the most are there already."""
    if saved >= MOST_SAVED:
        raise SavedListsFull("name", most=MOST_SAVED)

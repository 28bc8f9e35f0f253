"""What happens in the county beside the ordinary way of its matters, each story in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator

from county_year.scene import Scene
from county_year.stories import (
    accusation,
    co_handling,
    key_villages,
    ladder,
    leader_case,
    meetings,
    reception,
    review,
    screening,
)
from county_year.stories.setting import Setting

STORIES = (accusation, co_handling, key_villages, ladder, leader_case, meetings, reception, review, screening)


def scenes(setting: Setting) -> Iterator[Scene]:
    """Everything that all stories do in the year."""
    for story in STORIES:
        yield from story.scenes(setting)

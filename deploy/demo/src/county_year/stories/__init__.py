"""What happens in the county beside the ordinary way of its matters, each story in a file of its own."""

from __future__ import annotations

from collections.abc import Iterator

from county_year.scene import Scene
from county_year.stories import accusation, ladder, meetings, reception, review
from county_year.stories.setting import Setting

STORIES = (accusation.scenes, ladder.scenes, meetings.scenes, reception.scenes, review.scenes)


def scenes(setting: Setting) -> Iterator[Scene]:
    """Everything that all stories do in the year."""
    for story in STORIES:
        yield from story(setting)

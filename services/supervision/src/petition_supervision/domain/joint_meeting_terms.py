"""Words of the joint meetings' register."""

from __future__ import annotations

from enum import StrEnum


class JointMeetingLevel(StrEnum):
    """县乡两级."""

    COUNTY = "county"
    TOWNSHIP = "township"

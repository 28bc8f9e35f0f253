"""One call of a story: what it says may need what earlier calls were answered, so it is made when it is due."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


class Known:
    """What the services have answered so far: numbers and units of matters, and what stories keep."""

    def __init__(self) -> None:
        self.case_no: dict[str, str] = {}
        self.query_code: dict[str, str] = {}
        self.unit: dict[str, str] = {}
        self.kept: dict[str, Any] = {}


@dataclass(frozen=True)
class Scene:
    """Scenes of one chain are played one after the other."""

    at: datetime
    chain: str
    name: str
    caller: str
    service: str
    method: str
    actor: str | None
    data: Callable[[Known], dict[str, Any]]
    keep: Mapping[str, str] = field(default_factory=dict)
    """Field of the answer -> the name under which it is kept."""

    @property
    def key(self) -> str:
        return f"{self.chain}:{self.name}"

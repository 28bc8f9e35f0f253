"""A code and what people read for it, Chinese first."""

from __future__ import annotations

from typing import NamedTuple


class Wording(NamedTuple):
    """One thing said in both languages."""

    zh: str
    en: str

    def to_wire(self, code: str) -> dict[str, str]:
        return {"code": code, "zh": self.zh, "en": self.en}

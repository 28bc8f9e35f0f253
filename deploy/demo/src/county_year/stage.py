"""Who says what next: the matters' steps and the stories' scenes, behind one question."""

from __future__ import annotations

from typing import Any

from county_year.calls import Calls
from county_year.itinerary import Step
from county_year.scene import Known, Scene
from petition_client import Request

Act = Step | Scene


class Stage:
    """Keys are made of the seed and the act, so that a replay which is run again gets the answers it got before."""

    def __init__(self, calls: Calls, known: Known, seed: int) -> None:
        self._calls = calls
        self._known = known
        self._seed = seed

    def service_of(self, act: Act) -> str:
        return act.service if isinstance(act, Scene) else self._calls.service_of(act)

    def request(self, act: Act) -> tuple[str, Request]:
        """The calling unit, and its request."""
        if isinstance(act, Step):
            return self._calls.request(act)
        key = f"year-{self._seed}:{act.key}"
        return act.caller, Request(act.service, act.method, act.data(self._known), act.actor, key=key)

    def learn(self, act: Act, answer: dict[str, Any]) -> None:
        """Keep what later acts need of an answer."""
        if isinstance(act, Step):
            self._calls.learn(act, answer)
            return
        for name, kept in act.keep.items():
            self._known.kept[kept] = answer[name]

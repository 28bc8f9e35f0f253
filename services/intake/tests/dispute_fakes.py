"""Disputes in memory, as the real store keeps them."""

from __future__ import annotations

import copy

from petition_intake.application.dispute_ports import DisputeArchive, Disputes
from petition_intake.domain.dispute import Dispute, dispute_number


class FakeDisputes(Disputes, DisputeArchive):
    def __init__(self) -> None:
        self.stored: dict[str, Dispute] = {}
        self.asked: dict[str, object] = {}

    def next_number(self, now):
        return dispute_number(2026, len(self.stored) + 1)

    def get(self, dispute_no):
        return copy.deepcopy(self.stored.get(dispute_no))

    def save(self, dispute):
        dispute.pending = []
        self.stored[dispute.dispute_no] = copy.deepcopy(dispute)

    def page(self, limit, cursor, **wanted):
        self.asked = wanted
        return list(self.stored.values()), None

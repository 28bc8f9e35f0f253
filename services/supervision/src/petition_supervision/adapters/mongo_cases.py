"""Cases in MongoDB, with their due entries and misses kept beside them in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable

from chassis.repository import Repository
from chassis.service import Call
from chassis.unit_of_work import UnitOfWork
from petition_supervision.adapters.agenda_rows import write_rows
from petition_supervision.adapters.collections import CASES, DUE, MISSED
from petition_supervision.domain.agenda import DueEntry, MissedRow, due_entries, missed_rows
from petition_supervision.domain.supervised_case import SupervisedCase


class MongoCases:
    """Due entries and misses are written without being read: the case's own document guards them.

    Whoever changes them changes the case in the same transaction, so two changes at once meet at the case and one of
    them is made again.
    """

    def __init__(self, uow: UnitOfWork, call: Call | None = None) -> None:
        self._uow = uow
        self._call = call
        self._cases = Repository(uow, CASES, SupervisedCase, key="case_no", wire=("case_no", "case_version"))
        self._before: dict[str, tuple[dict[str, DueEntry], dict[str, MissedRow]]] = {}

    def get(self, case_no: str) -> SupervisedCase | None:
        return self._remember(self._cases.get(case_no))

    def require(self, case_no: str) -> SupervisedCase:
        case = self._cases.require(case_no, self._call)
        self._remember(case)
        return case

    def preload(self, case_nos: Iterable[str]) -> None:
        self._uow.preload(CASES, case_nos)

    def save(self, case: SupervisedCase) -> None:
        due_before, missed_before = self._before.get(case.case_no, ({}, {}))
        self._cases.save(case)
        write_rows(self._uow, DUE, due_before, due_entries(case))
        write_rows(self._uow, MISSED, missed_before, missed_rows(case))
        self._remember(case)

    def _remember(self, case: SupervisedCase | None) -> SupervisedCase | None:
        if case is not None:
            self._before[case.case_no] = due_entries(case), missed_rows(case)
        return case

"""The questions about the county as a whole: reports and tables for those who see the county."""

from __future__ import annotations

from chassis.service import ANYONE, Call, Query
from petition_metrics.adapters.mongo_ledger import MongoLedgers
from petition_metrics.application.appraised_figures import appraised_figures
from petition_metrics.application.asking import Asker
from petition_metrics.application.definitions import catalogue_in_force
from petition_metrics.application.figures import figure
from petition_metrics.application.self_check import self_check
from petition_metrics.application.unit_rows import unit_rows
from petition_metrics.application.yearly_report import yearly_report
from petition_metrics.domain.period import Period, year_of
from petition_metrics.entrypoints import report_answers, report_schemas
from petition_metrics.entrypoints.queries import Data, Reader


def compare_units(reader: Reader, call: Call, data: Data) -> Data:
    """Townships and departments side by side, in the order of their codes; other askers see their own row."""
    unit = Asker(call.unit, call.roles).unit_to_read(None)
    period = Period(data["begin"], data["end"])
    with MongoLedgers(reader).open() as ledger:
        rows = unit_rows(catalogue_in_force(ledger), period, call.now, ledger)
    shown = [report_answers.unit_row(row) for row in rows if unit in (None, row.unit)]
    return {"from": period.begin.isoformat(), "to": period.end.isoformat(), "rows": shown}


def compare_appraisal(reader: Reader, call: Call, data: Data) -> Data:
    """What was entered in a unit's yearly appraisal beside what is counted; other askers see their own unit's."""
    unit = Asker(call.unit, call.roles).unit_to_read(data["unit"])
    with MongoLedgers(reader).open() as ledger:
        rows = appraised_figures(str(unit), data["year"], call.now, catalogue_in_force(ledger), ledger)
    return {"unit": unit, "year": data["year"], "rows": [report_answers.appraised_row(row) for row in rows]}


def get_self_check(reader: Reader, call: Call, data: Data) -> Data:
    """The yearly self-check of the “三无”: three counts with their evidence."""
    Asker(call.unit, call.roles).check_county()
    with MongoLedgers(reader).open() as ledger:
        rows = self_check(catalogue_in_force(ledger), year_of(data["year"]), call.now, ledger)
    return {"year": data["year"], "rows": [report_answers.check_row(row) for row in rows]}


def get_yearly_report(reader: Reader, call: Call, data: Data) -> Data:
    """The report of 《信访工作条例》第四十一条 in its four parts, as data and as text."""
    Asker(call.unit, call.roles).check_county()
    with MongoLedgers(reader).open() as ledger:
        report = yearly_report(catalogue_in_force(ledger), data["year"], call.now, ledger)
    return report_answers.yearly_report(report)


def get_evidence_index(reader: Reader, call: Call, data: Data) -> Data:
    """Every indicator of a year by section of the “五好”, each leading to what it was counted from."""
    Asker(call.unit, call.roles).check_county()
    period = year_of(data["year"])
    with MongoLedgers(reader).open() as ledger:
        counted = [figure(one, period, None, call.now, ledger) for one in catalogue_in_force(ledger).indicators]
    return {"year": data["year"], "sections": report_answers.evidence_index(counted)}


REPORT_QUERIES = (
    Query("compare_units", report_schemas.CompareUnits, compare_units, ANYONE),
    Query("compare_appraisal", report_schemas.CompareAppraisal, compare_appraisal, ANYONE),
    Query("get_self_check", report_schemas.GetSelfCheck, get_self_check, ANYONE),
    Query("get_yearly_report", report_schemas.GetYearlyReport, get_yearly_report, ANYONE),
    Query("get_evidence_index", report_schemas.GetEvidenceIndex, get_evidence_index, ANYONE),
)

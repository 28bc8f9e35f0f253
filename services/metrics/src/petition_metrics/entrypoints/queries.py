"""The questions that are answered, each by one use case on a ledger opened for it."""

from __future__ import annotations

from typing import Any

from pymongo.database import Database

from chassis.service import ANYONE, Call, Query
from petition_metrics.adapters.mongo_editions import MongoEditions
from petition_metrics.adapters.mongo_ledger import MongoLedgers
from petition_metrics.application import boards, figures
from petition_metrics.application.asking import Asker
from petition_metrics.application.definitions import catalogue_in_force
from petition_metrics.application.publishing import published
from petition_metrics.application.scorecards import scorecard
from petition_metrics.domain.chain import heard_from_the_find_on
from petition_metrics.domain.errors import CaseUnknown
from petition_metrics.domain.period import Period
from petition_metrics.entrypoints import answers, board_answers, query_schemas

Reader = Database[dict[str, Any]]
Data = dict[str, Any]


class Queries:
    """The queries, each under the county's rules as its register sets them at that moment."""

    def declared(self) -> tuple[Query, ...]:
        """Any registered caller may ask; which unit's figures and cases it sees is decided for each question."""
        return (
            Query("list_indicators", query_schemas.ListIndicators, self.list_indicators, ANYONE),
            Query("get_indicator", query_schemas.GetIndicator, self.get_indicator, ANYONE),
            Query("compare_indicator", query_schemas.CompareIndicator, self.compare_indicator, ANYONE),
            Query("get_scorecard", query_schemas.GetScorecard, self.get_scorecard, ANYONE),
            Query("list_counted_cases", query_schemas.ListCountedCases, self.list_counted_cases, ANYONE),
            Query("get_case_timeline", query_schemas.GetCaseTimeline, self.get_case_timeline, ANYONE),
            Query("get_board", query_schemas.GetBoard, self.get_board, ANYONE),
            Query("get_public_figures", query_schemas.GetPublicFigures, self.get_public_figures, ANYONE),
            Query("get_article_table", query_schemas.GetArticleTable, self.get_article_table, ANYONE),
        )

    def list_indicators(self, reader: Reader, _call: Call, _data: Data) -> Data:
        """Every indicator with its definition in both languages."""
        with MongoLedgers(reader).open() as ledger:
            indicators = catalogue_in_force(ledger).indicators
        return {"items": [answers.definition(one) for one in indicators], "next": None}

    def get_indicator(self, reader: Reader, call: Call, data: Data) -> Data:
        """One figure with numerator and denominator, as of now."""
        unit = _asker(call).unit_to_read(data["unit"])
        period = Period(data["begin"], data["end"])
        with MongoLedgers(reader).open() as ledger:
            indicator = catalogue_in_force(ledger).find(data["indicator"])
            return answers.figure(figures.figure(indicator, period, unit, call.now, ledger))

    def compare_indicator(self, reader: Reader, call: Call, data: Data) -> Data:
        """One figure beside that of the year before (同比) or the period before (环比)."""
        unit = _asker(call).unit_to_read(data["unit"])
        period = Period(data["begin"], data["end"])
        with MongoLedgers(reader).open() as ledger:
            indicator = catalogue_in_force(ledger).find(data["indicator"])
            return answers.comparison(figures.comparison(indicator, period, data["against"], unit, call.now, ledger))

    def get_scorecard(self, reader: Reader, call: Call, data: Data) -> Data:
        """Every rate of one unit over a period, satisfaction first, all counted at the same instant."""
        unit = _asker(call).unit_to_read(data["unit"])
        period = Period(data["begin"], data["end"])
        with MongoLedgers(reader).open() as ledger:
            figures_of_unit = scorecard(catalogue_in_force(ledger), period, unit, call.now, ledger)
            return {"unit": unit, "rows": [answers.scorecard_row(one) for one in figures_of_unit]}

    def list_counted_cases(self, reader: Reader, call: Call, data: Data) -> Data:
        """What one part of a figure counted, one page at a time."""
        unit = _asker(call).unit_to_read(data["unit"])
        period = Period(data["begin"], data["end"])
        with MongoLedgers(reader).open() as ledger:
            indicator = catalogue_in_force(ledger).find(data["indicator"])
            return answers.counted(
                figures.counted_things(
                    indicator, data["part"], period, unit, call.now, ledger, data["limit"], data["cursor"]
                )
            )

    def get_case_timeline(self, reader: Reader, call: Call, data: Data) -> Data:
        """The facts of one case as the figures see it, and the events they come from."""
        with MongoLedgers(reader).open() as ledger:
            timeline = ledger.timeline(data["case_no"])
            if timeline is None:
                raise CaseUnknown("case_no", case_no=data["case_no"])
            _asker(call).check_case(timeline)
            return answers.timeline(timeline, heard_from_the_find_on(timeline, ledger.heard))

    def get_board(self, reader: Reader, call: Call, data: Data) -> Data:
        """Five falls and four rises of a period, each beside the year and the period before, at one instant."""
        unit = _asker(call).unit_to_read(data["unit"])
        period = Period(data["begin"], data["end"])
        with MongoLedgers(reader).open() as ledger:
            lines = boards.board(catalogue_in_force(ledger), period, unit, call.now, ledger)
            return {
                "from": period.begin.isoformat(),
                "to": period.end.isoformat(),
                "unit": unit,
                "rows": [board_answers.board_line(one) for one in lines],
            }

    def get_public_figures(self, reader: Reader, _call: Call, data: Data) -> Data:
        """Filings of a published quarter by channel, township and level-1 category: what was published, unchanged."""
        edition = published(data["year"], data["quarter"], data["edition"], MongoEditions(reader))
        return answers.edition(edition)

    def get_article_table(self, reader: Reader, call: Call, data: Data) -> Data:
        """The county's published figures of one year, all counted at the same instant."""
        unit = _asker(call).unit_to_read(data["unit"])
        with MongoLedgers(reader).open() as ledger:
            rows = figures.article_table(catalogue_in_force(ledger), data["year"], unit, call.now, ledger)
            return {"year": data["year"], "rows": [answers.article_row(row, one) for row, one in rows]}


def _asker(call: Call) -> Asker:
    return Asker(call.unit, call.roles)


QUERIES = Queries().declared()

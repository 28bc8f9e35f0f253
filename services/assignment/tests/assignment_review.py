"""The review of a case and the people above the unit, driven through the use cases; every step has a default."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from assignment_register import TABLES, a_register
from assignment_world import CASE, World, on

from petition_assignment.application import reviewing
from petition_assignment.domain import review_commands as asked
from petition_assignment.domain.register import Register
from petition_assignment.domain.review import Review
from petition_assignment.domain.vocabulary import DeliveryMethod, ReviewLevel, ReviewOutcome

DELIVERED_ON = date(2026, 3, 2)
LAST_DAY_TO_ASK = date(2026, 4, 1)
"""30 days after the opinion was delivered, a Wednesday."""


def an_accepting(**changes: Any) -> asked.AcceptReview:
    return replace(asked.AcceptReview("复查受字〔2026〕1号"), **changes)


def a_refusal(reason_code: str = "late", **changes: Any) -> asked.DeclineReview:
    return replace(asked.DeclineReview(reason_code, "无正当理由", "复查不受字〔2026〕1号"), **changes)


def a_call(hearing_on: date, **changes: Any) -> asked.CallReviewHearing:
    usual = asked.CallReviewHearing("听通〔2026〕1号", hearing_on, "信访局听证室", "信访人、县水务局代表")
    return replace(usual, **changes)


def a_closing(**changes: Any) -> asked.CloseHearing:
    return replace(asked.CloseHearing("听证笔录〔2026〕1号", "双方陈述完毕"), **changes)


def a_decision(**changes: Any) -> asked.DecideReview:
    usual = asked.DecideReview(
        ReviewOutcome.UPHELD, "原处理意见认定事实清楚", "《信访工作条例》第三十五条", "彭政复查〔2026〕1号"
    )
    return replace(usual, **changes)


def a_handing_over(on: date, **changes: Any) -> asked.DeliverReview:
    return replace(asked.DeliverReview(DeliveryMethod.DIRECT, on, "复查回执1号"), **changes)


def a_reopening(**changes: Any) -> asked.ReopenOnNewFacts:
    usual = asked.ReopenOnNewFacts("新发现的竣工验收记录", "原处理时没有这份记录", date(2026, 12, 31))
    return replace(usual, **changes)


def with_a_city_above() -> dict[str, str]:
    """The small county's tables with a body above the county, which has people and a system."""
    units = TABLES["units.csv"].replace(
        "县级领导,,county_leadership,,,,", "县级领导,,county_leadership,,city_government,county_leadership,"
    )
    units += "    city_government,固原市人民政府,,superior,,,city_government,\n"
    people = (
        TABLES["people.csv"].rstrip()
        + """
        city_head,市,city_government,复查复核办公室主任,unit_head
        city_deputy,副,city_government,复查复核办公室副主任,unit_head
        city_handler,办,city_government,承办员,handler;signer
    """
    )
    return {"units": units, "people": people}


def a_publication(**changes: Any) -> asked.PublishReviewOpinion:
    usual = asked.PublishReviewOpinion("因管网冻裂引发的求决事项，经听证，维持原处理意见。", "社会关注，依法公示")
    return replace(usual, **changes)


class ReviewWorld(World):
    """A case whose opinion was delivered on 2 March 2026, and what happens above the unit from then on."""

    def __init__(self, register: Register | None = None) -> None:
        super().__init__(register or a_register(**with_a_city_above()))

    @property
    def review(self) -> Review:
        return self.case.reviews[-1]

    @property
    def today(self) -> date:
        return (self.now + timedelta(hours=8)).date()

    def ask(
        self,
        level: ReviewLevel = ReviewLevel.REVIEW,
        at: datetime | None = None,
        round: int = 1,
        late_reason_given: bool = False,
    ) -> "ReviewWorld":
        """The petitioner asks, now or at another time."""
        reviewing.receive_request(self.desk, CASE, level, round, at or self.now, late_reason_given)
        return self

    def requested(self, at: datetime | None = None, **given: Any) -> "ReviewWorld":
        self.confirmed()
        self.move_to(at or on("2026-03-10"))
        return self.ask(**given)

    def taken_up(self, **given: Any) -> "ReviewWorld":
        self.requested(**given).do(an_accepting(), "leader1")
        return self

    def declined_by_the_county(self, reason: str = "late") -> "ReviewWorld":
        self.do(a_refusal(reason), "leader1")
        return self

    def reviewed(self, **decision: Any) -> "ReviewWorld":
        """Decided by the county's leader and delivered the same day."""
        self.taken_up().do(a_decision(**decision), "leader1")
        self.do(a_handing_over(self.today), "leader2")
        return self

    def re_review_requested(self, at: datetime | None = None, **decision: Any) -> "ReviewWorld":
        self.reviewed(**decision)
        self.move_to(at or on("2026-03-20"))
        return self.ask(ReviewLevel.RE_REVIEW)

    def re_review_taken_up(self, **given: Any) -> "ReviewWorld":
        self.re_review_requested(**given).do(an_accepting(), "city_handler")
        return self

    def heard(self, opened: datetime, closed: datetime) -> "ReviewWorld":
        self.hearing_opened(opened)
        self.move_to(closed).do(a_closing(), "city_handler")
        return self

    def hearing_opened(self, at: datetime, person: str = "city_handler") -> "ReviewWorld":
        """Called for now, for the day of that moment, and opened at that moment."""
        self.do(a_call((at + timedelta(hours=8)).date()), person)
        self.move_to(at).do(asked.OpenHearing(), person)
        return self

    def heard_from_tomorrow_on(self, person: str = "city_handler") -> "ReviewWorld":
        return self.hearing_opened(self.now + timedelta(days=1), person)

    def re_review_heard(self) -> "ReviewWorld":
        return self.re_review_taken_up().heard(on("2026-03-24"), on("2026-03-26"))

    def decided_by_the_city(self, **decision: Any) -> "ReviewWorld":
        self.do(a_decision(**{"document_no": "固政复核〔2026〕1号", **decision}), "city_head")
        return self

    def delivered_by_the_city(self) -> "ReviewWorld":
        self.do(a_handing_over(self.today), "city_handler")
        return self

    def heard_and_decided(self) -> "ReviewWorld":
        """A re-review with a hearing, its opinion in the hands of the petitioner."""
        return self.re_review_heard().decided_by_the_city().delivered_by_the_city()

    def made_final(self) -> "ReviewWorld":
        return self.re_review_taken_up().decided_by_the_city().delivered_by_the_city()

    def reopened(self) -> "ReviewWorld":
        self.do(a_reopening(), "dispatcher")
        return self

"""Every way an agreement is refused (《信访工作条例》第三十三条)."""

from __future__ import annotations

from petition_assignment.domain.errors import Refused


class BothMustConsent(Refused):
    code = "BOTH_MUST_CONSENT"
    zh = "调解、和解须双方自愿（《信访工作条例》第三十三条），{field} 应为是。"
    en = "An agreement needs the free consent of both parties (Article 33); {field} must be true."


class AgreementDateImpossible(Refused):
    code = "AGREEMENT_DATE_IMPOSSIBLE"
    zh = "协议日期 {date} 应在受理之日（{earliest}）至今天（{latest}）之间。"
    en = "The agreement's date {date} must lie between the day of acceptance ({earliest}) and today ({latest})."


class PerformanceTooEarly(Refused):
    code = "PERFORMANCE_TOO_EARLY"
    zh = "履行期限 {date} 早于协议日期 {agreed}。"
    en = "The date of performance {date} lies before the agreement ({agreed})."


class MediationRecordRequired(Refused):
    code = "MEDIATION_RECORD_REQUIRED"
    zh = (
        "调解协议书（{date}）之前没有本轮的调解笔录（《信访工作条例》第三十三条），请先登记调解笔录；"
        "双方自行和解的，登记和解协议书。"
    )
    en = (
        "No mediation of this round up to {date} is on record (Article 33); record it first. "
        "What the parties settled between themselves is a reconciliation."
    )


class MediatorsNotAllowed(Refused):
    code = "MEDIATORS_NOT_ALLOWED"
    zh = "只有调解可以填写调解员；听证和双方自行和解的不要填写。"
    en = "Mediators go with a mediation alone, neither with a hearing nor with what the parties settled themselves."


class MediatorNamedTwice(Refused):
    code = "MEDIATOR_NAMED_TWICE"
    zh = "调解员 {mediator} 填写了两次。"
    en = "Mediator {mediator} is named twice."


class MediatorNotListed(Refused):
    code = "MEDIATOR_NOT_LISTED"
    zh = "{date} 的调解员名录上没有 {mediator}。"
    en = "{mediator} is not on the list of mediators on {date}."

"""The five sections of the county's account (“五好”信访: 队伍、平台、机制、制度、目标), and what stands in each."""

from __future__ import annotations

from enum import Enum


class Section(Enum):
    """A section by its code; the codes are stable."""

    TEAM = "team"
    PLATFORM = "platform"
    MECHANISM = "mechanism"
    SYSTEM = "system"
    GOAL = "goal"

    @property
    def name_zh(self) -> str:
        return _NAMES[self][0]

    @property
    def name_en(self) -> str:
        return _NAMES[self][1]


_NAMES = {
    Section.TEAM: ("好队伍", "good people"),
    Section.PLATFORM: ("好平台", "good places and channels"),
    Section.MECHANISM: ("好机制", "good working together"),
    Section.SYSTEM: ("好制度", "good rules kept"),
    Section.GOAL: ("好目标", "good results"),
}

_CODES = {
    Section.TEAM: (
        "timely_routing timely_routing_of_all routing_overdue timely_notice timely_notice_of_all notice_overdue "
        "follow_up_coverage follow_up_satisfaction_rate rehandling_rate"
    ),
    Section.PLATFORM: (
        "visit_batches visit_persons settled_batches settled_persons settled_rate_batches settled_rate_persons "
        "filings_letter filings_visit filings_call filings_web filings_fax filings_handed_down filings_hotline "
        "web_share participation unrated joint_offices window_satisfaction_rate window_prompt_rate "
        "six_courtesies_rate "
        "practical_deeds practical_deeds_confirmed_rate window_promises_kept_rate visits_spared"
    ),
    Section.MECHANISM: (
        "handed_down handed_down_resolved handed_down_all_levels handed_down_routed_within_share "
        "routed_matters transferred assigned own_matters "
        "closed_at_grid_share closed_at_village_share closed_at_township_share closed_at_county_share "
        "closed_at_above_share closed_where_filed_share townships big_grids small_grids "
        "filed_above_county_share disputes_found disputes_standing "
        "disputes_settled_at_grid_share disputes_settled_at_village_share "
        "disputes_settled_at_township_share disputes_settled_at_county_share prevention_share missed_finds "
        "leader_cases leader_case_resolution_rate top_leader_case_share "
        "hard_cases_settled_at_grid hard_cases_settled_at_village hard_cases_settled_at_township "
        "hard_cases_settled_at_county hard_cases_settled_at_above hard_cases_settled_near_home_share"
    ),
    Section.SYSTEM: (
        "timely_direct_notice on_time_completion on_time_review on_time_re_review on_time_reply on_time_reply_of_due "
        "reply_overdue urgent_matters urgent_reports_on_time urgings urgings_done_rate"
    ),
    Section.GOAL: (
        "satisfaction_rate bureau_satisfaction_rate filings_total filings_persons all_visit_batches all_visit_persons "
        "group_visit_batches group_visit_persons skip_level_visit_batches skip_level_visit_persons "
        "large_group_visit_batches large_group_visit_persons capital_visit_batches capital_visit_persons "
        "vicious_incidents "
        "repeat_rate "
        "old_matters_standing handed_down_resolution_rate first_visit_one_time_resolution "
        "old_matters_resolution_rate old_matters_overall_resolution_rate "
        "dispute_screening_accuracy dispute_screening_recall"
    ),
}
SECTION_OF = {code: section for section, codes in _CODES.items() for code in codes.split()}
"""The section of each indicator by its code."""

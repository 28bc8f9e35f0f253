"""重大紧急信访事项报告: printed from what is on record, with every addressee and its instant."""

from __future__ import annotations

from supervision_builders import CASE_NO, UNITS
from urgent_builders import ALL_TOLD, COMPETENT, DUE_AT, END_PROOF, done, end, mark, measure, tell, work_with_a_case

from petition_supervision.domain.printed_urgent import urgent_report_in_print
from petition_supervision.domain.urgent_terms import ADDRESSEE_ZH, Addressee


def test_the_report_names_the_matter_the_addressees_the_measures_and_the_end() -> None:
    work = work_with_a_case()
    told = (*_told_by_the_department(), *ALL_TOLD[4:])
    matter = done(work, mark(COMPETENT, CASE_NO), *told, measure(officer=COMPETENT), end())

    paper = urgent_report_in_print(matter, UNITS)

    text = "\n".join(part for _, part in paper.parts)
    assert paper.title == "重大紧急信访事项报告"
    assert all(zh in text for zh in ADDRESSEE_ZH.values())
    assert all(word in text for word in (CASE_NO, "施工队与村民对峙", "草庙乡", "现场劝导", END_PROOF, "第二十五条"))
    assert "逾期" not in text


def test_a_report_printed_at_once_says_what_is_still_to_come_and_a_late_one_that_it_was_late() -> None:
    work = work_with_a_case()
    begun = "\n".join(part for _, part in urgent_report_in_print(done(work, mark()), UNITS).parts)
    assert "尚未登记" in begun and "另行报告" in begun

    work.now = DUE_AT
    late = urgent_report_in_print(done(work, tell(Addressee.GOVERNMENT)), UNITS)
    assert "逾期" in "\n".join(part for _, part in late.parts)


def _told_by_the_department():
    return [tell(addressee, officer=COMPETENT) for addressee in list(Addressee)[:4]]

"""The tables of reasons against lists written by hand: objections, extensions, declining."""

from petition_assignment.domain import acceptance, extension, objection
from petition_assignment.entrypoints.commands import DECLINE_CODES


def test_an_objection_has_one_of_seven_reasons():
    assert [zh for zh, _ in objection.REASONS.values()] == [
        "不属本单位职权",
        "不属本系统",
        "属地错误",
        "应由多家共办",
        "材料不全无法办理",
        "重复交办",
        "其他",
    ]


def test_an_extension_has_one_of_six_reasons():
    assert [zh.replace("、", "/") for zh, _ in extension.REASONS.values()] == [
        "情况复杂需调查取证",
        "需听证",
        "需鉴定/评估",
        "涉及多单位",
        "等待关联程序结果",
        "其他",
    ]


def test_the_nine_reasons_are_known_and_six_of_them_are_for_the_handling_unit():
    assert sorted(DECLINE_CODES) == ["N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9"]
    words_of_the_law = {
        "N3": "诉讼权利救济",
        "N4": "纪检监察",
        "N5": "不属于本机关、单位职权",
        "N6": "同一事实和理由",
        "N8": "依法终结",
        "N9": "政府信息公开",
    }
    assert set(acceptance.DECLINE_REASONS) == set(words_of_the_law)
    for code, words in words_of_the_law.items():
        assert words in acceptance.DECLINE_REASONS[code][0]


def test_three_reasons_are_refused_to_the_handling_unit_each_for_its_own_cause():
    words_of_the_law = {"N1": "第十九条", "N2": "第二十条", "N7": "未规定逾期"}
    assert set(acceptance.REFUSED_REASONS) == set(words_of_the_law)
    for code, words in words_of_the_law.items():
        assert words in acceptance.REFUSED_REASONS[code][0]

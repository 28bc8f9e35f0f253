"""Every way a command on key villages is refused."""

from __future__ import annotations

from petition_supervision.domain.errors import Refused


class VillageUnknown(Refused):
    code = "VILLAGE_UNKNOWN"
    zh = "村、社区代码 {village} 不在本县名册中。"
    en = "Village {village} is not in the county's register."


class KeyVillageAlready(Refused):
    code = "KEY_VILLAGE_ALREADY"
    zh = "该村已列为重点村（{named_on}），不能重复列入。"
    en = "The village has been a key village since {named_on}; it is not named twice."


class KeyVillagesFull(Refused):
    code = "KEY_VILLAGES_FULL"
    zh = "重点村已有 {named} 个，最多 {most} 个；须先有村退出。"
    en = "There are {named} key villages and at most {most}: one has to be released first."


class NotAKeyVillage(Refused):
    code = "NOT_A_KEY_VILLAGE"
    zh = "该村不是重点村。"
    en = "The village is not a key village."


class HeadNotALeader(Refused):
    code = "HEAD_NOT_A_LEADER"
    zh = "{person} 不是名册中的领导，不能担任专班负责人。"
    en = "{person} is no leader of the register and does not head a task force."


class VillageNotReviewed(Refused):
    code = "VILLAGE_NOT_REVIEWED"
    zh = "该村列入后尚未研判，不能退出。"
    en = "The village has not been reviewed since it was named, so it is not released."


class NotYourVillage(Refused):
    code = "NOT_YOUR_VILLAGE"
    zh = "本单位（{unit}）既非该村所在乡镇，也不在其专班，不能查看。"
    en = "Your unit ({unit}) is neither the village's township nor in its task force and may not read it."

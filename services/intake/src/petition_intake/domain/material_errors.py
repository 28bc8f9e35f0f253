"""Every way a step with a material is refused."""

from __future__ import annotations

from petition_intake.domain.errors import Refused


class MaterialUnknown(Refused):
    """Also said of what is there and not shown to the one who asks."""

    code = "NOT_FOUND"
    zh = "查无此材料：{material_no}。"
    en = "There is no such material: {material_no}."


class CaseOfficersOnly(Refused):
    code = "CASE_OFFICERS_ONLY"
    zh = "材料由办理信访事项的工作人员收存、查阅，或者由信访人本人通过网上信访凭查询码提交、查看。"
    en = "Materials are kept and read by officers who handle petitions, or by the petitioner with the query code."


class FollowUpOfficersOnly(Refused):
    """What the petitioner said of the unit that handled the case is not for that unit (第四十三条)."""

    code = "FOLLOW_UP_OFFICERS_ONLY"
    zh = "回访材料由非承办单位的回访员收存。"
    en = "Follow-up material is kept by a follow-up officer of a unit that does not handle the case."


class FormatNotOfKind(Refused):
    code = "FORMAT_NOT_OF_KIND"
    zh = "“{kind_zh}”只收以下格式：{formats}；不收 {given}。"
    en = "A {kind} comes as one of {formats}, not as {given}."


class MaterialTooLarge(Refused):
    code = "MATERIAL_TOO_LARGE"
    zh = "一份材料最多 {most} 字节，该文件为 {given} 字节；请分成几份提交。"
    en = "A material has {most} bytes at most, this file has {given}; hand it in as several."


class TooManyMaterials(Refused):
    code = "TOO_MANY_MATERIALS"
    zh = "同一信访事项，信访人和工作人员各最多收存 {most} 份材料（含尚未传完的），现已满。"
    en = "Petitioner and officers each keep {most} materials of one petition, the unfinished counted; it is full."


class NoSuchPart(Refused):
    code = "NO_SUCH_PART"
    zh = "该材料共 {parts} 段，没有第 {given} 段。"
    en = "This material has {parts} parts; there is no part {given}."


class PartOfWrongSize(Refused):
    code = "PART_OF_WRONG_SIZE"
    zh = "第 {part} 段应为 {due} 字节（每段 {most} 字节，末段为余数），收到 {given} 字节。"
    en = "Part {part} has {due} bytes ({most} in each, the rest in the last); {given} came."


class FirstBytesDiffer(Refused):
    code = "FIRST_BYTES_DIFFER"
    zh = "文件开头的字节与所报格式 {given} 不符。"
    en = "The first bytes of the file are not those of {given}."


class ContentDiffers(Refused):
    code = "CONTENT_DIFFERS"
    zh = "各段齐全后，内容与所报 SHA-256 校验值不符；该段未收存，请重新传送各段。"
    en = "With this part the content has another SHA-256 than declared; it was not kept. Send the parts again."


class MaterialIsComplete(Refused):
    code = "MATERIAL_IS_COMPLETE"
    zh = "该材料已经收存，不能更改。"
    en = "This material is complete and is not changed."


class LookNotNoted(Refused):
    """第十八条第四款: a scan cannot be masked, so it is opened as the petitioner's particulars are."""

    code = "LOOK_NOT_NOTED"
    zh = "材料原件载有信访人信息：请先写明理由查看信访人信息（unmask_petition），此后 {minutes} 分钟内可以读取。"
    en = "An original shows who the petitioner is: note a look first (unmask_petition); it opens for {minutes} min."

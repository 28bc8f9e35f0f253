"""What materials there are, in which formats each comes, and by what first bytes a format is known."""

from __future__ import annotations

import re
from enum import StrEnum

from petition_intake.domain.wording import Wording


class MaterialKind(StrEnum):
    """What a file shows."""

    LETTER_SCAN = "letter_scan"
    WRITTEN_MATERIAL = "written_material"
    PHOTO = "photo"
    SOUND_RECORDING = "sound_recording"
    VIDEO_RECORDING = "video_recording"
    FOLLOW_UP_MATERIAL = "follow_up_material"


MATERIAL_KIND_WORDING: dict[MaterialKind, Wording] = {
    MaterialKind.LETTER_SCAN: Wording("来信扫描件", "scan of a letter"),
    MaterialKind.WRITTEN_MATERIAL: Wording("书面材料", "written material"),
    MaterialKind.PHOTO: Wording("照片", "photo"),
    MaterialKind.SOUND_RECORDING: Wording("录音", "sound recording"),
    MaterialKind.VIDEO_RECORDING: Wording("录像", "video recording"),
    MaterialKind.FOLLOW_UP_MATERIAL: Wording("回访材料", "follow-up material"),
}


class MediaType(StrEnum):
    """The formats that are kept; any other is refused."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    MP3 = "audio/mpeg"
    WAV = "audio/wav"
    MP4 = "video/mp4"


_ON_PAPER = frozenset({MediaType.PDF, MediaType.JPEG, MediaType.PNG, MediaType.DOCX})

FORMATS: dict[MaterialKind, frozenset[MediaType]] = {
    MaterialKind.LETTER_SCAN: _ON_PAPER,
    MaterialKind.WRITTEN_MATERIAL: _ON_PAPER,
    MaterialKind.PHOTO: frozenset({MediaType.JPEG, MediaType.PNG}),
    MaterialKind.SOUND_RECORDING: frozenset({MediaType.MP3, MediaType.WAV}),
    MaterialKind.VIDEO_RECORDING: frozenset({MediaType.MP4}),
    MaterialKind.FOLLOW_UP_MATERIAL: frozenset(MediaType),
}

_FIRST_BYTES: dict[MediaType, re.Pattern[bytes]] = {
    MediaType.PDF: re.compile(rb"%PDF-"),
    MediaType.JPEG: re.compile(rb"\xff\xd8\xff"),
    MediaType.PNG: re.compile(rb"\x89PNG\r\n\x1a\n"),
    MediaType.DOCX: re.compile(rb"PK\x03\x04"),
    MediaType.MP3: re.compile(rb"ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb]"),
    MediaType.WAV: re.compile(rb"RIFF.{4}WAVE", re.DOTALL),
    MediaType.MP4: re.compile(rb".{4}ftyp", re.DOTALL),
}
"""A docx begins as every zip archive does; an mp3 with its tag or with the first frame of layer III."""


def begins_as(media_type: MediaType, content: bytes) -> bool:
    """Whether a file with these first bytes can be of the format."""
    return _FIRST_BYTES[media_type].match(content) is not None

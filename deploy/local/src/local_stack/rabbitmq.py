"""A RabbitMQ broker of our own: own node name, ports, folders, cookie and port mapper, never the machine's.

Debian's `/usr/sbin/rabbitmq-server` insists on root and on the system's folders; the server behind it does not, so it
is that one that is started, with every path told to it.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from local_stack.ports import LOOPBACK, PortPlan
from local_stack.problem import StackProblem
from local_stack.secret_files import keep_secret, write_private

NODE_NAME = "petition@localhost"
PLUGINS = ("rabbitmq_management", "rabbitmq_prometheus")
_SERVER = Path("/usr/lib/rabbitmq/bin/rabbitmq-server")


def find_server() -> Path:
    """The server's start script: `RABBITMQ_SERVER`, or where Debian's package puts it; missing => StackProblem."""
    server = Path(os.environ.get("RABBITMQ_SERVER") or _SERVER)
    if server.is_file() and shutil.which("erl"):
        return server
    raise StackProblem(
        "RabbitMQ is not installed: run `make install`, which installs Debian's rabbitmq-server, "
        "or use `docker compose up`."
    )


def find_port_mapper() -> str:
    """Erlang's port mapper; missing => StackProblem."""
    found = shutil.which("epmd")
    if found is None:
        raise StackProblem("Erlang's epmd is not installed: run `make install`.")
    return found


@dataclass(frozen=True)
class Broker:
    """One broker: its folder and its ports."""

    home: Path
    ports: PortPlan

    def prepare(self, definitions: str, settings: str = "") -> None:
        """Write everything the broker reads at boot.

        `definitions`: JSON with users and rights; `settings`: further lines of rabbitmq.conf.
        """
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(self.home / "definitions.json", definitions)
        write_private(self.home / "enabled_plugins", f"[{','.join(PLUGINS)}].\n")
        write_private(self.home / "rabbitmq.conf", settings + self._network_settings())
        cookie = self.home / ".erlang.cookie"
        keep_secret(cookie)
        # Erlang refuses a cookie that anybody else could read or that the owner could change by accident.
        cookie.chmod(0o400)

    def command(self) -> list[str]:
        return [str(find_server())]

    def port_mapper_command(self) -> list[str]:
        """The port mapper in the foreground: left to itself the broker would start one that outlives it."""
        return [find_port_mapper(), "-port", str(self.ports.epmd), "-address", LOOPBACK]

    def environment(self) -> dict[str, str]:
        """What the start script needs to know; nothing of the machine's own broker is read or written."""
        return {
            "HOME": str(self.home),
            "ERL_EPMD_PORT": str(self.ports.epmd),
            "ERL_EPMD_ADDRESS": LOOPBACK,
            "RABBITMQ_NODENAME": NODE_NAME,
            "RABBITMQ_DIST_PORT": str(self.ports.distribution),
            "RABBITMQ_MNESIA_BASE": str(self.home / "mnesia"),
            "RABBITMQ_CONFIG_FILE": str(self.home / "rabbitmq.conf"),
            "RABBITMQ_CONFIG_FILES": str(self.home / "conf.d"),
            "RABBITMQ_ADVANCED_CONFIG_FILE": str(self.home / "advanced.config"),
            "RABBITMQ_CONF_ENV_FILE": str(self.home / "rabbitmq-env.conf"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(self.home / "enabled_plugins"),
            "RABBITMQ_GENERATED_CONFIG_DIR": str(self.home / "config"),
            "RABBITMQ_LOG_BASE": str(self.home),
            "RABBITMQ_LOGS": "-",
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1}",
            # Makes the script replace itself by the server, so that the pid we know is the broker's own.
            "RUNNING_UNDER_SYSTEMD": "true",
        }

    def _network_settings(self) -> str:
        return (
            f"listeners.tcp.1 = {LOOPBACK}:{self.ports.amqp}\n"
            f"management.tcp.ip = {LOOPBACK}\n"
            f"management.tcp.port = {self.ports.management}\n"
            f"prometheus.tcp.ip = {LOOPBACK}\n"
            f"prometheus.tcp.port = {self.ports.prometheus}\n"
            f"load_definitions = {self.home / 'definitions.json'}\n"
            "log.console = true\n"
        )

"""Which port each part listens on, and who sits on a port that should be free.

All ports lie below 32768: above it the kernel hands ports to outgoing connections, and a server may find its own taken.
"""

from __future__ import annotations

import socket
from dataclasses import dataclass

from local_stack.problem import StackProblem
from local_stack.process_table import home_of, listener_of

LOOPBACK = "127.0.0.1"
FIRST_EPHEMERAL_PORT = 32768
_LAST_OFFSET = 1300


@dataclass(frozen=True)
class PortPlan:
    """The ports of one stack, or of one set of test servers."""

    amqp: int
    distribution: int
    epmd: int
    management: int
    prometheus: int
    mongo: int
    first_http: int

    @classmethod
    def for_stack(cls, base: int) -> PortPlan:
        """The ports of a stack whose base is 27000: broker 27672 to 27676, store 27917, processes from 28101.

        A base that leaves the unprivileged ports below 32768 => StackProblem.
        """
        if not 1024 <= base <= FIRST_EPHEMERAL_PORT - _LAST_OFFSET:
            raise StackProblem(
                f"STACK_PORT_BASE must lie between 1024 and {FIRST_EPHEMERAL_PORT - _LAST_OFFSET}; it is {base}."
            )
        return cls(
            amqp=base + 672,
            distribution=base + 673,
            epmd=base + 674,
            management=base + 675,
            prometheus=base + 676,
            mongo=base + 917,
            first_http=base + 1101,
        )

    @classmethod
    def compact(cls, base: int) -> PortPlan:
        """Ten neighbouring ports, for test servers."""
        return cls(
            amqp=base,
            distribution=base + 1,
            epmd=base + 2,
            management=base + 3,
            prometheus=base + 4,
            mongo=base + 5,
            first_http=base + 6,
        )

    def servers(self) -> dict[str, tuple[int, ...]]:
        """The ports of the broker's and the store's processes."""
        return {
            "epmd": (self.epmd,),
            "rabbitmq": (self.amqp, self.distribution, self.management, self.prometheus),
            "mongod": (self.mongo,),
        }

    def http(self, index: int, replica: int = 1) -> int:
        """Health and metrics port of the process at place `index` (0…19) of the roster."""
        return self.first_http + 20 * (replica - 1) + index


def is_free(port: int) -> bool:
    """Can a server listen on this port of the loopback address now?"""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def accepts(port: int, timeout: float = 1.0) -> bool:
    """Does somebody accept connections on this port?"""
    try:
        with socket.create_connection((LOOPBACK, port), timeout=timeout):
            return True
    except OSError:
        return False


def require_free(process: str, port: int) -> None:
    """Port taken => StackProblem with its number, for whom it was meant, and who has it."""
    if is_free(port):
        return
    owner = listener_of(port)
    who, remedy = "a process of another user", "stop that process"
    if owner is not None:
        who = f"process {owner.pid} ({owner.name})"
        if home := home_of(owner.pid):
            who += f" of the stack in {home}"
            remedy = f"stop that stack with `STACK_HOME={home} make down`"
    raise StackProblem(
        f"Port {port}, which {process} needs, is taken by {who}: {remedy}, "
        "or start this one elsewhere with STACK_PORT_BASE=29000."
    )

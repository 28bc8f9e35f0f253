"""One deployment of the service for all component tests: migrated, its register loaded, an RPC process and a worker."""

import socket
from collections.abc import Iterator

import pytest
from assignment_files import write_folder
from assignment_processes import Deployment
from assignment_review import with_a_city_above
from assignment_world import MORNING

PORTS = range(22000, 22100)


def free_ports(number: int) -> int:
    """The first of so many neighbouring free ports."""
    for first in range(PORTS.start, PORTS.stop - number, number):
        try:
            for port in range(first, first + number):
                with socket.socket() as probe:
                    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                    probe.bind(("127.0.0.1", port))
        except OSError:
            continue
        return first
    raise AssertionError(f"no {number} free ports in {PORTS}")


@pytest.fixture(scope="session")
def deployed(servers, tmp_path_factory) -> Iterator[Deployment]:
    folder = tmp_path_factory.mktemp("assignment")
    database = servers.new_database()
    deployment = Deployment(servers, servers.new_vhost(), database, folder, free_ports(20))
    deployment.set_clock(MORNING)
    register = str(write_folder(folder, **with_a_city_above()))
    try:
        for arguments in (["migrate"], ["migrate"], ["load-register", register]):
            done = deployment.run(*arguments)
            assert done.returncode == 0, done.stdout + done.stderr
        deployment.start_ready("rpc", "worker")
        yield deployment
    finally:
        deployment.stop()
        servers.drop_database(database)


@pytest.fixture
def deployment(deployed: Deployment) -> Deployment:
    deployed.set_clock(MORNING)
    return deployed

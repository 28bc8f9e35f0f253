"""Passwords and keys for the containers: `docker compose up` needs no step before it.

`python -m local_stack.container_secrets FOLDER COUNTY`: one folder below FOLDER for each reader, mounted into that
container alone. Repeatable: what exists is kept, new users are added. Only the standard library.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from local_stack.broker_accounts import OPERATOR, accounts, definitions, service_user
from local_stack.county_callers import county_callers
from local_stack.credentials import VHOST, Addresses, bring_up_to_date
from local_stack.roster import SEALING, SERVICES
from local_stack.secret_files import keep_secret, new_key, new_password, write_private

IN_CONTAINERS = Addresses("rabbitmq", 5672, "mongo", 27017, 15672)
SERVER_USER = 999
"""User id of the broker and of the store in their official images."""
SERVICE_USER = 10001
"""User id of this project's own images."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 every file is there."""
    parser = argparse.ArgumentParser(prog="local_stack.container_secrets", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("county", type=Path)
    parser.add_argument("--server-user", type=int, default=SERVER_USER)
    parser.add_argument("--service-user", type=int, default=SERVICE_USER)
    parser.add_argument("--clock", type=Path, help="file of the manual clock, made if it is not there")
    options = parser.parse_args(arguments)
    write_all(options.folder, options.county, options.server_user, options.service_user)
    if options.clock is not None and not options.clock.exists():
        options.clock.write_text(datetime.now(UTC).isoformat(timespec="milliseconds"), encoding="ascii")
        os.chown(options.clock, options.service_user, options.service_user)
    return 0


def write_all(folder: Path, county: Path, server_user: int, service_user_id: int) -> None:
    """Write the operator's, the broker's, the store's and each service's files, each readable by its reader alone."""
    for reader in ("operator", "rabbitmq", "mongo", *SERVICES):
        (folder / reader).mkdir(mode=0o755, parents=True, exist_ok=True)
    callers = county_callers(county)
    stored = folder / "operator" / "credentials.json"
    credentials = bring_up_to_date(stored, IN_CONTAINERS, SERVICES, callers)
    hand_over(stored, service_user_id)

    rights = definitions(accounts(SERVICES, callers), credentials.broker_users, VHOST, SERVICES)
    broker_file = folder / "rabbitmq" / "definitions.json"
    write_private(broker_file, json.dumps(rights, indent=1))
    hand_over(broker_file, server_user)

    keep_secret(folder / "mongo" / "keyfile", new_key)
    hand_over(folder / "mongo" / "keyfile", server_user)

    for service in SERVICES:
        user = service_user(service)
        write_private(folder / service / "broker_uri", credentials.broker_uri(user))
        write_private(folder / service / "mongo_uri", credentials.mongo_uri(user))
        if service == "intake":
            keep_secret(folder / service / "query_code_key", new_password)
        if service in SEALING:
            keep_secret(folder / service / "master_key", new_key)
        for secret in (folder / service).iterdir():
            hand_over(secret, service_user_id)
    print(f"Credentials for {len(SERVICES)} services, {len(callers)} calling units and {OPERATOR}", flush=True)


def hand_over(path: Path, user: int) -> None:
    """Give a file to its reader, who may read it and nothing else."""
    os.chown(path, user, user)
    path.chmod(0o400)


if __name__ == "__main__":
    sys.exit(main())

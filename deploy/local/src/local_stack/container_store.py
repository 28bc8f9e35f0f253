"""Makes the store in its container a replica set with one user per service.

`python -m local_stack.container_store CREDENTIALS`: runs in the store's own network, because a store without users may
be set up only from its own machine. Repeatable.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from local_stack.broker_accounts import service_user
from local_stack.credentials import database_of
from local_stack.mongodb import admit_users, form_replica_set
from local_stack.ports import LOOPBACK
from local_stack.problem import StackProblem


def main(arguments: Sequence[str] | None = None) -> int:
    """0 the store takes writes and knows its users · 1 it does not, told in a sentence."""
    (path,) = sys.argv[1:] if arguments is None else arguments
    mongo = json.loads(Path(path).read_text(encoding="utf-8"))["mongo"]
    owners = {
        user: (password, database_of(user.removeprefix(service_user("")))) for user, password in mongo["users"].items()
    }
    try:
        form_replica_set(LOOPBACK, mongo["port"], f"{mongo['host']}:{mongo['port']}")
        admit_users(LOOPBACK, mongo["port"], mongo["administrator"], owners)
    except StackProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"The store takes writes and knows {len(owners)} services", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

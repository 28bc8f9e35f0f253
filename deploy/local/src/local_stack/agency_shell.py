"""A Python shell in which one can call the running stack's services as any unit's system: `make shell`.

`as_unit("petition_bureau").call("intake", "list_petitions", actor="P0013")`
"""

from __future__ import annotations

import code
import sys

from local_stack.problem import StackProblem
from local_stack.settings import StackSettings
from local_stack.stack_accounts import stack_credentials
from petition_client import Client, Refused

BANNER = """\
as_unit("petition_bureau") is the petition bureau's own system; every unit of the register can be asked for by its code.
A call: as_unit("petition_bureau").call("intake", "list_petitions", actor="P0013").  Leave with Ctrl-D."""


def main() -> int:
    """0 when the shell was left; 1 with a sentence when no stack was ever started here."""
    try:
        settings = StackSettings.from_environment()
        if not settings.credentials_file.exists():
            raise StackProblem("The stack was never started here: run `make up` first.")
        credentials = stack_credentials(settings)
    except StackProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    clients: dict[str, Client] = {}

    def as_unit(unit: str) -> Client:
        """The client of a unit's own system, by the unit's code in the register."""
        if unit not in clients:
            clients[unit] = Client(credentials.broker_uri(unit))
        return clients[unit]

    code.interact(BANNER, local={"as_unit": as_unit, "Refused": Refused}, exitmsg="")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""`run`: a console command of a service, with the settings the service has in this stack."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence

from local_stack.problem import StackProblem
from local_stack.process_plan import service_environment
from local_stack.roster import installed_services
from local_stack.settings import StackSettings
from local_stack.stack_accounts import stack_credentials


def run_console(settings: StackSettings, service: str, arguments: Sequence[str]) -> int:
    """Run `python -m petition_<service> <arguments>` and return its exit code.

    No such service, or a stack that was never started => StackProblem.
    """
    services = installed_services(settings.root)
    if service not in services:
        raise StackProblem(f"There is no service {service!r}; there are: {', '.join(services) or 'none'}.")
    if not settings.credentials_file.exists():
        raise StackProblem("The stack was never started here: run `make up` first.")
    credentials = stack_credentials(settings)
    environment = {**os.environ, **service_environment(settings, service, credentials)}
    return subprocess.run(
        [sys.executable, "-m", f"petition_{service}", *arguments], env=environment, cwd=settings.root, check=False
    ).returncode

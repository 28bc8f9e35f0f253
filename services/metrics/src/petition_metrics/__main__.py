"""`python -m petition_metrics migrate | rpc | worker | parked | rebuild | describe`."""

from __future__ import annotations

from chassis.launcher import main

main("petition_metrics.bootstrap")

"""`python -m petition_supervision migrate | rpc | worker | parked`."""

from chassis.launcher import main

main("petition_supervision.bootstrap")

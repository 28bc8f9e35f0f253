"""`python -m petition_assignment migrate | rpc | worker | parked | load-register DIR`."""

from chassis.launcher import main

main("petition_assignment.bootstrap")

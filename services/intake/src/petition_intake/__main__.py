"""`python -m petition_intake migrate | rpc | worker | parked`."""

from chassis.launcher import main

main("petition_intake.bootstrap")

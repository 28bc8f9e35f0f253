"""`python -m toyshop.boxes migrate | rpc | worker | parked`."""

from chassis.launcher import main

main("toyshop.boxes.bootstrap")

"""`python -m toyshop.shelf migrate | rpc | worker | parked`."""

from chassis.launcher import main

main("toyshop.shelf.bootstrap")

"""Use cases and the ports they need. Standard library, the domain and `workdays` only."""

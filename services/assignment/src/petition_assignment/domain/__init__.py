"""The rules. Standard library and `workdays` only."""

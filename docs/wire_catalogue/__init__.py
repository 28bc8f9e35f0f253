"""Reads what the services declare and promise on the wire, and writes it down for people."""

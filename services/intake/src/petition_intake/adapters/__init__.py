"""Intake's ports on MongoDB, and the keys it reads from a file."""

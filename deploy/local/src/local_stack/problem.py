"""What stops the stack, told so that the reader can act."""

from __future__ import annotations


class StackProblem(Exception):
    """Something the person at the keyboard can put right; the text is one sentence that says how."""

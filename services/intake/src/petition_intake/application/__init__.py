"""What intake is asked to do: one module a use case, and the ports it needs."""

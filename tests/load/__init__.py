"""The benchmark: what the whole system does on this machine, beside floors taken in the same run."""

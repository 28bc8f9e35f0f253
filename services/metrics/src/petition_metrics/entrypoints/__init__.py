"""Events, queries and console commands: read the input, call one use case, shape the answer."""

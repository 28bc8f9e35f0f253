"""RPC, events and the timer: parse, call one use case, shape the answer."""

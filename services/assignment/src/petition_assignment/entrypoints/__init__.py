"""RPC, events, timers and console commands: read the message, call one use case, present the answer."""

"""督办: watches clocks, follows finished cases up, and keeps the hand-down ledger. It orders; other services act."""

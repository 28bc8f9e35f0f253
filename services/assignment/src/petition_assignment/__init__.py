"""转办: the county register, routing, and the handling of a petition until it is confirmed as finished."""

"""Two small services for the chassis's own tests: `boxes` tells what happens to boxes, `shelf` follows it."""

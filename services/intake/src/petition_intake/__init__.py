"""受理 — registering petitions of every channel, and telling the petitioner what becomes of them."""

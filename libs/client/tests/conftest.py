"""What the client's tests need: somebody who answers, on a real broker."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "integration"))

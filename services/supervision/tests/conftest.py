"""How this service is tested.

unit         rules and use cases with fakes that keep the ports' promises; no server, no chassis process.
integration  the adapters against a real MongoDB; the fakes pass the same suite as the real parts.
component    the service's own two processes over a real broker, fed with events as another service would send them.

Time is whatever the test says. Names of tests are sentences about behaviour.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

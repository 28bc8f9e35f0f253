"""Test policy of this service.

Unit tests run the domain and the use cases with the fakes of `assignment_fakes`; they open no socket and no file.
Integration tests run one adapter against a real mongod. Component tests run the service's own processes against a
real mongod and a real broker. No server is ever imitated, and nothing is patched.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

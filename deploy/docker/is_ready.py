"""Health check inside a container: exit code 0 while the process says it is ready."""

import http.client
import os
import sys

connection = http.client.HTTPConnection("127.0.0.1", int(os.environ["HTTP_PORT"]), timeout=2)
try:
    connection.request("GET", "/ready")
    sys.exit(connection.getresponse().status != 200)
except OSError:
    sys.exit(1)

#!/bin/sh
# Finds Python 3.11 and lets it install what this project needs. `PYTHON` names another interpreter.
set -eu
here=$(cd "$(dirname "$0")" && pwd)

is_python_311() {
    command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' >/dev/null 2>&1
}

for candidate in ${PYTHON:-python3.11 python3 /usr/bin/python3.11}; do
    if is_python_311 "$candidate"; then
        exec "$candidate" "$here/install.py" "$@"
    fi
done
if [ -n "${PYTHON:-}" ]; then
    echo "PYTHON=$PYTHON is not Python 3.11: name one that is." >&2
else
    echo "Python 3.11 was not found: install it (on Debian 12: apt-get install python3.11 python3.11-venv)," \
        "name it with PYTHON=/path/to/python3.11, or use \`docker compose up\`." >&2
fi
exit 1

#!/bin/sh
# Starts a service's process. A secret comes as a file, `BROKER_URI_FILE` beside `BROKER_URI`, so that it shows neither in
# the compose file nor in what an inspection of the container prints.
set -eu
for name in BROKER_URI MONGO_URI; do
    eval "file=\${${name}_FILE:-}"
    if [ -n "$file" ]; then
        value=$(cat "$file")
        export "$name=$value"
        unset "${name}_FILE"
    fi
done
exec python -m "petition_${SERVICE}" "$@"

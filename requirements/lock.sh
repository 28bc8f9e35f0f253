#!/bin/sh
# Writes the four locks anew from their inputs: every package with its hash, and no word on where it came from.
set -eu
cd "$(dirname "$0")"
uv=${UV:-../.venv/bin/uv}
for name in build runtime test dev; do
    "$uv" pip compile "$name.in" --output-file "$name.lock" --quiet --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --no-header --python-version 3.11
done

#!/bin/sh
# Prints the pages that are made from the tables; with --check, only says whether they are fresh.
set -eu
cd "$(dirname "$0")/../.."

python=.venv/bin/python
folder=docs
if [ "${1:-}" = --check ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    shift
fi

"$python" -m calllock.print_dataflow "$folder"
"$python" -m dialog_brain.print_flow "$folder/flow.md"
"$python" -m calllock_local.print_configuration "$folder/configuration.md"

for page in "$@"; do
    if ! cmp -s "$page" "$folder/$(basename "$page")"; then
        echo "$page is not what the tables say; run: make docs" >&2
        exit 1
    fi
done
echo "the generated pages are fresh"

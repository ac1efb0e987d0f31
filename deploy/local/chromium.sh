#!/bin/sh
# Makes sure that there is a Chromium for the browser tests; no Python package carries one.
set -eu

for name in chromium chromium-headless-shell chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then
        exit 0
    fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "browser: installing Chromium with apt-get"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends chromium >/dev/null
    exit 0
fi
echo "browser: no Chromium on the PATH; install it (on Debian: apt-get install chromium) and try again" >&2
exit 1

#!/bin/sh
# Makes .venv from requirements.lock with uv, which pip fetches when needed. "lock" instead writes requirements.lock,
# "learn" fits the weights with scikit-learn, which nothing else needs, and "audit" asks for known weaknesses of what the
# lock names, and ends with 1 when there are any, with 3 when nobody answers.
set -eu
cd "$(dirname "$0")/../.."

uv_version=0.13.9
tools=.cache/uv-$uv_version
uv=$tools/bin/uv
export UV_PYTHON_DOWNLOADS=never UV_SYSTEM_CERTS=1 PIP_ROOT_USER_ACTION=ignore
if [ -n "${SSL_CERT_FILE:-}" ]; then
    export PIP_CERT="${PIP_CERT:-$SSL_CERT_FILE}"
fi

find_python() {
    for candidate in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python; do
        if [ -n "$candidate" ] && found=$("$candidate" -c '
import sys
if sys.version_info < (3, 11):
    sys.exit(1)
print(sys.executable)' 2>/dev/null); then
            echo "$found"
            return
        fi
    done
    echo "setup: no Python 3.11 or later found; install one, or name it: make PYTHON=/path/to/python3" >&2
    exit 1
}

fetch_uv() {
    [ -x "$uv" ] && return
    echo "setup: fetching uv $uv_version with pip"
    "$python" -m pip --version >/dev/null 2>&1 || {
        echo "setup: $python has no pip; install it (on Debian: python3-pip)" >&2
        exit 1
    }
    "$python" -m pip install --quiet --disable-pip-version-check --no-warn-script-location \
        --target "$tools" "uv==$uv_version"
}

python=$(find_python)
fetch_uv

if [ "${1:-}" = lock ]; then
    "$uv" lock --python "$python"
    "$uv" export --quiet --all-packages --no-emit-workspace --no-header --output-file requirements.lock
    echo "setup: requirements.lock written"
    exit
fi

if [ "${1:-}" = learn ]; then
    learning=.cache/scikit-learn-1.9.1
    [ -d "$learning" ] || "$uv" pip install --quiet --python .venv/bin/python --target "$learning" scikit-learn==1.9.1
    PYTHONPATH=$learning exec .venv/bin/python -m tests.accuracy.learning
fi

if [ "${1:-}" = audit ]; then
    mkdir -p .cache
    rm -f .cache/audit.json
    "$uv" tool run --quiet --python "$python" --from pip-audit==2.9.0 pip-audit --progress-spinner off \
        --disable-pip --require-hashes --requirement requirements.lock --format json --output .cache/audit.json \
        2> .cache/audit.log || true
    [ -s .cache/audit.json ] || {
        cat .cache/audit.log >&2
        echo "audit: NOTHING WAS AUDITED: pip-audit could not be run" >&2
        exit 1
    }
    exec "$python" - .cache/audit.json <<'PYTHON'
import json
import sys

packages = json.load(open(sys.argv[1], encoding="utf-8"))["dependencies"]
weak = [(one["name"], one["version"], bug["id"]) for one in packages for bug in one.get("vulns", [])]
known = [one for one in packages if "skip_reason" not in one]
for name, version, bug in weak:
    print(f"audit: {name} {version}: {bug}")
print(f"audit: {len(known)} of {len(packages)} packages could be looked up, {len(weak)} known weaknesses")
if not known:
    print("audit: NOTHING WAS AUDITED: the advisory service cannot be reached from here", file=sys.stderr)
    sys.exit(3)
sys.exit(1 if weak else 0)
PYTHON
fi

if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "setup: creating .venv with $python"
    rm -rf .venv
    "$uv" venv --quiet --python "$python" .venv
fi
echo "setup: installing what requirements.lock names, compiled (a minute or more the first time)"
"$uv" pip sync --python .venv/bin/python --require-hashes --compile-bytecode requirements.lock
echo "setup: installing CallLock itself"
"$uv" pip install --quiet --python .venv/bin/python --no-deps \
    -e shared -e services/voice-gateway -e services/dialog-brain -e services/post-call-worker -e deploy/local
touch .venv/.ready
echo "setup: done"

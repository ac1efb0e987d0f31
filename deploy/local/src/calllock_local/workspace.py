"""Shell. Where things lie in the checkout that this package is installed from."""

from __future__ import annotations

from pathlib import Path

WORKSPACE = Path(__file__).resolve().parents[4]
BUSINESSES = WORKSPACE / "deploy/businesses"
STATE = WORKSPACE / ".local"
CACHE = WORKSPACE / ".cache"

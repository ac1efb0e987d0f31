"""Shell. `make bench`: how fast and how accurate CallLock is on this machine, here and now."""

from __future__ import annotations

import sys

from calllock_local.terminal import say
from tests.load import bench_brain, bench_console, bench_worker


def main() -> int:
    """Run every bench."""
    say("Measured on this machine, now. Aims are for one idle core: whatever else runs makes the figures worse.\n")
    bench_brain.main()
    bench_worker.main()
    bench_console.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Shell. Whether a service is alive, and whether it can serve: the answers of /healthz and /readyz."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from calllock.runtime.bus import Bus

Check = Callable[[], Awaitable[str]]
"""Why the thing cannot be used now; an empty string when it can."""

_CHECK_LIMIT_S = 2.0


def connection_check(bus: Bus) -> Check:
    """Whether the bus can be reached."""

    async def trouble() -> str:
        return "" if bus.connected else "not connected to NATS"

    return trouble


class Health:
    """Named readiness checks. A service's web application exposes the two answers."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self._checks = dict(checks)

    def alive(self) -> tuple[int, dict[str, object]]:
        """Status code and body of /healthz: the process answers, which is all it says."""
        return 200, {"status": "alive"}

    async def ready(self) -> tuple[int, dict[str, object]]:
        """Status code and body of /readyz: 200, or 503 with the reason of each check that fails."""
        verdicts = await asyncio.gather(*(_run(check) for check in self._checks.values()))
        reasons = {name: verdict for name, verdict in zip(self._checks, verdicts, strict=True) if verdict}
        if reasons:
            return 503, {"status": "not ready", "reasons": reasons}
        return 200, {"status": "ready"}


async def _run(check: Check) -> str:
    try:
        async with asyncio.timeout(_CHECK_LIMIT_S):
            return await check()
    except TimeoutError:
        return f"no answer within {_CHECK_LIMIT_S:g} s"
    except Exception as error:  # noqa: BLE001 - a check that breaks is a reason, not the end of the answer
        return error.__class__.__name__

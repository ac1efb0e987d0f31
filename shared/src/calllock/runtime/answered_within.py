"""Adapter. A limit on what is asked over HTTP."""

from __future__ import annotations

from contextlib import AbstractContextManager

import anyio


def answered_within(limit_s: float) -> AbstractContextManager[anyio.CancelScope]:
    """Raises `TimeoutError` if what stands in it takes longer; the scope's `deadline` may be moved.

    httpx shields the return of a connection to its pool from anyio's limits alone: cut off there by asyncio's, the
    place in the pool would be lost.
    """
    return anyio.fail_after(limit_s)

"""Shell. A worker to look at, and a browser to look with; without Chromium these tests fail, they are not left out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.browser.chromium import chromium
from tests.browser.running import TEXTING, Running, running


@pytest.fixture
def at(nats_url: str, postgres_url: str, tmp_path: Path) -> Iterator[Running]:
    """A worker of this test's own; no gateway answers it, but its pages know of one."""
    with running(nats_url, postgres_url, tmp_path, GATEWAY_URL="http://127.0.0.1:9") as started:
        yield started


@pytest.fixture
def paging_at(nats_url: str, postgres_url: str, tmp_path: Path) -> Iterator[Running]:
    """The same, of which the emergency contacts are paged."""
    with running(nats_url, postgres_url, tmp_path, **TEXTING) as started:
        yield started


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A Chromium of this test's own."""
    async with chromium() as started:
        yield started

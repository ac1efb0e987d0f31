"""Shell. What keeps people from using a page, as axe finds it."""

from __future__ import annotations

from urllib.parse import urlsplit

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page


async def faults(page: Page) -> list[str]:
    """What is serious or worse, as page: rule, first place."""
    found = await Axe().run(page)
    return [
        f"{urlsplit(page.url).path}: {fault['id']}, {fault['nodes'][0]['html'][:120]}"
        for fault in found.response["violations"]
        if fault["impact"] in ("serious", "critical")
    ]

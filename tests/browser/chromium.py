"""Shell. A real Chromium without a screen, and the one page that a test looks at."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

from playwright.async_api import Browser, Page, async_playwright

PHONE, DESK = 390, 1280
Theme = Literal["light", "dark"]
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_NAMES = ("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome")


class NoChromium(RuntimeError):
    """No Chromium on the PATH; `make browser` gets one."""


@asynccontextmanager
async def chromium(*flags: str) -> AsyncIterator[Browser]:
    """The system's Chromium, with more flags; raises `NoChromium`."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None:
        raise NoChromium("no Chromium here; `make browser` says how to get one")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=[*_FLAGS, *flags])
        try:
            yield browser
        finally:
            await browser.close()


_REFUSALS = ("status of 4", "Status Error Code 4", "ERR_")
"""How the browser and htmx tell of a request that was refused, as some tests mean it to be."""


@asynccontextmanager
async def opened(browser: Browser, url: str, *, width: int = DESK, theme: Theme = "light") -> AsyncIterator[Page]:
    """A page of a browser that nobody is signed in with; what it logs as an error fails the test."""
    context = await browser.new_context(
        base_url=url, viewport={"width": width, "height": 844 if width == PHONE else 900}, color_scheme=theme
    )
    context.set_default_timeout(10_000)
    page = await context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    try:
        yield page
        unexpected = [fault for fault in faults if not any(refusal in fault for refusal in _REFUSALS)]
        assert not unexpected, unexpected
    finally:
        await context.close()


async def sign_in(page: Page, email: str, password: str) -> None:
    """Through the form."""
    await page.goto("/sign-in")
    await page.get_by_label("E-mail address").fill(email)
    await page.get_by_label("Password").fill(password)
    await page.get_by_role("button", name="Sign in").click()

"""Shell. `make screenshots`: each page of the console on a phone and on a desk, light and dark."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path
from typing import get_args

from playwright.async_api import Browser, Page

from calllock.runtime.clock import SystemClock
from calllock.runtime.nats_bus import connect_nats
from calllock.runtime.profiles import load_profiles
from calllock_local.nats_server import NatsServer
from calllock_local.postgres_server import PostgresServer
from calllock_local.workspace import BUSINESSES
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.replay_answers import answer_replays
from post_call_worker.migrating import migrate
from post_call_worker.worker import connect_database
from tests.browser.chromium import DESK, PHONE, Theme, chromium, opened, sign_in
from tests.browser.invented_calls import a_day_of_calls, live_call, typed_call
from tests.browser.running import LINKS, OWNER, PASSWORD, TEXTING, Running, running

FOLDER = Path(__file__).parents[2] / ".local/screenshots"
PAGES = {
    "sign-in": "/sign-in",
    "inbox": "/inbox",
    "call": "/calls/CA0009",
    "emergency": "/calls/CA0007",
    "now": "/now",
    "numbers": "/numbers",
    "talk": "/talk",
    "account": "/account",
    "typing": "/calls/CA0101",
    "refused": "/calls/CA0000",
}
_ACKNOWLEDGE = LINKS.acknowledge("CA0007").removeprefix(LINKS.public_url)
_DATABASE = "screenshots"


async def _take(page: Page, name: str, path: str, folder: Path, button: str = "") -> None:
    await page.goto(path)
    if button:
        await page.get_by_role("button", name=button).click()
    await page.wait_for_timeout(300)
    size = page.viewport_size
    assert size
    height = await page.evaluate("document.documentElement.scrollHeight")
    await page.set_viewport_size({"width": size["width"], "height": max(size["height"], height)})
    file = folder / f"{name}.png"
    await page.screenshot(path=file)
    await page.set_viewport_size(size)
    sys.stdout.write(f"{file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file}\n")


async def _take_all(at: Running) -> None:
    clock = SystemClock()
    await at.publish(*(log.messages for log in a_day_of_calls(clock.now())))
    await clock.sleep(4)
    await at.publish(live_call("CA0100", clock.now()).messages, typed_call("CA0101", clock.now()))
    bus = await connect_nats(at.nats_url, name="screenshots")
    answering = asyncio.create_task(answer_replays(bus, RECEPTIONIST, load_profiles(BUSINESSES)))
    try:
        async with chromium() as browser:
            for width in (PHONE, DESK):
                for theme in get_args(Theme):
                    await _take_each(browser, at.url, width, theme)
    finally:
        await bus.close()
        await answering


async def _take_each(browser: Browser, url: str, width: int, theme: Theme) -> None:
    folder = FOLDER / f"{width}-{theme}"
    folder.mkdir(parents=True, exist_ok=True)
    async with opened(browser, url, width=width, theme=theme) as page:
        await _take(page, "sign-in", PAGES["sign-in"], folder)
        await _take(page, "acknowledge", _ACKNOWLEDGE, folder)
        await sign_in(page, OWNER, PASSWORD)
        for name, path in list(PAGES.items())[1:]:
            await _take(page, name, path, folder)
        await _take(page, "replay", PAGES["call"], folder, "What would happen today?")


async def _migrated(url: str) -> None:
    engine = connect_database(url)
    await migrate(engine)
    await engine.dispose()


def main() -> None:
    """Everything that the pictures need is started here and thrown away afterwards."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix="calllock-screenshots-"))
    folder.chmod(0o711)
    try:
        with PostgresServer(folder, settings={"fsync": "off"}) as postgres, NatsServer(folder / "nats") as nats:
            postgres.create_database(_DATABASE)
            url = postgres.url(_DATABASE)
            asyncio.run(_migrated(url))
            with running(nats.url, url, folder, GATEWAY_URL=LINKS.public_url, **TEXTING) as at:
                asyncio.run(_take_all(at))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()

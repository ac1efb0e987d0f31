"""Shell. `make screenshots`: each page of the console on a phone and on a desk, light and dark."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.async_api import Page

from calllock.runtime.clock import SystemClock
from calllock_local.nats_server import NatsServer
from calllock_local.postgres_server import PostgresServer
from post_call_worker.migrating import migrate
from post_call_worker.worker import connect_database
from tests.browser.chromium import DESK, PHONE, chromium, opened, sign_in
from tests.browser.invented_calls import a_day_of_calls, live_call
from tests.browser.running import OWNER, PASSWORD, Running, running

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
}
_DATABASE = "screenshots"


async def _take(page: Page, name: str, path: str, folder: Path) -> None:
    await page.goto(path)
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
    await at.publish(live_call("CA0100", clock.now()).messages)
    themes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    async with chromium() as browser:
        for width in (PHONE, DESK):
            for theme in themes:
                folder = FOLDER / f"{width}-{theme}"
                folder.mkdir(parents=True, exist_ok=True)
                async with opened(browser, at.url, width=width, theme=theme) as page:
                    await _take(page, "sign-in", PAGES["sign-in"], folder)
                    await sign_in(page, OWNER, PASSWORD)
                    for name, path in list(PAGES.items())[1:]:
                        await _take(page, name, path, folder)


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
            with running(nats.url, url, folder, GATEWAY_URL="http://127.0.0.1:9") as at:
                asyncio.run(_take_all(at))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()

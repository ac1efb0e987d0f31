"""Shell. A call in the browser from its first moment to its delivery, with a real brain and a real backend."""

from __future__ import annotations

import asyncio
from pathlib import Path

from playwright.async_api import Browser, expect

from calllock.runtime.clock import SystemClock
from calllock.runtime.nats_bus import connect_nats
from tests.browser.chromium import PHONE, opened, sign_in
from tests.browser.running import OWNER, PASSWORD, Running
from tests.integration.brains import running_backend, running_brains
from tests.integration.text_line import TextLine

SEEN_WITHIN_S = 1.0
SAYS = (
    "my air conditioner stopped cooling this morning",
    "no, nothing like that",
    "seven eight seven four five",
    "my name is Emily Carter",
    "1425 Oak Street",
    "next Tuesday at ten in the morning",
    "yes please",
)
STATES = ["safety", "service area", "discovery", "confirm", "done"]
_WATCH_THE_WAY = """() => {
  window.seen = [];
  const look = () => {
    const here = document.querySelector("#live .here");
    if (here && !seen.includes(here.textContent)) seen.push(here.textContent);
  };
  new MutationObserver(look).observe(document.getElementById("live"), {childList: true, subtree: true});
  look();
}"""


async def test_a_call_appears_moves_through_its_states_ends_and_is_delivered(
    at: Running, browser: Browser, tmp_path: Path
) -> None:
    clock = SystemClock()
    with running_backend() as backend, running_brains(1, at.nats_url, backend, tmp_path):
        bus = await connect_nats(at.nats_url, name="test")
        async with opened(browser, at.url, width=PHONE) as page:
            await sign_in(page, OWNER, PASSWORD)
            await page.goto("/now")
            await expect(page.get_by_role("heading", name="The line is quiet")).to_be_visible()

            line = TextLine(bus, "CATEXT", SAYS, pause_s=0.4)
            began = clock.monotonic()
            call = asyncio.create_task(line.call("ace-cooling", "+15125550100"))
            card = page.locator(".live[data-call=CATEXT]")
            await card.wait_for()
            assert clock.monotonic() - began < SEEN_WITHIN_S
            await page.evaluate(_WATCH_THE_WAY)
            await call
            await expect(card.get_by_role("heading")).to_have_text("Emily Carter")
            await expect(card.locator("header .chip")).to_have_text("Delivered")
            seen = await page.evaluate("seen")
            assert [state for state in STATES if state in seen] == STATES
            assert seen.index("safety") < seen.index("confirm") < seen.index("done")
        await bus.close()

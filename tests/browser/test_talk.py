"""Shell. A visit booked by typing, in the browser, with a real brain and a real backend."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browser.chromium import PHONE, opened, sign_in
from tests.browser.running import OWNER, PASSWORD, Running
from tests.browser.test_live import SAYS
from tests.integration.brains import running_backend, running_brains


async def test_a_visit_is_booked_by_typing_and_each_decision_is_shown(
    at: Running, browser: Browser, tmp_path: Path
) -> None:
    with running_backend() as backend, running_brains(1, at.nats_url, backend, tmp_path):
        async with opened(browser, at.url, width=PHONE) as page:
            await sign_in(page, OWNER, PASSWORD)
            await page.goto("/talk")
            await page.get_by_role("button", name="Call by typing").click()
            agent = page.locator(".moment.agent .said p")
            field = page.get_by_label("What the caller says")
            said = 0
            for words in SAYS:
                await expect(agent.nth(said)).to_be_visible()
                said = await agent.count()
                await field.fill(words)
                await page.get_by_role("button", name="Say", exact=True).click()
                await expect(page.locator(".moment.caller").last).to_contain_text(words)
                await expect(field).to_have_value("")
            await expect(page.locator(".note.state").last).to_contain_text("done")
            await expect(page.get_by_role("button", name="Mark as done")).to_be_visible(timeout=15_000)
            await expect(page.get_by_label("What the caller says")).to_have_count(0)
            await expect(page.locator("#deliveries .chip.good").first).to_be_visible(timeout=15_000)

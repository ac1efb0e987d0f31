"""Shell. What the console keeps from those it does not concern, as a browser meets it."""

from __future__ import annotations

from playwright.async_api import Browser, Page, expect

from calllock.runtime.clock import SystemClock
from post_call_worker.console.accounts import Accounts
from post_call_worker.worker import connect_database
from tests.browser.chromium import opened, sign_in
from tests.browser.running import OWNER, PASSWORD, Running
from tests.unit.post_call_worker.call_logs import booked_call

PLUMBER = "plumber@example.test"


async def _stored(page: Page, at: Running) -> None:
    """Signed in as the owner, with one call of ACE Cooling's open."""
    await at.publish(booked_call().messages)
    await sign_in(page, OWNER, PASSWORD)
    for _ in range(100):
        answer = await page.goto("/calls/CA0001")
        if answer is not None and answer.ok:
            return
        await page.wait_for_timeout(100)
    raise AssertionError("the call was not stored")


async def test_another_business_s_call_is_not_there(at: Running, postgres_url: str, browser: Browser) -> None:
    engine = connect_database(postgres_url)
    await Accounts(engine).keep(PLUMBER, PASSWORD, "owner", ("harbor-plumbing",), SystemClock().now())
    await engine.dispose()
    async with opened(browser, at.url) as page:
        await _stored(page, at)
    async with opened(browser, at.url) as page:
        await sign_in(page, PLUMBER, PASSWORD)
        answer = await page.goto("/calls/CA0001")
        assert answer is not None
        assert answer.status == 404
        await expect(page.get_by_role("heading", name="no such call")).to_be_visible()
        await page.goto("/inbox")
        await expect(page.get_by_role("heading", name="No call yet")).to_be_visible()


async def test_a_form_of_another_page_changes_nothing(at: Running, browser: Browser) -> None:
    async with opened(browser, at.url) as page:
        await _stored(page, at)
        done = page.get_by_role("button", name="Mark as done")
        await page.evaluate("document.body.setAttribute('hx-headers', '{\"X-Form-Token\": \"guessed\"}')")
        async with page.expect_response("**/done") as guessed:
            await done.click()
        assert (await guessed.value).status == 403
        await page.goto("about:blank")
        form = f'<form method="post" action="{at.url}/calls/CA0001/done"><button name="done" value="true">Win</button>'
        await page.set_content(form)
        await page.get_by_role("button", name="Win").click()
        await expect(page).not_to_have_url("about:blank")
        await page.goto("/calls/CA0001")
        await expect(done).to_be_visible()

"""Shell. The console in a real browser, over a real worker."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Browser, Page, expect

from calllock.runtime.clock import SystemClock
from tests.browser.axe import faults
from tests.browser.chromium import PHONE, Theme, opened, sign_in
from tests.browser.invented_calls import a_day_of_calls, live_call
from tests.browser.running import LINKS, OWNER, PASSWORD, Running
from tests.unit.post_call_worker.call_logs import CallLog, booked_call, gas_call

PAGES = ("/inbox", "/now", "/numbers", "/talk", "/account", "/calls/CALIVE", "/calls/CA0009", "/calls/CA0007")
NASTY = '<script>document.title="taken"</script><img src=x onerror="document.title=\'taken\'">'


async def _inbox(page: Page, at: Running, *logs: CallLog) -> None:
    """Signed in, with these calls stored."""
    await at.publish(*(log.messages for log in logs))
    await sign_in(page, OWNER, PASSWORD)
    await page.wait_for_url("**/inbox")
    for _ in range(100):
        if await page.locator(".card").count() >= len(logs):
            return
        await page.wait_for_timeout(100)
        await page.reload()
    raise AssertionError("the calls were not stored")


async def test_a_wrong_password_stays_outside_and_the_right_one_comes_in(at: Running, browser: Browser) -> None:
    async with opened(browser, at.url) as page:
        await page.goto("/inbox")
        await sign_in(page, OWNER, "a wrong password")
        await expect(page.get_by_role("alert")).to_have_text("E-mail address or password is wrong.")
        await sign_in(page, OWNER, PASSWORD)
        await expect(page.get_by_role("heading", name="No call yet")).to_be_visible()
        await page.goto("/calls/CA9999")
        await expect(page.get_by_role("heading", name="no such call")).to_be_visible()


async def test_a_call_that_has_just_ended_can_be_marked_as_done_as_soon_as_it_is_stored(
    at: Running, browser: Browser
) -> None:
    log = CallLog("CAENDED", at=SystemClock().now()).hears("my heater is loud").enters("lookup")
    async with opened(browser, at.url, width=PHONE) as page:
        await at.publish(log.messages)
        await sign_in(page, OWNER, PASSWORD)
        await page.wait_for_url("**/inbox")
        await page.goto("/calls/CAENDED")
        await expect(page.get_by_role("heading", name="Call in progress")).to_be_visible()
        await at.publish(log.ends().messages[-1:])
        await expect(page.get_by_text("Being stored.")).to_be_visible()
        await page.get_by_role("button", name="Mark as done").click(timeout=30_000)
        await expect(page.get_by_role("button", name="Not done after all")).to_be_visible()


async def test_a_card_leads_to_its_call_and_the_keyboard_is_enough(at: Running, browser: Browser) -> None:
    async with opened(browser, at.url, width=PHONE) as page:
        await _inbox(page, at, booked_call())
        await page.keyboard.press("Tab")
        await expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        await page.keyboard.press("Enter")
        card = page.get_by_role("link", name="AC stopped cooling")
        for _ in range(20):
            if await card.evaluate("it => it === document.activeElement"):
                break
            await page.keyboard.press("Tab")
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("heading", name="AC stopped cooling")).to_be_visible()
        rule = page.get_by_text("welcome: caller wants service")
        await expect(rule).to_be_hidden()
        await page.get_by_text("Show what was decided, and why").press("Enter")
        await expect(rule).to_be_visible()


async def test_the_search_narrows_the_inbox_as_one_types(at: Running, browser: Browser) -> None:
    async with opened(browser, at.url) as page:
        await _inbox(page, at, booked_call(), gas_call())
        await page.get_by_label("Search").fill("lamar")
        await expect(page.locator(".card")).to_have_count(1)
        await expect(page.locator(".card")).to_contain_text("Jonas Miller")
        assert page.url.endswith("words=lamar") or "words=lamar&" in page.url
        await page.get_by_label("Search").fill("")
        await page.locator("select[name=outcome]").select_option("emergency")
        await expect(page.locator(".card")).to_contain_text("Gas leak")
        await page.get_by_label("Search").fill("nobody said this")
        await expect(page.get_by_role("heading", name="No call is like that")).to_be_visible()


async def test_a_delivery_that_was_refused_is_sent_again_by_a_click(at: Running, browser: Browser) -> None:
    at.dashboard.refuses = True
    async with opened(browser, at.url) as page:
        await _inbox(page, at, booked_call())
        await page.goto("/calls/CA0001")
        deliveries = page.locator("#deliveries")
        await expect(deliveries.locator(".chip.bad")).to_have_count(2)
        await deliveries.get_by_text("HTTP 400").first.click()
        await expect(deliveries.get_by_text("Invalid webhook data").first).to_be_visible()
        at.dashboard.refuses = False
        await deliveries.get_by_role("button", name="Send again").first.click()
        await expect(deliveries.locator(".chip.good")).to_have_count(1)
        await deliveries.get_by_role("button", name="Send again").click()
        await expect(deliveries.locator(".chip.good")).to_have_count(3)  # the call once more, with the id of its job


async def test_what_a_caller_says_never_runs(at: Running, browser: Browser) -> None:
    began = SystemClock().now() - timedelta(minutes=1)  # stored as soon as it has ended
    log = CallLog("CANASTY", at=began).enters("welcome").says("Hello.").hears(f"my name is {NASTY}")
    log.learns(customer_name=NASTY, problem_description=NASTY)
    async with opened(browser, at.url) as page:
        await _inbox(page, at)
        await page.goto("/now")
        await at.publish(log.messages)
        await expect(page.locator(".live")).to_contain_text("<script>")
        await page.goto("/calls/CANASTY")
        await expect(page.locator(".conversation")).to_contain_text("onerror")
        await at.publish(log.ends().messages)
        await expect(page.get_by_role("button", name="Mark as done")).to_be_visible()
        await page.goto("/inbox")
        await expect(page.locator(".card")).to_contain_text("<img")
        assert await page.title() == "Inbox · CallLock"


async def test_calls_of_several_businesses_stand_side_by_side_on_a_desk(at: Running, browser: Browser) -> None:
    now = SystemClock().now()
    answered, *rest = live_call("CAPIPES", now).messages
    plumbers = [answered.model_copy(update={"business": "harbor-plumbing"}), *rest]
    async with opened(browser, at.url) as page:
        await at.publish(live_call("CALIVE", now).messages, plumbers)
        await sign_in(page, OWNER, PASSWORD)
        await page.goto("/now")
        pipes, cooling = page.locator(".live[data-call=CAPIPES]"), page.locator(".live[data-call=CALIVE]")
        await expect(pipes).to_contain_text("Harbor Plumbing")
        await expect(cooling).to_contain_text("ACE Cooling")
        one, other = await pipes.bounding_box(), await cooling.bounding_box()
        assert one
        assert other
        assert (one["y"], one["x"] != other["x"]) == (other["y"], True)


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_every_page_can_be_used_by_everybody_and_stays_on_this_machine(
    at: Running, browser: Browser, theme: Theme
) -> None:
    now = SystemClock().now()
    hosts: set[str] = set()
    async with opened(browser, at.url, width=PHONE, theme=theme) as page:
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        await page.goto("/sign-in")
        found = await faults(page)
        await _inbox(page, at, *a_day_of_calls(now))
        await at.publish(live_call("CALIVE", now).messages)
        for path in PAGES:
            await page.goto(path)
            found += await faults(page)
            assert await page.evaluate("document.documentElement.scrollWidth") == PHONE, f"{path} is too wide"
    assert found == []
    assert hosts == {urlsplit(at.url).netloc}


async def test_who_is_paged_reads_what_happened_and_takes_it_with_a_thumb(paging_at: Running, browser: Browser) -> None:
    gas = a_day_of_calls(SystemClock().now())[6]
    await paging_at.publish(gas.messages)
    async with opened(browser, paging_at.url, width=PHONE) as page:
        await page.goto(LINKS.acknowledge("CA0007").removeprefix(LINKS.public_url))
        await expect(page.get_by_text("Gas leak.")).to_be_visible()
        take = page.get_by_role("button", name="I take it")
        box = await take.bounding_box()
        assert box is not None
        assert box["height"] >= 48
        assert box["width"] > PHONE / 2
        assert await faults(page) == []
        await take.click()
        await expect(page.get_by_role("link", name="Call (512) 555-1259")).to_have_attribute("href", "tel:+15125551259")
        await expect(page.get_by_role("button", name="I cannot after all")).to_be_visible()
        assert await faults(page) == []


def test_the_vendored_script_has_its_licence_beside_it() -> None:
    static = Path(__file__).parents[2] / "services/post-call-worker/src/post_call_worker/console/static"
    assert "Permission to use" in (static / "htmx-LICENSE.txt").read_text(encoding="utf-8")

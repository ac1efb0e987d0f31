"""Shell. Names, addresses and words as long as people have them, on a phone."""

from __future__ import annotations

from playwright.async_api import Browser, Page, expect

from calllock.runtime.clock import SystemClock
from tests.browser.chromium import PHONE, opened, sign_in
from tests.browser.running import OWNER, PASSWORD, Running
from tests.unit.post_call_worker.call_logs import CallLog

NAME = "Maximiliana Konstantinopoulou-Featherstonehaugh"
STREET = "12345 North Old Farm-to-Market Road 2222, Building C, Apartment 1107, Dripping Springs"
PROBLEM = "the outdoor unit grinds each time it starts, then the breaker trips and the whole house goes dark " * 2
WISH = "the day after tomorrow in the late afternoon, once the kids are back from school"
ONE_LINE_PX = 30
_BEYOND = """(within) => [...document.querySelectorAll(within + " *")]
  .filter((it) => it.getClientRects().length && it.getBoundingClientRect().right > innerWidth)
  .map((it) => it.outerHTML.slice(0, 80))"""


def _log(call_sid: str) -> CallLog:
    log = CallLog(call_sid, at=SystemClock().now()).enters("welcome").says("Hello.").hears("Wagen" * 30)
    return log.learns(customer_name=NAME, service_address=STREET, problem_description=PROBLEM, preferred_time=WISH)


async def _height(page: Page, place: str) -> float:
    box = await page.locator(place).bounding_box()
    assert box
    return box["height"]


async def test_long_words_stay_within_their_cards_and_push_nothing_out_of_sight(at: Running, browser: Browser) -> None:
    await at.publish(_log("CALONG").messages, _log("CAOVER").ends().messages)
    async with opened(browser, at.url, width=PHONE) as page:
        await sign_in(page, OWNER, PASSWORD)
        await page.goto("/now")
        await page.locator(".live[data-call=CALONG]").wait_for()
        await expect(page.locator(".live[data-call=CAOVER] header .chip")).to_have_text("Delivered", timeout=15_000)
        assert await page.evaluate(_BEYOND, ".live") == []
        assert await _height(page, ".live[data-call=CALONG] header .chip") < ONE_LINE_PX
        for path, within in (("/inbox", ".card"), ("/calls/CAOVER", "#call"), ("/calls/CALONG", "#call")):
            await page.goto(path)
            assert await page.evaluate(_BEYOND, within) == [], path

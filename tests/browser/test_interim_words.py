"""Shell. Words of a turn that is not over: they come and go without a flicker, and nobody is read them one by one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Page, expect

from calllock.contracts.dataflow import INTERIM
from calllock.contracts.interim import InterimWords
from calllock.runtime.bus import Bus
from calllock.runtime.clock import SystemClock
from calllock.runtime.nats_bus import connect_nats
from tests.browser.axe import faults
from tests.browser.chromium import PHONE, Theme, opened, sign_in
from tests.browser.invented_calls import live_call
from tests.browser.running import OWNER, PASSWORD, Running
from tests.unit.post_call_worker.call_logs import CallLog

WORDS = ["it's", "fourteen", "twenty", "five", "oak", "street"]
_WATCH = """() => {
  const card = document.querySelector("#live [data-call=CALIVE]");
  window.seen = {told: [], gone: 0, card, words: card.querySelector(".moments"), title: card.querySelector("h2 a")};
  new MutationObserver((all) => {
    for (const one of all) for (const node of one.removedNodes) if (node.nodeType === 1) seen.gone += 1;
  }).observe(card.parentElement, {childList: true, subtree: true});
  const told = document.getElementById("told");
  new MutationObserver(() => seen.told.push(told.textContent)).observe(told, {childList: true, characterData: true});
  seen.title.focus();
}"""
_SAME = """() => document.querySelector("#live [data-call=CALIVE]") === seen.card
  && document.activeElement === seen.title && seen.words.isConnected"""
_READ_OUT = """(place) => Boolean(document.querySelector(place).closest(
  "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]"))"""


@asynccontextmanager
async def _listening(
    at: Running, browser: Browser, path: str, theme: Theme = "light"
) -> AsyncIterator[tuple[Page, Bus, CallLog]]:
    """A page that shows a call which is going on, and the bus and the log of it."""
    log = live_call("CALIVE", SystemClock().now())
    bus = await connect_nats(at.nats_url, name="test")
    async with opened(browser, at.url, width=PHONE, theme=theme) as page:
        await at.publish(log.messages)
        await sign_in(page, OWNER, PASSWORD)
        await page.goto("/now")
        await page.locator(".live[data-call=CALIVE]").wait_for()
        await page.goto(path)
        yield page, bus, log
    await bus.close()


async def _says(bus: Bus, page: Page, turn: int) -> None:
    """Word by word, each seen before the next is said."""
    for said in range(1, len(WORDS) + 1):
        text = " ".join(WORDS[:said])
        await bus.mention(INTERIM, InterimWords(call_sid="CALIVE", turn=turn, text=text).model_dump_json().encode())
        await expect(page.locator(".interim p")).to_have_text(text)


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_on_a_card_they_replace_each_other_in_place_and_are_read_to_nobody(
    at: Running, browser: Browser, theme: Theme
) -> None:
    async with _listening(at, browser, "/now", theme) as (page, bus, log):
        await page.evaluate(_WATCH)
        await _says(bus, page, turn=4)
        assert await page.evaluate(_SAME)
        assert await page.evaluate("[seen.gone, seen.told]") == [0, []]
        assert not await page.evaluate(_READ_OUT, ".interim p")
        assert await faults(page) == []
        await at.publish(log.hears(" ".join(WORDS)).messages[-1:])
        await expect(page.locator(".interim")).to_have_count(0)
        await expect(page.locator(".live .moment.caller").last).to_have_text(f"Caller:{' '.join(WORDS)}")
        assert await page.evaluate(_SAME)


async def test_a_danger_is_read_out_once_and_so_is_who_calls(at: Running, browser: Browser) -> None:
    async with _listening(at, browser, "/now") as (page, _, log):
        await page.evaluate(_WATCH)
        danger = log.raises("GAS_LEAK", "I smell gas").says("Leave the house now.")
        await at.publish(danger.messages[-3:])
        await expect(page.locator("#told")).to_have_text("Gas leak. Call from (512) 555-0177")
        await at.publish(danger.hears("okay").messages[-1:])
        await expect(page.locator(".live .moment.caller").last).to_contain_text("okay")
        await at.publish(CallLog("CANEXT", "+15125550111", SystemClock().now()).messages)
        await expect(page.locator("#told")).to_have_text("Call from (512) 555-0111")
        assert len(await page.evaluate("seen.told")) == 2


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_on_the_page_of_a_call_they_stand_below_what_is_read_out(
    at: Running, browser: Browser, theme: Theme
) -> None:
    async with _listening(at, browser, "/calls/CALIVE", theme) as (page, bus, log):
        await expect(page.locator(".interim")).to_be_hidden()
        asked: list[str] = []
        await _says(bus, page, turn=4)
        page.on("request", lambda request: asked.append(request.url))
        await _says(bus, page, turn=4)
        assert asked == [], "a word is no reason to ask for the whole page"
        assert not await page.evaluate(_READ_OUT, ".interim p")
        assert await faults(page) == []
        await at.publish(log.hears("1425 Oak Street").messages[-1:])
        await expect(page.locator(".moment.caller").last).to_contain_text("1425 Oak Street")
        await expect(page.locator(".interim")).to_be_hidden()

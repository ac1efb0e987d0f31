"""Shell. Calls with sound through everything, seen in the browser: by telephone, and by the browser's microphone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from calllock.runtime.profiles import load_profiles
from calllock_local.console_account import EMAIL, make_console_account
from calllock_local.local_environment import local_environment
from calllock_local.local_run import RunPlan, local_run
from calllock_local.settings import inherited_environment
from calllock_local.state_folder import Running, StateFolder
from calllock_local.telephone import Telephone, dial
from calllock_local.telephone_voice import KeptSpeaker, PiperSpeaker, Speaker
from calllock_local.workspace import BUSINESSES, CACHE
from dialog_brain.script import Line, Script
from tests.browser.axe import faults
from tests.browser.chromium import chromium, opened, sign_in
from tests.folders import passable_folder
from voice_gateway.speech import mulaw
from voice_gateway.speech.ports import SAMPLE_RATE
from voice_gateway.speech.wav import wav_of

SEEN_WITHIN_MS = 1_000
SPEAKS_AFTER_S = 9
"""When the greeting has been heard."""
SAYS = (
    "hi, my air conditioner stopped cooling this morning",
    "no, nothing like that",
    "nine zero two ... one zero",
    "no thank you, goodbye",
)
SCRIPT = Script(
    name="far away",
    business="ace-cooling",
    from_number="+15125550179",
    says=tuple(Line(says=words) for words in SAYS),
)
_WATCH = """() => {
  window.seen = {appearedMs: null, states: [], interim: []};
  const note = (list, found) => found && !list.includes(found.textContent) && list.push(found.textContent);
  const look = () => {
    const timer = document.querySelector("#live .timer[data-since]");
    if (timer && seen.appearedMs === null) seen.appearedMs = Date.now() - new Date(timer.dataset.since);
    note(seen.states, document.querySelector("#live .here"));
    note(seen.interim, document.querySelector("#live .interim p"));
  };
  new MutationObserver(look).observe(document.getElementById("live"), {childList: true, subtree: true});
}"""


class Hesitant:
    """A speaker who is silent for a moment at each "..."; where digits are dictated, that is no end of a turn."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker

    def render(self, text: str) -> bytes:
        pause = bytes([mulaw.SILENCE]) * int(0.9 * SAMPLE_RATE)
        return pause.join(self._speaker.render(part) for part in text.split(" ... "))


@pytest.fixture(scope="module")
def account() -> Iterator[tuple[Running, str]]:
    """Everything, running, and the password of its console."""
    with passable_folder() as root:
        plan = RunPlan(StateFolder(root), BUSINESSES, CACHE, local_environment(inherited_environment()))
        with local_run(plan, print) as started:
            yield started.running, make_console_account(started.running, plan)


async def test_a_call_with_sound_is_seen_from_its_answer_to_its_delivery(
    account: tuple[Running, str], browser: Browser, tmp_path: Path
) -> None:
    running, password = account
    profile = next(profile for profile in load_profiles(BUSINESSES) if profile.id == SCRIPT.business)
    phone = Telephone(Hesitant(KeptSpeaker(PiperSpeaker(), CACHE)), listener=None)
    dialed = dial(f"{running.gateway_url}/twilio/voice", SCRIPT.from_number or "", profile.numbers[0])
    async with opened(browser, running.worker_url) as page:
        await sign_in(page, EMAIL, password)
        await page.goto("/now")
        await page.evaluate(_WATCH)
        result = await phone.call(SCRIPT, dialed, tmp_path)
        assert (result.reason, result.faults) == ("", ())
        card = page.locator(f".live[data-call={dialed.call_sid}]")
        await expect(card.locator("header .chip")).to_have_text("Delivered", timeout=20_000)
        await expect(card.locator(".interim")).to_have_count(0)
        seen = await page.evaluate("seen")
        assert 0 <= seen["appearedMs"] < SEEN_WITHIN_MS
        assert seen["states"][0] in ("welcome", "lookup", "safety")
        assert seen["states"].index("safety") < seen["states"].index("service area") < len(seen["states"]) - 1
        assert any("9" in words or "nine" in words.lower() for words in seen["interim"]), seen

        await page.goto("/inbox")
        in_inbox = page.locator(".card", has=page.locator(f"a[href*={dialed.call_sid}]"))
        await expect(in_inbox.get_by_title("Delivered")).to_be_visible()
        await in_inbox.click()
        await expect(page.locator("#deliveries .chip.good").first).to_have_text("Delivered")


async def test_an_owner_calls_by_microphone_and_the_sound_goes_both_ways(
    account: tuple[Running, str], tmp_path: Path
) -> None:
    running, password = account
    said = mulaw.decode(PiperSpeaker().render("I smell gas in my kitchen"))
    file = tmp_path / "microphone.wav"
    file.write_bytes(wav_of(bytes(2 * SAMPLE_RATE * SPEAKS_AFTER_S) + said + bytes(2 * SAMPLE_RATE * 60)))
    flags = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream")
    async with (
        chromium(*flags, f"--use-file-for-fake-audio-capture={file}%noloop") as browser,
        opened(browser, running.worker_url) as page,
    ):
        await sign_in(page, EMAIL, password)
        await page.goto("/talk")
        await page.get_by_role("button", name="Call by microphone").click()
        await expect(page.locator("#line-state")).to_contain_text("On the line")
        await expect(page.locator("#line .note.state").first).to_contain_text("welcome")
        assert await faults(page) == []
        await expect(page.locator("#line p.danger")).to_contain_text("Gas leak", timeout=40_000)
        await expect(page.locator("#line .note.state").last).to_contain_text("safety exit")
        await expect(page.locator("#line-state")).to_have_text("The call has ended", timeout=60_000)
        await expect(page.locator("#line .moment.caller .said").first).to_contain_text("gas")
        await expect(page.locator("#line .moment.agent .said").last).to_contain_text("911")
        await expect(page.locator("#line .moment.agent .said").last.locator("s")).to_have_count(0)
        await expect(page.locator("#line #deliveries .chip.good").first).to_be_visible(timeout=20_000)
        await expect(page.get_by_role("link", name="Call again")).to_be_visible()

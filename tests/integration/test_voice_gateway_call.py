"""A call on the real gateway: real sockets, real speech both ways."""

from __future__ import annotations

from pathlib import Path

from calllock.contracts.events import CallEnded, PromptPlayed, UtteranceHeard
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import Phone, spoken
from tests.integration.scripted_brain import GREETING, brain, messages, wait_for
from tests.integration.voice_gateway_rig import gateway


async def test_a_caller_is_greeted_understood_answered_and_hung_up_on(tmp_path: Path) -> None:
    bus = MemoryBus()
    said = "My furnace is making a loud noise."
    spoken(said)  # rendering takes time that the caller must not lose
    goodbye = "All right, somebody will call you back. Goodbye."
    async with gateway(tmp_path, bus) as app, brain(bus, [{"sentences": (goodbye,)}]):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        (greeting,) = await wait_for(bus, "CA1", PromptPlayed)
        phone.say("My furnace is making a loud noise.")
        (heard,) = await wait_for(bus, "CA1", UtteranceHeard)
        (ended,) = await wait_for(bus, "CA1", CallEnded)
        await phone.closed.wait()
        log = await bus.read("CA1")

    assert greeting.heard_text == GREETING
    assert greeting.complete
    assert heard.text.lower().rstrip(".") == "my furnace is making a loud noise"
    assert (heard.turn, heard.after_prompt) == (1, 1)
    assert messages(log, PromptPlayed)[-1].heard_text == goodbye
    assert messages(log, PromptPlayed)[-1].complete
    assert ended.ended_by == "agent"
    assert len(messages(log, CallEnded)) == 1

"""Shell. What today's flow would do, asked from a call's page of the brain."""

from __future__ import annotations

import asyncio

from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.rehearsal import rehearse
from dialog_brain.replay_answers import answer_replays
from dialog_brain.script import Line, Script
from tests.integration.console_rig import STRANGER, ConsoleRig, console
from tests.unit.dialog_brain.flow.calls import PROFILES
from tests.unit.post_call_worker.call_logs import booked_call


async def _rehearsed(rig: ConsoleRig) -> str:
    """A call as today's flow decides it, stored."""
    profile = PROFILES.by_id("ace-cooling")
    assert profile is not None
    played = rehearse(RECEPTIONIST, profile, Script(name="told", says=(Line(says="I smell gas"),)))
    for message in played.log:
        await rig.worker.bus.publish(message)
    record, log = await rig.worker.keeper.read(played.log[0].call_sid)
    await rig.worker.keeper.keep(record, log)
    return record.call_sid


async def test_the_page_says_where_today_s_flow_would_differ(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        await rig.stores(booked_call())
        call_sid = await _rehearsed(rig)
        browser = await rig.signed_in()
        assert (await browser.get("/calls/CA0001/replay")).status_code == 503
        answering = asyncio.create_task(answer_replays(rig.worker.bus, RECEPTIONIST, PROFILES))
        same = await browser.get(f"/calls/{call_sid}/replay")
        assert "would decide everything as it was decided then" in same.text
        invented = await browser.get("/calls/CA0001/replay")
        assert "today&#39;s flow would" in invented.text
        assert (await (await rig.signed_in(STRANGER)).get("/calls/CA0001/replay")).status_code == 404
        answering.cancel()
        await asyncio.gather(answering, return_exceptions=True)

"""Shell. The sound of a call on its page, and who may hear it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from calllock.contracts import events
from tests.integration.console_rig import STRANGER, console
from tests.unit.post_call_worker.call_logs import CallLog
from tests.unit.post_call_worker.console.test_recorded_sound import write_recording

SOUND = "/calls/CA0001/recordings/0"


def _recorded() -> CallLog:
    return CallLog().says("This call is recorded.").adds(events.RecordingBegun, file="CA0001-MZ1.wav").hears("fine")


async def test_a_recording_is_drawn_and_played_in_parts(postgres_url: str, tmp_path: Path) -> None:
    write_recording(tmp_path / "CA0001-MZ1.wav")
    async with console(postgres_url) as rig:
        rig.app.state.console = replace(rig.console, recordings=tmp_path)
        await rig.stores(_recorded().ends())
        browser = await rig.signed_in()
        page = await browser.get("/calls/CA0001")
        assert f'<audio controls preload="none" src="{SOUND}"' in page.text
        assert page.text.count('class="fill-4"') >= 100
        part = await browser.get(SOUND, Range="bytes=0-3")
        assert [page for _, page, _ in await rig.console.accounts.looks("CA0001")] == ["call", "recording"]
        assert (part.status_code, part.content, part.headers["content-type"]) == (206, b"RIFF", "audio/wav")


@pytest.mark.parametrize("part", ["bytes=0-3", "bytes=1-", "bytes=-100000000", "bytes=00-", ""])
async def test_who_hears_any_part_is_noted_once_an_hour(postgres_url: str, tmp_path: Path, part: str) -> None:
    write_recording(tmp_path / "CA0001-MZ1.wav")
    async with console(postgres_url) as rig:
        rig.app.state.console = replace(rig.console, recordings=tmp_path)
        await rig.stores(_recorded().ends())
        browser = await rig.signed_in()
        for _ in range(2):
            assert (await browser.get(SOUND, **{"Range": part} if part else {})).status_code in (200, 206)
        assert [page for _, page, _ in await rig.console.accounts.looks("CA0001")] == ["recording"]


@pytest.mark.parametrize("path", [SOUND, "/calls/CA0001/recordings/1", "/calls/CA0001/recordings/-1"])
async def test_nobody_else_hears_it_and_nothing_else_is_heard(postgres_url: str, tmp_path: Path, path: str) -> None:
    write_recording(tmp_path / "CA0001-MZ1.wav")
    async with console(postgres_url) as rig:
        rig.app.state.console = replace(rig.console, recordings=tmp_path)
        await rig.stores(_recorded().ends())
        assert (await (await rig.signed_in(STRANGER)).get(path)).status_code == 404
        if path != SOUND:
            assert (await (await rig.signed_in()).get(path)).status_code == 404


async def test_what_was_refused_or_is_gone_is_not_offered(postgres_url: str, tmp_path: Path) -> None:
    async with console(postgres_url) as rig:
        rig.app.state.console = replace(rig.console, recordings=tmp_path)
        await rig.stores(_recorded().ends())
        browser = await rig.signed_in()
        assert "<audio" not in (await browser.get("/calls/CA0001")).text
        assert (await browser.get(SOUND)).status_code == 404
        write_recording(tmp_path / "CA0002-MZ1.wav")
        refused = CallLog("CA0002").adds(events.RecordingBegun, file="CA0002-MZ1.wav").adds(events.RecordingRefused)
        await rig.stores(refused.hears("no").ends())
        page = await browser.get("/calls/CA0002")
        assert "<audio" not in page.text
        assert "Not to be recorded" in page.text
        assert (await browser.get("/calls/CA0002/recordings/0")).status_code == 404

"""Shell. Recordings are deleted with their calls, or it is said that they are not."""

from __future__ import annotations

import asyncio
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from calllock.contracts.events import RecordingBegun
from post_call_worker.recordings import recordings_fault
from post_call_worker.retention import NotErased
from tests.integration.worker_rig import Worker, worker
from tests.unit.post_call_worker.call_logs import CALLER, STARTED_AT, CallLog, booked_call


async def _stored(rig: Worker, log: CallLog) -> None:
    await rig.publish(log)
    await rig.until(rig.archive.calls)
    await rig.deliver_all()


async def _is_kept(rig: Worker) -> bool:
    return "Jonas" in json.dumps(await rig.archive.call("CA0001"), default=str)


async def test_recordings_go_with_their_caller_and_with_their_age(postgres_url: str, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("CA0001-1.wav", "CA0001-2.wav", "CA00011-1.wav", "CA0009-1.wav")]
    async with worker(postgres_url) as rig:
        for file in files:
            file.write_bytes(b"RIFF")
            os.utime(file, (rig.clock.monotonic(),) * 2)
        retention = replace(rig.retention, recordings=tmp_path)
        await _stored(rig, booked_call("CA0001"))
        await retention.forget(CALLER)
        assert [file.exists() for file in files] == [False, False, True, True]
        rig.clock.step(91 * 86_400)
        os.utime(files[3], (rig.clock.monotonic(),) * 2)
        looking = asyncio.create_task(retention.run())
        await rig.until(lambda: not files[2].exists())
        looking.cancel()
        assert files[3].exists()


async def test_an_old_recording_that_another_worker_has_just_deleted_keeps_none_of_the_others(
    postgres_url: str, tmp_path: Path
) -> None:
    for number in range(9):
        (tmp_path / f"CA0001-{number}.wav").symlink_to(tmp_path / "deleted")  # is listed, and then is not there
    old = tmp_path / "CA0002-1.wav"
    old.write_bytes(b"RIFF")
    async with worker(postgres_url) as rig:
        os.utime(old, (rig.clock.monotonic() - 91 * 86_400,) * 2)
        with capture_logs() as logged:
            looking = asyncio.create_task(replace(rig.retention, recordings=tmp_path).run())
            await rig.until(lambda: not old.exists() or logged)
            looking.cancel()
        assert not [entry for entry in logged if entry["event"] == "retention.postponed"]


async def test_a_recording_that_cannot_be_deleted_keeps_everything_and_is_said(
    postgres_url: str, tmp_path: Path
) -> None:
    (tmp_path / "CA0001-1.wav").mkdir()  # which no `unlink` removes
    async with worker(postgres_url) as rig:
        await _stored(rig, booked_call("CA0001"))
        with pytest.raises(NotErased, match="cannot be deleted"):
            await replace(rig.retention, recordings=tmp_path).forget(CALLER)
        assert await _is_kept(rig)


def _recorded_call() -> CallLog:
    log = booked_call("CA0001")
    event_id, file = "CA0001:recording:1", "CA0001-1.wav"
    log.messages.insert(1, RecordingBegun(event_id=event_id, call_sid="CA0001", occurred_at=STARTED_AT, file=file))
    return log


async def test_a_folder_without_the_recordings_is_noticed_and_told_to_who_erases(
    postgres_url: str, tmp_path: Path
) -> None:
    async with worker(postgres_url) as rig:
        retention = replace(rig.retention, recordings=tmp_path)
        assert await recordings_fault(retention.eraser, None) == ""
        await _stored(rig, _recorded_call())
        assert await recordings_fault(retention.eraser, None) == "calls are recorded, and RECORDINGS_DIR is not set"
        assert await recordings_fault(retention.eraser, tmp_path / "nowhere") == "RECORDINGS_DIR is no folder"
        elsewhere = "of the latest 1 recordings 1 are not in RECORDINGS_DIR"
        assert await recordings_fault(retention.eraser, tmp_path) == elsewhere
        with capture_logs() as said:
            looking = asyncio.create_task(retention.run())
            await rig.until(lambda: said)
            looking.cancel()
        assert said[0] == {"event": "recordings.misplaced", "fault": elsewhere, "log_level": "warning"}
        (tmp_path / "CA0001-1.wav").write_bytes(b"RIFF")
        assert await recordings_fault(retention.eraser, tmp_path) == ""
        (tmp_path / "CA0001-1.wav").unlink()
        assert (await retention.forget(CALLER)).recordings_missing == 1


async def test_a_recording_on_another_machine_keeps_everything_and_is_said(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        await _stored(rig, _recorded_call())
        with pytest.raises(NotErased, match="RECORDINGS_DIR"):
            await rig.retention.forget(CALLER)
        assert await _is_kept(rig)

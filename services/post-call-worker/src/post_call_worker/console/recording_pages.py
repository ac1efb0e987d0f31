"""Shell. Serves the sound of a call to accounts that may see the call."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse
from markupsafe import Markup

from calllock.contracts.events import RecordingBegun, RecordingRefused
from calllock.contracts.message import Message
from post_call_worker.console import plots
from post_call_worker.console.access import OfConsole, SignedIn
from post_call_worker.console.dependencies import Console
from post_call_worker.console.recorded_sound import loudness
from post_call_worker.console.seen_calls import seen_call

router = APIRouter(prefix="/calls/{call_sid}/recordings")


@dataclass(frozen=True, slots=True)
class RecordingShown:
    """One recording of a call."""

    url: str
    waveform: Markup


@router.get("/{number}")
async def recording(console: OfConsole, visitor: SignedIn, call_sid: str, number: int) -> FileResponse:
    """The sound; browsers ask for parts of it."""
    await seen_call(console, visitor.account, call_sid)
    log = await console.log(call_sid)
    files = _files(console, log)
    if not (0 <= number < len(files) and files[number].is_file()):
        raise HTTPException(404, "no such recording")
    await console.accounts.note_open_page(visitor.account, console.now(), "recording", call_sid)
    return FileResponse(files[number], media_type="audio/wav")


async def shown_recordings(console: Console, call_sid: str, log: Sequence[Message]) -> list[RecordingShown]:
    """What was recorded of the call and can still be heard."""
    shown = []
    for number, file in enumerate(_files(console, log)):
        sides = await asyncio.to_thread(loudness, file)
        if sides is not None:
            drawn = plots.waveform(*sides, "Loudness over time, the caller above and the agent below")
            shown.append(RecordingShown(f"/calls/{call_sid}/recordings/{number}", drawn))
    return shown


def _files(console: Console, log: Sequence[Message]) -> list[Path]:
    """The files that the log names; none when the caller refused to be recorded."""
    refused = any(isinstance(message, RecordingRefused) for message in log)
    if console.recordings is None or refused:
        return []
    return [console.recordings / message.file for message in log if isinstance(message, RecordingBegun)]

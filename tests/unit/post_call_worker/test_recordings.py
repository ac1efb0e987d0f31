"""Adapter. What is said of a folder in which recordings are missing."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from post_call_worker.erasing import Eraser
from post_call_worker.recordings import LOOKED_AT, missing, recordings_fault

FILES = ["CA0001-1.wav", "CA0002-1.wav", "CA0003-1.wav"]


class _Log:
    """Names recordings."""

    def __init__(self, files: list[str]) -> None:
        self._files = files

    async def latest_recordings(self, most: int) -> list[str]:
        assert most == LOOKED_AT
        return self._files


@pytest.mark.parametrize(("there", "fault"), [(0, "of the latest 3 recordings 3 are not"), (1, "2 are not"), (2, "")])
async def test_a_folder_that_lacks_most_of_them_is_not_the_gateways(tmp_path: Path, there: int, fault: str) -> None:
    for file in FILES[:there]:
        (tmp_path / file).touch()
    found = await recordings_fault(cast("Eraser", _Log(FILES)), tmp_path)
    assert fault in found
    assert bool(found) is bool(fault)
    assert missing(FILES, tmp_path) == len(FILES) - there


async def test_without_a_folder_it_is_a_fault_only_when_calls_are_recorded() -> None:
    assert await recordings_fault(cast("Eraser", _Log([])), None) == ""
    assert "not set" in await recordings_fault(cast("Eraser", _Log(FILES)), None)

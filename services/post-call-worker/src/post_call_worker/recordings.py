"""Adapter. Whether the worker sees the recordings that the gateways make."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

from post_call_worker.erasing import Eraser

LOOKED_AT = 20
"""Of the latest recordings."""


async def recordings_fault(eraser: Eraser, folder: Path | None) -> str:
    """Why recordings would outlive their calls; empty when they do not. Raises what the database raises."""
    files = await eraser.latest_recordings(LOOKED_AT)
    return await asyncio.to_thread(_fault, files, folder)


def missing(files: Sequence[str], folder: Path) -> int:
    """How many of these files are not in the folder."""
    return sum(not (folder / file).is_file() for file in files)


def _fault(files: Sequence[str], folder: Path | None) -> str:
    if folder is None:
        return "calls are recorded, and RECORDINGS_DIR is not set" if files else ""
    if not folder.is_dir():
        return "RECORDINGS_DIR is no folder"
    if not os.access(folder, os.W_OK | os.X_OK):
        return "nothing can be deleted in RECORDINGS_DIR"
    absent = missing(files, folder)
    if 2 * absent > len(files):
        return f"of the latest {len(files)} recordings {absent} are not in RECORDINGS_DIR"
    return ""

"""Shell. The real gateway process with engines that cost nothing: `python -m tests.load.rolling_gateway`.

The caller's loudness says which line of the script is spoken, so what is heard is known without recognizing speech.
"""

from __future__ import annotations

import sys

import numpy as np

import voice_gateway.__main__ as gateway
from tests.integration.voice_gateway_rig import StubEngines
from voice_gateway.speech import mulaw
from voice_gateway.speech.ports import Hints

LINES = (
    "my air conditioner stopped cooling this morning",
    "no, nothing like that",
    "seven eight seven four five",
    "my name is Emily Carter",
    "1425 Oak Street",
    "next Tuesday at ten in the morning",
    "yes please",
)
_QUIETEST, _STEP = 2_000, 1.35
_FRAMES = 8_000
"""A second."""


def spoken(line: str) -> bytes:
    """The line as mu-law: a second of a level that no other line has."""
    level = _QUIETEST * _STEP ** LINES.index(line)
    return mulaw.encode(np.full(_FRAMES, level, dtype="<i2"))


class CodedEngines(StubEngines):
    """Hears which line it was by its level."""

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        samples = np.abs(np.frombuffer(audio, dtype="<i2").astype(float))
        loud = samples[samples > _QUIETEST / 2]
        if not loud.size:
            return ""
        nearest = round(np.log(max(float(np.median(loud)), 1.0) / _QUIETEST) / np.log(_STEP))
        return LINES[min(max(nearest, 0), len(LINES) - 1)]

    async def close(self) -> None:
        """Nothing is open."""


if __name__ == "__main__":
    vars(gateway).update(ChosenEngines=lambda *_: CodedEngines(), LocalEngines=CodedEngines)  # the one seam
    gateway.main(sys.argv[1:])

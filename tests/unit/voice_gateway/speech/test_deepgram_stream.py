"""The audio that a stream has yet to be sent."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from voice_gateway.speech.deepgram_stream import RecentAudio


@given(st.lists(st.binary(max_size=30)), st.integers(1, 40), st.integers(0, 500))
def test_the_latest_audio_is_kept_and_found_by_its_position(pieces: list[bytes], kept: int, position: int) -> None:
    audio, everything = RecentAudio(kept), b""
    for piece in pieces:
        audio.add(piece)
        everything += piece
    assert audio.heard == len(everything)
    assert audio.heard - audio.oldest == min(kept, len(everything))
    assert audio.since(position) == everything[max(position, audio.oldest) :]

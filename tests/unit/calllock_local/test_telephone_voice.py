from __future__ import annotations

from pathlib import Path

import pytest

from calllock_local.telephone_ear import is_voiced
from calllock_local.telephone_line import FRAME_BYTES
from calllock_local.telephone_voice import LocalListener, LocalSpeaker, as_spoken, noise, quiet_line


@pytest.mark.parametrize(
    ("text", "spoken"),
    [("it's 78745", "it's 7 8 7 4 5"), ("4210 South Lamar", "4210 South Lamar"), ("at 9", "at 9")],
)
def test_a_zip_code_is_said_digit_by_digit(text: str, spoken: str) -> None:
    assert as_spoken(text) == spoken


def test_what_is_said_is_understood(tmp_path: Path) -> None:
    audio = LocalSpeaker(tmp_path).render("I have a question about my bill")

    assert LocalListener().transcribe(audio) == "I have a question about my bill."


def test_what_was_said_once_is_kept(tmp_path: Path) -> None:
    first = LocalSpeaker(tmp_path).render("yes please")
    (file,) = tmp_path.rglob("*.ulaw")
    file.write_bytes(first[:160])

    assert LocalSpeaker(tmp_path).render("yes please") == first[:160]


def test_a_cough_is_a_sound_and_a_quiet_line_is_none() -> None:
    assert is_voiced(noise()[:FRAME_BYTES])
    assert {len(frame) for frame in quiet_line()} == {FRAME_BYTES}
    assert len(quiet_line()) == 50

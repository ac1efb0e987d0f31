from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from calllock_local.telephone_ear import is_voiced
from calllock_local.telephone_line import FRAME_BYTES
from calllock_local.telephone_voice import KeptSpeaker, LocalListener, PiperSpeaker, as_spoken, noise, quiet_line
from voice_gateway.speech import mulaw
from voice_gateway.speech.hibari_voice import HibariVoice

CALLER = PiperSpeaker()


def pitch_hz(audio: bytes) -> float:
    """The middle pitch of the voice in mu-law: in each window, the shift at which the sound is most like itself."""
    samples = np.frombuffer(mulaw.decode(audio), dtype="<i2").astype(float)
    windows = [samples[at : at + 1_024] for at in range(0, len(samples) - 1_024, 512)]
    likeness = [np.correlate(loud, loud, "full")[1_023:] for loud in windows if loud.std() > 1_000]
    shortest, longest = 16_000 // 350, 16_000 // 70
    return 16_000 / float(np.median([shortest + of[shortest:longest].argmax() for of in likeness]))


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("4505 Elm", "45 oh 5 Elm"),
        ("1200 Elm", "12 hundred Elm"),
        ("1000 Elm", "1000 Elm"),
        ("it's 78745", "it's 7 8 7 4 5"),
        ("4210 South Lamar", "42 10 South Lamar"),
        ("at 9", "at 9"),
    ],
)
def test_numbers_are_said_as_people_say_them(text: str, spoken: str) -> None:
    assert as_spoken(text) == spoken


@pytest.mark.parametrize("line", ["I have a question about my bill.", "Yes, please.", "My name is Emily Carter."])
def test_what_is_said_is_understood(line: str) -> None:
    assert LocalListener().transcribe(CALLER.render(line)) == line


def test_a_line_always_sounds_the_same() -> None:
    assert CALLER.render("Good morning.") == PiperSpeaker().render("Good morning.")


def test_the_caller_is_not_the_agent() -> None:
    line = "My furnace is making a loud noise."
    assert pitch_hz(CALLER.render(line)) < 0.8 * pitch_hz(HibariVoice().render_now(line))


def test_what_was_said_once_is_kept(tmp_path: Path) -> None:
    first = KeptSpeaker(CALLER, tmp_path).render("yes please")
    (file,) = tmp_path.rglob("*.ulaw")
    file.write_bytes(first[:160])

    assert KeptSpeaker(CALLER, tmp_path).render("yes please") == first[:160]


def test_a_cough_is_a_sound_and_a_quiet_line_is_none() -> None:
    assert is_voiced(noise()[:FRAME_BYTES])
    assert {len(frame) for frame in quiet_line()} == {FRAME_BYTES}
    assert len(quiet_line()) == 50

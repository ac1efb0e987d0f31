"""The cache of rendered lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from calllock.runtime.clock import SystemClock
from voice_gateway.speech.chain import Chain
from voice_gateway.speech.ports import SpeechFailed, Voice
from voice_gateway.speech.rendered import RenderedLines


class CountingVoice:
    name = "counting"

    def __init__(self) -> None:
        self.rendered: list[str] = []

    async def render(self, text: str) -> bytes:
        self.rendered.append(text)
        return text.encode() * 10


class SilentVoice(CountingVoice):
    """Fails at what it is told to."""

    def __init__(self, fails_at: str) -> None:
        super().__init__()
        self.name = "silent"
        self.fails_at = fails_at

    async def render(self, text: str) -> bytes:
        if text == self.fails_at:
            raise SpeechFailed("no voice")
        return await super().render(text)


def spoken_by(*voices: Voice) -> Chain[Voice]:
    return Chain("voice", voices, SystemClock())


def files(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_fixed_lines_are_rendered_once_for_all_processes(tmp_path: Path) -> None:
    assert await RenderedLines(spoken_by(CountingVoice()), tmp_path).warm(["Hello.", "Goodbye.", "Hello."]) == 2
    voice = CountingVoice()
    lines = RenderedLines(spoken_by(voice), tmp_path)
    assert await lines.warm(["Hello.", "Goodbye."]) == 0
    assert lines.at_hand("Hello.") == b"Hello." * 10
    assert voice.rendered == []


async def test_another_voice_does_not_get_the_lines_of_the_first(tmp_path: Path) -> None:
    await RenderedLines(spoken_by(CountingVoice()), tmp_path).warm(["Hello."])
    other = CountingVoice()
    other.name = "another"
    assert await RenderedLines(spoken_by(other), tmp_path).warm(["Hello."]) == 1


async def test_what_is_said_to_one_caller_never_reaches_the_disk(tmp_path: Path) -> None:
    lines = RenderedLines(spoken_by(CountingVoice()), tmp_path)
    await lines.render("Am I speaking with Jonas?")
    assert lines.at_hand("Am I speaking with Jonas?") is not None
    assert files(tmp_path) == []


async def test_memory_is_bounded_and_the_least_used_line_goes_first(tmp_path: Path) -> None:
    lines = RenderedLines(spoken_by(CountingVoice()), tmp_path, memory_bytes=100)
    await lines.render("aaaa")
    await lines.render("bbbb")
    assert lines.at_hand("aaaa") is not None
    await lines.render("cccc")
    assert lines.at_hand("bbbb") is None
    assert lines.at_hand("aaaa") is not None


async def test_a_fixed_line_stays_at_hand_however_much_is_said(tmp_path: Path) -> None:
    lines = RenderedLines(spoken_by(CountingVoice()), tmp_path, memory_bytes=100)
    await lines.warm(["Call 911."])
    for said in ("aaaa", "bbbb", "cccc"):
        await lines.render(said)
    assert lines.at_hand("Call 911.") is not None


async def test_a_file_that_was_cut_short_to_nothing_is_rendered_again(tmp_path: Path) -> None:
    await RenderedLines(spoken_by(CountingVoice()), tmp_path).warm(["Hello."])
    files(tmp_path)[0].write_bytes(b"")
    assert await RenderedLines(spoken_by(CountingVoice()), tmp_path).warm(["Hello."]) == 1


async def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SpeechFailed, match="folder of rendered lines"):
        await RenderedLines(spoken_by(CountingVoice()), tmp_path / "file").warm(["Hello."])


async def test_a_line_that_the_wanted_voice_fails_at_is_spoken_by_the_next(tmp_path: Path) -> None:
    lines = RenderedLines(spoken_by(SilentVoice("Hello."), CountingVoice()), tmp_path)
    assert await lines.warm(["Hello.", "Goodbye."]) == 2
    assert lines.at_hand("Hello.") == b"Hello." * 10
    assert await lines.render("Hello.") == b"Hello." * 10


async def test_the_wanted_voice_gets_another_chance_at_the_next_start_at_what_it_failed_at(tmp_path: Path) -> None:
    await RenderedLines(spoken_by(SilentVoice("Hello."), CountingVoice()), tmp_path).warm(["Hello.", "Goodbye."])
    recovered = SilentVoice("")
    assert await RenderedLines(spoken_by(recovered, CountingVoice()), tmp_path).warm(["Hello.", "Goodbye."]) == 1
    assert recovered.rendered == ["Hello."]

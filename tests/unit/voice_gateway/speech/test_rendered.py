"""The cache of rendered lines."""

from __future__ import annotations

import asyncio
import errno
import shutil
import threading
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


class Gated(CountingVoice):
    """A vendor that answers once the gate is open."""

    name = "wanted"

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()
        self.waiting = self.most_waiting = 0

    async def render(self, text: str) -> bytes:
        self.waiting += 1
        self.most_waiting = max(self.most_waiting, self.waiting)
        await self.gate.wait()
        self.waiting -= 1
        await super().render(text)
        return f"wanted {text}".encode()


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


async def test_two_processes_with_the_same_number_may_render_a_line_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Gateways in containers share a volume, and each is process 1."""
    put_in_place = Path.replace

    def after_the_other(part: Path, file: Path) -> Path:
        monkeypatch.setattr(Path, "replace", put_in_place)
        other = threading.Thread(
            target=lambda: asyncio.run(RenderedLines(spoken_by(CountingVoice()), tmp_path).warm(["Hello."]))
        )
        other.start()
        other.join()
        return put_in_place(part, file)

    monkeypatch.setattr(Path, "replace", after_the_other)
    assert await RenderedLines(spoken_by(CountingVoice()), tmp_path).warm(["Hello."]) == 1
    assert await RenderedLines(spoken_by(CountingVoice()), tmp_path).warm(["Hello."]) == 0


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


async def test_until_the_wanted_voice_has_rendered_them_all_lines_are_spoken_by_the_last(tmp_path: Path) -> None:
    wanted, last = Gated(), CountingVoice()
    lines = RenderedLines(spoken_by(wanted, last), tmp_path)
    assert await lines.warm(["Hello.", "Goodbye."]) == 2
    improving = asyncio.create_task(lines.improve())
    assert lines.at_hand("Hello.") == b"Hello." * 10
    await lines.render("Am I speaking with Jonas?")
    assert last.rendered == ["Hello.", "Goodbye.", "Am I speaking with Jonas?"]

    wanted.gate.set()
    assert await improving == 2
    assert lines.at_hand("Hello.") == b"wanted Hello."
    await lines.render("Am I speaking with Emily?")
    assert wanted.rendered == ["Hello.", "Goodbye.", "Am I speaking with Emily?"]


async def test_the_wanted_voice_is_asked_for_a_few_lines_at_a_time(tmp_path: Path) -> None:
    wanted = Gated()
    lines = RenderedLines(spoken_by(wanted, CountingVoice()), tmp_path)
    await lines.warm(f"Line {number}." for number in range(100))
    improving = asyncio.create_task(lines.improve())
    for _ in range(20):
        await asyncio.sleep(0)
    assert 1 < wanted.waiting <= 8
    wanted.gate.set()
    assert await improving == 100
    assert wanted.most_waiting <= 8


async def test_no_line_is_asked_for_after_one_could_not_be_kept(tmp_path: Path) -> None:
    wanted, folder = Gated(), tmp_path / "lines"
    lines = RenderedLines(spoken_by(wanted, CountingVoice()), folder)
    await lines.warm(f"Line {number}." for number in range(20))
    shutil.rmtree(folder)
    folder.write_text("")
    improving = asyncio.create_task(lines.improve())
    for _ in range(20):
        await asyncio.sleep(0)
    wanted.gate.set()
    with pytest.raises(SpeechFailed, match="folder of rendered lines"):
        await improving
    asked = len(wanted.rendered)
    for _ in range(50):
        await asyncio.sleep(0)
    assert len(wanted.rendered) == asked < 20


async def test_at_the_next_start_the_wanted_voice_has_its_lines_and_the_last_is_not_asked(tmp_path: Path) -> None:
    wanted = Gated()
    wanted.gate.set()
    first = RenderedLines(spoken_by(wanted, CountingVoice()), tmp_path)
    await first.warm(["Hello."])
    await first.improve()

    wanted, last = Gated(), CountingVoice()
    again = RenderedLines(spoken_by(wanted, last), tmp_path)
    assert await again.warm(["Hello."]) == 0
    assert await again.improve() == 0
    assert again.at_hand("Hello.") == b"wanted Hello."
    assert last.rendered == []


async def test_a_line_that_the_wanted_voice_fails_at_is_spoken_by_the_next(tmp_path: Path) -> None:
    last = CountingVoice()
    lines = RenderedLines(spoken_by(SilentVoice("Hello."), last), tmp_path)
    await lines.warm(["Hello.", "Goodbye."])
    assert await lines.improve() == 1
    assert lines.at_hand("Hello.") == b"Hello." * 10
    assert last.rendered == ["Hello.", "Goodbye."], "what is at hand is not rendered again"


async def test_the_wanted_voice_gets_another_chance_at_the_next_start_at_what_it_failed_at(tmp_path: Path) -> None:
    first = RenderedLines(spoken_by(SilentVoice("Hello."), CountingVoice()), tmp_path)
    await first.warm(["Hello.", "Goodbye."])
    await first.improve()
    recovered = SilentVoice("")
    again = RenderedLines(spoken_by(recovered, CountingVoice()), tmp_path)
    await again.warm(["Hello.", "Goodbye."])
    assert await again.improve() == 1
    assert recovered.rendered == ["Hello."]


async def test_a_fixed_line_that_cannot_be_spoken_is_named(tmp_path: Path) -> None:
    class Mute(CountingVoice):
        async def render(self, text: str) -> bytes:
            raise SpeechFailed("the voice made no sound")

    with pytest.raises(SpeechFailed, match=r"^the line '\.\.\.' cannot be spoken \(the voice made no sound\): say it"):
        await RenderedLines(spoken_by(Mute()), tmp_path).warm(["..."])


async def test_a_full_disk_is_left_no_fuller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_part: Path, _file: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SpeechFailed, match="No space left on device"):
        await RenderedLines(spoken_by(CountingVoice()), tmp_path).warm(["Hello."])
    assert files(tmp_path) == []

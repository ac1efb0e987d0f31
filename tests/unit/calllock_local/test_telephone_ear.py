from __future__ import annotations

from calllock_local.telephone_ear import QUIET_MS, Ear, Heard, is_voiced
from calllock_local.telephone_line import FRAME_BYTES, FRAME_MS
from calllock_local.telephone_voice import quiet_line
from tests.unit.calllock_local.telephone_sounds import silence, tone


def _listen(ear: Ear, audio: bytes, from_ms: int = 0, *, more_to_come: bool = False) -> list[Heard]:
    heard = []
    for number in range(len(audio) // FRAME_BYTES):
        frame = audio[number * FRAME_BYTES :][:FRAME_BYTES]
        one = ear.hear(frame, from_ms + number * FRAME_MS, more_to_come=more_to_come)
        heard += [one] if one else []
    return heard


def test_what_is_said_is_heard_from_its_first_to_its_last_sound() -> None:
    (heard,) = _listen(Ear(), silence(200) + tone(600) + silence(QUIET_MS))

    assert (heard.began_ms, heard.ended_ms) == (200, 800)
    assert tone(600) in heard.audio


def test_a_breath_in_the_middle_does_not_end_it() -> None:
    ear = Ear()
    assert _listen(ear, tone(200) + silence(QUIET_MS - FRAME_MS) + tone(200)) == []
    assert ear.speaking

    (heard,) = _listen(ear, silence(QUIET_MS), 400 + QUIET_MS - FRAME_MS)
    assert (heard.began_ms, heard.ended_ms) == (0, 400 + QUIET_MS - FRAME_MS)


def test_who_is_known_to_go_on_has_not_finished() -> None:
    ear = Ear()
    assert not any(heard.last for heard in _listen(ear, tone(400) + silence(2_000), more_to_come=True))
    assert [heard.last for heard in _listen(ear, silence(FRAME_MS), 2_400)] == [True]


def test_the_noise_of_a_quiet_line_is_no_speech() -> None:
    assert not any(is_voiced(frame) for frame in quiet_line())
    assert _listen(Ear(), b"".join(quiet_line())) == []


def test_what_is_cut_off_is_heard_so_far() -> None:
    ear = Ear()
    _listen(ear, tone(400))

    heard = ear.stop()
    assert heard is not None
    assert heard.audio == tone(400)
    assert ear.stop() is None


def test_a_long_thing_is_heard_in_pieces_at_its_breaths() -> None:
    sentences = (tone(1_600) + silence(400)) * 3
    pieces = _listen(Ear(), sentences + silence(QUIET_MS))

    assert [piece.last for piece in pieces] == [False, False, False, True]
    assert {piece.began_ms for piece in pieces} == {0}
    assert pieces[-1].ended_ms == 5_600
    assert b"".join(piece.audio for piece in pieces).startswith(sentences)


def test_who_hardly_breathes_is_heard_in_pieces_all_the_same() -> None:
    pieces = _listen(Ear(), (tone(2_400) + silence(120)) * 8 + silence(QUIET_MS))

    assert max(len(piece.audio) for piece in pieces) < len(tone(9_000))


def test_little_is_remembered_of_a_long_silence() -> None:
    (heard,) = _listen(Ear(), silence(60_000) + tone(100) + silence(QUIET_MS))

    assert len(heard.audio) < len(silence(1_000))

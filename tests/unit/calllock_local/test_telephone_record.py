from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from calllock_local.telephone_conversation import Spoken
from calllock_local.telephone_record import CallResult, file_stem, line_of, write_transcript


def _result(folder: Path) -> CallResult:
    return CallResult(
        name="a call",
        call_sid="CA1",
        ended_by="caller",
        reason="",
        duration_s=61.27,
        greeting_ms=100,
        response_ms=(600, 700),
        gaps_ms=(),
        faults=(),
        streams=1,
        transcript=(Spoken("agent", "Hello?", 120, 900), Spoken("caller", "größer", 60_900, 61_200)),
        wav=folder / "a-call.wav",
        text=folder / "a-call.txt",
    )


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("New caller books", "new-caller-books"),
        ("../../etc/passwd", "etc-passwd"),
        ("!!", "call"),
        ("a" * 99, "a" * 60),
    ],
)
def test_any_name_of_a_call_is_a_safe_name_of_a_file(name: str, stem: str) -> None:
    assert file_stem(name) == stem


def test_a_line_says_when_and_who() -> None:
    assert line_of(Spoken("caller", "yes please", 61_250, 62_000)) == "1:01.2  caller  yes please"
    assert line_of(Spoken("agent", "", 0, 0)) == "0:00.0  agent   "


def test_a_long_line_is_folded_under_its_beginning() -> None:
    first, second = line_of(Spoken("agent", "word " * 25, 0, 0)).splitlines()
    assert first.startswith("0:00.0  agent   word word")
    assert second.startswith(" " * 16 + "word")


def test_a_transcript_is_for_people_and_the_figures_are_for_programs(tmp_path: Path) -> None:
    write_transcript(_result(tmp_path))

    assert (tmp_path / "a-call.txt").read_text(encoding="utf-8").splitlines() == [
        "0:00.1  agent   Hello?",
        "1:00.9  caller  größer",
        "1:01.2  line    ended by caller",
    ]
    figures = json.loads((tmp_path / "a-call.json").read_text(encoding="utf-8"))
    assert (figures["response_ms"], figures["wav"]) == ([600, 700], "a-call.wav")
    assert figures["transcript"][0] == {"who": "agent", "text": "Hello?", "began_ms": 120, "ended_ms": 900}


def test_a_transcript_says_what_went_wrong(tmp_path: Path) -> None:
    write_transcript(replace(_result(tmp_path), ended_by="failed", reason="no answer"))

    assert (tmp_path / "a-call.txt").read_text(encoding="utf-8").endswith("ended by failed: no answer\n")


def test_what_one_side_said_is_one_text(tmp_path: Path) -> None:
    assert _result(tmp_path).said("caller") == "größer"

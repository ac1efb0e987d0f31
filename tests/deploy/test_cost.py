"""The cost page: what it adds up is the sum of the parts that it names."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[2] / "docs/cost.md").read_text(encoding="utf-8")
LINE = ("Twilio, incoming call to a local US number", "Twilio, media stream")
SETUPS = {
    "local speech (default)": ("Speech in: local engine (default)", "Speech out: local voice (default)"),
    "Deepgram and ElevenLabs": ("Speech in: Deepgram Nova-3, streaming", "Speech out: ElevenLabs Flash"),
    "OpenAI for both": ("Speech in: OpenAI gpt-4o-mini-transcribe", "Speech out: OpenAI gpt-4o-mini-tts"),
}
BILLED_MINUTES, CALLS = 2, 1_000


def table(first_heading: str) -> dict[str, list[str]]:
    """The rows of the table with that heading, by their first cell."""
    rows: dict[str, list[str]] = {}
    (body,) = re.findall(rf"^\| {first_heading} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    for line in body.splitlines():
        first, *others = (cell.strip() for cell in line.strip("|").split("|"))
        rows[first] = others
    return rows


def a_minute(part: str) -> Decimal:
    return Decimal(table("part")[part][-1])


def test_every_setup_is_one_whose_sum_is_computed_here() -> None:
    assert set(table("setup")) == set(SETUPS)


@pytest.mark.parametrize("setup", SETUPS)
def test_a_setups_minute_is_the_sum_of_its_parts_and_a_thousand_calls_are_two_thousand_of_them(setup: str) -> None:
    minute, thousand = table("setup")[setup]
    total = sum(map(a_minute, (*LINE, *SETUPS[setup])), Decimal(0))
    assert Decimal(minute) == total
    assert Decimal(thousand) == (total * BILLED_MINUTES * CALLS).quantize(Decimal(1))


def test_a_vendors_voice_is_billed_for_the_new_characters_that_the_page_says() -> None:
    (characters,) = re.findall(r"(\d+) new characters a minute", PAGE)
    (price,) = re.findall(r"([\d.]+) per 1,000 characters", PAGE)
    assert a_minute("Speech out: ElevenLabs Flash") == Decimal(characters) * Decimal(price) / 1_000


def test_a_part_with_a_range_of_prices_counts_with_the_highest() -> None:
    for _part, (price, minute) in table("part").items():
        if a_range := re.match(r"[\d.]+ to ([\d.]+) a minute", price):
            assert Decimal(minute) == Decimal(a_range.group(1))

"""Pure. A number that is all that a turn corrects: "no, 510" is another house number, or another hour."""

from __future__ import annotations

from dialog_brain.understanding.language.numbers import begins_digits
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.addresses import Place
from dialog_brain.understanding.people_and_places.house_numbers import house_number
from dialog_brain.understanding.understood import Held

_TAKES_BACK = wordset("no nope nah wait sorry said meant mean oops correction should")
_LEADING = _TAKES_BACK | wordset("actually oh it that is i make be excuse me my bad mistake")
_MOST_WORDS = 6
_FIGURES = (3, 4)
_LAST_HOUR = 1259
_QUARTERS = ("00", "15", "30", "45")


def renumbered(speech: Speech, held: Held) -> Place | None:
    """The address that was told, with the number that the turn says instead of it.

    Where no time was read back, it must be called a correction: "make it 1700" may be an hour, "no, 1700" is none.
    That an hour was read back too, and that hours are often told so, speaks against it, and that the number is like
    the one that we hold speaks for it.
    """
    words = speech.words
    start = next((at for at, word in enumerate(words) if word not in _LEADING), len(words))
    if not 0 < start < len(words) <= _MOST_WORDS or not begins_digits(words[start]) or ":" in words[start]:
        return None
    if held.when is None and _TAKES_BACK.isdisjoint(words[:start]):
        return None
    said, (old, _, street) = house_number(speech, start), held.address.partition(" ")
    if said is None or said.end < len(words) or not street:
        return None
    if len(said.text) not in _FIGURES or not (said.text.isdecimal() and old.isdecimal()):
        return None
    if int(said.text) <= _LAST_HOUR and int(said.text[-2:]) < 60:
        timed = held.when is not None and (held.when.time or held.when.earliest or held.when.latest) is not None
        doubts = timed + (said.text[-2:] in _QUARTERS)
        if doubts > _alike(said.text, old):
            return None
    return Place(f"{said.text} {street}", start, said.end)


def _alike(said: str, held: str) -> bool:
    """Whether one is the other with its figures in another order, or with one figure changed, added or left out."""
    if len(said) == len(held):
        return sorted(said) == sorted(held) or sum(a != b for a, b in zip(said, held, strict=True)) == 1
    longer, shorter = sorted((said, held), key=len, reverse=True)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))

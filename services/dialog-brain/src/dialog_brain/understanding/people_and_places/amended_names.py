"""Pure. How the name that we hold is written: "Carter with a K", "it's Karter", "Sara with an h"."""

from __future__ import annotations

from difflib import SequenceMatcher

from dialog_brain.understanding.answers.details import names_thing
from dialog_brain.understanding.language.phrases import Found, Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.given_names import GIVEN_NAMES
from dialog_brain.understanding.people_and_places.name_words import NEVER
from dialog_brain.understanding.people_and_places.spelling import Letters, capitalised, letters_after
from dialog_brain.understanding.people_and_places.whole_names import Named, name_at

_LEADING = any_of(
    "no|nope|wait|actually|sorry|oh|yes|yeah|but|well|okay|almost|close|so",
    "it|that|this is|was|should_be",
    "i said|meant|am",
    "i told you",
    "make|spell it|that",
    "the|my? first|last|family|sur? name|surname|spelling is|should_be",
)
_TRAILING = wordset("please thanks thank you sir ma'am actually though not")
_SOUNDS = ("ckq", "iy", "szc", "gj", "fp", "vw", "ae", "ou")
""" "With a K" is said of the letter that sounds like it."""
_VOWELS = "aeiou"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PLURALS = {f"{letter}{end}": letter for letter in _LETTERS for end in ("s", "'s")}
_TOLD: Phrases[str] = Phrases(
    {
        "double": ["with|it_has? two|double {letter}|{letters}"],
        "end": ["ending|ends in|with a|an? {letter}", "with a|an {letter} at|on the end"],
        "none": ["without|no|with_no a|an|the|any? {letter}"],
        "one": ["with one|a_single|just_one|only_one {letter}"],
        "with": ["with a|an? {letter}"],
    },
    letter="|".join(_LETTERS),
    letters="|".join(_PLURALS),
)
_LAST = wordset("last surname family")
_FIRST = wordset("first given")
_FURTHEST = 5
"""Words before a name among which it is called a last or a first name."""
_FEWEST_SPELLED = 3
_ALIKE = 0.7
"""Likeness from 0 to 1 from which on a word is the one that we hold, written otherwise."""


def amended_name(speech: Speech, held: str) -> Named | None:
    """The name as this turn writes it; None if it tells nothing of that, or nothing that we can write."""
    place = 0
    while place < len(speech.words) and (found := _LEADING.at(speech, place)) is not None:
        place = found.end
    if place == len(speech.words) or speech.words[place] in _TRAILING:
        return None
    whole = name_at(speech, place, asked=True, strict=False) if place else None
    if whole is not None and " " in whole.text and speech.words[place] in GIVEN_NAMES and _ends(speech, whole.end):
        return whole
    word = speech.words[place]
    spelled = _spelled(speech, place + 1) if len(speech.words[-1]) == 1 else None
    told = _TOLD.at(speech, place + 1) if place + 1 < len(speech.words) and spelled is None else None
    end = spelled.end if spelled is not None else place + 1 if told is None else told.end
    if not _ends(speech, end):
        return None
    parts = held.split(" ")
    likeness = [_likeness(part.lower(), word) for part in parts]
    best = max(range(len(parts)), key=likeness.__getitem__)
    if likeness[best] < _ALIKE or not names_thing(word) or (word in NEVER and word != parts[best].lower()):
        return None
    written = spelled.text if spelled is not None else word if told is None else _written(speech, word, told)
    if written is None or (told is None and written == parts[best].lower()):
        return None
    parts[best] = capitalised(written)
    return Named(" ".join(parts), place, end)


def _spelled(speech: Speech, place: int) -> Letters | None:
    """ "Lee is spelled L E I G H"; fewer letters than a name has only tell one of its own."""
    letters = letters_after(speech, place)
    return letters if letters is not None and len(letters.text) >= _FEWEST_SPELLED else None


def _likeness(part: str, word: str) -> float:
    """From 0 to 1; 0 as well where too few letters are shared for `_ALIKE`, which is told sooner."""
    shared = sum(map(part.__contains__, word))
    return SequenceMatcher(None, part, word).ratio() if 2 * shared >= _ALIKE * (len(part) + len(word)) else 0.0


def completed_name(speech: Speech, named: Named, held: str) -> Named:
    """The name with the half that we hold, where only the other was told: "the last name is Moss", "Jon, not Tom".

    A word that is nearly one of those that we hold is that one, written otherwise.
    """
    first, _, last = held.rpartition(" ")
    if " " in named.text or not first:
        return named
    before = speech.words[max(0, named.start - _FURTHEST) : named.start]
    after = speech.words[named.end : named.end + 2]
    refused = after[1] if after[:1] == ("not",) and len(after) > 1 else ""
    if not _LAST.isdisjoint(before) or refused == last.lower():
        return named._replace(text=f"{first} {named.text}")
    if not _FIRST.isdisjoint(before) or refused == first.lower():
        return named._replace(text=f"{named.text} {last}")
    parts = held.split(" ")
    likeness = [_likeness(part.lower(), named.text.lower()) for part in parts]
    best = max(range(len(parts)), key=likeness.__getitem__)
    if likeness[best] < _ALIKE:
        return named
    parts[best] = named.text
    return named._replace(text=" ".join(parts))


def whole_name(said: str, held: str, *, of_caller: bool = True) -> str:
    """A first name or surname said again, differently, keeps the other half: "it's Jon without an h".

    One that was only looked up may be somebody else's (not `of_caller`): Jo is no Jonas, and Jon is John.
    """
    first, _, last = held.partition(" ")
    if " " in said or not last:
        return said
    if not of_caller and max(_likeness(part.lower(), said.lower()) for part in (first, last)) < _ALIKE:
        return said
    if said[0] == first[0]:
        return f"{said} {last}"
    return f"{first} {said}" if said[0] == last[0] else said


def _ends(speech: Speech, end: int) -> bool:
    return end == len(speech.words) or bool(speech.stops[end - 1]) or speech.words[end] in _TRAILING


def _written(speech: Speech, word: str, told: Found[str]) -> str | None:
    """The word with what was told of its spelling; None where that does not say which letter is meant."""
    last = next(at for at in range(told.end - 1, told.start, -1) if _letter(speech.words[at]))
    letter = _letter(speech.words[last])
    if told.meaning == "end":
        return word if word.endswith(letter) else word + letter if letter in "eh" else _replaced(word, letter)
    if told.meaning == "double":
        return word if letter * 2 in word else word.replace(letter, letter * 2) if word.count(letter) == 1 else None
    if told.meaning == "one":
        return word.replace(letter * 2, letter)
    if told.meaning == "none":
        return word.replace(letter, "") if word.count(letter) == 1 else None
    if letter in word:
        return word
    alike = _alike(word, letter)
    if _may_end(word, letter):
        return None if alike else word + letter
    return _replaced(word, letter)


def _letter(word: str) -> str:
    return word if len(word) == 1 else _PLURALS.get(word, "")


def _may_end(word: str, letter: str) -> bool:
    """ "Ann with an e", "Sara with an h"."""
    return (letter == "e" and word[-1] not in _VOWELS + "y") or (letter == "h" and word[-1] == "a")


def _alike(word: str, letter: str) -> list[int]:
    """The places of letters that may sound like it."""
    found = [at for at, other in enumerate(word) if any(letter in row and other in row for row in _SOUNDS)]
    return [at for at in found if at or letter not in _VOWELS]  # "Ann with an e" is not Enn


def _replaced(word: str, letter: str) -> str | None:
    """The word with that letter for the only one that may sound like it."""
    alike = _alike(word, letter)
    return word[: alike[0]] + letter + word[alike[0] + 1 :] if len(alike) == 1 else None

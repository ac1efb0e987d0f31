"""Pure. One name, word by word or letter by letter, from the place on where it begins."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from dialog_brain.understanding.language.family import FAMILY
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.believable_names import believable
from dialog_brain.understanding.people_and_places.given_names import GIVEN_NAMES
from dialog_brain.understanding.people_and_places.name_words import (
    NEVER,
    PARTICLES,
    SELDOM_SURNAMES,
    SHORT_NAMES,
    SPELLING_TOLD,
    SURNAMES,
    TITLES,
)
from dialog_brain.understanding.people_and_places.spelling import (
    Letters,
    letters_after,
    spelled_letters,
    written,
    written_letters,
)
from dialog_brain.understanding.people_and_places.words_of_names import both_names, ends_at, may_be_name

_LONGEST = 6
_BEFORE_NAME = wordset("oh well the spelled spelt")
_HYPHENS = wordset("hyphen dash")
_RELATIVES = wordset(FAMILY.replace("|", " "))
_OWNERS = wordset("his her their the my")
""" "His wife Carol", "Tom's wife Carol"."""
_HOUSEHOLDS = wordset("residence household family")
""" "The Henderson residence"."""
_AFTER_TITLES = SURNAMES | SELDOM_SURNAMES
_NONE: frozenset[str] = frozenset()
_NEVER_LAST = PARTICLES - GIVEN_NAMES - SHORT_NAMES
_SAME = 0.6
_ALIKE = 0.4
"""How similar a spelled word and a heard one are when they are the same; measured on misheard names."""


class Named(NamedTuple):
    """A name that was said with the words from `start` up to `end`."""

    text: str
    start: int
    end: int


def name_at(speech: Speech, start: int, *, asked: bool, strict: bool, named: bool = False) -> Named | None:
    """The name that begins with word `start`.

    `asked`: a name is expected there. `strict`: what introduced it introduces other things as well. `named`: it was
    called a name, and may be a word that is none as a rule.
    """
    words = speech.words
    place = _first_word(speech, start)
    if place is None:
        return None
    spelled = spelled_letters(speech, place)
    if spelled is not None and len(spelled.text) > 1:
        return _more_spelled(speech, spelled)
    by_title = place > start and words[place - 1] in TITLES
    titled = by_title or (place > start and words[place - 1] == "the")
    called_last = named and "last" in words[max(0, start - 3) : start]
    known = _AFTER_TITLES if titled or called_last else SURNAMES if named else _NONE
    if place < len(words) and words[place] in known and ends_at(speech, place + 1):
        return Named(written(speech, place), place, place + 1)
    said, end = _words_of_name(speech, place)
    if place > start and words[place - 1] in _RELATIVES and not ends_at(speech, end):
        return None  # "my friend Bill told me"
    asked = asked or by_title
    if not said or not believable(speech, said, asked=asked, strict=strict and not titled, named=named or titled):
        return None
    respelled = _respelled(speech, said, end)
    return respelled if respelled is not None else Named(_ordered(speech, said), place, end)


def _first_word(speech: Speech, start: int) -> int | None:
    """Where the name begins after titles, hesitations and "his wife"; None where no name can follow."""
    words = speech.words
    place = start
    while place < len(words):
        titled = words[place + 1 : place + 2] and words[place + 1] in TITLES
        if words[place] == "the" and not _HOUSEHOLDS.isdisjoint(words[place + 2 : place + 5]):
            return place + 1
        if words[place] == "the" and place + 1 < len(words) and not titled:
            return None
        joins = words[place] == "and" and place > start and titled
        if words[place] not in TITLES and words[place] not in _BEFORE_NAME and not joins:
            break
        place += 1
    for owner in range(place, min(place + 3, len(words) - 2)):
        if speech.stops[owner - 1 : owner] == (",",) and owner > place:
            break  # "it's Amit, Priya's husband"
        if words[owner + 1] in _RELATIVES and (
            words[owner].endswith("'s") or (owner == place and words[owner] in _OWNERS)
        ):
            return owner + 2
    return place


def _words_of_name(speech: Speech, first: int) -> tuple[list[int], int]:
    """The places of the words that make the name, and where it ends."""
    words, stops = speech.words, speech.stops
    said: list[int] = []
    end = first
    while (
        end < len(words) and len(said) < _LONGEST and (may_be_name(speech, end, said) or both_names(speech, end, said))
    ):
        said.append(end)
        end += 1
        if words[end : end + 2] == (words[end - 1], "is"):
            return said, end + 1  # "Ann Moss, Moss is spelled ..."
        if stops[end - 1] in (".", "?") or (stops[end - 1] == "," and not _last_after_comma(speech, end, said)):
            break
        told = SPELLING_TOLD.at(speech, end) if end < len(words) else None
        if told is not None:
            rest = spelled_letters(speech, told.end)
            end = rest.end if rest is not None else told.end + (words[told.end : told.end + 1] == ("and",))
            if stops[told.end - 1]:
                break
    while said and words[said[-1]] in _NEVER_LAST:
        end = said.pop()
    return said, end


def _last_after_comma(speech: Speech, place: int, said: list[int]) -> bool:
    """Whether a name goes on after a comma: "Miller, Ann", "De La Cruz, Ann"."""
    one = len(said) == 1 or speech.words[said[0]] in PARTICLES
    return one and place + 1 == len(speech.words) and len(speech.words[place]) > 1


def _ordered(speech: Speech, said: list[int]) -> str:
    words = speech.words
    if len(said) > 1 and speech.stops[said[-2]] == ",":
        if words[said[0]] not in GIVEN_NAMES and said[-1] == said[-2] + 1:
            said = [said[-1], *said[:-1]]
        elif words[said[0]] == words[said[1]]:
            return written(speech, said[0])
    parts: list[str] = []
    for place in said:
        if words[place] in _HYPHENS and parts:
            parts[-1] = "-"
            continue
        parts.append(written(speech, place))
        parts.append("-" if speech.stops[place] == "-" and place != said[-1] else " ")
    return "".join(parts).strip(" -")


def _more_spelled(speech: Speech, spelled: Letters) -> Named | None:
    """A name that begins spelled; the word that it spells may follow."""
    words = speech.words
    text = written_letters(spelled.text)
    end = spelled.end
    while end < len(words) and words[end] in ("that", "is", "it", "so", "and", "i", "repeat"):
        end += 1
    if end < len(words) and _resembles(words[end], spelled.text):
        return Named(text, spelled.start, end + 1)
    if end + 1 < len(words) and words[end] in GIVEN_NAMES and _resembles(words[end + 1], spelled.text):
        return Named(f"{written(speech, end)} {text}", spelled.start, end + 2)
    if (
        end < len(words)
        and words[end][0].isalpha()
        and words[end] not in NEVER
        and speech.stops[spelled.end - 1] != "."
    ):
        return Named(f"{text} {written(speech, end)}", spelled.start, end + 1)
    return Named(text, spelled.start, spelled.end)


def _resembles(word: str, letters: str) -> bool:
    return SequenceMatcher(None, word, letters).ratio() > _SAME


def _respelled(speech: Speech, said: list[int], end: int) -> Named | None:
    """A name of which a word is then spelled: "Ann Lee, L E I G H"."""
    words = speech.words
    told = SPELLING_TOLD.at(speech, said[-1] + 1) if said[-1] + 1 < len(words) else None
    spelled = letters_after(speech, end if told is None else told.end)
    if spelled is None:
        return None
    parts = [written(speech, at) for at in said]
    letters = written_letters(spelled.text)
    scores = [SequenceMatcher(None, words[at], spelled.text).ratio() for at in said]
    best = max(range(len(parts)), key=scores.__getitem__)
    if len(set(spelled.text)) == 1 or _spells(speech, said, spelled.text):
        parts, best = [_ordered(speech, said)], 0
    elif scores[best] < _ALIKE:
        parts.append(letters)
    else:
        parts[best] = letters
    after = spelled.end
    if words[after : after + 1] and words[after] in (words[said[best]], words[said[-1]], spelled.text):
        return Named(" ".join(parts), said[0], after + 1)
    if after < len(words) and best == len(parts) - 1 and may_be_name(speech, after, said) and len(words[after]) > 1:
        parts.append(written(speech, after))
        after += 1
    return Named(" ".join(parts), said[0], after)


def _spells(speech: Speech, said: list[int], letters: str) -> bool:
    """Whether the letters are those of the name, or of words of it, as they were heard: "de Jesus, D E J E S U S"."""
    heard = ["".join(filter(str.isalpha, speech.words[at])) for at in said]
    plain = "".join(filter(str.isalpha, letters))
    return any("".join(heard[first:]) == plain for first in range(len(heard))) or plain in heard

"""Pure. Names: introduced, bare when we asked, spelled letter by letter, with titles left off."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from dialog_brain.understanding.consent_words import FAMILY
from dialog_brain.understanding.introductions import INTRODUCED, LAST_FIRST, Introduction
from dialog_brain.understanding.name_words import (
    GIVEN_NAMES,
    NAMES_IN_ING,
    NEVER,
    PARTICLES,
    POLITE,
    SOFT_NAMES,
    SURNAMES,
    TITLES,
)
from dialog_brain.understanding.spelling import Letters, begins_capital, spelled_letters, written, written_letters
from dialog_brain.understanding.words import Speech, wordset

_LONGEST = 5
_BEFORE_NAME = wordset("um uh er the spelled spelt")
_HESITATIONS = wordset("um uh er")
_AFTER_SURNAME = wordset("here calling with like spelled speaking from again")
_RELATIVES = wordset(FAMILY.replace("|", " "))
_ALIKE = 0.4
"""How similar a spelled word and a heard one are when they are the same; measured on misheard names."""


class Named(NamedTuple):
    """A name that was said with the words from `start` up to `end`."""

    text: str
    start: int
    end: int


def heard_name(speech: Speech, *, asked: bool) -> Named | None:
    """The caller's name. Bare words are one only when we `asked`."""
    if not asked and INTRODUCED.absent(speech) and LAST_FIRST.absent(speech):
        return None
    by_parts = _by_parts(speech, asked=asked) or _last_name_first(speech)
    if by_parts is not None:
        return by_parts
    introduced = _introduced(speech, asked=asked)
    bare = _bare(speech) if asked else None
    if introduced is None or bare is None:
        return introduced or bare
    return introduced if introduced.text.startswith(bare.text) or introduced.start < bare.start else bare


def _introduced(speech: Speech, *, asked: bool) -> Named | None:
    for found in INTRODUCED.all(speech):
        if found.meaning == "vague" and not asked:
            following = speech.words[found.end : found.end + 1]
            if not following or following[0] not in GIVEN_NAMES:
                continue
        strict = found.meaning in ("likely", "vague")
        named = _name(speech, _said_again(speech, found.end), asked=asked or not strict, strict=strict)
        if named is not None:
            return named
    return None


def _by_parts(speech: Speech, *, asked: bool) -> Named | None:
    """ "last name Miller, first name Ann"."""
    parts: dict[str, Named] = {}
    for found in INTRODUCED.all(speech):
        if found.meaning in ("first", "last"):
            named = _name(speech, found.end, asked=True, strict=False)
            if named is not None:
                parts[found.meaning] = named
    if "last" in parts and "first" not in parts:
        given = _bare(speech)
        if given is not None and (asked or len(speech.words[given.start]) == 1) and _adjoins(speech, given, "last"):
            parts["first"] = given
    if len(parts) < 2:
        return None
    ends = [part.end for part in parts.values()]
    return Named(f"{parts['first'].text} {parts['last'].text}", min(part.start for part in parts.values()), max(ends))


def _adjoins(speech: Speech, given: Named, part: Introduction) -> bool:
    """Whether the other part of a name is introduced right after the given one: "Ann, last name Miller"."""
    following = INTRODUCED.at(speech, given.end) if given.end < len(speech.words) else None
    return following is not None and following.meaning == part


def _last_name_first(speech: Speech) -> Named | None:
    """ "Last name first, Miller, Ann"."""
    found = LAST_FIRST.first(speech)
    if found is None or len(speech.words) < found.end + 2:
        return None
    family, given = found.end, found.end + 1
    if not (_may_be_name(speech, family, family) and _may_be_name(speech, given, given)):
        return None
    return Named(f"{written(speech, given)} {written(speech, family)}", family, given + 1)


def _bare(speech: Speech) -> Named | None:
    words = speech.words
    place = 0
    while place < len(words) and words[place] in POLITE:
        place += 1
    if words[place : place + 1] == ("not",):
        place += 2
    if place >= len(words) or words[place : place + 2] in (("may", "i"), ("may", "we")):
        return None
    return _name(speech, _said_again(speech, place), asked=True, strict=False)


def _said_again(speech: Speech, place: int) -> int:
    """Where the whole name begins after a part of it: "Miller, Ann Miller", "Ann, Ann Miller"."""
    words = speech.words
    if place + 2 < len(words) and len(words[place]) > 1 and words[place] in words[place + 1 : place + 3]:
        return place + 1
    pause = next((at for at in range(place, min(place + 3, len(speech.words))) if speech.stops[at] == ","), None)
    if pause is None or len(speech.words) - pause < 3:
        return place
    family = speech.words[place : pause + 1]
    after = speech.words[pause + 1 : pause + 1 + len(family)]
    return pause + 1 if family in (after, speech.words[-len(family) :]) else place


def _name(speech: Speech, start: int, *, asked: bool, strict: bool) -> Named | None:
    """The name that begins with word `start`. `strict`: what introduced it introduces other things as well."""
    words = speech.words
    place = start
    while place < len(words) and (words[place] in TITLES or words[place] in _BEFORE_NAME):
        if words[place] == "the" and words[place + 1 : place + 2] and words[place + 1] not in TITLES:
            return None
        place += 1
    for owner in range(place, min(place + 3, len(words) - 2)):
        if words[owner + 1] in _RELATIVES and _owns(words[owner]):
            place = owner + 2
            break
    first = place
    spelled = spelled_letters(speech, place)
    if spelled is not None and len(spelled.text) > 1:
        return _more_spelled(speech, spelled)
    end = _end_of_name(speech, first)
    if end == first or not _believable(speech, first, end, asked=asked, strict=strict):
        return None
    respelled = _respelled(speech, first, end)
    return respelled if respelled is not None else Named(_ordered(speech, first, end), first, end)


def _end_of_name(speech: Speech, first: int) -> int:
    words = speech.words
    end = first
    while end < len(words) and end - first < _LONGEST and _may_be_name(speech, end, first):
        end += 1
        if _hesitates(speech, end):
            end += 1
            continue
        if speech.stops[end - 1] in (".", "?"):
            break
        if speech.stops[end - 1] == "," and not _continues(speech, end, first):
            break
    while end > first and words[end - 1] in PARTICLES and words[end - 1] not in GIVEN_NAMES:
        end -= 1
    return end


def _hesitates(speech: Speech, place: int) -> bool:
    """ "Ray uh Moss": a family name that ends the turn comes after a hesitation."""
    words = speech.words
    return place + 2 == len(words) and words[place] in _HESITATIONS and _may_be_name(speech, place + 1, place)


def _owns(word: str) -> bool:
    """ "His wife Carol", "Tom's wife Carol"."""
    return word in ("his", "her", "their", "the", "my") or word.endswith("'s")


def _may_be_name(speech: Speech, place: int, first: int) -> bool:
    word = speech.words[place]
    if not word[0].isalpha() or len(word) > 25 or word.endswith("'s"):
        return False
    if len(word) == 1:
        following = speech.words[place + 1] if place + 1 < len(speech.words) else ""
        return place > first and len(following) > 1 and following not in NEVER
    if word in SOFT_NAMES or word in GIVEN_NAMES:
        return True
    if word in SURNAMES and place == first + 1 and speech.words[first] not in NEVER - GIVEN_NAMES:
        following = speech.words[place + 1] if place + 1 < len(speech.words) else ""
        if len(following) < 2 or speech.stops[place] or following in _AFTER_SURNAME:
            return True
        return speech.raw[place][:1].isupper() and speech.words[first] in GIVEN_NAMES
    if word in PARTICLES:
        following = speech.words[place + 1] if place + 1 < len(speech.words) else ""
        return place > first and bool(following) and following not in NEVER and word != "of"
    return word not in NEVER


def _continues(speech: Speech, place: int, first: int) -> bool:
    """Whether a name goes on after a comma: "Miller, Ann"."""
    return place == first + 1 and place + 1 == len(speech.words) and len(speech.words[place]) > 1


def _believable(speech: Speech, first: int, end: int, *, asked: bool, strict: bool) -> bool:
    words = speech.words[first:end]
    following = speech.words[end] if end < len(speech.words) else ""
    if len(words) == 1 and len(words[0]) == 1:
        return False
    if words[0].endswith("ing") and words[0] not in GIVEN_NAMES | NAMES_IN_ING and (strict or len(words) != 2):
        return False
    known = words[0] in GIVEN_NAMES
    if not strict:
        if words[0] in SOFT_NAMES and len(words) == 1 and following and not speech.stops[end - 1]:
            return following in ("and", "from", "at", "calling", "here", "with", "speaking", "i", "my")
        return known or asked or begins_capital(speech, first)
    if known and (words[0] not in SOFT_NAMES or begins_capital(speech, first)):
        return True
    if begins_capital(speech, first):
        return True
    ended = end == len(speech.words) or bool(speech.stops[end - 1])
    if asked:
        return (
            ended
            or spelled_letters(speech, end) is not None
            or following in ("from", "at", "with", "and", "here", "speaking", "calling", "over", "on", "in")
        )
    return following in ("calling", "from", "speaking", "here") or (ended and len(words) == 2)


def _ordered(speech: Speech, first: int, end: int) -> str:
    words = speech.words
    if end - first == 2 and speech.stops[first] == ",":
        if words[first + 1] in GIVEN_NAMES and words[first] not in GIVEN_NAMES:
            return f"{written(speech, first + 1)} {written(speech, first)}"
        if words[first] == words[first + 1]:
            return written(speech, first)
    parts: list[str] = []
    for place in range(first, end):
        if speech.words[place] in _HESITATIONS:
            continue
        parts.append(written(speech, place))
        parts.append("-" if speech.stops[place] == "-" and place + 1 < end else " ")
    return "".join(parts).strip()


def _more_spelled(speech: Speech, spelled: Letters) -> Named | None:
    """A name that begins spelled; the word that it spells may follow."""
    words = speech.words
    text = written_letters(spelled.text)
    end = spelled.end
    while end < len(words) and words[end] in ("that", "is", "it", "so", "and", "i", "repeat"):
        end += 1
    if end < len(words) and _alike(words[end], spelled.text):
        return Named(text, spelled.start, end + 1)
    if (
        end < len(words)
        and words[end][0].isalpha()
        and words[end] not in NEVER
        and speech.stops[spelled.end - 1] != "."
    ):
        return Named(f"{text} {written(speech, end)}", spelled.start, end + 1)
    return Named(text, spelled.start, spelled.end)


def _respelled(speech: Speech, first: int, end: int) -> Named | None:
    """A name of which a word is then spelled: "Ann Lee, L E I G H"."""
    words = speech.words
    place = len(words) if words[end : end + 2] == ("with", "a") else end
    while place < len(words) and place < end + 6 and (words[place] in _BEFORE_SPELLING):
        place += 1
    spelled = spelled_letters(speech, place) if place < len(words) else None
    if spelled is None:
        return None
    parts = [written(speech, at) for at in range(first, end)]
    letters = written_letters(spelled.text)
    scores = [SequenceMatcher(None, words[at], spelled.text).ratio() for at in range(first, end)]
    best = max(range(len(parts)), key=scores.__getitem__)
    if len(set(spelled.text)) == 1 or spelled.text == "".join(words[first:end]):
        parts, best = [_ordered(speech, first, end)], 0
    elif scores[best] < _ALIKE:
        parts.append(letters)
    else:
        parts[best] = letters
    after = spelled.end
    if after < len(words) and best == len(parts) - 1 and _may_be_name(speech, after, first) and len(words[after]) > 1:
        parts.append(written(speech, after))
        after += 1
    return Named(" ".join(parts), first, after)


_BEFORE_SPELLING = wordset("that is spelled it spell s p e l d spelling with first last name and so") - set("speld")


def _alike(word: str, letters: str) -> bool:
    return SequenceMatcher(None, word, letters).ratio() > 0.6

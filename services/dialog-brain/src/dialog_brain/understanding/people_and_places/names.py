"""Pure. Names: introduced, bare when we asked, listed among other values, or brought by the backend."""

from __future__ import annotations

import re
from dataclasses import replace

from dialog_brain.understanding.language.calendar_words import MONTHS
from dialog_brain.understanding.language.phrases import Found
from dialog_brain.understanding.language.words import Speech, hear, wordset
from dialog_brain.understanding.people_and_places.given_names import GIVEN_NAMES
from dialog_brain.understanding.people_and_places.name_words import (
    FIRMS,
    INTRODUCED,
    INTRODUCED_AFTER,
    LAST_FIRST,
    NEVER,
    PARTICLES,
    PARTS_AFTER,
    PARTS_ALONE,
    POLITE,
    SOFT_NAMES,
    SPELLING_TOLD,
    SURNAMES,
    TITLES,
    Introduction,
)
from dialog_brain.understanding.people_and_places.named_for import introductions
from dialog_brain.understanding.people_and_places.spelling import capital, written
from dialog_brain.understanding.people_and_places.street_words import STREET_TYPES
from dialog_brain.understanding.people_and_places.whole_names import Named, name_at
from dialog_brain.understanding.people_and_places.words_of_names import may_be_name

_LONGEST_BEFORE = 6
"""Words that are looked through for a name before "not" and before "speaking"."""

_MAY_INTRODUCE_AFTER = wordset("speaking name calling here")
_ASKED_BACK = (("may", "i"), ("may", "we"), ("will", "i"), ("will", "you"), ("will", "it"))
_ALLOWED = (("you", "may"), ("you", "will"), ("you", "may", "proceed"))
_JOINING = wordset("and then")
_GREETINGS = wordset("hi hello hey")
_GREETED = POLITE - wordset("of no not that the") | {"there"}
_GREETED_THERE = (("hi", "there"), ("hey", "there"), ("hello", "there"))


def heard_name(speech: Speech, *, asked: bool = False) -> Named | None:
    """The caller's name. Bare words are one only when we `asked`."""
    if asked or not (INTRODUCED.absent(speech) and LAST_FIRST.absent(speech)):
        found = introductions(speech)
        by_parts = _by_parts(speech, found, asked=asked) or _last_name_first(speech)
        if by_parts is not None:
            return by_parts
        introduced = _introduced(speech, found, asked=asked)
        bare = _bare(speech) if asked else None
        if introduced is not None and bare is not None:
            longer = introduced.text.startswith(bare.text)
            return introduced if longer or introduced.start < bare.start else bare
        if introduced is not None or bare is not None:
            return introduced or bare
    named = None if _MAY_INTRODUCE_AFTER.isdisjoint(speech.words) else _introduced_after(speech)
    return _contrasted(speech) if named is None and not asked and "not" in speech.words else named


def _introduced(speech: Speech, introductions: list[Found[Introduction]], *, asked: bool) -> Named | None:
    nickname: Named | None = None
    firm: Named | None = None
    for found in introductions:
        named = _after(speech, found, asked=asked)
        if named is None:
            continue
        if found is not introductions[-1] and named.text.rpartition(" ")[2].lower() in FIRMS:
            firm = firm or named  # "this is Sunset Apartments, my name is Maria"
        elif found.meaning != "nickname":
            return named
        else:
            nickname = nickname or named
    return nickname or firm


def _after(speech: Speech, found: Found[Introduction], *, asked: bool) -> Named | None:
    """The name that was introduced there; after the word "name" as if we had asked for one."""
    asked = asked or "name" in speech.words[: found.start]
    if found.meaning == "vague" and not (asked and speech.words[found.end - 1] != "just"):
        following = speech.words[found.end : found.end + 1]
        spelling_told = found.end + 1 < len(speech.words) and SPELLING_TOLD.at(speech, found.end + 1) is not None
        known = following != () and (
            following[0] in GIVEN_NAMES or following[0] in TITLES or _greets_with_name(speech, found)
        )
        if not (spelling_told or known):
            return None
        asked = spelling_told
    strict = found.meaning in ("likely", "vague") or (found.meaning == "nickname" and not asked)
    start = _said_again(speech, found.end)
    named = "name" in speech.words[found.start : found.end]
    return name_at(speech, start, asked=asked or not strict, strict=strict, named=named)


def _greets_with_name(speech: Speech, found: Found[Introduction]) -> bool:
    """ "Hey, it's Quenby Sha, my heat is out": two words that are written as a name, after nothing but a greeting."""
    first = found.end
    greeted = POLITE.issuperset(speech.words[: found.start]) and not _GREETINGS.isdisjoint(speech.words[: found.start])
    named = capital(speech, first) and capital(speech, first + 1)
    return greeted and named and bool(speech.stops[first + 1]) and not speech.stops[first]


_OTHER_PART: dict[Introduction | None, Introduction] = {"first": "last", "last": "first"}


def _by_parts(speech: Speech, introductions: list[Found[Introduction]], *, asked: bool) -> Named | None:
    """ "last name Miller, first name Ann"."""
    parts: dict[Introduction, Named] = {}
    told = [found for found in introductions if found.meaning in ("first", "last")]
    if asked and len(told) < 2:
        told += [found for found in PARTS_ALONE.all(speech) if found.end < len(speech.words)]
    for found in told:
        named = name_at(speech, found.end, asked=True, strict=False, named=True)
        if named is not None:
            parts.setdefault(found.meaning, named._replace(start=found.start))
    parts |= {} if {"first", "last"}.isdisjoint(speech.words) else _parts_before(speech)
    told_part = next(iter(parts), None) if len(parts) == 1 else None
    if told_part is not None:
        bare = _bare(speech)
        other = bare if bare is not None and (asked or len(speech.words[bare.start]) == 1) else None
        other = other or _introduced(speech, introductions, asked=asked)
        other = other and _without(other, parts[told_part])
        if other is not None and _adjoins(speech, other, told_part, parts[told_part].start):
            parts[_OTHER_PART[told_part]] = other
    if len(parts) < 2:
        return None
    ends = [part.end for part in parts.values()]
    return Named(f"{parts['first'].text} {parts['last'].text}", min(part.start for part in parts.values()), max(ends))


def _without(whole: Named, part: Named) -> Named:
    """What the whole name has beside a part of it: "Ray Moss, last name is spelled M O S S"."""
    first, _, last = whole.text.rpartition(" ")
    return whole._replace(text=first) if first and last.lower() == part.text.lower() else whole


def _parts_before(speech: Speech) -> dict[Introduction, Named]:
    """The parts that are told after they were said: "Silva is my last name, Ana's the first"."""
    words = speech.words
    owned = [
        at for at, word in enumerate(words) if word.endswith("'s") and words[at + 1 : at + 2] in (("the",), ("my",))
    ]
    if owned:
        raw = tuple(said[:-2] if at in owned else said for at, said in enumerate(speech.raw))
        speech = replace(speech, raw=raw).with_words({at: words[at][:-2] for at in owned})
    parts: dict[Introduction, Named] = {}
    begin = 0
    for after in PARTS_AFTER.all(speech):
        verbless = speech.words[after.start] in ("the", "my")
        named = None if verbless and after.start - 1 not in owned else _right_before(speech, after.start, begin)
        if named is not None:
            parts[after.meaning] = named._replace(end=after.end)
        begin = after.end
    return parts


def _adjoins(speech: Speech, given: Named, part: Introduction, started: int) -> bool:
    """Whether that part of a name, which starts there, comes after the other one: "Ann, last name Miller"."""
    end = given.end
    while end < len(speech.words) and speech.words[end] in _JOINING:
        end += 1
    if end == started and end > given.end:
        return True
    following = INTRODUCED.at(speech, end) if end < len(speech.words) else None
    return following is not None and following.meaning == part


def _last_name_first(speech: Speech) -> Named | None:
    """ "Last name first, Miller, Ann"."""
    found = LAST_FIRST.first(speech)
    if found is None or len(speech.words) < found.end + 2:
        return None
    family = found.end
    last = range(family, len(speech.words) - 1)
    given = next((at + 1 for at in last if speech.stops[at] == ","), family + 1)
    if not (may_be_name(speech, given - 1) and may_be_name(speech, given)):
        return None
    told = [written(speech, at) for at in (given, *range(family, given))]
    return Named(" ".join(told), family, given + 1)


def _introduced_after(speech: Speech) -> Named | None:
    """ "Ann Lee speaking", "Ann Lee is my name", "Ann here": a known or a whole name right before it."""
    for found in INTRODUCED_AFTER.all(speech):
        named = _right_before(speech, found.start)
        if named is None:
            continue
        known = speech.words[named.start] in GIVEN_NAMES
        first = not found.meaning and _GREETED.issuperset(speech.words[: named.start])
        if (known and first) or (found.meaning and (known or " " in named.text)):
            return named
    return None


def _right_before(speech: Speech, end: int, begin: int = 0) -> Named | None:
    """The longest name that ends right before the word at `end`; it may begin at `begin`, where a phrase ended."""
    words = speech.words
    for start in range(max(begin, end - _LONGEST_BEFORE), end):
        greeted = words[max(0, start - 2) : start] in _GREETED_THERE
        paused = start == begin or speech.stops[start - 1] or greeted
        if not paused and words[start - 1] not in POLITE and words[start - 1] not in ("is", "then"):
            continue
        named = None if words[start] in POLITE else name_at(speech, start, asked=True, strict=False)
        if named is not None and named.end == end:
            return named
    return None


def _contrasted(speech: Speech) -> Named | None:
    """ "Kelsey, not Kelly", "not Kelly, Kelsey": one name and not another, of which we know at least one."""
    words = speech.words
    for place, word in enumerate(words[:-1]):
        if word != "not":
            continue
        pause = next((at for at in range(place + 1, len(words)) if speech.stops[at]), len(words))
        refused = name_at(speech.cut(0, pause + 1), place + 1, asked=True, strict=False)
        if refused is None or (words[refused.end : refused.end + 1] and words[refused.end] in STREET_TYPES):
            continue
        kept = _right_before(speech, place)
        if kept is None and refused.end < len(words):
            again = INTRODUCED.at(speech, refused.end)
            kept = name_at(speech, refused.end if again is None else again.end, asked=True, strict=False)
        if kept is not None and any(_known(each) for each in (kept, refused)):
            return kept
    return None


def _known(named: Named) -> bool:
    first = named.text.partition(" ")[0].lower()
    return first in GIVEN_NAMES and first not in MONTHS and first not in _CITIES


def _bare(speech: Speech) -> Named | None:
    words = speech.words
    place = 0
    while place < len(words) and words[place] in POLITE:
        place += 1
    place += place == 0 and words[:1] == ("for",)
    if words[place : place + 1] == ("not",):
        place += 2
        if place > len(words) or not (speech.stops[place - 1] or words[place - 1] in GIVEN_NAMES):
            return None
    if place >= len(words) or words[place : place + 2] in _ASKED_BACK or words[:place][-1:] + words[place:] in _ALLOWED:
        return None
    if place and words[place - 1] == "no" and not speech.stops[place - 1] and words[place] not in GIVEN_NAMES:
        return None  # "no sparks"
    return name_at(speech, _said_again(speech, place), asked=True, strict=True)


def _said_again(speech: Speech, place: int) -> int:
    """Where the whole name begins after a part of it: "Miller, Ann Miller", "Ann, Ann Miller".

    In "Ann Miller, Ann with an e" it begins at once.
    """
    words = speech.words
    if place == len(words) or len(words[place]) == 1:
        return place  # a letter
    if place + 2 < len(words) and words[place] == words[place + 1]:
        return place + 1
    spelled_after = speech.stops[place + 1 : place + 2] == (",",) or words[place + 3 : place + 4] == ("with",)
    if place + 2 < len(words) and words[place] == words[place + 2] and not spelled_after:
        return place + 1
    pause = next((at for at in range(place, min(place + 3, len(speech.words))) if speech.stops[at] == ","), None)
    if pause is None or len(speech.words) - pause < 3:
        return place
    family = speech.words[place : pause + 1]
    after = speech.words[pause + 1 : pause + 1 + len(family)]
    return pause + 1 if family in (after, speech.words[-len(family) :]) else place


_CITIES = wordset("austin madison jackson lincoln charlotte savannah orlando")
_NO_VALUE = frozenset(
    ("not provided", "n/a", "na", "unknown", "none", "null", "tbd", "caller", "customer", "anonymous", "no name", "nan",
     "not given", "undefined", "not available", "unavailable", "test", "wireless caller", "private", "restricted",
     "guest", "new customer", "valued customer", "the caller", "the customer", "homeowner")
)  # fmt: skip
_HOLE = re.compile(r"[{}\[\]<>\d@#_/\\|=+*$%^~]")


def valid_name(value: str | None) -> str:
    """A name that came from outside, tidied; "" for a number, a placeholder or a phrase."""
    tidy = " ".join((value or "").split())
    if not tidy or len(tidy) > 80 or _HOLE.search(tidy) or tidy.lower().strip(".") in _NO_VALUE:
        return ""
    told = [word for word in hear(tidy).words if word not in TITLES]
    if not told or len(told) > 6 or not any(character.isalpha() for character in tidy):
        return ""
    known = PARTICLES | SOFT_NAMES | SURNAMES if len(told) == 2 else PARTICLES | SOFT_NAMES
    return "" if any(word in NEVER and word not in known for word in told) else tidy

"""Pure. The name in an answer to the question for it: behind another sentence, of two persons, of a business."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise

from dialog_brain.understanding.language.calendar_words import WEEKDAYS
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.matter.trade_words import EQUIPMENT
from dialog_brain.understanding.people_and_places.chosen_names import chosen_name, said_in_full
from dialog_brain.understanding.people_and_places.given_names import GIVEN_NAMES
from dialog_brain.understanding.people_and_places.name_words import FIRMS, NEVER, POLITE, SOFT_NAMES, SPELLING_TOLD
from dialog_brain.understanding.people_and_places.names import heard_name
from dialog_brain.understanding.people_and_places.spelling import capitalised
from dialog_brain.understanding.people_and_places.whole_names import Named, name_at

_UNDER = any_of(
    "{put} {visit} under",
    "{put} {visit} under|in the? name of?",
    "{put} {visit} under|in my|his|her|the ... name|name_of which_is|that_is|it_is?",
    "{visit}|account is|should_be|needs_to_be|can_be|goes|should_go|can_go under",
    "{visit}|account is|should_be|needs_to_be|can_be|goes|should_go|can_go under|in the? name of?",
    "under|in my|his|her|the ... name|name_of which_is|that_is|it_is?",
    put="put|book|have|leave|schedule|file|make",
    visit="it|that|this|me|everything|the_appointment|the_visit|appointment|visit",
)
""" "My name's Bob, but put it under Ann Lee"."""
_BUSINESSES = (
    "business|company|restaurant|shop|store|office|church|school|firm|practice|clinic|salon|bar|cafe|bakery|hotel|gym"
)
_BUSINESS = any_of(
    "the|my|our|a|an? {businesses} name? is",
    "the|my|our {businesses} is? called|named",
    "a|an|the {businesses} called|named",
    "name of the|my|our {businesses} is",
    businesses=_BUSINESSES,
)
_FOR = any_of(
    "it|this is for?",
    "i am with|from|calling_from|calling_for",
    "for",
)
_CALLING_FOR = any_of("i am calling for|on_behalf_of")
_BEFORE = wordset("it this that is")
_LONGEST_BUSINESS = 5
_NO_NAMES = frozenset(EQUIPMENT.split("|")) | wordset(
    "i we you he she it they my our your the a an is are was not no and but so who what when where why how do does"
)
_OWNED = wordset(
    "surname name wife husband mom mother dad father son daughter tenant boss landlord brother sister friend neighbor"
)
""" "My wife's Ann" tells who she is, "Joe's Pizza" what the place is."""


def asked_name(speech: Speech) -> Named | None:
    """The name in the answer to "can I get your name?"."""
    named = _asked_name(speech)
    return named if named is None or " " in named.text else _told_beside_spelling(speech, named)


def _told_beside_spelling(speech: Speech, named: Named) -> Named:
    """ "Smith, Steven with a V", "Tom with an H, Thom Hanks": the whole name that stands around the spelling."""
    told = SPELLING_TOLD.first(speech)
    if told is None or not told.start:
        return named
    before, after = speech.cut(0, told.start), speech.cut(told.end, len(speech.words))
    stops = (*before.stops[:-1], speech.stops[told.end - 1] or before.stops[-1], *after.stops)
    rest = Speech(before.words + after.words, before.raw + after.raw, stops)
    wholes = [_asked_name(rest), *(_whole(rest, start, end) for start, end in _pieces(rest, _PAUSES))]
    for whole in wholes:
        if whole is not None and " " in whole.text and _has_part_like(whole.text, named.text):
            return Named(whole.text, 0, len(speech.words))
    return named


def _has_part_like(whole: str, part: str) -> bool:
    return any(SequenceMatcher(None, each, part.lower()).ratio() >= _ALIKE for each in whole.lower().split())


def _asked_name(speech: Speech) -> Named | None:
    chosen = _booked_under(speech) or chosen_name(speech)
    if chosen is not None:
        return chosen
    called_for = _CALLING_FOR.first(speech)
    if called_for is not None and not GIVEN_NAMES.isdisjoint(speech.words[called_for.end : called_for.end + 1]):
        return name_at(speech, called_for.end, asked=True, strict=True)
    firm = _business(speech)
    if (
        firm is not None
        and firm.end < len(speech.words)
        and (person := _introduced_behind(speech, firm.end)) is not None
    ):
        return person
    named = firm or _with_weekday(speech) or heard_name(speech, asked=True)
    if named is None:
        return _in_own_sentence(speech)
    if named.end == len(speech.words):
        return named
    return (
        said_in_full(speech, named)
        or _said_in_full(speech, named)
        or _fuller(speech, named)
        or _after_a_pause(speech, named)
        or _with_another(speech, named)
    )


def _introduced_behind(speech: Speech, end: int) -> Named | None:
    """ "Green Lake Property Management, this is Todd"."""
    person = heard_name(speech.cut(end, len(speech.words)))
    return None if person is None else person._replace(start=person.start + end, end=person.end + end)


def _booked_under(speech: Speech) -> Named | None:
    for found in _UNDER.all(speech):
        named = name_at(speech, found.end, asked=True, strict=False, named=True)
        if named is not None:
            return named
    return None


def _pieces(speech: Speech, stops: frozenset[str]) -> list[tuple[int, int]]:
    ends = [at + 1 for at, stop in enumerate(speech.stops) if stop in stops]
    return [(start, end) for start, end in pairwise(sorted({0, *ends, len(speech.words)}))]


_PAUSES = frozenset([",", ".", "?"])
_ALIKE = 0.7
"""Likeness from 0 to 1 from which on two words are the same name, written otherwise."""


def _whole(speech: Speech, start: int, end: int) -> Named | None:
    """The name that is all of these words but politeness."""
    while start < end and speech.words[start] in POLITE:
        start += 1
    piece = speech.cut(start, end)
    named = name_at(piece, 0, asked=True, strict=False) if piece.words else None
    if named is None or named.end != len(piece.words):
        return None
    return named._replace(start=start, end=end)


def _said_in_full(speech: Speech, named: Named) -> Named | None:
    """The same name, said again and in full: "Tyler, no, not you, Tyler Brooks"."""
    for start, end in reversed(_pieces(speech, _PAUSES)):
        whole = _whole(speech, start, end) if start >= named.end else None
        if whole is not None and whole.text.lower().startswith(f"{named.text.lower()} "):
            return whole
    return None


def _fuller(speech: Speech, named: Named) -> Named | None:
    """The whole name behind a short one: "Bob. Well, Robert Kowalski", "Jenny, no, sorry, Jennifer Walsh"."""
    if " " in named.text or named.text.lower() not in GIVEN_NAMES or speech.words[named.end] == "and":
        return None
    for start, end in reversed(_pieces(speech, _PAUSES)):
        first, last = max(start, named.end), end
        while last > first and speech.words[last - 1] in _AFTER_NAMES:
            last -= 1
        whole = _whole(speech, first, last) if end > named.end else None
        if whole is not None and " " in whole.text and _is_persons(speech, whole):
            return whole
    return None


def _is_persons(speech: Speech, whole: Named) -> bool:
    """Whether it begins with a given name, and is no place: "Grace Church", a town with its state."""
    return speech.words[whole.start] in GIVEN_NAMES and speech.words[whole.end - 1] not in _PLACES


_AFTER_NAMES = wordset("officially actually legally really formally technically please")
_PLACES = wordset(
    "texas tx oklahoma louisiana arkansas church chapel heights park school academy college university hospital clinic "
    "village estates hills springs creek ridge oaks meadows ranch apartments apartment condos plaza mall center county "
    "city street road avenue drive boulevard court highway library hotel motel"
)


def _after_a_pause(speech: Speech, named: Named) -> Named | None:
    """ "Percy. Winslow.": a given name and then, as a sentence of its own, the family name."""
    if " " in named.text or named.text.lower() not in GIVEN_NAMES or speech.stops[named.end - 1] != ".":
        return None
    rest = _whole(speech, named.end, len(speech.words))
    if rest is None or speech.words[rest.start] in GIVEN_NAMES:
        return None
    return Named(f"{named.text} {rest.text}", named.start, rest.end)


def _in_own_sentence(speech: Speech) -> Named | None:
    """The last name that stands by itself: "Why do you need that? Ann Lee", "hold on, Ann Lee"."""
    for start, end in reversed(_pieces(speech, _PAUSES)[1:]):
        whole = _whole(speech, start, end)
        known = whole is not None and speech.words[whole.start] in GIVEN_NAMES
        alone = known and speech.stops[start - 1] == "?" and speech.words[start] not in SOFT_NAMES
        if whole is not None and ((known and " " in whole.text) or alone):
            return whole
    return None


def _with_another(speech: Speech, named: Named) -> Named:
    """ "Dave and Susan Hall": both."""
    words, end = speech.words, named.end
    if words[end : end + 1] != ("and",) or not GIVEN_NAMES.issuperset((words[named.start], *words[end + 1 : end + 2])):
        return named
    other = name_at(speech, end + 1, asked=True, strict=False)
    if other is None or not (other.end == len(words) or speech.stops[other.end - 1]):
        return named
    return Named(f"{named.text} and {other.text}", named.start, other.end)


def _with_weekday(speech: Speech) -> Named | None:
    """ "Mark Monday" is somebody's name where a name was asked for."""
    words = speech.words
    if len(words) != 2 or words[0] not in GIVEN_NAMES or words[1] not in WEEKDAYS or speech.stops[0]:
        return None
    return Named(f"{capitalised(words[0])} {capitalised(words[1])}", 0, 2)


def _business(speech: Speech) -> Named | None:
    """ "The company is Oak Dental", "Joe's Pizza"."""
    found = _BUSINESS.first(speech)
    if found is not None:
        return _titled(speech, found.end)
    told = None if FIRMS.isdisjoint(speech.words) else _FOR.at(speech, 0)
    titled = None if told is None else _titled(speech, told.end)
    if titled is not None and speech.words[titled.end - 1] in FIRMS and titled.end > titled.start + 1:
        return titled
    words = speech.words
    first = next((at for at, word in enumerate(words) if word not in POLITE and word not in _BEFORE), len(words))
    owned = first < len(words) and words[first].endswith("'s") and words[first][:-2] not in _OWNED
    titled = _titled(speech, first) if owned and words[first][:-2] not in NEVER else None
    if titled is not None and titled.end == len(words) and titled.end > first + 1:
        return titled
    return None if FIRMS.isdisjoint(words) else _firm(speech, first if told is None else told.end)


def _firm(speech: Speech, start: int) -> Named | None:
    """ "Saint Anne's church", "the Rainier Club"; but "Ann Church" is a person."""
    start += speech.words[start : start + 1] == ("the",)
    titled = _titled(speech, start)
    if titled is None or speech.words[titled.end - 1] not in FIRMS:
        return None
    person = titled.end == start + 2 and speech.words[start] in GIVEN_NAMES
    return None if person or titled.end == start + 1 else titled


def _titled(speech: Speech, start: int) -> Named | None:
    """The words up to the next pause, if they may be a business's name."""
    end = next((at + 1 for at in range(start, len(speech.words)) if speech.stops[at] in _PAUSES), len(speech.words))
    if not start < end <= start + _LONGEST_BUSINESS or not _NO_NAMES.isdisjoint(speech.words[start:end]):
        return None
    told = [speech.raw[at] for at in range(start, end)]
    if (len(told) == 1 and told[0].islower()) or any(raw.islower() and raw in NEVER for raw in told):
        return None
    written = [raw if any(map(str.isupper, raw)) else raw[:1].upper() + raw[1:] for raw in told]
    return Named(" ".join(written), start, end)

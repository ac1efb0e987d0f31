"""Pure. A detail told without a verdict: "it's Oak Street", "Elm, not Oak", "and it's apartment 4"."""

from __future__ import annotations

from dialog_brain.understanding.answers.consent_parts import PLAIN, WORDS
from dialog_brain.understanding.answers.consent_words import SLOTS, TIMES
from dialog_brain.understanding.language.calendar_words import WEEKDAYS
from dialog_brain.understanding.language.family import FAMILY, FAMILYS
from dialog_brain.understanding.language.numbers import TEENS, TENS, begins_digits
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.given_names import GIVEN_NAMES
from dialog_brain.understanding.people_and_places.spelling import spelled_letters
from dialog_brain.understanding.people_and_places.street_words import DIRECTIONS, STREET_TYPES, UNITS

FACTS = (
    "address|street|name|zip|zip_code|number|phone_number|time|day|date|appointment|city|email|slot|last_name|first_name|"
    "house_number|apartment_number|unit_number"
)
"""What we hold of a caller and may hold wrongly."""
_FACT = any_of("the|my|our? {facts} is|should_be", facts=FACTS)
_OBJECTING = wordset("no nope wait actually sorry")
_NO_THINGS = wordset(
    "is am are was were do does did have has had will would can could should must may might i we it that you he she "
    "they a an really at yet now today any so just even not and but or why to if me us him them course sure hope "
    "after before until till by from for with around"
)
_KNOWN = PLAIN | WORDS.keys()
_DETAILS = (
    wordset(f"{SLOTS}|{TIMES}".replace("|", " "))
    | STREET_TYPES
    | DIRECTIONS.keys()
    | WEEKDAYS.keys()
    | TEENS.keys()
    | TENS.keys()
) - {"one"}
"""Words that say a thing that we may hold, though they decide nothing in an answer."""
_TURNS = wordset("but except excluding minus besides apart")
_POLITE = wordset("please thanks thank sir ma'am actually")
_ARTICLES = wordset("a an the my on at in")
_LONGEST_THING = 3
_STARTLED = wordset("whoa hey oh well now ah")
_SAME = (("it", "is"), ("that", "is"))
_BEFORE_ADDED = wordset("and plus also oh but so well no wait sorry actually yes yeah")
_YES = wordset("yes yeah yep yup sure right correct okay")


_UNDER_ANOTHER = any_of(
    "put|book|have|make|leave|schedule|change|switch it|that|this|me|the_appointment|the_visit under "
    "my|his|her|our {relatives} name?",
    "put|book|have|make|leave|schedule|change|switch it|that|this|me|the_appointment|the_visit in|to "
    "my|his|her|our {relatives} name",
    "it|that|everything is|should_be|goes under|in my|his|her|our {relatives} name",
    "put my|our {relatives} down|on_it",
    relatives=f"{FAMILY}|{FAMILYS}",
)


def names_another(speech: Speech) -> bool:
    """ "Put it under my wife's name": somebody else's, which is not told."""
    return _UNDER_ANOTHER.first(speech) is not None


def turning(speech: Speech) -> int:
    """Where a turn goes on behind its "but", or "yes only it's Friday"; 0 when it does not."""
    words = speech.words
    for place in range(1, len(words)):
        if words[place] in _TURNS or (words[place] == "only" and words[place + 1 : place + 3] in _SAME):
            return place + 1
    return 0


def tells_detail(speech: Speech) -> bool:
    """Whether a turn, or what follows its "but", only says what a detail is: "it's Oak Street", "the name is Ruiz"."""
    words = speech.words
    start = turning(speech)
    while start < len(words) and words[start] in _BEFORE_ADDED - _YES:
        start += 1
    fact = _FACT.at(speech, start) if start < len(words) else None
    begun = start + 2 if words[start : start + 2] in _SAME else fact.end if fact else start
    end = next((at + 1 for at in range(begun, len(words)) if speech.stops[at] not in ("", "-")), len(words))
    end = next((at for at in range(begun, end) if words[at] in _POLITE), end)
    told = range(begun, end)
    if (
        (begun == start and "actually" not in words)
        or not 0 < len(told) <= _LONGEST_THING
        or not all(names_thing(words[at]) for at in told)
    ):
        return False
    return fact is not None or any(words[at] in STREET_TYPES or words[at] in UNITS for at in told)


def contrasts(speech: Speech) -> bool:
    """One thing and not another, of which neither is a judgement: "Elm, not Oak", "not Elm, Oak"."""
    words = speech.words
    if "not" not in words:
        return False
    return any(_denies_thing(speech, place) for place, word in enumerate(words[:-1]) if word == "not")


def _denies_thing(speech: Speech, place: int) -> bool:
    words, stops = speech.words, speech.stops
    refused = place + 1 + (words[place + 1] in _ARTICLES)
    if refused >= len(words) or not names_thing(words[refused]):
        return False
    end = refused + 1
    while end < len(words) and end < refused + _LONGEST_THING and not stops[end - 1] and names_thing(words[end]):
        end += 1
    whole = stops[end - 1] not in ("", "-") or _POLITE.issuperset(words[end:])
    after = end + 2 if words[end : end + 2] in _SAME else end
    last = len(words) - end < _LONGEST_THING
    begun = next((at for at, word in enumerate(words) if word not in _STARTLED), 0)
    opposed = place == begun and (whole or words[end] in _ARTICLES)
    if opposed or (place and words[place - 1] == "is" and (after > end or (whole and last))):
        after += words[after : after + 1] != () and words[after] in _ARTICLES
        if after < len(words) and names_thing(words[after]):
            return True
    if place == begun:
        named = words[refused] in WEEKDAYS or words[refused] == "tomorrow" or _is_detail(speech, (refused,))
        return end - refused > 1 or (whole and named)
    told = words[max(0, place - 5) : place]
    if not names_thing(told[-1]) or (told[-1] in WORDS and words[0] not in _OBJECTING):
        return False
    said = any(told[at : at + 2] in _SAME for at in range(len(told) - 2))
    return said or words[0] in _OBJECTING or (whole and _is_detail(speech, (place - 1, *range(refused, end))))


def names_thing(word: str) -> bool:
    """Whether a word may be the name of somebody or something: it judges nothing and joins nothing."""
    return word in _DETAILS or (
        word not in _KNOWN and word not in _NO_THINGS and (word in GIVEN_NAMES or not word.endswith("ly"))
    )


def _is_detail(speech: Speech, places: tuple[int, ...]) -> bool:
    """Whether one of the words is of something that we hold: a detail, a number, a letter, a name."""
    words, raw = speech.words, speech.raw
    return any(
        words[at] in _DETAILS or words[at] in GIVEN_NAMES or len(words[at]) == 1 or begins_digits(words[at])
        or (at and raw[at][:1].isupper() and not raw[at].isupper())
        for at in places
    )  # fmt: skip


def adds(speech: Speech) -> bool:
    """ "And it's apartment 4": a part of an address that we did not say; "C R U Z": a spelling."""
    words = speech.words
    start = 0
    while start < len(words) and words[start] in _BEFORE_ADDED:
        start += 1
    added = start + 2 if words[start : start + 2] in _SAME else start
    if words[:1] == ("no",) and words[added : added + 1] and words[added] in ("the", "my") and added > start:
        return added + 1 < len(words) and names_thing(words[added + 1])
    told = words[added : added + 2]
    if len(told) == 2 and told[0] in UNITS and (begins_digits(told[1]) or len(told[1]) == 1):
        return added > start or not {"and", "plus"}.isdisjoint(words[:start])
    if not told or len(told[0]) > 1 or words[0] in _YES:
        return False
    spelled = spelled_letters(speech, added)
    return spelled is not None and len(spelled.text) > 2

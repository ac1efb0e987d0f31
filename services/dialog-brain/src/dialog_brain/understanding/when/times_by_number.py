"""Pure. Clock times told by their numbers: "2:45", "two thirty", "nine o'clock"; noon, and the half of the day."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import PARTS
from dialog_brain.understanding.language.numbers import TENS, UNITS, ZEROS, Number, small
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import Part
from dialog_brain.understanding.when.clock import Clock, Half
from dialog_brain.understanding.when.hundreds import NOT_HOURS, in_hundreds
from dialog_brain.understanding.when.when_words import AFTER_TIMES

PAST = frozenset(["past", "passed", "after"])
TO = frozenset(["to", "till", "til", "before", "of", "until"])
_PARTS: dict[tuple[str, ...], Part] = {
    **{("in", "the", word): part for word, part in PARTS.items()},
    **{("in", word): part for word, part in PARTS.items()},
    **{("of", "the", word): part for word, part in PARTS.items()},
    ("in", "the", "am"): "morning",
    ("at", "night"): "night",
    ("morning",): "morning",
    ("afternoon",): "afternoon",
    ("evening",): "evening",
}
_TRAILERS = {("sharp",), ("on", "the", "dot"), ("exactly",), ("or", "so"), ("or", "thereabouts"), ("on", "the", "nose"),
             ("ish",), ("thereabouts",), ("-", "ish"), ("precisely",)}  # fmt: skip
SOLE = {"noon": (12, 0), "midday": (12, 0), "noonish": (12, 0), "noontime": (12, 0), "midnight": (0, 0)}


def sole(speech: Speech, place: int) -> Clock | None:
    words = speech.words
    if words[place] in ("twelve", "12") and words[place + 1 : place + 2] in (("noon",), ("midnight",), ("midday",)):
        place += 1
    mid = words[place] == "mid" and words[place + 1 : place + 2] in (("night",), ("day",))
    sole = f"mid{words[place + 1]}" if mid else words[place]
    place += mid
    if sole not in SOLE:
        return None
    hour, minute = SOLE[sole]
    after = small(speech, place + 1) if not speech.stops[place] else None
    if after is not None and after.value in (15, 20, 30, 45):
        return Clock(hour, after.value, None, None, after.end, plain=False, full_dial=True)
    return Clock(hour, minute, None, None, place + 1, plain=False, full_dial=True)


def hour_alone(speech: Speech, place: int) -> Clock | None:
    """A bare hour, as after "half past"."""
    words = speech.words
    if words[place : place + 1] and words[place] in SOLE:
        return sole(speech, place)
    if words[place : place + 3] == ("the", "hour", "of"):
        place += 3
    number = small(speech, place)
    if number is None or number.value > 23 or (number.end < len(words) and words[number.end] in NOT_HOURS):
        return None
    return Clock(number.value, 0, None, None, number.end, plain=True, full_dial=not 1 <= number.value <= 12)


def time_by_number(speech: Speech, place: int) -> Clock | None:
    """ "2:45", "two thirty", "two oh five", "fourteen thirty", "nine o'clock", "0900"."""
    words = speech.words
    word = words[place]
    if word[0].isdigit():
        return _figures(speech, place)
    number = small(speech, place)
    if word in ZEROS and place + 1 < len(words) and words[place + 1] in UNITS:
        number = small(speech, place + 1)
        if words[place + 2 : place + 3] == ("hundred",):
            end = place + (4 if words[place + 3 : place + 4] == ("hours",) else 3)
            return Clock(UNITS[words[place + 1]], 0, None, None, end, plain=False, full_dial=True)
    return None if number is None or number.value > 24 else _from_hour(speech, number.value, number.end)


_TENS = {(word,) for word in TENS}
_AFTER_FIGURES = (("hours",), ("hrs",), ("hr",), ("h",), ("am",), ("pm",))
_BEFORE_YEARS = wordset("from in since of year early late the around about")


def _figures(speech: Speech, place: int) -> Clock | None:
    word = speech.words[place]
    hours, _, minutes = word.replace(".", ":").partition(":")
    minutes = minutes.partition(":")[0]
    if not hours.isdecimal() or not hours.isascii():
        return None
    if not minutes:
        year = len(hours) == 4 and hours[:2] in ("19", "20") and place and speech.words[place - 1] in _BEFORE_YEARS
        if len(hours) in (3, 4) and int(hours[-2:]) < 60 and int(hours[:-2]) < 24 and not year:
            plain = hours[0] != "0" and speech.words[place + 1 : place + 2] not in _AFTER_FIGURES
            late = int(hours[:-2]) > 12 or hours[0] == "0"
            if hours[0] == "0" and int(hours) % 5 and speech.words[place + 1 : place + 2] not in _AFTER_FIGURES:
                return None  # "0142" is the end of a telephone number
            return Clock(int(hours[:-2]), int(hours[-2:]), None, None, place + 1, plain=plain, full_dial=late)
        found = _from_hour(speech, int(hours), place + 1) if len(hours) <= 2 else None
        return found if found is None or len(hours) < 2 or hours[0] != "0" else found._replace(full_dial=True)
    if len(minutes) != 2 or not minutes.isdecimal() or int(minutes) > 59 or int(hours) > 24:
        return None
    late = int(hours) > 12 or int(hours) == 0 or (hours[0] == "0" and len(hours) == 2)
    return Clock(int(hours), int(minutes), None, None, place + 1, plain=False, full_dial=late)


def _from_hour(speech: Speech, hour: int, end: int) -> Clock | None:
    """A time that begins with an hour."""
    following = speech.words[end] if end < len(speech.words) else ""
    if following == "hundred":
        return in_hundreds(speech, hour, end)
    if 12 < hour < 24 and following in _HOURS and _tells_when(speech, end):
        return Clock(hour, 0, None, None, end + 1, plain=False, full_dial=True)
    if following == "of" and speech.words[end : end + 3] in _PARTS:
        return Clock(hour, 0, None, None, end, plain=False)
    if following in ("hour", "hours") and 1 < hour <= 12 and _is_named(speech, end):
        return Clock(hour, 0, None, None, end + 1, plain=False)
    return None if hour > 24 or following in NOT_HOURS else _minutes(speech, hour, end)


def _minutes(speech: Speech, hour: int, end: int) -> Clock | None:
    """An hour with the minutes that may follow it."""
    words = speech.words
    following = words[end] if end < len(words) else ""
    late = hour > 12 or hour == 0
    if following == "o'clock":
        return Clock(hour, 0, None, None, end + 1, plain=False, full_dial=late)
    if (following in PAST or following in TO) and end + 1 == len(words):
        return None
    if following in ("and", "with") and hour <= 12 and (added := _added(speech, end + 1)) is not None:
        return Clock(hour, added.value, None, None, added.end, plain=False) if _ends(speech, added.end) else None
    spanned = speech.stops[end - 1] == "-" and words[end - 1].isdecimal() and not _only_minutes(following)
    paused = spanned or speech.stops[end - 1] in (",", ".", "?")
    few_minutes = _UNITS.get(words[end + 1]) if not paused and following in ZEROS and end + 1 < len(words) else None
    if few_minutes is not None:
        return Clock(hour, few_minutes, None, None, end + 2, plain=False, full_dial=late)
    minutes = None if paused or hour == 0 else _minute(speech, end)
    if minutes is not None and minutes.value > 59:
        return None
    few = minutes is not None and hour in _LONG_HOURS and minutes.end == len(words) and following == "five"
    full = minutes is not None and (minutes.value >= 10 or few or (following[0] == "0" and len(following) == 2))
    if minutes is not None and full and minutes.value <= 59 and words[minutes.end : minutes.end + 1] != ("o'clock",):
        after = words[minutes.end] if minutes.end < len(words) else ""
        if after not in NOT_HOURS:
            return Clock(hour, minutes.value, None, None, minutes.end, plain=False, full_dial=late)
        if after == "hours":
            return Clock(hour, minutes.value, None, None, minutes.end + 1, plain=False, full_dial=True)
    return Clock(hour, 0, None, None, end, plain=True, full_dial=late)


def _is_named(speech: Speech, end: int) -> bool:
    """ "The eleven hour", "at nine hours"."""
    named = speech.words[end - 2 : end + 1 : 2] in (("the", "hour"), ("at", "hours"))
    return named and (_ends(speech, end + 1) or speech.words[end + 1 : end + 4] in _PARTS)


_ADDED = {("a", "half"): 30, ("a", "quarter"): 15, ("thirty",): 30, ("fifteen",): 15}


def _added(speech: Speech, place: int) -> Number | None:
    """The minutes of "nine and a half", "three and thirty", "eight and thirty minutes"."""
    for length in (2, 1):
        minutes, end = _ADDED.get(speech.words[place : place + length]), place + length
        if minutes is not None:
            return Number(minutes, end + (speech.words[end : end + 1] == ("minutes",)))
    return None


def _ends(speech: Speech, end: int) -> bool:
    """Whether nothing follows that a number counts."""
    following = speech.words[end : end + 1]
    return not following or following[0] in AFTER_TIMES or following[0] in ("a", "am", "pm", "p")


_UNITS = UNITS | {str(unit): unit for unit in UNITS.values()}
_HOURS = wordset("h hr hrs hours")


def _tells_when(speech: Speech, end: int) -> bool:
    """Whether "15 hours" is a time by itself, and not how long: "at 15 hrs", but not "for 15 hours"."""
    begins = end == 1 or speech.words[end - 2] in ("at", "around", "by")
    return begins and (end + 1 == len(speech.words) or speech.stops[end] != "")


_LONG_HOURS = (10, 11, 12)
""" "Eleven five": after these a "five" that ends the turn is minutes."""


def _minute(speech: Speech, place: int) -> Number | None:
    """The number that may be minutes; the "nine" of "nine thirty nine forty" is another hour."""
    number = small(speech, place)
    if number is not None and number.end == place + 2 and speech.words[number.end : number.end + 1] in _TENS:
        return Number(TENS[speech.words[place]], place + 1)
    return number


def _only_minutes(word: str) -> bool:
    """A figure that is no hour: "2-30" is a time, "9-11" a span."""
    return len(word) == 2 and word.isdecimal() and 24 < int(word) < 60


def with_half(speech: Speech, found: Clock) -> Clock:
    """`found` with "am", "p m", "in the afternoon", "ish" and the like after it."""
    words = speech.words
    found = _without_trailer(speech, found)
    end = found.end
    following = words[end] if end < len(words) else ""
    if following in ("am", "pm"):
        half: Half = "am" if following == "am" else "pm"
        return _without_trailer(speech, found._replace(half=half, end=end + 1, plain=False))
    if following in _SPELLED and end < len(words):
        glued = words[end + 1 : end + 2]
        if glued in (("m",), ("em",)):
            return found._replace(half=_SPELLED[following], end=end + 2, plain=False)
        if words[end - 1][0].isdigit() and following == "p":
            return found._replace(half="pm", end=end + 1, plain=False)
        if words[end - 1][0].isdigit() and (not glued or glued[0] in TO):
            return found._replace(half="am", end=end + 1, plain=False)
    for length in (3, 2, 1):
        part = _PARTS.get(words[end : end + length])
        if part is not None and not (length == 1 and speech.stops[end - 1]):
            return found._replace(part=part, end=end + length, plain=False)
    return found


_SPELLED: dict[str, Half] = {"a": "am", "ay": "am", "aye": "am", "eh": "am", "p": "pm", "pee": "pm"}
"""The first letter of a half of the day, as it is heard."""


def _without_trailer(speech: Speech, found: Clock) -> Clock:
    for length in (3, 2, 1):
        if speech.words[found.end : found.end + length] in _TRAILERS:
            return found._replace(end=found.end + length, plain=False)
    return found

"""Pure. Times relative to the one that was read out: "the next day", "an hour later", "let's do Tuesday then"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple

from dialog_brain.understanding.language.calendar_words import MONTHS, PARTS, WEEKDAYS
from dialog_brain.understanding.language.numbers import NUMBER_WORDS, Number, quantity
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import Held, When
from dialog_brain.understanding.when.when_words import FILLERS

_SPANS: Phrases[Literal["before", "after", "sooner"]] = Phrases(
    {
        "before": [
            "before that|then|it",
            "earlier that|the_same|same|in_the|on_that day",
            "anything|something|any|bit|little|be|is|have earlier",
            "earlier would",
            "but|just|only a? bit|little|much? earlier",
            "but|just|only|maybe not quite? so|that|quite|as|too late",
        ],
        "after": [
            "after that|then|it",
            "later that|the_same|same|in_the|on_that day",
            "anything|something|any|bit|little|be|is|have later",
            "later would",
            "but|just|only a? bit|little|much? later",
            "but|just|only|maybe not quite? so|that|quite|as|too early|soon",
        ],
        "sooner": ["anything|something|any sooner", "sooner would"],
    }
)
_FIRST_AFTER = any_of(
    "the? very? first|next|soonest|earliest opening|appointment|slot|spot|time|one|day|thing|available "
    "you_have? after|from that|then|it"
)
""" "The first opening after that": not before the day that was read out."""
_AGREEING = wordset("yes yeah yep yup sure okay right fine")
_ANY_TIME: Phrases[Literal["day", "time"]] = Phrases(
    {
        "day": ["any day that? works|is_fine|is_good|is_okay|will_do?"],
        "time": ["any_time|anytime that_day? that? works|is_fine|is_good|is_okay|will_do?"],
    }
)
_ANY = wordset("any anytime")
""" "Any day" keeps the hours that were read out, "any time" the day."""
_THE_OTHER = any_of("the other|second|latter|later|last one|day?")
_OTHER_DAY = wordset("other second latter later last")
""" "The second one", of two days to choose from."""
_UNITS = {"hour": 60, "hours": 60, "minute": 1, "minutes": 1, "day": 1440, "days": 1440, "week": 10080, "weeks": 10080}
_WAYS = {"later": 1, "after": 1, "earlier": -1, "sooner": -1, "before": -1}
_TELLING = _UNITS.keys() | _OTHER_DAY | _ANY | wordset("before after earlier sooner early late soon")
"""Without any of these words nothing is told by the time that was read out."""
_BESIDE = wordset(
    "hmm oh well so and or but the a an no nope yes yeah okay actually maybe please instead rather what about "
    "how is are there do does you have got anything something any one can could would will we i it that be make let "
    "us try do move push go with come for on at to same time like want need prefer better work works good available "
    "open free possible perhaps think just then might see if it's bit thanks thank fine great okay alright perfect"
)
_SETTLING = any_of(
    "let us do|make_it|go_with|say|take|keep|stick_with|go_for",
    "i|we will|can|could|would do|take|go_with|go_for",
    "take|book|schedule|reserve|keep",
)
_UNSETTLED = wordset(
    "no or actually late later early before after about around any anything could can what how is be maybe guess think "
    "probably possible possibly ideally preferably if like sometime some"
)
_SETTLED = (
    (FILLERS - _UNSETTLED)
    | NUMBER_WORDS
    | WEEKDAYS.keys()
    | MONTHS.keys()
    | PARTS.keys()
    | wordset(
        "today tomorrow tonight noon o'clock am pm m p th st nd rd with go stick keep book schedule reserve take will "
        "i'll we slot one appointment visit that time hour day alright and so great"
    )
)
"""Of these a turn consists that only takes a time: not of "I'll take Tuesday off"."""
_DAYS = WEEKDAYS.keys() | wordset("today tomorrow")
_LAST_HOUR = 23
_LONGEST = 12
"""Words of a turn that names a time beside the one that was read out, or takes it."""


def relative_time(speech: Speech, held: Held, named: When | None) -> When | None:
    """The time that a turn tells by the one that was read out, or by the first or the last of those on offer.

    `named` is the time that its words name: the day that was read out may be said again, "tomorrow but later".
    """
    words = speech.words
    if _TELLING.isdisjoint(words) or len(words) > _LONGEST:
        return None
    if not _ANY.isdisjoint(words) and (found := _ANY_TIME.first(speech)) is not None and held.when is not None:
        kept = _without(held.when, found.meaning)
        return kept if kept.wishes and not kept.soonest and _rest(words, found.start, found.end) else None
    if not _OTHER_DAY.isdisjoint(words) and held.when is not None and held.when.or_on:
        other = _THE_OTHER.first(speech)
        if other is not None and _rest(words, other.start, other.end):
            return When(date=held.when.or_on[0])
    first = _FIRST_AFTER.first(speech) if held.when is not None else None
    if first is not None and held.when is not None and _rest(words, first.start, first.end):
        return _first_after(held.when, agreed=words[0] in _AGREEING)
    shift = _counted(speech)
    if shift is not None:
        base = _base(held, last=shift.value > 0)
        return _moved(base, shift.value) if base and _rest(words, shift.start, shift.end) else None
    return _spanned(speech, held, named)


def _spanned(speech: Speech, held: Held, named: When | None) -> When | None:
    """What is sooner, later or before the time that was read out."""
    words = speech.words
    span = _SPANS.first(speech)
    at = held.when
    if span is None or at is None or at.date is None or held.offers:
        return None
    again = named is not None and (named.date, named.time) == (at.date, None)
    if not _rest(tuple("it" if again and word in _DAYS else word for word in words), span.start, span.end):
        return None
    if span.meaning == "sooner" or (span.meaning == "before" and at.time is None):
        return When(soonest=True)
    if span.meaning == "before":
        return When(date=at.date, latest=at.time)
    return None if at.time is None else _later(at.date, at.time)


def _without(when: When, told: Literal["day", "time"]) -> When:
    if told == "day":
        return replace(when, date=None, week_of=None, by_weekday=False, or_on=())
    return replace(when, time=None, part=None, earliest=None, latest=None, guessed=False)


def _first_after(at: When, *, agreed: bool) -> When | None:
    """The day that was read out, where that was agreed to; otherwise a later hour or the next day."""
    if at.date is None or agreed:
        return at if at.date else None
    return When(date=at.date + timedelta(days=1)) if at.time is None else _later(at.date, at.time)


def _later(day: date, hour: time) -> When | None:
    """From the next hour on, if that is the same day."""
    return When(date=day, earliest=time(hour.hour + 1)) if hour.hour < _LAST_HOUR else None


def _base(held: Held, *, last: bool) -> When | None:
    if not held.offers:
        return held.when
    offer = max(held.offers) if last else min(held.offers)
    return When(date=offer.date(), time=offer.time())


def settles(speech: Speech) -> bool:
    """Whether a turn takes the time that it names: "let's do Tuesday then"."""
    words = speech.words
    if len(words) > _LONGEST or speech.asks or not all(word in _SETTLED or word[0].isdigit() for word in words):
        return False
    return _SETTLING.first(speech) is not None or (len(words) > 1 and words[-1] == "then")


class _Shift(NamedTuple):
    """Minutes from the time that was read out, told by the words from `start` to `end`."""

    value: int
    start: int
    end: int


def _counted(speech: Speech) -> _Shift | None:
    """ "An hour later", "two days after that", "half an hour earlier"."""
    words = speech.words
    for place, word in enumerate(words[:-1]):
        way = _WAYS.get(words[place + 1]) if word in _UNITS else None
        if way is None:
            continue
        count = _count_before(speech, place)
        if count is not None:
            end = place + 2 + (words[place + 2 : place + 3] in (("that",), ("it",), ("then",)))
            return _Shift(way * count.value * _UNITS[word] // 2, count.end, end)
    return None


def _count_before(speech: Speech, unit: int) -> Number | None:
    """Twice what is counted, so that a half is whole, and the word at which it begins."""
    words = speech.words
    for said in (("half", "an"), ("a", "half"), ("half", "a"), ("half",)):
        if words[max(0, unit - len(said)) : unit] == said:
            return Number(1, unit - len(said))
    for start in range(max(0, unit - 3), unit):
        number = quantity(speech, start)
        if number is not None and number.end == unit:
            return Number(2 * number.value, start)
    return None


def _rest(words: tuple[str, ...], start: int, end: int) -> bool:
    return _BESIDE.issuperset((*words[:start], *words[end:]))


def _moved(base: When, minutes: int) -> When | None:
    """So many minutes from a day, or from an hour or a bound; an hour from a day is nothing."""
    if base.date is None:
        return None
    if minutes % _UNITS["day"] == 0:
        return When(date=base.date + timedelta(minutes=minutes))
    told = base.time or base.latest or base.earliest
    if told is None or (base.earliest and base.latest):
        return None
    moved = datetime.combine(base.date, told) + timedelta(minutes=minutes)
    if base.time is not None:
        return When(date=moved.date(), time=moved.time(), guessed=True)
    bound = moved.time()
    return When(date=moved.date(), latest=bound) if base.latest else When(date=moved.date(), earliest=bound)

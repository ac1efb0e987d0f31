"""Pure. When somebody should come: the days and clock times of one turn, combined into one wish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain

from dialog_brain.understanding.language.calendar_words import WEEKDAYS
from dialog_brain.understanding.language.clauses import Clause, clauses, outside
from dialog_brain.understanding.language.numbers import TEENS, TENS, UNITS, ZEROS
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import Expected, When
from dialog_brain.understanding.when.after_that import turn_to_what_was_told
from dialog_brain.understanding.when.alternatives import offers_another
from dialog_brain.understanding.when.appointments_held import held_spans
from dialog_brain.understanding.when.busy_times import tells_busy
from dialog_brain.understanding.when.conclusions import concludes, only_denied, other_days, without_its_end
from dialog_brain.understanding.when.days import FRIDAY, Day
from dialog_brain.understanding.when.deadlines import to_be_done_by, told_deadlines
from dialog_brain.understanding.when.holidays import HOLIDAYS
from dialog_brain.understanding.when.misheard import as_meant
from dialog_brain.understanding.when.ruled_out_days import with_rows
from dialog_brain.understanding.when.stories import is_of_a_story
from dialog_brain.understanding.when.when_statements import Scene, read_statement, says_time
from dialog_brain.understanding.when.when_words import (
    ASKS_HOURS,
    BEST,
    DECLINED,
    FILLERS,
    PAST,
    POLITE,
    REOPENING,
    REQUESTS,
    SECOND_BEST,
    TAKEN_BACK,
    TELLS_THE_HOUR,
    WHICH_OF_TWO,
    WISHES,
)
from dialog_brain.understanding.when.wishes import Wish, correct_half, in_one_week, merge, settled

_HOLIDAY = any_of("it|that|this is {holidays}", holidays=HOLIDAYS)
_SHORTEST_STORY = 5
"""Words of a story with a request behind it."""
_NEEDS = frozenset(["need", "want", "please"])
_ASKING = frozenset(["is", "are", "would", "will"])
_OWN = frozenset(["i", "we", "he", "she", "they", "my", "our"])
_NAMED_DAYS = WEEKDAYS.keys() | {"today", "tomorrow"}
_WEEKENDS = frozenset(["weekend", "weekends", "saturday", "sunday", "saturdays", "sundays"])
_OWNS = frozenset(["my", "our"])
_NUMBERS = ZEROS.union(UNITS, TEENS, TENS) | wordset("hundred and no not i said it is the number house actually sorry")


def heard_when(
    speech: Speech, asked: Expected, now: datetime, taken: list[tuple[int, int]], last: When | None = None
) -> When | None:
    """The wish of a turn; the latest statement wins. `taken`: words of an address, a name or a ZIP; `last`: what was
    read out last, which "the day after" follows."""
    awaited = asked in ("time", "confirm")
    speech = as_meant(speech) if awaited else speech
    if _tells_none(speech, asked, taken):
        return None
    wish, reopened = Wish(named=None if last is None else _day_of(last)), False
    held, due = held_spans(speech), told_deadlines(speech, now.date())
    scene = Scene(now, awaited or bool(held))
    for clause in _statements(speech):
        corrected = _corrects(speech, clause)
        for rest in outside(clause, [*taken, *held, *(each[:2] for each in due)]):
            part = read_statement(speech, rest, scene, wish.named)
            wish.named = part.named
            wish.dated += part.dated
            wish.engaged = part.engaged or wish.engaged
            turn_to_what_was_told(speech, rest, wish, _visit(speech, held, rest, scene))
            _rule_out(wish, part.not_on)
            if not part.has_any():
                _take_back(speech, rest, wish)
            elif _declined(speech, rest, part) or (last is not None and _is_a_holiday(speech, rest, part, last)):
                _rule_out(wish, part.whole_day())
            elif (part.at_first and (wish.date or wish.week_of)) or not _counts(
                speech, rest, part, awaited=scene.awaited
            ):
                continue  # until when the caller is away is no wish beside one
            elif not (part.left or part.at_first) and tells_busy(speech, rest, awaited=scene.awaited):
                _keep_free(wish, part)
            else:
                _add(speech, rest, wish, part, corrected=corrected or reopened or concludes(speech, rest, now))
                corrected, reopened = False, part.at_first or speech.words[clause.end - 1] in REOPENING
        reopened = reopened or corrected
    to_be_done_by(due, wish)
    _on_the_same_day(wish, speech, held, scene)
    _beside_the_engagement(wish)
    return settled(wish, now)


def _visit(speech: Speech, held: list[tuple[int, int]], clause: Clause, scene: Scene) -> Wish | None:
    """What was told before of an appointment of the caller's: "I have a meeting at two, so after that"."""
    return next((read_statement(speech, Clause(*each), scene) for each in held if each[1] <= clause.start), None)


def _tells_none(speech: Speech, asked: Expected, taken: list[tuple[int, int]]) -> bool:
    if not says_time(speech) or not outside(Clause(0, len(speech.words)), taken):
        return True
    if WHICH_OF_TWO.first(speech) is not None or (asked == "open" and ASKS_HOURS.first(speech) is not None):
        return True
    return asked in ("zip", "address") and _only_counts(speech)


def _day_of(when: When) -> Day | None:
    return Day(when.date, when.week_of, None, -1) if when.date or when.week_of else None


def _only_counts(speech: Speech) -> bool:
    """ "No, five ten", where a number was asked for, is a part of one and no time."""
    return all(word in _NUMBERS or word.isdecimal() for word in speech.words)


def _add(speech: Speech, clause: Clause, wish: Wish, part: Wish, *, corrected: bool) -> None:
    """Add what a statement says to the wish, unless it offers another time to choose: "Otherwise Thursday"."""
    if wish.at_first:  # "I'm away until next week, so Wednesday"
        in_one_week(wish, part)
    wish.at_first = part.at_first
    if speech.words[clause.start] == "so" and _is_of_the_weekend_ahead(part, speech.words[: clause.start]):
        wish.not_on = tuple(day for day in wish.not_on if day != part.date)  # "I'm busy this week, so Saturday"
    if not offers_another(speech, clause.start, wish):
        if corrected and speech.words[clause.start] != "but":
            correct_half(wish, part)
        merge(wish, part, corrected=corrected)


def _is_of_the_weekend_ahead(part: Wish, told: tuple[str, ...]) -> bool:
    """Whether a day of the weekend is named, of which nothing was said before."""
    return part.date is not None and part.date.weekday() > FRIDAY and _WEEKENDS.isdisjoint(told)


def _keep_free(wish: Wish, busy: Wish) -> None:
    """Rule out the days, or note the hours of one, at which the caller does something else."""
    _rule_out(wish, busy.whole_day())
    wish.soonest = False if busy.soonest is False and wish.soonest is None else wish.soonest
    wish.engaged = busy if not busy.whole_day() and (busy.date or busy.clock or busy.latest) else None


def _beside_the_engagement(wish: Wish) -> None:
    """ "Tuesday I've got the dentist at nine, so maybe eleven": on the same day."""
    if wish.engaged is not None and wish.clock is not None and not wish.week_of:
        wish.date = wish.date or wish.engaged.date


def _rule_out(wish: Wish, days: tuple[date, ...]) -> None:
    wish.not_on += days
    if wish.date in days and not (wish.by_weekday and len(days) > 1):  # "Tuesday, but not this week"
        wish.date = None


def _take_back(speech: Speech, clause: Clause, wish: Wish) -> None:
    """ "Wednesday works, no, it doesn't"."""
    if wish.date is not None and TAKEN_BACK.at(speech, clause.start, clause.end) is not None:
        _rule_out(wish, (wish.date,))


def _statements(speech: Speech) -> Iterator[Clause]:
    """The clauses, and apart from what was told before it a request in the same breath."""
    for clause in _unconditional(speech):
        start = clause.start
        if clause.end - start >= _SHORTEST_STORY:
            for found in REQUESTS.all(speech, start + 1, clause.end):
                if _told(speech, start, found.start):
                    yield Clause(start, found.start)
                    start = found.start
            if (told := _told_after_request(speech, start, clause.end)) is not None:
                yield Clause(start, told)
                start = told
            if len(_NAMED_DAYS.intersection(speech.words)) > 1:
                for other in other_days(speech, start, clause.end):
                    yield Clause(start, other)
                    start = other
        yield Clause(start, clause.end)


def _told_after_request(speech: Speech, start: int, end: int) -> int | None:
    """Where a story begins behind a request: "can somebody come tomorrow my AC quit"."""
    request = REQUESTS.first(speech, start, min(start + _SHORTEST_STORY, end))
    if request is None:
        return None
    for told in (PAST, DECLINED):
        if (found := told.first(speech, request.end, end)) is not None:
            owns = [place for place in range(request.end + 1, found.start + 1) if speech.words[place] in _OWNS]
            whose = found.start - (speech.words[found.start - 1] in _OWN)
            return owns[-1] if owns else whose if speech.words[whose] in _OWN and whose > request.end else None
    return None


def _unconditional(speech: Speech) -> Iterable[Clause]:
    """The clauses without the day of a condition: "Friday works if Thursday's full", "if Monday is bad, Tuesday"."""
    said = with_rows(speech, without_its_end(speech, clauses(speech)))
    return said if "if" not in speech.words else chain.from_iterable(_without_condition(speech, each) for each in said)


def _without_condition(speech: Speech, clause: Clause) -> Iterator[Clause]:
    words = speech.words
    place = words.index("if", clause.start, clause.end) if "if" in words[clause.start : clause.end] else clause.end
    if place < clause.end and words[place - 1] == "what":  # "what if I'm not home by two"
        return
    declined = DECLINED.first(speech, place, clause.end) if place < clause.end else None
    if declined is None:
        yield clause
        return
    for rest in (Clause(clause.start, place), Clause(declined.end, clause.end)):
        if rest.start < rest.end:
            yield rest


def _told(speech: Speech, start: int, end: int) -> bool:
    return any(told.first(speech, start, end) is not None for told in (PAST, DECLINED, TELLS_THE_HOUR))


def _on_the_same_day(wish: Wish, speech: Speech, held: list[tuple[int, int]], scene: Scene) -> None:
    """An appointment of which only the hour is to be another stays on its day."""
    if wish.date or wish.week_of or not (wish.clock or wish.earliest or wish.latest or wish.part):
        return
    for start, end in held:
        wish.date = wish.date or read_statement(speech, Clause(start, end), scene).date


def _declined(speech: Speech, clause: Clause, part: Wish) -> bool:
    """Whether the caller says that this is when it cannot be."""
    if part.left or part.at_first or _asks_whether(speech, clause):
        return False
    if only_denied(speech, clause):
        return True
    found = DECLINED.first(speech, clause.start, clause.end)
    if found is not None and speech.words[max(0, found.start - 2) : found.end] in _OFF_WORK:
        return False
    return found is not None and "not" not in speech.words[found.start - 1 : found.start]


def _is_a_holiday(speech: Speech, clause: Clause, part: Wish, last: When) -> bool:
    """ "Oh, that's Thanksgiving", of the day that was read out."""
    return part.date == last.date and _HOLIDAY.first(speech, clause.start, clause.end) is not None


_OFF_WORK = (("i", "do", "not", "work"), ("we", "do", "not", "work"))
""" "I don't work Thursdays" leaves Thursday."""


def _asks_whether(speech: Speech, clause: Clause) -> bool:
    """ "Is Monday too soon?" declines nothing."""
    return speech.words[clause.start] in _ASKING and speech.stops[clause.end - 1] == "?"


def _counts(speech: Speech, clause: Clause, part: Wish, *, awaited: bool) -> bool:
    """Whether a statement with a time in it is a wish, and not a story."""
    polite = POLITE.first(speech, clause.start, clause.end) is not None
    past = not polite and PAST.first(speech, clause.start, clause.end) is not None
    if awaited:
        return not past or part.soonest is True
    past = past or TELLS_THE_HOUR.first(speech, clause.start, clause.end) is not None or is_of_a_story(speech, clause)
    if past:
        return part.soonest is True and not _NEEDS.isdisjoint(speech.words[clause.start : clause.end])
    if WISHES.first(speech, clause.start, clause.end) is not None:
        return not _complains(speech, clause)
    words = speech.words[clause.start : clause.end]
    others = sum(word not in FILLERS for word in words)
    return others <= part.read


def _complains(speech: Speech, clause: Clause) -> bool:
    """ "it is not working today": a state of things, though it has a day and a common word in it."""
    words = speech.words[clause.start : clause.end]
    return "not" in words and "need" not in words and "want" not in words


def _corrects(speech: Speech, clause: Clause) -> bool:
    """Whether what is said here replaces what was said before: "no, Tuesday", "it's a holiday. Tuesday then"."""
    words, end = speech.words, clause.end
    if not REOPENING.isdisjoint(words[clause.start : end]):
        return SECOND_BEST.at(speech, clause.start, end) is None or BEST.first(speech, 0, clause.start) is None
    return end < len(words) and words[end] == "then" and (end + 1 == len(words) or speech.stops[end] != "")

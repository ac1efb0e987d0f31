"""Pure. The days and hours in a turn that are those of an appointment which the caller has, and no wish."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import PARTS, WEEKDAYS
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when import dates, times

_VISITS = wordset("appointment appointments visit visits booking reservation slot window")
_OTHERS = wordset("meeting class interview thing conflict flight wedding funeral party game shift")
"""What else a caller may have to go to."""
_OURS = wordset("my our")
_POINTING = wordset("that this")
""" "Move that one to two"."""
_MOVES = wordset(
    "move moving moved change changing changed switch switching push pushing bump shift postpone delay reschedule "
    "rescheduling rescheduled transfer swap"
)
_CANCELS = wordset("cancel canceling cancelling canceled cancelled")
_BOOKED = any_of(
    "my|our {visit} that|which? is|was|are? scheduled|set|booked|down|made? for|on|at|from?",
    "i|we have|had|got|have_got an|another|my|our|a|the|one {with}? {visit}|{other} "
    "that|which? is|was? scheduled|set|booked|made|coming? for|on|at?",
    "i|we have|had|got|have_got an|another|my|our|a|the|one {visit}|{other} with|at|from .. on|for",
    "i|we scheduled|booked|set_up something|someone|somebody|one|a_visit|an_appointment for|on|at?",
    "i|we have|had|got|have_got someone|somebody|you|a_tech|a_technician|the_technician "
    "scheduled|coming|booked|set|down|coming_out|coming_by for|on|at?",
    "you|they|he|she|someone|somebody|tech|technician|who|it|i|we am|are|is|was|were "
    "scheduled|booked|down|supposed_to_come|supposed_to_be_here|coming|coming_out for|on|at?",
    "they|you have|gave|got|put|scheduled|booked me|us down? for|on|at?",
    **{"with": "doctor's|doctor|doctors|dentist|dentist's|dental|medical|vet|hair|eye|school|work|business|court"},
    visit="appointment|visit|booking|reservation|service_call",
    other="|".join(sorted(_OTHERS)),
)
"""Right after these comes the day of an appointment."""
_ASKS_FOR = wordset("can could may might should would if when")
""" "Can I have an appointment on Friday" is a wish."""
_SIGNS = _MOVES | _CANCELS | _VISITS | _OTHERS | wordset("scheduled booked coming down supposed gave set")
_DAYS = WEEKDAYS.keys() | {"today", "tomorrow", "tonight"}
_NUMBERS = times.BEGINNINGS - {"a", "an"}
_TIME_WORDS = (dates.BEGINNINGS | _NUMBERS | PARTS.keys() | wordset("at of in o'clock am pm past")) - wordset(
    "not later say for"
)
_SMALL = wordset("a an the on at of in this that")
"""These belong to a time, and alone say none."""
_LEADING_IN = wordset("the sometime something like maybe around about either next this")
_OTHER_SUBJECT = wordset("and but or instead")
_FAR = 14
"""Words between "move" and the "to" of where to."""


def held_spans(speech: Speech) -> list[tuple[int, int]]:
    """From which word up to which the caller tells when the appointment is that is to be moved or cancelled."""
    words = speech.words
    if _SIGNS.isdisjoint(words):
        return []
    spans: list[tuple[int, int]] = []
    managed = False
    for place, word in enumerate(words):
        if word in _CANCELS:
            spans.append((place, _subject_end(speech, place + 1)))
        elif word in _MOVES:
            spans.append((place, _moved_end(speech, place)))
        elif word in _VISITS:
            start = _run_start(words, place)
            if start < place and (managed or words[start - 1 : start] in (("my",), ("our",))):
                spans.append((start, place))
        managed = managed or word in _MOVES or word in _CANCELS
    for found in _BOOKED.all(speech):
        if speech.stops[found.end - 1] not in ("", "-"):
            continue
        end = _run_end(speech, found.end)
        if words[end : end + 1] != ("instead",) and _ASKS_FOR.isdisjoint(words[max(0, found.start - 1) : found.start]):
            spans.append((found.start, end))
    return [(start, end) for start, end in spans if any(map(_says_time, set(words[start:end]) - _SMALL))]


def _subject_end(speech: Speech, place: int) -> int:
    while place < len(speech.words) and not speech.stops[place - 1] and speech.words[place] not in _OTHER_SUBJECT:
        place += 1
    return place


def _moved_end(speech: Speech, verb: int) -> int:
    """Up to the "to" that says where to; without one, up to the end of a day right after the verb."""
    words = speech.words
    for place in range(verb + 1, min(verb + _FAR, len(words) - 1)):
        if speech.stops[place - 1] in (".", "?"):
            break
        if words[place] == "to" and _leads_to_time(words, verb, place):
            return place
    return _run_end(speech, verb + 1) if words[verb + 1 : verb + 2] and words[verb + 1] in _DAYS else verb


def _leads_to_time(words: tuple[str, ...], verb: int, place: int) -> bool:
    """Whether a time follows the "to", which is not the one of "ten to four"."""
    after = place + 1
    while after < len(words) - 1 and words[after] in _LEADING_IN:
        after += 1
    if not (_says_time(words[after]) or words[after] in ("after", "before")):
        return False
    joins = _is_number(words[place - 1]) and _is_number(words[place + 1])
    pointed = words[place - 1] == "one" and words[place - 2] in _POINTING
    return not joins or pointed or "from" in words[verb:place] or words[place - 2] in _OURS


def _run_start(words: tuple[str, ...], place: int) -> int:
    """Where the words begin that say a time and end before `place`; the "is" of "Thursday's" is one of them."""
    if words[max(0, place - 1) : place] == ("is",) and place > 1 and words[place - 2] in _DAYS:
        place -= 1
    while place and _says_time(words[place - 1]):
        place -= 1
    return place


def _run_end(speech: Speech, place: int) -> int:
    while place < len(speech.words) and _says_time(speech.words[place]):
        place += 1
        if speech.stops[place - 1] not in ("", "-"):
            break
    return place


def _says_time(word: str) -> bool:
    return word in _TIME_WORDS or word[0].isdigit()


def _is_number(word: str) -> bool:
    return word in _NUMBERS or word[0].isdigit()

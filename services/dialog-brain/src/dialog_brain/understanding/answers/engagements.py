"""Pure. Refusals that only tell where one is or what one does at the time offered: "I have to be at work by eight".

The sentence has a person, a verb of being bound or being somewhere, and a time, and no word of being free or of doubt.
"""

from __future__ import annotations

from dialog_brain.understanding.answers.consent_parts import QUESTION_WORDS, WORDS
from dialog_brain.understanding.answers.consent_words import FILLER_WORDS, LISTS
from dialog_brain.understanding.language.calendar_words import DAYS_EVERY_WEEK, DAYS_OF_THE_WEEK
from dialog_brain.understanding.language.clauses import clauses
from dialog_brain.understanding.language.family import MY_FAMILY
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

_BOUND: Phrases[bool] = Phrases(
    {
        True: [
            "{person} am|is|are|have|has|work|works|start|starts|leave|leaves|pick|picks|watch|watches|go|goes|teach|"
            "teaches|babysit|coach|volunteer|sit|get|usually|always",
            "{person} will be",
        ],
        False: ["{person} will_be|am|are|is up|back|finished|done"],
    },
    person=f"i|we|he|she|{MY_FAMILY}|"
    "the_kids|my_kids|our_kids|my_parents|our_parents|my_folks|my_grandkids|our_grandkids|my_grandchildren",
)
_THEN = any_of(
    "start|for|at work",
    "in surgery|court|class",
    "then|that_day|that_time|that_morning|that_afternoon|that_evening|that_night|that_week|all_day|"
    "during_the_day|on_those_days",
    "at|by|on|until|till|before|after|around|every {times}|that",
    f"{DAYS_OF_THE_WEEK}|{DAYS_EVERY_WEEK}|nights|days|mornings|afternoons|evenings|weekends",
    times=LISTS["times"],
)
_OTHER_MATTERS = wordset("house time let water heat ac dog gate key keys code freezing cold hot zip")
_FREE_OR_UNSURE = QUESTION_WORDS - wordset("am is are have has will") | wordset(
    "home here there free off open available around nothing ready waiting flexible retired able not no never without "
    "check been had since if unless maybe might probably think guess hope want wish see know you"
)
_LONGEST = 14


def engaged(speech: Speech) -> bool:
    """Whether a statement tells what keeps the caller, or who would let us in, from the time we offered."""
    if _THEN.absent(speech) or any(WORDS.get(word) == "agree" for word in speech.words):
        return False
    return any(_keeps(speech.cut(clause.start, clause.end)) for clause in clauses(speech))


def _keeps(speech: Speech) -> bool:
    words = speech.words
    start = next((at for at, word in enumerate(words) if word not in FILLER_WORDS), 0)
    bound = _BOUND.at(speech, start) if words and len(words) <= _LONGEST else None
    if bound is None or not bound.meaning or not (_FREE_OR_UNSURE | _OTHER_MATTERS).isdisjoint(words):
        return False
    return _THEN.first(speech, bound.end) is not None

"""Pure. The idioms of yes and no: the table of all, where one answers, and where it is only part of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from dialog_brain.understanding.answers import consent_no, consent_words, consent_yes
from dialog_brain.understanding.answers.consent_conditions import courtesy_end
from dialog_brain.understanding.language.phrases import Found, Phrases
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import Consent

Tone = Literal[
    "yes", "agrees", "weak_yes", "slight", "go", "no", "deny", "safe", "sensed", "unsure", "fine", "filler", "done"
]  # fmt: skip
"""agrees: a yes to a proposal, which tells no fact; slight: a yes to a question of fact alone; go: an instruction to
proceed; deny: a sentence that says no; safe: all is well; sensed: nothing was noticed; fine: praise of the proposal;
done: nothing more is wanted."""


class Verdict(NamedTuple):
    """Where an answer stands after an idiom; `agreed_before`: a yes was heard at any time."""

    consent: Consent | None
    tone: Tone | None
    agreed_before: bool


UNDECIDED = Verdict(None, None, agreed_before=False)
TONES: Phrases[Tone] = Phrases(
    {
        "yes": consent_yes.YES,
        "agrees": consent_yes.AGREES,
        "weak_yes": consent_yes.WEAK_YES,
        "slight": consent_yes.SLIGHT,
        "go": consent_yes.GO,
        "fine": consent_yes.FINE,
        "no": consent_no.NO,
        "deny": consent_no.DENY,
        "sensed": consent_no.SENSED,
        "safe": consent_no.SAFE,
        "done": consent_no.DONE,
        "unsure": consent_words.UNSURE,
        "filler": (*consent_words.FILLER, *consent_words.CHECKED, *consent_words.PRAISED),
    },
    **consent_words.LISTS,
)
PERSONS = wordset("i we he she they")
DENIALS = wordset("not no nothing none never nope nah")
_SUBJECTS = PERSONS | wordset("it that this you")
_AUXILIARIES = wordset("is are was were do does did am have has would will can could should")
_OPENERS = wordset("but and because since cause as so then that i we it you")
_BEGIN_A_STORY = wordset("my he she they")
"""What follows them may be part of an idiom that is not whole: "it is my", "she is they"."""
_BEGIN_A_PLACE = wordset("in on down up")
_PLAIN_YES = wordset("yes yeah yep yup")
_BEFORE_A_THING = wordset("a an the my our your upstairs downstairs not no")
"""After "yes, it is" these tell of something else than the danger that was asked about."""
_SENSED = wordset("smell odor odour stench scent fumes hissing hiss")
_GUESSES = wordset("guess suppose")
_NOT_TOLD_TO_US = wordset("not never dare to can could should will would me i we you they he she")
_LITTLE = wordset("little bit tad")
_PLEAS = wordset("please can could would will if")
_YESES = ("yes", "agrees", "go")
_AGREEING = frozenset((*_YESES, "weak_yes", "fine"))
_REFUSING = frozenset(["no", "deny"])
_AFTER_BUT = _AGREEING | _REFUSING | {"unsure"}
_CONCLUDING = wordset("yes yeah yep yup okay alright sure perfect no nope nah")
_PURPOSES = wordset("can could may might")
""" "Let me find a pen so I can write it down" tells what for."""
_PLACED = wordset("in when at around under behind during then where")
""" "That's right when the kids come home" says no more than when."""
_TO_SET_UP = wordset("book schedule send come")
_RESUMING = _CONCLUDING | {"book", "go", "do"}
"""At these an answer may begin inside a sentence."""
_FREEING = _GUESSES | {"then", "thanks", "so", "you"}
"""After these one may."""
_WITHIN = _RESUMING | _FREEING | {"but", "if"}
"""Without these, and without a pause, no answer begins inside a sentence."""
_POLITE_ENDS = (("thanks",), ("thank",), ("sir",), ("ma'am",))
_CITING = wordset("said say says saying me him her us a or nor the not is")
_PRAISE = wordset("perfect correct wonderful excellent awesome accurate fantastic ideal fine okay alright")
_ASKS = wordset("what which who where why how when whose")


def answering(speech: Speech, *, asked_safety: bool) -> Iterator[Found[Tone]]:
    """The idioms that answer: at the beginning of a statement or after another one, not inside a sentence."""
    if TONES.absent(speech):
        return
    words, stops, place, free, denied, asking = speech.words, speech.stops, 0, True, False, False
    turns, runs_on = "but" in words, not any(stops) and _WITHIN.isdisjoint(words)
    while place < len(words):
        word = words[place]
        denied = denied and word != "but"
        inside = not free or (asking and (word in _PLAIN_YES or (place + 1 == len(words) and word in _CONCLUDING)))
        if word in _RESUMING and (_proceeds(words, place) or (inside and not denied and _concludes(speech, place))):
            free, denied, asking = True, False, False
        no = place + 1 if asked_safety and word == "no" and stops[place] not in ("", "-") else None  # "no, power's off"
        found = TONES.at(speech, place, no) if free else _answer_after_but(speech, place) if turns else None
        if found is None and word == "if" and (end := courtesy_end(speech, place)):
            place, free = end, True
            continue
        if found is None:
            free = stops[place] not in ("", "-") or (word in _FREEING and _frees(speech, place))
            if runs_on and not free:
                return
            denied = denied and not free
            asking = asking and stops[place] in ("", "-")
            place += 1
            continue
        whole = not _must_stand_alone(speech, found, asked_safety=asked_safety) or stands_alone(speech, found)
        if whole and not (denied or asking):
            yield found
            denied = _denies_more(speech, found)
            asking = _begins_a_question(speech, found)
            place, free = found.end, True
        else:
            told = _affirmed(speech, found) if asked_safety else _told_by_a_part(speech, found)
            if told is not None:
                yield told
            end = found.start + 1 if stops[found.start] else found.end
            asking = asking and stops[end - 1] in ("", "-")
            place, free = end, bool(stops[end - 1]) or words[end - 1] in _GUESSES
            if told is not None and not asked_safety:
                place, free = told.end, True


def _denies_more(speech: Speech, found: Found[Tone]) -> bool:
    """ "No way that's right", "I don't think it works": what follows is denied with it."""
    said = speech.words[found.start : found.end]
    return (found.meaning == "deny" or said[-1] in ("not", "dare") or said == ("no", "way")) and not speech.stops[
        found.end - 1
    ]


def _affirmed(speech: Speech, found: Found[Tone]) -> Found[Tone] | None:
    """The yes that begins "yes, it's pretty strong": said of the danger, as "yes, it's a Trane" is not."""
    following = speech.words[found.end : found.end + 5]
    about_it = (following[:1] and following[0] not in _BEFORE_A_THING) or not _SENSED.isdisjoint(following)
    affirms = speech.words[found.start] in _PLAIN_YES and about_it
    return TONES.at(speech, found.start, found.start + 1) if affirms else None


def _told_by_a_part(speech: Speech, found: Found[Tone]) -> Found[Tone] | None:
    """The yes of "yes, it's the blue house", and the doubt that "but I can't find the key" casts on what it follows."""
    if speech.words[found.start] in _PLAIN_YES and found.end - found.start > 1:
        return Found("yes", found.start, found.start + 1)
    opposes = found.meaning in _REFUSING and speech.words[found.start - 1] == "but"
    return Found("unsure", found.start, found.end) if opposes else None


def _frees(speech: Speech, place: int) -> bool:
    """Whether an answer may begin after a word: "if so then yes", "how nice thank you no", "I guess it is fine"."""
    word = speech.words[place]
    if word in _GUESSES:
        return place == 0 or speech.words[place - 1] in ("i", "we")
    if word == "so":
        return _PURPOSES.isdisjoint(speech.words[place + 2 : place + 3])
    return word in ("then", "thanks") or (word == "you" and speech.words[place - 1 : place] == ("thank",))


def _proceeds(words: tuple[str, ...], place: int) -> bool:
    """ "I think that covers it go ahead", "it's the same don't book it": what we are told to do answers anywhere."""
    said = words[place : place + 3]
    if said == ("do", "not", "want"):
        return words[place + 3 : place + 4] == ("to",) and not _TO_SET_UP.isdisjoint(words[place + 4 : place + 5])
    told = said[:2] == ("go", "ahead") or (said[:2] == ("do", "not") and not _TO_SET_UP.isdisjoint(said))
    return told and words[place - 1] not in _NOT_TOLD_TO_US


def _concludes(speech: Speech, place: int) -> bool:
    """ "Let me look at my calendar yep that's good": from a plain answer on, all of it says the same."""
    words = speech.words
    if words[place] == "book":
        least = 1 if words[place - 1] not in _NOT_TOLD_TO_US else len(words)
    elif words[place] in _CONCLUDING and words[place - 1] not in _CITING:
        resigned = place + 1 == len(words) and words[place - 1] in ("well", "then", "but", "what", "huh", "sorry")
        politely = words[place] == "no" and words[place + 1 : place + 2] in _POLITE_ENDS
        flatly = words[place:] == ("no", "way")
        least = 1 if resigned or politely or flatly or words[place] in _PLAIN_YES else 2
    else:
        return False
    answers = set[bool]()
    count = 0
    while place < len(words):
        found = TONES.at(speech, place)
        if found is None:
            return False
        if found.meaning != "filler":
            count += 1
            answers.add(found.meaning in _AGREEING)
            answers.add(found.meaning not in _REFUSING)
        place = found.end
    return count >= least and len(answers) == 1


def _begins_a_question(speech: Speech, found: Found[Tone]) -> bool:
    """ "How does" begins one, in which "that works" is no answer."""
    said = speech.words[found.start : found.end]
    return (
        found.meaning == "unsure"
        and "know" not in said
        and (not _ASKS.isdisjoint(said) or said[0] in _AUXILIARIES)
        and speech.stops[found.end - 1] in ("", "-")
    )


def _answer_after_but(speech: Speech, place: int) -> Found[Tone] | None:
    """ "I would love to but I can't", "a bit late but I'll take it": it counts after a sentence that says nothing."""
    if not place or speech.words[place - 1] != "but":
        return None
    found = TONES.at(speech, place)
    answers = found is not None and found.meaning in _AFTER_BUT and stands_alone(speech, found)
    return found if answers else None


def _must_stand_alone(speech: Speech, found: Found[Tone], *, asked_safety: bool) -> bool:
    """ "it is" answers, "it is a gas furnace" does not; "would you please" does, "would you please check" does not."""
    first, last = speech.words[found.start], speech.words[found.end - 1]
    if found.meaning == "unsure" and first in _ASKS:
        return False
    pleads = (last == "please" and first in _PLEAS) or last in ("to", "her")
    if pleads or (found.meaning in ("fine", "safe") and not _praises(speech, found)):
        return True
    if (first in _SUBJECTS and last in _BEGIN_A_PLACE) or first == "100" or (first == "a" and last in _LITTLE):
        return True
    if asked_safety and found.meaning == "yes" and first in _SUBJECTS:
        return True
    if first in PERSONS and last in ("it", "that") and found.meaning in _YESES:
        return True
    following = "" if speech.stops[found.end - 1] else " ".join(speech.words[found.end : found.end + 1])
    if (
        last in ("of", "so")
        or (first in _PLEAS and found.meaning in _YESES)
        or (last == "right" and following in _PLACED)
    ):
        return True
    if last in _GUESSES or last == "go" or (found.meaning == "weak_yes" and _goes_on_with_a_verb(speech, found)):
        return True
    if last == "not":
        return first in PERSONS and found.meaning == "deny"
    return _opens_more(speech, found)


def _goes_on_with_a_verb(speech: Speech, found: Found[Tone]) -> bool:
    """ "Sure is hot in here" and "okay when is that" agree to nothing yet."""
    following = speech.words[found.end : found.end + 1]
    return not speech.stops[found.end - 1] and not (_AUXILIARIES | _ASKS).isdisjoint(following)


def _praises(speech: Speech, found: Found[Tone]) -> bool:
    """ "That is perfect" praises whatever follows, "that is right" may go on with "next to the park"."""
    return found.end - found.start > 2 and speech.words[found.end - 1] in _PRAISE


def stands_alone(speech: Speech, found: Found[Tone]) -> bool:
    """Whether the statement ends with the idiom, or goes on with another one."""
    following: Found[Tone] | None = found
    end = found.end
    if speech.words[end - 1] in _GUESSES and not _SUBJECTS.isdisjoint(speech.words[end : end + 1]):
        return False
    while following is not None:
        end = following.end
        if end >= len(speech.words) or speech.stops[end - 1] not in ("", "-"):
            return True
        following = TONES.at(speech, end)
        if following is not None and speech.words[end] in _OPENERS and _opens_more(speech, following):
            return True
        if (
            following is not None
            and following.meaning not in ("filler", "slight")
            and not _opens_more(speech, following)
        ):
            return True
    word = speech.words[end]
    return (
        word in _OPENERS or courtesy_end(speech, end) > 0 or (word in _BEGIN_A_STORY and not _opens_more(speech, found))
    )


def _opens_more(speech: Speech, found: Found[Tone]) -> bool:
    """ "It is" may be the beginning of "it is upstairs"."""
    return found.end - found.start > 1 and speech.words[found.end - 1] in _AUXILIARIES

"""Pure. Dangers that a caller names: phrases, never bare words, with denial scoped to its statement."""

from __future__ import annotations

from typing import NamedTuple

from calllock.contracts.events import Hazard
from dialog_brain.understanding.danger.harmless_words import (
    EXPLAINED,
    HARMLESS,
    HARMLESS_NEXT,
    LONG_AGO,
    NEEDS_CODE,
    TAKEN_BACK,
    UNREPORTED,
)
from dialog_brain.understanding.danger.hazard_answers import (
    AFTER_ANSWER,
    ANSWERS,
    BEFORE_ANSWER,
    IN_ANSWER,
    ONLY,
    OWNED,
)
from dialog_brain.understanding.danger.hazard_signs import BEGINNINGS, signs
from dialog_brain.understanding.danger.hazard_words import ALARM, NAMED, SMELL
from dialog_brain.understanding.danger.lightly_told import is_lightly_told
from dialog_brain.understanding.danger.long_over import (
    cleared_at,
    is_doubtful,
    is_elsewhere,
    is_long_over,
    is_only_topic,
    is_supposed,
)
from dialog_brain.understanding.danger.medical import TELLING as MEDICAL
from dialog_brain.understanding.danger.medical import told_medical
from dialog_brain.understanding.danger.questions_back import without_questions_back, worries
from dialog_brain.understanding.danger.statements import sets_apart, statements, takes_back
from dialog_brain.understanding.danger.symptoms import (
    NOT_OF_GAS,
    SMELLS_OF,
    SYMPTOMS,
    smells_of_another,
    smells_of_what,
    told_by_symptoms,
)
from dialog_brain.understanding.danger.telltales import TELLING as TELLTALES
from dialog_brain.understanding.danger.telltales import told_by_telltales
from dialog_brain.understanding.language.clauses import Clause, negated
from dialog_brain.understanding.language.hesitations import heard_no
from dialog_brain.understanding.language.phrases import Found, any_of
from dialog_brain.understanding.language.words import Speech, wordset


class Heard(NamedTuple):
    """What a turn says of dangers: the one that stands, whether one was denied, whether one was taken back."""

    hazard: Hazard | None
    denied: bool
    withdrawn: bool


_CRIES = (
    *(("fire",), ("a", "fire"), ("fire", "fire"), ("smoke",)),
    *(("fuego",), ("fuego", "fuego"), ("humo",), ("hay", "fuego"), ("sparks",), ("sparks", "sparks")),
)
"""Enough as a whole turn, whatever was asked."""
_SETS_ASIDE = wordset(
    "just because cause do would should never nevermind fire firemen firefighters fireman gas utility they freon "
    "refrigerant coolant"
)
"""Of themselves these set anything aside: they take a danger back only where one was told."""
_OF_ANYTHING = wordset("scratch take my misspoke i")
""" "Scratch that", "my mistake": unless we asked for dangers, they are of whatever was told."""
_TELL_WHAT = frozenset(["it", "that"])
"""Unless we asked for dangers, "it's the stove" tells what is broken."""
_THOUGHT = wordset("thought figured assumed hoped if unless")
"""What it was taken for at first, or may turn out to be, takes nothing back: "I thought it was the trash"."""
NOTHING_TOLD = Heard(None, denied=False, withdrawn=False)
_TELLING = NAMED.beginnings | BEGINNINGS | TAKEN_BACK.beginnings | SYMPTOMS | MEDICAL | TELLTALES
"""Without any of these words nothing is told of dangers unless we asked."""


def heard_hazard(speech: Speech, *, asked_safety: bool) -> Heard:
    """The danger that stands at the end of the turn; the latest statement wins."""
    if not asked_safety and _TELLING.isdisjoint(speech.words) and speech.words not in _CRIES:
        return NOTHING_TOLD
    speech = without_questions_back(heard_no(speech)) if asked_safety else speech
    standing: Hazard | None = None
    told: tuple[str, ...] = ()
    denied = withdrawn = carried = explained = False
    for clause in statements(speech):
        found, no = _in_clause(speech, clause, asked_safety=asked_safety)
        if found is not None and not no:
            no = _goes_on_to_deny(speech, clause, carried=carried, only_denied=denied and standing is None)
        carried = no and not sets_apart(speech.words, clause)
        if found is not None and not no:
            doubtful = standing is None or withdrawn
            if doubtful:
                standing, told = found.meaning, speech.words[found.start : found.end]
            withdrawn = doubtful and is_doubtful(speech, found.start, found.end)
            withdrawn = withdrawn or (explained and not _ALARMS.isdisjoint(speech.words[clause.start : clause.end]))
        elif found is not None:
            denied = True
            said = speech.words[found.start : found.end]
            withdrawn = withdrawn or (found.meaning == standing and takes_back(told, said, speech.words))
        taken_back = TAKEN_BACK.first(speech, clause.start, clause.end)
        if (
            taken_back is not None
            and _THOUGHT.isdisjoint(speech.words[clause.start : taken_back.start])
            and (standing is not None or _of_itself(speech, taken_back, asked_safety))
        ):
            withdrawn = True
        explained = explained or _explained(speech, clause)
        if standing is not None and _is_over(speech, clause):
            withdrawn = True
    standing = standing or _told_by_all_of_it(speech, asked_safety=asked_safety)
    denied = denied or (asked_safety and (UNREPORTED.first(speech) is not None or _smells_but_of_no_gas(speech)))
    withdrawn = withdrawn or (standing is None and _may_be_there(speech, denied=asked_safety and denied))
    if (withdrawn or standing is None) and told_medical(speech):
        poisoned = not denied and not _IN_THE_AIR.isdisjoint(speech.words)
        return Heard("CO_EVENT" if poisoned else "HEALTH_RISK", denied=False, withdrawn=False)
    return Heard(None if withdrawn else standing, denied, withdrawn)


def _may_be_there(speech: Speech, *, denied: bool) -> bool:
    """Whether a danger that nobody names is worried about, or smelled."""
    return worries(speech) or smells_of_what(speech, denied=denied)


def _is_over(speech: Speech, clause: Clause) -> bool:
    """Whether the statement says that it was nothing, or that all has been well since."""
    return clause.start <= cleared_at(speech) < clause.end or _explained(speech, clause) or is_long_over(speech, clause)


def _told_by_all_of_it(speech: Speech, *, asked_safety: bool) -> Hazard | None:
    """What the whole turn tells of, unless somebody looked and found all well."""
    told = told_by_symptoms(speech, asked_safety=asked_safety) or told_by_telltales(speech)
    return None if told is None or cleared_at(speech) >= 0 else told


def _of_itself(speech: Speech, found: Found[bool], asked_safety: bool) -> bool:
    """Whether a danger is taken back though none was told: "it's the garbage disposal" is about the disposal."""
    begins = speech.words[found.start]
    tells_what = begins in _TELL_WHAT and (not asked_safety or speech.words[found.end : found.end + 1] == ("disposal",))
    of_anything = begins in _OF_ANYTHING and not asked_safety
    return not (tells_what or of_anything) and begins not in _SETS_ASIDE


def _explained(speech: Speech, clause: Clause) -> bool:
    """Whether the statement tells why an alarm sounded that is none for gas: "it went off when I burned toast"."""
    words = speech.words
    if _ALARMS.isdisjoint(words) or not _NOT_FOR_SMOKE.isdisjoint(words):
        return False
    found = EXPLAINED.first(speech, clause.start, clause.end)
    if found is None or not _THOUGHT.isdisjoint(words[clause.start : found.start]):
        return False
    return not negated(speech, clause, found.start, found.end)


_ALARMS = frozenset(ALARM.split("|")) | wordset("beeping beeps beep chirping chirps")
_KNOWS_GAS = any_of("know|knows what .. gas|propane smell|smells|smelled like")
""" "It's not rotten eggs, I know what gas smells like": told to deny it once more."""
_IN_THE_AIR = _ALARMS | wordset("monoxide co gas propane fumes smell smells exhaust generator smoke smoky")
"""With any of these somebody who is ill may not be in a safe building."""
_NOT_FOR_SMOKE = wordset("monoxide co gas propane")
_JOINS = frozenset(["and", "or", "plus"])
_SUBJECTS = wordset(
    "more rather i we there my the it but now so yes yeah just only well actually except unless wait hang hold oh "
    "however although though something someone somebody our"
)


def _goes_on_to_deny(speech: Speech, clause: Clause, *, carried: bool, only_denied: bool) -> bool:
    """Whether the denial of the statement before goes on, or one says why there is nothing but denials."""
    knows = only_denied and _KNOWS_GAS.first(speech, clause.start, clause.end) is not None
    return knows or (carried and not _has_subject(speech, clause))


def _has_subject(speech: Speech, clause: Clause) -> bool:
    begins = [word for word in speech.words[clause.start : clause.start + 2] if word not in _JOINS]
    told_apart = clause.start > 0 and not speech.stops[clause.start - 1] and speech.words[clause.start] not in _JOINS
    return told_apart or (bool(begins) and begins[0] in _SUBJECTS)


def _in_clause(speech: Speech, clause: Clause, *, asked_safety: bool) -> tuple[Found[Hazard] | None, bool]:
    """The danger named in one statement, and whether it is denied there by words of its own."""
    denied, asked = list[Found[Hazard]](), list[Found[Hazard]]()
    for found in (list(NAMED.all(speech, clause.start, clause.end)), signs(speech, clause)):
        told = [each for each in found if not _harmless(speech, clause, each)] if found else found
        affirmed = [each for each in told if not negated(speech, clause, each.start, each.end)] if told else told
        if affirmed:
            sure = [each for each in affirmed if not is_doubtful(speech, each.start, each.end)]
            if sure:
                return min(sure, key=_rank), False
            asked = asked or affirmed
        denied = denied or told
    if asked:
        return min(asked, key=_rank), False
    if asked_safety or speech.words in _CRIES:
        answer = _bare_answer(speech, clause) or _in_answer(speech, clause, asked_safety=asked_safety)
        if answer is not None and not negated(speech, clause, answer.start, answer.end):
            return answer, False
        denied = denied or ([answer] if answer is not None else [])
    return (min(denied, key=_rank), True) if denied else (None, False)


def _rank(found: Found[Hazard]) -> int:
    """The gravest first."""
    return _RANK[found.meaning]


_SMELLS = frozenset(SMELL.split("|"))
_RANK: dict[Hazard, int] = {"GAS_LEAK": 0, "CO_EVENT": 1, "ELECTRICAL_FIRE": 2}


_PAST = frozenset(["smelled", "smelt"])
_URGES = _NOT_FOR_SMOKE | wordset("smoke fire going goes went blaring screaming gate")
"""With any of these an alarm is no burglar's, though a code is told of."""


def _harmless(speech: Speech, clause: Clause, found: Found[Hazard]) -> bool:
    words = speech.words
    if is_supposed(speech, clause) or is_elsewhere(speech, clause):
        return True
    if is_lightly_told(speech, found):
        return True
    smelled = words[found.start] in _SMELLS
    if smelled and words[found.start + 1] == "gas":
        over = words[max(0, found.start - 2) : found.start]
        past = words[found.start] in _PAST and _is_past_or_supposed(speech, clause, found.start)
        past = past or ("ever" in words[found.start - 2 : found.start] and "if" in words[clause.start : found.start])
        if over != ("used", "to") and "did" not in over and not past:
            return False
    likened = smelled and "like" in words[found.start : found.end]
    following = words[found.end] if found.end < clause.end else ""
    if words[found.end - 1] in ("gas", "propane") and following in HARMLESS_NEXT and not likened:
        return True
    if words[found.end - 1] in ("monoxide", "smoke", "fire") and following in ALARM.split("|"):
        return True
    if found.meaning == "CO_EVENT" and NEEDS_CODE.first(speech) is not None and _URGES.isdisjoint(words):
        return True
    if is_only_topic(speech, clause, found.start, found.end):
        return True
    covered = found.start if smelled else found.end - 1
    return any(
        harmless.meaning == "talk" or (harmless.start <= covered and harmless.end > found.start)
        for harmless in HARMLESS.all(speech, clause.start, clause.end)
    )


def _is_past_or_supposed(speech: Speech, clause: Clause, smelled: int) -> bool:
    """ "We smelled gas years ago", "if I smelled gas I'd be outside"."""
    supposed = "if" in speech.words[max(0, smelled - 3) : smelled] and "would" in speech.words
    return supposed or LONG_AGO.first(speech, clause.start, clause.end) is not None


def _in_answer(speech: Speech, clause: Clause, *, asked_safety: bool) -> Found[Hazard] | None:
    found = IN_ANSWER.first(speech, clause.start, clause.end) if asked_safety else None
    harmless = found is None or _harmless(speech, clause, found) or not SMELLS_OF.isdisjoint(speech.words)
    return None if harmless else found


_HEAT = wordset("burning burns burnt burned smoke smoking smoky hot fire")


def _smells_but_of_no_gas(speech: Speech) -> bool:
    """ "It stinks, but no gas", "just a dusty smell"; but not "just dust burning"."""
    found = NOT_OF_GAS.first(speech)
    if found is None:
        return False
    return not _SMELLS.isdisjoint(speech.words) if found.meaning else _HEAT.isdisjoint(speech.words)


def _is_any_smell(speech: Speech, found: Found[Hazard]) -> bool:
    """ "It stinks" names no gas."""
    return found.meaning == "GAS_LEAK" and (_SMELLS | {"the"}).issuperset(speech.words[found.start : found.end])


def _bare_answer(speech: Speech, clause: Clause) -> Found[Hazard] | None:
    place = max((at for at in range(clause.start, clause.end) if speech.words[at] in ONLY), default=clause.start)
    while place < clause.end and speech.words[place] in BEFORE_ANSWER | {"no", "not", "any", "or", "nope", "but"}:
        place += 1
    if place >= clause.end or speech.words[max(0, place - 1)] in ("i", "we"):
        return None
    found = ANSWERS.at(speech, place, clause.end)
    if found is None or (_is_any_smell(speech, found) and smells_of_another(speech, asked_safety=True)):
        return None
    before = speech.words[clause.start : place]
    if speech.words[found.end - 1] in ALARM.split("|") and not OWNED.isdisjoint(before):
        return None
    rest = speech.words[found.end : clause.end]
    if rest[-1:] == ("no",) and before[:1] == ("no",):  # "no alarm, no"
        rest = rest[:-1]
    return (
        found
        if all(word in AFTER_ANSWER or word in ("or", "any", "either", "and", "smoke", "gas") for word in rest)
        else None
    )

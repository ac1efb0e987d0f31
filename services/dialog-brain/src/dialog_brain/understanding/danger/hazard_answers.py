"""Pure. Dangers as an answer to the question for them: "gas", "the one in the hall is beeping"."""

from __future__ import annotations

from calllock.contracts.events import Hazard
from dialog_brain.understanding.danger.hazard_words import ALARM, SMELL, SOUNDS
from dialog_brain.understanding.language.clauses import clauses, negated
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

ANSWERS: Phrases[Hazard] = Phrases(
    {
        "GAS_LEAK": ["gas", "gas {smell}", "natural gas", "propane", "gas leak", "hissing", "the? {smell}"],
        "CO_EVENT": ["carbon monoxide", "co", "co {alarm}", "carbon_monoxide {alarm}", "alarm", "alarms", "detector"],
        "ELECTRICAL_FIRE": [
            "smoke",
            "burning",
            "something? burning",
            "burning {smell}",
            "sparks",
            "fire",
            "flames",
            "fuego|humo|incendio",
            "smoke {alarm}",
        ],
    },
    smell=SMELL,
    alarm=ALARM,
)
"""Enough when it is the whole answer to the safety question."""
IN_ANSWER: Phrases[Hazard] = Phrases(
    {
        "GAS_LEAK": [
            "faint|slight|strong|definite {smell}",
            "whiff of? something|it",
            "i|we|can|do smell|smelled|smelling a_little|a_bit_of? something|it",
            "egg|eggs|eggy",
            "yes|yeah|yep to|on|about|for the? gas|smell|odor|propane",
            "gas|smell|odor|propane part|one|thing|smell? yes|yeah|yep|definitely",
        ],
        "CO_EVENT": [
            "it|they is|was|has|have|keeps|are been|still|just? beeping|going_off|sounding|chirping|blaring|screaming",
            "one|thing ... {sounds}",
            "one|thing in|at|on|by|outside|near ... is|was|keeps|started|just ... {sounds}",
            "{alarm} ... {sounds}",
            "yes|yeah|yep to|on|about|for the? {alarm}|carbon_monoxide|co|beeping",
            "{alarm}|carbon_monoxide|beeping part|one|thing? yes|yeah|yep|definitely",
            "something|something's|thing|they keeps|is|started? beeping|beeps|chirping|chirps|blaring|shrieking",
        ],
        "ELECTRICAL_FIRE": [
            "more|rather|sort|kind like|of something|electrical electrical|plastic|rubber|burnt|hot|chemical|thing|one",
            "yes|yeah|yep to|on|about|for the? smoke|burning|fire|sparks|flames",
            "smoke|burning|fire|sparks|flames part|one|thing|smell? yes|yeah|yep|definitely",
            "more|rather|kind_of|sort_of like burnt|burning|hot|melted|melting? rubber|plastic|wires|wiring|insulation",
            "more|rather like|of an? electrical|plastic|rubber|chemical thing|one|kind|type",
        ],
    },
    smell=SMELL,
    alarm=ALARM,
    sounds=SOUNDS,
)
"""Enough anywhere in the answer to the safety question."""
_BY_ANOTHER = any_of(
    "{somebody} does|do|did|can|has|have|says_yes|said_yes",
    "{somebody} says|said|say yes|yeah|gas|smoke|propane|burning",
    "{somebody}|next_door|lady|man|guy smells|smell|sees|see|hears|hear it|that|something",
    "{somebody} does|do|did? say|says|said|thinks there is|was a|an|some|this ... {smell}|something",
    somebody="she|he|they|wife|husband|partner|girlfriend|boyfriend|fiance|mom|mother|dad|father|son|daughter|kids|"
    "kid|children|tenant|tenants|renter|renters|roommate|roommates|neighbor|neighbors|sister|brother|somebody|someone|"
    "guests|employees|staff",
    smell=SMELL,
)
""" "I don't but my wife does" answers yes, where nothing follows that is done."""
_AFTER_ANOTHER = wordset(
    "though too so thank you thanks much okay bye definitely sometimes now smell it please ma'am sir"
)
BEFORE_ANSWER = wordset(
    "yes yeah yep yup well i we there is are think a an the some little bit of just maybe like kind sort slight "
    "slightly strong faint do have smell see hear got it that could might may be know my even "
    "only definitely probably actually and also ma'am sir"
)
AFTER_ANSWER = wordset(
    "yes yeah i think please now right a little bit maybe too also smell at "
    "in my our the house home here anywhere around am not sure certain positive thank thanks you so much"
)

OWNED = frozenset(["have", "got"])
""" "We have a smoke detector" tells of no alarm."""
ONLY = frozenset(["just", "only"])


def senses_by_another(speech: Speech) -> bool:
    """Whether somebody else is said to smell, see or hear what was asked for: "I don't, but my wife does"."""
    if _BY_ANOTHER.absent(speech):
        return False
    return any(
        (found := _BY_ANOTHER.first(speech, clause.start, clause.end)) is not None
        and _AFTER_ANOTHER.issuperset(speech.words[found.end : clause.end])
        and not negated(speech, clause, found.start, found.end)
        for clause in clauses(speech)
    )

"""Pure. Whether the yes to the question about dangers is meant for it: "yes, my name is Ann" is not."""

from __future__ import annotations

from dialog_brain.understanding.language.clauses import clauses
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.matter.trade_words import SYMPTOMS, TROUBLED

_SIGNS: Phrases[bool] = Phrases(
    {
        False: [
            "gas|propane stove|furnace|heater|heat|range|oven|water_heater|hot_water|fireplace|grill|dryer|company|"
            "bill|boiler|appliances",
            "is|getting|gets|very|so|too|really hot|warm in|inside|upstairs|downstairs "
            "here|there|my|the|our|this|house?",
        ],
        True: [
            "smell|smells|smelling|smelled|smelt|smelly|odor|odors|odour|stink|stinks|stinky|stench|reeks|whiff|scent|"
            "fume|fumes|hiss|hisses|hissing",
            "burn|burns|burning|burnt|burned|smoke|smokes|smoking|smoky|smoldering|fire|fires|flame|flames|spark|"
            "sparks|sparking|arcing|melting|melted|scorched|singed|charred",
            "gas|propane|monoxide|co|c_o",
            "alarm|alarms|detector|detectors|beeping|beeps|chirping",
            "dizzy|headache|headaches|nauseous|lightheaded|nausea|faint|passed_out|pass_out",
            "hot to|wires|wire|outlet|outlets|breaker|panel|plug|wall|smell",
            "is|getting|very|so|too|really|red hot",
            "it|that|they|yes|yeah is|are? coming|comes from|out|off|through",
        ],
    }
)
_PLACES = any_of("it? is? right? in|near|by|behind|under|around|inside|outside|next_to|close_to|at the|my|our")
_OTHER_MATTER = any_of(
    *SYMPTOMS,
    "i|we need|want|would_like|am|are|was|were|have|have_got ... someone|somebody|appointment|visit|come|"
    "service|technician|plumber|calling|called|speak|talk|schedule|book",
    "i|we need|want|would_like|would_love to? just|go_ahead_and? "
    "set|set_up|do|get_it|get_that|get_this|get_someone|get_somebody|get_a|get_an|get_my|have|go_ahead|proceed",
    "i|we need|want|would_like|would_love that|it|this|one",
    "let us just? do|schedule|book|set|go_ahead|get_it|get_that|get_someone|get_somebody",
    "go ahead",
    "hot|warm|cold|freezing|miserable in|inside|upstairs|downstairs",
    "yes|yeah|yep|yea my|our|the|it_is_my|it_is_the? ac|a_c|air|air_conditioner|air_conditioning|ac_unit|thermostat",
    "set it|that|this|me|us|something up",
    "that|it would be great|good|nice|wonderful|perfect|fine|awesome",
    "that|it works|sounds",
    "hello|hi|calling|appointment|wondering|quote|estimate|customer",
    "i|we call|called",
    "i|we have|have_got|had|got a|an|my|our|the|some",
)
_YES = wordset("yes yeah yep yup yea sure oh well i we do there is are it does actually definitely")
_ECHOES = (("i", "do"), ("we", "do"), ("there", "is"), ("there", "are"), ("it", "does"), ("it", "is"))
"""Of "do you smell" and "is there": who answers with them has heard the question."""


def tells_another_matter(speech: Speech) -> bool:
    """Whether a trouble or a wish follows the yes: "yes, my basement is flooded", "yes I'd like an appointment"."""
    return _OTHER_MATTER.first(speech) is not None


def names_danger_sign(speech: Speech, name: tuple[int, int] | None) -> bool:
    """Whether anything in the turn answers the question about dangers beside its yes; `name`: the words of a name."""
    inside = range(*name) if name else ()
    if any(sign.meaning and sign.start not in inside for sign in _SIGNS.all(speech)):
        return True
    if _PLACES.first(speech) is not None and TROUBLED.first(speech) is None:
        return True
    first = clauses(speech)[0]
    words = speech.words[first.start : first.end]
    return words[-2:] in _ECHOES and _YES.issuperset(words)

"""Pure. What a language model is told when it is to word a line, and which facts of the call it may mention."""

from __future__ import annotations

from dialog_brain.flow.call import Call
from dialog_brain.understanding.matter.problem_words import UNNAMED
from dialog_brain.wording.chat import ChatMessage
from dialog_brain.wording.guard import Given, most_words
from dialog_brain.wording.lines import STATES, Asking

VOICE = (
    "You are {persona} of {business} ({trade}), on the telephone. Friendly, brisk and confident; not bubbly, not "
    "salesy, never more cheerful than the caller. {state} {purpose} Say what the line says, in other words that fit "
    "what is known. One question, at the end; before it at most one acknowledgement of five words or fewer, or none. "
    "Spoken language in plain words: no lists, no brackets, no exclamation marks, no digits. At most {words} words. "
    "Add nothing: no times, days, prices, names, promises, advice or causes. Never say how you work. Answer with the "
    "words to be spoken and nothing else."
)


def given_for(call: Call, row: tuple[str, ...]) -> Given:
    """What a wording of these sentences may say about this call."""
    facts = [call.profile.name]
    if call.agreed("customer_name"):
        facts += [call.slots.customer_name, call.slots.customer_name.split()[0]]
    if call.problem_spoken != UNNAMED:
        facts.append(call.problem_spoken)
    return Given(row, tuple(dict.fromkeys(facts)))


def wording_chat(call: Call, asking: Asking, given: Given) -> tuple[ChatMessage, ...]:
    """The chat that asks for a wording. Of what the caller said, only the facts of the call are in it."""
    profile = call.profile
    voice = VOICE.format(
        persona=profile.persona,
        business=profile.name,
        trade=profile.trade,
        state=STATES.get(call.state, ""),
        purpose=asking.purpose,
        words=most_words(given),
    )
    known = "; ".join(given.facts)
    return (ChatMessage("system", voice), ChatMessage("user", f"Known: {known}.\nThe line: {' '.join(given.row)}"))

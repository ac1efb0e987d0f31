"""Pure. The gateway's own sentences, for when the brain cannot speak."""

from __future__ import annotations

from collections.abc import Iterable

from calllock.contracts.business import BusinessProfile

FILLER = "One moment please."
"""Somebody is slow: the recognizer, the brain, the voice."""
FILLER_AGAIN = "Still working on it, one moment please."
"""And still is; the two take turns."""
APOLOGY = "Sorry, something is not working on our side. Please call again in a few minutes. Goodbye."
"""The brain is not there; the call ends after it. It promises nothing, as nobody is there to keep a promise."""
NOT_RECORDED = "Okay, this call is not recorded."
"""A caller has refused."""
UNKNOWN_NUMBER = "Sorry, this number is not in service. Goodbye."
"""A number that belongs to no business profile; spoken by Twilio."""
UNAVAILABLE = "Sorry, we can not take your call right now. Please call again in a few minutes."
"""No line is free and there is nobody to forward to; spoken by Twilio."""
VOICEMAIL = "Sorry, we can not take your call right now. Please leave a message."
"""The same, before the business's voicemail box; spoken by Twilio."""
FORWARDING = "One moment please, I will connect you."
"""Before a call that we cannot take is forwarded; spoken by Twilio, or by the line when the brain does not answer."""


def fixed_lines(profile: BusinessProfile, receptionist: Iterable[str]) -> tuple[str, ...]:
    """What can be rendered before any call, for one business; `receptionist`: the brain's sentences, as kept in a file.

    Their slots are `{business}`, `{area}` and `{expert}`; none of them depends on a caller.
    """
    greetings = (piece for greeting in profile.greetings() for piece in sentences(greeting))
    filled = (
        line.format(business=profile.name, area=profile.service_area.spoken, expert=profile.expert)
        for line in receptionist
    )
    return (FILLER, FILLER_AGAIN, APOLOGY, FORWARDING, NOT_RECORDED, *greetings, *profile.facts.values(), *filled)


def sentences(text: str) -> list[str]:
    """`text` and its sentences: a prompt may come whole or sentence by sentence."""
    parts: list[str] = []
    begin = 0
    for at, character in enumerate(text):
        if character in ".?!" and (at + 1 == len(text) or text[at + 1] == " "):
            parts.append(text[begin : at + 1].strip())
            begin = at + 1
    parts = [part for part in parts if any(map(str.isalnum, part))]
    return [text, *parts] if len(parts) > 1 else [text]

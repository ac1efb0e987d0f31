"""Pure. The one judge of every played call: is what the agent says true, and is what it does agreed to?

It knows the log and the business profile, not the flow's own state: what may be said comes from the
profile, from the backend's answers so far and from the caller's own slots. `faults_in` names every
sentence and every step that goes beyond them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from string import Formatter

from calllock.contracts import commands, events
from calllock.contracts.business import BusinessProfile
from calllock.contracts.message import Message
from dialog_brain.flow.lines import LINES
from dialog_brain.flow.step import INPUTS
from dialog_brain.fold import DECISIONS
from dialog_brain.understanding.understand import understand
from tests.conversations.consented import objection_to
from tests.conversations.known import Known
from tests.conversations.spoken_facts import facts

_HARMLESS = re.compile(
    r"call 911|(all )?five digits?|one digit at a time|one moment|first and last name|house number first"
    r"|for example, tomorrow morning, or thursday at two|which one|this one|the one on|help you today",
    re.IGNORECASE,
)
"""Numbers and times in our own words that claim nothing."""
_CLAIM = re.compile(
    r"\d|\$|\b(dollars?|cents?|percent|o'clock|free of charge|discount|guarantee\w*"
    r"|(mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|january|february|march|april|june|july|august|september|october|november|december|today|tomorrow|tonight"
    r"|morning|afternoon|evening|noon|midnight|minutes?|hours?|weeks?|within|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred)\b",
    re.IGNORECASE,
)
_UNSPEAKABLE = re.compile(
    r"transition|[\[\]{}<>*#_|]|\bNone\b|\bnull\b|,\s*[,.]|\bat [,.]|\bfor [,.]|  |\bon [,.]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened, and what was decided about it at once."""

    event: Message
    outputs: tuple[Message, ...]

    def of(self, kind: type[Message]) -> list[Message]:
        return [m for m in self.outputs if isinstance(m, kind)]


def steps_of(log: Sequence[Message]) -> list[Step]:
    """Everything that happened, each with what was decided about it, wherever that stands in the log."""
    causes = [m for m in log if not isinstance(m, DECISIONS)]
    decided_about = [place for place, message in enumerate(causes) if type(message) in INPUTS]
    outputs: list[list[Message]] = [[] for _ in causes]
    place = 0
    for message in log:
        if isinstance(message, DECISIONS):
            number = message.event_id.split(":")[1]
            place = decided_about[int(number) - 1] if number.isdecimal() else place
            outputs[place].append(message)
    return [Step(cause, tuple(decided)) for cause, decided in zip(causes, outputs, strict=True)]


def faults_in(log: Sequence[Message], profile: BusinessProfile) -> list[str]:
    """Every untrue sentence and every step that was not allowed, one line each; empty for an honest call."""
    known = Known(profile)
    faults: list[str] = []
    for step in steps_of(log):
        known.witness(step.event)
        for message in step.outputs:
            if isinstance(message, events.FieldsLearned):
                known.slots.update(message.fields)
        known.asked.update(m.tool for m in step.outputs if isinstance(m, events.ToolRequested))
        known.raised = known.raised or bool(step.of(events.EmergencyRaised))
        known.connecting = bool(step.of(commands.Transfer))
        faults += _bookings(step, known)
        faults += _danger(step)
        faults += _silent(step, known)
        for message in step.outputs:
            if isinstance(message, commands.SpeakPrompt):
                faults += _spoken(message, known)
            elif isinstance(message, events.StateEntered):
                known.state = message.state
            elif isinstance(message, events.ToolRequested):
                known.request(message)
            elif isinstance(message, commands.Transfer):
                faults += _given_away(message, step, known)
    return faults


def _spoken(prompt: commands.SpeakPrompt, known: Known) -> Iterator[str]:
    known.prompts[prompt.prompt] = prompt.sentences
    for sentence in prompt.sentences:
        template = _template_of(sentence, known)
        if template is None:
            yield f"not in the call's facts: {sentence!r}"
            continue
        known.say(prompt.prompt, template)
        if _UNSPEAKABLE.search(sentence):
            yield f"not speakable: {sentence!r}"
        if _CLAIM.search(_HARMLESS.sub("", _literal(template))):
            yield f"our own words claim a time, a price or a number: {sentence!r}"
        yield from (
            f"{why}: {sentence!r}" for pattern, true, why in _CLAIMS if pattern.search(template) and not true(known)
        )
    if prompt.expects is not None:
        known.expects = prompt.expects


def _literal(template: str) -> str:
    return " ".join(text for text, *_ in Formatter().parse(template))


_FIELDS: Mapping[str, tuple[str, ...]] = {
    sentence: tuple(name for _, name, *_ in Formatter().parse(sentence) if name)
    for sentences in LINES.values()
    for sentence in sentences
}
_SHAPES = {
    sentence: re.compile(re.sub(r"\\\{\w+\\\}", "(?:.*)", re.escape(sentence)), re.DOTALL) for sentence in _FIELDS
}


def _template_of(sentence: str, known: Known) -> str | None:
    """The words of ours that give this sentence when filled with facts of the call."""
    for template, fields in _FIELDS.items():
        if not _SHAPES[template].fullmatch(sentence):
            continue
        for values in product(*(facts(known, field) for field in fields)):
            if template.format(**dict(zip(fields, values, strict=True))) == sentence:
                return template
    return None


_CLAIMS = (
    (
        re.compile(
            r"all set|\b(is|are|it's|you're|have it) (booked|scheduled|confirmed)|booked for|see you", re.IGNORECASE
        ),
        Known.is_booked,
        "a booking that the backend did not confirm as wished or agreed",
    ),
    (
        re.compile(r"will call you(?!.*as soon as they can)|le va a llamar a", re.IGNORECASE),
        lambda known: known.succeeded("create_callback"),
        "a call is promised that the backend has not taken",
    ),
    (
        re.compile(
            r"as soon as they can|en cuanto pueda|(let me|i'll) (have|get) (a person|someone)|arrang|pass that on"
            r"|will confirm",
            re.IGNORECASE,
        ),
        lambda known: "create_callback" in known.asked,
        "a call is promised and no callback was requested",
    ),
    (
        re.compile(r"alerting our team|team will follow up", re.IGNORECASE),
        lambda known: known.raised,
        "an alert is claimed that was not raised",
    ),
    (
        re.compile(r"connect(ing)? you", re.IGNORECASE),
        lambda known: known.connecting,
        "nobody is being connected",
    ),
    (
        re.compile(r"nobody could pick up", re.IGNORECASE),
        lambda known: known.unanswered,
        "nobody was called",
    ),
    (
        re.compile(r"check the schedule|checking the schedule", re.IGNORECASE),
        lambda known: "book_service" in known.asked,
        "the schedule is not being asked",
    ),
    (
        re.compile(r"pull that up", re.IGNORECASE),
        lambda known: "lookup_caller" in known.asked,
        "nothing is being looked up",
    ),
)
"""What our own words claim, when that is true, and what is wrong otherwise."""


def _bookings(step: Step, known: Known) -> Iterator[str]:
    for request in step.outputs:
        if isinstance(request, events.ToolRequested) and request.tool == "book_service":
            why = objection_to(known, request.args, step.event)
            if why:
                yield f"booked without consent: {why}"


def _given_away(transfer: commands.Transfer, step: Step, known: Known) -> Iterator[str]:
    if known.raised:
        yield "connected in spite of a danger"
    if known.given_away:  # and again after a word of the caller, or a line that broke
        return
    known.given_away = True
    if transfer.to_number != known.profile.forward_number or not known.profile.is_open(known.now):
        yield f"connected with {transfer.to_number} though nobody is there"
    if not step.of(commands.SpeakPrompt):
        yield "connected without a word"


def _danger(step: Step) -> Iterator[str]:
    event = step.event
    if not isinstance(event, events.UtteranceHeard) or step.of(events.EventIgnored):
        return
    hazard = understand(event.text, "any", event.occurred_at).hazard
    if hazard is None or understand(event.text, "safety", event.occurred_at).hazard is None:
        return  # "do I smell gas? no" names none in answer to our question
    first = next((m for m in step.outputs if isinstance(m, commands.SpeakPrompt)), None)
    said = "" if first is None else " ".join(first.sentences).lower()
    leaves = "leave" in said or hazard == "HEALTH_RISK"
    if first is None or "911" not in said or not leaves:
        yield f"{hazard} was named and the instruction did not follow at once: {event.text!r}"
    elif first.interruptible:
        yield f"{hazard}: the instruction can be interrupted"


def _silent(step: Step, known: Known) -> Iterator[str]:
    active = step.of(commands.SpeakPrompt) or step.of(events.ToolRequested) or step.of(commands.HangUp)
    if active:
        return
    entered = [m.state for m in step.outputs if isinstance(m, events.StateEntered)]
    if entered:
        yield f"dead air on entering {entered[-1]}"
    event = step.event
    if step.of(events.EventIgnored) or known.over:
        return
    heard = isinstance(event, events.UtteranceHeard) and event.text.strip()
    if (heard or isinstance(event, events.SilenceNoticed | events.LineResumed | events.ToolSlow)) and not known.waiting:
        yield f"dead air after {type(event).__name__}"
    if isinstance(event, events.ToolAnswered) and not known.waiting:
        yield f"dead air after the answer of {event.tool}"

"""Pure. Which of the offered times a turn refuses by their hour or day: "nine is too early", "three won't work".

Only what plainly refuses strikes an offer. What raises a doubt alone ("three is nap time") is taken by nobody, and the
offers are read again; whatever agrees behind the refusal wins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from dialog_brain.understanding.answers.consent_words import BAD, SURE, TIMES
from dialog_brain.understanding.answers.objections import takes_after
from dialog_brain.understanding.language.calendar_words import HOURS, NAMED_DAYS
from dialog_brain.understanding.language.clauses import clauses
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import When
from dialog_brain.understanding.when.offers_fitting import fits
from dialog_brain.understanding.when.whens import heard_when

_OF_TIMES = frozenset(f"{NAMED_DAYS}|{HOURS}".split("|")) | wordset("thirty fifteen forty oh o'clock am pm")
_REFUSES = any_of(
    "will|would|does|is|are|do not going_to|gonna? work|do|suit|fit|good|possible|happening|great|ideal|for_me|for_us",
    "will|would|does|is|are|do not going_to|gonna? be? good|possible|great|ideal|work",
    "can|could not really|even|actually|ever|possibly? do|make|manage|swing|take|come",
    "can|could|will|would|am|are|is not be? home|here|around|available|there|free",
    "not|skip|scratch|except the|on|at|this|next? {times}",
    "too|way early|late|soon|far|long",
    "no good|way|chance",
    "{times} {times}? {times}? is|are|was|would_be|will_be|sounds|looks {sure}? a|an|the? {sure}? {bad}|problem",
    "{times} {times}? {times}? is|are|would_be|will_be kind_of|a_little|a_bit|a_little_bit|pretty|awfully|very|so|"
    "really early|late|soon|far",
    "bad|terrible|impossible for|on|day|time",
    bad=BAD,
    sure=SURE,
    times=TIMES,
)
_LEAVES_IT = wordset("only until till before after than wait mind care matter problem unless if enough")
"""With one of these a no is a bound, a condition or none: "I can't wait till Wednesday", "no problem"."""
_NOT_TOO = any_of("not too|so|that|very|really? early|late|soon|far|long")
_A_PROBLEM = any_of("is|are|was|would_be|will_be a|an|the? big|bit_of_a|real? problem")


def refused_offers(speech: Speech, wished: When | None, offers: Sequence[datetime], now: datetime) -> tuple[int, ...]:
    """The places, from 0, of the `offers` that are refused; an hour that is too early refuses those before it too.

    `wished`: what is heard of a time; "Tuesday but not at one" wishes for that day.
    """
    day_wished = wished is not None and wished.date is not None and wished.time is None
    local = [offer.astimezone(now.tzinfo) for offer in offers]
    ends_with_no = speech.words[-1:] == ("no",)
    refused = set[int]()
    for clause in clauses(speech):
        said = speech.cut(clause.start, clause.end)
        ends = len(speech.words) if ends_with_no else _refuses_until(said)
        if ends is None or takes_after(speech, clause.start + ends):
            continue
        for when in _times(said, now):
            if day_wished and when.time is not None:
                return ()
            refused.update(place for place, offer in enumerate(local) if _is_meant(when, offer, said))
    return tuple(sorted(refused))


def _refuses_until(said: Speech) -> int | None:
    """Where the refusal in a statement ends; None where there is none."""
    open_ = not _LEAVES_IT.isdisjoint(said.words) and _A_PROBLEM.first(said) is None
    found = None if open_ or _NOT_TOO.first(said) else _REFUSES.first(said)
    return None if found is None else found.end


def _times(said: Speech, now: datetime) -> Iterator[When]:
    """The times of a statement without the words that deny them."""
    start = 0
    for place in range(len(said.words) + 1):
        if place < len(said.words) and said.words[place] in _OF_TIMES:
            continue
        when = heard_when(said.cut(start, place), "time", now, []) if place > start else None
        if when is not None and (when.time or when.date):
            yield when
        start = place + 1


def _is_meant(when: When, offer: datetime, said: Speech) -> bool:
    if fits(when, offer):
        return True
    if when.time is None or when.date not in (None, offer.date()):
        return False
    named, at = when.time.hour % 12 or 12, offer.hour
    named = named + 12 if named < 7 else named
    return ("early" in said.words and at < named) or ("late" in said.words and at > named)

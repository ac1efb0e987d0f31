"""Pure. Which of the offered appointment slots the caller takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from dialog_brain.understanding.answers.consent import concludes_with_yes, heard_consent, held_up
from dialog_brain.understanding.language.calendar_words import MONTHS, WEEKDAYS
from dialog_brain.understanding.language.clauses import Clause, clauses
from dialog_brain.understanding.language.hesitations import fluent
from dialog_brain.understanding.language.phrases import Found, Phrases, any_of
from dialog_brain.understanding.language.words import Speech, hear, wordset
from dialog_brain.understanding.understood import When
from dialog_brain.understanding.when.offers_asked import asked_offers
from dialog_brain.understanding.when.offers_fitting import fits, of_its_week
from dialog_brain.understanding.when.offers_hindered import hinders, is_in_the_way, others_are_in, tells_otherwise
from dialog_brain.understanding.when.offers_ruled_out import (
    after_waiting,
    asks_otherwise,
    concluding,
    is_engaged,
    rules_out,
)
from dialog_brain.understanding.when.whens import heard_when

_ORDER: Phrases[int] = Phrases(
    {
        0: [
            "the first|1st one|option|slot|time|choice?",
            "first|1st one|option|slot|time|choice",
            "the earlier|sooner|former one|option|slot|time?",
            "earlier|sooner|former one|option|slot",
            "the? earliest|soonest one|option|slot|time?",
            "option|number one|1",
        ],
        1: [
            "the second|2nd|middle one|option|slot|time|choice?",
            "second|2nd|middle one|option|slot|choice",
            "the? one in the middle",
            "option|number two|2",
        ],
        2: ["the third|3rd one|option|slot|time|choice?", "third|3rd one|option|slot|choice", "option|number three|3"],
        -1: [
            "the later|latter|last|latest one|option|slot|time|choice?",
            "later|latter|last one|option|slot|choice",
            "latest",
        ],
    }
)
_ALONE: Phrases[int] = Phrases({0: ["first|1st"], 1: ["second|2nd"], 2: ["third|3rd"], -1: ["last|latter"]})
"""These count only where hardly anything else is said."""
_NO_OFFER_NEXT = wordset("thing things week weeks month half floor of street avenue")
_NO_OFFER_BEFORE = MONTHS.keys() | wordset("a an any anything something nothing no much bit little")
""" "The first thing in the morning", "March first" and "a later one" are none of the offered."""
_ANY = any_of(
    "either|whichever one|of_them|of_those? works?",
    "any one|of_them|of_those|works|is_fine|is_okay|will_do|time",
    "both work",
    "all|both|any|each|either of? the|those|them|these? three|two? work|works|are|is|will|would|sound",
    "not matter|mind|care",
    "you pick|choose",
)
_THAT = any_of(
    "that|this one|works|time",
    "that is fine|good|okay",
)
"""Enough where only one is offered."""
_ONE: Phrases[int] = Phrases(
    {1: ["the|that|this|either|whichever|any|which one", "one of", "all|both|any|each|either of? the|those? three|two"]}
)
"""Here "one" is no clock time."""
_OF_SEVERAL = wordset("earlier sooner later former latter")
""" "The earlier one" is another than the only one."""
_ASKED = any_of(
    "what|which one|time|slot|option|day|date? was|is the? first|second|third|last|earlier|earliest|sooner|"
    "soonest|later|latest|other",
    "what|which time|day|date",
)
""" "What was the first one again" takes none."""
_ASKING = any_of(
    "is|are|was|were|what|which|when|where|how|why|who|does|did|any|anything|anyone",
    "do|can|could|would|will|have you|they|it|that|he|she|this",
    "got any|anything",
)
"""A statement that begins so asks about the offers."""
_UNDECIDED = any_of(
    "let me|us ask|check|think|see|look|talk|call|find|get|grab",
    "have|need|want|got|like to ask|check|think|talk|see|look",
    "ask|check_with|talk_to my|the",
    "give|gimme me a|one",
    "a|one|just_a second|sec|moment|minute",
    "other|others|else|different",
    "anything|something|any|nothing|much|bit|little ... earlier|later|sooner",
)
_TO_CHECK = any_of(
    "let me|us just|first|quickly? ask|check|think|see|look|talk|call|verify|make_sure|double_check",
    "have|need|want|got|like to ask|check|think|talk|see|look|verify",
    "ask|check_with|talk_to my|the",
)
""" "Tuesday, I think, but let me check": only what is said after it is chosen. "Let me get a pen" checks nothing."""
_REFUSED = any_of(
    "none|neither of? them|those|these|either?",
    "not|never|hardly",
    "too early|late|soon|far|long",
    "no good|chance|way",
    "bad|terrible|impossible for|on|day|time?",
)
_CARELESS = any_of(
    "not matter|mind|care|picky|fussy",
    "why not",
)
_PERHAPS = wordset("maybe perhaps possibly")
_OPENING = wordset(
    "well okay so yeah yes sure hmm oh and but no or then actually maybe hey honey hon baby babe sweetie dear mom dad "
    "mommy daddy guys"
)
"""What may stand before a question, to us or to somebody else."""
_HEARD_US = wordset("okay alright all right thanks thank you sorry so bye then")
"""Behind a refusal these take nothing."""
_FEW_WORDS = 3


def choose(speech: Speech, offers: Sequence[datetime], now: datetime) -> int | None:
    """Which of the `offers` the caller takes, by its place from 0; None when none, or when it could be several.

    Whoever asks about a slot, refuses it or needs to think has taken none: a slot that is taken is booked at once.
    """
    if not offers or _ASKED.first(speech) is not None or asks_otherwise(speech) or _ends_with_no(speech):
        return None
    if "otherwise" in speech.words[1:]:  # "the first one if possible, otherwise the second"
        speech = speech.cut(0, speech.words.index("otherwise", 1))
    speech = after_waiting(_checked(speech))
    if (held_up(speech) and not concludes_with_yes(speech)) or not _PERHAPS.isdisjoint(speech.words):
        return None
    decided = _decided(speech)
    local = [offer.astimezone(now.tzinfo) for offer in offers]
    if "or" in decided.words:
        middle = decided.words.index("or")
        sides = (decided.cut(0, middle), decided.cut(middle + 1, len(decided.words)))
        each = [_taken(side, local, now) for side in sides]
        if _ANY.first(decided) is not None and each != [None, None]:
            return each[0] if each[0] is not None else each[1]
        if None not in each:
            return each[0] if heard_consent(fluent(sides[1]), "confirm") == "yes" else None
    taken = _settled(decided, local, now)
    if taken is None or _conditioned(speech, decided, local[taken], now) or _hindered(speech, local, taken, now):
        return None
    return None if rules_out(_refusing(speech), local[taken], now) else taken


def _ends_with_no(speech: Speech) -> bool:
    """ "Three, no"."""
    return speech.words[-1:] == ("no",) and len(speech.words) > 1


def _settled(decided: Speech, offers: list[datetime], now: datetime) -> int | None:
    """The offer that is taken where several of the offered days may be named."""
    taken = _taken(decided, offers, now)
    if taken is None or _ANY.first(decided) is not None:
        return taken
    counts = concluding(decided, offers[taken], offers)
    return taken if counts is decided else None if counts is None else _taken(counts, offers, now)


def _hindered(speech: Speech, offers: list[datetime], taken: int, now: datetime) -> bool:
    """Whether what is said after the choice keeps the caller from it: "Wednesday, but I can't"."""
    for clause in reversed(clauses(speech)):
        said = speech.cut(clause.start, clause.end)
        if hinders(said, offers[taken], now):
            return True
        drops = _asks(speech, clause) or declines(speech, clause) or _HEARD_US.issuperset(said.words)
        if not drops and (_taken(said, offers, now) is not None or others_are_in(said)):
            return False
    return False


def _refusing(speech: Speech) -> list[Speech]:
    return [speech.cut(clause.start, clause.end) for clause in clauses(speech) if declines(speech, clause)]


def _checked(speech: Speech) -> Speech:
    """What is said after the last thing that the caller means to check."""
    checks = [clause.end for clause in clauses(speech) if _TO_CHECK.first(speech, clause.start, clause.end) is not None]
    return speech.cut(checks[-1], len(speech.words)) if checks else speech


def _conditioned(speech: Speech, decided: Speech, offer: datetime, now: datetime) -> bool:
    """Whether what is beside the choice asks for something else of it: "Thursday's fine, but can it be after three"."""
    if decided.words == speech.words:
        return False
    if _counted(decided) is None and any(_is_too_early(speech, clause) for clause in clauses(speech)):
        return True
    when = heard_when(speech, "time", now, [(found.start, found.end) for found in _ONE.all(speech)])
    return when is not None and when.date in (None, offer.date()) and not fits(when, offer)


def _is_too_early(speech: Speech, clause: Clause) -> bool:
    said = speech.cut(clause.start, clause.end)
    return WEEKDAYS.keys().isdisjoint(said.words) and asked_offers(said) == "later"


def _decided(speech: Speech) -> Speech:
    """The statements that could take a slot, without those that ask, refuse or put off."""
    parts = [
        speech.cut(clause.start, clause.end)
        for clause in clauses(speech)
        if not _asks(speech, clause) and not declines(speech, clause)
    ]
    return Speech(
        tuple(word for part in parts for word in part.words),
        tuple(raw for part in parts for raw in part.raw),
        tuple(stop for part in parts for stop in part.stops),
    )


def _asks(speech: Speech, clause: Clause) -> bool:
    begins = clause.start
    while begins < clause.end and speech.words[begins] in _OPENING:
        begins += 1
    if _ANY.first(speech, begins, clause.end) is not None:
        return False
    return begins < clause.end and _ASKING.at(speech, begins, clause.end) is not None


def declines(speech: Speech, clause: Clause) -> bool:
    """Whether a statement refuses, puts off or tells of something else, so that it takes no offer."""
    if _UNDECIDED.first(speech, clause.start, clause.end) is not None or is_engaged(speech, clause):
        return True
    told = tells_otherwise(speech.cut(clause.start, clause.end)) or is_in_the_way(speech, clause)
    if told and not concludes_with_yes(speech):
        return True
    refused = _REFUSED.first(speech, clause.start, clause.end) is not None
    return refused and _CARELESS.first(speech, clause.start, clause.end) is None


def _taken(speech: Speech, offers: list[datetime], now: datetime) -> int | None:
    """The offer that these words take."""
    ordered = _counted(speech)
    when = _said(speech, now, [*_ONE.all(speech), *([ordered] if ordered else [])], max(offers))
    fitting = None if when is None else [place for place, offer in enumerate(offers) if fits(when, offer)]
    if fitting == [] or (when is not None and when.wishes and fitting is not None and len(fitting) == 1):
        return fitting[0] if fitting else None
    among = range(len(offers)) if fitting is None else fitting
    if ordered is not None:
        return _in_order(speech, offers, among, ordered)
    if _ANY.first(speech) is not None:
        return among[0]
    agreed = heard_consent(fluent(speech), "confirm") == "yes" or _THAT.first(speech) is not None
    return 0 if agreed and len(offers) == 1 and among else None


def _counted(speech: Speech) -> Found[int] | None:
    """ "The second one", and "second" where it is nearly all that was said."""
    found = _ORDER.first(speech)
    if found is None and len(speech.words) <= _FEW_WORDS:
        found = _ALONE.first(speech)
    return None if found is None or _loose(speech, found) else found


def _loose(speech: Speech, found: Found[int]) -> bool:
    before, after = speech.words[: found.start][-1:], speech.words[found.end :][:1]
    if before == ("no",) and (speech.words[found.start] == "the" or speech.stops[found.start - 1]):
        before = ()  # "no, the second one"
    return not (_NO_OFFER_BEFORE.isdisjoint(before) and _NO_OFFER_NEXT.isdisjoint(after))


def names_offer(text: str, offers: Sequence[datetime], now: datetime) -> int | None:
    """Which of the `offers` that were passed over before `text` takes after all: one that it names, no mere "yes"."""
    speech = hear(text)
    taken = choose(speech, offers, now)
    if taken is None or counting(speech, len(offers)):
        return taken
    when = heard_when(speech, "time", now, [])
    return taken if when is not None and when.date == offers[taken].astimezone(now.tzinfo).date() else None


def counting(speech: Speech, offers: int) -> list[tuple[int, int]]:
    """The words that count through so many offers, where they are no date: "either, maybe the first"."""
    found = [*_ORDER.all(speech), *_ALONE.all(speech)]
    return [(each.start, each.end) for each in found if each.meaning < offers and not _loose(speech, each)]


def _said(speech: Speech, now: datetime, counted: Sequence[Found[int]], last: datetime) -> When | None:
    """The day and time of the turn, or the days that it rules out; who only rules out has chosen nothing yet."""
    when = heard_when(speech, "time", now, [(found.start, found.end) for found in counted], When(date=last.date()))
    if when is None or (when.soonest and not (when.date or when.time or when.part)):
        return None
    return of_its_week(when, speech)


def _in_order(speech: Speech, offers: list[datetime], among: Sequence[int], found: Found[int]) -> int | None:
    by_time = sorted(among, key=offers.__getitem__)
    word = speech.words[found.start + 1 if speech.words[found.start] == "the" else found.start]
    if word in _OF_SEVERAL and len(offers) == 1:
        return None
    if word in ("later", "latest", "earlier", "earliest", "sooner", "soonest"):
        return by_time[found.meaning]
    return among[found.meaning] if found.meaning < len(among) else None

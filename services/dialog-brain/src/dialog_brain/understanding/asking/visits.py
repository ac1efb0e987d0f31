"""Pure. What callers ask about their visit, and what they wish of the person who comes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from dialog_brain.understanding.language.calendar_words import NAMED_DAYS
from dialog_brain.understanding.language.clauses import clauses
from dialog_brain.understanding.language.family import FAMILY
from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import AboutVisit, Expected

_WHO = (
    "he|she|they|you|him|her|them|someone|somebody|the_tech|the_technician|technician|tech|the_guy|the_plumber|"
    "your_guy|your_tech|your_technician|the_driver|whoever_comes|whoever"
)
_TELL = "call|text|ring|phone|message|notify|warn|buzz|contact|calls|texts|rings"
_COMING = (
    "come|comes|coming|arrive|arrives|arriving|here|outside|close|near|nearby|on_the_way|on_my_way|on_his_way|"
    "on_her_way|on_your_way|on_their_way|head_out|head_over|heading_over|heading_out|leave|leaving|get_here|gets_here|"
    "show_up|en_route|pull_up|running_late|late"
)
_PETS = "dog|dogs|cat|cats|puppy|puppies|kitten|kittens"
_WAYS_IN = "gate|door|access|entry|alarm|security|building|garage|keypad|call_box|callbox|lockbox|lock_box|garage_door"
_ABOUT: Phrases[AboutVisit | Literal["told"]] = Phrases(
    {
        "asked": [
            "i|we am|are booked|scheduled|confirmed",
            "what_time|what_day|what_date|which_day ... again",
            "am|are i|we|you ... booked|set|scheduled|confirmed|all_set|on_the_schedule|on_the_calendar|down_for",
            "is|was it|that|this|everything|my_appointment|the_appointment|the_visit ... booked|set|scheduled|"
            "confirmed",
            "is|was it|that|this|my_appointment|my_visit|the_appointment|the_visit at|on|for? {day}",
            "did|have you|y'all|i|that|it ... book|booked|schedule|scheduled|confirm|confirmed|go_through|gone_through",
            "when|what_time|what_day|what_date|which_day|how_soon ... {who} ... coming|come|arrive|arriving|show_up|"
            "here|there",
            "how_long till|until|before ... {who} .. {coming}",
            "how_long|how_fast|how_quick|how_quickly|how_soon ... {who} to? get|gets|come|comes|be|arrive|arrives "
            "here|out|over|there|to",
            "when|what_time|what_day|what_date|which_day ... expect",
            "when|what_time|what_day|what_date|which_day is|was|will|would|might that|it|this|the|my|our ... again|for|"
            "appointment|visit|booking|be?",
            "what_time|what_day|what_date|which_day|when again|did_you_say|did_we_say",
            "what_time on|for? {day}",
            "what times|time|hours|slots|openings do|did|would you|y'all|they guys? have|got|offer",
            "what|which times|slots|openings are|is there|open|available",
            "do|would|will i|we need|have|be_expected? to? be|stay|wait here|home|there|around all|the|that ...",
            "is that|it|this a? window|range|exactly|exact|ballpark_time",
            "is that|it|this in_the? morning|early or in_the? afternoon|late|later",
            "will|would that|it|this be in_the? morning|afternoon|early|late",
            "what is|was|are the|my|that time|day|date",
            "you|he|she|they are|is|will_be coming|here|there on|at|this? {day}",
            "that|it is for|on this|next? {day}",
        ],
        "cancelled": ["cancel|cancels|canceling|cancelling|canceled|cancelled"],
        "wished": [
            "{tell} ... before|when|once|if|as {who} .. {coming}",
            "{tell} me|us instead|rather ... when|before|once|if|as {who} .. {coming}",
            "{tell} ... before {coming}",
            "{tell} my|our {family} at|on? ... when|before|once|if|as {who} .. {coming}",
            "{tell} me|us before",
            "{tell} me|us? ahead|first|beforehand|prior|on_arrival|upon_arrival|outside",
            "{tell} ... minutes|hour|minute ... before|ahead|prior|out|away|beforehand",
            "text|texts|message me|us",
            "if|when|in_case something|anything|a_spot|a_slot|an_opening|a_time opens|comes|frees|becomes "
            "up|available|open? earlier|sooner|before_that|before_then? {tell}? me|us?",
            "{tell} me|us if|when|in_case something|anything|a_spot|a_slot|an_opening|a_time opens|comes|frees|becomes "
            "up|available|open? earlier|sooner|before_that|before_then?",
            "put|add|have me|us|my_name down? on|to a|the|your? list|waitlist|wait_list|waiting_list|cancellation_list "
            "... sooner|earlier|opens_up|cancels",
            "put|add|have me|us|my_name down? on|to a|the|your? waitlist|wait_list|waiting_list|cancellation_list",
            "let me|us know ... when|before|once|if ... {who} .. {coming}",
            "give|gives|giving|shoot|send|drop me|us|him|her ... warning|notice|heads_up|head_up|text|message",
            "give|gives me|us|him|her a call|ring|shout|buzz ... when|before|once|if {who} .. {coming}",
            "give|gives me|us|him|her a call|ring|shout|buzz ... ahead|beforehand|on_the_way|on_your_way|on_his_way",
            "knock|honk on|at|loud|loudly|hard|first|twice|when|before",
            "ring|use|press the|my|our? ... bell|doorbell|door|gate|entrance|driveway|elevator|stairs|buzzer",
            "come|enter|go|walk around|through|in|to|by|up ... back|side|front|rear|garage|gate|alley",
            "park|parks|parking in|on|at|behind|by|next_to ...",
            "bring|brings|wear|wears|carry|carries a|an|the|his|their|your|some|shoe|boot|extra",
            "take off his|their|your|the ... shoes|boots",
            "take his|their|your|the ... shoes|boots off",
            "watch|look|watching out? for the|my|our ... dog|dogs|cat|cats|step|steps|kids",
            "careful of|with|about|around the|my|our",
        ],
        "told": [
            "{tell} her|him|them at|on ...",
            "{tell} my|our {family} at|on ...",
            "{ways_in} code|codes|combination|pin|number is|are|will_be|should_be|would_be|has_changed",
            "code|combination for|to the|my|our? {ways_in}",
            "there is a|an|the ... lockbox|lock_box|gate|{pets}",
            "key|keys is|are|will_be ... under|in|on|with|behind",
            "it|unit|heater|furnace|tank|panel|valve|shutoff|meter|machine|system is|are up|down|out|back? "
            "in|on|under|behind|inside the|my|our|a "
            "garage|attic|basement|roof|closet|crawl_space|crawlspace|backyard|back_yard|laundry_room|utility_room|shed",
            "i|we have|got|have_got a|an|two|three|some|the|our|my ... {pets}",
            "my|our|the {pets} is|are|do|does|will|may|might|can|jump|jumps|bark|barks|bite|bites",
            "you|he|she|they need|needs|will_need|would_need a|an ... ladder",
            "i|we need|want|will_need|would_need|would_like|require|have_to_have a|an? ... invoice|receipt",
            "send|email|mail|text|get|give me|us? a|an invoice|receipt",
            "send|email|mail the|your|that|any? invoice|bill|receipt out? to|in_my|in_our|by",
            "bill|invoice me|us|my|our|the company|office|landlord|husband|wife|not|directly|later|instead",
            "the|my|our tenant's|renter's|wife's|husband's|son's|daughter's|roommate's|neighbor's|manager's name is",
            "her|his|their name is",
            "the|my|our tenant|renter is|will_be called|named|there|home",
        ],
    },
    who=_WHO,
    tell=_TELL,
    family=FAMILY,
    coming=_COMING,
    pets=_PETS,
    ways_in=_WAYS_IN,
    day=f"{NAMED_DAYS}|tonight",
)
_OBJECTING = wordset("no nope wait sorry actually but")
_LEADING = wordset(
    "but and also please just can could would will may might you he she they him her them the your tech technician guy "
    "someone somebody to have has get tell ask make makes sure remind do does not be is i we want need like so"
)
""" "But can you please have him" belongs to what is wished."""
_JOINING = wordset("but and also")


class VisitSaid(NamedTuple):
    """What a turn says about the visit, and the words of what is wished of the person who comes."""

    about: AboutVisit | None
    wishes: list[tuple[int, int]]

    def beside(self, wish: tuple[int, int] | None) -> VisitSaid:
        """With one wish more, if there is one; in words that are in another wish already there is none."""
        if wish is None:
            return self
        known = any(start <= wish[0] and wish[1] <= end for start, end in self.wishes)
        apart = [(start, end) for start, end in self.wishes if end <= wish[0] or wish[1] <= start]
        return self if known else VisitSaid(self.about or "wished", sorted([*apart, wish]))


NOTHING_OF_THE_VISIT = VisitSaid(None, [])
OF_THE_VISIT = _ABOUT.beginnings
"""Without any of these words nothing is said of the visit."""


def heard_visit(speech: Speech) -> VisitSaid:
    """Whether the caller asks about the visit, or wishes something of the person who comes."""
    if _ABOUT.absent(speech):
        return NOTHING_OF_THE_VISIT
    about: AboutVisit | None = None
    wishes: list[tuple[int, int]] = []
    for start, end in _statements(speech):
        found = _ABOUT.first(speech, start, end)
        if found is None or speech.words[found.end - 1 : found.end + 1] == ("first", "thing"):
            continue
        if speech.words[found.end - 1] == "before" and found.end < end:  # "call me before noon"
            continue
        if found.meaning in ("asked", "cancelled"):
            about = about or found.meaning
        else:
            begins, leading = found.start, _LEADING if found.meaning == "wished" else _JOINING
            while begins > start and speech.words[begins - 1] in leading:
                begins -= 1
            wishes.append((begins, end))
    return VisitSaid("wished" if wishes else about, wishes)


def _statements(speech: Speech) -> Iterator[tuple[int, int]]:
    """The statements, each with the "when" and "before" that belong to it."""
    found = clauses(speech)
    for place, clause in enumerate(found):
        if place and _goes_on(speech.words[clause.start : clause.end]):
            continue
        goes_on = place + 1 < len(found) and _goes_on(speech.words[found[place + 1].start : found[place + 1].end])
        yield clause.start, found[place + 1].end if goes_on else clause.end


def _goes_on(words: tuple[str, ...]) -> bool:
    """ "Call before you come, when you leave", "call her, not me"."""
    return words[0] == "when" or words[:2] in _NOT_WHOM


_NOT_WHOM = tuple(("not", whom) for whom in ("me", "us", "him", "her", "them"))


def tells_whom_we_meet(speech: Speech, asked: Expected, name: int, wishes: list[tuple[int, int]]) -> bool:
    """ "The tenant's name is Ann Lee" names whom we shall meet, unless it is said with a no to what was read back."""
    here = asked == "time" or (asked == "confirm" and not _OBJECTING.issuperset(speech.words[:1]))
    return here and any(start <= name < end for start, end in wishes)


def without_wishes(speech: Speech, said: VisitSaid) -> Speech:
    """The rest of a turn: "yes, but call before you come" answers yes. All of it where nothing else was said."""
    if not said.wishes:
        return speech
    kept = [place for place in range(len(speech.words)) if not any(a <= place < b for a, b in said.wishes)]
    if not kept:
        return speech
    words, raw, stops = (tuple(row[place] for place in kept) for row in (speech.words, speech.raw, speech.stops))
    return Speech(words, raw, stops)

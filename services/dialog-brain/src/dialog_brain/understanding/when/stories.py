"""Pure. Times of what a caller tells before being asked for one: "the furnace goes off at ten every night"."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import DAYS_OF_THE_WEEK
from dialog_brain.understanding.language.clauses import Clause
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset

_WISHING = wordset(
    "need needs needed want wants wanted like love prefer please can could would you hoping looking rather schedule "
    "scheduled book booked appointment appointments available availability opening openings free home someone somebody "
    "anyone anybody send tech technician reschedule how ideal ideally good best better fine great okay convenient "
    "calling"
)
"""With one of these a time is wished for."""
_HAPPENS = any_of(
    "{thing} .. {happens}",
    "{thing} is|are|stays|gets|feels|reads ... by|at|around|until|during",
    "{thing} is supposed|going|expected to",
    "my|our|his|her|their|the ... flight|plane|train|bus|ride|wedding|party|funeral is|are|leaves|lands|takes_off",
    "my|our|his|her|their|the ... flight's|plane's|train's|bus's|ride's|wedding's|party's|funeral's",
    "company's|guests|company ... coming|come|comes|arrive|arrives|arriving",
    "my|our|his|her|their ... arrive|arrives|arriving|get_here|gets_here|get_in|gets_in|wakes|comes|coming",
    "the? {place} closes|close",
    "we|i close|are_closing|am_closing on the|our|my",
    f"every|each night|day|morning|afternoon|evening|weekend|{DAYS_OF_THE_WEEK}",
    thing="it|ac|a_c|air|air_conditioner|conditioner|heat|heater|furnace|unit|system|boiler|thermostat|pump|alarm|"
    "detector|breaker|fan|compressor|blower|toilet|drain|sink|faucet|pipe|disposal|water|pressure|house|room|upstairs|"
    "downstairs|temperature|temp",
    happens="goes|cuts|turns|shuts|kicks|trips|resets|bangs|runs|gets|acts|works|starts|stops|comes|quits|drops|leaks|"
    "freezes|makes|keeps|chirps|chirped|beeps|beeped|tripped|hits|reaches|clicks|rattles|hums|blows|smells|smelled|"
    "dies|fails|overflows|backs|floods|drips|wakes|climbs|rises",
    place="store|shop|restaurant|bank|mall|kitchen|bar|pharmacy",
)
"""What goes on by itself."""


def is_of_a_story(speech: Speech, clause: Clause) -> bool:
    """Whether the times of a statement are those of what goes on: a machine's, or somebody's who is to come."""
    wishes = not _WISHING.isdisjoint(speech.words[clause.start : clause.end])
    return not wishes and _HAPPENS.first(speech, clause.start, clause.end) is not None

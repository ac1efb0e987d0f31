"""Pure. Dangers that are not there: gone weeks ago, only supposed, of another house, or what we are to test for."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.danger.broken_parts import is_broken_part
from dialog_brain.understanding.danger.burned_gas import is_only_burned, is_unknown
from dialog_brain.understanding.danger.harmless_words import LONG_AGO, WEEKS_AGO
from dialog_brain.understanding.danger.played_down import is_played_down
from dialog_brain.understanding.danger.questions_back import only_asks
from dialog_brain.understanding.language.clauses import Clause, negated
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset

_AT_FIRST = any_of("first|first_time ... turned|switched|started|fired|kicked|ran|used|lit")
_OVER: Phrases[Literal["gone", "explained", "denied"]] = Phrases(
    {
        "gone": [
            "gone away?",
            "went|faded away",
            "cleared up|out",
            "aired out",
            "stopped|disappeared|vanished|dissipated",
            "fixed|repaired|replaced|sealed|resolved|taken_care_of",
        ],
        "explained": [
            "bad|dead|low|faulty|old|dying|weak|expired battery|batteries|sensor|detector|unit|alarm",
            "battery|batteries|sensor was|were|went? just? bad|dead|low|faulty|old|dying|weak|expired",
            "needed a? new? battery|batteries",
        ],
        "denied": ["not ... anymore|any_more|longer", "not ... since|since_then"],
    }
)
_WHAT_IS_OVER = wordset(
    "and but it that this they the smell odor smoke fumes alarm beeping burning is has was had all just then now "
    "already since completely on its own after smelled happened come came have a only out turned be leak line valve "
    "guy guys company plumber technician tech man gas you he she somebody someone for"
)
""" "It stopped", not "the furnace stopped"; "it's gone now", not "gone to work"."""
_THERE_STILL = wordset("still again back today tonight keeps since")
_THERE_NOW = any_of(
    "i|we|can smell|see|hear",
    "smells|smelling|reeks|stinks|beeping|sounding",
    "there is a|an|some|this",
)
_CLEARED = any_of(
    "{crew} ... found|find|found_absolutely|detected|saw|got|smelled nothing|no|none|zero",
    "{crew} ... not find|found|detect|get|see anything|any|a|one",
    "{expert} ... says|said|swears it|that is normal|harmless|safe|fine|nothing",
    "all clear",
    "is|are|were|said|perfectly|totally safe to be|stay|go|return|use|come|live",
    "perfectly|totally|completely|we_are|was_all safe",
    "his|her|their|the|a meter|sniffer|gadget|tester and|then? he|she|they? said|says|found|got ... "
    "no|not|none|nothing|clear",
    "came|come back ... ... ... all zeros",
    "cleared us|the_house",
    "zero everywhere|all_over|across|throughout|carbon_monoxide|monoxide|readings",
    "read|reads|reading|readings|showed|tested|came_back zero|zeros|normal|clean|clear|negative",
    "is|has|been|have_been|worked|works|working|ran|runs|run|was "
    "lovely|fine|great|good|perfect|quiet|okay|wonderful|normal|perfectly|just_fine|beautifully "
    "since|ever_since",
    "not had|been|smelled|heard|seen a|any|one|it? problem|trouble|thing|peep|problems|beep|whiff? since",
    "not a|one? problem|peep|beep|whiff|trouble since",
    "all good|fine|fixed|set|okay|safe|taken_care_of|clear|better now|here|since",
    "{crew} ... been|came and gone|went",
    "aired|cleared ... out and fine|good|gone",
    "{dish} and|then|so the|that|our|my thing|alarm|detector|one ... ... ... ... ... quit|stopped|hushed|quieted",
    "{crew} .. .. "
    "tightened|replaced|capped|fixed|repaired|sealed|swapped|reattached|cleared|red_tagged_and_fixed|signed_off",
    dish="steak|steaks|bacon|toast|burger|burgers|fish|roast|pancakes|chops|chicken|fajitas|bread|pizza|supper|dinner",
    expert="plumber|electrician|sweep|gas_man|gas_company|inspector|fire_department|technician|tech",
    crew="fire_department|firemen|firefighters|fireman|fire_guys|gas_company|gas_man|gas_guy|gas_people|utility|county|"
    "city|inspector|electrician|plumber|they|fire_marshal|super|landlord|maintenance|guy",
)
"""What who came to look said of it, or how it has been since."""
_AND_YET = wordset("still again back keeps worse another today tonight stronger")
_WHETHER_WE_TEST = any_of(
    "do|can|could|would|will you|y'all|they|your guys|folks|all|people|technicians|techs? also|even|ever? "
    "test|check|inspect|look|handle|offer|measure|do for|at? that|it|those|this|them",
    "is that|this|it something|anything|part you|your|of",
)
_BESIDE_A_TOPIC = wordset(
    "hi hello hey yes yeah so okay well and what how about the a for testing test tests check checks detection "
    "inspection inspections question leak leaks"
)
_SUPPOSED = any_of(
    "if i|we|it|that|this|there|they|anybody|anyone|somebody|someone|something was|were|had|smelled|smelt|saw|"
    "heard|felt",
    "i|we|you would definitely|probably|surely|certainly|sure? smell|see|hear|notice|know|have_smelled|"
    "have_noticed|have_heard|have_seen ... if",
    "say|suppose|supposing i|we|you|somebody|someone did? ever|were_to",
)
_WE_WOULD = any_of(
    "i|we|you would definitely|probably|surely|certainly|sure|not? not|have|be? call|called|calling|know|known|"
    "smell|smelled|see|seen|hear|heard|notice|noticed|leave|left|leaving|get|gotten|run|dial|dialed|phone|"
    "evacuate|evacuated|outside|gone|out|on|talking|asking|here|sitting",
    "would|should i|we call|phone|ring|dial|leave",
)
""" "If it were a gas leak I'd call 911"; but not "I'd like to know if it was gas"."""
_ELSEWHERE: Phrases[bool] = Phrases(
    {
        True: [
            "{acquainted} of_mine|of_ours? once|just|also? had|got|smelled|smelt|saw|heard ... ... at|in|over_at "
            "her|his|their own|old|other|new? place|house|home|apartment|condo|townhouse|building|basement|garage",
            "{acquainted} of_mine|of_ours? had|got|smelled|smelt|saw|heard ... ... once|one_time|a_while_back",
            "{acquainted} of_mine|of_ours? once had|got|smelled|smelt|saw|heard",
            "{acquainted} of_mine|of_ours? who|that once? had",
            "{acquainted} ... had|got her|his|their|all ... alarm|alarms|detector|detectors|furnace|house|stove|boiler",
            "read|saw|seen|heard a|an|this|some|that|the ... paper|papers|newspaper|magazine|news",
            "watched|watching|saw|seen|read|reading a|an|this|some|that? "
            "movie|film|show|story|article|documentary|episode|program|video|clip",
            "{acquainted} ... hit|cut|nicked|broke|had|got ... ... once|one_time|a_while_back|years_ago",
            "facebook|internet|youtube|tiktok",
        ],
        False: ["like|as|how|way ... ... on|from facebook|internet|youtube|tiktok"],
    },
    acquainted="friend|friends|friend's|coworker|colleague|cousin|buddy|buddies|boss|aunt|uncle|sister|brother|mom|"
    "mother|dad|father|daughter|son|parents|somebody_i_know|someone_i_know|guy_i_know|lady_i_know|relative|in_laws",
)
_MAY_BE_OVER = any_of(
    "neighbor|neighbors|neighbor's|guy|people|lady|house next_door? had ... leak|leaks|fire|fires|monoxide|explosion",
    "had|was|were a|an|this|some|big|small? gas|electrical? leak|fire|explosion in|on|at|down|across|up "
    "the|our|my {outside} ... yesterday|last_night|last_week|ago|the_other_day|the_other_night",
    "yesterday|last_night|last_week ... had|was a|an|this|some|big|small? gas|electrical? leak|fire|explosion "
    "in|on|at|down|across|up the|our|my {outside}",
    outside="street|road|block|corner|neighborhood|alley|neighbor's|next_door|building_next_door",
)
"""Of another house or of the street, and past: it may have come here, and is asked for once more."""
_WOULD = wordset("would should")
_SUPPOSES = wordset("if say suppose supposing")
_HERE_OR_NOW = wordset("my mine's our here me us today tonight now still this morning just currently right")


def is_supposed(speech: Speech, clause: Clause) -> bool:
    """Whether a statement only says what would be: "if it were a gas leak I'd call 911", "I'd smell it if it was"."""
    words = speech.words
    if _WOULD.isdisjoint(words) or _SUPPOSES.isdisjoint(words) or _WE_WOULD.first(speech) is None:
        return False
    return _SUPPOSED.first(speech, clause.start, clause.end) is not None


def is_elsewhere(speech: Speech, clause: Clause) -> bool:
    """Whether a statement tells of somebody else's house, and of what was: "my friend had a gas smell at her place"."""
    found = _ELSEWHERE.first(speech, clause.start, clause.end)
    if found is None or not found.meaning:
        return False
    begins_another = speech.words[found.end - 1] == "once" and found.end < clause.end
    return not begins_another and _HERE_OR_NOW.isdisjoint(speech.words[found.start : clause.end])


def is_doubtful(speech: Speech, start: int, end: int) -> bool:
    """Whether the danger from `start` to `end` is only asked about, or was of another house, or is what one burns."""
    of_others = any(told.start <= start and end <= told.end + 1 for told in _MAY_BE_OVER.all(speech))
    untold = is_only_burned(speech, start, end) or is_unknown(speech, start, end) or is_broken_part(speech, start, end)
    return of_others or untold or is_played_down(speech) or only_asks(speech, start, end)


def is_long_over(speech: Speech, clause: Clause) -> bool:
    """Whether a statement says of what was days ago that it is gone: "gone now", and nothing that it is back."""
    if _was_then(speech, clause):
        return True
    over = _OVER.first(speech, clause.start, clause.end)
    if over is None or (over.meaning != "denied" and negated(speech, clause, over.start, over.end)):
        return False
    words = speech.words
    if not _WHAT_IS_OVER.issuperset((*words[clause.start : over.start], *words[over.end : clause.end])):
        return False
    long_ago = LONG_AGO.first(speech) or WEEKS_AGO.first(speech) or _AT_FIRST.first(speech)
    present = _THERE_NOW.first(speech) or not _THERE_STILL.isdisjoint((*words[: over.start], *words[over.end :]))
    return long_ago is not None and not present


def _was_then(speech: Speech, clause: Clause) -> bool:
    """Whether a statement only says of what was told that it was long ago: "we had a gas leak. Years ago."."""
    words = speech.words
    only = _THEN.issuperset(words[clause.start : clause.end]) and _THERE_STILL.isdisjoint(words)
    return only and LONG_AGO.first(speech, clause.start, clause.end) is not None


_THEN = wordset("that it was is oh a few couple many some ten twenty of years months ago last year winter summer like")


def cleared_at(speech: Speech) -> int:
    """The word at which it is said that somebody looked, and that all has been well since; -1 if it is not."""
    return next((found.start for found in _CLEARED.all(speech) if _stays_clear(speech, found.start, found.end)), -1)


def _stays_clear(speech: Speech, start: int, end: int) -> bool:
    """Whether nothing is told behind it of a danger that is there again."""
    if "never" in speech.words[start:end] or not _AND_YET.isdisjoint(speech.words[end:]):
        return False
    return _THERE_NOW.first(speech, end) is None


def is_told_of_then(speech: Speech, clause: Clause) -> bool:
    """Whether a statement tells of months ago, or of another house."""
    return LONG_AGO.first(speech, clause.start, clause.end) is not None or is_elsewhere(speech, clause)


def is_only_topic(speech: Speech, clause: Clause, start: int, end: int) -> bool:
    """Whether a danger is all that a statement names, and the next asks whether we test for it."""
    if clause.end >= len(speech.words) or _WHETHER_WE_TEST.at(speech, clause.end) is None:
        return False
    return _BESIDE_A_TOPIC.issuperset((*speech.words[clause.start : start], *speech.words[end : clause.end]))

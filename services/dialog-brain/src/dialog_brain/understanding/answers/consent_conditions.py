"""Pure. The conditions that a yes is put under: "yes, if it's free" books nothing, for nobody can promise it.

Nor does one that has to wait for somebody: "yes, but I have to ask my wife first", "book it once he agrees".
"""

from __future__ import annotations

from dialog_brain.understanding.answers.consent_words import FILLER_WORDS, PEOPLE
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset

_CONDITIONS = any_of(
    "if|unless|assuming|provided|providing|except",
    "as|so long as",
    "on the? condition",
    "depending|contingent|conditional on|upon",
    "{then} {whoever} .. agree|agrees|approve|approves|okay|okays|sign|signs|confirm|confirms|decide|decides|"
    "say|says|give|gives|let|lets|hear|hears",
    "{then} {whoever} .. get|gets|call|calls back to? me|us",
    "{then} i|we .. know|talked|spoken|asked|checked|find_out|have|{ask} ... {people}|the|him|her|them|how|what",
    "{then} you|y'all know|tell|told|have|find_out ... price|cost|total|estimate|time|how|what",
    "book|schedule|do|set|reserve it|that|this up? when|once|after|until {people}|he|she|they",
    "i|we will|would|do|still|really|just|also? {bound} .. {ask} ... "
    "{people}|them|him|her|somebody|someone|first|calendar|schedule",
    "with|to|by {people} first",
    "{people}|{whose}|he|she|they still|first|just|also|really? {must} .. agree|approve|okay|ok|sign|sign_off|"
    "authorize|consent|accept|be_asked|be_okay|be_fine|be_on_board",
    "{people}|{whose} still|first|just|also|really? {must} .. decide|say|check|confirm|weigh|think|talk",
    "{people} decides|makes|make the|all|all_the|those|these|such? decisions|decision|call|calls?",
    "{people} has|have not agreed|approved|decided|said|answered|signed",
    "up to {people}",
    "call|ask|text|check_with|talk_to {people} to|and|so confirm|approve|agree|okay|make_sure|see",
    "{people} is|are the one|ones who|that decides|decide|makes|make|handles|handle|says|say|owns|own|pays|pay",
    "is {whose}|his|her|their decision|call|choice",
    "need|needs|need_to_get|have_to_get|got_to_get|get|require|requires {whose}|his|her|their "
    "approval|permission|okay|ok|consent|blessing|signature|authorization",
    "pending|subject_to|awaiting|waiting_on|waiting_for {people}|{whose}|his|her|their|approval",
    must="has_to|have_to|needs_to|need_to|must|should|ought_to|got_to|has_got_to|have_got_to|will_have_to|"
    "would_have_to|will_need_to|would_need_to|wants_to|is_got_to|are_got_to",
    whose="|".join(f"{each}'s" for each in PEOPLE.split("|")),
    then="once|after|until|till|when|whenever|as_soon_as",
    whoever=f"i|we|he|she|they|{PEOPLE}",
    people=PEOPLE,
    bound="have_to|need_to|got_to|gotta|have_got_to|want_to|must|should|better|had_better|ought_to|like_to",
    ask="check|ask|talk|speak|consult|confirm|discuss|run|clear|see|look|verify",
)
_COURTESIES = any_of(
    "if you all? please|like|want|wish|prefer|say_so|insist|must|will|would|could|can|may|do_not_mind|think_so",
    "if you all? would|could|can|want_to be_so_kind|please|do_that|do_it|book_it|book_that|manage_that|"
    "swing_that|arrange_that",
    "if you are sure|certain|willing|okay_with_that|able_to",
    "if you would|do not mind me_asking?",
    "if you have|got|have_got ... open|free|available",
    "if i|we am|are not home|here|there?",
    "if so|not|possible|anything|need_be|needed|necessary|available",
    "if i|we can|may|have_to|must|do",
    "if that|it|this is still? open|available|there",
    "if anything|something else? opens|opens_up|comes_up|frees_up|changes sooner|earlier?",
    "if that|it|this is fine|good|okay|alright|all_right|cool|possible|convenient|easier|best|easiest "
    "with|by|for|to? you|everyone|everybody|y'all|me|us?",
    "if that|it|this is all|what|how|when|where|no_trouble|no_bother|no_problem|not_a_problem|not_a_bother|"
    "not_too_much_trouble|not_trouble",
    "if that|it|this is all|what|the_earliest|the_soonest|the_best|the_first|the_only|the_next|the_quickest "
    "time|one|thing|opening|appointment? that? you|y'all|they have|got|can|have_got do|get|offer?",
    "if that|it|this is the earliest|soonest|best|first|only|next|quickest|closest|latest|last|time|one|way",
    "if it|that is all the_same to|with you|y'all?",
    "if that|it|this is your|y'all's|the first|next|earliest|soonest|best|only|quickest|closest "
    "opening|slot|time|appointment|spot|one|availability|available",
    "if that|it|this works|suits for|with? you|everybody|y'all?",
)
"""What only sounds like a condition: politeness, and the offer itself ("if that's the earliest you have")."""
_ASKING = wordset("please like want wish prefer must will would could can may it that")
"""With more after them these are no courtesy: "if you can come before noon"."""
_MAY_FOLLOW = FILLER_WORDS | wordset("yes yeah yep yup sure okay")
"""After a courtesy these add nothing to it."""
_REPORTING = wordset("know wonder wondering see check ask asking hear remember tell care even what as mind")
"""Before "if" these report a question, or take the condition away: "even if it costs more"."""


def conditional(speech: Speech) -> bool:
    """Whether anything in the turn is said under a condition that the caller puts."""
    for found in _CONDITIONS.all(speech):
        if found.start and speech.words[found.start - 1] in _REPORTING:
            continue
        if not courtesy_end(speech, found.start):
            return True
    return False


def courtesy_end(speech: Speech, place: int) -> int:
    """Where a courtesy that begins with word `place` ends; 0 when none does."""
    courtesy = _COURTESIES.at(speech, place)
    return 0 if courtesy is None or _goes_on(speech, courtesy.end) else courtesy.end


def _goes_on(speech: Speech, end: int) -> bool:
    if speech.words[end - 1] not in _ASKING or end == len(speech.words) or speech.stops[end - 1] not in ("", "-"):
        return False
    return speech.words[end] not in _MAY_FOLLOW

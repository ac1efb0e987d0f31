"""Pure. What words and fixed phrases do in an answer; read by `consent_judgements.py`."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.answers.consent_words import FILLER_WORDS, SLOTS, TIMES
from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import wordset

Part = Literal["agree", "disagree", "no", "denial", "knowing", "doubt", "plain", "unknown"]
"""agree, disagree: a judgement; no: one that no denial turns around; denial: turns what follows around; knowing: with
a denial a doubt ("I don't know"), without one nothing."""

_AGREE = wordset(
    "yes yeah yep yup yea yeap affirmative true right correct accurate factual fact facts truth truthful valid proper "
    "good fine great perfect okay alright wonderful excellent awesome fantastic lovely ideal cool amazing "
    "terrific nice brilliant splendid beautiful marvelous fabulous superb helpful lifesaver convenient suitable "
    "satisfactory sensible sense acceptable agreeable reasonable happy glad pleased thrilled delighted satisfied "
    "concur content relief blessing pleasure works suits fits helps agree agreed agreement accept accepted approve "
    "approved confirm confirmed appreciate love doable preferable favor legit legitimate verified verify yessir "
    "bingo ok worthwhile useful outstanding exact precise spot interested comfortable likes loves "
    "pleases grateful delightful stellar manageable workable bearable tolerable decent solid grand groovy epic "
    "phenomenal incredible magnificent impeccable flawless viable fitting ready willing eager keen granted "
    "permission consent authorize authorized permit allow welcome beneficial desirable neat necessary needed "
    "affordable fair flexible satisfying agreeing accord correctly rightly perfectly exactly precisely"
)
_DISAGREE = wordset(
    "false wrong incorrect invalid fake untrue inaccurate falsehood lie mistake mistaken mistakes error errors "
    "negative negatory bad terrible awful horrible inconvenient impossible unacceptable ridiculous nonsense "
    "baloney disagree disagreed decline declined declining refuse refused refusing reject rejected rejecting "
    "oppose opposed object denied deny dislike hate doubt doubtful doubts unlikely improbable problem problems issue "
    "issues trouble conflict complaint complaints complain objection objections objecting mind unhappy bogus "
    "misspelled misheard bother inconvenience pass passing nonstarter dealbreaker veto lousy rubbish garbage bull "
    "crap wack outdated expensive worse worst worries busy unavailable lies lying incorrectly wrongly crazy "
    "insane absurd hesitate hesitation argue argument skip skipping unable conflicts clash clashes steep pricey "
    "costly overpriced outrageous excessive rotten crummy poor sucks stinks upset sad unfortunate misunderstood "
    "misunderstanding misread elsewhere backwards erroneous change changes changing opposite botched messed screwed "
    "flawed misinterpreted joke robbery ripoff"
)
_DOUBTS = wordset(
    "maybe perhaps possibly might may unsure undecided uncertain either whether if unless depends depend likely "
    "probable both wonder wondering until before first last yesterday ago previously used"
)
WORDS: dict[str, Part] = {
    **dict.fromkeys(wordset("sure certain positive know understand tell remember following clear hear"), "knowing"),
    **dict.fromkeys(wordset("decide decided"), "knowing"),
    **dict.fromkeys(wordset("not never without neither nor nothing none nobody hardly"), "denial"),
    **dict.fromkeys(wordset("no nope nah nay naw"), "no"),
    **dict.fromkeys(_DISAGREE, "disagree"),
    **dict.fromkeys(_AGREE, "agree"),
    **dict.fromkeys(_DOUBTS, "doubt"),
}
PREFIXES = ("un", "in", "im", "dis", "ir")
""" "Improper", "unhelpful": a word of agreement with a denial before it."""
DENIED_BY_NO = wordset(
    "way chance need reason longer question part good use sense problem problems issue issues trouble conflict "
    "conflicts complaint complaints complain objection objections inconvenience doubt mistake mistakes error errors "
    "lie bother argument hesitation change changes worse worries questions"
)
"""Things: of "no problem" the no denies the problem, in "no wrong street" it answers."""
QUESTION_WORDS = wordset(
    "what who when where why how whose is are do does did can could would will should am was were have has"
)
_ABOUT_THE_ANSWER = (
    "news home house address place "
    "money budget funds time schedule calendar shift anybody someone somebody days "
    "answer response statement reply questions information info details detail part option choice plan idea deal ai "
    "assistant robot case point price fee cost rate charge offer quote estimate window arrangement command commands "
    "text texts texting texted message messages digit digits letter letters spelling "
    "instruction instructions request task manner opinion conversation call job fact vote promise guarantee"
)
_VERBS = (
    "proceed proceeding move moving forward continue own keep spell spelled "
    "is of are am be been being was were will would should can must has have had does did do got get gets gotten makes "
    "made make checks think believe feel guess suppose reckon consider find seems sounds looks seem sound look appears "
    "appear feels happens looked sounded seemed telling calling hope wish swear assure go help bet reading reads read "
    "heard give gives put say saying says said ask asked pay paying book booking schedule scheduling want wanted take "
    "happen happening fly work need care done going doing suit fit come living cut recall meant requested signed "
    "ordered mean meaning intend afford attend commit manage swing understood understanding interpret interpreted "
    "searching means giving see hear notice find "
    "looking turns turned tells like write pronounce"
)
_SMALL = (
    "i we it that this they you which all everything these those them him her me us to a an the my your our his mine "
    "ours one ones thing things there here anything anyone any every single name for about on in from at with by as so "
    "out up along down end side very hard much most just indeed also way too quite pretty rather bit little lot more "
    "less "
    "well again still even only let big huge resounding such though ever sort kind some yet whole point completely "
    "available free "
    "hundred percent 100 please sir ma'am sorry but afraid plain dead damn darn darned freaking bloody heck hell shit "
    "highway dammit goddammit dang oops ugh jesus christ gosh world earth planet gonna"
)
PLAIN = (
    wordset(f"{_SMALL} {_VERBS} {_ABOUT_THE_ANSWER}")
    | FILLER_WORDS
    | wordset(f"{SLOTS}|{TIMES}".replace("|", " ").replace("_", " "))
)
"""Words that decide nothing, and that an answer may have; words in "ly" are as plain."""
UNITS: Phrases[Part] = Phrases(
    {
        "plain": [
            "the? first|last one|slot|time|option|appointment|opening|available",
            "i|we? have? changed my|our mind",
            "good morning|afternoon|evening|day|question|bye|lord|god|gosh|grief|heavens|gracious",
            "right now|away|here|there|next",
            "please check it|this|that",
            "do not worry|forget|be|quote",
            "it is not like",
            "you know",
            "thank you so_much|very_much|kindly?",
            "thanks a_lot|so_much|a_bunch?",
        ],
        "doubt": [
            "you do not have|got anything|something|any|one|nothing",
            "no idea|clue|preference|matter|opinion",
            "not have? an|any|the|that? idea|clue|preference|opinion|answer|information",
            "not care",
            "your guess",
            "i know right",
            "you do not say",
            "have|had a? question",
            "he|she|they|somebody|someone said|says|told|thought|promised",
            "can|could not say|tell|decide",
            "not up to",
            "unable|not_able to say|tell|decide|answer",
            "neither yes nor no",
            "i|we did|do|could|can not really|quite? hear|catch|get|follow|understand",
            "it can not wait",
            "let me|us think|check|see|look|ask|get|find|grab|write",
            "need|have|got|want|should|better to? check|ask|verify|double_check|think",
        ],
        "no": ["uh|nuh|unh uh|unh"],
        "agree": [
            "no? yeah|yep no yeah|yep",
            "a good|great|perfect|fine day|morning|afternoon|evening",
            "say no more",
            "no|not_a|could_not_have_gotten_it_any better",
            "not miss|forget ... thing|anything|it",
            "not have a|much|any choice",
            "go ahead",
            "no more? questions|concerns",
            "book it|that|me",
            "just book",
            "you have? got? it|everything|that all|right|down?",
            "can not wait",
            "nothing|not to correct|change|fix|add",
            "not need|have|want to? change|fix|add|correct",
            "not have anything|plans going_on|planned|scheduled",
            "not change|fix|add",
            "is not that the? truth|right|great|something",
            "i|we am|are good|okay|fine|set|all_set|cool|happy with|by|to|for|about",
        ],
        "disagree": [
            "never mind|you_mind",
            "the? exact|complete|total|very opposite",
            "no way no_how",
            "do|us not bother",
            "call|called|calling|calls it|everything? off",
            "is|are|was|be|looks|sounds|seems|way|bit|little|totally|completely off",
            "i|we am|are booked|tied_up|swamped|all_booked",
            "different|other opinion",
        ],
        "unknown": ["i|we am|are good|okay|fine|cool|set|all_set", "booked"],
    }
)
"""Phrases that are not what their words come to."""

"""Pure. What words and fixed phrases do in an answer; read by `consent_judgements.py`."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.consent_words import FILLER_WORDS, SLOTS, TIMES
from dialog_brain.understanding.phrases import Phrases
from dialog_brain.understanding.words import wordset

Part = Literal["agree", "disagree", "no", "denial", "deed", "knowing", "doubt", "plain", "unknown"]
"""agree, disagree: a judgement; denial: turns what follows around; deed: decides nothing unless it is denied ("I never
said that"); knowing: with a denial a doubt, without one nothing."""

_AGREE = wordset(
    "yes yeah yep yup yea yeap affirmative true right correct accurate factual fact facts truth truthful valid proper "
    "good fine great perfect okay alright wonderful excellent awesome fantastic lovely ideal cool amazing "
    "terrific nice brilliant splendid beautiful marvelous fabulous superb helpful lifesaver convenient suitable "
    "satisfactory sensible sense acceptable agreeable reasonable happy glad pleased thrilled delighted satisfied "
    "content relief blessing pleasure works suits fits helps agree agreed agreement accept accepted approve "
    "approved confirm confirmed appreciate love doable preferable favor legit legitimate verified verify yessir "
    "bingo ok worthwhile useful outstanding exact precise spot interested available free comfortable likes loves "
    "pleases grateful delightful stellar manageable workable bearable tolerable decent solid grand groovy epic "
    "phenomenal incredible magnificent impeccable flawless viable fitting ready willing eager keen granted "
    "permission consent authorize authorized permit allow welcome beneficial desirable neat necessary needed "
    "affordable fair flexible satisfying correctly rightly agreeing perfectly exactly precisely"
)
_DISAGREE = wordset(
    "false wrong incorrect invalid fake untrue inaccurate falsehood lie mistake mistaken "
    "error negative negatory bad terrible awful horrible inconvenient impossible unacceptable ridiculous nonsense "
    "baloney disagree disagreed decline declined declining refuse refused refusing reject rejected rejecting "
    "oppose opposed object denied deny dislike hate doubt doubtful unlikely improbable problem problems issue "
    "issues trouble conflict complaint complain objection objections objecting mind unhappy bogus misspelled "
    "misheard bother inconvenience pass passing nonstarter dealbreaker veto lousy rubbish garbage bull crap wack "
    "outdated expensive worse worst off busy unavailable lies lying incorrectly wrongly crazy insane absurd "
    "hesitate hesitation argue argument skip skipping unable conflicts clash clashes steep pricey costly "
    "overpriced outrageous excessive rotten crummy poor sucks stinks upset sad unfortunate misunderstood "
    "misunderstanding misread elsewhere backwards erroneous change changes changing opposite botched messed screwed flawed misinterpreted"
)
_DEEDS = wordset(
    "say said ask asked pay paying book booking schedule scheduling want wanted take happen happening fly work "
    "need care do done going doing suit fit make come living cut recall meant requested request signed ordered "
    "mean meaning intend afford attend manage swing"
)
_KNOWING = wordset("sure certain positive know understand tell remember following clear hear decide decided")
_DOUBTS = wordset(
    "maybe perhaps possibly might may unsure undecided uncertain either whether if unless depends depend likely "
    "probable both wonder wondering until before first last yesterday ago previously used"
)
_PARTICLES = wordset("no nope nah nay naw")
WORDS: dict[str, Part] = {
    **dict.fromkeys(_KNOWING, "knowing"),
    **dict.fromkeys(_DEEDS, "deed"),
    **dict.fromkeys(wordset("not never without neither nor nothing none nobody hardly"), "denial"),
    **dict.fromkeys(_DISAGREE, "disagree"),
    **dict.fromkeys(_AGREE, "agree"),
    **dict.fromkeys(_PARTICLES, "no"),
    **dict.fromkeys(_DOUBTS, "doubt"),
}
DENIED_BY_NO = (_AGREE | _DISAGREE | wordset("way chance need reason longer question part")) - wordset(
    "yes yeah yep yup yea yeap"
)
ASKS = wordset("what who when where why how whose is are do does did can could would will should am was were have has")
RELATIVES = wordset("what how who where")
SUBJECTS = wordset("i we you he she they it that this")
PREFIXES = ("un", "in", "im", "dis", "ir")
PLAIN = (
    wordset(
        "i we it that this they you which who all everything these those them him her me us of is are am be been "
        "being will would should can must has have had does did to the a an my your our his answer response "
        "statement reply questions information info details detail one ones thing things part saying "
        "telling think believe feel guess suppose reckon consider find seems sounds looks seem sound "
        "look appears appear feels happens for about on in from at with by as well so very much most just indeed "
        "also way heck hell world there here please sir ma'am too quite pretty rather bit little lot "
        "more less anything got get gets makes made checks out option choice plan idea deal ai assistant robot "
        "hundred percent 100 up along side end again still even only let big huge such case point every "
        "single any anyone calling name though hope afraid wish ever like completely sort kind mine ours plain "
        "dead damn darn freaking bloody sorry yet gonna whole earth planet bet swear promise guarantee assure go "
        "help vote price fee cost rate charge offer quote estimate window arrangement reading reads read "
        "heard down give gives put but was were gotten understood interpret interpreted understanding command "
        "commands instruction instructions request task manner searching looking resounding turns turned shit dammit "
        "goddammit dang oops uhh ugh jesus christ gosh darned information these neither some out just sounded looked "
        "seemed opinion saying says tells conversation call job"
    )
    | FILLER_WORDS
    | wordset(f"{SLOTS}|{TIMES}".replace("|", " ").replace("_", " "))
) - _DOUBTS
UNITS: Phrases[Part] = Phrases(
    {
        "plain": [
            "the? first|last one|slot|time|option|appointment|opening|available","good morning|afternoon|evening|day|question|bye", "right now|away|here|there|next", "you know"],
        "doubt": [
            "no idea|clue|preference|matter|opinion",
            "not have? an? idea|clue|preference|opinion",
            "not care",
            "your guess",
            "i know right",
            "have|had a? question",
            "can|could not say|tell|decide",
            "unable|not_able to say|tell|decide|answer",
            "neither yes nor no",
            "let me|us think|check|see|look|ask|get|find|grab",
        ],
        "agree": [
            "no? yeah|yep no yeah|yep",
            "no more",
            "is not that the? truth|right|great|something",
            "i|we am|are good|okay|fine|set|all_set|cool|happy with|by|to|for|about",
        ],
        "disagree": [
            "never mind|you_mind",
            "no way no_how",
            "not bother",
            "i|we am|are booked|tied_up|swamped|all_booked",
            "different|other opinion",
        ],
        "unknown": ["i|we am|are good|okay|fine|set|all_set", "booked"],
    }
)
"""Phrases that are not what their words come to."""

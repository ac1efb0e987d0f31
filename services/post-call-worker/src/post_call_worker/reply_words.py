"""Pure. The words of answers to a page, in tables: a row for each way to say so.

A row is a pattern over words as `replies` writes them: small letters, no accents, one space between all words and
marks. Rows that take an emergency, and those of what may stand beside them, must follow one another to the end
without a rest. Rows that pass it on need only begin a clause, for a reason may follow.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

PAGE_BEGINS = "emergency ,"
OPT_OUT = frozenset({"stop", "stopall", "unsubscribe", "cancel", "end", "quit", "help", "info", "start"})
"""Twilio answers these by itself; they are about the number, not about the call."""

_VERBS = r"(?:be|call|cover|do|get|go|grab|handle|head|swing|take)\b"
SPELLINGS: tuple[tuple[str, str], ...] = (
    ("i'm", r"i am|im|i m|we're|we are"),
    ("i'll", rf"i will|ill(?= {_VERBS})|we'll|we will|i can|we can|imma|ima|i'm gonna|i'm going to(?= {_VERBS})"),
    ("i've", r"ive|i have|we've|we have"),
    ("can't", r"cant|cannot|can not|can ' t|i can't|we can't"),
    ("won't", r"wont|will not|i'll not|i won't"),
    ("don't", r"dont|do not"),
    ("what's", r"whats|what is|wats|what are"),
    ("it's", r"its|it is"),
    ("?", r"(?:[!.] )*\?(?: [!?.])*"),
    (",", r"[,.;!:\u2026()*-]|\N{EM DASH}|\N{EN DASH}|and|then|so|y(?= (?:salgo|voy))"),
)
"""What else is written for what; an earlier row is done with before a later one begins."""

_IT = r"(?:(?:this|that|the) (?:call|job|one|emergency)|care of (?:it|this)|it|this|that|them|him|her|em)"
_NOW = r"(?: (?:right )?(?:now|away)| asap| immediately| soon| shortly)"
_NUMBER = r"(?:[1-9]|[1-5]\d|60|ten|fifteen|twenty|thirty)"
_RANGE = rf"(?:(?:about|around|like|roughly|maybe|under|less than) )?{_NUMBER}(?:-\d\d| to \d\d)?"
_LASTING = (
    rf"(?:{_RANGE} (?:m|min|mins|minute|minutes)|(?:about )?(?:an|half an|a half|half a|1|one) (?:hour|hr))"
    r"(?: or so)?(?: (?:out|away|max|tops))?"
)
"""An hour at most: whoever comes later is not on the way."""
_IN_TIME = rf"(?: (?:(?:with)?in )?{_LASTING}| in {_RANGE})"
_HOUSE = r"(?:the|her|his|their) (?:house|home|place|address|job|site|customer|caller)"
_THERE = rf"(?: (?:right )?(?:over(?: there)?|there|that (?:way|direction)|by|up there|down there)| to (?:it|{_HOUSE}))"
_OUT = r"(?: (?:right )?out(?: (?:there|the door))?)"
_CALLER = r"(?:them|him|her|(?:the )?(?:customer|caller|client|homeowner|lady|guy))"
_SOMEBODY = r"(?:someone|somebody|a tech|a guy|my guy|my tech|the crew|one of my guys)"
_I_AM = r"(?:i'm )?(?:already |just )?"
_I_WILL = r"(?:i'll |will |can |should )"
_WHEN = rf"{_NOW}?{_IN_TIME}?"

YES: Mapping[str, str] = {
    "yes": r"(?:yes|yeah)(?: sir| ma'am| boss| i'll(?= ,|$)| i do)?|y|yess|ye|yep|yup|yea|ya|yah|yessir",
    "ok": r"o ?k+|okay+|okey|oke|oki|kk?|okie dokie|alright(?:y)?|all right|aight|fine|o , k",
    "surely": r"sure(?: thing)?|for sure|of course|absolutely|definitely|certainly|you bet|bet",
    "heard": r"roger(?: that)?|wilco|copy(?: that)?|10-4|10 4|ten(?: ,)? four|will do|understood|gotcha|you got it",
    "accepts": rf"(?:i )?(?:accept|confirm)(?: {_IT})?|accept(?:ed|ing)|confirm(?:ed|ing)|ack|acknowledged?",
    "in the affirmative": r"affirm(?:ative)?|sounds good|count me in|i'm in|i'll(?= ,|$)",
    "no trouble": r"np|(?:no|not a) (?:problem|prob|probs|issue|sweat|trouble)",
    "in Spanish": r"si(?: senora?)?|claro(?: que si)?|vale|dale|listo|de acuerdo|esta bien|entendido|por supuesto",
    "a mark": (
        r"[\N{THUMBS UP SIGN}\N{OK HAND SIGN}\N{WHITE HEAVY CHECK MARK}\N{HEAVY CHECK MARK}\N{SALUTING FACE}"
        r"\N{HUNDRED POINTS SYMBOL}\N{BALLOT BOX WITH CHECK}]"
    ),
}
"""Yes to what was asked last: to the page, unless they have said no to it."""

TAKES: Mapping[str, str] = {
    "has it": rf"(?:i |we |i've )?(?:got|took|claimed|grabbed) {_IT}|i've {_IT}|claim(?:ed|ing)?",
    "theirs": r"(?:(?:it's|that's|this|this is|this one|this one is|this one's) )?mine|my call",
    "takes it": rf"{_I_AM}(?:taking|handling|covering|grabbing|on) {_IT}{_NOW}?|(?:i|i do) take {_IT}",
    "will take it": (
        rf"{_I_WILL}(?:take|get|grab|handle|cover|do|deal with|respond to) {_IT}{_NOW}?"
        rf"|{_I_WILL}be (?:taking|handling|on) {_IT}{_NOW}?"
    ),
    "responds": rf"{_I_AM}(?:responding{_NOW}?|available(?: now)?)|{_I_WILL}respond{_NOW}?",
    "will go": (
        rf"{_I_WILL}(?:go|come|head|drive|swing|roll)(?:{_THERE}|{_OUT})?{_WHEN}"
        rf"|{_I_WILL}(?:be )?leav(?:e|ing)(?:{_NOW}|{_IN_TIME})"
    ),
    "will be there": (
        rf"{_I_WILL}(?:be|get) (?:right )?(?:there|over|on (?:my|our|the) way){_WHEN}"
        rf"|be (?:right )?(?:there|over){_WHEN}|(?:right )?there(?:{_NOW}|{_IN_TIME})"
    ),
    "is on the way": (
        rf"{_I_AM}(?:on (?:my|our|the) way|omw|otw|en ?route|on route|heading|headed)(?:{_THERE}|{_OUT})?{_WHEN}"
    ),
    "is going": rf"{_I_AM}(?:(?:going|coming|rolling)(?:{_THERE}| out there)?|driving{_THERE}){_WHEN}",
    "leaves": (
        rf"{_I_AM}leaving(?: (?:here|home|the house|my house|the shop|the office))?(?:{_NOW}|{_IN_TIME})"
        rf"|{_I_AM}leaving (?:the|my) house|{_I_AM}out the door{_NOW}?"
    ),
    "says when": rf"(?:my )?eta(?: is)?(?: ,)?(?:{_IN_TIME}| {_RANGE}| \d?\d:\d\d(?: ?[ap] ?m)?| \d?\d ?[ap]m)",
    "calls the caller": rf"{_I_AM}calling {_CALLER}(?: back)?{_NOW}?|{_I_WILL}call {_CALLER}{_NOW}?|calling now",
    "sends somebody": rf"(?:i'm )?(?:sending|dispatching) {_SOMEBODY}{_THERE}?{_NOW}?",
    "in Spanish": (
        r"(?:ya |yo )*(?:voy|vamos|salgo)(?: (?:ya|ahora(?: mismo)?|para alla|en camino|saliendo|llegando))*"
        r"(?: en \d\d?(?: min| minutos)?)?"
        r"|(?:(?:ya )?(?:estoy |voy )?)?en camino|(?:yo )?(?:lo|la) (?:tomo|agarro|atiendo)|yo me encargo"
    ),
}

_JOB = (
    r"(?:address|number|phone|name|code|gate|location|unit|apartment|apt|zip|directions|details|info|door|key|dogs?"
    r"|gas|leak|leaking|smell|water|alarm|911|fire|department|hurt|sick|outside|inside|safe|valve|meter|breaker|kids"
    r"|baby|house|street)"
)
_ABOUT_IT = (
    r"(?:the|a|an|their|her|his|customer's|caller's|they|she|he|it|there|you|me|i|still|have|has|had|send|text"
    r"|know|any|anyone|anybody|everyone|everybody|what|where|cross|main|is|are|been|call|called|shut|turned|off|out"
    r"|at|of|or|to|in|exact|please|pls|again)"
)
_ASKS = (
    r"(?:what's|what|which|where's|where|how|is|are|was|did|does|do|has|have|any|need|i need"
    r"|(?:(?:can|could|will) you |please |pls )?(?:send|text|give))"
)

TELLS_BESIDES: Mapping[str, str] = {
    "a stop": r",|but|pero",
    "politeness": r"thanks|thank you|thx|ty|gracias|sorry(?: for the (?:delay|wait))?|oh",
    "a greeting": r"hey|hi|hello|good (?:evening|morning|afternoon)|buenas(?: noches| tardes)?",
    "whom they speak to": r"boss|sir|ma'am|man|bro|dude|chief|guys|jefe",
    "gladness": r"good|great|perfect|cool|done|excellent|bueno|no worries|don't worry",
    "where they are": r"(?:i'm )?(?:close(?: by)?|nearby|around the corner|not (?:too )?far(?: away)?)",
    "how they are": (
        r"(?:i'm )?(?:up|awake|(?:the )?on call(?: tonight| today)?)"
        r"|(?:i )?just woke up|woke up|just saw this|(?:i )?was (?:asleep|sleeping|driving)"
        r"|(?:i )?know (?:it|the place|the house|them|her|him)"
    ),
    "when": rf"(?:i'm )?{_LASTING}|{_RANGE} out|not sure (?:how long|when)|now|right now|asap|right away",
    "what they found": (
        rf"can't talk(?: (?:right )?now)?|no answer|called {_CALLER}|can't find (?:it|the (?:house|address|place))"
    ),
    "what the caller should do": (
        r"(?:tell|have) (?:them|him|her|everyone|everybody) (?:to )?(?:stay|get|wait|keep|go)"
        r" (?:out|outside|put|calm|away)(?: of the (?:house|building))?"
    ),
    "a question about the job": (
        rf"{_ASKS}(?: {_ABOUT_IT})*(?: {_JOB})(?: (?:{_ABOUT_IT}|{_JOB}))*(?: \?)*"
        r"|where(?:'s| is)? (?:it|this|at|they|she|he|that)(?: at)?(?: \?)*|how (?:do|can) i get (?:in|there)(?: \?)*"
        r"|(?:are|is) (?:they|she|he|everyone|everybody|anyone|anybody) (?:still )?"
        r"(?:ok|okay|out|safe|outside|inside|there|hurt|home|alright)(?: \?)*"
    ),
}
"""What may stand beside a yes, and says neither that nor no."""

THANKS = r"(?:thanks|thank you|thx|ty|gracias)(?: (?:so much|a lot|man|boss|guys|all|,|thanks))*"

LEADS_IN = (
    r"o ?k|okay|yes|yeah|yea|sure|fine|sorry|hey|hi|no|nah|man|well|oh|actually|unfortunately|thanks|i'm afraid"
    r"|afraid|lo siento|perdon|si|vale|wait|please|pls|i'd|i would|we|i|got it|tonight|today"
)
CLAUSE_ENDS = re.compile(r"[,?]|\b(?:but|pero|because|cause|cuz|porque|since|as)\b")

PASSES_ON: Mapping[str, str] = {
    "no": (
        r"(?:nope|nah|nay|n|negative|hell no|no(?! (?:problem|prob|worries|answer|one|body|idea|clue|doubt|need"
        r"|power|heat|water|ac|gas|issue|sweat|trouble)))"
    ),
    "next": r"next(?: (?:person|one|guy|please|pls))*|ask (?:the )?next|skip me|pass it on",
    "passes": (
        r"pass|paso|hard pass|declin\w+|reject\w*|refuse"
        r"|(?:i'll |i |(?:i'm )?(?:going to |gonna |gotta |have to |got to )+)(?:have to )?pass"
    ),
    "cannot": (
        r"can't(?! (?:talk|find|reach|see|open|hear|tell|read|believe|wait|get (?:through|hold|in|a hold)))"
        r"|won't|couldn't|no can do|i doubt it|count me out"
    ),
    "is unable": r"(?:i'm )?(?:unable|unavailable|busy|sick|ill|drunk)",
    "does not": r"(?:i )?(?:don't|no longer|never) (?:take|think|want|do|work|have)|i don't(?= ,|$)",
    "is not": (
        r"(?:i'm |it's |this is |this |that's |this isn't |isn't )?(?:not|isn't) (?:me|mine|my|on call|on shift|on duty"
        r"|available|going|coming|working|able|in|tonight|today|until|till|this|doing|taking|your|the)"
    ),
    "is off": r"(?:i'm )?(?:off (?:today|tonight|duty|shift|work|this|call|the|until|till)|off|away|retired|done for)",
    "is out": (
        r"(?:i'm )?(?:out (?:of (?:town|the|office|state)|sick|until|till|tonight|today)|on vacation|on a plane|too far"
        r"|in surgery|going to (?:bed|sleep|be out)|calling in sick)"
    ),
    "is at work elsewhere": r"(?:i'm )?(?:at work|on another (?:job|call|emergency)|stuck (?:at|on|in))",
    "is no more": r"(?:i |i've )(?:quit|retired|left|sold)|(?:i'm |i was )?(?:fired|no longer)|no longer with",
    "would if": r"wish i could|i wish i could|love to",
    "gives it back": (
        r"something came up|never ?mind|nvm|(?:scratch|cancel) that|change of plans|changed my mind"
        r"|(?:i've|have) to back out"
    ),
    "somebody else": (
        r"(?:(?:can|could|have|get|ask|let|try|call|page|text|send|find|give it to|need) )*"
        r"(?:some|any)(?:one|body) else"
    ),
    "somebody by name": (
        r"(?:have|let) \w+ (?:take|handle|get|do|cover)|(?:dale|give it|give this|pass it) (?:a|to)"
        r"|(?:call|try|page) (?!me|them|him|her|us|you|back|911|now|the|in)\w+"
    ),
    "not of ours": (
        r"wrong (?:number|person|guy)|(?:(?:you|u) )?(?:got|have) the wrong|(?:take|remove) (?:me|my)"
        r"|stop (?:texting|calling|messaging)|lose my number|leave me alone"
    ),
    "in Spanish": (
        r"(?:yo|hoy|ahorita|claro que) no|ya no|no puedo|no voy|ocupad[oa]|numero equivocado"
        r"|(?:estoy|ando) (?:de vacaciones|enferm[oa]|ocupad[oa]|fuera|lejos|en el hospital)"
    ),
    "a mark": r"[\N{THUMBS DOWN SIGN}\N{CROSS MARK}\N{NO ENTRY SIGN}\N{NO ENTRY}]",
}
"""How a clause begins that passes it on. A wrong one costs little: somebody else is asked as well."""

_REACTED = r"(?:reacted |reacciono )?(?:with |con )?"
_GOOD_MARK = r"[\N{THUMBS UP SIGN}\N{HEAVY BLACK HEART}\N{OK HAND SIGN}]"
_BAD_MARK = r"[\N{THUMBS DOWN SIGN}\N{CROSS MARK}]"
REACTIONS: Mapping[Literal["takes", "passes on"], str] = {
    "takes": rf"liked|loved|le (?:gusto|encanto)|{_REACTED}{_GOOD_MARK}(?: to| a)?",
    "passes on": rf"disliked|no le gusto|{_REACTED}{_BAD_MARK}(?: to| a)?",
}
"""What a telephone writes before the message that somebody has marked."""

BY_ITSELF: Mapping[str, str] = {
    "drives": r"focus turned on|^i'm driving(?: right now)? ,? ?i'll (?:see|get|call|text)|not receiving notifications",
    "an office": r"auto(?:matic)? ?,? ?(?:reply|response)|out of (?:the )?office (?:reply|until|message)",
}
"""What a telephone answers while nobody looks at it."""

"""Pure. Caller's words made comparable: sentences of plain lower-case words, with negation marked.

A contraction is written out ("isn't" is "is not"), so that a negation is always a word of its own,
a spoken number stands in digits, and a comma is a word too, because it bounds what a negation reaches.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from post_call_worker.classification.numbers import SMALL, with_digits

_STREETS = ("street", "lane", "drive", "road", "avenue", "court", "circle", "boulevard", "trail", "terrace", "parkway")
_STREET = r"\b(\d[\w-]*|on|at|off) (?!(?:at|the|my|our|your|this|that|his|her|their|a|fire|it)\b)(?:[a-z'-]+ ){1,3}%s\b"
"""What a street is called tells nothing: "Snow Goose Lane"."""
_FILLER = (
    "(?:uhh?|umm?|uhm|(?<!(?:in|to|at) the )er|erm|hmm|you know|i mean|kind of|sort of|kinda|sorta|basically"
    "|literally|honestly|(?<=, )like(?=,))"
)
_WRITTEN_OUT = (
    ("i mean", re.compile(r"\b(no [^.,!?;]{1,30}), i mean\b"), r"\1, but"),
    ("", re.compile(rf"(?:, {_FILLER},|\b{_FILLER}\b,? ?)(?:{_FILLER}\b,? ?)*"), ""),
    ("", re.compile(rf"\b(?!no\b|(?:{'|'.join(SMALL)})\b)([a-z]+(?:'[a-z]+)?)(?:,? \1\b)+(?!')"), r"\1"),
    (
        "",
        re.compile(
            r"\b(i(?=m\b|ve\b|d (?:like|have|want|be|rather|get|need|love|say|just|appreciate|prefer|hate|call|better"
            r"|ask|check|go|take|pay)\b)|you(?=re\b|ve\b|d\b|ll\b)|they(?=re\b|ve\b|d\b|ll\b)|we(?=ve\b)"
            r"|it(?=ll\b|d\b|s (?:a|an|the|not|my|our|been|just|only|still|so|too|really|getting|about|supposed)\b)"
            r"|(?:he|she|that|there|what|who|where|here)(?=s\b))"
        ),
        r"\1'",
    ),
    (",", re.compile(r"(?<=\d),(?=\d{3}\b)"), ""),
    ("$", re.compile(r"\$(\d+)(?:\.\d+)?"), r"\1 dollars"),
    ("can", re.compile(r"\b(can)(?:'t|not)\b"), "can not"),
    ("cant", re.compile(r"\bcant\b"), "can not"),
    ("wo", re.compile(r"\bwo(?:'t|n't|nt)\b"), "will not"),
    ("negative", re.compile(r"\bnegative (?:on|for)\b"), "no"),
    ("ain", re.compile(r"\bain'?t\b"), "is not"),
    ("", re.compile(r"\b(is|are|was|were|do|does|did|has|have|had|would|could|should|need)n'?t\b"), r"\1 not"),
    (
        "'s",
        re.compile(
            r"\b(it|that|there|what|here|one|he|she|who|where|when|how|nobody|everything|something|nothing"
            r"|whoever|ac|a/c|heat|heater|furnace|boiler|air|unit|system|thermostat|conditioner|pump|water|pipe|power|thing)'s\b"
        ),
        r"\1 is",
    ),
    (
        "'s",
        re.compile(
            r"'s (?=(?:out|dead|down|not|broken|gone|been|blowing|making|running|leaking|dripping|acting|coming|going"
            r"|just|only|still|so|too|really|off|stuck|shot|full|frozen|always|never|barely|hardly|completely|totally"
            r"|tripping|humming|turning|shutting|about|almost|over|mine|ours|covered|rented|(?:seven|eigh|nine)ty)\b)"
        ),
        " is ",
    ),
    ("'s", re.compile(r"'s\b"), ""),
    ("'m", re.compile(r"'m\b"), " am"),
    ("'re", re.compile(r"'re\b"), " are"),
    ("'ve", re.compile(r"'ve\b"), " have"),
    ("'ll", re.compile(r"'ll\b"), " will"),
    ("'d", re.compile(r"'d\b"), " would"),
    ("all", re.compile(r"\b(?:y'?all|you all)\b"), "you"),
    ("you ", re.compile(r"\b(?:you) (?:people|folks|fellas|gals)\b"), "you guys"),
    ("in'", re.compile(r"\b([a-z]{2,}[b-df-hj-np-tv-z]|do|go|see)in'(?![a-z])"), r"\1ing"),
    (
        "in",
        re.compile(
            r"\b(anyth|blow|burn|call|chang|com|cool|do|drip|fix|freez|gett?|giv|go|heat|keep|leak|limp|look|mak|noth|runn"
            r"|smok|someth|tak|turn|wait|work)in\b"
        ),
        r"\1ing",
    ),
    ("fore ", re.compile(r"(?<![\w-])'?fore(?= (?:the|it|that|my|our|we|you)\b)"), "before"),
    (
        " out ",
        re.compile(
            r"\b(he|she|you|they|i|we|guy|man|tech|crew|fella|somebody|someone) (is|are|am|was|were) out"
            r" (?=(?:t?here|at|to|on)\b)"
        ),
        r"\1 \2 ",
    ),
    (
        "no",
        re.compile(
            r"((?:^|[.!?;]\s+)(?:(?:oh|well),? )?(?:no|nope|nah)(?:,? (?:no|nope|sir|ma'am))*) "
            r"(?=(?:the|my|our|that|this)\b"
            r"|(?:cooling|heating|heat|air|ac|furnace|heater)(?: is)? (?:fine|okay|good|great))"
        ),
        r"\1, ",
    ),
    ("water", re.compile(r"\b(eyes?(?: all| just| to| both)?) water\b"), r"\1 watering"),
    ("name", re.compile(r"\b(name(?: is|'s)) [a-z'-]+(?: [a-z'-]+)?(?=[,.!?;]|$)"), r"\1 told"),
    *((kind, re.compile(_STREET % kind), rf"\1 an address {kind}") for kind in _STREETS),
    ("gonna", re.compile(r"\bgonna\b"), "going to"),
    ("wanna", re.compile(r"\bwanna\b"), "want to"),
    ("gotta", re.compile(r"\bgotta\b"), "got to"),
    ("lemme", re.compile(r"\blemme\b"), "let me"),
    ("gimme", re.compile(r"\bgimme\b"), "give me"),
    ("", re.compile(r"\ba\.?/?c\b\.?(?=[\s,.!?']|$)"), "ac"),
    ("a c", re.compile(r"\ba c\b"), "ac"),
    (".", re.compile(r"\b(dr|mr|mrs|ms|st)\."), r"\1"),
    ("law", re.compile(r"\b(mother|father|sister|brother|son|daughter)s?[ -]in[ -]law"), r"\1-in-law"),
    ("heat pump", re.compile(r"\bheat pump"), "heat-pump"),
    ("out of town", re.compile(r"\bout of town\b"), "away"),
    ("water heater", re.compile(r"\bwater heater"), "water-heater"),
    ("", re.compile(r"\b(fire|gas) (department|dept|station|pit|place|truck|drill)\b"), r"\1-\2"),
    ("", re.compile(r"\bc\.?\s?o\.?\s?2?\b(?= (?:alarm|detector|monitor|sensor|level|reading))"), "co"),
)
"""What a text must have in it, what is looked for then, and how that is written out."""
_SENTENCE_END = re.compile(r"[.!?;]+(?:\s|$)|\n|\s[-\u2013\u2014]+\s|\.{2,}|\u2026")
_WORD = re.compile(r"[a-z0-9$%-]+(?:'[a-z]+)?|,")

NEGATORS = frozenset({"not", "no", "never", "none", "nothing", "nobody", "without", "neither", "nor", "nope", "nah"})
_ANSWERS = frozenset({"no", "nope", "nah"})
_SUBJECTS = frozenset(
    {"i", "we", "it", "there", "he", "she", "they", "my", "the", "this", "that", "you", "our"}
    | {
        "get",
        "give",
        "send",
        "just",
        "actually",
        "now",
        "so",
        "ma'am",
        "sir",
        "sorry",
        "well",
        "what",
        "let",
        "wait",
        "sometime",
    }
)
"""Words that open a new statement."""
BOUNDS = frozenset(
    {",", "but", "and", "so", "because", "though", "although", "however", "then", "cause", "except"}
    | {"since", "after", "until", "when", "whenever", "while"}
)
_NEW_SUBJECTS = frozenset({"i", "we", "there", "it", "now", "my", "our", "everybody", "everyone"})
_LAST_WORDS = (
    *((word,) for word in ("anymore", "emergency", "hurry", "rush", "urgent", "whatsoever")),
    *(("at", "all"), ("not", "there"), ("it", "is", "nothing"), ("it", "was", "nothing"), ("that", "is", "nothing")),
)
"""With these a denial is complete: "it's not an emergency the furnace just quit"."""
_PASS_ON = frozenset(
    {"think", "believe", "say", "said", "suppose", "guess", "that", "if", "know", "feel", "sure"}
    | {"call", "calling", "saying"}
)
"""After these, a negation reaches into the next statement: "I don't think I smell gas"."""
_IDIOMS = re.compile(
    r"\b(do not know|did not know|not sure|no idea|not only|not just|nothing but|no matter"
    r"|nothing (?:\w+ )?just"
    r"|can not believe|can not stand|can not wait|do not understand"
    r"|could not tell you|no doubt|not to mention|no wonder|why not|no problem"
    r"|can not (?:reach|get to|find|see|buy|afford|figure out|tell)"
    r"|if (?:\w+ )?\w+ (?:do|does|did|can|will|would|is|are|was) not"
    r"|(?:not|never|nobody|no one|no)(?= (?:\w+ ){1,7}(?:until|till|before (?:today|now|this|yesterday|last)))"
    r"|(?:can|could|do|does|did|has|have|will|is) not (?:stop|stopped|quit|miss|help)\b"
    r"|(?:not|never) (?:think|believe) (?=(?:\w+ ){0,5}(?:alarm|detector|sensor|monitor)s? (?:is|are|was)"
    r" (?:broken|bad|faulty|defective|wrong|old|malfunctioning|lying|a false|just|only))"
    r"|can not (?:sleep|think|rest|concentrate|live)\b"
    r"|nothing (?:better|else) to do|do not care|never mind|not that long|not long|no joke|can not take)\b"
)
"""Sayings whose negation denies nothing of what follows."""
_ASKING = frozenset({"is", "are", "was", "were", "do", "does", "did", "have", "has", "should", "would", "can", "could"})
_NOT_IN_LISTS = _SUBJECTS.union(
    [
        "is",
        "are",
        "was",
        "smell",
        "smells",
        "me",
        "us",
        "your",
        "please",
        "get",
        "give",
        "put",
        "more",
        "just",
        "only",
        "used",
    ]
)
_LIST_WORDS_MAX = 4
_REACH_WORDS = 8
_BREATH_WORDS = 300
"""A sentence of more is cut: nobody speaks so long without a stop, and what is looked for in pairs takes its square."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `text` has a space before and after every word; `words` are the same."""

    text: str
    words: tuple[str, ...]


@lru_cache(maxsize=512)
def sentences_of(turn: str) -> tuple[Sentence, ...]:
    """The sentences of one turn, in order."""
    plain = turn.lower().replace("\u2019", "'").replace("\u2018", "'")
    for mark, pattern, written_out in _WRITTEN_OUT:
        if mark in plain:
            plain = pattern.sub(written_out, plain)
    parts = (with_digits(_WORD.findall(part)) for part in _SENTENCE_END.split(plain))
    breaths = (words[at : at + _BREATH_WORDS] for words in parts for at in range(0, len(words), _BREATH_WORDS))
    return tuple(Sentence(f" {' '.join(words)} ", words) for words in breaths)


def word_index(sentence: Sentence, position: int) -> int:
    """The number of the word that begins at `position` of the sentence's text."""
    return sentence.text.count(" ", 0, position)


def words_of(sentence: Sentence, found: re.Match[str]) -> range:
    """The words of what was found in the sentence's text."""
    return range(word_index(sentence, found.start()) - 1, word_index(sentence, found.end()) - 1)


def clause_at(sentence: Sentence, first: int, last: int) -> range:
    """The words of the clauses from the one that word `first` stands in to that of word `last`."""
    words = sentence.words
    start = next((place + 1 for place in range(first, -1, -1) if words[place] in BOUNDS), 0)
    end = next((place for place in range(last + 1, len(words)) if words[place] in BOUNDS), len(words))
    return range(start, end)


def negations(sentence: Sentence, consumed: frozenset[int]) -> frozenset[int]:
    """The words that stand under a negation.

    `consumed` are negators that belong to a complaint of their own ("not cooling"): they deny
    nothing else. A negation ends at the clause; it goes on over a bare list ("no gas, smoke or
    fire") and through "I don't think ...".
    """
    if NEGATORS.isdisjoint(sentence.words):
        return frozenset()
    idle = consumed | _idle(sentence)
    denied: set[int] = set()
    reach = 0
    listed = False
    for place, word in enumerate(sentence.words):
        if word in NEGATORS and place not in idle and not _is_answer(sentence.words, place):
            reach, listed = _REACH_WORDS, False
            continue
        if listed and place in consumed:
            reach = 0
        if reach and word in BOUNDS:
            listed = word in (",", "and") and _is_list_item(sentence.words, place)
            reach = _REACH_WORDS if listed else 0
        elif reach and _is_statement(sentence.words, place):
            reach = 0
        if reach:
            denied.add(place)
            reach -= 1
    return frozenset(denied)


def _idle(sentence: Sentence) -> frozenset[int]:
    """Negators that deny nothing: of a saying, and of a question that expects a yes ("isn't it ...")."""
    question = {1} if sentence.words[1:2] == ("not",) and sentence.words[0] in _ASKING else set()
    return frozenset(question) | frozenset(
        place
        for found in _IDIOMS.finditer(sentence.text)
        for place in range(word_index(sentence, found.start()) - 1, word_index(sentence, found.end()))
    )


def _is_answer(words: tuple[str, ...], place: int) -> bool:
    """Whether this "no" answers a question instead of denying what follows."""
    if words[place] not in _ANSWERS:
        return False
    return place + 1 == len(words) or words[place + 1] in _SUBJECTS | BOUNDS | _ANSWERS


def _is_statement(words: tuple[str, ...], place: int) -> bool:
    """Whether a statement of its own begins here: "there's no heat at all the boiler's dead" denies no boiler."""
    if any(words[max(0, place - len(last)) : place] == last for last in _LAST_WORDS):
        return words[place] in _SUBJECTS
    return words[place] in _NEW_SUBJECTS and words[place - 1] not in _PASS_ON | NEGATORS | {"or"}


def _is_list_item(words: tuple[str, ...], bound: int) -> bool:
    item: list[str] = []
    for word in words[bound + 1 :]:
        if word in BOUNDS:
            break
        item.append(word)
    return 0 < len(item) <= _LIST_WORDS_MAX and not set(item) & _NOT_IN_LISTS

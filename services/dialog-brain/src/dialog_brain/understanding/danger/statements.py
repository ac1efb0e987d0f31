"""Pure. Statements about dangers told apart where nothing but the words tells: "no gas I mean there's smoke"."""

from __future__ import annotations

from collections.abc import Iterator

from dialog_brain.understanding.danger.hazard_words import ALARM, SMELL
from dialog_brain.understanding.language.clauses import FLIPS_BACK, Clause, clauses
from dialog_brain.understanding.language.words import Speech, wordset

_DENIALS = wordset("no not nothing none nobody neither nor never without")
_NO_MORE = wordset("flame flames lit light pilot")
""" "The burner is on, no flame" is one sign."""
_THINGS = (
    wordset(SMELL.replace("|", " "))
    | wordset(ALARM.replace("|", " "))
    | wordset(
        "gas propane leak leaks leaking smoke fire fires flame flames spark sparks sparking burning smoking monoxide "
        "co beeping chirping sounds hissing eggs egg anything nothing none danger"
    )
)
_CLOSING = wordset("no nope nah either neither here now today though off all that's it right well okay sir ma'am home")
_AFTER_THAT = wordset("of know tell see smell hear say")
""" "No gas that I know of" is complete, "I don't know" is not."""
_OPENERS = wordset(
    "i we it there something someone somebody the my our well actually just only except unless wait hang hold oh yeah "
    "yes yeah more rather but this although though however some a strong faint slight definite weird funny maybe "
    "possibly probably definitely always"
)
_VERBS = wordset("can have has do does did")
_SENSING = wordset("smell smelled smelt see seen saw hear heard")
"""A statement may begin with a verb and no subject: "can't smell gas, can smell burning"."""
_YES = (("yes",), ("yeah",), ("yep",), ("definitely",))


def statements(speech: Speech) -> list[Clause]:
    """The clauses, and in one that denies something, apart what is told before or behind it in the same breath."""
    said = clauses(speech)
    if _DENIALS.isdisjoint(speech.words):
        return said
    return [part for clause in said for part in _parts(speech.words, clause)]


def _parts(words: tuple[str, ...], clause: Clause) -> Iterator[Clause]:
    start = clause.start
    for place in range(start + 1, clause.end):
        if _begins_another(words, start, place):
            yield Clause(start, place)
            start = place
    yield Clause(start, clause.end)


def _begins_another(words: tuple[str, ...], start: int, place: int) -> bool:
    """Whether a statement of its own begins at this word of one that began at `start`."""
    word, before = words[place], words[place - 1]
    if word == "no":
        return before not in _BEFORE_NO and _NO_MORE.isdisjoint(words[place + 1 : place + 2])
    following = words[place + 1 : place + 2]
    affirmed = before in _THINGS and word in _THINGS and word not in _SMELLS and following in _YES
    subjectless = word in _VERBS and not _SENSING.isdisjoint(following)
    if not (word in _OPENERS or affirmed or subjectless) or not _denies(words, start, place):
        return False
    complete = (before in _THINGS and not _senses(words, place - 1)) or before in _CLOSING
    return complete or (before in _AFTER_THAT and not _THAT.isdisjoint(words[max(start, place - 4) : place - 1]))


def _senses(words: tuple[str, ...], place: int) -> bool:
    """Whether the word is a verb: "nobody smells something burning" is one statement, "no gas smell ..." may be two."""
    return words[place] in _SMELLS and (place == 0 or words[place - 1] not in _BEFORE_A_SMELL)


_SMELLS = wordset(SMELL.replace("|", " "))
_BEFORE_A_SMELL = wordset(
    "no any a an the gas propane burning burnt smoke smoky egg eggs sulfur bad weird strange funny odd strong or that "
    "electrical chemical plastic"
)


def _denies(words: tuple[str, ...], start: int, end: int) -> bool:
    return any(words[at] in _DENIALS and words[at + 1] not in FLIPS_BACK for at in range(start, end))


_BEFORE_NO = wordset(
    "is am are was were be been there have has had got get gets do did see sees saw smell smells hear hears say says "
    "said read reads show shows with of in at for to or a the my i we it you oh no really just still know feel find "
    "found make makes sure want need wants needs means mean by from like under"
)
"""Of these and the "no" behind them one statement is made."""
_THAT = frozenset(["that", "as"])
_SMELLING, _GAS = wordset(SMELL.replace("|", " ")), wordset("gas propane")
_SIGNS = (
    wordset("leak leaks leaking"),
    wordset("hiss hissing"),
    wordset("egg eggs rotten sulfur sulphur"),
    wordset("smoke smoky smoking"),
    wordset("fire fires flame flames"),
    wordset("spark sparks sparking arcing"),
    wordset("burning burnt burned"),
    wordset(ALARM.replace("|", " ")) | wordset("beeping beeps chirping chirps"),
    wordset("monoxide co"),
    _SMELLING,
    _GAS,
)
"""What a danger is told by, the most particular first."""
_TELLING_MORE = frozenset().union(*_SIGNS[:-2]) | wordset(
    "electrical electric plastic rubber rubbery chemical chemicals wire wires wiring hot skunk skunky cabbage garlic "
    "fish fishy metallic metal fumes exhaust strong stronger dizzy headache headaches sick nauseous nausea faint maybe "
    "sure might could think probably know"
)


def takes_back(told: tuple[str, ...], denied: tuple[str, ...], turn: tuple[str, ...]) -> bool:
    """Whether these words deny the sign that was told, and not only another: "it smells burnt, but I see no smoke".

    A smell of which the `turn` tells no more is taken back by "not gas".
    """
    particular = next((sign for sign in _SIGNS if not sign.isdisjoint(denied)), None)
    signs = [sign for sign in _SIGNS if not sign.isdisjoint(told)]
    only_smells = signs == [_SMELLING] and particular is _GAS and _TELLING_MORE.isdisjoint(turn)
    return particular is None or not signs or only_smells or not particular.isdisjoint(told)


_SET_APART = (_THINGS - wordset("smelling smells smelled")) | wordset("no nope not a an the so much really exactly")


def sets_apart(words: tuple[str, ...], clause: Clause) -> bool:
    """Whether a denial names one thing of two: "not gas, smoke", but not "no gas, smoke", which goes on to deny."""
    said = words[clause.start : clause.end]
    contrasts = "not" in said[:2] and _SET_APART.issuperset(said)
    return contrasts and _LISTING.isdisjoint(words[clause.end :])


_LISTING = wordset("or nor nothing anything either neither no not")

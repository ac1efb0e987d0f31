"""Pure. A caller's text as a list of words: lower case, contractions opened, punctuation remembered."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise


def wordset(listed: str) -> frozenset[str]:
    """The words of a list that is written in one row."""
    return frozenset(listed.split())


def wordlist(listed: str) -> list[str]:
    """The words of a row, in order."""
    return listed.split()


_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)"  # 12,345
    r"|\d+(?:[:/.]\d+)*(?:(?:st|nd|rd|th)\b)?"  # 12, 8:30, 3/5, 23rd, the 8 of 8am
    rf"|{_LETTER}(?:\.{_LETTER})+(?!{_LETTER})\.?"  # a.m.
    rf"|{_LETTER}+(?:'{_LETTER}+)*"
    r"|(?<=\w)-(?=\w)"
    r"| --? (?!\d)"  # a pause: "Wednesday - no, Thursday"
    r"|[-\u2013\u2014,;:.?!\u2026#&]",
    re.IGNORECASE,
)
_STRETCHED = re.compile(r"(?<=[a-z])([aehoprsuy])\1\1+", re.IGNORECASE)
"""Letters drawn out: "yesss", "nooo"."""
_APOSTROPHES = dict.fromkeys((0x2018, 0x2019, 0xB4, 0x2BC), "'")
_ABBREVIATIONS = wordset(
    "st ave blvd rd dr ln ct pl pkwy hwy cir trl ter apt ste mr mrs ms mx jr sr ft mt prof rev hon ext bldg fl "
    "flr rte cv trlr jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri"
)
_REAL_WORDS = wordset("ill well hell shell id wed shed were here is its this whore")
_MISSPELLED = {
    **{
        whole.replace("'", ""): whole
        for whole in wordlist(
            "don't can't won't doesn't didn't isn't wasn't aren't weren't wouldn't couldn't shouldn't hasn't "
            "haven't i'm i've that's there's what's you're they're let's it'll that'll ain't here's who's where's"
        )
    },
    **{
        f"{who}{end}": f"{who}'{end}"
        for end, whose in {
            "ll": "i you he she it we they that this there here what who how",
            "d": "i you he she it we they that this there here what who how",
            "ve": "i you we they there what who",
            "re": "you we they there what who",
            "s": "he she it that this there here what who how",
            "m": "i",
        }.items()
        for who in wordlist(whose)
        if f"{who}{end}" not in _REAL_WORDS
    },
    **{
        f"{verb}in": f"{verb}ing"
        for verb in wordlist(
            "spark spitt smok burn leak hiss whistl beep scream holler blow smell stink melt cook buzz hum glow dripp "
            "chirp ring com go bubbl spew flash throw pound feel gett runn mak"
        )
    },
    "its": "it's",
    "oclock": "o'clock",
    "ok": "okay",
    "okey": "okay",
    "cannot": "can't",
    "correcly": "correctly",
    "dunno": "don't know",
    "bout": "about",
    "nothin": "nothing",
    "anythin": "anything",
    "somethin": "something",
    "mornin": "morning",
    "evenin": "evening",
    "fraid": "afraid",
    "aight": "alright",
}
_SUBJECTS = (
    "i you he she it we they that this there here what who where when how which everyone everybody someone "
    "somebody nobody everything something nothing thing name time day address slot appointment date spelling zip "
    "window tomorrow today morning afternoon evening noon week weekend month monday tuesday wednesday thursday friday "
    "saturday sunday one two three four five six seven eight nine ten eleven twelve fifteen thirty "
    "o'clock number else answer price fee street smoke "
    "gas ac whatever whichever whenever conditioner furnace heater unit system thermostat toilet sink faucet "
    "drain pipe boiler pump disposal tub shower heat house alarm detector basement "
    "generator regulator meter valve head burner outlet panel handler wall pilot stove plug "
    "dishwasher washer whoever either ceiling compressor fan fire wiring cord flame vent garage "
    "kitchen water power breaker family smoke sensor monitor gas propane line hose smell siren box switch panel "
    "knob dial handle bulb charger tank riser dimmer socket"
)
_CLIPPED = {"ill": ("i", "will"), "id": ("i", "would"), "shell": ("she", "will")}
_CLIPPED_VERBS = wordset(
    "be take have go call say do wait skip make see try look pass like love think appreciate rather"
)
"""Before these, "ill", "id" and "shell" are "I'll", "I'd" and "she'll" without the apostrophe."""
_OPENED: dict[str, tuple[str, ...]] = {
    **{f"{who}'s": (who, "is") for who in _SUBJECTS.split()},
    **{f"{who}'re": (who, "are") for who in _SUBJECTS.split()},
    **{f"{who}'ll": (who, "will") for who in _SUBJECTS.split()},
    **{f"{who}'d": (who, "would") for who in _SUBJECTS.split()},
    **{f"{who}'ve": (who, "have") for who in _SUBJECTS.split()},
    **{
        f"{verb}n't": (verb, "not")
        for verb in wordlist("do does did is was are were would could should has have had need must might")
    },
    **{
        f"{number}ish": (number, "ish")
        for number in wordlist("one two three four five six seven eight nine ten eleven twelve fifteen thirty o'clock")
    },
    "tennish": ("ten", "ish"),
    "i'm": ("i", "am"),
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "ain't": ("is", "not"),
    "let's": ("let", "us"),
    "y'all": ("you", "all"),
    "c'mon": ("come", "on"),
    "don't know": ("do", "not", "know"),
    "ofcourse": ("of", "course"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
    "gotta": ("got", "to"),
    "oughta": ("ought", "to"),
    "lemme": ("let", "me"),
    "gimme": ("give", "me"),
    "kinda": ("kind", "of"),
    "sorta": ("sort", "of"),
}
_REWRITTEN = _MISSPELLED.keys() | _OPENED.keys() | _CLIPPED_VERBS | {"comma"}
"""Words that may stand for others, or for a sign; every other word is kept as it is."""
_HESITATION = "um"
_HESITATIONS = wordset("um umm uhm ehm uh uhh er erm")
_AFTER_UH = wordset("huh hun uh")
_STUTTERED = wordset(
    "a the an of at in on to for from with by than and or but as past before after between about around until till so "
    "if like just not i me we my our it you your he she they this that what when there is was be do does will can "
    "could would have need make next last first day week month hour"
)
"""Words that mean nothing more when they are said twice in a row; a number, a letter or a no may."""
_OUTRIGHT = (_REWRITTEN - _CLIPPED_VERBS) | _CLIPPED.keys() | _HESITATIONS
"""Without these among them, words without signs are kept as they are."""


def opened(word: str) -> tuple[str, ...]:
    """One word as it is heard: "y'all" is two."""
    word = _MISSPELLED.get(word, word)
    return _OPENED.get(word, (word,))


@dataclass(frozen=True, slots=True)
class Speech:
    """What was said, word by word.

    `words` are normalised; `raw[i]` is how the transcript wrote word i ("" for the second half of an opened
    contraction); `stops[i]` is what followed it: "" nothing, "-" a hyphen, "," a pause, "." an end, "?" a question.
    """

    words: tuple[str, ...]
    raw: tuple[str, ...]
    stops: tuple[str, ...]

    def said(self, start: int, end: int) -> str:
        """The caller's own words from `start` up to `end`."""
        parts: list[str] = []
        for at in range(start, end):
            if self.raw[at]:
                parts.append(self.raw[at])
                parts.append("-" if self.stops[at] == "-" and at + 1 < end else " ")
        return "".join(parts).strip(" -")

    def cut(self, start: int, end: int) -> Speech:
        """The part from `start` up to `end` as a speech of its own."""
        return Speech(self.words[start:end], self.raw[start:end], self.stops[start:end])

    def with_words(self, replaced: dict[int, str]) -> Speech:
        """The same with other words at some places."""
        words = tuple(replaced.get(place, word) for place, word in enumerate(self.words))
        return Speech(words, self.raw, self.stops) if replaced else self

    @property
    def asks(self) -> bool:
        """Whether the transcript has a question mark."""
        return "?" in self.stops


def hear(text: str) -> Speech:
    """`text` as words. Never raises; linear in the length of the text."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_APOSTROPHES)
    text = _STRETCHED.sub(_shortened, text)
    pieces = text.split()
    if all(map(str.isalpha, pieces)) and _OUTRIGHT.isdisjoint(lower := text.lower().split()) and not _stutters(lower):
        return Speech(tuple(lower), tuple(pieces), ("",) * len(pieces))
    words: list[str] = []
    raw: list[str] = []
    stops: list[str] = []
    for piece in _TOKEN.findall(text):
        lower = piece.lower()
        if lower.isalpha() and lower not in _REWRITTEN:
            words.append(lower)
            raw.append(piece)
            stops.append("")
        elif piece in _SIGNS:
            words.append(_SIGNS[piece])
            raw.append(piece)
            stops.append("")
        elif piece in _STOPS:
            if words:
                stops[-1] = _stop(piece, words[-1], stops[-1])
        else:
            _add(piece, lower, words, raw, stops)
    heard = Speech(tuple(words), tuple(raw), tuple(stops))
    return heard if _HESITATIONS.isdisjoint(words) and not _stutters(words) else _smoothed(heard)


def _stutters(words: list[str]) -> bool:
    return len(set(words)) < len(words) and any(one == next_ for one, next_ in pairwise(words) if one in _STUTTERED)


def _smoothed(speech: Speech) -> Speech:
    """ "The, um, the fourteenth" is "the fourteenth"; who only hesitates has said "um"."""
    words, kept, stops = speech.words, list[int](), list(speech.stops)
    for place, word in enumerate(words):
        if word in _STUTTERED and kept and _said_again(words, stops, kept[-1], place):
            kept[-1] = place
        elif word not in _HESITATIONS or not _hesitates(words, place):
            kept.append(place)
        elif kept:
            before, after = stops[kept[-1]], stops[place]
            ends = next((stop for stop in (after, before) if stop in (".", "?")), "")
            stops[kept[-1]] = ends or ("" if after else before)  # a pause after "um" is part of it
    if not kept:
        return Speech((_HESITATION,), speech.raw[:1], speech.stops[-1:])
    return Speech(*(tuple([of[place] for place in kept]) for of in (speech.words, speech.raw, stops)))


def _said_again(words: tuple[str, ...], stops: list[str], before: int, place: int) -> bool:
    """Whether word `before` is said again at `place`, and not spelled: "a, a, r, o, n"."""
    spelled = words[place] in ("a", "i") and any(len(word) == 1 for word in words[place + 1 : place + 2])
    return words[before] == words[place] and stops[before] not in (".", "?") and not spelled


def _hesitates(words: tuple[str, ...], place: int) -> bool:
    """ "Uh" hesitates, "uh huh" and "uh uh" do not; of "uh, uh huh" the first does."""
    following = words[place + 1] if place + 1 < len(words) else ""
    if words[place] != "uh" or following not in _AFTER_UH:
        return place == 0 or words[place] != "uh" or words[place - 1] not in ("uh", "nuh", "huh", "unh")
    return following == "uh" and words[place + 2 : place + 3] in (("huh",), ("hun",))


def _shortened(found: re.Match[str]) -> str:
    return found[1]


_SIGNS = {"#": "#", "&": "and"}
_STOPS = {
    "-": "-",
    "?": "?",
    **dict.fromkeys((*",\u2013\u2014", " - ", " -- ", "comma", "Comma"), ","),
    **dict.fromkeys(";:.!\u2026", "."),
}
_WEIGHT = {"": 0, "-": 1, ",": 2, ".": 3, "?": 4}


def _stop(piece: str, before: str, known: str) -> str:
    if piece == "." and (before in _ABBREVIATIONS or (len(before) == 1 and before.isalpha())):
        return known
    stop = _STOPS[piece]
    return stop if _WEIGHT[stop] > _WEIGHT[known] else known


def _add(piece: str, lower: str, words: list[str], raw: list[str], stops: list[str]) -> None:
    if "," in lower:
        lower = piece = lower.replace(",", "")
    if lower[0].isalpha():
        if "." in lower:
            lower, piece = lower.replace(".", ""), piece.replace(".", "")
        lower = _MISSPELLED.get(lower, lower)
        opened = _OPENED.get(lower)
        if opened is not None:
            words.extend(opened)
            raw.extend((piece, *[""] * (len(opened) - 1)))
            stops.extend([""] * len(opened))
            return
    if lower in _CLIPPED_VERBS and words and words[-1] in _CLIPPED and not stops[-1]:
        words[-1:] = _CLIPPED[words[-1]]
        raw.append("")
        stops.append("")
    words.append(lower)
    raw.append(piece)
    stops.append("")

"""Pure. The small language of the signals, compiled to regular expressions over a sentence.

    smell~ .. gas         words in order; `~` any ending; `..` up to four words between
    thermostat ... wrong  up to twelve words between, and commas
    (bill|my invoice)     one of these
    [really] loud         may be there
    {cooling}             any of the group's phrases (`words` in the file); a group may name groups above it
    #                     a number; #70-99 one in that range
    {room} & colder       both in the sentence near each other, in any order
    alarm & !battery      the one, and nowhere in the sentence the other

A gap never reaches over a negation or a "but"; a short one over no comma either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache

from post_call_worker.classification.numbers import SMALL
from post_call_worker.classification.wording import BOUNDS

_TOKEN = re.compile(r"\s*(?:(\.\.\.?|[()\[\]|,&!]|#(?:\d+-\d+)?)|\{(\w+)\}|([a-z0-9$%'-]+~?)|(\S))")
_GAP = r"(?:(?!not |no |never |nothing |without |nor |, |but )[^ ]+ ){0,4}?"
_LONG_GAP = r"(?:(?!not |no |never |nothing |without |nor |but )[^ ]+ ){0,12}?"
_CLOSE_WORDS, _NEAR_WORDS = 8, 12
"""Between the parts of a signal: so many over any commas and "and"s, or so many over one of them. What stood further
apart in run-on sentences was as often wrong as right (two lists of 100 calls by people who did not know the file)."""
_NUMBER = rf"(?:\d+|{'|'.join(SMALL)})(?:-\w+)? "
_RANGE_MAX = 1000
_CLOSES = {"(": ")", "[": "]"}
KEY_CHARS = 5
_SAY_LITTLE = (
    "a about after all am an and are at be but can come do for from get got had has have he here how i if in is it just"
    " like me my need no not now of off on one or our out she so that the there they this time to too up want was we"
    " what when will with would you your"
    " ac air back call furnace gas heat heater house new service system unit"
)
_EVERYWHERE = frozenset(f"{word} "[:KEY_CHARS] for word in _SAY_LITTLE.split())
"""Words that say little in such calls; a signal is found by others where it can be."""
_EVERYWHERE_COSTS = 30


_compiled = cache(re.compile)
"""A signal is compiled when a sentence first has one of its words: many never are."""
Places = tuple[re.Match[str], ...]
Needs = tuple[frozenset[str], ...]


@lru_cache(maxsize=256)
def _places(regex: str, text: str) -> Places:
    """Where it matches; signals share their parts, so a sentence is searched once for each."""
    return tuple(_compiled(regex).finditer(text))


class PatternError(ValueError):
    """A signal that is not written in the language; the message shows it and says why."""


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A signal that was read: regular expressions that all must be found, each in words of its own.

    `needs` are sets of beginnings of words: a sentence that matches has one of each, and the first set tells most.
    Nothing of `absent` may be in it.
    """

    source: str
    parts: tuple[str, ...]
    absent: tuple[str, ...]
    needs: Needs

    def found(self, text: str, prefer: Callable[[re.Match[str]], bool] | None = None) -> tuple[Places, ...]:
        """Each place where it matches; of a signal in several parts, one place for each part.

        Of the places for a part that are near the others, the first is taken that `prefer` likes, else the first.
        """
        places: list[Places] = []
        for part in self.parts:
            if not (here := _places(part, text)):
                return ()
            places.append(here)
        if self.absent and any(_places(absent, text) for absent in self.absent):
            return ()
        if len(places) == 1:
            return tuple((match,) for match in places[0])
        for first in _liked_first(places[0], prefer):
            taken = [first]
            for of_part in places[1:]:
                free = [m for m in of_part if not _overlaps(m, taken) and any(_is_near(m, t) for t in taken)]
                taken += _liked_first(free, prefer)[:1]
            if len(taken) == len(places):
                return (tuple(taken),)
        return ()

    def may_match(self, beginnings: AbstractSet[str]) -> bool:
        """Whether a sentence whose words begin so has what it needs: a twentieth of the price of looking."""
        for needed in self.needs:  # noqa: SIM110 - a generator costs more than most of these sets
            if needed.isdisjoint(beginnings):
                return False
        return True

    def matches(self, text: str, beginnings: AbstractSet[str]) -> bool:
        """Whether it is found anywhere; `beginnings` are those of the text's words."""
        return self.may_match(beginnings) and bool(self.found(text))


def _liked_first(places: Iterable[re.Match[str]], prefer: Callable[[re.Match[str]], bool] | None) -> Places:
    return tuple(places) if prefer is None else tuple(sorted(places, key=lambda match: not prefer(match)))


def _overlaps(match: re.Match[str], taken: Iterable[re.Match[str]]) -> bool:
    return any(match.start() < other.end() and other.start() < match.end() for other in taken)


def _is_near(one: re.Match[str], other: re.Match[str]) -> bool:
    first, last = sorted((one, other), key=lambda match: match.start())
    between = one.string[first.end() : last.start()].split()
    bounds = sum(word in BOUNDS for word in between)
    return len(between) <= (_NEAR_WORDS if bounds <= 1 else _CLOSE_WORDS)


def any_match(patterns: Iterable[Pattern], text: str, beginnings: AbstractSet[str]) -> bool:
    """Whether one of the patterns is found; `beginnings` are those of the text's words."""
    return any(pattern.matches(text, beginnings) for pattern in patterns)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a pattern; `needs` is empty when it demands no particular word."""

    regex: str
    needs: Needs = ()


Groups = Mapping[str, Piece]


def read_groups(words: Mapping[str, tuple[str, ...]]) -> Groups:
    """The groups of words, each of which may name those before it; raises `PatternError`."""
    groups: dict[str, Piece] = {}
    for name, phrases in words.items():
        try:
            groups[name] = _either([_Reader(phrase, groups).alternatives(end="") for phrase in phrases])
        except PatternError as error:
            raise PatternError(f"{name}: {error}") from None
    return groups


def compile_pattern(source: str, groups: Groups) -> Pattern:
    """The signal `source`; raises `PatternError`."""
    try:
        pieces, absent = _Reader(source, groups).parts()
    except PatternError as error:
        raise PatternError(f"{source!r}: {error}") from None
    needs = _all_of(pieces)
    if not needs:
        raise PatternError(f"{source!r}: needs at least one word")
    return Pattern(source, _regexes(pieces), _regexes(absent), needs)


def _regexes(pieces: Iterable[Piece]) -> tuple[str, ...]:
    return tuple(rf"(?<= ){piece.regex}" for piece in pieces)


def beginnings(words: Iterable[str]) -> set[str]:
    """The beginnings of words, of every length that a pattern's keys have; a space ends a short word."""
    return set().union(*map(_beginnings, words))


@lru_cache(maxsize=4096)
def _beginnings(word: str) -> frozenset[str]:
    return frozenset(f"{word} "[:length] for length in range(1, KEY_CHARS + 1))


class _Reader:
    """Reads one signal from left to right."""

    def __init__(self, source: str, groups: Groups) -> None:
        self._tokens = list(_TOKEN.finditer(source.strip()))
        self._groups = groups
        self._at = 0

    def parts(self) -> tuple[list[Piece], list[Piece]]:
        """The whole signal: what stands between the `&`s, and what has a `!` before it."""
        found = [self._choices("&", "")]
        absent: list[Piece] = []
        while self._peek() == "&":
            self._at += 1
            denied = self._peek() == "!"
            self._at += denied
            (absent if denied else found).append(self._choices("&", ""))
        return found, absent

    def alternatives(self, end: str) -> Piece:
        """What stands up to `end`, separated by `|`."""
        choices = self._choices(end)
        self._at += 1
        return choices

    def _choices(self, *ends: str) -> Piece:
        choices = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            choices.append(self._sequence())
        if self._peek() not in ends:
            raise PatternError(f"expected {ends[-1] or 'the end'!r}, found {self._peek() or 'the end'!r}")
        return _either(choices)

    def _sequence(self) -> Piece:
        pieces: list[Piece] = []
        while self._at < len(self._tokens) and self._peek() not in (")", "]", "|", "&"):
            pieces.append(self._item())
        if not pieces:
            raise PatternError("an empty alternative")
        return Piece("".join(piece.regex for piece in pieces), _all_of(pieces))

    def _item(self) -> Piece:
        mark, group, word, stray = self._tokens[self._at].groups()
        self._at += 1
        if stray:
            raise PatternError(f"cannot read {stray!r}; words are in small letters")
        if word:
            return _word(word)
        if group:
            if group not in self._groups:
                raise PatternError(f"no group of words is called {group!r}")
            return self._groups[group]
        match mark:
            case "..":
                return Piece(_GAP)
            case "...":
                return Piece(_LONG_GAP)
            case _ if mark.startswith("#"):
                return Piece(_number(mark))
            case ",":
                return Piece(", ")
            case "!":
                raise PatternError("a '!' stands after an '&'")
            case _:
                inner = self.alternatives(_CLOSES[mark])
                return inner if mark == "(" else Piece(f"{inner.regex}?")

    def _peek(self) -> str:
        return (self._tokens[self._at].group(1) or "") if self._at < len(self._tokens) else ""


def _number(mark: str) -> str:
    """Any number of a caller's words, or of `#70-99` one from the one to the other."""
    if mark == "#":
        return _NUMBER
    least, most = map(int, mark[1:].split("-"))
    if not least < most < least + _RANGE_MAX:
        raise PatternError(f"{mark!r} is no range of at most {_RANGE_MAX} numbers")
    words = (word for value, word in enumerate(SMALL) if least <= value <= most)
    return rf"(?:{'|'.join([*words, *map(str, range(least, most + 1))])})(?:-\w+)? "


def _either(choices: Iterable[Piece]) -> Piece:
    found = list(choices)
    regex = f"(?:{'|'.join(piece.regex for piece in found)})"
    ranks = range(max(len(piece.needs) for piece in found)) if all(piece.needs for piece in found) else ()
    needs = (frozenset().union(*(p.needs[min(rank, len(p.needs) - 1)] for p in found)) for rank in ranks)
    return Piece(regex, tuple(needs))


def _all_of(pieces: Iterable[Piece]) -> Needs:
    """What all of them need, the rarest first."""
    return tuple(sorted((keys for piece in pieces for keys in piece.needs), key=_cost))


def _cost(keys: frozenset[str]) -> int:
    """How many sentences have to be looked at because of these keys, roughly."""
    return sum(_EVERYWHERE_COSTS if key in _EVERYWHERE else 1 for key in keys)


def _word(word: str) -> Piece:
    stem, ending = (word.rstrip("~"), "[^ ]*") if word.endswith("~") else (word, "")
    return Piece(f"{re.escape(stem)}{ending} ", (frozenset({(stem if ending else f"{stem} ")[:KEY_CHARS]}),))

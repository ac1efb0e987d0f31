"""Pure. The small language of the signals file, compiled to regular expressions over a sentence.

    smell~ .. gas         words in order; `~` any ending; `..` up to four words between
    thermostat ... wrong  up to twelve words between, and commas
    (bill|my invoice)     one of these
    [really] loud         may be there
    {cooling}             any of the group's phrases (`words` in the file)
    #                     a number, in digits or words
    {room} & colder       both in the sentence, in any order

A gap never reaches over a negation or a "but"; a short one over no comma either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Groups = Mapping[str, tuple[str, ...]]

_TOKEN = re.compile(r"\s*(?:(\.\.\.?|[()\[\]|#,&])|\{(\w+)\}|([a-z0-9$%'-]+~?)|(\S))")
_GAP = r"(?:(?!not |no |never |nothing |without |nor |, |but )[^ ]+ ){0,4}?"
_LONG_GAP = r"(?:(?!not |no |never |nothing |without |nor |but )[^ ]+ ){0,12}?"
_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)(?:-\w+)? "
)
_CLOSES = {"(": ")", "[": "]"}
KEY_CHARS = 5
_SAY_LITTLE = (
    "a about after all am an and are at be but can come do for from get got had has have he here how i if in is it just"
    " like me my need no not now of off on one or our out she so that the there they this time to too up want was we"
    " what when will with would you your"
)
_EVERYWHERE = frozenset(_SAY_LITTLE.split())
"""Words that say little; a signal is found by others where it can be."""
_EVERYWHERE_COSTS = 12


class PatternError(ValueError):
    """A signal that is not written in the language; the message shows it and says why."""


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """A compiled signal: parts that all must be found, each in words of its own.

    `keys` are beginnings of words, one of which a sentence must have to match.
    """

    source: str
    parts: tuple[re.Pattern[str], ...]
    keys: frozenset[str]

    def found(self, text: str) -> tuple[tuple[re.Match[str], ...], ...]:
        """Each place where it matches; of a signal in several parts, the first place only."""
        if self.parts[0].search(text) is None:
            return ()
        if len(self.parts) == 1:
            return tuple((match,) for match in self.parts[0].finditer(text))
        taken: list[re.Match[str]] = []
        for part in self.parts:
            free = (m for m in part.finditer(text) if all(m.end() <= t.start() or t.end() <= m.start() for t in taken))
            match = next(free, None)
            if match is None:
                return ()
            taken.append(match)
        return (tuple(taken),)

    def matches(self, text: str) -> bool:
        """Whether it is found anywhere."""
        return bool(self.found(text))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a pattern; `keys` is empty when it demands no particular word."""

    regex: str
    keys: frozenset[str] = frozenset()


def compile_pattern(source: str, groups: Groups) -> Pattern:
    """The signal `source`; raises `PatternError`."""
    try:
        pieces = _Reader(source, groups).parts()
    except PatternError as error:
        raise PatternError(f"{source!r}: {error}") from None
    keyed = [piece.keys for piece in pieces if piece.keys]
    if not keyed:
        raise PatternError(f"{source!r}: needs at least one word")
    return Pattern(source, tuple(re.compile(rf"(?<= ){piece.regex}") for piece in pieces), min(keyed, key=_cost))


class _Reader:
    """Reads one signal from left to right."""

    def __init__(self, source: str, groups: Groups) -> None:
        self._tokens = list(_TOKEN.finditer(source.strip()))
        self._groups = groups
        self._at = 0

    def parts(self) -> list[_Piece]:
        """The whole signal: what stands between the `&`s."""
        found = [self._choices("&", "")]
        while self._peek() == "&":
            self._at += 1
            found.append(self._choices("&", ""))
        return found

    def alternatives(self, end: str) -> _Piece:
        """What stands up to `end`, separated by `|`."""
        choices = self._choices(end)
        self._at += 1
        return choices

    def _choices(self, *ends: str) -> _Piece:
        choices = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            choices.append(self._sequence())
        if self._peek() not in ends:
            raise PatternError(f"expected {ends[-1] or 'the end'!r}, found {self._peek() or 'the end'!r}")
        return _either(choices)

    def _sequence(self) -> _Piece:
        pieces: list[_Piece] = []
        while self._at < len(self._tokens) and self._peek() not in (")", "]", "|", "&"):
            pieces.append(self._item())
        if not pieces:
            raise PatternError("an empty alternative")
        keyed = [piece.keys for piece in pieces if piece.keys]
        keys = min(keyed, key=_cost, default=frozenset[str]())
        return _Piece("".join(piece.regex for piece in pieces), keys)

    def _item(self) -> _Piece:
        mark, group, word, stray = self._tokens[self._at].groups()
        self._at += 1
        if stray:
            raise PatternError(f"cannot read {stray!r}")
        if word:
            return _word(word)
        if group:
            if group not in self._groups:
                raise PatternError(f"no group of words is called {group!r}")
            return _either([_Reader(phrase, self._groups).alternatives(end="") for phrase in self._groups[group]])
        match mark:
            case "..":
                return _Piece(_GAP)
            case "...":
                return _Piece(_LONG_GAP)
            case "#":
                return _Piece(_NUMBER)
            case ",":
                return _Piece(", ")
            case _:
                inner = self.alternatives(_CLOSES[mark])
                return inner if mark == "(" else _Piece(f"{inner.regex}?")

    def _peek(self) -> str:
        return (self._tokens[self._at].group(1) or "") if self._at < len(self._tokens) else ""


def _either(choices: Iterable[_Piece]) -> _Piece:
    found = list(choices)
    keys = frozenset[str]().union(*(piece.keys for piece in found)) if all(p.keys for p in found) else frozenset[str]()
    return _Piece(f"(?:{'|'.join(piece.regex for piece in found)})", keys)


def _cost(keys: frozenset[str]) -> int:
    """How many sentences have to be looked at because of these keys, roughly."""
    return sum(_EVERYWHERE_COSTS if key in _EVERYWHERE else 1 for key in keys)


def _word(word: str) -> _Piece:
    stem = word.rstrip("~")
    return _Piece(f"{re.escape(stem)}{'[^ ]*' if word.endswith('~') else ''} ", frozenset({stem[:KEY_CHARS]}))

"""Pure. Days that have a name of their own: "Christmas Eve", "Thanksgiving"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dialog_brain.understanding.language.words import Speech, wordlist
from dialog_brain.understanding.when.days import DAY, Day
from dialog_brain.understanding.when.periods import weekday_of_month

_OfYear = Callable[[int], date]


def _fixed(month: int, day: int) -> _OfYear:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, which: int, days: int = 0) -> _OfYear:
    """`days` after the `which`-th such weekday (from 0 for Monday) of the month; -1 is the last one."""
    return lambda year: weekday_of_month(date(year, month, 1), weekday, which) + days * DAY


def _easter(days: int) -> _OfYear:
    return lambda year: _easter_sunday(year) + days * DAY


def _easter_sunday(year: int) -> date:
    """The Gregorian computus, as published anonymously in Nature in 1876."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


_NAMED: dict[str, _OfYear] = {
    "new year's eve": _fixed(12, 31),
    "new year's day|new year's|new year": _fixed(1, 1),
    "mlk day|martin luther king day|martin luther king junior day|martin luther king jr day": _nth(1, 0, 3),
    "groundhog day": _fixed(2, 2),
    "super bowl sunday|superbowl sunday|super bowl|superbowl": _nth(2, 6, 2),
    "valentine's day|valentine's": _fixed(2, 14),
    "president's day|washington's birthday": _nth(2, 0, 3),
    "mardi gras|fat tuesday|shrove tuesday": _easter(-47),
    "ash wednesday": _easter(-46),
    "st patrick's day|saint patrick's day|saint paddy's day|st paddy's day": _fixed(3, 17),
    "april fool's day|april fool's": _fixed(4, 1),
    "tax day": _fixed(4, 15),
    "earth day": _fixed(4, 22),
    "palm sunday": _easter(-7),
    "maundy thursday": _easter(-3),
    "good friday": _easter(-2),
    "easter sunday|easter": _easter(0),
    "easter monday": _easter(1),
    "cinco de mayo": _fixed(5, 5),
    "may day": _fixed(5, 1),
    "mother's day": _nth(5, 6, 2),
    "memorial day": _nth(5, 0, -1),
    "flag day": _fixed(6, 14),
    "father's day": _nth(6, 6, 3),
    "juneteenth": _fixed(6, 19),
    "independence day": _fixed(7, 4),
    "labor day|labour day": _nth(9, 0, 1),
    "columbus day|indigenous people's day": _nth(10, 0, 2),
    "halloween|halloween night": _fixed(10, 31),
    "election day": _nth(11, 0, 1, days=1),
    "veteran's day": _fixed(11, 11),
    "thanksgiving|thanksgiving day|turkey day": _nth(11, 3, 4),
    "black friday": _nth(11, 3, 4, days=1),
    "cyber monday": _nth(11, 3, 4, days=4),
    "christmas eve|xmas eve": _fixed(12, 24),
    "christmas day|christmas|xmas|xmas day": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
}
"""The days that callers in the United States name, by every name of theirs."""


HOLIDAYS = "|".join(names.replace(" ", "_") for names in _NAMED)
"""All of them, as `Phrases` write words to choose from."""


def _bare(word: str) -> str:
    """Without what people and transcripts leave out: "presidents'", "president's", "presidents"."""
    return word.replace("'", "").rstrip("s")


_BY_WORDS = {
    tuple(_bare(word) for word in wordlist(name)): of_year
    for names, of_year in _NAMED.items()
    for name in names.split("|")
}
_FIRST = frozenset(words[0] for words in _BY_WORDS)
_LONGEST = max(len(words) for words in _BY_WORDS)


def begins_holiday(word: str) -> bool:
    """Whether the name of a day may begin with that word."""
    return _bare(word) in _FIRST


def holiday(speech: Speech, place: int, today: date) -> Day | None:
    """The named day that begins with word `place`: the next one, counted from today."""
    words = speech.words
    if words[place] in ("next", "this", "coming") and place + 1 < len(words):
        place += 1
    if not begins_holiday(words[place]):
        return None
    said = tuple(_bare(word) for word in words[place : place + _LONGEST])
    for length in range(len(said), 0, -1):
        of_year = _BY_WORDS.get(said[:length])
        if of_year is not None:
            found = of_year(today.year)
            return Day(found if found >= today else of_year(today.year + 1), None, None, place + length)
    return None

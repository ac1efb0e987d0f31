"""Pure. Which calls the inbox shows, and where its next page begins."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Literal
from urllib.parse import urlencode

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter

from post_call_worker.dashboard import Color
from post_call_worker.vocabulary import Disposition

Marked = Literal["unseen", "open"]

_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
"""Of calls; days far beyond are none in every zone."""
_PHONE = re.compile(r"^[\d\s()+.\-]{3,}$")
_WORD = re.compile(r"[^\W_]")
_QUOTED_MARK = re.compile(r"['\\]")
_DOUBLED = r"\g<0>\g<0>"


def _missing_when_empty(value: object) -> object:
    """A form sends every field, the empty ones as well."""
    return None if isinstance(value, str) and not value.strip() else value


class Filters(BaseModel):
    """What is asked of the inbox; what is None is not asked."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    business: Annotated[str | None, BeforeValidator(_missing_when_empty)] = None
    day: Annotated[Annotated[date, Field(ge=_FIRST_DAY, le=_LAST_DAY)] | None, BeforeValidator(_missing_when_empty)] = (
        None
    )
    """In the business's own zone."""
    priority: Annotated[Color | None, BeforeValidator(_missing_when_empty)] = None
    outcome: Annotated[Disposition | None, BeforeValidator(_missing_when_empty)] = None
    tag: Annotated[Annotated[str, Field(max_length=64)] | None, BeforeValidator(_missing_when_empty)] = None
    mark: Annotated[Marked | None, BeforeValidator(_missing_when_empty)] = None
    undelivered: Annotated[bool | None, BeforeValidator(_missing_when_empty)] = None
    words: Annotated[Annotated[str, Field(max_length=200)] | None, BeforeValidator(_missing_when_empty)] = None
    after: Annotated[Annotated[str, Field(max_length=120)] | None, BeforeValidator(_missing_when_empty)] = None
    """The last call of the page before, as `Place` writes it."""

    @property
    def narrow(self) -> bool:
        """Whether not every call is shown."""
        return bool(self._asked())

    def query(self, after: str = "") -> str:
        """The query string of the page that begins after that place."""
        return urlencode({**self._asked(), "after": after} if after else self._asked())

    def _asked(self) -> dict[str, str]:
        asked = self.model_dump(mode="json", exclude={"after"}, exclude_none=True)
        return {name: str(value).lower() if value is True else str(value) for name, value in asked.items() if value}


class Place(BaseModel):
    """A place in the list: it stays where it is when calls are added above it."""

    model_config = ConfigDict(frozen=True)

    started_at: AwareDatetime
    call_sid: str

    def __str__(self) -> str:
        return f"{self.started_at.isoformat()}~{self.call_sid}"


def place_of(text: str) -> Place:
    """The place that `str(Place)` wrote; raises `ValueError`."""
    at, _, call_sid = text.partition("~")
    started_at = _MOMENT.validate_python(at)
    if not _FIRST_DAY <= started_at.date() <= _LAST_DAY:
        raise ValueError("no call began then")
    return Place(started_at=started_at, call_sid=call_sid)


_MOMENT: TypeAdapter[datetime] = TypeAdapter(AwareDatetime)


def words_query(typed: str) -> str:
    """What was typed as a text-search query: every word, or its beginning; empty when there is no word.

    A telephone number may be typed in any form, whole or from the area, the exchange or the last four digits. What is
    written without a space is quoted, and Postgres takes it apart as it did what was said: "a/c" and "24/7" are one
    word, "O'Brien" is two.
    """
    if _PHONE.match(typed):
        return " | ".join(f"'{number}':*" for number in _as_stored(re.sub(r"\D", "", typed)))
    found = [word for word in typed.lower().split() if _WORD.search(word)]
    return " & ".join(f"'{_QUOTED_MARK.sub(_DOUBLED, word)}':*" for word in found)


def _as_stored(digits: str) -> list[str]:
    """Of who calls, the end of the number is stored; of a number that was named, the whole of it."""
    north_american = digits[-10:] if len(digits) == 10 or (len(digits) == 11 and digits[0] == "1") else ""
    if north_american:
        return [north_american, f"+1{north_american}"]
    return [digits[-10:], f"+{digits}"] if len(digits) > 10 else [digits] if digits else []

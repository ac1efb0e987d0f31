"""Pure. The values that a turn gives: address, ZIP, telephone number, name and time, each from words of its own."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from dialog_brain.understanding.asking.visits import tells_whom_we_meet
from dialog_brain.understanding.language.digit_rows import digit_rows
from dialog_brain.understanding.language.numbers import Digits, says_digits
from dialog_brain.understanding.language.spanish import is_spanish
from dialog_brain.understanding.language.words import Speech
from dialog_brain.understanding.people_and_places.addresses import Place, crossing, heard_address
from dialog_brain.understanding.people_and_places.amended_addresses import amended_address
from dialog_brain.understanding.people_and_places.amended_names import amended_name, completed_name
from dialog_brain.understanding.people_and_places.asked_names import asked_name
from dialog_brain.understanding.people_and_places.bare_numbers import renumbered
from dialog_brain.understanding.people_and_places.given_names import GIVEN_NAMES
from dialog_brain.understanding.people_and_places.listed_names import listed_name
from dialog_brain.understanding.people_and_places.names import heard_name
from dialog_brain.understanding.people_and_places.phone_numbers import gives, heard_phone
from dialog_brain.understanding.people_and_places.whole_names import Named
from dialog_brain.understanding.people_and_places.zip_codes import SaidDigits, Taken, heard_zip
from dialog_brain.understanding.said_anew import said_anew
from dialog_brain.understanding.understood import Expected, Held, When
from dialog_brain.understanding.when.days_asked import days_asked
from dialog_brain.understanding.when.ordinal_streets import streets_by_number
from dialog_brain.understanding.when.relative_times import relative_time
from dialog_brain.understanding.when.whens import heard_when


class Told(NamedTuple):
    """The values that a turn gives, and the words that gave them (those of the time left out)."""

    place: Place | None
    digits: SaidDigits
    phone: Digits | None
    name: Named | None
    when: When | None
    told: list[tuple[int, int]]

    @property
    def changed(self) -> bool:
        """Whether any value was given that we may hold already."""
        return self.detailed or (self.when is not None and self.when.wishes)

    @property
    def detailed(self) -> bool:
        """Whether a value other than a time was given."""
        return (self.place, self.digits.zip, self.name) != (None, None, None)

    def number_given(self, speech: Speech) -> tuple[int, int] | None:
        """The words that only give a number to call: "my number is ..."."""
        return None if self.phone is None else gives(speech, self.phone)

    def asks_to_be_called(self, speech: Speech) -> bool:
        """Whether the name is one that we should use: "you can call me Jay" asks for no call."""
        return self.name is not None and speech.words[max(0, self.name.start - 2) : self.name.start] == ("call", "me")


def told_values(
    speech: Speech,
    asked: Expected,
    now: datetime,
    keyterms: tuple[str, ...],
    wishes: list[tuple[int, int]],
    held: Held,
) -> Told:
    """What a turn gives, and what it amends of what we hold.

    Address before digits before names before times: what is one of them is none of the later. `wishes` are words about
    who comes, which tell no time.
    """
    if asked == "confirm" and (again := _told_anew(speech, now, keyterms, wishes, held)) is not None:
        return again
    numbered = says_digits(speech)
    place, digits, phone = _numbers(speech, asked, keyterms) if numbered else _NO_NUMBERS
    if place is None and held.address:
        place = amended_address(speech, held.address)
        if place is None and numbered and digits.zip is None:
            place = renumbered(speech, held)
    told = [(part.start, part.end) for part in (place, phone) if part is not None]
    told += [] if digits.words is None else [digits.words]
    name = asked_name(speech) if asked == "name" else heard_name(speech)
    if name is None and asked != "name":
        name = listed_name(speech, told, alone=asked in ("zip", "address", "problem", "time"))
    foreign = name is not None and is_spanish(speech) and speech.words[name.start] not in GIVEN_NAMES
    if name is not None and (foreign or tells_whom_we_meet(speech, asked, name.start, wishes)):
        name = None
    if (crossed := crossing(speech)) is not None:
        told.append(crossed)
    told += wishes if name is None else [(name.start, name.end), *wishes]
    no_time = days_asked(speech) + (streets_by_number(speech) if asked == "address" else [])
    values = Told(place, digits, phone, name, heard_when(speech, asked, now, told + no_time, held.last), told)
    values = _amended(speech, values, held)
    relative = None if wishes or not (held.offers or held.when) else relative_time(speech, held, values.when)
    return values if relative is None else values._replace(when=relative)


def _told_anew(
    speech: Speech, now: datetime, keyterms: tuple[str, ...], wishes: list[tuple[int, int]], held: Held
) -> Told | None:
    """What a turn gives that says a value anew; None where it does not."""
    anew = said_anew(speech)
    if not anew:
        return None
    kept = [(start - anew, end - anew) for start, end in wishes if start >= anew]
    values = told_values(speech.cut(anew, len(speech.words)), "confirm", now, keyterms, kept, held)
    return _moved_on(values, anew) if values.changed else None


def _moved_on(values: Told, by: int) -> Told:
    """The values of what was said anew, at the places that their words have in the whole turn."""
    place, digits, phone, name = values.place, values.digits, values.phone, values.name
    return values._replace(
        place=place and place._replace(start=place.start + by, end=place.end + by),
        digits=digits._replace(words=digits.words and (digits.words[0] + by, digits.words[1] + by)),
        phone=phone and phone._replace(start=phone.start + by, end=phone.end + by),
        name=name and name._replace(start=name.start + by, end=name.end + by),
        told=[(0, by), *((start + by, end + by) for start, end in values.told)],
    )


def _amended(speech: Speech, slots: Told, held: Held) -> Told:
    """The name that we hold as a turn writes it that tells nothing else."""
    if not held.name or (slots.name is None and (slots.detailed or slots.when is not None or slots.phone is not None)):
        return slots
    if slots.name is not None:
        return slots._replace(name=completed_name(speech, slots.name, held.name))
    name = amended_name(speech, held.name)
    return slots if name is None else slots._replace(name=name)


def _numbers(
    speech: Speech, asked: Expected, keyterms: tuple[str, ...]
) -> tuple[Place | None, SaidDigits, Digits | None]:
    """The address, the ZIP and the telephone number."""
    place = heard_address(speech, asked=asked == "address", keyterms=keyterms)
    rows = digit_rows(speech)
    phone = heard_phone(speech, rows)
    taken = Taken(*((0, 0) if said is None else (said.start, said.end) for said in (place, phone)))
    return place, heard_zip(speech, rows, asked=asked == "zip", taken=taken), phone


_NO_NUMBERS = (None, SaidDigits(None, ""), None)

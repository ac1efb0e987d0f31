"""Pure. Yes and no: whole answers to the question that was asked, never bare letters of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dialog_brain.understanding.consent_tones import TONES, Tone
from dialog_brain.understanding.phrases import Found
from dialog_brain.understanding.understood import Consent, Expected
from dialog_brain.understanding.words import Speech, wordset

_PERSONS = wordset("i we he she they")
_QUANTITIES = wordset("nothing none neither nobody")
_AUXILIARIES = wordset("is are was were do does did am have has would will can could")
_OPENERS = wordset("but and because so then that i we it you")
_AGREES_AFTER_NO = wordset(
    "right correct perfect great true wonderful excellent awesome accurate fantastic works work ideal amazing"
)


class _Verdict(NamedTuple):
    consent: Consent | None
    tone: Tone | None
    agreed_before: bool


_UNDECIDED = _Verdict(None, None, agreed_before=False)


def heard_consent(speech: Speech, asked: Expected) -> Consent | None:
    """The answer to a yes-or-no question, None when there is none or it is ambiguous. The last word counts."""
    verdict = _UNDECIDED
    for found in _tones(speech, asked_safety=asked == "safety"):
        verdict = _safety(verdict, found, speech) if asked == "safety" else _agreement(verdict, found, speech)
    return verdict.consent


def leading_no(speech: Speech) -> bool:
    """Whether the turn begins with a no."""
    for found in _tones(speech, asked_safety=False):
        if found.meaning != "filler":
            return found.meaning == "no"
    return False


def _tones(speech: Speech, *, asked_safety: bool) -> Iterator[Found[Tone]]:
    """The idioms that answer: at the beginning of a statement or after another one, not inside a sentence."""
    place, free, denied = 0, True, False
    words, stops = speech.words, speech.stops
    while place < len(words):
        found = TONES.at(speech, place) if free else None
        if found is None:
            free = bool(stops[place]) and stops[place] != "-"
            denied = denied and not free and words[place] != "but"
            place += 1
            continue
        if not denied and (
            not _must_stand_alone(speech, found, asked_safety=asked_safety) or _stands_alone(speech, found)
        ):
            yield found
            denies = found.meaning == "deny" or words[found.end - 1] == "not"
            denied = denies and not stops[found.end - 1]
            place, free = found.end, True
        else:
            place, free = found.end, bool(stops[found.end - 1])


def _must_stand_alone(speech: Speech, found: Found[Tone], *, asked_safety: bool) -> bool:
    """ "it is" answers, "it is a gas furnace" does not."""
    first, last = speech.words[found.start], speech.words[found.end - 1]
    if found.meaning in ("fine", "safe") or (last in _QUANTITIES and not asked_safety):
        return True
    if last == "not":
        return first in _PERSONS and found.meaning == "deny"
    return found.end - found.start > 1 and last in _AUXILIARIES


def _stands_alone(speech: Speech, found: Found[Tone]) -> bool:
    """Whether the statement ends with the idiom, or goes on with another one."""
    following: Found[Tone] | None = found
    end = found.end
    while following is not None:
        end = following.end
        if end >= len(speech.words) or speech.stops[end - 1] not in ("", "-"):
            return True
        following = TONES.at(speech, end)
        if following is not None and following.meaning != "filler":
            return True
    return speech.words[end] in _OPENERS


def _agreement(so_far: _Verdict, found: Found[Tone], speech: Speech) -> _Verdict:
    """The verdict on a proposal after one more idiom."""
    tone, before = found.meaning, so_far.consent
    agreed = so_far.agreed_before or before == "yes"
    if tone == "go" and so_far.tone is not None and found.end - found.start == 1:
        return so_far
    if tone in ("yes", "go"):
        return _Verdict("yes", tone, agreed)
    if tone == "weak_yes":
        keep = before == "no" and speech.words[found.start] in ("okay", "alright")
        return so_far if keep else _Verdict("yes", tone, agreed)
    if tone in ("no", "deny"):
        return _Verdict("no", tone, agreed)
    if tone == "fine":
        if before != "no" or so_far.agreed_before or speech.words[found.end - 1] in _AGREES_AFTER_NO:
            return _Verdict("yes", tone, agreed)
        declined = so_far.tone == "no" and speech.words[found.end - 1] in ("okay", "alright")
        return so_far if declined else _Verdict(None, tone, agreed_before=False)
    if tone in ("safe", "done") and before != "yes":
        return _Verdict("no" if _about_oneself(found, speech) or tone == "done" else "yes", tone, agreed)
    if tone == "unsure" and before != "no":
        return _Verdict(None, tone, agreed_before=False)
    return so_far


def _about_oneself(found: Found[Tone], speech: Speech) -> bool:
    return speech.words[found.start] in _PERSONS


def _safety(so_far: _Verdict, found: Found[Tone], speech: Speech) -> _Verdict:
    """The verdict on "is there any danger?" after one more idiom."""
    tone = found.meaning
    if tone == "weak_yes" and speech.words[found.start] in ("okay", "alright", "all"):
        return so_far
    if tone in ("yes", "weak_yes"):
        return _Verdict("yes", tone, agreed_before=True)
    if tone in ("no", "deny", "safe", "sensed") or (tone == "go" and speech.words[found.start] == "no"):
        return _Verdict("no", tone, so_far.agreed_before)
    if tone == "fine" and found.end - found.start > 1:
        return _Verdict("no", tone, so_far.agreed_before)
    if tone == "unsure" and so_far.consent == "yes":
        return _UNDECIDED
    return so_far

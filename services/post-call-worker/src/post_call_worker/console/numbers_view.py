"""Pure. From counts to the figures and plots of the numbers page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Literal

from markupsafe import Markup

from post_call_worker.console import plots
from post_call_worker.vocabulary import DeliveryStatus, Disposition

_KINDS: dict[str, frozenset[Disposition]] = {
    "booked": frozenset({"booked", "rescheduled"}),
    "put through": frozenset({"transferred"}),
    "to call back": frozenset({"callback", "sales_lead", "booking_failed", "cancelled"}),
    "emergency": frozenset({"emergency"}),
    "hung up": frozenset({"hung_up", "silent"}),
    "other": frozenset({"out_of_area", "wrong_number", "not_a_customer"}),
}
_MEDIAN, _SLOW = 0.5, 0.95

Standing = DeliveryStatus | Literal["overdue"]
"""A delivery's status; one that is pending is overdue once it was tried in vain, or is not even tried."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Calls that began since a moment, counted."""

    outcomes: Sequence[tuple[date, Disposition, int]]
    """By day and how they ended."""
    hang_ups: Sequence[tuple[str, int]]
    """By the state in which the caller hung up, most first."""
    reprompts: Sequence[tuple[str, int]]
    """By the lines of the prompt that asked again."""
    responses: Sequence[tuple[date | None, float, float]]
    """By day, and under None for all of them: the median and the 95th percentile of the time from the caller's last
    sound to our first, in ms."""
    deliveries: Sequence[tuple[Standing, int]]


@dataclass(frozen=True, slots=True)
class Figure:
    """One large number."""

    label: str
    value: str
    detail: str


@dataclass(frozen=True, slots=True)
class NumbersPage:
    """Everything on the page."""

    empty: bool
    """Whether there was no call in these days."""
    figures: tuple[Figure, ...]
    calls: Markup
    kinds: tuple[str, ...]
    response: Markup
    hang_ups: Markup | None
    misses: Markup | None


def numbers_page(counts: Counts, first: date, last: date) -> NumbersPage:
    """The page of the days from `first` to `last`."""
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    labels = [f"{day:%b} {day.day}" for day in days]
    misses = _misses(counts)
    paces = {day: (median, slow) for day, median, slow in counts.responses}
    return NumbersPage(
        empty=not counts.outcomes,
        figures=_figures(counts),
        calls=plots.stacked_bars(labels, _by_kind(counts, days), "Calls by day and how they ended"),
        kinds=tuple(_KINDS),
        response=plots.lines(
            labels,
            {
                "median": [paces[day][0] if day in paces else None for day in days],
                "95th percentile": [paces[day][1] if day in paces else None for day in days],
            },
            "Response time by day in milliseconds",
            "ms",
        ),
        hang_ups=plots.ranked_bars({_words(state): count for state, count in counts.hang_ups}, "Hang-ups by state")
        if counts.hang_ups
        else None,
        misses=plots.ranked_bars(misses, "Questions that were asked again") if misses else None,
    )


def paces(counted: Iterable[tuple[date, int, int]]) -> list[tuple[date | None, float, float]]:
    """`Counts.responses` of days, times and how many answers took that long."""
    found: defaultdict[date | None, Counter[int]] = defaultdict(Counter)
    for day, took_ms, answers in counted:
        found[day][took_ms] += answers
        found[None][took_ms] += answers
    return [(day, _within(times, _MEDIAN), _within(times, _SLOW)) for day, times in found.items()]


def _within(times: Counter[int], part: float) -> float:
    """How long that part of the answers took at most."""
    reached = accumulate(times[took_ms] for took_ms in sorted(times))
    return next(took_ms for took_ms, sofar in zip(sorted(times), reached, strict=True) if sofar >= part * times.total())


def _by_kind(counts: Counts, days: list[date]) -> dict[str, list[float]]:
    found: Counter[tuple[date, str]] = Counter()
    for day, disposition, count in counts.outcomes:
        found[day, _kind(disposition)] += count
    return {kind: [found[day, kind] for day in days] for kind in _KINDS}


def _figures(counts: Counts) -> tuple[Figure, ...]:
    kinds: Counter[str] = Counter()
    for _, disposition, count in counts.outcomes:
        kinds[_kind(disposition)] += count
    calls = kinds.total()
    pace = next(((median, slow) for day, median, slow in counts.responses if day is None), None)
    return (
        Figure("Calls", f"{calls:,}", ""),
        Figure("Booked", f"{kinds['booked']:,}", _share(kinds["booked"], calls)),
        Figure("To call back", f"{kinds['to call back']:,}", _share(kinds["to call back"], calls)),
        Figure("Emergencies", f"{kinds['emergency']:,}", ""),
        _delivered(Counter(dict(counts.deliveries))),
        Figure(
            "Answer time",
            f"{pace[0] / 1000:.1f} s" if pace else "none",
            f"95% within {pace[1] / 1000:.1f} s" if pace else "",
        ),
    )


def _delivered(standing: Counter[Standing]) -> Figure:
    """Of those that should have arrived by now; what waits for its turn is told beside it."""
    due = standing["delivered"] + standing["dead"] + standing["overdue"]
    waiting = {"not": standing["dead"], "late": standing["overdue"], "on their way": standing["pending"]}
    detail = ", ".join(f"{count:,} {words}" for words, count in waiting.items() if count or words == "not")
    return Figure("Delivered", _share(standing["delivered"], due) or "none", detail)


def _misses(counts: Counts) -> dict[str, float]:
    """By question, most first: how often it had to be asked again."""
    return {_words(question): count for question, count in Counter(dict(counts.reprompts)).most_common()}


def _kind(disposition: Disposition) -> str:
    return next(kind for kind, members in _KINDS.items() if disposition in members)


def _share(part: int, whole: int) -> str:
    """In percent; all of it only if none is missing."""
    return f"{min(part / whole, 1.0 if part == whole else 0.99):.0%}" if whole else ""


def _words(name: str) -> str:
    return name.replace("_", " ")

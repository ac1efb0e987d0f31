"""Pure. The flow as a drawing, with the way that one call took through it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from markupsafe import Markup
from pydantic import BaseModel, ConfigDict

_ROW = 44
_LEFT = 22
_WIDTH = 360
_SIDE = 250
"""Where the states stand that every state may lead to."""


class FlowState(BaseModel):
    """One state of the published flow."""

    model_config = ConfigDict(frozen=True)

    state: str
    to: tuple[str, ...]


class PublishedFlow(BaseModel):
    """The flow's states and ways, as the brain prints them."""

    model_config = ConfigDict(frozen=True)

    start: str
    states: tuple[FlowState, ...]


def main_way(flow: PublishedFlow) -> list[str]:
    """The states that an ordinary call goes through."""
    return _columns(flow)[0]


def flow_diagram(flow: PublishedFlow, path: Sequence[str]) -> Markup:
    """The states from top to bottom as an SVG; what `path` went through is lit, its last state marked."""
    main, side = _columns(flow)
    height = _ROW * max(len(main), 1)
    places = {state: (_LEFT, _ROW * row + _ROW // 2) for row, state in enumerate(main)}
    places |= {state: (_SIDE, height // 2 + _ROW * (2 * row - 1)) for row, state in enumerate(side)}
    taken = list(pairwise(path))
    drawn = [_way(places, a, b, False) for a, b in pairwise(main)]
    drawn += [_way(places, a, b, True) for a, b in taken if a in places and b in places]
    drawn += [_station(state, places[state], path) for state in (*main, *side)]
    label = f"The way of this call: {', then '.join(state.replace('_', ' ') for state in path) or 'nowhere yet'}"
    return Markup('<svg class="flow" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        _WIDTH, height, label, Markup().join(drawn)
    )


def _columns(flow: PublishedFlow) -> tuple[list[str], list[str]]:
    """The longest way to the end, and beside it the states that one may be led to from anywhere."""
    count = len(flow.states)
    anywhere = [one.state for one in flow.states if sum(one.state in other.to for other in flow.states) > count // 2]
    return [one.state for one in flow.states if one.state not in anywhere], anywhere


def _way(places: dict[str, tuple[int, int]], a: str, b: str, taken: bool) -> Markup:
    (x1, y1), (x2, y2) = places[a], places[b]
    gap = y1 + _ROW // 2  # between two names, so that no line strikes one out
    aside = f"C{x1} {gap} {x1 + 12} {gap} {x1 + 40} {gap} H{x2 - 90} C{x2 - 40} {gap} {x2 - 50} {y2} {x2} {y2}"
    bend = f"M{x1} {y1} " + (f"L{x2} {y2}" if x1 == x2 else aside)
    return Markup('<path class="way {}" d="{}"/>').format("taken" if taken else "open", bend)


def _station(state: str, place: tuple[int, int], path: Sequence[str]) -> Markup:
    x, y = place
    kind = "last" if path and state == path[-1] else "passed" if state in path else "ahead"
    return Markup(
        '<g class="station {kind}"><circle cx="{x}" cy="{y}" r="7"/><text x="{tx}" y="{ty}">{name}</text></g>'
    ).format(kind=kind, x=x, y=y, tx=x + 18, ty=y + 5, name=state.replace("_", " "))

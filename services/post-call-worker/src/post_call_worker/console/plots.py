"""Pure. Plots as SVG: bars by day, ranked bars, lines, and the pace of a call's turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

_WIDTH = 360
_HEIGHT = 170
_TOP, _BOTTOM, _LEFT = 12, 22, 34
_PLOT = _HEIGHT - _TOP - _BOTTOM
_RANKED_ROW = 30
_BAR_MAX = 40


def stacked_bars(labels: Sequence[str], series: Mapping[str, Sequence[float]], title: str) -> Markup:
    """A bar for each label, the series on top of each other in their order."""
    totals = [sum(values[place] for values in series.values()) for place in range(len(labels))]
    most = _round_up(max(totals, default=0))
    step = (_WIDTH - _LEFT) / max(len(labels), 1)
    width = min(step * 0.7, _BAR_MAX)
    drawn = [_grid(most)]
    for place, label in enumerate(labels):
        x, y = _LEFT + step * (place + 0.5) - width / 2, float(_TOP + _PLOT)
        for number, (name, values) in enumerate(series.items()):
            height = _PLOT * values[place] / most
            y -= height
            if height:
                drawn.append(_bar((x, y, width, height), f"fill-{number}", f"{label}: {name} {values[place]:g}"))
        drawn.append(_under(label, x + width / 2, place, len(labels)))
    return _svg(drawn, title, _HEIGHT)


def lines(labels: Sequence[str], series: Mapping[str, Sequence[float | None]], title: str, unit: str) -> Markup:
    """A line for each series; a place without a value is left out."""
    known = [value for values in series.values() for value in values if value is not None]
    most = _round_up(max(known, default=0))
    step = (_WIDTH - _LEFT) / max(len(labels), 1)
    drawn = [_grid(most)]
    for number, (name, values) in enumerate(series.items()):
        points = [
            (_LEFT + step * (place + 0.5), _TOP + _PLOT * (1 - value / most), labels[place], value)
            for place, value in enumerate(values)
            if value is not None
        ]
        way = " ".join(f"{x:.1f},{y:.1f}" for x, y, _, _ in points)
        drawn.append(Markup('<polyline class="line-{}" points="{}"/>').format(number, way))
        drawn += [
            Markup(
                '<circle class="fill-{}" cx="{:.1f}" cy="{:.1f}" r="3"><title>{}: {} {:.0f} {}</title></circle>'
            ).format(number, x, y, label, name, value, unit)
            for x, y, label, value in points
        ]
    drawn += [_under(label, _LEFT + step * (place + 0.5), place, len(labels)) for place, label in enumerate(labels)]
    return _svg(drawn, title, _HEIGHT)


def ranked_bars(values: Mapping[str, float], title: str) -> Markup:
    """One horizontal bar a name, in the order given."""
    most = max(values.values(), default=0) or 1
    drawn = []
    for row, (name, value) in enumerate(values.items()):
        y = row * _RANKED_ROW
        drawn.append(Markup('<text class="name" x="0" y="{}">{}</text>').format(y + 12, name))
        drawn.append(Markup('<text class="value" x="{}" y="{}">{:g}</text>').format(_WIDTH, y + 12, value))
        drawn.append(Markup('<rect class="track" x="0" y="{}" width="{}" height="6" rx="3"/>').format(y + 17, _WIDTH))
        drawn.append(_bar((0, y + 17, _WIDTH * value / most, 6), "fill-0", f"{name}: {value:g}"))
    return _svg(drawn, title, max(len(values) * _RANKED_ROW, 10))


def paces(turns: Sequence[tuple[int, int, int, int]], title: str) -> Markup:
    """The pace of each turn: its number, and milliseconds until its end was known, transcribed, answered."""
    parts = ("end of turn", "transcript", "answer")
    series = {part: [turn[place] for turn in turns] for place, part in enumerate(parts, 1)}
    return stacked_bars([str(number) for number, *_ in turns], series, title)


def waveform(left: Sequence[float], right: Sequence[float], title: str) -> Markup:
    """Loudness over time, 0 to 1: the caller above the line, the agent below it."""
    step, middle = _WIDTH / max(len(left), 1), 30
    drawn = []
    for sides, kind, down in ((left, "fill-0", False), (right, "fill-4", True)):
        for place, loud in enumerate(sides):
            height = max(1.0, loud * (middle - 2))
            drawn.append(
                Markup('<rect class="{}" x="{:.2f}" y="{:.1f}" width="{:.2f}" height="{:.1f}"/>').format(
                    kind, place * step, middle if down else middle - height, step * 0.7, height
                )
            )
    return _svg(drawn, title, 2 * middle)


def _svg(drawn: Sequence[Markup], title: str, height: int) -> Markup:
    return Markup('<svg class="plot" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        _WIDTH, height, title, Markup().join(drawn)
    )


def _bar(box: tuple[float, float, float, float], kind: str, says: str) -> Markup:
    x, y, width, height = box
    return Markup(
        '<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="2"><title>{}</title></rect>'
    ).format(kind, x, y, width, height, says)


def _grid(most: float) -> Markup:
    lines = [
        Markup(
            '<line class="grid" x1="{}" x2="{}" y1="{y}" y2="{y}"/><text class="scale" x="{}" y="{}">{:g}</text>'
        ).format(_LEFT, _WIDTH, _LEFT - 6, _TOP + _PLOT * (1 - part) + 4, most * part, y=_TOP + _PLOT * (1 - part))
        for part in (0, 0.5, 1)
    ]
    return Markup().join(lines)


def _under(label: str, x: float, place: int, count: int) -> Markup:
    """The label of a place; of many only some, so that they do not touch."""
    every = max(1, -(-count // 7))
    if place % every:
        return Markup()
    return Markup('<text class="label" x="{:.1f}" y="{}">{}</text>').format(x, _HEIGHT - 6, label)


def _round_up(value: float) -> float:
    """The next 1, 2, 5 or 10 times a power of ten; 2 for nothing, so that half of it is whole."""
    power = 1.0
    while power * 10 < value:
        power *= 10
    return max(2.0, next(power * step for step in (1, 2, 4, 6, 8, 10) if power * step >= value))

"""Pure. What is understood of the answers to a page."""

from __future__ import annotations

import pytest

from post_call_worker.replies import read_reply


@pytest.mark.parametrize(
    ("reply", "meant"),
    [
        ("OK", "takes"),
        ("on my way", "takes"),
        ("know it, going", "takes"),
        ("\U0001f44d", "takes"),
        ("ok, what's the gate code?", "takes"),
        ("10-4", "takes"),
        ("I\N{RIGHT SINGLE QUOTATION MARK}ll take it", "takes"),
        ("Liked \N{LEFT DOUBLE QUOTATION MARK}EMERGENCY, Ace Cooling: Reply OK", "takes"),
        ("Reacted \U0001f44d to \N{LEFT DOUBLE QUOTATION MARK}EMERGENCY, Ace Cooling", "takes"),
        ("No", "passes on"),
        ("can't, at dinner", "passes on"),
        ("  busy.", "passes on"),
        ("Can\N{RIGHT SINGLE QUOTATION MARK}t", "passes on"),
        ("I can't", "passes on"),
        ("Sorry, I\N{RIGHT SINGLE QUOTATION MARK}m not on call", "passes on"),
        ("n", "passes on"),
        ("nah", "passes on"),
        ("won't make it", "passes on"),
        ("unable to", "passes on"),
        ("wrong number", "passes on"),
        ("Disliked \N{LEFT DOUBLE QUOTATION MARK}EMERGENCY, Ace Cooling: Reply OK", "passes on"),
        ("I'm driving with Focus turned on. I'll see your message when I get where I'm going.", "passes on"),
        ("Automatic reply: I'm away until Monday.", "passes on"),
        ("Who is this?", "is unclear"),
        ("is anybody going?", "is unclear"),
        ("Questioned \N{LEFT DOUBLE QUOTATION MARK}EMERGENCY, Ace Cooling: Reply OK", "is unclear"),
        ("call me", "is unclear"),
        ("gotcha", "takes"),
        ("otw", "takes"),
        ("S\N{LATIN SMALL LETTER I WITH ACUTE}, voy", "takes"),
        ("en camino", "takes"),
        ("be there in 20", "takes"),
        ("I can go", "takes"),
        ("No problem, on my way", "takes"),
        ("driving there now", "takes"),
        ("can't talk but on my way", "takes"),
        ("ok what's the address?", "takes"),
        ("ok not sure how long", "takes"),
        ("no answer, driving there", "takes"),
        ("\N{SALUTING FACE}", "takes"),
        (
            "Reaccion\N{LATIN SMALL LETTER O WITH ACUTE} con \U0001f44d a \N{LEFT DOUBLE QUOTATION MARK}EMERGENCY, Ace",
            "takes",
        ),
        ("no puedo", "passes on"),
        ("I'd love to but I'm sick", "passes on"),
        ("don't take it", "passes on"),
        ("take me off this list", "passes on"),
        ("I'm going to bed", "passes on"),
        ("Reacted \U0001f44e to \N{LEFT DOUBLE QUOTATION MARK}EMERGENCY, Ace Cooling: Reply OK", "passes on"),
        ("can Mike take it", "is unclear"),
        ("are they ok", "is unclear"),
        ("hope they're ok", "is unclear"),
        ("I'll call you right back", "is unclear"),
        ("thanks", "is unclear"),
        ("Laughed at \N{LEFT DOUBLE QUOTATION MARK}EMERGENCY, Ace Cooling: Reply OK", "is unclear"),
        ("", "says nothing"),
        ("STOP", "says nothing"),
        (" help ", "says nothing"),
    ],
)
def test_only_words_that_say_so_take_an_emergency(reply: str, meant: str) -> None:
    assert read_reply(reply) == meant

"""Pure. What is understood of the answers to a page."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import yaml

from post_call_worker.replies import read_reply

ANSWERS: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parents[2] / "data" / "answers_to_pages.yaml").read_text(encoding="utf-8")
)
SPOKEN = [reply for reply in ANSWERS["takes"] if "\N{LEFT DOUBLE QUOTATION MARK}" not in reply]
LIKED_PAGE = "Liked \N{LEFT DOUBLE QUOTATION MARK}EMERGENCY, Ace Cooling: Reply OK"


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
        ("I'm driving with Focus turned on. I'll see your message when I get where I'm going.", "comes by itself"),
        ("Automatic reply: I'm away until Monday.", "comes by itself"),
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
        ("thanks", "only thanks"),
        ("Laughed at \N{LEFT DOUBLE QUOTATION MARK}EMERGENCY, Ace Cooling: Reply OK", "is unclear"),
        ("", "says nothing"),
        ("STOP", "says nothing"),
        (" help ", "says nothing"),
    ],
)
def test_only_words_that_say_so_take_an_emergency(reply: str, meant: str) -> None:
    assert read_reply(reply) == meant


@pytest.mark.parametrize("meant", ANSWERS)
def test_of_what_people_answer_only_whole_acceptances_take(meant: str) -> None:
    assert {reply: understood for reply in ANSWERS[meant] if (understood := read_reply(reply)) != meant} == {}


@pytest.mark.parametrize(
    "spoilt",
    [
        "{} tomorrow",
        "{} if nobody else can",
        "{}, but I'm not working",
        "{}. jk",
        "{} Luis",
        "not {}",
        "no, {}",
        "can't. {} tonight",
        "can Luis say {}",
        "{} \N{SHRUG}",
        "{} with Focus turned on",
    ],
)
def test_an_acceptance_with_anything_else_beside_it_takes_nothing(spoilt: str) -> None:
    said = [spoilt.format(reply) for reply in SPOKEN]
    assert [reply for reply in said if read_reply(reply) == "takes"] == []


def test_an_acceptance_takes_in_capitals_and_with_a_thanks_too() -> None:
    said = [other for reply in SPOKEN for other in (reply.upper(), f"{reply}, thanks", f"Hi. {reply}")]
    assert [reply for reply in said if read_reply(reply) != "takes"] == []


@pytest.mark.parametrize("reply", ["on my way?", "ok??", "I'll take it ?", "ok, I got it!?", "heading over now?"])
def test_an_acceptance_as_a_question_takes_nothing(reply: str) -> None:
    assert read_reply(reply) == "is unclear"


@pytest.mark.parametrize("reply", ["OK", "ok thanks", "sure", "\N{THUMBS UP SIGN}", "np", LIKED_PAGE])
def test_after_a_no_a_mere_yes_takes_nothing(reply: str) -> None:
    assert read_reply(reply) == "takes"
    assert read_reply(reply, after_no=True) == "is unclear"


@pytest.mark.parametrize("reply", ["TAKING IT", "ok I'll take it", "on my way", "yes, I got it"])
def test_after_a_no_words_that_say_so_take_it(reply: str) -> None:
    assert read_reply(reply, after_no=True) == "takes"


def test_a_mark_on_what_we_wrote_back_takes_nothing() -> None:
    for answered in ("The next person is asked now.", "Nobody has taken it yet. Reply OK to take it."):
        assert read_reply(f"Liked \N{LEFT DOUBLE QUOTATION MARK}{answered}") == "is unclear"


@pytest.mark.parametrize(
    "many", ["ok ", "is the ", "can have ", "(", "1-", "\N{LEFT DOUBLE QUOTATION MARK}", "on it, "]
)
def test_an_answer_as_long_as_texts_can_be_is_read_soon(many: str) -> None:
    began = time.perf_counter()
    read_reply((many * 1600)[:1600])
    assert time.perf_counter() - began < 1

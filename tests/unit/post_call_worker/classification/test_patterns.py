"""Pure. The language of the signals."""

from __future__ import annotations

import pytest

from post_call_worker.classification.patterns import PatternError, beginnings, compile_pattern, read_groups

GROUPS = read_groups(
    {"cooling": ("ac", "air conditioner"), "out": ("(is|was) [still] out",), "broken": ("{out}", "dead")}
)


@pytest.mark.parametrize(
    ("source", "sentence", "matches"),
    [
        ("smell gas", " i smell gas here ", True),
        ("smell gas", " i smelled gas ", False),
        ("smell~ gas", " i smelled gas ", True),
        ("gas", " the gasket is torn ", False),
        ("smell~ .. gas", " smelling a lot of gas ", True),
        ("smell~ .. gas", " smelling one two three four five gas ", False),
        ("smell~ .. gas", " i smell no gas ", False),
        ("smell~ .. gas", " i smell it , gas ", False),
        ("smell~ ... gas", " smelling it since monday , maybe tuesday , a lot of gas ", True),
        ("smell~ ... gas", " i smell it , but no gas ", False),
        ("smell~ ... gas", f" smell {'and ' * 13}gas ", False),
        ("(bill|my invoice) is", " my invoice is wrong ", True),
        ("[really] loud", " it is loud ", True),
        ("so [really] loud", " so really loud ", True),
        ("{cooling} {broken}", " the air conditioner was still out ", True),
        ("{cooling} {broken}", " the ac dead ", True),
        ("{cooling} {broken}", " the heater is out ", False),
        ("# years old", " it is 21 years old ", True),
        ("# years old", " it is four years old ", True),
        ("# years old", " it is 9 years old ", True),
        ("# years old", " it is many years old ", False),
        ("is #70-99", " she is 82 ", True),
        ("is #70-99", " she is 80-something ", True),
        ("is #70-99", " she is 8 ", False),
        ("is #70-99", " it is 700 ", False),
        ("is #10-20 out", " it is eleven out ", True),
        ("(a|b .. (c|d e)) f", " b x d e f ", True),
        ("ac .. (dead|not (come|turn) on)", " the ac is dead ", True),
        ("ac .. (dead|not (come|turn) on)", " the ac does not turn on ", True),
        ("out , mine", " out , mine ", True),
        ("room & colder", " it is colder in the room ", True),
        ("room & colder", " the room is cold ", False),
        ("(room|hall) & (room|hall)", " the hall , not the room ", True),
        ("room & room", " only the one room ", False),
        ("ac & out", " the ac is fine , and i was just up there , and now the heater is out ", False),
        ("ac & out", " the ac , it is new , now it is out ", True),
        ("ac & out", f" the ac {'really ' * 13}is out ", False),
        ("ac & out", f" he is out , i said {'really ' * 9}the ac is out ", True),
        ("ac & out & now", f" out , the ac {'really ' * 9}is out now ", True),
        ("alarm & !{out}", " the alarm is new ", True),
        ("alarm & !{out}", " the alarm was out ", False),
    ],
)
def test_a_signal_matches_what_it_says(source: str, sentence: str, matches: bool) -> None:
    pattern = compile_pattern(source, GROUPS)
    assert bool(pattern.found(sentence)) is matches
    assert pattern.matches(sentence, beginnings(sentence.split())) is matches


@pytest.mark.parametrize("sentence", [" the ac is on ", " i do not know ", " come over the ac is out "])
def test_a_sentence_without_all_the_words_that_a_signal_needs_is_not_searched(sentence: str) -> None:
    pattern = compile_pattern("ac .. (dead|not (come|turn) on)", GROUPS)
    assert not pattern.may_match(beginnings(sentence.split()))


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("(a|b", "expected"),
        ("a)", "expected"),
        ("(a|)", "empty alternative"),
        ("", "empty alternative"),
        ("..", "at least one word"),
        ("[a]", "at least one word"),
        ("{heating} out", "heating"),
        ("a * b", "cannot read"),
        ("a &", "empty alternative"),
        ("(a & b)", "expected"),
        ("!a & b", "after an '&'"),
        ("is #99-70", "no range"),
        ("is #1-5000", "no range"),
    ],
)
def test_a_signal_that_cannot_be_read_says_why(source: str, fault: str) -> None:
    with pytest.raises(PatternError, match=fault):
        compile_pattern(source, GROUPS)


def test_a_group_may_name_those_above_it_and_no_others() -> None:
    with pytest.raises(PatternError, match=r"broken.*'out'"):
        read_groups({"broken": ("{out}",), "out": ("is out",)})


def test_of_the_places_for_a_part_the_one_that_is_liked_is_taken_before_the_first() -> None:
    pattern = compile_pattern("smell & (smoke|burning)", GROUPS)
    text = " no smoke , just a burning smell "
    assert [match.group() for match in pattern.found(text)[0]] == ["smell ", "smoke "]
    liked = pattern.found(text, lambda match: match.start() > text.index(","))
    assert [match.group() for match in liked[0]] == ["smell ", "burning "]

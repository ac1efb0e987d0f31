"""Shell. What was learned was learned from the lessons that are there now."""

from __future__ import annotations

from calllock.weights import read_weights
from post_call_worker.classification.taxonomy import CATEGORY_OF, EVACUATE
from tests.accuracy.lessons import DANGER, FOR_DANGER, FOR_TAGS, Lesson, digest, lessons_of_dangers, lessons_of_tags
from tests.unit.post_call_worker.classification.labelled_calls import HELD_BACK, wanted_tags


def test_the_weights_were_learned_from_the_lessons_that_are_there() -> None:
    dangers = lessons_of_dangers()
    for file, lessons in ((FOR_TAGS, [*lessons_of_tags(), *dangers]), (FOR_DANGER, dangers)):
        learned_from = read_weights(file.read_text(encoding="utf-8")).learned_from
        assert learned_from == digest(lessons), "the lessons have changed since: run `make learn`"


def test_nothing_that_is_held_back_is_a_lesson() -> None:
    held_back = {says for says, _ in wanted_tags(HELD_BACK)}
    assert len(held_back) > 1_000
    assert [lesson for lesson in (*lessons_of_tags(), *lessons_of_dangers()) if lesson.says in held_back] == []


def test_the_lessons_are_of_tags_and_of_dangers() -> None:
    assert {tag for lesson in lessons_of_tags() for tag in lesson.holds} == set(CATEGORY_OF)
    assert {holds for lesson in lessons_of_dangers() for holds in lesson.holds} == {DANGER, *EVACUATE}


def test_other_lessons_have_another_digest() -> None:
    one, other = Lesson(("a", "b"), frozenset({"GAS_LEAK"})), Lesson(("a b",), frozenset({"GAS_LEAK"}))
    assert len({digest([one]), digest([other]), digest([one, other]), digest([other, one])}) == 4

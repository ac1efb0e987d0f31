"""Pure. What our YAML files may not hold."""

from __future__ import annotations

import pytest
import yaml

from calllock.runtime.yaml_keys import refuse_doubled_keys


def test_a_key_that_stands_twice_is_named_with_its_line() -> None:
    node = yaml.compose("says: one\nunless: two\nsays: three\n")
    assert isinstance(node, yaml.MappingNode)
    with pytest.raises(yaml.constructor.ConstructorError, match=r"says is there twice\n.*line 3"):
        refuse_doubled_keys(node)


def test_the_same_key_in_two_places_is_none_twice() -> None:
    node = yaml.compose("one: {says: a}\ntwo: {says: b}\n")
    assert isinstance(node, yaml.MappingNode)
    refuse_doubled_keys(node)

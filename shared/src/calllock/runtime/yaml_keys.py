"""Pure. What our YAML files may not hold."""

from __future__ import annotations

import yaml


def refuse_doubled_keys(mapping: yaml.MappingNode) -> None:
    """Raises `ConstructorError` where a key stands twice; PyYAML takes the last of them without a word."""
    seen: set[str] = set()
    for key, _ in mapping.value:
        if (name := str(key.value)) in seen:
            raise yaml.constructor.ConstructorError(problem=f"{name} is there twice", problem_mark=key.start_mark)
        seen.add(name)

"""Shell. Reads the business profiles of a folder."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from pathlib import Path

import yaml

from calllock.contracts.business import BusinessProfile, ProfileError, parse_profile
from calllock.runtime.yaml_keys import refuse_doubled_keys


class Profiles:
    """All businesses that this installation answers for."""

    def __init__(self, profiles: tuple[BusinessProfile, ...]) -> None:
        self._by_id = {profile.id: profile for profile in profiles}
        self._by_number = {number: profile for profile in profiles for number in profile.numbers}

    def __iter__(self) -> Iterator[BusinessProfile]:
        return iter(self._by_id.values())

    def by_id(self, business: str) -> BusinessProfile | None:
        """The profile with this id, if there is one."""
        return self._by_id.get(business)

    def by_number(self, number: str) -> BusinessProfile | None:
        """The profile that this number (E.164) belongs to, if there is one."""
        return self._by_number.get(number)


def load_profiles(folder: Path) -> Profiles:
    """Every `*.yaml` and `*.yml` in `folder`; raises `ProfileError` naming file, field and reason."""
    files = sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")])
    if not files:
        raise ProfileError(f"{folder}: no business profile (*.yaml) here")
    profiles = tuple(_load(file) for file in files)
    _refuse_twice([(p.id, file) for p, file in zip(profiles, files, strict=True)], "id")
    _refuse_twice([(n, file) for p, file in zip(profiles, files, strict=True) for n in p.numbers], "numbers")
    return Profiles(profiles)


def _load(file: Path) -> BusinessProfile:
    try:
        raw = yaml.load(file.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - it is a safe one
    except OSError as error:
        raise ProfileError(f"{file.name}: cannot be read: {error.strerror}") from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ProfileError(f"{file.name}: not YAML: {_reason(error)}") from None
    return parse_profile(raw, file.name)


class _Loader(yaml.SafeLoader):
    """Leaves what only looks like a date to the field that it is of, and refuses a field that is there twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, object]:
        """See PyYAML."""
        refuse_doubled_keys(node)
        return super().construct_mapping(node, deep)

    def date_or_text(self, node: yaml.ScalarNode) -> object:
        try:
            return self.construct_yaml_timestamp(node)
        except ValueError:
            return self.construct_yaml_str(node)


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.date_or_text)


def _reason(error: Exception) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return f"line {error.problem_mark.line + 1}: {error.problem}"
    return str(error).splitlines()[0]


def _refuse_twice(values: list[tuple[str, Path]], field: str) -> None:
    seen: dict[str, Path] = {}
    for value, file in values:
        if value in seen:
            raise ProfileError(f"{file.name}: {field}: {value} is already used by {seen[value].name}")
        seen[value] = file

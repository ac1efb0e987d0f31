"""Pure. The files of signals, read and checked against the taxonomy."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from calllock.runtime.yaml_keys import refuse_doubled_keys
from calllock.weights import Weights
from post_call_worker.classification.patterns import Groups, Pattern, PatternError, compile_pattern, read_groups
from post_call_worker.classification.taxonomy import CATEGORY_OF, TAXONOMY
from post_call_worker.classification.unheard import unheard

NOTHING_LEARNED = Weights()


class SignalsError(ValueError):
    """Signals that cannot be used; the message names the file or the tag, and the fault."""


class _Entry(BaseModel):
    """What is said of one tag."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    together: tuple[Annotated[tuple[str, ...], Field(min_length=1)], ...] = ()
    computed: str = ""


class _Elsewhere(BaseModel):
    """What is said of dangers that are not of here and now."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: tuple[str, ...] = ()
    of_others: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    ends_of_others: tuple[str, ...] = ()


class _Aside(BaseModel):
    """What is said of clauses in which some tags are not meant."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: tuple[str, ...]
    of: tuple[str, ...]


class _File(BaseModel):
    """All files together."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    elsewhere: _Elsewhere = _Elsewhere()
    asides: tuple[_Aside, ...] = ()
    hints: dict[str, tuple[str, ...]]
    tags: dict[str, dict[str, _Entry]]


@dataclass(frozen=True, slots=True)
class Signal:
    """A tag (or a hint, which is no tag) with what gives it, what voids that, and what takes it back."""

    name: str
    says: tuple[Pattern, ...]
    unless: tuple[Pattern, ...] = ()
    denies: tuple[Pattern, ...] = ()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How callers tell of dangers that are not of here and now, and of their own that all is well."""

    says: tuple[Pattern, ...] = ()
    of_others: tuple[Pattern, ...] = ()
    unless: tuple[Pattern, ...] = ()
    ends: tuple[Pattern, ...] = ()
    ends_of_others: tuple[Pattern, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """How callers tell of what is not so here and now, and the tags that a clause with it does not give."""

    says: tuple[Pattern, ...]
    of: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signals:
    """All of them, with an index from beginnings of words to the signals that they may give."""

    by_name: dict[str, Signal]
    index: dict[str, tuple[tuple[str, Pattern], ...]]
    together: tuple[tuple[str, frozenset[str]], ...]
    """A tag, and what gives it when all of it was said in a call, in whatever sentences."""
    elsewhere: Elsewhere = Elsewhere()
    asides: tuple[Aside, ...] = ()
    learned: Weights = NOTHING_LEARNED
    """What labelled calls have taught beside them."""


def parse_signals(files: Mapping[str, str]) -> Signals:
    """The signals in the texts of files, which go by their names; raises `SignalsError` unless all tags are there."""
    whole: dict[str, Any] = {}
    for name, text in files.items():
        told = _read(name, text)
        if doubled := sorted(whole.keys() & told.keys()):
            raise SignalsError(f"{name}: {doubled} stand in another file as well")
        whole |= told
    tags = {category: whole.pop(category) for category in TAXONOMY if category in whole}
    try:
        every = _File.model_validate({**whole, "tags": tags})
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, f['loc']))}: {f['msg']}" for f in error.errors())
        raise SignalsError(f"signals: {faults}") from None
    _check_tags(every)
    _check_words(every)
    return _compiled(every)


def _read(name: str, text: str) -> dict[str, Any]:
    try:
        told = yaml.load(text, Loader=_OnceLoader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise SignalsError(f"{name}: {error}") from None
    if not isinstance(told, dict):
        raise SignalsError(f"{name}: names nothing")
    return told


def _check_tags(file: _File) -> None:
    counts = Counter(tag for tags in file.tags.values() for tag in tags)
    missing = CATEGORY_OF.keys() - counts.keys()
    wrong = [
        f"{category}.{tag}"
        for category, tags in file.tags.items()
        for tag in tags
        if CATEGORY_OF.get(tag) != category or counts[tag] != 1
    ]
    if missing or wrong:
        raise SignalsError(f"signals: missing tags {sorted(missing)}, unknown, doubled or misplaced tags {wrong}")
    entries = {tag: entry for tags in file.tags.values() for tag, entry in tags.items()}
    idle = [tag for tag, entry in entries.items() if not (entry.says or entry.together or entry.computed)]
    if idle:
        raise SignalsError(f"signals: {idle} say nothing and are not computed")
    known = CATEGORY_OF.keys() | file.hints.keys()
    if strange := {tag: odd for tag, entry in entries.items() if (odd := set().union(*entry.together) - known)}:
        raise SignalsError(f"signals: together names no tag and no hint: {strange}")


def _check_words(file: _File) -> None:
    entries = [entry for tags in file.tags.values() for entry in tags.values()]
    lists = [
        *(*file.words.values(), *file.hints.values(), *(says for _, says in file.elsewhere)),
        *(aside.says for aside in file.asides),
        *(says for entry in entries for says in (entry.says, entry.unless, entry.denies)),
    ]
    for source in itertools.chain.from_iterable(lists):
        if found := unheard(source):
            raise SignalsError(f"signals: {source!r}: of {found[0]!r} a caller's sentence has {found[1]!r}")


def _compiled(file: _File) -> Signals:
    entries = {tag: entry for tags in file.tags.values() for tag, entry in tags.items()}
    entries |= {name: _Entry(says=says) for name, says in file.hints.items()}
    try:
        groups = read_groups(file.words)
    except PatternError as error:
        raise SignalsError(f"signals: words: {error}") from None
    signals: dict[str, Signal] = {}
    for name, entry in entries.items():
        try:
            signals[name] = Signal(name, *(_patterns(groups, p) for p in (entry.says, entry.unless, entry.denies)))
        except PatternError as error:
            raise SignalsError(f"signals: {name}: {error}") from None
    index: dict[str, list[tuple[str, Pattern]]] = {}
    for signal in signals.values():
        for pattern in signal.says:
            for key in pattern.needs[0]:
                index.setdefault(key, []).append((signal.name, pattern))
    together = tuple((name, frozenset(all_of)) for name, entry in entries.items() for all_of in entry.together)
    return Signals(
        signals,
        {key: tuple(found) for key, found in index.items()},
        together,
        _elsewhere(groups, file),
        _asides(groups, file),
    )


def _elsewhere(groups: Groups, file: _File) -> Elsewhere:
    try:
        return Elsewhere(**{name: _patterns(groups, said) for name, said in file.elsewhere})
    except PatternError as error:
        raise SignalsError(f"signals: elsewhere: {error}") from None


def _asides(groups: Groups, file: _File) -> tuple[Aside, ...]:
    try:
        return tuple(Aside(_patterns(groups, aside.says), _named(aside.of, file.hints)) for aside in file.asides)
    except (PatternError, KeyError) as error:
        raise SignalsError(f"signals: asides: {error}") from None


def _named(names: Iterable[str], hints: Collection[str]) -> frozenset[str]:
    """The tags and hints that are named, a category for all of its own."""
    every: dict[str, tuple[str, ...]] = {name: (name,) for name in (*CATEGORY_OF, *hints)}
    every.update(TAXONOMY.items())
    return frozenset(tag for name in names for tag in every[name])


def follow(signals: Signals, named: Collection[str]) -> set[str]:
    """The tags that follow from what was said together, and from one another."""
    followed: set[str] = set()
    while found := {tag for tag, all_of in signals.together if all_of <= {*named, *followed}} - followed:
        followed |= found
    return followed


def _patterns(groups: Groups, sources: tuple[str, ...]) -> tuple[Pattern, ...]:
    return tuple(compile_pattern(source, groups) for source in sources)


def candidates(signals: Signals, beginnings: AbstractSet[str]) -> set[tuple[str, Pattern]]:
    """The patterns that a sentence may match whose words begin so."""
    keys = signals.index.keys() & beginnings
    begun = set[tuple[str, Pattern]]().union(*(signals.index[key] for key in keys))
    return {found for found in begun if found[1].may_match(beginnings)}


class _OnceLoader(yaml.CSafeLoader):
    """YAML in which a key may stand only once."""


def _mapping(loader: _OnceLoader, node: yaml.MappingNode) -> dict[Hashable, Any]:
    refuse_doubled_keys(node)
    return loader.construct_mapping(node, deep=True)


_OnceLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)

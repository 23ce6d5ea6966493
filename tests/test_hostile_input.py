"""No text takes long: hostile strings for every regular expression of the library, through the whole road."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

import vnreport
from tests.hostile import examples, hostile_strings, pumped
from tests.timing import is_quick
from vnreport.phrase_table import Phrases

SIZE = 2_000
ALLOWED = 0.3
"""Seconds of processor time for 2,000 characters: thrice the promise of 50 ms a KB, for busy machines."""
SHORT = 14
LONGER = 3
"""How much longer the strings are that show what grows by more than the length."""


def modules() -> Iterator[Any]:
    for info in pkgutil.walk_packages(vnreport.__path__, "vnreport."):
        if not info.name.startswith(("vnreport.integrations", "vnreport.__main__")):
            yield importlib.import_module(info.name)


def patterns_in(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    value = getattr(value, "compiled", value)  # one that is compiled on first use
    value = value.as_one() if isinstance(value, Phrases) else value
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 4 and isinstance(value, dict):
        for item in value.values():
            yield from patterns_in(item, depth + 1)
    elif depth < 4 and isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from patterns_in(item, depth + 1)
    elif depth < 4 and dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from patterns_in(getattr(value, field.name), depth + 1)


def all_patterns() -> set[re.Pattern[str]]:
    found: set[re.Pattern[str]] = set()
    for module in modules():
        for value in list(vars(module).values()):
            if callable(value) and hasattr(value, "cache_info") and value.__module__ == module.__name__:
                try:
                    value = value()
                except TypeError:  # it wants arguments
                    continue
            found.update(patterns_in(value))
    return found


def test_no_hostile_string_takes_long() -> None:
    patterns = sorted(all_patterns(), key=lambda p: p.pattern)
    assert len(patterns) > 300
    hostile = dict.fromkeys(s for p in patterns for s in hostile_strings(p, SIZE))
    assert not _slow(hostile, ALLOWED)


def test_no_hostile_string_takes_more_than_its_length() -> None:
    # The short ones are repeated most; so they are few enough to be long.
    whole = {text for pattern in all_patterns() for text in examples(pattern) if len(text) <= SHORT}
    assert len(whole) > 300
    assert not _slow([text * (LONGER * SIZE // len(text)) for text in sorted(whole)], 5 * ALLOWED)


def test_no_pumped_string_takes_more_than_its_length() -> None:
    bodies = {body for pattern in all_patterns() for _, body in pumped(pattern)}
    assert len(bodies) > 50
    long = [text * (10 * SIZE // len(text)) for text in sorted(bodies)]
    assert not _slow([*long, *(f"số vụ không {text} (Aa), a" for text in long)], 10 * ALLOWED)


def test_no_white_space_takes_more_than_its_length() -> None:
    # What two parts of a pattern may both take, and costs nothing where one alone does.
    before = {text for pattern in all_patterns() for text, body in pumped(pattern) if body.isspace()}
    assert len(before) > 300
    long = " " * (4 * SIZE)
    assert not _slow((f"{text}{long}\x01" for text in sorted(before)), ALLOWED)


def _slow(texts: Iterable[str], allowed: float) -> list[str]:
    vnreport.extract("Sở Y tế phạt 26 triệu đồng.")
    return [text[:60] for text in texts if not is_quick(partial(vnreport.extract, text), allowed)]

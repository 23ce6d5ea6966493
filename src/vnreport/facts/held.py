"""What holds at a place of the text, and the clause it holds in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from vnreport.layout import Sentence
from vnreport.report import Source

WIDTH = 1000
"""The longest stretch of a sentence on one side of a number that is looked at, in characters."""

T = TypeVar("T")


# Not frozen, which would make them twice as slow to make; there are five for each number.
@dataclass(slots=True)
class Held(Generic[T]):
    """What holds at a place of the text, with the rule that says so and the words that it read."""

    value: T | None
    rule: str
    start: int | None = None
    end: int | None = None
    _source: Source | None = None

    @property
    def source(self) -> Source:
        """The rule and its words alone; what holds for many numbers has one for all."""
        if self._source is None:
            self._source = Source(rule=self.rule, start=self.start, end=self.end)
        return self._source


@dataclass(slots=True)
class Clause:
    """A stretch of a sentence that states facts of its own."""

    start: int
    end: int
    sentence: Sentence

"""Sentences that are too long are read in portions, so that time stays linear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnreport.layout import Sentence

_LONGEST = 3000
"""A longer sentence is no sentence of a report."""


def portions(text: str, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """Cut sentences that are too long at white space."""
    for sentence in sentences:
        start = sentence.start
        if 0 < sentence.end - start <= _LONGEST:
            yield sentence
            continue
        while sentence.end - start > _LONGEST:
            cut = text.rfind(" ", start + 1, start + _LONGEST)
            cut = start + _LONGEST if cut < 0 else cut
            yield Sentence(start, cut, sentence.section)
            start = cut
            while start < sentence.end and text[start].isspace():
                start += 1
        if start < sentence.end:
            yield Sentence(start, sentence.end, sentence.section)

"""The lead of an article: the first sentences behind its title, the frame of the page left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from vnreport.context.lexicon import Where
from vnreport.layout import Layout, Sentence

LEAD = 2
"""So many sentences it has."""


def lead(layout: Layout, title: Where | None, most: int) -> Iterator[Sentence]:
    """Give the first sentences, ``most`` of them, that stand behind the title and in no boilerplate."""
    after = title[1] if title else 0
    text = (
        sentence
        for sentence in layout.sentences
        if sentence.start >= after and not layout.boilerplate.overlaps(sentence.start, sentence.end)
    )
    return islice(text, most)

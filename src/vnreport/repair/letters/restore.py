"""Put back what one kind of damage took from a stretch of text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from vnreport.repair import language_model
from vnreport.repair.letters import lattice
from vnreport.repair.letters.channel import Channel, Kind
from vnreport.repair.letters.decoder import decode
from vnreport.repair.types import Replacement


@lru_cache(maxsize=16)
def channel(kind: Kind, newer: bool | None) -> Channel:
    """Give the channel of a kind of damage, its candidates kept between calls."""
    return Channel(kind, newer)


def restore(text: str, spans: Iterable[tuple[int, int]], kind: Kind, newer: bool | None = None) -> list[Replacement]:
    """Give the replacements that undo a kind of damage in some stretches of a text."""
    of_kind = channel(kind, newer)
    sentences = [s for start, end in spans for s in lattice.sentences(text, start, end, of_kind)]
    decoded = decode(language_model.load(), [[p.candidates for p in s] for s in sentences])
    name = "stripped" if kind == "stripped" else "dropped"
    found = []
    for sentence, result in zip(sentences, decoded, strict=True):
        for position, choice, confidence in zip(sentence, result.choice, result.confidence, strict=True):
            form = position.candidates.forms[choice]
            if form and form != text[position.start : position.end]:
                found.append(Replacement(position.start, position.end, form, name, round(confidence, 3)))
    return found

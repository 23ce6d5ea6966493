"""What layout finds: the shape of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from vnreport.report import Section
from vnreport.spans import Spans


class Sentence(NamedTuple):
    """A sentence, heading, list item or table line, without surrounding white space."""

    start: int
    end: int
    section: int
    """Index of the innermost section that holds it; -1 for none."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The shape of a document."""

    text: str
    """The repaired text that all offsets point into."""
    sections: tuple[Section, ...]
    """The heading tree in text order, boilerplate included."""
    sentences: tuple[Sentence, ...]
    """The sentences in text order, boilerplate included."""
    boilerplate: Spans
    """Menus, counters, share buttons …: nothing in them is a mention or a fact."""
    title: tuple[int, int] | None
    """Span of the document's title."""
    head: tuple[int, int] | None
    """Span of an official document's head (Quốc hiệu, agency, number, place and date) before the title."""
    signature: tuple[int, int] | None
    """Span of the closing block (Nơi nhận, office and name of the signer)."""

    dateline: tuple[int, int] | None = None
    """Span that dates the document: place and date in the head, or the bar under a web page's headline."""

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence that holds the offset, or None between sentences."""
        from bisect import bisect_right

        index = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return None

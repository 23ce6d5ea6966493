"""What layout finds: the shape of a document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from vnreport.report import Section
from vnreport.spans import Spans
from vnreport.text import fold

T = TypeVar("T")


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
    """The repaired text, the breaks of wrapped lines as spaces, the spaces where a line was cut as breaks;
    all offsets point into either."""
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

    _known: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, what: str, find: Callable[[], T]) -> T:
        """Give what was found in this text under a name; find it where nobody has asked before."""
        if what not in self._known:
            self._known[what] = find()
        found: T = self._known[what]
        return found

    @property
    def folded(self) -> str:
        """The text in lower case, with the same offsets."""
        return self.once("folded", lambda: fold(self.text))

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence that holds the offset, or None between sentences."""
        index = bisect_right(self.sentences, offset, key=attrgetter("start")) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return None

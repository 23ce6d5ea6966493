"""A citation while it is being read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from vnreport.base_model import made
from vnreport.report import InstrumentKind, InstrumentMention, Provision

_SHARED = ("number", "year", "symbol", "code", "name", "issuer", "date", "title")
"""The fields that a reference back has in common with its antecedent."""

_OF_CODE = ("number", "year", "symbol", "code", "issuer")
"""What a code states."""


@dataclass(slots=True)
class Draft:
    """The fields of a citation, found one after the other."""

    kind: InstrumentKind
    start: int
    end: int
    number: str | None = None
    year: int | None = None
    symbol: str | None = None
    code: str | None = None
    name: str | None = None
    issuer: str | None = None
    date: dt.date | None = None
    title: str | None = None
    provisions: list[Provision] = field(default_factory=list)
    refers_to: int | None = None
    """Index of the antecedent among the drafts."""
    short: bool = False
    """Whether the citation leaves out what a full one states."""

    def repeat(self, antecedent: Draft, index: int) -> None:
        """Take over the fields of the citation that this one refers back to."""
        self.refers_to = index if antecedent.refers_to is None else antecedent.refers_to
        self.kind = antecedent.kind
        for name in _SHARED:
            setattr(self, name, getattr(antecedent, name))

    def complete(self, short: Draft) -> None:
        """Take the code that this citation's own short name states (``… gọi là Luật số 62/2020/QH14``)."""
        for name in _OF_CODE:
            setattr(self, name, getattr(short, name) or getattr(self, name))

    def enacted(self) -> int | None:
        """Give the year that the citation states for its instrument."""
        return self.year or (self.date.year if self.date else None)

    def mention(self, text: str, position: int) -> InstrumentMention:
        """Give the finished mention; ``position`` counts the mentions from 0."""
        return made(InstrumentMention)(
            id=f"i{position + 1}",
            text=text[self.start : self.end],
            start=self.start,
            end=self.end,
            kind=self.kind,
            provisions=self.provisions,
            refers_to=None if self.refers_to is None else f"i{self.refers_to + 1}",
            **{name: getattr(self, name) for name in _SHARED},
        )

"""An organisation's name as it was read, before it is spelled in full."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as default

from vnreport.gazetteer import PlaceSpan
from vnreport.mentions.organizations.tables import Field, Head


@dataclass(slots=True)
class Name:
    """The parts of an organisation's name, with their spans."""

    start: int
    end: int
    head: Head
    head_end: int = 0
    """Where the head itself ends."""
    field: Field | None = None
    field_span: tuple[int, int] = (0, 0)
    middle: tuple[int, int] = (0, 0)
    """Span of the open part of the name: behind the field, before an inner organisation or the place."""
    about: tuple[int, int] = (0, 0)
    """Span of what a committee is for, behind its place: ``về chuyển đổi số``."""
    inner: Name | None = None
    """The organisation that this one is a part of."""
    branch: Name | None = None
    """The branch of a bank or company that the name ends with."""
    tentative: bool = False
    """Whether it is no name unless a neighbour lends it its place."""
    places: list[PlaceSpan] = default(default_factory=list)

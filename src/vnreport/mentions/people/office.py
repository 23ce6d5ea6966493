"""An office, rank or form of address beside a name."""

from __future__ import annotations

from typing import NamedTuple

from vnreport.mentions.people.titles import Title, occupations
from vnreport.report import OrganizationMention


class Office(NamedTuple):
    """An office, rank or form of address that the text gives a person."""

    title: Title
    """The office without the organisation, its abbreviation expanded: ``Phó Chủ tịch``."""
    organization: OrganizationMention | None
    """The organisation of the office."""
    start: int
    title_end: int
    end: int
    """Where all that belongs to the office ends: its organisation, place or field of work."""
    unit: str = ""
    """The unit that the title itself names, where no organisation does: ``Trưởng`` *phòng Nội vụ*."""

    @property
    def held_in(self) -> str | None:
        """The name of the body that the office is held in."""
        return self.organization.name if self.organization else self.unit or None

    @property
    def is_held(self) -> bool:
        """Whether it is an office, and no rank, form of address or trade."""
        return self.title.kind == "office" and self.title.name not in occupations()

"""The committee of a unit that is named in its stead: ``Quận Hải An: …``, ``huyện Ân Thi tổ chức …``."""

from __future__ import annotations

from vnreport.context import narrator
from vnreport.context.lexicon import Where, words
from vnreport.gazetteer import read_place
from vnreport.layout import Layout
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention
from vnreport.text import fold

_TOPIC = lazy(r"(?P<name>[^\W\d_][^\n:]{1,30}?)\s?:\s")
"""What a newspaper's title opens with: ``Ân Thi:``."""


def of_place(
    text: str, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the committee of the unit that opens the title: ``Quận Hải An: Thu ngân sách quý I đạt …``."""
    if title is None:
        return None
    place = read_place(text, title[0])
    if place is None or not place.name:
        return None
    committee = f"ủy ban nhân dân {place.word}"
    full = f"{place.word} {place.name}"
    for mention in agencies:
        folded = fold(mention.name)
        if folded == committee:
            return mention.model_copy(update={"name": f"{mention.name} {place.name}", "place": full})
        if folded == f"{committee} {fold(place.name)}":
            return mention
    return None


def quoted_of_place(
    text: str, layout: Layout, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the agency of the unit that opens the title, where the text begins with its words: ``Theo …``."""
    place = read_place(text, title[0]) if title is not None else None
    if place is None or not place.name:
        return None
    source = narrator.quoted_first(text, layout, agencies, title)
    own = fold(f"{place.word} {place.name}")
    return source if source is not None and fold(source.name).endswith(f" {own}") else None


def of_acting_unit(
    text: str, layout: Layout, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the committee of the district or commune that the lead says to act, or that the title tells of.

    ``Sáng 21/8, huyện Ân Thi tổ chức hội nghị …``; ``Ân Thi: Triển khai nhiệm vụ …``.
    """
    for place in narrator.acting_units(text, layout, title):
        full = f"{place.word} {place.name}"
        return OrganizationMention(
            text=text[place.start : place.end], start=place.start, end=place.end,
            name=f"Ủy ban nhân dân {full}", place=full,
        )  # fmt: skip
    opening = _TOPIC.match(text, *title) if title is not None else None
    topic = fold(opening["name"]) if opening is not None else ""
    lower = tuple(word for word in words("level") if word not in ("tỉnh", "thành phố"))
    for mention in agencies if topic else ():
        head, _, unit = fold(mention.name).partition("nhân dân ")
        if head in ("ủy ban ", "uỷ ban ") and unit.startswith(lower) and unit.endswith(f" {topic}"):
            return mention
    return None


def of_opening_unit(text: str, title: Where | None) -> OrganizationMention | None:
    """Take the committee of the district or commune whose name opens the title, where nobody is named."""
    place = read_place(text, title[0]) if title is not None else None
    if (
        place is None
        or not place.name
        or not place.word
        or any(u.level == "province" for u in place.candidates)
    ):
        return None
    full = f"{place.word} {place.name}"
    return OrganizationMention(
        text=text[place.start : place.end], start=place.start, end=place.end,
        name=f"Ủy ban nhân dân {full}", place=full,
    )  # fmt: skip

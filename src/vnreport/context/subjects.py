"""Of which unit a text is whose publisher is of another: who was inspected, where a paper's story happens."""

from __future__ import annotations

from vnreport.context.lead import LEAD, lead
from vnreport.context.levels import full_name, unit_in
from vnreport.context.lexicon import Where, openings
from vnreport.context.visits import inspects
from vnreport.layout import Layout
from vnreport.locality import units_of_any_level
from vnreport.report import OrganizationMention, PlaceMention
from vnreport.text import fold

_UNITS = ("tỉnh ", "thành phố ", "huyện ", "quận ", "thị xã ")
"""How the units begin that are more than the site of an inspection."""

_BRANCHES = ("kho bạc ", "chi cục ", "bảo hiểm xã hội ", "ngân hàng chính sách ", "hạt ", "phòng ", "thuế ")
"""How bodies begin that each district has one of, so that a bare name behind is its name."""


def inspected(
    text: str, organizations: list[OrganizationMention], publisher: OrganizationMention | None, title: Where
) -> tuple[str, Where] | None:
    """Give the province or district of the body that a title says was inspected: ``tại UBND`` *huyện …*."""
    if publisher is None or not inspects(fold(text[slice(*title)])):
        return None
    for mention in organizations:
        if not title[0] < mention.start < title[1] or mention.start == publisher.start:
            continue
        unit = unit_in(mention.name) or _district_in(mention.name)
        if unit is not None and unit.startswith(_UNITS) and fold(mention.name) != fold(publisher.name):
            return unit, (mention.start, mention.end)
    return None


def _district_in(name: str) -> str | None:
    """Read a bare district off the end of a name: ``Kho bạc Nhà nước`` *Giang Thành*."""
    parts = name.split() if fold(name).startswith(_BRANCHES) else []
    for size in (3, 2):
        proper = parts[-size:]
        if len(parts) - size < 2 or not all(part[0].isupper() for part in proper):
            continue
        known = [unit for unit in units_of_any_level(" ".join(proper)) if unit.level == "district"]
        if len({unit.word for unit in known}) == 1:
            return known[0].full
    return None


def told_of(
    layout: Layout, places: list[PlaceMention], publisher: OrganizationMention | None, title: Where
) -> tuple[str, Where] | None:
    """Give the only district that the first sentences of a newspaper's article name."""
    if publisher is None or not f"{fold(publisher.name)} ".startswith(openings("media")):
        return None
    found: dict[str, PlaceMention] = {}
    for sentence in lead(layout, title, LEAD):
        for mention in places:
            if sentence.start <= mention.start < sentence.end and mention.level == "district":
                found.setdefault(full_name(layout.text, mention.name, places), mention)
    if len(found) != 1:
        return None
    name, mention = next(iter(found.items()))
    return name, (mention.start, mention.end)


def of_title(text: str, titled: list[PlaceMention], title: Where) -> list[PlaceMention]:
    """Give the units that a title may be of: none of several in a row, the district of an inspected commune.

    ``… của cử tri`` *huyện A và huyện B* is of neither; ``thanh tra … tại xã A,`` *huyện B*.
    """
    if len(titled) < 2:
        return titled
    first, second = titled[:2]
    between = text[first.end : second.start].strip()
    if first.level == second.level and first.level in {"district", "commune"}:
        return [] if between in (",", "và", ";", "và các huyện", "và thành phố") else titled
    inside = (first.level, second.level, between) == ("commune", "district", ",")
    return titled[1:] if inside and inspects(fold(text[slice(*title)])) else titled

"""Who reports: the agency of the head, of the title, or the one that acts in the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from vnreport.context import codes, committees, deeds, headline, literal, narrator, pages, signers
from vnreport.context.calling import called
from vnreport.context.letterhead import of_head
from vnreport.context.lexicon import Where, openings, words
from vnreport.layout import Layout
from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.repair.syllable import is_syllable
from vnreport.report import InstrumentMention, OrganizationMention
from vnreport.text import fold

_COMMITTEE = ("ủy ban ", "uỷ ban ")
_WHOLE = lazy(r"\s\([A-ZĐ&]{2,9}\)\s(?P<end>quốc gia|tối cao|Trung ương|trung ương)(?!\w)")
"""The end of a name behind its short form: ``Ủy ban An toàn giao thông (ATGT)`` *quốc gia*."""
_NUMBERED = lazy(r"\s(?:khu vực|cơ sở|số)\s(?:\d{1,2}|[IVX]{1,5})$")
_REGION = lazy(rf"\s[-–]\s(?P<unit>[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]+){{1,3}})(?!\w)")
"""The province behind the number of a body that several districts share: ``khu vực 6`` *- Vĩnh Long*."""
_OF_ASSEMBLY = lazy(r"\scủa\sQuốc hội(?!\w)")


@dataclass(frozen=True, slots=True)
class _Page:
    """What a publisher is looked for in."""

    text: str
    layout: Layout
    found: list[OrganizationMention]
    agencies: list[OrganizationMention]
    title: Where | None
    number: Where | None
    instruments: list[InstrumentMention]

    @property
    def bodies(self) -> list[OrganizationMention]:
        """The agencies but for parts that do not say of whom they are: ``TM. BAN THƯỜNG VỤ``."""
        return [m for m in self.agencies if fold(m.name) not in words("part")]


_EVIDENCE: tuple[Callable[[_Page], OrganizationMention | None], ...] = (
    lambda p: headline.topical(p.text, p.layout, p.agencies, p.title),
    lambda p: pages.filled_in(p.layout, p.agencies, p.title, p.number),
    lambda p: of_head(p.layout, p.agencies, p.title, p.number),
    lambda p: codes.issuer(p.text, p.number),
    lambda p: pages.sender(p.layout, p.found),
    lambda p: headline.opening(p.found, p.agencies, p.title),
    lambda p: pages.newspaper(p.text, p.layout, p.agencies, p.title),
    lambda p: narrator.reporting(p.text, p.agencies, p.title),
    lambda p: headline.titled(p.text, p.agencies, p.title),
    lambda p: signers.closing(p.text, p.layout, p.agencies),
    lambda p: pages.venue(p.text, p.layout, p.title),
    lambda p: signers.bylined(p.text, p.agencies, p.title),
    lambda p: signers.signed(p.text, p.layout, p.agencies),
    lambda p: signers.held_by_signer(p.text, p.layout, p.agencies),
    lambda p: signers.signed_for(p.text, p.title),
    lambda p: committees.quoted_of_place(p.text, p.layout, p.agencies, p.title),
    lambda p: committees.of_place(p.text, p.agencies, p.title),
    lambda p: headline.of_force(p.text, p.agencies, p.title),
    lambda p: literal.heading_name(p.text, p.found, p.title),
    lambda p: literal.acting_name(p.text, p.found, p.title),
    lambda p: deeds.manager(p.text, p.layout, p.agencies, p.title),
    lambda p: narrator.leading(p.text, p.layout, p.agencies, p.title),
    lambda p: literal.quoted_name(p.text, p.layout, p.found, p.title),
    lambda p: literal.spoken_for(p.text, p.layout, p.title),
    lambda p: committees.of_acting_unit(p.text, p.layout, p.agencies, p.title),
    lambda p: headline.of_sector(p.text, p.layout, p.title),
    lambda p: headline.of_levels(p.text, p.layout, p.title),
    lambda p: pages.source(p.text, p.found),
    lambda p: pages.quoted(p.text, p.instruments, p.title),
    lambda p: pages.banner(p.text, p.layout, p.title),
    lambda p: narrator.acting(p.text, p.layout, p.bodies, p.title),
    lambda p: narrator.owner_of_figures(p.text, p.layout, p.agencies, p.title),
    lambda p: pages.foot(p.text, p.layout),
    lambda p: committees.of_opening_unit(p.text, p.title),
    lambda p: headline.of_premier(p.text, p.found, p.title),
)
"""What tells who reports, the surest first."""


def find_publisher(
    text: str,
    layout: Layout,
    found: list[OrganizationMention],
    title: Where | None,
    number: Where | None,
    instruments: list[InstrumentMention],
) -> OrganizationMention | None:
    """Find who reports.

    Args:
        text: the repaired text.
        layout: its shape.
        found: the organisations of the text, in text order.
        title: span of the title.
        number: span of the document's own number.
        instruments: the instruments of the text, in text order.

    Returns:
        The mention that names the publisher best, its name as the publisher is called; None if unknown.
    """
    agencies = [m for m in found if _is_agency(fold(m.name) + " ")]
    page = _Page(text, layout, found, agencies, title, number, instruments)
    best = next((body for evidence in _EVIDENCE if (body := evidence(page)) is not None), None)
    if best is None:
        return None
    if layout.head is None:
        best = _represented(pages.team_of(text, layout, title, best), agencies)
    best = _in_full(text, best, agencies)
    best = pages.with_unit(text, layout, title, _with_owner(text, best, agencies))
    return called(best, agencies)


_BOARD = lazy(
    r"^(?:ban chấp hành|bch|ban thường vụ|btv)\s"
    r"(?=(?:hội|đoàn|công đoàn|liên đoàn|liên hiệp|hiệp hội|tổng hội)\s)",
    re.IGNORECASE,
)
"""The board of a society, which speaks for it."""
_PARTY = lazy(
    r"^(?:ban chấp hành\s)?đảng bộ\s(?P<unit>tỉnh|thành phố|huyện|quận|thị xã)(?!\w)", re.IGNORECASE
)
_SEAT = {"tỉnh": "tỉnh", "thành phố": "thành", "huyện": "huyện", "quận": "quận", "thị xã": "thị"}


def _represented(best: OrganizationMention, agencies: list[OrganizationMention]) -> OrganizationMention:
    """Give the society that a board acts for, or the committee by which a part of the Party is called.

    ``Ban Chấp hành`` *Hội Khuyến học tỉnh …*; ``Ban Chấp hành Đảng bộ huyện …`` is the *Huyện ủy*.
    """
    if (board := _BOARD.match(best.name)) is not None:
        rest = best.name[board.end() :]
        return best.model_copy(update={"name": rest[:1].upper() + rest[1:]})
    if (party := _PARTY.match(best.name)) is not None:
        called = (f"{_SEAT[fold(party['unit'])]} ủy ", f"{_SEAT[fold(party['unit'])]} uỷ ")
        return next((m for m in agencies if fold(m.name).startswith(called)), best)
    return best


def _in_full(
    text: str, best: OrganizationMention, agencies: list[OrganizationMention]
) -> OrganizationMention:
    """Give the full name that the text puts a short one behind, and the assembly that a committee is of.

    ``Ngân hàng TMCP Ngoại thương Việt Nam chi nhánh Hà Tĩnh (Vietcombank Hà Tĩnh)``.
    """
    short = f"({best.text})"
    for mention in agencies if not is_syllable(fold(best.text).split()[0]) else ():
        if len(mention.name) > len(best.name) and text.startswith(short, mention.end + 1):
            return mention
    if (region := _REGION.match(text, best.end)) is not None and _NUMBERED.search(best.name):
        update = {"name": f"{best.name} - {region['unit']}", "end": region.end()}
        return best.model_copy(update=update)
    if (whole := _WHOLE.match(text, best.end)) is not None:
        return best.model_copy(update={"name": f"{best.name} {whole['end']}", "end": whole.end()})
    if fold(best.name).startswith(_COMMITTEE) and (owner := _OF_ASSEMBLY.match(text, best.end)):
        return best.model_copy(update={"name": f"{best.name} của Quốc hội", "end": owner.end()})
    return best


def _with_owner(
    text: str, best: OrganizationMention, agencies: list[OrganizationMention]
) -> OrganizationMention:
    """Name a union or a cell with the body it is within: ``Công đoàn cơ sở`` *Sở Y tế …*."""
    if fold(best.name) not in words("inner"):
        return best
    for mention in agencies:
        if mention.name != best.name:
            continue
        owner = next((m for m in agencies if m.start > mention.end), None)
        between = text[mention.end : owner.start] if owner is not None else ""
        if owner is not None and fold(between).strip() in ("", "cơ quan") and "\n" not in between:
            name = f"{mention.name}{between}{owner.name}"
            return mention.model_copy(update={"end": owner.end, "name": name, "place": owner.place})
    return best


def _is_agency(name: str) -> bool:
    return name.startswith(openings("agency")) and not name.startswith(openings("phrase"))

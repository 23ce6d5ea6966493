"""Whose page a text stands on, and whose report it passes on: banners, sources, footers."""

from __future__ import annotations

import re
from functools import cache

from vnreport.context import deeds
from vnreport.context.heading import spelled, unit_of
from vnreport.context.lexicon import Where, openings
from vnreport.gazetteer import read_place
from vnreport.layout import Layout
from vnreport.locality import units_of_any_level
from vnreport.mentions.organizations import read_at
from vnreport.patterns import lazy
from vnreport.report import InstrumentMention, OrganizationMention
from vnreport.text import fold

_QUOTES = ("(trích", "(theo", "(nguồn:", "(trích:", "(trích từ", "(nguồn")
_LOOK = 24
_WORD = lazy(r"[^\W\d_][\w'’-]*")
_FRAME_WORDS = 12
"""So many words a line has that names a page by its unit."""
_TEAMS = ("đội", "tổ", "trạm", "hạt")
_FIELD = 3
"""So many words a team's name has with its field: ``Đội Kiểm lâm``."""
_CLOSE = 2000
"""How close to the end of the text a source may be named."""
_INNER = ("phòng ", "văn phòng ", "ban biên tập", "ban truyền thông", "bộ phận ", "tổ ")
_AND_PAPER = lazy(r"\s?[,;–-]\s(?:TTXVN|VOV|VTV|(?:Báo|báo|Thông tấn xã)\s.*)$")
"""Who printed it, behind whose figures they are: ``Cục Thống kê`` *, TTXVN*."""


def source(text: str, found: list[OrganizationMention]) -> OrganizationMention | None:
    """Take the agency that a closing ``Nguồn: Sở Y tế`` names."""
    low = max(0, len(text) - _CLOSE)
    match = re.search(
        r"^[^\S\n]*nguồn\s?:[^\S\n]*(?:theo\s)?(?P<name>[^\n]{3,80}?)[^\S\n.]*$", text[low:], re.I | re.M
    )
    if match is None or not fold(match["name"]).startswith(openings("agency")):
        return None
    if fold(match["name"]).startswith(openings("media")):
        return None  # who printed it first, not who reports
    if fold(match["name"]).startswith(_INNER):
        return None  # a part of whose page it is
    start = low + match.start("name")
    end = start + len(_AND_PAPER.sub("", match["name"]))
    same = next((m for m in found if fold(m.name) == fold(text[start:end])), None)
    read = read_at(text, start)
    name = same.name if same else read[0] if read is not None and read[1] == end else text[start:end]
    return OrganizationMention(text=text[start:end], start=start, end=end, name=name)


def quoted(
    text: str, instruments: list[InstrumentMention], title: Where | None
) -> OrganizationMention | None:
    """Take the issuer of what a bracket quotes: ``(Trích Báo cáo số … của Thanh tra tỉnh)``.

    Right below the title it may be what the text goes with: ``(Kèm theo Quyết định số … của UBND huyện)``.
    """
    after = title[1] if title else 0
    for mention in instruments:
        if mention.issuer and title is not None and mention.start == title[0]:
            # The page gives the instrument itself: "Quyết định 12/QĐ-UBND của UBND tỉnh …".
            return OrganizationMention(
                text=mention.text, start=mention.start, end=mention.end, name=mention.issuer
            )
        if not mention.issuer or mention.start < after:
            continue
        before = fold(text[max(0, mention.start - _LOOK) : mention.start]).rstrip()
        quoted = mention.kind == "report" and before.endswith(_QUOTES)
        if quoted or (mention.start < after + _LOOK and before.endswith("kèm theo")):
            return OrganizationMention(
                text=mention.text, start=mention.start, end=mention.end, name=mention.issuer
            )
    return None


@cache
def _site() -> re.Pattern[str]:
    """What a web page calls itself by: ``Cổng thông tin điện tử``, before its owner."""
    return re.compile(
        r"[^\S\n]*(?:(?:(?:cổng|trang)\s(?:thông\s)?tin(?:\sđiện\stử)?|website)\s(?:của\s)?)?(?=\w)"
    )


_OWNED = lazy(
    r"^[^\w\n]*(?:(?:copyright|bản quyền)[^\n]{0,24}?\s(?:thuộc|của|bởi|by)(?:\svề)?"
    r"|(?:cơ quan|đơn vị)\s(?:chủ quản|quản lý|chủ trì))\s?:?\s(?=\w)",
    re.MULTILINE,
)
"""What stands before the owner of a page in its foot: ``Bản quyền thuộc về`` *UBND xã …*."""


def banner(text: str, layout: Layout, title: Where | None) -> OrganizationMention | None:
    """Take the owner of the web page, whose name stands above the title: an agency, or a unit's committee.

    Of two lines, as in the head of a document, the lower one is the owner.
    """
    start, stop = 0, title[0] if title else 0
    owner: OrganizationMention | None = None
    for line in text[:stop].splitlines(keepends=True):
        at, start = start, start + len(line)
        match = _site().match(fold(line))
        framed = match is not None and layout.boilerplate.overlaps(at, at + len(line))
        shared = " | " in line or framed
        found = _owner(text, at + match.end(), named=bool(match[0].strip())) if match and shared else None
        if found is not None and (inner := _beside(text, found, start)) is not None:
            return _below(found, inner)
        found = found if framed else None
        if owner is not None:
            whole = found is not None and found.end == at + len(line.rstrip())
            return _below(owner, found) if found is not None and whole else owner
        owner = found
    return owner


_NEWSPAPER = lazy(
    r"[^\w\n]*(?P<name>báo\s(?:điện\stử\s)?(?P<whose>[^\W\d_][^\n|–,:;()-]{1,30}?))\s*"
    r"(?:\s(?:online|điện\stử)(?!\w)|[-–|]\s*(?:cơ\squan\s(?:ngôn\sluận\s)?của|tiếng\snói\scủa)\s)"
)
"""The head of a newspaper's page: ``BÁO BẠC LIÊU ONLINE``, ``Báo Hà Nam - Cơ quan ngôn luận của …``."""


def newspaper(
    text: str, layout: Layout, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the newspaper that the frame above the title names, or whose deed its first sentence tells."""
    paper = _paper(text, layout, title)
    return (deeds.subject(text, layout, agencies, title) or paper) if paper is not None else None


def _paper(text: str, layout: Layout, title: Where | None) -> OrganizationMention | None:
    start, stop = 0, title[0] if title else 0
    for line in text[:stop].splitlines(keepends=True):
        at, start = start, start + len(line)
        match = _NEWSPAPER.match(layout.folded, at, start)
        if match is None or at > _CLOSE:
            continue
        whose = text[slice(*match.span("whose"))]
        whose = whose.title() if whose.isupper() else whose
        low, high = match.span("name")
        return OrganizationMention(text=text[low:high], start=low, end=high, name=f"Báo {whose}")
    return None


_SENDER = lazy(r"^[^\S\n]*(?:từ|người gửi|nơi gửi|đơn vị gửi|from)\s?:[^\S\n]*", re.MULTILINE)


def sender(layout: Layout, found: list[OrganizationMention]) -> OrganizationMention | None:
    """Take the body that a mail's head says it is from: ``Từ:`` *Văn phòng Ban Chỉ huy … tỉnh Quảng Bình*."""
    match = _SENDER.search(layout.folded, 0, _CLOSE)
    return next((m for m in found if m.start == match.end()), None) if match is not None else None


_VENUE = lazy(
    r"^\W{0,4}(?:địa điểm|tại)\s?:?\s(?:tại\s)?"
    r"(?:(?:văn\sphòng|hội\strường|phòng\shọp|phòng\shội\sđồng|trụ\ssở)(?:\s(?:lớn|số\s\d|tầng\s\d))?,?\s(?:của\s)?)?",
    re.MULTILINE,
)
"""What says where a meeting was: ``Địa điểm: Hội trường`` *UBND xã …*."""


def venue(text: str, layout: Layout, title: Where | None) -> OrganizationMention | None:
    """Take the body that minutes were taken at."""
    if title is None or not layout.folded.startswith("biên bản", title[0]):
        return None
    for match in _VENUE.finditer(layout.folded, title[1], title[1] + _FORM):
        read = read_at(text, match.end())
        if read is not None and f"{fold(read[0])} ".startswith(openings("agency")):
            start, end = match.end(), read[1]
            return OrganizationMention(text=text[start:end], start=start, end=end, name=read[0])
    return None


_REPORTER = lazy(
    r"^[^\S\n]*[-+*]?[^\S\n]?(?:tên\s)?(?:đơn\svị|cơ\squan|tổ\schức|doanh\snghiệp|địa\sphương)"
    r"(?:\s(?:lập|gửi|thực\shiện))?\sbáo\scáo\s?:[^\S\n]*(?=\w)",
    re.MULTILINE,
)
"""What a form says before who fills it in: ``Đơn vị báo cáo:``."""
_FILLED_IN = lazy(
    r"^[^\S\n]*(?:tên\s)?(?:đơn\svị|cơ\squan|bệnh\sviện|trường|cơ\ssở)\s?:[^\S\n]*(?=\w)", re.MULTILINE
)
_FORM = 1200
"""So far around the title a form names who reports."""
_FIRST_LINES = 300


def filled_in(
    layout: Layout, found: list[OrganizationMention], title: Where | None, number: Where | None
) -> OrganizationMention | None:
    """Take the body that a form says it is filled in by: ``Đơn vị báo cáo:`` *Trạm Y tế xã …*.

    A bare ``Đơn vị:`` says so right below the title of a form that has no number of its own.
    """
    after = title[1] if title else 0
    reported = _REPORTER.finditer(layout.folded, 0, after + _FORM)
    bare = _FILLED_IN.finditer(layout.folded, after, after + _FIRST_LINES) if title and number is None else ()
    for match in (*reported, *bare):
        body = next((m for m in found if m.start == match.end()), None)
        if body is not None and (fold(body.name) + " ").startswith(openings("agency")):
            if not body.text.isupper():
                return body
            return body.model_copy(update={"name": spelled(layout.text, body.text, body.end)})
    return None


def with_unit(
    text: str, layout: Layout, title: Where | None, best: OrganizationMention
) -> OrganizationMention:
    """Name a body with its unit, as the banner of its own page does: ``Hội Nông dân`` *tỉnh Tiền Giang*."""
    if best.place or layout.head is not None or " " not in best.name:
        return best
    owner = banner(text, layout, title)
    unit = (owner.place or unit_of(owner.name)) if owner is not None else None
    if owner is None or not unit or fold(owner.name) != f"{fold(best.name)} {fold(unit)}":
        return best
    return best.model_copy(update={"name": owner.name, "place": unit})


def team_of(text: str, layout: Layout, title: Where | None, best: OrganizationMention) -> OrganizationMention:
    """Give the owner of the page where who acts is but a team of it: ``Đội Kiểm lâm …`` of a *Chi cục*."""
    named = fold(best.name).split()
    if named[0] not in _TEAMS or len(named) < _FIELD:
        return best
    owner = banner(text, layout, title)
    return owner if owner is not None and " ".join(named[1:_FIELD]) in fold(owner.name) else best


def foot(text: str, layout: Layout) -> OrganizationMention | None:
    """Take the owner of the web page that its frame names: ``Cơ quan chủ quản: Sở Y tế …``."""
    for match in _OWNED.finditer(layout.folded):
        if not layout.boilerplate.overlaps(match.start(), match.end()):
            continue
        site = _site().match(layout.folded, match.end())
        found = _owner(text, site.end(), named=site.end() > match.end()) if site is not None else None
        if found is not None and not fold(found.name).startswith(openings("media")):
            return found
    return None


def seat(text: str, layout: Layout, title: Where | None) -> tuple[str, Where] | None:
    """Give the unit that the owner of the web page is of: ``Cổng thông tin điện tử`` *tỉnh Hà Nam*."""
    for owner in (banner(text, layout, title), foot(text, layout)):
        unit = (owner.place or unit_of(owner.name)) if owner is not None else None
        if owner is not None and unit:
            return unit, (owner.start, owner.end)
    return None


def framed_unit(text: str, title: Where | None, level: str) -> tuple[str, Where] | None:
    """Give the unit of a level that a line above the title ends with: ``Truyền hình`` *Đại Lộc*."""
    start, stop = 0, title[0] if title else 0
    for line in text[:stop].splitlines(keepends=True):
        at, start = start, start + len(line)
        parts = list(_WORD.finditer(line))
        if not 1 < len(parts) <= _FRAME_WORDS:
            continue
        for part in parts[-4:] if len(parts) > 4 else parts[1:]:
            name = line[part.start() : parts[-1].end()]
            known = [unit for unit in units_of_any_level(name.title()) if unit.word == level]
            if known and part[0][0].isupper():
                return known[0].full, (at + part.start(), at + parts[-1].end())
    return None


def _below(superior: OrganizationMention, own: OrganizationMention) -> OrganizationMention:
    """Give the lower body of a banner, with the unit of the one above it."""
    return own.model_copy(update={"place": own.place or unit_of(own.name) or unit_of(superior.name)})


_BAR = lazy(r"\s{1,3}[|–-]\s{1,3}")


def _beside(text: str, superior: OrganizationMention, stop: int) -> OrganizationMention | None:
    """Read the lower body that shares a line with the one above it: ``SỞ … |`` *CHI CỤC …*."""
    tier = f"{fold(superior.name)} ".startswith(openings("tier"))
    bar = _BAR.match(text, superior.end, stop) if tier else None
    found = _owner(text, bar.end(), named=False) if bar is not None else None
    whole = found is not None and not text[found.end : stop].strip() and len(found.name.split()) > _FIELD
    return found if whole else None


def _owner(text: str, begin: int, *, named: bool) -> OrganizationMention | None:
    """Read the agency at a place of the page's frame; a unit, where it is ``named``, has its committee."""
    read = read_at(text, begin)
    if read is not None and (fold(read[0]) + " ").startswith(openings("agency")):
        return OrganizationMention(text=text[begin : read[1]], start=begin, end=read[1], name=read[0])
    place = read_place(text, begin) if named else None
    if place is None or not place.name or not place.word:
        return None
    line = text[begin:].partition("\n")[0].rstrip()
    full = f"{place.word} {place.name.title() if place.name.isupper() else place.name}"
    return OrganizationMention(
        text=line, start=begin, end=begin + len(line), name=f"Ủy ban nhân dân {full}", place=full
    )

"""Who reports: the agency of the head, of the title, or the one that acts in the text."""

from __future__ import annotations

import re

from vnreport.context import codes, literal, narrator, pages
from vnreport.context.calling import called, in_small_letters
from vnreport.context.heading import headed
from vnreport.context.lexicon import Where, openings, words
from vnreport.gazetteer import read_place
from vnreport.layout import Layout
from vnreport.patterns import lazy
from vnreport.repair.syllable import is_syllable
from vnreport.report import InstrumentMention, Mention, OrganizationMention
from vnreport.text import fold

_COUNTRY = "cộng hòa xã hội chủ nghĩa việt nam"
_FOR_COMMITTEE = lazy(
    r"^[^\S\n]*(?:TM|T/M|KT|K/T)\.?[^\S\n]?(?P<body>(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)"
    r"[^\S\n](?P<level>XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH))[^\S\n]*$",
    re.MULTILINE,
)
_ANSWERS = lazy(
    r"[^\W\d_][^\n:;]{3,30}:[^\n:;]{4,60}\s[-–,]\s(?:Phó\s)?(?:Giám đốc|Trưởng|Chi cục trưởng|Cục trưởng)\s"
)
_TOPIC = lazy(r"(?P<name>[^\W\d_][^\n:]{1,30}?)\s?:\s")
"""What a newspaper's title opens with: ``Ân Thi:``."""
_COMMITTEE = ("ủy ban ", "uỷ ban ")
_OF_ASSEMBLY = lazy(r"\scủa\sQuốc hội(?!\w)")
_LOOK = 24
_BYLINE = 300
"""How far below the title a bracket may name the agency."""
_SIGNED = 600
"""How close to the end of the text its author may sign."""


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
    best = (
        _topical(text, layout, agencies, title)
        or _heading(layout, agencies, title, number)
        or codes.issuer(text, number)
        or _opening(found, agencies, title)
        or narrator.reporting(text, agencies, title)
        or _titled(text, agencies, title)
        or _bylined(text, agencies, title)
        or _signed(text, layout, agencies)
        or _held_by_signer(text, layout, agencies)
        or _signed_for(text, title)
        or _quoted_of_place(text, layout, agencies, title)
        or _of_place(text, agencies, title)
        or _of_force(text, agencies, title)
        or narrator.leading(text, layout, agencies, title)
        or literal.heading_name(text, found, title)
        or literal.quoted_name(text, layout, found, title)
        or literal.acting_name(text, found, title)
        or literal.spoken_for(text, layout, title)
        or _of_acting_unit(text, layout, agencies, title)
        or _of_sector(text, layout, title)
        or pages.source(text, found)
        or pages.quoted(text, instruments, title)
        or pages.banner(text, layout, title)
        or narrator.acting(text, layout, agencies, title)
        or narrator.owner_of_figures(text, layout, agencies, title)
        or pages.foot(text, layout)
        or _of_opening_unit(text, title)
        or _of_premier(text, found, title)
    )
    if best is None:
        return None
    best = _in_full(text, best, agencies)
    best = pages.with_unit(text, layout, title, _with_owner(text, best, agencies))
    return called(best, agencies)


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


def _heading(
    layout: Layout, agencies: list[OrganizationMention], title: Where | None, number: Where | None
) -> OrganizationMention | None:
    """Give the last agency above the number and the title: the one before it is its superior."""
    start, stop = layout.head or (0, 0)
    if title is not None:
        stop = min(stop, title[0]) if layout.head and title[0] > start else title[0]
        start = start if layout.head else max(0, title[0] - 200)
    if number is not None and number[0] > start:
        stop = min(stop, number[0])
    if layout.head is None:
        start = max([start, *(high for _, high in layout.boilerplate if high <= stop)])
    column = headed(layout.text, agencies, start, stop)
    if column is not None:
        return codes.completed(layout.text, _office_of(layout.text, column, start, stop, number), number)
    above = [m for m in agencies if start <= m.start < stop and _alone(layout.text, m)]
    above = [m for m in above if not _COUNTRY.endswith(fold(m.name))]
    above = [m for m in above if not layout.boilerplate.overlaps(m.start, m.end)]
    return above[-1] if above else None


def _topical(
    text: str, layout: Layout, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the agency that a headline names before its colon, whosever page it stands on."""
    if layout.head is not None or title is None:
        return None
    opening = next((m for m in agencies if m.start == title[0]), None)
    return opening if opening is not None and re.match(r"\s?:\s", text[opening.end : title[1]]) else None


_OFFICE = lazy(r"^\W*VĂN PHÒNG(?=\W*$| {3}|[^\S\n]?[\t|])", re.MULTILINE)
"""The line of an office, whatever stands in the column beside it."""
_OF_OFFICE = lazy(r"[-/]\s?VP")


def _office_of(
    text: str, body: OrganizationMention, start: int, stop: int, number: Where | None
) -> OrganizationMention:
    """Give the office of a body, ``VĂN PHÒNG`` below its name, where the number is its own: ``12/TB-VP``."""
    line = _OFFICE.search(text, start, stop) if number is not None else None
    own = number is not None and _OF_OFFICE.search(text, *number) is not None
    if line is None or not own or fold(body.name).startswith("văn phòng"):
        return body
    return body.model_copy(update={"name": f"Văn phòng {body.name}", "end": max(body.end, line.end())})


def _alone(text: str, mention: Mention) -> bool:
    """Tell whether a name fills its line or table cell, as in a head."""
    before = text[max(0, mention.start - _LOOK) : mention.start].rstrip(" \t\xa0*")
    after = text[mention.end : mention.end + _LOOK].lstrip(" \t\xa0*")
    return (not before or before[-1] in "\n|") and (not after or after[0] in "\r\n|-_—:")


_SITTING = lazy(r"\s(?:kỳ|phiên) họp[^,;:\n]{0,30}\s$")
_SESSION = lazy(r"^(?:[^:\n]{3,60}:\s)?(?:khai mạc\s|bế mạc\s)?(?:kỳ|phiên) họp[^,;:\n]{0,30}$")
"""What stands before a council in the title of its own session."""


def _opening(
    found: list[OrganizationMention], agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the body that opens the title."""
    opening = next((m for m in found if title is not None and m.start == title[0]), None)
    return in_small_letters(opening, agencies) if opening is not None else None


def _titled(
    text: str, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the first agency in the title that is no object of another's deed."""
    if title is None:
        return None
    report = fold(text[title[0] : title[1]]).startswith(openings("report"))
    inside = [m for m in agencies if title[0] <= m.start < title[1]]
    for mention in inside:
        if report and _SITTING.search(fold(text[title[0] : mention.start])):
            continue  # before or behind whose session it was
        if report and (_is_owner(text, mention) or not narrator.is_object(text, mention)):
            return mention
        if not report and _is_subject(text, title[0], mention):
            return mention
    return None


def _is_subject(text: str, start: int, mention: Mention) -> bool:
    """Tell whether a mention opens a part of the title: ``Kỳ họp thứ 20, HĐND tỉnh …``."""
    before = text[start : mention.start].rstrip(' \xa0\n"“')
    if _SESSION.search(fold(before)):
        return True  # "Phường Thành Tâm: kỳ họp thứ 11 HĐND phường …"
    if fold(before) in words("holder") and not text[mention.end :].lstrip().startswith(":"):
        return True  # "Viện trưởng VKSND tỉnh … báo cáo công tác"
    held = next((word for word in words("holder") if fold(before).endswith(f" của {word}")), "")
    before = before[: len(before) - len(held)].rstrip() if held else before
    return not before or before[-1] in ",:;–-." or (before.endswith(" của") and len(before) < _LOOK)


def _is_owner(text: str, mention: Mention) -> bool:
    return fold(text[max(0, mention.start - 4) : mention.start]) in ("của ", "của\xa0")


def _signed(text: str, layout: Layout, agencies: list[OrganizationMention]) -> OrganizationMention | None:
    """Take the agency that stands in capitals on a line of its own at the close of a text without a head."""
    if layout.head is not None:
        return None
    low = max(len(text) // 2, len(text) - _SIGNED)
    closing = [
        m
        for m in agencies
        if m.start >= low and m.text.isupper() and _alone(text, m)
        and not layout.boilerplate.overlaps(m.start, m.end)
    ]  # fmt: skip
    return closing[-1] if closing else None


def _held_by_signer(
    text: str, layout: Layout, agencies: list[OrganizationMention]
) -> OrganizationMention | None:
    """Take the agency of who answers for the text in a line at its close: ``Soát tin: A - Giám đốc B``."""
    low = max(len(text) // 2, len(text) - _SIGNED)
    for mention in agencies:
        if mention.start < low or layout.boilerplate.overlaps(mention.start, mention.end):
            continue
        line = text[text.rfind("\n", low, mention.start) + 1 : mention.start]
        if _ANSWERS.fullmatch(line) and text[mention.end : mention.end + 1] in ("", "\n", "."):
            return mention
    return None


def _signed_for(text: str, title: Where | None) -> OrganizationMention | None:
    """Take the committee that is signed for, if the title names its unit: ``TM. UBND XÃ``."""
    match = _FOR_COMMITTEE.search(text, max(len(text) // 2, len(text) - _SIGNED))
    if match is None or title is None:
        return None
    word = fold(match["level"]) + " "
    at = fold(text[title[0] : title[1]]).find(word)
    place = read_place(text, title[0] + at) if at >= 0 else None
    if place is None or not place.name:
        return None
    full = f"{place.word} {place.name}"
    start, end = match.span("body")
    return OrganizationMention(
        text=text[start:end], start=start, end=end, name=f"Ủy ban nhân dân {full}", place=full
    )


def _of_place(
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


def _quoted_of_place(
    text: str, layout: Layout, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the agency of the unit that opens the title, where the text begins with its words: ``Theo …``."""
    place = read_place(text, title[0]) if title is not None else None
    if place is None or not place.name:
        return None
    source = narrator.quoted_first(text, layout, agencies, title)
    own = fold(f"{place.word} {place.name}")
    return source if source is not None and fold(source.name).endswith(f" {own}") else None


def _of_acting_unit(
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


def _of_opening_unit(text: str, title: Where | None) -> OrganizationMention | None:
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


def _of_premier(
    text: str, found: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the prime minister, whom a headline calls by his office alone: *Thủ tướng* ``yêu cầu …``."""
    if title is None or not fold(text[title[0] : title[1]]).startswith("thủ tướng "):
        return None
    return next((m for m in found if fold(m.name) == "thủ tướng chính phủ"), None)


_FORCE = lazy(r"biên phòng\s")


def _of_force(
    text: str, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the command of the guard that a headline names by its arm alone: *Biên phòng* ``Lai Châu …``."""
    if title is None or _FORCE.match(fold(text[title[0] : title[1]])) is None:
        return None
    return next((m for m in agencies if "chỉ huy bộ đội biên phòng" in fold(m.name)), None)


def _of_sector(text: str, layout: Layout, title: Where | None) -> OrganizationMention | None:
    """Take the body that leads the sector that the lead says to act: ``ngành Thanh tra tỉnh Kon Tum``."""
    found = narrator.sector(text, layout, title)
    if found is None:
        return None
    (start, end), name, unit = found
    return OrganizationMention(text=text[start:end], start=start, end=end, name=name, place=unit)


def _bylined(
    text: str, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the agency that a bracket right below the title opens with: ``(Văn phòng UBND tỉnh)``."""
    if title is None:
        return None
    for mention in agencies:
        if mention.start > title[1] + _BYLINE:
            break
        before = text[max(0, mention.start - _LOOK) : mention.start]
        if mention.start >= title[1] and re.search(r"(?:^|\n)[^\S\n]*\($", before):
            return mention
    return None

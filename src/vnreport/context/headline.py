"""The agency that the title names, by its name or by what stands for it."""

from __future__ import annotations

import re

from vnreport.context import narrator, speech
from vnreport.context.calling import in_small_letters
from vnreport.context.lexicon import Where, openings, words
from vnreport.layout import Layout
from vnreport.patterns import lazy
from vnreport.report import Mention, OrganizationMention
from vnreport.text import fold

_LOOK = 24
_SITTING = lazy(r"\s(?:kỳ|phiên) họp[^,;:\n]{0,30}\s$")
_SESSION = lazy(r"^(?:[^:\n]{3,60}:\s)?(?:khai mạc\s|bế mạc\s)?(?:kỳ|phiên) họp[^,;:\n]{0,30}$")
"""What stands before a council in the title of its own session."""
_ARM = lazy(r"(?:lực lượng\s)?(?P<arm>biên phòng|quản lý thị trường|kiểm lâm|hải quan|kiểm ngư|thú y)\s")
_BODIES = {"biên phòng": ("chỉ huy bộ đội biên phòng",)}
"""The bodies of arms that are led by no bureau."""


def topical(
    text: str, layout: Layout, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the agency that a headline names before its colon, whosever page it stands on."""
    if layout.head is not None or title is None:
        return None
    opening = next((m for m in agencies if m.start == title[0]), None)
    return opening if opening is not None and re.match(r"\s?:\s", text[opening.end : title[1]]) else None


def opening(
    found: list[OrganizationMention], agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the body that opens the title."""
    opening = next((m for m in found if title is not None and m.start == title[0]), None)
    return in_small_letters(opening, agencies) if opening is not None else None


def titled(text: str, agencies: list[OrganizationMention], title: Where | None) -> OrganizationMention | None:
    """Take the first agency in the title that is no object of another's deed."""
    if title is None:
        return None
    report = fold(" ".join(text[title[0] : title[1]].split()) + " ").startswith(openings("report"))
    inside = [m for m in agencies if title[0] <= m.start < title[1]]
    for mention in inside:
        if report and _SITTING.search(fold(text[title[0] : mention.start])):
            continue  # before or behind whose session it was
        if report and (_is_owner(text, mention) or not speech.is_object(text, mention)):
            return mention
        if not report and _is_subject(text, title[0], mention):
            return mention
    return None


def _is_subject(text: str, start: int, mention: Mention) -> bool:
    """Tell whether a mention opens a part of the title: ``Kỳ họp thứ 20, HĐND tỉnh …``."""
    before = " ".join(text[start : mention.start].split()).rstrip(' "“')
    if _SESSION.search(fold(before)):
        return True  # "Phường Thành Tâm: kỳ họp thứ 11 HĐND phường …"
    if fold(before) in words("holder") and not text[mention.end :].lstrip().startswith(":"):
        return True  # "Viện trưởng VKSND tỉnh … báo cáo công tác"
    held = next((word for word in words("holder") if _is_held(fold(before), word)), "")
    before = _HONORIFIC.sub("", before[: len(before) - len(held)].rstrip()) if held else before
    short = len(before) < _LOOK or fold(before).startswith(openings("speech"))
    return not before or before[-1] in ",:;–-." or (before.endswith(" của") and short)


_HONORIFIC = lazy(r" (?:đồng chí|đ/c|ông|bà)$", re.IGNORECASE)


def _is_held(before: str, office: str) -> bool:
    """Tell whether words end with whose they are, named by an office: ``của (đồng chí)`` *Giám đốc*."""
    if not before.endswith(f" {office}"):
        return False
    return _HONORIFIC.sub("", before[: -len(office) - 1]).endswith(" của")


def _is_owner(text: str, mention: Mention) -> bool:
    return fold(text[max(0, mention.start - 4) : mention.start]) in ("của ", "của\xa0")


def of_premier(
    text: str, found: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the prime minister, whom a headline calls by his office alone: *Thủ tướng* ``yêu cầu …``."""
    if title is None or not fold(text[title[0] : title[1]]).startswith("thủ tướng "):
        return None
    return next((m for m in found if fold(m.name) == "thủ tướng chính phủ"), None)


def of_force(
    text: str, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the body that a headline names by its arm alone: *Biên phòng* ``Lai Châu …``.

    That of the guard is its command, that of others their bureau: *Chi cục Kiểm lâm*.
    """
    arm = _ARM.match(fold(text[title[0] : title[1]])) if title is not None else None
    if arm is None:
        return None
    own = _BODIES.get(arm["arm"], (f"cục {arm['arm']}",))
    bodies = [m for m in agencies if any(name in fold(m.name) for name in own)]
    return next((m for m in bodies if fold(m.name).startswith("chi ")), bodies[0] if bodies else None)


def of_levels(text: str, layout: Layout, title: Where | None) -> OrganizationMention | None:
    """Take the body that leads the branches that the lead says to act: ``các cấp Hội … trong tỉnh``."""
    found = narrator.of_levels(text, layout, title)
    if found is None:
        return None
    (start, end), name = found
    return OrganizationMention(text=text[start:end], start=start, end=end, name=name)


def of_sector(text: str, layout: Layout, title: Where | None) -> OrganizationMention | None:
    """Take the body that leads the sector that the lead says to act: ``ngành Thanh tra tỉnh Kon Tum``."""
    found = narrator.sector(text, layout, title)
    if found is None:
        return None
    (start, end), name, unit = found
    return OrganizationMention(text=text[start:end], start=start, end=end, name=name, place=unit)

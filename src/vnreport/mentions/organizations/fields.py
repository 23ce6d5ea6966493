"""Matching the known fields of organisations."""

from __future__ import annotations

from vnreport.gazetteer import read_place
from vnreport.mentions.organizations.patterns import gap
from vnreport.mentions.organizations.tables import FIELD_TOKEN, Field, Head, fields, fold_token, hyphened

_MAX_TOKENS = 24
_MEMBERS = ("Hội", "Công đoàn", "Chi hội", "Liên đoàn", "Hiệp hội")
"""What the names of bodies of members begin with."""


def match_field(text: str, at: int, head: Head, lowered: bool) -> tuple[Field, int] | None:
    """Match the longest known field at ``at`` that goes with the head.

    Args:
        text: the text.
        at: where the field should start.
        head: the head before it.
        lowered: whether the head begins with a small letter.

    Returns:
        The field and the offset behind it.
    """
    node = fields()
    best: tuple[Field, int] | None = None
    scan = at
    for _ in range(_MAX_TOKENS):
        token = FIELD_TOKEN.match(text, scan)
        if token is None or (scan == at and token.start(1) != at):
            break
        below = node.get(fold_token(token[1] or token[2]))
        if below is None:
            break
        node = below
        scan = token.end()
        known = [f for f in node.get("", ()) if _fits(head, f, text[at:scan], lowered)]
        if known:
            best = _closest(known, text[at:scan].lower()), scan
    return best


def small_field(text: str, at: int, head: Head) -> tuple[Field, int] | None:
    """Match a field in small letters that a place shows to be one: ``sở`` *y tế* ``tỉnh Bình Định``."""
    found = match_field(text, at, head, False)
    behind = gap(text, found[1]) if found else -1
    place = read_place(text, behind) if behind >= 0 else None
    return found if place and place.word in ("tỉnh", "thành phố") else None


def _closest(known: list[Field], surface: str) -> Field:
    """The field that is written as the text has it, else the one whose parts are joined alike."""
    joined = hyphened(surface)
    return max(known, key=lambda f: (f.name.lower() == surface, hyphened(f.name) == joined))


def _fits(head: Head, known: Field, surface: str, lowered: bool) -> bool:
    """Whether a field goes with the head, written as it is."""
    if known.heads and head.name not in known.heads:
        return False
    if known.short and not any(c.isupper() for c in surface):
        return False
    if surface[0].isupper() or surface[0].isdigit():
        return True
    if known.name == "Xây dựng" and head.name.startswith(_MEMBERS):
        # "Các cấp Hội xây dựng 178 tổ": the verb of an association rather than its field
        return False
    return not lowered and (" " in surface or known.name == "Thuế") and head.name != "Đoàn"

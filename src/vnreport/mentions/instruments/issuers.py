"""Issuing bodies as a citation states them."""

from __future__ import annotations

from vnreport.mentions.instruments.bodies import read_body
from vnreport.mentions.instruments.local import KIND, read_place
from vnreport.mentions.instruments.page import Page, one_tone, rx
from vnreport.mentions.instruments.words import body
from vnreport.patterns import lazy

_LINK = rx(
    r"\s{0,8},?\s{0,8}(?:(?:của|do|giữa)\s{1,8}|(?=hội nghị (?:lần thứ|trung ương|ban chấp hành)))"
    r"(?:liên (?:bộ|sở|tịch|ngành)\s?:?\s{0,3}"
    r"(?=(?:bộ|sở|ban|ủy ban|tòa án|viện|thanh tra|tổng|ngân hàng)\s))?"
)
_ALONE = lazy(
    rf"\s{{1,3}}của\s{{1,3}}(?:{body('office')}|{one_tone('quý')}(?:\s[^\W\d_]+){{1,3}})"
    r"(?=\s(?:về|v/v|ban hành|phê duyệt|quy định)(?!\w))"
)
"""An office without its body, which is no issuer: ``của Hiệu trưởng`` *về nâng lương*."""
_JOIN = lazy(rf"\s{{0,3}}(?:,|-|và|&|,\s?và)\s{{0,3}}(?=(?:{body('next')})(?!\w))")
_RENAMED = rx(r"\s{1,2}\((?:nay|trước đây|sau này) (?:là|thuộc)\s[^()\n]{2,80}\)")
"""What a body is called today, within a list of bodies."""
_BETWEEN = lazy(r"\s{0,3}(?:,|-|và|&|,\s?và)\s{0,3}(?=\w)")
"""What joins the parties behind ``giữa``, which may be any bodies."""
_TERM = rx(
    r"(?:\s{0,3}[,-]?\s{0,3}\(?(?:khóa|nhiệm kỳ)\s{1,3}(?:thứ\s)?"
    r"(?:[ivxl]+|\d{1,4}(?:\s?-\s?\d{4})?)(?!\w)\)?"
    r"(?:\s?\(\d{4}\s?-\s?\d{4}\))?){0,2}"
    r"(?:\s{0,3}[,-]?\s{0,3}\(?(?:tại\s)?kỳ họp (?:thứ|lần thứ|bất thường lần thứ|chuyên đề)\s{1,3}"
    r"(?:mười\s\w+|\w+)\)?)?"
)
_ISSUED = rx(
    r"\s{1,3}(?:(?:đã|vừa|mới|vừa mới|trực tiếp)\s{1,3})?(?:ban hành|ký ban hành|ký|thông qua|cấp)(?!\w)"
    r"(?:\s{1,3}vào(?=\s{1,3}ngày\s{0,3}\d))?"
)
_NAME_WORD = lazy(r"\s{1,2}([^\W\d_]+)")


_THERE = lazy(rf"\s{{1,3}}{one_tone('(?:tại|trong)')}\s{{1,3}}(?:{one_tone('các')}\s)?{KIND.pattern}")


def read_issuer(page: Page, at: int, *, joint: bool = False) -> tuple[str, int] | None:
    """Read ``của Bộ Y tế`` or ``do Quốc hội ban hành`` behind a citation: the body and the end of it."""
    link = _LINK.match(page.low, at)
    if link is None or page.broken(at, link.end()):
        return None
    found = read_body(page, link.end())
    if found is None:
        return None
    between = "giữa" in link.group()
    name, end = joined(page, found, between=between) if joint or between else _with_committee(page, found)
    if "," in link.group() and _THERE.match(page.low, end):
        return None  # "… tại Công văn số 12, của UBND tỉnh tại Công văn số 15": that of the next one
    term = _TERM.match(page.low, end)
    end = term.end() if term else end
    if link.group().split()[-1:] == ["do"] or " do " in f" {link.group().strip()} ":
        done = _ISSUED.match(page.low, end) or _ISSUED.match(page.low, _behind_signer(page, end))
        if done is None:
            return None
        end = done.end()
    return name, end


_COMMITTEES = lazy(r"Ban (?!Thường|Chấp|Bí|Chỉ)")
_COMMITTEE = lazy(r"\s{1,3}và\s{1,3}(?=Ban\s[A-ZĐ])")


def _with_committee(page: Page, first: tuple[str, int]) -> tuple[str, int]:
    """Read the second committee of an assembly that reports: ``Ban Pháp chế`` *và Ban Dân tộc*."""
    step = _COMMITTEE.match(page.plain, first[1]) if _COMMITTEES.match(first[0]) else None
    more = read_body(page, step.end()) if step else None
    return (f"{first[0]} và {more[0]}", more[1]) if more else first


def joined(page: Page, first: tuple[str, int], *, between: bool = False) -> tuple[str, int]:
    """Read the bodies that issue together with the first: ``Bộ Y tế`` *và Bộ Tài chính*.

    Args:
        page: the text.
        first: the first body and its end.
        between: whether any body may follow, as it does behind ``giữa``.
    """
    name, end = first
    while True:
        renamed = _RENAMED.match(page.low, end)
        step = (_BETWEEN if between else _JOIN).match(page.low, renamed.end() if renamed else end)
        more = read_body(page, step.end()) if step else None
        if step is None or more is None:
            return name, end
        name += (", " if step.group().strip() in (",", "-") else " và ") + more[0]
        end = more[1]


def _behind_signer(page: Page, at: int) -> int:
    """Give the end of the name of who signed: ``do Bộ trưởng Bộ Công Thương`` *Trần Văn Nam* ``ký``."""
    end, words = at, 0
    while words < 5 and (word := _NAME_WORD.match(page.plain, end)) and word[1][0].isupper():
        end, words = word.end(), words + 1
    return end if words > 1 else at


def behind_office(page: Page, at: int) -> int:
    """Give the end of an office that stands alone between a citation and its title; ``at`` without one."""
    office = _ALONE.match(page.low, at)
    return office.end() if office else at


_CLAUSE = rx(
    r"\s{0,3}(?:\Z|[;.),]|,?\s(?:ngày|năm|của|và|về|v/v|"
    r"quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|bổ sung|công bố)(?!\w))"
)


def read_apposed(page: Page, at: int, issuer: str | None, symbol: str) -> tuple[str, int] | None:
    """Read an issuer that stands behind the code or date without ``của``, where the symbol says the same.

    Args:
        page: the text.
        at: end of the code or date.
        issuer: the body that the symbol implies.
        symbol: the symbol.
    """
    gap = _SPACES.match(page.plain, at)
    found = read_body(page, gap.end()) if gap else None
    if found is None or not _CLAUSE.match(page.low, found[1]):
        return None
    local = ("UBND" in symbol and "Ủy ban nhân dân" in found[0]) or (
        "HĐND" in symbol and "Hội đồng nhân dân" in found[0]
    )
    if issuer is not None and issuer.endswith(found[0]):
        return issuer, found[1]
    return found if local or (issuer is not None and found[0].endswith(issuer)) else None


_LOCAL = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}


def read_level(page: Page, at: int, symbol: str) -> tuple[str, int] | None:
    """Read the level or place right behind a local body's symbol: ``10/2016/NQ-HĐND tỉnh``.

    Args:
        page: the text.
        at: end of the code.
        symbol: the code's symbol.

    Returns:
        The body at that level and the end; None where none stands there.
    """
    head = _LOCAL.get(symbol[-4:])
    place = read_place(page, at) if head else None
    if place is None or not _CLAUSE.match(page.low, place[1]):
        return None
    return f"{head} {place[0]}", place[1]


_BY = rx(r"\sdo(?= )")
_DONE = rx(r"\s{1,3}ban hành(?!\w)")


def read_unit(page: Page, at: int, symbol: str) -> tuple[str, int] | None:
    """Read the unit that legal databases name for its body: `` do tỉnh Kon Tum ban hành``.

    Args:
        page: the text.
        at: where the space before ``do`` stands.
        symbol: the code's symbol, which tells the body.

    Returns:
        The body of that unit, an empty string where the symbol names none, and the end; None where no
        unit is named.
    """
    by = _BY.match(page.low, at)
    place = read_place(page, by.end()) if by else None
    done = _DONE.match(page.low, place[1]) if place else None
    if place is None or done is None:
        return None
    head = _LOCAL.get(symbol[-4:])
    return (f"{head} {place[0]}" if head else ""), done.end()


_SPACES = lazy(r"\s{1,4}(?=[A-ZĐ])")

"""Citations with a number: one head, a number or code, more of them that share head, tail or date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from vnreport.instruments import Code, read_code
from vnreport.lexicon import table
from vnreport.mentions.instruments.dates import read_date
from vnreport.mentions.instruments.draft import Draft
from vnreport.mentions.instruments.page import Page, one_tone, rx
from vnreport.patterns import lazy
from vnreport.report import InstrumentKind
from vnreport.symbols import agencies, kinds

_NO = lazy(
    r"\s{0,8}:?\s{0,3}(?P<word>(?:mang\s)?(?:số|sô|SỐ|Số|so|No\.?|N[°º])(?![^\W\d])\s{0,3}[:.]?)"
    r"?\s{0,8}(?=\d)"
)
_NUMBER = lazy(
    r"(?P<number>\d{1,6}[a-zđA-ZĐ]?)(?:\s{0,2}/\s{0,2}(?P<year>(?:19|20)\d\d)|-(?P<dashed>(?:19|20)\d\d))?(?![\w%°]|\s{0,"
    r"2}[/-]\s{0,2}[\dA-ZĐ]|[.,]\d)"
)


@cache
def _follows() -> re.Pattern[str]:
    """Give the pattern of what leaves a bare number one that is cited: the clause's end, a link, a verb."""
    found = "|".join(row["word"] for row in table("instrument_followers"))
    return rx(rf"\s{{0,3}}(?:\Z|[^\w\s%]|(?:{found})(?!\w))")


_AND = rx(
    r"\s{0,4}(?P<link>,\s?và|;\s?và|,|;|và|hoặc|&|đến)\s{1,4}(?P<no>(?:số|so)\s{0,3}[:.]?\s{0,"
    r"3})?(?=\d)|\s{0,2}(?P<tight>[,;])(?=\d)"
)
YEAR = lazy(r"19[89]\d|20[0-4]\d")
"""A bare number that is rather a year."""
_SLASHED: dict[InstrumentKind, str] = {"decree": "NĐ-CP"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number behind a head, with its code where it is complete."""

    start: int
    end: int
    number: str
    year: int | None
    code: Code | None
    marked: bool
    """Whether ``số`` stands before it."""


def read_number(page: Page, at: int) -> Number | None:
    """Read ``số 09/2017/NĐ-CP``, ``100/2019``, ``số 16`` behind the head of a citation."""
    no = _NO.match(page.plain, at)
    if no is None or page.broken(at, no.end()):
        return None
    return _item(page, no.start("word") if no["word"] else no.end(), no.end(), marked=bool(no["word"]))


_TORN = lazy(r"(\d{1,3}) (?=(\d{1,3})\s?/\s?(?:(?:2 ?0|1 ?9) ?\d ?\d\s?/\s?)?[A-ZĐ]{2})")
"""A number that a stray space parts: ``số 0 5/2021/TT-BTC``."""


def _torn_code(page: Page, at: int, *, marked: bool) -> Code | None:
    """Read a code whose number a stray space parts."""
    torn = _TORN.match(page.plain, at)
    if torn is None:
        return None
    code = read_code(page.plain, torn.end(), loose=True)
    if code is None or code.code is None:
        return None
    # "số 1 234/SXD-QLN": a space for the dot of thousands.
    grouped = marked and len(torn[1]) < 3 and len(torn[2]) == 3 and code.letter
    if not (code.known or grouped or (torn[1] == "0" and code.kind)):
        return None
    if not (marked or code.year or torn[1][0] == "0"):
        return None
    return code._replace(number=torn[1] + code.number, code=torn[1] + code.code)


def _item(page: Page, start: int, at: int, *, marked: bool) -> Number | None:
    code = _torn_code(page, at, marked=marked) or read_code(page.plain, at, loose=True)
    if code is not None and not marked and _is_heading(page.plain[at : code.end], code):
        return None
    if code is not None and (
        code.known
        or code.kind
        or "-" in (code.symbol or "")
        or code.year
        or marked
        or _is_agency(code, page.plain[at : code.end])
    ):
        return Number(start, code.end, code.number, code.year, code, marked)
    bare = _NUMBER.match(page.plain, at)
    if bare is None:
        return None
    year = bare["year"] or bare["dashed"]
    return Number(start, bare.end(), bare["number"], int(year) if year else None, None, marked)


def _is_heading(printed: str, code: Code) -> bool:
    """Tell whether number and symbol are two heads of columns: ``KH`` *2018 TH* ``2018``."""
    return "\t" in printed or ("/" not in printed and YEAR.fullmatch(code.number) is not None)


def _is_agency(code: Code, printed: str) -> bool:
    """Tell whether a symbol is the short name of an office that the lexicon lacks (``285/CCTTHC``)."""
    symbol, tight = code.symbol or "", " " not in printed
    return len(symbol) >= (2 if tight else 3) and symbol.isupper() and (tight or "/" in printed)


def followed(page: Page, at: int) -> bool:
    """Tell whether the words behind a bare number leave it one, no count (``quyết định 15 người``)."""
    return _follows().match(page.low, at) is not None


@cache
def _counted() -> re.Pattern[str]:
    """Give the pattern of the words that a number before them counts."""
    found = {row["word"] for row in table("classifiers")} | {row["form"].lower() for row in table("units")}
    ordered = sorted(map(one_tone, found | _PARTS), key=len, reverse=True)
    return re.compile(rf"\s{{0,3}}(?:{'|'.join(map(re.escape, ordered))}|%)(?!\w)")


_PARTS = frozenset({"chương", "điều", "mục", "khoản", "điểm", "phần", "trang", "nội dung", "nhóm"})
"""What an instrument has a number of."""


def _counts(page: Page, at: int) -> bool:
    """Tell whether the number that ends here counts what stands behind it (``Thông tư 5 chương``)."""
    return _counted().match(page.low, at) is not None


_OTHERS = rx(
    r"\s{1,2}(?:nghị định|thông tư|nghị quyết|công văn|chỉ thị|luật|văn bản|quyết định|thông báo|kế hoạch"
    r"|báo cáo)(?!\w)"
)
_OWNED = rx(r"\s{1,2}(?:của\s|năm (?:19|20)\d\d(?!\d))")
"""What shows that a number behind ``quyết định`` counts nothing, though the word may be a verb."""


def accepts(
    page: Page, number: Number, kind: InstrumentKind, strength: str, *, raised: bool, amid: bool = False
) -> bool:
    """Tell whether a number behind a head is a citation.

    Args:
        page: the text.
        number: what stands behind the head.
        kind: the head's kind.
        strength: the head's class.
        raised: whether the head begins with a capital letter.
        amid: whether words of the sentence stand before the head, so that its capital makes a noun of it.
    """
    if number.code is not None:
        return number.code.known or strength != "weak" or number.marked or "-" in (number.code.symbol or "")
    if number.year is not None:
        law = strength == "named" and kind == "law" and raised  # "Luật 38/2019"
        return law or strength in ("strong", "medium") or (number.marked and strength != "named")
    if strength == "marked" and not number.marked:
        return False
    if strength == "named":
        return number.marked and raised and kind == "law"
    if YEAR.fullmatch(number.number) and not number.marked:
        return False
    if number.number[-1:] in ("K", "G") and not number.marked:
        return False  # "chỉ thị 5K": a slogan
    if number.marked:
        return strength != "weak" or raised or followed(page, number.end)
    if not followed(page, number.end):
        noun = strength == "strong" or (strength == "medium" and amid and len(number.number) > 1)
        # "nghị định 46 cần xem lại"; "quyết định 46 trường hợp", with a verb, is none.
        small = strength == "strong" and len(number.number) > 1
        if small and not raised and _OTHERS.match(page.low, number.end):
            return False
        return noun and (raised or small) and not _counts(page, number.end)
    if strength == "strong" or (strength == "medium" and len(number.number) > 2):
        return True
    if len(number.number) > 1 and (dated := read_date(page, number.end)) is not None and dated.date:
        return True
    owned = strength == "medium" and _OWNED.match(page.low, number.end) is not None
    return (raised or owned) and (strength == "medium" or len(number.number) > 1)


def fill(draft: Draft, number: Number) -> None:
    """Take number, year, symbol, code and implied issuer from what was read."""
    draft.number, draft.year, draft.end = number.number, number.year, number.end
    if number.code is not None:
        draft.symbol, draft.code, draft.issuer = number.code.symbol, number.code.code, number.code.issuer
        symbol, code = number.code.symbol, number.code.code
        if draft.kind == "circular" and draft.issuer is None:
            draft.issuer = _ministry(symbol)
        if draft.kind == "guidance" and symbol and code and symbol.startswith(("HĐ-", "HĐ/")):
            # Repair takes HD (Hướng dẫn) for the more frequent HĐ.
            draft.symbol, draft.code = symbol.replace("Đ", "D", 1), code.replace("Đ", "D", 1)
    elif number.year is not None and draft.kind in _SLASHED:
        draft.symbol = _SLASHED[draft.kind]
        draft.code = f"{number.number}/{number.year}/{draft.symbol}"
        draft.issuer = "Chính phủ"
        draft.short = True
    else:
        draft.short = True


@cache
def _ministry(symbol: str | None) -> str | None:
    """Give the ministry of an old circular, whose symbol names its field alone: ``18-LĐTBXH/TT``."""
    parts = [part for part in re.split(r"[-/]", symbol or "") if part != "TT"]
    field = agencies()[1].get(parts[0], ("", ""))[0] if len(parts) == 1 else ""
    return f"Bộ {field}" if field in {row["name"] for row in table("agency_fields")} else None


def _first(symbol: str | None) -> str:
    """Give the first part of a symbol: the kind, or the agency of a letter."""
    return re.split(r"[-/]", symbol or "")[0]


def of_tax_office(code: Code) -> bool:
    """Tell whether ``CT`` in a symbol is Cục Thuế, a unit of which follows, not an agency's Chỉ thị."""
    first, *rest = re.split(r"[-/]", code.symbol or "")
    return first == "CT" and bool(rest) and agencies()[1].get(rest[0], ("", "unit"))[1] == "unit"


def more(page: Page, draft: Draft, *, strict: bool) -> list[Number]:
    """Read the further numbers that share a head: ``, 13/QĐ-UBND``, ``và số 12/2016/NĐ-CP``.

    Args:
        page: the text.
        draft: the citation before them.
        strict: True where a date or issuer stands between, so that only a code goes on.
    """
    items: list[Number] = []
    at = draft.end
    while len(items) < 60:
        link = _AND.match(page.low, at)
        if link is None or page.broken(at, link.end()):
            break
        start = link.start("no") if link["no"] else link.end()
        item = _item(page, start, link.end(), marked=bool(link["no"]))
        if item is None or (item.code is None and strict):
            break
        if item.code is not None and not (
            item.code.known
            or draft.code is None
            or _first(item.code.symbol) == _first(draft.symbol)
            or (item.marked and "-" in (item.code.symbol or ""))
        ):
            break
        if YEAR.fullmatch(item.number) and item.code is None:
            break
        items.append(item)
        at = item.end
    return _trim(page, draft, items)


def _trim(page: Page, draft: Draft, items: list[Number]) -> list[Number]:
    """Drop bare numbers at the end that no code or number-only list takes up."""
    while items and items[-1].code is None:
        last = items[-1]
        if _OTHERS.match(page.low, last.end) and not last.marked:
            items.pop()  # "…, 132/2025/NĐ-CP; 28 nghị định về phân cấp": a count of others
            continue
        if draft.code is None and last.year is None and draft.year is None and followed(page, last.end):
            break
        if last.year is not None and (draft.code is None or draft.short):
            break
        if last.marked and last.year is None and draft.code is None:
            break
        items.pop()
    return items


_NEAR = 3
"""Instruments of one list whose numbers differ by less or as much are taken to be of one day."""


def share(drafts: list[Draft], *, same_day: bool = False) -> None:
    """Let the numbers of one list share symbol, year, date and issuer with the last that states them.

    Args:
        drafts: the citations of the list.
        same_day: whether the text says that they are of one day (``cùng ngày 15/9/2020``).
    """
    for here, after in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        if here.code is None and here.number and after.code and after.symbol:
            slashed = "/" in after.code[len(after.number or "") :][:1]
            if here.year is None and after.year and f"/{after.year}/" in after.code:
                here.year = after.year
            year = f"/{here.year}" if here.year and f"/{after.year}/" in after.code else ""
            here.symbol = after.symbol
            here.code = f"{here.number}{year}{'/' if slashed else '-'}{after.symbol}"
            here.date = here.date or after.date
            here.year = here.year or (after.year if here.date is None else None)
            here.issuer = here.issuer or after.issuer
            here.short = False
        elif here.code is None and after.code is None:
            here.issuer = here.issuer or after.issuer
            here.date = here.date or after.date
        if _same_office(here.symbol, after.symbol):
            here.issuer = here.issuer or after.issuer
        if here.date is None and same_day:
            here.date = after.date
        if here.date is None and here.symbol and here.symbol == after.symbol and here.year == after.year:
            here.date = after.date if _next_to(here, after) else None


def _same_office(here: str | None, after: str | None) -> bool:
    """Tell whether two symbols name one office, units apart: ``UBND-KGVX`` and ``UBND-NC``."""
    if here is None or after is None:
        return here == after
    first, second = re.split(r"[-/]", here), re.split(r"[-/]", after)
    size = 2 if first[0] in kinds()[1] else 1
    return first[:size] == second[:size]


def _next_to(here: Draft, after: Draft) -> bool:
    """Tell whether two numbers are so near that one day states both: ``số 22 và số 23/2024 ngày …``."""
    numbers = [re.match(r"\d+", draft.number or "") for draft in (here, after)]
    first, second = (int(n.group()) if n else -9 for n in numbers)
    return 0 < second - first <= _NEAR

"""Instruments cited by name: laws and codes, congress and plenum resolutions, treaties, the constitution."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vnreport.lexicon import table
from vnreport.mentions.instruments.law_names import law_kind, law_names, misread
from vnreport.mentions.instruments.local import read_place
from vnreport.mentions.instruments.page import Page, one_tone, rx
from vnreport.patterns import lazy
from vnreport.report import InstrumentKind

_ORDINAL = (
    r"(?:[ivxl]{1,6}|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: (?:một|hai|ba|"
    r"bốn|lăm|sáu|bảy|tám|chín))?)(?!\w)"
)
_CONGRESS = rx(
    rf"\s{{1,3}}(?:của\s)?(?:đại hội|đhđb|đh)(?P<mid>(?:\s{{1,3}}(?!lần |khóa |nhiệm kỳ |đã |về |có |được "
    rf")[^\W\d_]+){{0,14}}?)"
    rf"(?:,?\s{{1,3}}(?:lần thứ|lần|khóa|thứ)\s{{1,3}}(?P<ordinal>{_ORDINAL}))"
    rf"(?P<tail>\s{{1,3}}(?:của\s)?đảng(?! (?:bộ|viên|ủy|ta))(?:\scộng sản việt nam)?|\s{{1,3}}(?:của\s)"
    rf"?đảng bộ(?!\w))?"
)
_CONGRESS_ROMAN = rx(
    r"\s{1,3}(?:đại hội|đhđb|đh)(?P<mid>(?:\s{1,3}(?:đảng toàn quốc|đảng bộ tỉnh|đảng bộ|đảng|đại biểu "
    r"toàn quốc|toàn quốc))?)"
    r"\s{1,3}(?P<ordinal>[ivxl]{1,6}|\d{1,2})(?!\w)"
    r"(?P<tail>(?:\s{1,3}(?:của\s)?đảng bộ(?:\s(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?!\w))?"
    r"|\s{1,3}của\s{1,3}đảng(?!\w)"
    r"|\s{1,3}(?:công đoàn|đoàn (?:tncs|thanh niên cộng sản) hồ chí minh|đoàn thanh niên|"
    r"hội (?:nông dân|lhpn|liên hiệp phụ nữ|cựu chiến binh))"
    r"(?:\s(?:việt nam|tỉnh|thành phố|huyện|quận|thị xã|xã|phường))?(?!\w))?)"
)
_CONGRESS_TERM = rx(
    r"\s{1,3}đại hội\s{1,3}(?:đại biểu\s)?đảng bộ(?!\s{1,3}(?:các|từng|mỗi)(?!\w))"
    r"(?:\s{1,3}[^\W\d_]+){0,6}?(?=,?\s{1,3}nhiệm kỳ\s\d{4})"
)
_TW = r"(?:trung ương|tw|tư|t\.ư\.?)"
_PLENUM = rx(
    rf"\s{{0,3}}(?:của\s)?(?:(?:tại\s)?hội nghị\s{{1,3}})?"
    rf"(?P<nth>lần thứ\s{{1,3}}{_ORDINAL}(?:\s\(khóa\s[ivx]+\))?,?\s{{1,3}})?"
    rf"(?:của\s)?(?:ban chấp hành\s{{1,3}}|bch\s{{0,3}})?{_TW}(?:\s{{0,3}}đảng)?"
    rf"(?:\s{{0,3}}(?:lần thứ\s|lần\s)?(?P<number>{_ORDINAL}))?(?:\s?\(lần\s\w+\))?"
    r"(?P<term>,?\s{0,3}(?P<open>\()?\s?khóa\s{1,3}[ivx\d]{1,5}(?!\w)"
    r"(?:\s?(?:,|và)\s(?:khóa\s)?[ivx]{1,5}(?!\w))*(?(open)\)?))?"
    r"(?:\s{1,3}(?:của\s)?đảng(?!\w))?"
)
_AMENDING = rx(
    r"\s{1,3}(?:(?:về\s)?(?:việc\s)?sửa đổi|sửa đổi)(?:\s?,\s?|\s{1,3}và\s{1,3}|\s{1,3})"
    r"(?:bổ sung(?:\s{1,3}|\s?,\s?))?"
    r"(?:điều \d{1,3}[a-zđ]?(?:(?:, | và )(?:(?:điều )?\d{1,3}[a-zđ]?|phụ lục(?: \w{1,3})?"
    r"(?: về(?:,?\s[^\W\d_]+){1,14}?)?)){0,6}?\s(?:của\s)?"
    r"|(?:một số\s{1,3})?(?:điều|nội dung|quy định)\s{1,3}(?:(?:(?:và|,)\s{1,3}"
    r"(?:phụ lục|danh mục|biểu)(?:\s{1,3}[^\W\d_]+){0,8}?\s{1,3})?(?:(?:của|tại|trong)\s{1,3})?))?"
    r"(?:(?:các|\d{1,2})\s{1,3})?(?P<of>(?:luật|bộ luật|pháp lệnh)(?!\w))"
)
_SUFFIX = rx(
    r"\s{1,3}(?:\((?:sửa đổi(?:\s?,\s?bổ sung)?|mới)\)|sửa đổi(?:\s?,\s?bổ sung)?(?=\s{0,3}(?:năm|"
    r"\(|\d{4}|[.,;:)]|được|đã|có|lần này|và\s|\Z))(?!\s?,\s?bổ sung một số))"
)
_CONSTITUTION = rx(
    r"(?P<state>\s{1,3}(?:nước\s{1,3})?(?:cộng hòa xã hội chủ nghĩa|chxhcn|cộng hòa xhcn)\s{1,3}việt "
    r"nam|\s{1,3}việt nam(?! dân))?"
)
_LAW_WORD = lazy(r"[^\W\d_]+")
_LAW_GAP = lazy(
    r"\s{1,3}|,\s{1,2}(?=(?:[Cc]hống|[Ss]ử dụng|[Tt]ố cáo|[Gg]iáo dục|[Bb]ổ sung|[Kk]hen|[Tt]hể thao)\s)"
)
_NOT_A_LAW = rx(
    r"(?:sư|gia|học|tnhh|pháp|lệ|chơi|hợp danh|tp|hà nội|việt|so sánh|công lý|thành phố|tục|số|khoa)(?!\w)"
)
_BEFORE = rx(
    r"(?<!\w)(?:công ty|văn phòng|đại học|khoa|ngành|viện|tạp chí|báo|cử nhân|sĩ|sỹ|điều|trường|môn|hãng|"
    r"pháp|quy|kỷ|lệ|học|đh|nội|phi|tục|bộ môn)\s?\Z"
)


@cache
def stops(column: str) -> frozenset[str]:
    """Give the words at which a name of that sort ends, in the spelling of :attr:`Page.low`."""
    return frozenset(one_tone(row["word"]) for row in table("instrument_name_stops") if row[column])


class Named(NamedTuple):
    """An instrument cited by its name."""

    kind: InstrumentKind
    name: str
    end: int
    known: bool


def of_company(page: Page, start: int) -> bool:
    """Tell whether ``luật`` belongs to a firm, a faculty or the word ``pháp luật``."""
    return _BEFORE.search(page.low[max(0, start - 12) : start]) is not None


def read_law(page: Page, start: int, head_end: int, *, provided: bool) -> Named | None:
    """Read a law by name whose head word (``luật`` …) was seen; an amending law or one not in the lexicon.

    ``provided`` tells that a provision stands before, which no firm or person has.
    """
    head = page.low[start:head_end]
    kind = law_kind(head)
    amending = _AMENDING.match(page.low, head_end)
    if amending and not page.broken(head_end, amending.end()):
        end = _amended(page, amending.start("of"))
        if end is not None:
            return Named(kind, as_written(page, start, end), end, True)
    if page.text[start].islower() or (kind == "law" and of_company(page, start)):
        return None
    named = _unknown(page, start, head_end, kind, small=provided or kind == "ordinance")
    if provided and named and kind == "law" and named.name.count(" ") < 2:
        return None
    return named


def as_written(page: Page, start: int, end: int) -> str:
    """Give a name in the letters of the text, with a capital first letter."""
    name = page.squeezed(start, end)
    return name[0].upper() + name[1:]


_TOKENS = lazy(r"(\w+)(?:\W{1,7}(\w+))?")


@cache
def _by_start() -> dict[tuple[str, str], list[str]]:
    """Give the names of laws, with and without their head, by their first two words."""
    tails = set(law_names())
    for name in law_names():
        for head in ("bộ luật ", "luật ", "pháp lệnh "):
            if name.startswith(head):
                tails.add(name[len(head) :])
    found: dict[tuple[str, str], list[str]] = {}
    for name in sorted(tails, key=lambda tail: (-len(tail), tail)):
        first, second = [*re.findall(r"\w+", name)[:2], ""][:2]
        found.setdefault((first, second), []).append(name)
    return found


@cache
def _known_names(start: tuple[str, str]) -> re.Pattern[str]:
    """Give the pattern of the names that two words begin; one of all names would be tried word by word."""
    body = "|".join(re.escape(name).replace(r"\ ", r"\s{1,3}") for name in _by_start()[start])
    return re.compile(rf"(?:{body})(?!\w)")


def _known_law(page: Page, at: int) -> re.Match[str] | None:
    """Match the longest name of a law at an offset."""
    words = _TOKENS.match(page.low, at)
    if words is None:
        return None
    for start in ((words[1], words[2] or ""), (words[1], "")):
        match = _known_names(start).match(page.low, at) if start in _by_start() else None
        if match:
            return match
    return None


def _amended(page: Page, at: int) -> int | None:
    """Give the end of the list of laws that an amending law names."""
    match = _known_law(page, at)
    if match is None:
        head = re.compile(r"(?:bộ luật|luật|pháp lệnh)(?!\w)").match(page.low, at)
        if head is None:
            return None
        tail = re.compile(
            r"\s{1,3}(?:liên quan đến|về|có liên quan đến|(?:trong|thuộc) (?:các )?lĩnh vực)"
            r"(?:\s{1,3}[^\W\d_]+|,(?=\s(?:trật tự|an toàn|thương mại)(?!\w))){1,10}"
        ).match(page.low, head.end())
        if tail:
            return _cut(page, at, tail.end())
        unknown = _unknown(page, at, head.end(), "law", small=True)
        return unknown.end if unknown else None
    end = match.end()
    for _ in range(16):
        link = re.compile(r"\s{0,3}(?:,|và)\s{1,3}").match(page.low, end)
        more = _known_law(page, link.end()) if link else None
        if link is None or more is None or page.broken(end, more.end()):
            break
        if link.group().strip() != "và" and not _more_follow(page, more.end()):
            break
        end = more.end()
    return end


def _more_follow(page: Page, at: int) -> bool:
    """Tell whether a list of amended laws goes on to an ``và``, so that its commas are its own."""
    return " và " in page.low[at : at + 120]


def _cut(page: Page, start: int, end: int) -> int:
    for word in _LAW_WORD.finditer(page.low, start, end):
        if word.group() in _CUT and (word.start() > start + 20 or word.group() in _CUT[:2]):
            return word.start() - 1
    return end


_CUT = ("ngày", "số", "được", "đã", "có", "này", "của", "cũng", "là", "thì", "sẽ", "nên", "nhằm", "để", "tại")
"""What ends the subject of an amending law that names no law."""


def _unknown(
    page: Page, start: int, head_end: int, kind: InstrumentKind, *, small: bool = False
) -> Named | None:
    """Read a law's name that the lexicon lacks: a capitalised word and what follows up to a stop."""
    end, words = head_end, 0
    if _NOT_A_LAW.match(page.low, head_end + 1):
        return None
    while words < 12:
        gap = _LAW_GAP.match(page.plain, end)
        word = _LAW_WORD.match(page.plain, gap.end()) if gap else None
        if gap is None or word is None or page.broken(end, word.start()):
            break
        if words == 0 and not (small or word.group()[0].isupper()):
            return None
        low = page.low[word.start() : word.end()]
        kept = (low == "và" and _joins(page, word.end(), words)) or (
            low in _COMPOUNDS and _COMPOUNDS[low].search(page.low, max(0, word.start() - 6), word.start())
        )
        if low in stops("law") and not kept:
            break
        if words == 0 and low in ("này", "trên", "nay"):
            return None
        end, words = word.end(), words + 1
    if not words:
        return None
    name = as_written(page, start, end)
    tail = page.plain[page.text.find(" ", head_end) : end].split()
    proper = words < 3 and all(word[0].isupper() for word in tail)
    if kind == "law" and (words == 1 or proper) and not small and not _EVIDENCE.match(page.low, end):
        return None
    return Named(kind, misread(name), end, False)


_COMPOUNDS = {
    one_tone("hiện"): rx(r"(?<!\w)(?:thực|phát|thể)\s\Z"),
    one_tone("không"): rx(r"(?<!\w)hàng\s\Z"),
}
"""Words that end names, but not as the second half of ``thực hiện``, ``hàng không``."""
_EVIDENCE = rx(r"\s{0,3},?\s{0,3}(?:\(?(?:năm\s)?(?:19|20)\d\d(?!\d)|số\s{0,3}\d|ngày\s{0,3}\d|\(?sửa đổi)")
"""What shows that an unknown capitalised word behind ``Luật`` names a law, not a firm or a person."""


def _joins(page: Page, at: int, words: int) -> bool:
    """Tell whether an ``và`` is inside a name (``Luật Bảo vệ và …``): a small word follows, no new head."""
    after = re.compile(r"\s{1,2}([^\W\d_]+)").match(page.low, at)
    if after is None or words > 6:
        return False
    return page.plain[after.start(1)].islower() and after[1] not in stops("law") and after[1] not in (
        "pháp", "nghị", "thông", "luật", "bộ", "quyết", "văn", "chỉ", "kế", "quá", "một", "ủy",
        "phần", "những", "điều", "khoản", "điểm", "mục", "chương",
    )  # fmt: skip


def law_suffix(page: Page, at: int) -> tuple[str, int]:
    """Give ``(sửa đổi)`` behind a law's name with a space before it, and its end; nothing where none is."""
    match = _SUFFIX.match(page.low, at)
    if match is None:
        return "", at
    written = page.squeezed(at, match.end())
    return f" {written.lower() if written.isupper() else written}", match.end()


@cache
def _countries() -> re.Pattern[str]:
    rows = table("wide_places")
    names = {r["name"] for r in rows if r["level"] == "country" and r["name"] != "Việt Nam"}
    body = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"\s{{1,3}}(?:{body})(?![\w])(?!\s[A-ZĐ])")


def foreign(page: Page, at: int) -> int:
    """Give the end of the country whose law is named: ``Bộ luật Dân sự`` *Pháp*."""
    match = _countries().match(page.plain, at)
    return match.end() if match else at


def read_constitution(page: Page, at: int) -> tuple[str, int]:
    """Read what may follow ``Hiến pháp``: the state's name."""
    match = _CONSTITUTION.match(page.low, at)
    if match is None or not match["state"] or page.broken(at, match.end()):
        abroad = foreign(page, at)
        return (f"Hiến pháp {page.squeezed(at, abroad)}", abroad) if abroad > at else ("Hiến pháp", at)
    if "hòa" in match.group() or "chxhcn" in match.group():
        return "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam", match.end()
    return "Hiến pháp Việt Nam", match.end()


def read_resolution(page: Page, start: int, head_end: int) -> tuple[str, int] | None:
    """Read a congress's or plenum's resolution without a number: its name and end."""
    for pattern in (_CONGRESS_ROMAN, _CONGRESS, _CONGRESS_TERM, _PLENUM):
        match = pattern.match(page.low, head_end)
        if match is None or page.broken(head_end, match.end()):
            continue
        if (
            pattern is _CONGRESS_ROMAN
            and not page.plain[match.start("ordinal")].isupper()
            and not match["ordinal"].isdigit()
        ):
            continue
        if pattern is _PLENUM and not (match["term"] or match["nth"] or _figure(page, match)):
            continue
        end = match.end()
        if page.low.endswith(_PARTY_BODY, 0, end) and (place := read_place(page, end)) is not None:
            end = place[1]  # "Nghị quyết Đại hội lần thứ XXII Đảng bộ huyện"
        return _spell_out(page.squeezed(start, end)), end
    return _local_plenum(page, start, head_end)


_LOCAL_PLENUM = rx(
    rf"\s{{1,3}}(?:của\s)?hội nghị\s{{1,3}}"
    rf"(?P<nth>lần thứ\s{{1,3}}{_ORDINAL}(?:\s\(khóa\s[ivx]+\))?,?\s{{1,3}})?"
    r"(?:của\s)?(?:ban chấp hành|bch)\s{1,3}đảng bộ(?!\w)"
)
_SESSION = rx(
    rf"\s{{1,3}}(?:tại\s|của\s)?kỳ họp\s{{1,3}}(?P<nth>(?:lần\s)?thứ\s{{1,3}}{_ORDINAL}),?\s{{1,3}}"
    r"(?:của\s)?(?:hội đồng nhân dân|hđnd)(?!\w)"
)
"""The session of a council that passed a resolution: ``Nghị quyết`` *kỳ họp thứ 9 HĐND* ``tỉnh``."""
_PLENUM_TAIL = rx(
    rf"(?:,?\s{{1,3}}(?P<nth>lần thứ\s{{1,3}}{_ORDINAL}))?"
    r"(?:,?\s{1,3}\(?(?P<term>khóa\s{1,3}[ivx\d]{1,5})(?!\w)\)?)?"
)


def _local_plenum(page: Page, start: int, head_end: int) -> tuple[str, int] | None:
    """Read the resolution of a local plenum: ``Nghị quyết Hội nghị lần thứ 6 BCH Đảng bộ tỉnh khóa XVI``."""
    match = _LOCAL_PLENUM.match(page.low, head_end) or _SESSION.match(page.low, head_end)
    if match is None or page.broken(head_end, match.end()):
        return None
    place = read_place(page, match.end())
    end = place[1] if place else match.end()
    tail = _PLENUM_TAIL.match(page.low, end)
    if not (match["nth"] or (tail and (tail["nth"] or tail["term"]))):
        return None
    end = tail.end() if tail else end
    return _spell_out(page.squeezed(start, end)), end


def _figure(page: Page, plenum: re.Match[str]) -> bool:
    """Tell whether a plenum's number is a figure or a Roman one: ``Nghị quyết Trung ương VI``."""
    if plenum["number"] is None:
        return False
    printed = page.plain[plenum.start("number") : plenum.end("number")]
    return printed.isdigit() or _ROMAN.fullmatch(printed) is not None


_ROMAN = lazy(r"[IVX]{1,6}")
_PARTY_BODY = one_tone("đảng bộ")


def _spell_out(name: str) -> str:
    name = re.sub(r"\ANQ(?=\b|T)", "Nghị quyết ", name)
    name = re.sub(r"\bĐH(ĐB)?(?=\s)", lambda m: "Đại hội đại biểu" if m[1] else "Đại hội", name)
    name = re.sub(r"\bBCH(?:\b|(?=T))\s?", "Ban Chấp hành ", name)
    name = re.sub(r"\b(?:TW|TƯ|T\.Ư\.?)\s?(?=\d|[IVX]|\b|\()", "Trung ương ", name)
    name = re.sub(r",?\s*\(?\s?\b[Kk]h(?:óa|oá)\s+([IVXivx\d]+(?:(?:, | và )[IVX]+)*)\)?", r" khóa \1", name)
    name = " ".join(name.split())
    return name[0].upper() + name[1:]

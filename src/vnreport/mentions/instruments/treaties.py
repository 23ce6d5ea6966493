"""Treaties by name or number: ``Hiệp định CPTPP``, ``Công ước số 138 của ILO``."""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon import table
from vnreport.mentions.instruments.names import Named, as_written, stops
from vnreport.mentions.instruments.page import Page, one_tone, rx
from vnreport.patterns import lazy

_TREATY_WORD = lazy(r"[^\W_][\w/&]*")
_TREATY_GAP = lazy(r"\s?-\s?(?=\w)|\s{1,3}|\s\(|,\s(?=chống|tra tấn|trừng trị|trang phục|thực vật)")


@cache
def _known() -> re.Pattern[str]:
    """Give the pattern of the names in ``lexicon/treaty_names.tsv``, longest first."""
    found = sorted((one_tone(row["name"].lower()) for row in table("treaty_names")), key=len, reverse=True)
    body = "|".join(re.escape(name).replace(r"\ ", r"\s{1,3}") for name in found)
    return re.compile(rf"(?:{body})(?!\w)")


def read_known_treaty(page: Page, start: int) -> Named | None:
    """Read a treaty whose name holds what ends others: ``Công ước … quyền kinh tế, xã hội và văn hóa``."""
    match = _known().match(page.low, start)
    if match is None or page.text[start].islower():
        return None
    return Named("treaty", as_written(page, start, match.end()), match.end(), True)


def read_treaty(page: Page, start: int, head_end: int) -> Named | None:
    """Read a treaty by name: ``Hiệp định CPTPP``, ``Công ước của Liên hợp quốc về Luật Biển``."""
    if page.text[start].islower() and not _PARTY.match(page.plain, head_end):
        return None
    end, words = head_end, 0
    proper = page.plain[start].isupper() and _UNIVERSAL.match(page.low, start) is not None
    last = head_end
    subject = page.low.startswith((" về ", " tránh "), head_end)
    while words < 32:
        gap = _TREATY_GAP.match(page.plain, end)
        if gap is None or gap.group() == " (":
            break
        word = _TREATY_WORD.match(page.plain, gap.end())
        if word is None or page.broken(end, word.start()):
            break
        low, shown = page.low[word.start() : word.end()], word.group()
        if low == "trên" and _SURFACE.match(page.low, word.end()):
            end, words = word.end(), words + 1
            continue
        if (
            (
                low in stops("treaty")
                and not (low in _BEFORE_PARTY and subject and not proper)
                and not (low == _BEFORE_PARTY[2] and "giữa" in page.low[head_end:end].split())
                and not _ORGANIZED.match(page.low, word.start())
                and not _KEPT.search(page.low, max(0, word.start() - 4), word.start())
            )
            or _phrase_stop().match(page.low, word.start())
            or _OF_AGENCY.match(page.low, word.start())
            or (low == "và" and not _treaty_joins(page, word.end(), proper))
            or re.fullmatch(r"(?:19|20)\d\d", shown)
        ):
            break
        if low == "về" and "giữa" in page.low[head_end:end].split():
            break
        if low == "trong" and not _FIELD.match(page.low, word.end()):
            break
        if shown.isdigit() and not _ORDINAL.search(page.low, max(0, word.start() - 5), word.start()):
            break
        upper = len(shown) > 2 and shown.isupper() and shown.isascii()
        proper = (
            proper
            or upper
            or (shown[0].isupper() and words > 0)
            or (words == 0 and shown[0].isupper() and not _COMMON.match(page.low, word.start()))
        )
        end, words = word.end(), words + 1
        if low not in ("và", "về", "của", "giữa", "các", "cho"):
            last = end
        if upper and words == 1 and not _SUBJECT.match(page.low, end):
            break
    more = _FIELDS.match(page.plain, last) if last > head_end else None
    last = more.end() if more else last
    year = re.match(r",?\s{1,3}(?:năm\s)?(?:19|20)\d\d", page.plain[last : last + 16])
    told = proper or year or _SIGNED.match(page.low, last) or treaty_acronym(page, last) > last
    if last == head_end or not told:
        return None
    return Named("treaty", as_written(page, start, last), last, proper)


_OF_AGENCY = rx(r"của (?:bộ|chính phủ|thủ tướng|sở|ubnd|tổng cục)\s")
"""Whose view of the treaty it is, no part of its name."""
_ORGANIZED = rx(r"có (?:tổ chức|hiệu lực chung)(?!\w)")
"""A word that ends names within a treaty's: ``tội phạm`` *có tổ chức*, ``thuế quan`` *có hiệu lực chung*."""
_SIGNED = rx(r",?\s{1,3}(?:được\s)?(?:ký\s)?(?:kết\s)?ngày\s{1,3}\d{1,2}\s?[/.-]\s?\d")
_BEFORE_PARTY = ("đối", "từ", one_tone("với"))
"""Words that end a treaty's name, but not one that begins with its subject and has named no party yet."""
_FIELDS = lazy(
    r",(?:\s(?!Công |Hiệp |Nghị |Luật |và (?:Công|Hiệp|Nghị|Luật))[^\W\d_]+){1,6}(?=\s\([A-ZĐ]{3,8}\))"
)
"""A further field of a treaty whose letters follow: ``về quyền dân sự, chính trị (ICCPR)``."""
_PARTY = lazy(
    r"\s(?:[A-ZĐ]{3,}|(?:của\s)?Liên\s[Hh]ợp\s[Qq]uốc\s(?:năm\s\d{4}\s)?về\s|Viên\s|Geneva|La\sHay|quốc\stế\s(?:về|chống)\s)"
)
"""What makes a name of ``công ước`` in small letters."""


@cache
def _phrase_stop() -> re.Pattern[str]:
    """Give the pattern of the words of several syllables that end a treaty's name."""
    phrases = sorted(word for word in stops("treaty") if " " in word)
    return re.compile(rf"(?:{'|'.join(map(re.escape, phrases))})(?!\w)")


_ORDINAL = rx(r"(?<!\w)(?:số|thứ)\s\Z")
_KEPT = rx(r"(?<!\w)(?:tự|về)\s\Z")
"""Words behind which another that ends names goes on: ``tự do``, ``Hiệp định về các …``."""
_SUBJECT = rx(r"\s{1,3}(?:về|chống)(?!\w)")
_COMMON = rx(
    r"(?:thương|đối|vay|khung|hợp|tương|quốc|song|đa phương|về|hàng|vận|bảo|tránh|"
    r"liên(?! hợp quốc| minh (?:châu|kinh tế|á|âu|nghị viện)))(?!\w)"
)
_UNIVERSAL = rx(r"công ước\s(?:quốc tế\s|khung\s)?(?:về|chống|cấm|bảo vệ|bảo hộ|xóa bỏ|loại bỏ)\s")
"""Conventions are known by their subject; an agreement needs the name of a party or place."""
_SURFACE = rx(r"\s{1,3}(?:đất liền|biển)(?!\w)")
"""What a treaty on borders is about: ``trên đất liền``."""
_FIELD = rx(r"\s{1,3}(?:thương mại|lĩnh vực|các lĩnh vực|khuôn khổ)(?!\w)")


def _treaty_joins(page: Page, at: int, proper: bool) -> bool:
    after = re.compile(r"\s{1,2}([^\W\d_]+)").match(page.low, at)
    return after is not None and after[1] not in (
        "nghị",
        "hiệp",
        "công",
        "các",
        "luật",
        "những",
        "pháp",
        "cam",
        "thỏa",
        "chỉ",
        "thông",
        "quyết",
        "kế",
    )


_NUMBERED_TREATY = lazy(
    r"\s{1,3}(?:(?:của\s{1,3})?(?:ILO|Tổ chức Lao động [Qq]uốc tế)\s{1,3}(?:\(ILO\)\s)?(?:số\s{1,3})?|"
    r"số\s{1,3}|(?=\d{1,3}\s(?:của|về)\s)|(?=\d{2,3}(?!\s?(?:quốc gia|nước|điều|bên|năm|%))))(?P<number>\d{1,"
    r"3})(?![\w/]|[.,]\d)"
    r"(?:\s{1,3}của\s{1,3}(?:ILO|Tổ chức Lao động [Qq]uốc tế)(?!\w))?"
)


_SPELLED = lazy(r"(?:\s[^\W\d_]+){2,20}(?=\s\([A-ZĐ]{3,8}\))")


def read_abbreviated_treaty(page: Page, start: int, head_end: int) -> Named | None:
    """Read a treaty whose words go on to its acronym in brackets, whatever they are."""
    match = _SPELLED.match(page.plain, head_end)
    if match is None or page.text[start].islower():
        return None
    return Named("treaty", as_written(page, start, match.end()), match.end(), True)


_FRAMEWORK = rx(r"\s{1,3}khung(?!\w)")


def framework(page: Page, at: int) -> int:
    """Give the end of ``khung`` behind ``Hiệp định``; ``at`` where it does not stand there."""
    match = _FRAMEWORK.match(page.low, at)
    return match.end() if match else at


_DATED = lazy(r"\s{1,3}(?=(?:năm\s{1,3})?(?:19|20)\d\d(?![\d\w/%]|[.,]\d|\s?-\s?\d))")


def read_dated_treaty(page: Page, start: int, head_end: int) -> Named | None:
    """Read a treaty that its year alone names: ``Công ước 1982``, ``Công ước năm 1982 của Liên hợp quốc``."""
    match = _DATED.match(page.plain, head_end)
    if match is None or page.text[start].islower() or page.broken(head_end, match.end() + 4):
        return None
    return Named("treaty", as_written(page, start, head_end), head_end, True)


def read_numbered_treaty(page: Page, start: int, head_end: int) -> Named | None:
    """Read a treaty by its number: ``Công ước số 138 của ILO``, ``Công ước ILO số 29``."""
    match = _NUMBERED_TREATY.match(page.plain, head_end)
    if match is None or page.broken(head_end, match.end()):
        return None
    if page.text[start].islower() and match.group().strip().isdigit():
        return None
    return Named("treaty", as_written(page, start, match.end()), match.end(), True)


_NUMBER_LAST = lazy(r"\A(.*\D)\s\d{1,3}(?:\scủa\s.*)?\Z")
_MORE_NUMBERS = lazy(
    r"(?:,|\svà)\s((?:số\s)?\d{1,3}(?:\s{1,3}của\s{1,3}(?:ILO|Tổ chức Lao động [Qq]uốc tế))?)"
    r"(?=\s?(?:\Z|[^\w\s%/]|(?:và|về|của|đã|được|có)(?!\w)))"
)


def numbered_name(name: str) -> str | None:
    """Give what stands before the number in a treaty's name: ``Công ước ILO số``."""
    match = _NUMBER_LAST.match(name)
    return match[1].strip() if match else None


def more_numbers(page: Page, at: int) -> tuple[int, int] | None:
    """Find one more number behind a numbered treaty: where it begins and ends."""
    match = _MORE_NUMBERS.match(page.plain, at)
    return match.span(1) if match else None


_ACRONYM = lazy(
    r"\s?\(\s?(?:gọi tắt là\s|viết tắt là\s|sau đây gọi là\s)?(?:Hiệp định\s|Công ước\s)?"
    r"(?:(?<=\w )[A-ZĐ]{2}|(?=\w{0,11}[A-ZĐ]{2})[A-ZĐ][A-Za-zĐ\d/&-]{2,12})(?:\s(?:19|20)\d\d)?\s?\)"
)


_AFTER_COMMA = lazy(r",\s((?:19|20)\d\d)(?=\s?(?:[,;.)]|\Z)|\s(?:và|về|của|được|có)\s)")


def year_behind(page: Page, at: int) -> tuple[int, int] | None:
    """Give the year that a comma alone parts from a treaty's name, and its end: ``… (POP), 2001``."""
    match = _AFTER_COMMA.match(page.plain, at)
    return (int(match[1]), match.end()) if match else None


def treaty_acronym(page: Page, at: int) -> int:
    """Give the end of ``(CPTPP)`` behind a treaty's name; ``at`` where there is none."""
    match = _ACRONYM.match(page.plain, at)
    return match.end() if match else at

"""The places in the names of local bodies: ``tỉnh Thái Bình``, ``TP. Hồ Chí Minh``, ``quận 1``."""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon import table
from vnreport.mentions.instruments.page import Page, one_tone, rx
from vnreport.mentions.instruments.words import body, full_forms, words
from vnreport.patterns import lazy

_LEVEL = lazy(rf"\s{{1,3}}(?P<level>{body('level')})(?!\w)(?!\s(?:{one_tone('ủy')}|đoàn)(?!\w))")
_BLOC = lazy(rf"\s{{1,3}}(?:{body('bloc')})(?!\w)")
_WITHIN = lazy(rf"(?:,|\s-)?\s{{1,3}}(?={body('level')})")
_IN_PROVINCE = lazy(r",(?=\s[A-ZĐ])")
_RANK = {
    "xã": 1,
    "đặc khu": 1,
    "phường": 1,
    "thị trấn": 1,
    "huyện": 2,
    "quận": 2,
    "thị xã": 2,
    "thành phố": 3,
    "tỉnh": 4,
}
_RANK = {one_tone(word): rank for word, rank in _RANK.items()}


def read_place(page: Page, at: int, *, needs_level: bool = True) -> tuple[str, int] | None:
    """Read ``tỉnh Thái Bình``, ``TP. Hồ Chí Minh``, ``thành phố`` behind the head of a local body."""
    bloc = _BLOC.match(page.low, at)
    if bloc is not None:
        rest = read_place(page, bloc.end())
        written = page.mended(at, bloc.end())
        name = written.lower() if written.isupper() else written
        name = name if name.startswith("các ") else name[0].upper() + name[1:]
        return (f"{name} {rest[0]}", rest[1]) if rest else (name, bloc.end())
    level = _LEVEL.match(page.low, at)
    if level is None:
        return _province(page, at) if needs_level else _proper(page, at)
    word = " ".join(level["level"].split())
    name = full_forms("level").get(word, word)
    proper = _proper(page, level.end(), dotted=word in full_forms("level"), level=name)
    if proper is None:
        return name, level.end("level")
    return _and_above(page, name, f"{name} {proper[0]}", proper[1])


_OWN = tuple(map(one_tone, ("Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ")))
"""Cities that lie in no province."""


def _and_above(page: Page, level: str, name: str, end: int) -> tuple[str, int]:
    """Read the units that a place lies in (``phường 12, quận Gò Vấp``; ``huyện Ba Tơ, Quảng Ngãi``)."""
    rank = _RANK.get(one_tone(level), 9)
    if rank > 3 or (rank == 3 and one_tone(name).endswith(_OWN)):
        return name, end
    step = _WITHIN.match(page.low, end)
    above = _LEVEL.match(page.low, step.end() - 1) if step else None
    if above is None:
        comma = _IN_PROVINCE.match(page.plain, end)
        province = _province(page, comma.end()) if comma else None
        return (f"{name}, {province[0]}", province[1]) if province else (name, end)
    word = full_forms("level").get(above["level"], page.mended(*above.span("level")).lower())
    proper = _proper(page, above.end(), dotted=above["level"].endswith("."), level=word)
    city = rank == 3 and proper is not None and one_tone(proper[0]).endswith(_OWN)  # Thủ Đức
    if proper is None or (_RANK.get(one_tone(word), 0) <= rank and not city):
        return name, end
    return _and_above(page, word, f"{name}, {word} {proper[0]}", proper[1])


_LAST_LEVEL = lazy(rf"(?<!\w)(?P<level>{body('level')})\s(?!.*(?<!\w)(?:{body('level')})\s)")


def lies_in(page: Page, begin: int, end: int) -> tuple[str, int]:
    """Read the units in which the place lies that ends a body's name: ``… quận 12`` *, thành phố Huế*.

    Returns:
        What is to be added to the name, and the end; an empty string where nothing is.
    """
    level = _LAST_LEVEL.search(page.low, begin, end)
    proper = _proper(page, level.end("level")) if level else None
    if level is None or proper is None or proper[1] != end:
        return "", end
    word = full_forms("level").get(level["level"], page.mended(*level.span("level")).lower())
    return _and_above(page, word, "", end)


@cache
def _names_with_stops() -> frozenset[tuple[str, ...]]:
    """Give the names of units that hold a word that ends names (``Đại Từ``), up to that word."""
    found = set()
    for row in (*table("districts"), *table("communes"), *table("communes_2025")):
        name = one_tone(row["name"]).split()
        for size in range(2, len(name) + 1):
            if words("stop").fullmatch(name[size - 1].lower()):
                found.add(tuple(name[:size]))
    return frozenset(found)


@cache
def _districts() -> frozenset[str]:
    """Give the names of districts, in small letters, but those that another one begins with (``Tân Phú``)."""
    names = {one_tone(row["name"].lower()) for row in table("districts")}
    shorter = {name.rsplit(" ", size)[0] for name in names for size in (1, 2) if name.count(" ") >= size}
    return frozenset(name for name in names - shorter if " " in name)


@cache
def _provinces() -> re.Pattern[str]:
    names = {one_tone(row["name"].lower()) for row in table("provinces")} | {"tphcm", "tp hcm", "tp.hcm"}
    return re.compile(rf"\s({'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})(?!\w)")


def _province(page: Page, at: int) -> tuple[str, int] | None:
    """Read the name of a province that stands without its level (``Sở Y tế Hà Nội``)."""
    found = _provinces().match(page.low, at)
    if found is None or not page.plain[found.start(1)].isupper():
        return None
    written = page.mended(found.start(1), found.end())
    if "HCM" in written.upper():
        return "thành phố Hồ Chí Minh", found.end()
    return written.title() if written.isupper() else written, found.end()


KIND = rx(
    r"(?:kế hoạch|quyết định|thông tư|chỉ thị|công văn|kết luận|hướng dẫn|thông báo|chương trình|tờ trình|"
    r"báo cáo|nghị quyết|nghị định|công điện|quy định|quy chế|đề án|pháp lệnh|phụ lục|"
    r"căn cứ|luật|bộ luật|điều)(?!\w)"
)
"""What opens a new citation or item, never a part of a name."""
_PROPER = lazy(r"[.\s]\s{0,2}((?!\d)\w[\w’']*(?:\s?-\s?[A-ZĐ]\w*)?|\d{1,2}(?!\w))")


_SHORT = {"BR-VT": "Bà Rịa - Vũng Tàu", "BRVT": "Bà Rịa - Vũng Tàu", "TTH": "Thừa Thiên Huế"}
"""Provinces by their letters."""
_NAME = lazy(r"[A-ZĐ][a-zà-ỹđ]+ [A-ZĐƯÂĂÊÔƠ][a-zà-ỹđ]+")
"""Two capitalised words: a name, also where the first is one that ends names (``Như Xuân``)."""


_DISTRICT = frozenset(map(one_tone, ("huyện", "quận", "thị xã")))


def _proper(page: Page, at: int, *, dotted: bool = False, level: str = "") -> tuple[str, int] | None:
    """Read a proper name: up to three capitalised words; a province's name ends where the table's does."""
    found: list[str] = []
    known = _provinces().match(page.low, at) if level in ("tỉnh", "thành phố") else None
    begin = at
    while len(found) < 3:
        step = _PROPER.match(page.plain, at)
        if step is None or (step.group()[0] == "." and (found or not dotted)):
            break
        word = step[1]
        if not (word[0].isupper() or (word.isdigit() and not found)):
            break
        if word == "VÀ":
            break  # capitals: "CỦA UBND TỈNH VÀ KẾ HOẠCH SỐ 12"
        if words("stop").match(page.low, step.start(1)) and not (
            (word[1:].islower() and _NAME.match(page.plain, step.start(1)))
            or (*map(one_tone, (*found, word)),) in _names_with_stops()
        ):
            break
        if "\n" in step.group() and KIND.match(page.low, step.start(1)):
            break
        found.append(
            _SHORT[word]
            if word in _SHORT
            else word.title()
            if word.isupper() and len(word) > 1 and word != "HCM"
            else word
        )
        at = step.end()
        if word.isdigit() or (known and known.end() == at):
            break
        if level in _DISTRICT and " ".join(page.low[begin:at].split()) in _districts():
            break  # "Chủ tịch UBND quận Ninh Kiều Dương Tấn Hiển"
    if not found:
        return None
    return " ".join(found).replace("HCM", "Hồ Chí Minh"), at

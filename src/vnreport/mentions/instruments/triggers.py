"""Where a citation may begin: the words for kinds, names of laws, provisions, and codes."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from vnreport.lexicon import table
from vnreport.mentions.instruments.law_names import law_kind, law_names
from vnreport.mentions.instruments.page import Page, one_tone, rx
from vnreport.mentions.instruments.unaccented import KINDS, restored
from vnreport.patterns import lazy
from vnreport.report import InstrumentKind
from vnreport.text import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ahocorasick_rs import AhoCorasick

_PROVISIONS = ("điểm", "khoản", "điều", "mục", "tiểu mục", "chương", "phần", "phụ lục", "tiết")
_CALLED = ("gọi tắt là", "gọi là", "gọi chung là", "viết tắt là")

Sort = Literal["head", "law", "provision", "called", "code", "short", "standard", "bare"]


class Trigger(NamedTuple):
    """A place where a citation may begin."""

    start: int
    end: int
    sort: Sort
    kind: InstrumentKind = "other"
    strength: str = "strong"
    """``strong``, ``medium``, ``weak``, ``marked`` or ``named``; see ``lexicon/instrument_kinds.tsv``."""
    name: str | None = None
    """The name of a law that the lexicon knows; the word of a provision."""


Machine: TypeAlias = "tuple[AhoCorasick, list[Trigger]]"


def _machine(patterns: dict[str, Trigger]) -> Machine:
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick(list(patterns), matchkind=MatchKind.LeftmostLongest), list(patterns.values())


@cache
def _machines() -> tuple[Machine, Machine]:
    """Give the automata of the names of laws and of the words that open a citation.

    In one, ``luật`` would be the beginning of a thousand names, which makes it five times as slow to build.
    """
    patterns: dict[str, Trigger] = {}
    for row in table("instrument_kinds"):
        patterns[one_tone(row["name"])] = Trigger(0, 0, "head", row["kind"], row["class"])  # type: ignore[arg-type]
    for word in _PROVISIONS:
        patterns[one_tone(word)] = Trigger(0, 0, "provision", name=word)
    for words in _CALLED:
        patterns[words] = Trigger(0, 0, "called")
    for words in KINDS:
        patterns[words] = Trigger(0, 0, "bare")
    named = law_names().items()
    laws = {words: Trigger(0, 0, "law", law_kind(name), "named", name) for words, name in named}
    return _machine(laws), _machine(patterns)


def _words(low: str) -> Iterator[tuple[Trigger, int, int]]:
    """Give the opening words of a page, those within the name of a law left out, and the names of laws."""
    haystack = low if _sound(low) else low.encode("utf-8", "replace").decode()
    (laws, named), (openers, opening) = _machines()
    taken = 0
    names = list(matches(laws, haystack))
    ahead = iter(names)
    law = next(ahead, None)
    for index, start, end in matches(openers, haystack):
        while law and law[1] <= start:
            taken = law[2]
            law = next(ahead, None)
        if start >= taken:
            yield opening[index], start, end
    for index, start, end in names:
        yield named[index], start, end


_CODE = lazy(
    r"\d[a-zA-Zđ]?\s{0,3}[/-]\s{0,3}(?:(?:19|20)\d\d\s{0,3}[/-]?\s{0,3})?[A-ZĐ](?:[A-ZĐa-z0-9]|-[A-ZĐ])"
)
_SHORT = lazy(
    r"(?:NĐ|ND|NQLT|NQ|QĐi|QĐ|QD|QyĐ|QYĐ|QC|TTLT|TTr|TT|TB|CTr|CT|CV|CĐ|KH|KL|BC|HD|ĐA|PA|GM|VBHN|VB)"
    r"(?:(?:\s?-\s?CP)?(?:\s{1,2}|\s{0,2}s[ốô]\s{0,2}[:.]?\s{0,2}|:\s{0,2})(?=\d)"
    r"|(?=\s(?:TW|Trung ương|TƯ|Đại hội|ĐH|ĐHĐB|Hội nghị)(?!\w))|(?<=NQ)(?=T[WƯ]\s?(?:\d|khóa))"
    r"|(?=\d{1,5}[a-z]?\s?[/-]\s?(?:\d{4}[/-]|[A-ZĐ]{2}))|(?=\d{1,4}/(?:19|20)\d\d(?!\w))"
    r"|(?<=NĐ|NQ|QĐ)(?=\d{1,4}(?![\w/-]|[.,]\d))|(?<=TT)(?=\d{2,3}(?![\w/-]|[.,]\d)))"
)
"""An abbreviated kind before its number, also glued to it (``NQ98``, ``TT22/2021/TT-BGDĐT``)."""
_SHORT_PROVISION = lazy(r"[ĐđKk](?=[.\s]{0,2}\d{1,3}[a-zđ]?(?:[\s,;-]|\s?[ĐđKk]\.?\d))(?<![\w/.&-].)")
"""``Đ.5`` Điều 5, ``k2`` khoản 2."""
_STANDARD = lazy(r"[TQ]C(?:VN|XDVN|XD|N(?:(?= \d)|(?<=\dTCN)|(?<=\d TCN))|CS|ĐP|TĐHN)(?=[\s:/\dI])")
_GLUED = rx(r"(?:năm|ngày|số)\s?\d")
"""A date that lost the space before it at a line's end: ``Luật Khiếu nạinăm 1998``."""
_SURE = ("strong", "medium", "named")
_BRANCH = lazy(r"\d\d\s?\Z")
"""The number of a branch of industry before ``TCN``."""
_SHORT_KINDS: dict[str, InstrumentKind] = {"ND": "decree", "QD": "decision", "VB": "official_letter"}


@cache
def _short_kind(word: str) -> InstrumentKind:
    for row in table("instrument_symbols"):
        if row["symbol"] == word:
            return row["kind"]  # type: ignore[return-value]
    return _SHORT_KINDS.get(word, "other")


def find_triggers(page: Page) -> tuple[Page, list[Trigger]]:
    """Find where citations may begin, in text order; the page has its unaccented ones accented then."""
    found = triggers(page)
    bare = [trigger.start for trigger in found if trigger.sort == "bare"]
    if not bare:
        return page, found
    stretches = restored(page.plain, bare)
    page = page.accented(stretches)
    starts = [begin for begin, _ in stretches]
    ends = [begin + len(piece) for begin, piece in stretches]
    kept = [t for t in found if t.sort != "bare" and not 0 <= t.start < _end_around(t.start, starts, ends)]
    for begin, end in zip(starts, ends, strict=True):
        inside = [t for t in triggers(page.part(begin, end)) if t.sort != "bare"]
        kept += [t._replace(start=t.start + begin, end=t.end + begin) for t in inside]
    return page, sorted(kept, key=lambda t: (t.start, -t.end))


def _end_around(at: int, starts: list[int], ends: list[int]) -> int:
    """Give the end of the stretch that begins last before an offset; -1 where none does."""
    index = bisect_right(starts, at) - 1
    return ends[index] if index >= 0 else -1


_COMPOUNDS = tuple(map(one_tone, ("danh ", "hạng ", "chuyên ", "đề ")))
"""What makes a list or a part of a building of ``mục``."""


def _may_number(low: str, start: int, end: int, word: str | None) -> bool:
    """Tell whether a provision's number or letter may stand behind its word: ``điều 5``, not ``điều tra``."""
    if low[end : end + 1] not in (" ", ":") or (word == "mục" and low.endswith(_COMPOUNDS, 0, start)):
        return False
    after = low[end + 1 : end + 4].lstrip()
    return word == "phụ lục" or not after[:1].isalpha() or after[0] in "ivxlcst" or not after[1:2].isalpha()


def triggers(page: Page) -> list[Trigger]:
    """Find every place where a citation may begin, in text order."""
    low, plain, size = page.low, page.plain, len(page.low)
    found: list[Trigger] = []
    for model, start, end in _words(low):
        if (start and (low[start - 1].isalnum() or low[start - 1] == "_")) or (
            end < size and low[end].isalnum()
        ):
            glued = end < size and plain[start].isupper() and (low[end].isdigit() or _GLUED.match(low, end))
            glued = glued or (end < size and model.strength == "strong" and low[end].isdigit())
            if model.sort == "law" and _GLUED.match(low, end) and not (start and low[start - 1].isalnum()):
                found.append(Trigger(start, end, model.sort, model.kind, model.strength, model.name))
            if glued and not (start and low[start - 1].isalnum()) and model.strength in _SURE:
                found.append(Trigger(start, end, model.sort, model.kind, model.strength, model.name))
            if not (low[start - 1].isdigit() and plain[start].isupper() and not low[end : end + 1].isalnum()):
                continue
            if model.sort not in ("head", "law"):
                continue
        if model.sort == "provision" and not _may_number(low, start, end, model.name):
            continue
        found.append(Trigger(start, end, model.sort, model.kind, model.strength, model.name))
    for match in _CODE.finditer(plain):
        found.append(Trigger(match.start(), match.start(), "code"))
    for match in _SHORT.finditer(plain):
        start = match.start()
        if start and (plain[start - 1].isalnum() or plain[start - 1] in "/-.&_"):
            continue
        word = re.match(r"[A-Za-zĐđ]+", match.group())
        if word:
            found.append(Trigger(start, start + word.end(), "short", _short_kind(word.group()), word.group()))
    for match in _SHORT_PROVISION.finditer(plain):
        found.append(Trigger(match.start(), match.end(), "provision"))
    for match in _STANDARD.finditer(plain):
        own = match.group().startswith("TCN")
        branch = _BRANCH.search(plain, max(0, match.start() - 3), match.start()) if own else None
        start = branch.start() if branch else match.start()
        if not start or not plain[start - 1].isalnum():
            found.append(Trigger(start, match.end(), "standard", "standard"))
    found.sort(key=lambda t: (t.start, -t.end))
    return found


def _sound(text: str) -> bool:
    """Tell whether a text can be encoded: no lone surrogates."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True

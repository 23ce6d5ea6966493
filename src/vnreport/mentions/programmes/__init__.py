"""Find named programmes: plans, projects, schemes, strategies and plannings with a title, quoted or not.

An instrument with a number (``Kế hoạch số 33/KH-STTTT``) is no programme. A programme may stand within the
title of another (``Kế hoạch thực hiện Đề án …``); both are found.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from vnreport.base_model import made
from vnreport.layout import Layout
from vnreport.lexicon import table
from vnreport.mentions.people.syllables import is_likely
from vnreport.mentions.programmes import patterns as p
from vnreport.mentions.programmes.ends import end_of_provincial, end_of_title
from vnreport.names import fold_syllable, scannable
from vnreport.patterns import lazy
from vnreport.report import InstrumentMention, ProgrammeMention
from vnreport.spans import Spans
from vnreport.text import matches

__all__ = ["find"]


@cache
def _trigger() -> AhoCorasick:
    kinds = [row["kind"] for row in table("programme_kinds")]
    forms = sorted({form for k in kinds for form in (k, k[0].lower() + k[1:], k.upper())})
    return AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest)


@cache
def _capital_kinds() -> tuple[str, ...]:
    return tuple(row["kind"] for row in table("programme_kinds"))


@cache
def _kinds() -> dict[str, tuple[str, str]]:
    rows = table("programme_kinds")
    return {row["kind"].lower(): (row["means"] or row["kind"], row["quoted"]) for row in rows}


_OPENED = ("Kế hoạch", "Phương án")
"""Kinds that often open a sentence without a name."""
_YEAR = lazy(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORKED = ("Dự án", "Đề án")
"""Kinds that a word or two in quotes only judge: ``dự án`` *"tai tiếng"*."""


def find(
    text: str, layout: Layout, instruments: list[InstrumentMention], organizations: Spans | None = None
) -> list[ProgrammeMention]:
    """Find the named programmes of a text, in text order.

    Args:
        text: the repaired text.
        layout: its shape.
        instruments: the citations of the text; a numbered plan among them is no programme.
        organizations: the agencies of the text; their names hold no programme (``Viện Quy hoạch …``).
    """
    taken = Spans((m.start, m.end) for m in instruments)
    cited = sorted((m.start, m.end) for m in instruments)
    agencies = organizations or Spans()
    found: list[ProgrammeMention] = []
    for _, start, end in matches(_trigger(), scannable(text)):
        if (start and text[start - 1].isalnum()) or text[end : end + 1].isalnum():
            continue
        if taken.overlaps(start, end) or p.OF_AGENCY.search(text, max(0, start - 20), start):
            continue
        if agencies.overlaps(start, end) or _of_instrument(text, start, end, cited):
            continue
        if found and start < found[-1].end and p.INNER.search(text, found[-1].start, start):
            continue
        mention = _read(text, start, end, cited)
        if mention is not None:
            found.append(mention)
    return _nest(text, found)


def _of_instrument(text: str, start: int, end: int, cited: list[tuple[int, int]]) -> bool:
    """Whether a plan is what the instrument before it approves, and so that one's title."""
    if text[start:end].lower() != "kế hoạch":
        return False
    index = bisect_left(cited, (start, 0)) - 1
    return index >= 0 and p.APPROVES.fullmatch(text, cited[index][1], start) is not None


def _nest(text: str, found: list[ProgrammeMention]) -> list[ProgrammeMention]:
    """Let a programme whose title holds another end no earlier than that one."""
    for outer, inner in zip(found[-2::-1], found[:0:-1], strict=False):
        if inner.start < outer.end < inner.end <= outer.start + p.WINDOW:
            outer.title = " ".join((outer.title + text[outer.end : inner.end]).split())
            outer.end, outer.text = inner.end, text[outer.start : inner.end]
    return found


def _read(text: str, start: int, stop: int, cited: list[tuple[int, int]]) -> ProgrammeMention | None:
    word = text[start:stop]
    kind, needs = _kinds()[word.lower()]
    if needs == "bare":
        if word[0].islower() or word.isupper():
            return None
        motto = p.QUOTED.match(text, stop + 1) if text[stop : stop + 1] == " " else None
        return _mention(text, kind, start, start, motto.end() if motto else stop, word)
    gap = p.OPEN.match(text, stop)
    if gap is None or text[gap.end() : gap.end() + 1] in ("-", "–", "/", "&"):
        return None  # "1. Quy hoạch - kiến trúc": one matter of several
    at = gap.end()
    quoted = p.QUOTED.match(text, at)
    slighted = quoted and word[0].islower() and kind in _WORKED and quoted[0][1].islower()
    if quoted and (" " in quoted[0] or word[0].isupper()) and not (slighted and quoted[0].count(" ") < 3):
        return _mention(text, kind, start, at, quoted.end(), quoted[0][1:-1])
    lower = word[0].islower()
    if ":" in gap[0] and p.SOMEBODY.match(text, at):
        return None  # "Chủ nhiệm đề tài: PGS.TS Lê Văn A"
    qualified = _end_of_qualified(text, stop, kind)
    if qualified > 0:
        return _mention(text, kind, start, at, qualified, text[at:qualified])
    if (
        (lower and p.NO_TITLE.match(text, at))
        or (p.NO_NAME.match(text, at) and not p.works().match(text, at))
        or _led(text, start, at)
    ):
        return None
    if lower and text.startswith(_capital_kinds(), at):
        return None  # "12 dự án thành phần Dự án …"
    end = _end_of_numbered(text, at, kind, lower, cited)
    if end > 0:
        return _mention(text, kind, start, at, end, text[at:end])
    if ":" in gap[0] and any(text.startswith(f, at) for f in _capital_kinds()):
        return None
    if not _may_open(text, start, at, word, kind, needs):
        return None
    provincial = end_of_provincial(text, at) if kind == "Quy hoạch" else -1
    if provincial > 0:
        return _mention(text, kind, start, at, provincial, text[at:provincial])
    if kind.startswith("Tháng"):
        return _month(text, kind, start, at, end_of_title(text, at, cited))
    coined = p.COINED.match(text, at) if kind == "Dự án" else None
    closed = p.TO_QUOTE.match(text, at) if text[max(0, start - 1) : start] in p.QUOTES else None
    end = coined.end() if coined else closed.end() if closed else end_of_title(text, at, cited)
    if "dự án" in kind.lower() and (year := p.YEAR_AT_END.search(text, at, end)):
        end = year.start() - 4 * text.endswith(
            " đến", at, year.start()
        )  # "khởi công dự án nhà máy điện rác Sóc Sơn" *năm 2019*
    return _mention(text, kind, start, at, end, text[at:end]) if _names(text[at:end], kind, lower) else None


def _month(text: str, kind: str, start: int, at: int, end: int) -> ProgrammeMention | None:
    """Make the mention of a month of action, whose year is a time of its own."""
    year = p.YEAR_AT_END.search(text, at, end)
    end = year.start() if year else end
    return _mention(text, kind, start, at, end, text[at:end]) if _names(text[at:end], kind, False) else None


def _led(text: str, start: int, at: int) -> bool:
    """Whether only its head is named: ``Giám đốc dự án``, ``Ban Quản lý dự án`` *Ngô Trọng Nghĩa*."""
    name = p.NAME.match(text, at) if p.HEADED.search(text, max(0, start - 14), start) else None
    return name is not None and is_likely([fold_syllable(word) for word in name[0].split()])


def _end_of_qualified(text: str, stop: int, kind: str) -> int:
    """Where a title in quotes ends that words of the kind lead to: ``đề tài`` *cấp tỉnh* ``“…”``; else -1."""
    words = p.QUALIFIED.match(text, stop) if kind in p.WITH_QUALITY else None
    if (
        words is None
        or (kind == "Chương trình" and p.OCCASION.match(text, stop + 1))
        or p.title_break().search(text, stop, words.end())
        or not p.OF_RANK.sub("", words[0].strip(" \xa0:"))[1:].islower()
    ):
        return -1
    quoted = p.QUOTED.match(text, words.end())
    return quoted.end() if quoted and " " in quoted[0] else -1


def _end_of_numbered(text: str, at: int, kind: str, lower: bool, cited: list[tuple[int, int]]) -> int:
    """Where a programme ends that its number names; -1 where none does."""
    if "dự án" in kind.lower():
        part = p.PART.match(text, at)
        if part:
            return end_of_title(text, part.end(), cited)
        part = p.PART_QUOTED.match(text, at)
        quoted = p.QUOTED.match(text, part.end()) if part else None
        if quoted:
            return quoted.end()
        alone = None if lower else p.PART_ALONE.match(text, at)
        if alone:
            listed = kind == "Dự án" and alone[0].find(",")  # "Dự án 1, Dự án 4": two
            return at + listed if listed and listed > 0 else alone.end()
    number = p.NUMBER_NAME.match(text, at) if kind in ("Đề án", "Dự án", "Chương trình") else None
    if number and (not lower or (kind != "Dự án" and p.WELL_KNOWN.fullmatch(number[0]))):
        phase = p.PHASE.match(text, number.end())
        return phase.end() if phase else number.end()
    return -1


def _may_open(text: str, start: int, at: int, word: str, kind: str, needs: str) -> bool:
    """Whether what follows the word of a kind at ``start`` may be a title without quotes."""
    if at >= len(text) or (kind == "Chiến dịch" and p.BATTLE.match(text, at)):
        return False
    known = p.known().match(text, at)
    if needs == "y" and (known is None or not (known["small"] or text[at].isupper())):
        return False
    if known is not None and known["small"] and not p.COUNTED.search(text, max(0, start - 2), start):
        return True
    if p.known_of(kind).match(text, at):
        return p.SEVERAL.search(text, max(0, start - 8), start) is None
    if word[0].islower() and not text[at : at + 1].isupper():
        works = kind == "Dự án" and p.works().match(text, at) is not None
        works = works or (kind in p.BY_TITLE and _is_dated(text, at, kind))
        return works and p.SEVERAL.search(text, max(0, start - 8), start) is None
    if kind in _OPENED and text[at].islower() and p.OPENS_SENTENCE.search(text, max(0, start - 8), start):
        # Only its place in the sentence gives the kind its capital: "Kế hoạch vượt biên của hai người …".
        return _is_dated(text, at, kind) or _YEAR.search(text, at, end_of_title(text, at, [])) is not None
    shouting = word.isupper() and kind != "Tổng điều tra" and word not in _capital_kinds()
    shouting = shouting and not text.startswith("OCOP", at)
    if shouting and kind in p.BY_TITLE and text[start - 1 : start] == " ":
        return _is_dated(text, at, kind)  # amid a title: "… THỰC HIỆN ĐỀ ÁN PHÁT TRIỂN … ĐẾN NĂM 2030"
    return not shouting and not _is_empty(text, at, kind)


def _is_dated(text: str, at: int, kind: str) -> bool:
    """Whether a title in small letters ends with the years it is for."""
    title = text[at : end_of_title(text, at, [])]
    dated = p.DATED.search(title)
    return dated is not None and title.count(" ", 0, dated.start()) > 3 and not _is_empty(text, at, kind)


def _names(title: str, kind: str, lower: bool) -> bool:
    """Whether a title that was read is long enough, and none of an allotment or of ``dự án lớn này``."""
    if kind == "Kế hoạch" and (p.BUDGET.match(title) or (lower and p.ALLOTTED.search(title))):
        return False
    words = title.split()
    if kind.startswith("Tháng") and len(words) == 2:
        return words[0] in ("vì", "về")
    coined = kind == "Dự án" and p.COINED.match(title) is not None
    if (len(words) < 3 and not coined and not p.SHORT.match(title)) or title.lower() == "mục tiêu quốc gia":
        return False
    if (
        lower
        and title.islower()
        and not any(c.isdigit() for c in title)
        and not (p.known().match(title) or p.known_of(kind).match(title))
    ):
        return False  # "dự án khu nhà ở" do Công ty …
    return not (lower and title.isupper() and not coined) and p.DEMONSTRATIVE.search(title) is None


def _is_empty(text: str, at: int, kind: str) -> bool:
    """Whether what follows a kind is no title; the number of a part of a project is one."""
    if kind == "Chương trình" and text[at].islower() and p.OCCASION.match(text, at):
        return True
    return p.EMPTY.match(text, at) is not None and not (
        text[at].isdigit() and ("thành phần" in kind or kind == "Chiến dịch")
    )


def _mention(text: str, kind: str, start: int, at: int, end: int, title: str) -> ProgrammeMention:
    return made(ProgrammeMention)(
        text=text[start:end], start=start, end=end, kind=kind, title=" ".join(title.split())
    )

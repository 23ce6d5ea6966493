"""Articles: what a web page puts amid its text, told where nothing of the page's frame is left.

The names of the authors below the headline and at the end, and the captions of pictures. An official
document has neither: there a name at the end is the signer's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from vnreport.layout.lines import Line, has_word
from vnreport.layout.shapes import MARKED
from vnreport.layout.wording import is_agency, is_head_line, is_office, is_type_line
from vnreport.lexicon import table
from vnreport.names import UPPER, is_name_syllable
from vnreport.patterns import lazy

_HEAD = 40
_CLOSE = 15
_BODY = 8
"""So many words has the body at most that an author writes for."""
_TOP = 6
"""So many lines of its own below which an article has its author no more."""
_END = lazy(r"[.!?…]\W{0,4}$")
_BETWEEN = lazy(r"\s[-–]\s|[,&;|]\s?|\svà\s")
_INITIALS = lazy(r"(?:[A-ZĐ]\.?\s?){1,3}|PV|BBT|CTV|[A-ZĐ]\.\s?[^\W\d_]{2,7}")
_REMARK = lazy(
    r"\s\((?:tổng hợp|t/h|th|ctv|cộng tác viên|biên tập|sưu tầm|lược (?:ghi|thuật)|thực hiện"
    r"|theo [^()]{2,40})\)$",
    re.I,
)
"""What an author says of the article behind the name: ``Lê Hà`` *(tổng hợp)*."""
_DEGREE = lazy(r"^(?:(?:PGS|GS|TSKH|TS|ThS|BSCKI{0,2}|BS|CN|KS|KTS|LS)\.?\s?){1,3}(?=[A-ZĐÀ-Ỹ][^\W\d_A-Z])")
_NUMBERS = lazy(r"\d+")
_BULLET = lazy(r"[-–—+*•·▪►➢❖●○◦⁃‣>»|]|.*[|\t]")
_FULL_STOP = lazy(r"[.!?…]\s")
_ATTENDS = lazy(
    r"\s(?:(?:tham |đến |tới |về )?dự(?:,| và| cùng)?(?:\s[^\W\d_]+){0,3}\s)?"
    r"(?:chủ trì|chủ tọa|chỉ đạo|điều hành)(?:\s[^\W\d_]+){1,6}[.!]?\s*$"
    r"|\s(?:tham |đến |tới |về )?dự(?:,| và| cùng)?(?:\s[^\W\d_]+){0,8}[.!]?\s*$"
)
"""What a report says of who led a meeting or came: ``Đồng chí A, Bí thư Tỉnh ủy`` *chủ trì hội nghị.*"""
_NAME = lazy(rf"[{UPPER}][^\W\d_]+(?:\s[{UPPER}][^\W\d_]*){{1,4}}(?=\s?[,–(-])")
MAX_CAPTION = 45
"""So many words a caption has at most."""
_PLAIN = 7
"""So many words tell the caption that no full stop ends from a heading."""
_FEW = 4
"""So many are enough where it says who is seen: ``Các đại biểu dự kỳ họp.``."""
_SHORT = 12
_SENTENCE = 60
_LONG = 100
"""The length of a paragraph."""


def mark_articles(lines: Sequence[Line]) -> None:
    """Set the kind of authors' names and captions to ``boilerplate``, unless the text is an official one."""
    own = [line for line in lines if line.kind == "body"]
    if len(own) < 2 or _is_official(own):
        return
    _mark_last_authors([line for line in lines if has_word(line.text)])
    _mark_first_authors(own)
    _mark_captions(lines)


def _is_official(own: Sequence[Line]) -> bool:
    """Tell whether a text has the head or the close of an official document."""
    return any(is_head_line(line.text) or is_type_line(line.text) for line in own[:_HEAD]) or any(
        is_office(line.text) or is_head_line(line.text) for line in own[-_CLOSE:]
    )


def _mark_last_authors(lines: Sequence[Line]) -> None:
    """Mark the authors' names between the last sentence and the end of the page or its foot."""
    end = len(lines)
    while end and lines[end - 1].kind == "boilerplate":
        end -= 1
    start = end
    while start and end - start < 3 and _signs(lines[start - 1].text):
        start -= 1
    if 0 < start < end and _END.search(lines[start - 1].text[-8:]):
        for line in lines[start:end]:
            line.kind = "boilerplate"


def _signs(text: str) -> bool:
    """Tell whether a line is an author's name, or in brackets whom the author writes for: ``(Đài Ba Vì)``."""
    bracketed = text[0] == "(" and text[-1] == ")" and is_agency(text[1:])
    return is_pen_name(text) or (bracketed and len(text.split()) <= _BODY) or _is_of_body(text)


def _is_of_body(text: str) -> bool:
    """Tell whether a line is an author and whom the author writes for: ``Hoài Thu - KTNN khu vực V``."""
    name, dash, body = text.strip(" .()").partition(" - ")
    owned = len(body.split()) <= _BODY and is_agency(body) and not is_office(body.upper())
    return bool(dash) and owned and is_pen_name(name)


def _mark_first_authors(own: Sequence[Line]) -> None:
    """Mark the authors' names between headline and text (``HOÀI NHI |``), and how often it was read."""
    for index in range(1, min(_TOP, len(own) - 1)):
        if _END.search(own[index - 1].text[-8:]):
            return
        text = own[index].text
        below = next((line.text for line in own[index + 1 :] if not is_pen_name(line.text)), "")
        counter = text.isdecimal() and len(below) >= _LONG
        # In a list, an office stands below the name.
        author = len(below) >= _SENTENCE and is_pen_name(text)
        if (counter or author) and len(own[0].text.split()) >= 4:
            own[index].kind = "boilerplate"


def is_pen_name(text: str) -> bool:
    """Tell whether a line is the name or the initials of one author or several: ``MINH AN - PV``."""
    if len(text) > 60:
        return False
    parts = [part for part in _BETWEEN.split(_REMARK.sub("", text).strip(" .()|-–*")) if part.strip()]
    return 1 <= len(parts) <= 3 and all(_is_pen_name(part.strip()) for part in parts)


def _is_pen_name(part: str) -> bool:
    if _INITIALS.fullmatch(part):
        return True
    words = _DEGREE.sub("", part, count=1).split()
    if not 2 <= len(words) <= 4 or not all(word[0].isupper() for word in words):
        return False
    return all(map(is_name_syllable, words)) and not is_agency(part)


def _mark_captions(lines: Sequence[Line]) -> None:
    """Mark the captions that stand between whole paragraphs, behind the first of them."""
    last = len(lines) - 1
    told = False
    for index, line in enumerate(lines):
        if line.kind != "body":
            continue
        scene = index > 0 and is_scene(line.text)
        if scene or (told and index < last and _stands_between(lines, index) and _is_caption(lines, index)):
            line.kind = "boilerplate"
        told = told or (len(line.text) >= _SENTENCE and bool(_END.search(line.text[-8:])))


def _stands_between(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line has a whole paragraph or the page's frame before it, and a new one behind it."""
    before, behind = lines[index - 1], lines[index + 1].text
    ended = (
        before.kind == "boilerplate" or bool(_END.search(before.text[-8:])) or _repeats(before, lines[index])
    )
    return ended and (behind[0].isupper() or not behind[0].isalnum())


def _is_caption(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    count = len(text.split())
    if count > MAX_CAPTION or ":" in text or ";" in text or MARKED.match(text) or _BULLET.match(text):
        return False
    ended = bool(_END.search(text[-8:]))
    if ended and _FULL_STOP.search(text[:-1]):
        return False
    if _repeats(lines[index - 1], lines[index]) or _repeats(lines[index + 1], lines[index]):
        return True
    if ended:
        few = _picture_words("people", behind=r"\s").match(text) is not None
        size = _SENTENCE if few else _LONG
        paragraphs = all(_is_paragraph(lines[i], size) for i in (index - 1, index + 1))
        shown = count >= (_FEW if few else _PLAIN) and paragraphs and _is_pictured(text)
        return shown and (few or not _ATTENDS.search(text) or _named_before(lines, index))
    return _is_pictured(text) and (
        count >= _PLAIN or _picture_words("person", "people", behind=r"\s").match(text) is not None
    )


def _named_before(lines: Sequence[Line], index: int) -> bool:
    """Tell whether who opens a line was named before it, as those pictured mostly were."""
    name = _NAME.search(lines[index].text)
    return name is None or any(name[0] in line.text for line in lines[:index])


def is_scene(text: str) -> bool:
    """Tell whether a line is a caption without a subject: ``Quang cảnh buổi lễ.``."""
    if not _picture_words("scene", behind=r"\s").match(text) or len(text) > _SENTENCE * 2:
        return False
    return len(text.split()) <= _SHORT if _END.search(text[-8:]) else ":" not in text


def _is_paragraph(line: Line, size: int) -> bool:
    return line.kind == "boilerplate" or len(line.text) >= size


def _repeats(first: Line, second: Line) -> bool:
    """Tell whether two neighbours say the same, as the title and the text of a picture do."""
    if not 0.6 < len(first.text) / len(second.text) < 1.7 or len(first.text) > 400:
        return False
    if _NUMBERS.findall(first.text) != _NUMBERS.findall(second.text):
        return False
    words, others = set(first.text.lower().strip(".").split()), set(second.text.lower().strip(".").split())
    return len(words) >= 5 and len(words & others) * 4 >= max(len(words), len(others)) * 3


def _is_pictured(text: str) -> bool:
    """Tell whether a line says what somebody is doing, and does not tell of it: ``Bà con thu hoạch lúa``."""
    match = _picture_words("person", "people", "who").match(text)
    if match is None or not _picture_words("act", before=r"\s").search(text, match.end()):
        return False
    return not _picture_words("told", before=r"\s").search(text)


@cache
def _picture_words(*kinds: str, before: str = "", behind: str = r"(?!\w)") -> re.Pattern[str]:
    """Give the pattern of the words of some classes, between what must stand before and behind them."""
    found = [row["word"] for row in table("picture_words") if row["class"] in kinds]
    words = "|".join(map(re.escape, sorted(found, key=len, reverse=True)))
    return re.compile(rf"{before}(?:{words}){behind}", re.I)

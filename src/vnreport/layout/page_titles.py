"""The headline of a web page, below its frame and the name of who publishes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, islice

from vnreport.layout.cues import find_cues
from vnreport.layout.lines import GROUNDS, Line, ends_sentence, function_words, has_word, is_upper
from vnreport.layout.sentences import split_sentences
from vnreport.layout.shapes import has_date, is_stamp
from vnreport.layout.title_ends import SENTENCE, SESSION, is_marked, title_end
from vnreport.layout.wording import (
    ADDRESSEE,
    PLACE_DATE,
    is_agency,
    is_head_line,
    is_type_line,
    is_type_start,
)
from vnreport.patterns import lazy

_OWN_NUMBER = lazy(r"^số\s?[:.]?\s?[^\s:]{0,40}/[\w/&.-]{2,30}$", re.I)
_TOLD = lazy(r"(?:(?:trong\s)?(?:sáng|chiều|tối)\s(?:nay|ngày|\d)|ngày \d|thực hiện|căn cứ)", re.I)
"""How the first sentence begins where there is no headline."""
_ANNEX = lazy(r"(?:phụ lục|phụ biểu|biểu)(?:\ssố)?\s?:?\s?(?:\d{1,3}|[IVX]{1,4})\.?$", re.I)
"""What an annex is headed with that stands for itself."""
_FORM = lazy(
    r"(?:biểu mẫu|mẫu(?: biểu)?|biểu|phụ lục|phụ biểu)(?: số)?\s?:?\s?[\w.]{1,8}(?:[/-][\w.]{1,12}){0,3}"
    r"(?:\s?\([^()]{1,120}\))?\.?$",
    re.I,
)
"""What a form is numbered with above its title: ``Biểu mẫu 17``, ``Mẫu số: 02/BC-TCT``."""
_CONTACT = lazy(
    r"(?:địa chỉ|đ/c|trụ sở|điện thoại|đt|tel|hotline|fax|e-?mail|website|mã số thuế|mst"
    r"|từ|gửi|(?:người|nơi|ngày) gửi|người nhận|chủ đề|from|to|cc|subject|sent)\s?[:：]",
    re.I,
)
"""What says how to reach who writes, below his name, and the head of a mail."""
_KIND = lazy(
    r"(?:báo cáo|thông báo|thông cáo|bản tin|tin|kết quả|tình hình|kế hoạch|tổng hợp|tổng kết|sơ kết"
    r"|phương án|chương trình|biên bản|quy chế|quy định|danh sách|danh mục|lịch|công tác)\s",
    re.I,
)
"""What a title opens with."""
_RUBRIC = lazy(r"(?:tin|hoạt động|chuyên mục|chuyên đề|thông tin|điểm tin|bản tin)\s[^\d:.]+$", re.I)
"""What a part of a site is called."""
_SEATED = lazy(
    r"(?P<body>[^:;.,]{4,60})\s(?:TỈNH|HUYỆN|THÀNH PHỐ|TP\.?|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)"
    r"\s(?:\d{1,2}|[^\W\d_]+(?:[ '’-]{1,3}[^\W\d_]+){0,3})"
)
"""A body's name and the unit that it ends with."""
_SITE = lazy(
    r"(?:cổng|trang)\s(?:thông\stin(?:\sđiện\stử)?|tin\sđiện\stử|giao\stiếp\sđiện\stử)\s[^\d:.?!]{2,80}$",
    re.I,
)
"""What a site calls itself by, alone on a line."""
_DATES = lazy(r"(?:tuần|tháng|quý|năm|ngày|từ|vụ|kỳ|mùa|khu vực|trong)\s", re.I)
"""What a line opens with that says what a bulletin is of."""
_STEP = lazy(r"\s?(?:\s/\s|[>»›]{1,2}|→)\s?")
STEPS = 4
STEP_WORDS = 6
"""So many words a step of a path has."""
_SALUTES = lazy(r"(?:kính\s)?thưa\s", re.I)
"""How a speech begins."""
RUBRIC = 9
"""So many words its name has at most."""
AGENCY_WORDS = 20
SENTENCE_WORDS = 8
"""So many words in small letters on end no name has."""


def _names_agency(text: str) -> bool:
    plain = ":" not in text and not any(map(str.isdigit, text))
    words = text.split()
    run = max((len(list(part)) for small, part in groupby(words, str.islower) if small), default=0)
    told = run >= SENTENCE_WORDS and words[-1].islower()  # "Hội Nông dân tỉnh nâng cao chất lượng …"
    return plain and is_agency(text) and len(words) <= AGENCY_WORDS and not told


def _is_reference(text: str) -> bool:
    """Tell whether a line is the document's own number, or its place and date."""
    return len(text) <= 80 and bool(_OWN_NUMBER.match(text) or PLACE_DATE.search(text.lower()))


def _is_between(text: str) -> bool:
    """Tell whether a line stands between the author and the title: a rule, the number, the place and date."""
    return not has_word(text) or _is_reference(text) or _FORM.match(text) is not None


def _is_above(text: str) -> bool:
    """Tell whether a line stands between the first of the author's names and the title."""
    return _is_between(text) or (is_upper(text) and _names_agency(text))


def _ends_agency(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line in capitals ends the name above it: a blank line and a title follow."""
    if index == 0 or index + 1 >= len(lines) or lines[index].gap != 1 or lines[index + 1].gap < 2:
        return False
    above, text, below = (lines[i].text for i in (index - 1, index, index + 1))
    named = is_upper(above) and _names_agency(above) and is_upper(text) and not is_type_start(text)
    return named and _KIND.match(below) is not None


def _leads_to_title(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a headline is the next line of the document's own, so that this is its author's name."""
    while index < len(lines) and (lines[index].kind == "boilerplate" or _is_above(lines[index].text)):
        index += 1
    index += index < len(lines) and _ends_agency(lines, index)
    if index + 1 >= len(lines) or lines[index].kind != "body":
        return False
    text = lines[index].text
    plain = len(text) <= 250 and not ends_sentence(text) and not is_marked(text)
    return plain and (len(text.split()) >= 5 or is_type_line(text))


def last_copy(lines: Sequence[Line], title: tuple[int, int]) -> tuple[int, int]:
    """Take the last of several copies of a page's title; those above it are part of its frame."""
    first, end = title
    text = lines[first].text.casefold()
    copies = [i for i in range(first, min(first + 8, len(lines))) if lines[i].text.casefold() == text]
    if copies[-1] < end > first + 1:
        for index in range(first, copies[-1]):
            lines[index].kind = "boilerplate"
        return copies[-1], end
    if end > first + 1 or len(copies) == 1:
        return title
    for index in copies[:-1]:
        lines[index].kind = "boilerplate"
    return copies[-1], copies[-1] + 1


def _page_title_end(lines: Sequence[Line], start: int) -> int:
    text = lines[start].text
    alone = is_type_line(text)
    return title_end(lines, start, alone) if alone or is_upper(text) else start + 1


def _is_rubric(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is the part of a site above a headline: ``Tin hoạt động các huyện``."""
    text = lines[index].text
    if index + 2 >= len(lines) or not _RUBRIC.match(text) or len(text.split()) > RUBRIC:
        return False
    below, next_one = lines[index + 1], lines[index + 2]
    if is_upper(text) and is_upper(below.text) and _DATES.match(below.text):
        return False  # a bulletin and what it is of, in two lines
    if below.kind == "boilerplate" and is_stamp(below.text) and index + 3 < len(lines):
        return _is_headline(next_one, lines[index + 3 : index + 5])
    if below.kind != "body" or len(below.text.split()) < 5 or below.text[0].islower():
        return False
    if next_one.kind == "boilerplate" and has_date(next_one.text):
        return True
    told = (
        next_one.kind == "body" and len(next_one.text) > SENTENCE and _TOLD.match(next_one.text) is not None
    )
    plain = len(below.text.split()) > RUBRIC and not ends_sentence(below.text) and not is_marked(below.text)
    return told and plain and len(text.split()) <= RUBRIC - 3


def _is_headline(line: Line, below: Sequence[Line]) -> bool:
    """Tell whether a line has the shape of a headline that a paragraph follows, a bar between them or not."""
    text = line.text
    plain = line.kind == "body" and len(text.split()) >= 5 and text[0].isupper()
    return (
        plain
        and not ends_sentence(text)
        and not is_marked(text)
        and any(len(one.text) > SENTENCE for one in below)
    )


def _is_path(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is the path to the page: its first step is an entry of the menu above."""
    steps = _STEP.split(lines[index].text)
    if not 1 < len(steps) <= STEPS or any(len(step.split()) > STEP_WORDS for step in steps):
        return False
    first = steps[0].casefold()
    return any(line.kind == "boilerplate" and first in line.text.casefold() for line in lines[:index])


def _is_seated(text: str) -> bool:
    """Tell whether a line in capitals is an agency with its unit and no more: ``PHÒNG Y TẾ QUẬN 8``."""
    found = _SEATED.fullmatch(text) if is_upper(text) and is_agency(text) else None
    return found is not None and not (set(found["body"].lower().split()) - {"và"}) & function_words()


def _is_menu(text: str) -> bool:
    """Tell whether a line is no more than an entry of a menu: ``Thông tin chỉ đạo điều hành``."""
    hits = find_cues(text) if len(text.split()) <= RUBRIC else []
    return bool(hits) and hits[0].start == 0 and hits[0].end == len(text) and not is_type_line(text)


def _is_site(text: str) -> bool:
    """Tell whether a line is the name of the site, in capitals: ``CỔNG THÔNG TIN ĐIỆN TỬ QUẬN …``."""
    return is_upper(text) and _SITE.match(text) is not None


def page_title(lines: Sequence[Line], head: tuple[int, int] | None) -> tuple[int, int] | None:
    """Find the headline of a web page: the first unpunctuated line of some length before the text."""
    seen = 0
    fallback: tuple[int, int] | None = None
    for index in range(head[1] if head else 0, len(lines)):
        line = lines[index]
        text = line.text
        if line.kind != "body" or not has_word(text):
            continue
        if _CONTACT.match(text) or (not seen and index + 2 < len(lines) and _is_site(text)):
            continue
        seen += 1
        if seen == 1 and _ANNEX.match(text) and index + 1 < len(lines):
            return index, title_end(lines, index, True)
        if head is None and (_is_reference(text) or is_stamp(text)):
            continue
        if _FORM.match(text) and index + 1 < len(lines):
            seen -= 1
            continue
        if _SALUTES.match(text):
            break
        if _is_path(lines, index):
            line.kind = "boilerplate"
            continue
        if seen > 6 or is_marked(text) or is_head_line(text) or ADDRESSEE.match(text):
            break
        if index + 1 == len(lines) or len(list(islice(split_sentences(text), 2))) > 1:
            break
        stamped = lines[index + 1].kind == "boilerplate" and is_stamp(lines[index + 1].text)
        if not stamped and len(text) > SENTENCE and _TOLD.match(text):
            break
        if len(text) > 300 or (text.endswith((".", ";")) and not (stamped and len(text) <= SENTENCE)):
            break
        if (ends_sentence(text) and len(text) > SENTENCE) or text.endswith(("như sau:", "sau đây:")):
            break
        words = len(text.split())
        if _is_rubric(lines, index) or _is_menu(text) or (is_upper(text) and SESSION.match(text)):
            continue
        if text[0].islower() and _leads_to_title(lines, index + 1) and lines[index + 1].text[0].isupper():
            continue  # the tag that the page is listed by
        if is_upper(text) and _names_agency(text) and GROUNDS.match(lines[index + 1].text):
            break
        if (_names_agency(text) and _leads_to_title(lines, index + 1)) or _is_seated(text):
            continue
        if _ends_agency(lines, index):
            continue
        if words >= 5 or is_type_line(text) or is_type_start(text):
            return index, _page_title_end(lines, index)
        if fallback is None and not is_agency(text) and words >= 2 and text[-1] != ":":
            fallback = index, index + 1
    return fallback

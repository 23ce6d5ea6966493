"""Titles: what a document calls itself, in an official text or on a web page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from vnreport.layout.headings import marker
from vnreport.layout.lines import GROUNDS, Line, ends_sentence, has_word, is_upper
from vnreport.layout.sentences import split_sentences
from vnreport.layout.shapes import has_date, is_stamp
from vnreport.layout.wording import (
    ADDRESSEE,
    PLACE_DATE,
    RULE,
    SUBJECT,
    is_agency,
    is_head_line,
    is_type_line,
    is_type_start,
)
from vnreport.lexicon import table
from vnreport.patterns import lazy

_PREAMBLE = lazy(
    r"^(?:căn cứ|thực hiện|kính gửi|theo|xét|ngày|trong|tiếp tục|nhằm|để|sau khi|qua|dưới|từ|tại|năm"
    r"|nơi nhận|i|1|điều)\b|^\(",
    re.I,
)
_OWN_NUMBER = lazy(r"^số\s?[:.]?\s?[^\s:]{0,40}/[\w/&.-]{2,30}$", re.I)
_DOES = lazy(r"(?:THỰC HIỆN|TIẾP TỤC|TRONG|NĂM|TẠI|TỪ|NHẰM)\s")
"""What opens the second line of a title in capitals, and in small letters the text."""
_UNIT = lazy(
    r"(?:tỉnh|huyện|thành phố|tp|quận|thị xã|xã|phường|thị trấn|đặc khu)\.?\s(?!ủy|uỷ|đoàn|hội)"
    r"[^\d:;.]{2,30}$",
    re.I,
)
"""The unit that a title in capitals ends with."""
_TOLD = lazy(r"(?:(?:sáng|chiều|tối)\s(?:nay|ngày|\d)|ngày \d|thực hiện|căn cứ)", re.I)
"""How the first sentence begins where there is no headline."""
_APPENDIX = lazy(r"(?:phụ lục|phụ biểu|biểu|mẫu)(?: số)? \w{1,4}\s?[:.–-]", re.I)
"""What a table is called that a report has with it: ``Phụ lục 2: …``."""
_OF_SUBJECT = lazy(
    r"(?:về|kết quả|tình hình|công tác|tổng kết|sơ kết|hoạt động|đánh giá|kiểm điểm|nhanh|tổng hợp|việc"
    r"|triển khai|thực hiện|tổ chức|kiểm tra|giám sát|rà soát|phê duyệt|ban hành)\s",
    re.I,
)
"""What the subject below a kind of document opens with."""
_LABELLED = lazy(
    r"(?:tên|họ|đơn vị|cơ quan|địa chỉ|chức vụ|thời gian|địa điểm|thời điểm|kỳ báo cáo)"
    r"(?:\s[^\W\d_]+){0,4}\s?:",
    re.I,
)
"""What says something of a document below its title: ``Tên đơn vị: …``."""
_KIND = lazy(
    r"(?:báo cáo|thông báo|thông cáo|bản tin|tin|kết quả|tình hình|kế hoạch|tổng hợp|tổng kết|sơ kết"
    r"|phương án|chương trình|biên bản|quy chế|quy định|danh sách|danh mục|lịch|công tác)\s",
    re.I,
)
"""What a title opens with."""
_TELLS = lazy(r"\s(?:đã|đạt|được|là|có|còn|sẽ)\s")
"""What a sentence has and a subject has not."""
_RUBRIC = lazy(r"(?:tin|hoạt động|chuyên mục|chuyên đề|thông tin|điểm tin|bản tin)\s[^\d:.]+$", re.I)
"""What a part of a site is called."""
RUBRIC = 9
"""So many words its name has at most."""
AGENCY_WORDS = 20
TITLE_LINES = 6
SPAN = 16
"""So many words such a line has at most."""
LONGEST = 600
"""The length of a subject in capitals."""
SENTENCE = 160
"""The length of a headline that a full stop may end."""


def _names_agency(text: str) -> bool:
    plain = ":" not in text and not any(map(str.isdigit, text))
    return plain and is_agency(text) and len(text.split()) <= AGENCY_WORDS


def _is_reference(text: str) -> bool:
    """Tell whether a line is the document's own number, or its place and date."""
    return len(text) <= 80 and bool(_OWN_NUMBER.match(text) or PLACE_DATE.search(text.lower()))


def _is_between(text: str) -> bool:
    """Tell whether a line stands between the author and the title: a rule, the number, the place and date."""
    return not has_word(text) or _is_reference(text)


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
    plain = len(text) <= 250 and not ends_sentence(text) and not _is_marked(text)
    return plain and (len(text.split()) >= 5 or is_type_line(text))


def mark_title(lines: Sequence[Line], head: tuple[int, int] | None) -> tuple[int, int] | None:
    """Set ``kind`` of the title's lines and give their range of indices.

    Args:
        lines: the lines, boilerplate and head marked.
        head: the range of the official head, if there is one.
    """
    found = _official_title(lines, head) if head is not None else None
    if found is None and head is not None:
        found = _subject_title(lines, head)
    if found is None:
        found = _page_title(lines, head)
    if found is not None:
        found = _last_copy(lines, found)
        for line in lines[found[0] : found[1]]:
            if line.kind != "boilerplate":
                line.kind = "title"
    return found


def _last_copy(lines: Sequence[Line], title: tuple[int, int]) -> tuple[int, int]:
    """Take the last of several copies of a page's title; those above it are part of its frame."""
    first, end = title
    text = lines[first].text.casefold()
    copies = [i for i in range(first, min(first + 8, len(lines))) if lines[i].text.casefold() == text]
    if end > first + 1 or len(copies) == 1:
        return title
    for index in copies[:-1]:
        lines[index].kind = "boilerplate"
    return copies[-1], copies[-1] + 1


def _official_title(lines: Sequence[Line], head: tuple[int, int]) -> tuple[int, int] | None:
    start = -1
    for index in range(head[0], min(head[1] + 8, len(lines))):
        text = lines[index].text
        if lines[index].kind != "boilerplate" and (
            is_type_line(text) or (len(text) < 250 and is_type_start(text))
        ):
            start = index
            break
        if lines[index].kind == "body" and (len(text) > 200 or GROUNDS.match(text)):
            break
    if start < 0 or lines[start].text[-1] == ":":
        subject = _bare_subject(lines, head[1])
        start = subject if subject >= 0 and (start < 0 or subject < start) else start
    if start < 0:
        return None
    return start, _title_end(lines, start, is_type_line(lines[start].text))


def _bare_subject(lines: Sequence[Line], first: int) -> int:
    """Find the subject in capitals of a decision whose kind the copy left out; -1 if there is none."""
    for index in range(first, min(first + 3, len(lines))):
        text = lines[index].text
        if lines[index].kind != "body" or not is_upper(text) or is_agency(text):
            continue
        if len(text.split()) >= 5 and text[-1] not in ".;:" and not _is_marked(text):
            return index
    return -1


def _is_marked(text: str) -> bool:
    return marker(text[:80]) is not None and not _APPENDIX.match(text)


def _title_end(lines: Sequence[Line], start: int, alone: bool) -> int:
    """Give the index behind the last line of a title that begins at ``start``."""
    end = start + 1
    for index in range(start + 1, min(start + 1 + TITLE_LINES, len(lines))):
        line = lines[index]
        text = line.text
        if line.kind == "boilerplate":
            break
        if RULE.match(text) or _LABELLED.match(text):
            break
        longest = LONGEST if alone and end == start + 1 and is_upper(text) else 250
        stopped = text[-1] in ".:" and not (alone and end == start + 1 and _is_subject(text))
        too_long = len(text) > longest or stopped or (text[-1] == ";" and not _goes_on(lines, index))
        opens_text = bool(_PREAMBLE.match(text)) and not (is_upper(text) and _DOES.match(text))
        opens_text = opens_text and not _is_span(text)
        subject = alone and end == start + 1 and SUBJECT.match(text)
        if too_long or ((_is_marked(text) or is_head_line(text)) and not subject):
            break
        if opens_text and (end > start + 1 or not alone or (len(text) > 80 and not is_upper(text))):
            break
        if (end > start + 1 or not alone) and is_upper(text) and is_agency(text) and not _UNIT.match(text):
            break
        follows = line.gap == 1 or (alone and end == start + 1)
        if not follows and not (alone and is_upper(text) and is_upper(lines[index - 1].text)):
            break
        end = index + 1
    return end


@cache
def _span_words() -> frozenset[str]:
    """Give the words of a line that only says of what time a document is."""
    return frozenset(row["word"] for row in table("title_time_words"))


def _is_span(text: str) -> bool:
    """Tell whether a line without brackets only says of what time a document is: ``Năm học 2021 - 2022``."""
    words = text.lower().split()
    figured = any(word[0].isdigit() for word in words)
    rest = (word.strip(",:;–-") for word in words)
    return (
        figured
        and len(words) <= SPAN
        and all(
            not word or word[0].isdigit() or word in _span_words() or set(word) <= set("ivx") for word in rest
        )
    )


def _is_subject(text: str) -> bool:
    """Tell whether a line is a subject although a full stop ends it: ``Tổng kết công tác năm 2012.``."""
    plain = text[-1] == "." and len(text) <= SENTENCE and _OF_SUBJECT.match(text) is not None
    return plain and len(list(islice(split_sentences(text), 2))) == 1 and _TELLS.search(text) is None


def _goes_on(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the next line goes on in small letters: ``… năm 2021;`` *phương hướng, nhiệm vụ …*."""
    return index + 1 < len(lines) and lines[index + 1].gap == 1 and lines[index + 1].text[0].islower()


def _subject_title(lines: Sequence[Line], head: tuple[int, int]) -> tuple[int, int] | None:
    """Find the subject of an official letter: ``V/v báo cáo …``."""
    for index in range(head[0], min(head[1] + 3, len(lines))):
        text = lines[index].text
        if SUBJECT.match(text) and len(text) < 300:
            end = index + 1
            while end < min(index + TITLE_LINES, len(lines)) and (
                _leads_on(lines[end - 1], lines[end]) or _is_rest(lines, end)
            ):
                end += 1
            return index, end
    return None


def _is_rest(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is what is left of a subject, above the place and date or the addressee."""
    if index + 1 >= len(lines) or lines[index].kind == "boilerplate":
        return False
    text, below = lines[index].text, lines[index + 1].text
    plain = not (is_head_line(text) or is_agency(text) or ends_sentence(text) or _is_marked(text))
    closed = ADDRESSEE.match(below) or PLACE_DATE.search(below.lower())
    return plain and has_word(text) and len(text) <= SENTENCE and not is_upper(text) and bool(closed)


def _leads_on(line: Line, following: Line) -> bool:
    """Tell whether a subject goes on in small letters on the next line."""
    near = following.gap == 1 and following.kind != "boilerplate" and not ends_sentence(line.text)
    return near and following.text[0].islower() and not is_head_line(following.text)


def _page_title_end(lines: Sequence[Line], start: int) -> int:
    text = lines[start].text
    alone = is_type_line(text)
    return _title_end(lines, start, alone) if alone or is_upper(text) else start + 1


def _is_rubric(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is the part of a site above a headline: ``Tin hoạt động các huyện``."""
    text = lines[index].text
    if index + 2 >= len(lines) or not _RUBRIC.match(text) or len(text.split()) > RUBRIC:
        return False
    below, stamp = lines[index + 1], lines[index + 2]
    headline = below.kind == "body" and len(below.text.split()) >= 5 and not below.text[0].islower()
    return headline and stamp.kind == "boilerplate" and has_date(stamp.text)


def _page_title(lines: Sequence[Line], head: tuple[int, int] | None) -> tuple[int, int] | None:
    """Find the headline of a web page: the first unpunctuated line of some length before the text."""
    seen = 0
    fallback: tuple[int, int] | None = None
    for index in range(head[1] if head else 0, len(lines)):
        line = lines[index]
        text = line.text
        if line.kind != "body" or not has_word(text):
            continue
        seen += 1
        if head is None and (_is_reference(text) or is_stamp(text)):
            continue
        if seen > 6 or _is_marked(text) or is_head_line(text) or ADDRESSEE.match(text):
            break
        if index + 1 == len(lines) or len(list(islice(split_sentences(text), 2))) > 1:
            break
        stamped = lines[index + 1].kind == "boilerplate" and is_stamp(lines[index + 1].text)
        if not stamped and len(text) > SENTENCE and _TOLD.match(text):
            break
        if len(text) > 300 or (text.endswith((".", ";")) and not (stamped and len(text) <= SENTENCE)):
            break
        if ends_sentence(text) and len(text) > SENTENCE:
            break
        words = len(text.split())
        if _is_rubric(lines, index):
            continue
        if text[0].islower() and _leads_to_title(lines, index + 1) and lines[index + 1].text[0].isupper():
            continue  # the tag that the page is listed by
        if is_upper(text) and _names_agency(text) and GROUNDS.match(lines[index + 1].text):
            break
        if _names_agency(text) and _leads_to_title(lines, index + 1):
            continue
        if _ends_agency(lines, index):
            continue
        if words >= 5 or is_type_line(text) or is_type_start(text):
            return index, _page_title_end(lines, index)
        if fallback is None and not is_agency(text) and words >= 2 and text[-1] != ":":
            fallback = index, index + 1
    return fallback

"""Where a title ends: before the text, who decides, or what is said of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from vnreport.layout.headings import marker
from vnreport.layout.lines import GROUNDS, Line, function_words, is_upper
from vnreport.layout.sentences import split_sentences
from vnreport.layout.wording import RULE, SUBJECT, is_agency, is_head_line, is_office
from vnreport.lexicon import table
from vnreport.patterns import lazy

_PREAMBLE = lazy(
    r"^(?:căn cứ|thực hiện|kính gửi|theo|xét|ngày|trong|tiếp tục|nhằm|để|sau khi|qua|dưới|từ|tại|năm"
    r"|nơi nhận|i|1|điều)\b|^\(",
    re.I,
)
_DOES = lazy(r"(?:THỰC HIỆN|TIẾP TỤC|TRONG|NĂM|TẠI|TỪ|NHẰM|THEO|ĐỂ|QUA|DƯỚI|SAU KHI)\s")
"""What opens the second line of a title in capitals, and in small letters the text."""
_UNIT = lazy(
    r"(?:tỉnh|huyện|thành phố|tp|quận|thị xã|xã|phường|thị trấn|đặc khu)\.?\s(?!ủy|uỷ|đoàn|hội)"
    r"[^\d:;.]{2,30}$",
    re.I,
)
"""The unit that a title in capitals ends with."""
_DATED = lazy(r"\s(?:NĂM|GIAI ĐOẠN|THÁNG|QUÝ|THỜI KỲ)\s(?:\S{1,4}\s){0,2}\S*\d")
"""What a line ends with that opens with a body and goes on with the title: ``CÔNG TY …`` *GIAI ĐOẠN 2020*."""
_HALF_NAMED = lazy(r"(?:NHÂN DÂN|CÔNG AN|THANH TRA|TỔ QUỐC VIỆT NAM|CÁC)$")
"""What a line of a title ends with amid the name of a body: ``… GIỮA ỦY BAN NHÂN DÂN`` *TỈNH VÀ …*."""
_APPENDIX = lazy(r"(?:phụ lục|phụ biểu|biểu|mẫu)(?: số)? \w{1,4}\s?[:.–-]", re.I)
"""What a table is called that a report has with it: ``Phụ lục 2: …``."""
_OF_SUBJECT = lazy(
    r"(?:về|kết quả|tình hình|công tác|tổng kết|sơ kết|hoạt động|đánh giá|kiểm điểm|nhanh|tổng hợp|việc"
    r"|triển khai|thực hiện|tổ chức|kiểm tra|giám sát|rà soát|phê duyệt|ban hành)\s",
    re.I,
)
"""What the subject below a kind of document opens with."""
_TO_COME = lazy(
    r"(?:phương\s+hướng|(?:một\s+số\s+|những\s+)?(?:nhiệm\s+vụ|giải\s+pháp)|mục\s+tiêu|kế\s+hoạch|chương\s+trình"
    r"|định\s+hướng|trọng\s+tâm)[\s,]",
    re.I,
)
"""What the second part of a subject opens with, behind what has been."""
_LABELLED = lazy(
    r"(?:tên|họ|đơn vị|cơ quan|bệnh viện|trường|cơ sở|địa chỉ|chức vụ|thời gian|địa điểm"
    r"|thời điểm|kỳ báo cáo)"
    r"(?:\s[^\W\d_]+){0,4}\s?:",
    re.I,
)
"""What says something of a document below its title: ``Tên đơn vị: …``."""
_TELLS = lazy(r"\s(?:đã|đạt|được|là|có|còn|sẽ)\s")
"""What a sentence has and a subject has not."""
SESSION = lazy(r"(?:khóa|khoá|nhiệm kỳ|kỳ họp|phiên họp|lần thứ)\s", re.I)
"""What stands below the name of a council in the head of its resolution: ``KHÓA IX, KỲ HỌP THỨ 5``."""
TITLE_LINES = 6
SPAN = 16
"""So many words such a line has at most."""
LONGEST = 600
"""The length of a subject in capitals."""
SENTENCE = 160
"""The length of a headline that a full stop may end."""


def is_marked(text: str) -> bool:
    """Tell whether a heading number opens a line, other than that of an appendix."""
    return marker(text[:80]) is not None and not _APPENDIX.match(text)


def title_end(lines: Sequence[Line], start: int, alone: bool) -> int:
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
        opens_text = opens_text and not _is_span(text) and not _is_quoting(lines[start:index])
        subject = alone and end == start + 1 and SUBJECT.match(text)
        if too_long or ((is_marked(text) or is_head_line(text)) and not subject):
            break
        if opens_text and (end > start + 1 or not alone or (len(text) > 80 and not is_upper(text))):
            break
        names = _UNIT.match(text) or _HALF_NAMED.search(lines[index - 1].text)
        if (end > start + 1 or not alone) and _decides(lines, index) and not names:
            break
        if _is_copy(lines, start, index):
            break
        follows = line.gap == 1 or (alone and end == start + 1)
        follows = follows or (lines[index - 1].text[-1] in ";," and _TO_COME.match(text) is not None)
        if not follows and not _is_span(text) and not _follows_apart(lines, start, index, alone):
            break
        end = index + 1
    return end


def _decides(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line in capitals is who decides, below the subject: ``VIỆN TRƯỞNG VIỆN KIỂM SÁT …``."""
    text = lines[index].text
    if not is_upper(text):
        return False
    grounds = (GROUNDS.match(line.text.lstrip("-– ")) for line in lines[index + 1 : index + 3])
    agency = is_agency(text) and not _DATED.search(text)
    return agency or (is_office(text) and " VỀ " not in text and any(grounds))


def _is_copy(lines: Sequence[Line], start: int, index: int) -> bool:
    """Tell whether a line says again what a line of the title above it has said."""
    text = lines[index].text
    again = text.casefold() == lines[start].text.casefold() and text != lines[start].text
    return again or any(text.casefold() == line.text.casefold() for line in lines[start + 1 : index])


def _follows_apart(lines: Sequence[Line], start: int, index: int, alone: bool) -> bool:
    """Tell whether a line in capitals goes on with a title of such lines although blank ones part them."""
    above, text = lines[index - 1].text, lines[index].text
    if not (is_upper(text) and is_upper(above)):
        return False
    first, last = text.split(None, 1)[0].lower(), above.rsplit(None, 1)[-1].lower()
    joined = first in function_words() or last in function_words() or above[-1] == ","
    told = index == start + 1 and _OF_SUBJECT.match(text) is not None and " CỦA " in above
    return alone or joined or told or _is_quoting(lines[start:index])


def _is_quoting(lines: Sequence[Line]) -> bool:
    """Tell whether lines open a quotation that they do not close."""
    text = " ".join(line.text for line in lines)
    return text.count("“") > text.count("”") or ("“" not in text and text.count('"') % 2 == 1)


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
    """Tell whether the next line goes on: in small letters, or with what is to come.

    ``Kết quả công tác năm 2021;`` *Phương hướng, nhiệm vụ …*
    """
    if index + 1 >= len(lines):
        return False
    following = lines[index + 1]
    return (following.gap == 1 and following.text[0].islower()) or _TO_COME.match(following.text) is not None

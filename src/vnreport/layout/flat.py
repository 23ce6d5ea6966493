"""Flat pages: an official head that lost its line breaks is cut off the text that follows on its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from vnreport.layout.columns import column_cuts, head_cuts, party_head_end
from vnreport.layout.lines import GROUNDS, Line
from vnreport.layout.wording import COUNTRY, MOTTO, SUBJECT, is_office, is_type_start
from vnreport.names import UPPER
from vnreport.patterns import lazy

_DATED = lazy(r"ngày\s*[\d.…]{0,4}\s*tháng\s*[\d.…]{0,4}\s*năm\s*\d{4}", re.I)
_NUMBERED = lazy(r"\s*S(?:ố\s*:?|[^\s\d:]?\s?:)\s*[\d.…]*\s*/[\w/&-]{2,30}")
_GLUED = lazy(r"(?<!\w)[^\W\d_]{4,14}(?=\s)")
_MARK = lazy(r"(?:[IVX]{1,4}|[A-D]|\d{1,2})[./)]")
_STOP = lazy(r"[.!?](?:\s|$)|;(?:\s(?![^\W\d_A-ZĐ])|$)")
_BEGINS = lazy(
    r"\s(?=(?:Căn cứ|Kính gửi\s?:?|Thực hiện|Theo|Trong|Nhằm|Để|Ngày|Phần|PHẦN|Tiếp tục|Qua|Sau"
    r"|Trên cơ sở|Xét|Hôm nay,?|Tính đến|Được sự|Với|Dưới|Từ ngày|Vừa qua|Hiện nay,?|Tại|Hồi|Vào|Kính thưa)\s"
    r"|(?:Thời gian|Địa điểm|Kính gửi|Họ và tên|Tên đơn vị)\s?:"
    r"|Toàn (?:tỉnh|huyện|xã|ngành|thành phố|quận|thị xã|phường|thị trấn)\s"
    r"|(?:[IVX]{1,4}|[A-D]|\d)[./)]\s?[^\W\d_]|\(|[-–_*=]{3,}\s"
    r"|(?:BỘ TRƯỞNG|THỦ TƯỚNG|(?:PHÓ )?CHỦ TỊCH|(?:TỔNG )?GIÁM ĐỐC|CHÁNH ÁN|CHÁNH THANH TRA|VIỆN TRƯỞNG"
    rf"|HỘI ĐỒNG NHÂN DÂN|(?:ỦY|UỶ) BAN|UBND|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|QUỐC HỘI|CHÍNH PHỦ)\s[{UPPER}]{{2}})"
    rf"|(?<=[\s/]\d{{4}})\s(?=[{UPPER}][^\W\d_]*(?<![{UPPER}]),?\s)"
)
"""What the text begins with behind a title that is not all in capitals."""
_OPENS = lazy(
    r"(?<=\w)\s(?=(?:(?:Trong|Theo|Căn cứ|Kính gửi|Trên cơ sở|Nhằm|Vừa qua|Hiện nay|Tính đến|Được sự)\s"
    r"|(?:Sáng|Chiều|Tối)\s(?:nay|ngày|\d)|Quý\s[IV\d]|(?<=\d\s)(?:Thực hiện|Tiếp tục|Tại|Toàn)\s"
    r"|(?:Ngày|Tháng|Năm|Từ|Đến|Sau|Qua)\s(?:ngày |tháng |năm |đầu |hết |hơn |gần )?(?:\d|nay|đầu|khi)))"
)
"""What a sentence opens with where the end of the headline before it left no mark."""
_STAMP = lazy(
    r"(?:(?:ngày đăng|cập nhật|đăng lúc)\s?:?\s?)?(?:(?:thứ\s\w{1,4}|chủ nhật),?\s(?:ngày\s)?)?"
    r"(?:\d{1,2}/\d{1,2}/\d{4}\W{1,4}\d{1,2}\s?[:h]\d{2}(?::\d{2})?(?:\s?[AP]M)?"
    r"|\d{1,2}[:h]\d{2}\W{1,4}\d{1,2}/\d{1,2}/\d{4})"
    r"(?:\W{0,3}(?:gmt\W{0,3}7|(?:số\s)?(?:lượt|lần)\s(?:xem|đọc|truy cập)\W{0,3}\d[\d.]*"
    r"|\d[\d.]*\slượt\s(?:xem|đọc)"
    r"|(?:xem với )?cỡ chữ:?(?:\s?A[+-]?){0,3}))*\W{0,3}(?=\s|$)",
    re.I,
)
"""The bar under a headline, in a page that lost its line breaks."""
_TO = lazy(r"\s(?=kính gửi\s?:)", re.I)
_OF = ("CỦA", "PHÓ", "DO", "VÀ", "CHO")
"""What stands before an office that belongs to the title."""
LONG = 300
PARAGRAPH = 200
AUTHORITY = 18
"""So many words who decides has at most."""
KIND = 6
"""So many words has a kind of document at most; a title in capitals has more."""
HEADLINE = 30
"""The length of a headline that lost the break behind it."""
MIN_LENGTH = 160
MIN_HEAD = 110
"""A line holds a head and a title from so many characters on."""
LOOK = 24
TOP = 6
"""So many lines stand above the headline of a page at most."""
REACH = 400
"""The parts of a head follow each other within so many characters."""


def cut_flat_heads(lines: Iterable[Line], text: str) -> Iterator[Line]:
    """Give the lines; one that begins with an official head in one piece is cut behind head and title."""
    first = True
    for index, line in enumerate(lines):
        first = first and index < TOP
        stamp = _STAMP.search(line.text, 20, LONG) if first and len(line.text) > LONG else None
        if stamp is not None and len(line.text) - stamp.end() > MIN_LENGTH:
            first = False
            yield from _pieces(line, [line.start + at for at in stamp.span()], text)
            continue
        end = _head_end(line.text) if len(line.text) > MIN_HEAD else 0
        ends = [*head_cuts(line.text, end), end] if end else column_cuts(line.text)
        if not ends and first and len(line.text) > PARAGRAPH:
            end = _headline_end(line.text)
            ends = [end] if end else []
            first = False
        if end:
            title = _title_end(line.text, end)
            ends += [title] if title > end else []
        if ends:
            yield from _pieces(line, [line.start + at for at in ends], text)
        else:
            yield line


def _pieces(line: Line, ends: Sequence[int], text: str) -> Iterator[Line]:
    """Give the parts of a line that is cut at some offsets."""
    start, gap = line.start, line.gap
    for stop in [*ends, line.end]:
        raw = text[start:stop]
        stripped = raw.strip()
        if stripped:
            begin = start + len(raw) - len(raw.lstrip())
            yield Line(begin, begin + len(stripped), stripped, gap)
        start, gap = stop, 0


def _headline_end(text: str) -> int:
    """Give where a headline ends that lost the break before its text (``… từng người dânTrong năm …``)."""
    if not text[0].isupper():
        return 0
    stop = _STOP.search(text, 0, REACH)
    for word in _GLUED.finditer(text, HEADLINE, stop.start() if stop else REACH):
        letters = word.group()
        cut = next((i for i, letter in enumerate(letters) if letter.isupper()), 0)
        if cut >= 2 and (letters[cut + 1 :].islower() or cut + 1 == len(letters)):
            return word.start() + cut
    for opens in _OPENS.finditer(text, HEADLINE, stop.start() if stop else REACH):
        words = text[opens.end() : opens.end() + LOOK].split()
        last = text[: opens.start()].rpartition(" ")[2]
        if (last.islower() or last[-1].isdigit()) and not words[1][:1].isupper():
            return opens.start()
    return 0


def _head_end(text: str) -> int:
    """Give the end of a head that the line begins with; 0 where there is none."""
    country = COUNTRY.search(text, 0, REACH)
    if country is None or "lập" not in text[: 2 * REACH].lower():
        return party_head_end(text, REACH)
    motto = MOTTO.search(text, country.end(), country.end() + REACH) if country else None
    if motto is None:
        return 0
    end = motto.end()
    for pattern in (_NUMBERED, _DATED):
        match = pattern.search(text, end, end + REACH // 4)
        end = match.end() if match else end
    return end if len(text) - end > 40 else 0


def _title_end(text: str, start: int) -> int:
    """Give the end of a title at ``start`` whose kind is in capitals; ``start`` where there is none."""
    while start < len(text) and not text[start].isalnum():
        start += 1
    if SUBJECT.match(text[start : start + LOOK]):
        addressee = _TO.search(text, start, start + REACH)
        return addressee.start() if addressee is not None else start
    if not is_type_start(text[start : start + 60]):
        return start
    end = start
    for word in re.finditer(r"\S+\s*", text[start : start + REACH]):
        if any(map(str.islower, word.group())) or (end > start and _MARK.fullmatch(word.group().strip())):
            break
        end = start + word.end()
    if len(text[start:end].split()) > KIND:
        return _before_decider(text, start, end)
    begins = _BEGINS.search(text, end + 10, end + LONG)
    stop = _STOP.search(text, end, begins.start()) if begins is not None else None
    if begins is None or stop is not None or not text[end : end + 1].isalpha():
        return end
    return _before_authority(text, end, begins.start())


def _before_decider(text: str, start: int, end: int) -> int:
    """Give the end of a title in capitals without who decides, also in capitals, above the grounds."""
    if not GROUNDS.match(text[end : end + LOOK].lstrip("-– ")):
        return end
    words = list(re.finditer(r"\S+", text[start:end]))
    for place in range(len(words) - 1, max(KIND - 1, len(words) - AUTHORITY), -1):
        above = words[place - 1].group()
        if is_office(text[start + words[place].start() : end].strip()) and above not in _OF:
            return start + words[place].start()
    return end


def _before_authority(text: str, start: int, end: int) -> int:
    """Give the end of a subject without who decides, in capitals: ``… năm 2014`` *GIÁM ĐỐC SỞ Y TẾ*."""
    words = list(re.finditer(r"\S+", text[start:end]))
    count = 0
    while count < len(words) and words[-1 - count].group().isupper() and words[-1 - count].group().isalpha():
        count += 1
    return start + words[-count].start() if 3 <= count < len(words) else end

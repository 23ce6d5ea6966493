"""Heads: the opening and closing blocks of an official document, and its title.

The parts and their wording are those of Decree 30/2020/NĐ-CP, appendix I (before it Circular
01/2011/TT-BNV): national title and motto, agency, number and symbol, place and date, kind and
subject, addressee, recipients (``Nơi nhận``), authority and office of the signer, name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from vnreport.layout.headings import marker
from vnreport.layout.lines import Line, ends_sentence, has_word, is_upper
from vnreport.layout.sentences import split_sentences
from vnreport.lexicon import table

_COUNTRY = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ|CHỦ\s+NGHĨA\s+VIỆT\s+NAM$|^ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM$"
    r"|(?i:(?:^|\s\s|\t|\|)\s*độc\s+lập\s*[-–—]?\s*tự\s+do\s*[-–—]?\s*hạnh\s+ph[úu]c)"
    r"|^(?i:cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|đảng cộng sản việt nam)$"
)
_NUMBER = re.compile(
    r"^s[ốô]\s*(?:hiệu)?\s*[:：.]?\s*[\d.…_]*\s*[a-z]?\s*[-/](?:\s*\d{4}\s*/)?"
    r"\s*[a-zđ][\w&]*(?:\s?[-–/.]\s?[\w&]+)*",
    re.I,
)
_DATE = re.compile(r"(?:^|[,.]\s*)ngày\s*[\d.…_ ]{0,6}\s*tháng\s*[\d.…_ ]{0,6}\s*năm\s*(?:[\d.…]{2,8})?\s*$")
_ADDRESSEE = re.compile(r"^kính\s+g[ửứ]i\s*[:：]?", re.I)
_SUBJECT = re.compile(r"^(?:v/v|về việc)\s*[:：]?\s*", re.I)
_INLINE_SUBJECT = re.compile(r"\s(?=v/v\s)", re.I)
_RECIPIENTS = re.compile(r"^n[ơo]i\s+nh[ậâ]n\s*[:：]?", re.I)
_SIGNED = re.compile(r"^\(?\s*(?:đã ký|ký tên|ký, ghi rõ|đã kí|ký và ghi)", re.I)
_CLOSING = re.compile(r"^(?:như trên|như điều|lưu|bs|ths|ts|đ/c|thượng|đại|thiếu|trung|các)\b|^\(", re.I)
_RULE = re.compile(r"^[\W_]+$")
_NAME = re.compile(r"^(?:[^\W\d_]+\.?\s+){1,5}[^\W\d_]+$")
_AUTHORITY = re.compile(r"^(?:tm|kt|tl|tuq|q|t/m|k/t|t/l)\s*\.?\s", re.I)
_PREAMBLE = re.compile(
    r"^(?:căn cứ|thực hiện|kính gửi|theo|xét|ngày|trong|tiếp tục|nhằm|để|sau khi|qua|dưới|từ|tại|năm"
    r"|nơi nhận|i|1|điều)\b|^\(",
    re.I,
)
_APPENDIX = re.compile(r"^(?:phụ lục|biểu|bảng|mẫu|danh sách|danh mục)\b", re.I)
HEAD_LINES = 40
TITLE_LINES = 6
SIGNATURE_LINES = 40


@cache
def _agency_words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("agency_words"))


def _is_agency(text: str) -> bool:
    """Tell whether a line begins like the name of an agency."""
    words = text[:60].lower().split()
    return any(" ".join(words[:n]).strip(".") in _agency_words() for n in (1, 2, 3))


def is_head_line(text: str) -> bool:
    """Tell whether a line can only belong to the head or the close of an official document."""
    if len(text) > 160:
        return False
    folded = text.lower()
    return bool(
        _COUNTRY.search(text)
        or _NUMBER.match(folded)
        or _DATE.search(folded)
        or _ADDRESSEE.match(folded)
        or _RECIPIENTS.match(folded)
    )


def mark_head(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Set ``kind`` of the lines of an official head and give their range of indices.

    A head needs the national title or motto, or two of number, date and addressee.
    """
    first = last = -1
    sure = parts = 0
    seen = 0
    for index, line in enumerate(lines):
        if line.kind == "boilerplate":
            continue
        seen += 1
        if seen > HEAD_LINES or (first >= 0 and index - last > 6):
            break
        if len(line.text) > 200 and first >= 0:
            break
        if is_head_line(line.text) and not _RECIPIENTS.match(line.text):
            folded = line.text.lower()
            sure += bool(_COUNTRY.search(line.text))
            parts += bool(_NUMBER.match(folded)) + bool(_DATE.search(folded)) + bool(_ADDRESSEE.match(folded))
            if _ADDRESSEE.match(folded) and first >= 0 and _title_between(lines, last + 1, index):
                break
            first = index if first < 0 else first
            last = index
    if first < 0 or not (sure or parts >= 2):
        return None
    first = _agency_start(lines, first)
    last = _addressees_end(lines, last)
    for line in lines[first : last + 1]:
        if line.kind == "body":
            line.kind = "head"
    return first, last + 1


def _title_between(lines: Sequence[Line], first: int, last: int) -> bool:
    return any(is_type_line(line.text) for line in lines[first:last])


def _agency_start(lines: Sequence[Line], first: int) -> int:
    """Take in the agency's lines above the first sure line of the head."""
    start = first
    for index in range(first - 1, max(first - 7, -1), -1):
        line = lines[index]
        text = line.text
        if line.kind == "boilerplate" or len(text) > 120 or ends_sentence(text):
            break
        if is_upper(text) or _RULE.match(text) or _is_agency(text):
            start = index
        else:
            break
    return start


def _addressees_end(lines: Sequence[Line], last: int) -> int:
    """Take in the list of addressees and a rule below the last sure line."""
    listing = bool(_ADDRESSEE.match(lines[last].text))
    for index in range(last + 1, min(last + 15, len(lines))):
        text = lines[index].text
        if _RULE.match(text) or (listing and text[0] in "-–+•" and len(text) < 160):
            last = index
        elif _SUBJECT.match(text) and len(text) < 200 and not listing:
            continue
        else:
            break
    return last


@cache
def _types() -> frozenset[str]:
    return frozenset(row["type"] for row in table("document_types"))


def is_type_line(text: str) -> bool:
    """Tell whether a line is a kind of document alone (``BÁO CÁO``, also letter-spaced), a colon let pass."""
    if len(text) > 60:
        return False
    bare = text.lower().strip(" :.*-–")
    if bare in _types():
        return True
    if " " in bare and all(len(part) <= 1 for part in bare.split(" ")):
        return bare.replace(" ", "") in {kind.replace(" ", "") for kind in _types()}
    return False


def _is_type_start(text: str) -> bool:
    """Tell whether a line begins with a kind of document in capitals: ``BÁO CÁO KẾT QUẢ …``."""
    words = text.split()
    return any(" ".join(words[:n]).lower() in _types() and is_upper(" ".join(words[:n])) for n in (2, 3))


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
        for line in lines[found[0] : found[1]]:
            if line.kind != "boilerplate":
                line.kind = "title"
    return found


def _official_title(lines: Sequence[Line], head: tuple[int, int]) -> tuple[int, int] | None:
    start = -1
    for index in range(head[0], min(head[1] + 8, len(lines))):
        text = lines[index].text
        if lines[index].kind == "body" and (is_type_line(text) or (len(text) < 250 and _is_type_start(text))):
            start = index
            break
        if lines[index].kind == "body" and len(text) > 200:
            break
    if start < 0:
        return None
    return start, _title_end(lines, start, is_type_line(lines[start].text))


def _is_marked(text: str) -> bool:
    return marker(text[:80]) is not None


def _title_end(lines: Sequence[Line], start: int, alone: bool) -> int:
    """Give the index behind the last line of a title that begins at ``start``."""
    end = start + 1
    for index in range(start + 1, min(start + 1 + TITLE_LINES, len(lines))):
        line = lines[index]
        text = line.text
        if line.kind == "boilerplate":
            break
        if _RULE.match(text):
            break
        too_long = len(text) > 250 or text[-1] in ".;:"
        opens_text = bool(_PREAMBLE.match(text))
        if too_long or _is_marked(text) or is_head_line(text):
            break
        if opens_text and (end > start + 1 or not alone or (len(text) > 80 and not is_upper(text))):
            break
        if end > start + 1 and is_upper(text) and _is_agency(text):
            break
        follows = line.gap == 1 or (alone and end == start + 1)
        if not follows and not (is_upper(text) and is_upper(lines[index - 1].text)):
            break
        end = index + 1
    return end


def _subject_title(lines: Sequence[Line], head: tuple[int, int]) -> tuple[int, int] | None:
    """Find the subject of an official letter: ``V/v báo cáo …``."""
    for index in range(head[0], min(head[1] + 3, len(lines))):
        text = lines[index].text
        if _SUBJECT.match(text) and len(text) < 300:
            return index, index + 1
    return None


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
        if seen > 6 or _is_marked(text) or is_head_line(text) or _ADDRESSEE.match(text):
            break
        if index + 1 == len(lines) or len(list(islice(split_sentences(text), 2))) > 1:
            break
        if len(text) > 300 or text.endswith((".", ";")) or (ends_sentence(text) and len(text) > 160):
            break
        words = len(text.split())
        if words >= 5 or is_type_line(text) or _is_type_start(text):
            return index, _title_end(lines, index, is_type_line(text)) if is_upper(text) else index + 1
        if fallback is None and words >= 2 and text[-1] != ":":
            fallback = index, index + 1
    return fallback


def mark_signature(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Set ``kind`` of the closing block's lines and give their range of indices."""
    start = next(
        (i for i, line in enumerate(lines) if line.kind == "body" and _RECIPIENTS.match(line.text)), -1
    )
    if start < 0:
        start = _office_start(lines)
    if start < 0:
        return None
    while start > 0 and lines[start - 1].kind == "body" and _is_office(lines[start - 1].text):
        start -= 1
    end = start + 1
    for index in range(start + 1, min(start + SIGNATURE_LINES, len(lines))):
        line = lines[index]
        if line.kind == "boilerplate" or not _is_closing(line.text):
            break
        end = index + 1
    for line in lines[start:end]:
        line.kind = "signature"
    return start, end


@cache
def _offices() -> frozenset[str]:
    return frozenset(row["cue"] for row in table("signature_cues") if row["kind"] == "office")


def _is_office(text: str) -> bool:
    """Tell whether a line is the signer's authority or office: ``KT. GIÁM ĐỐC``, ``PHÓ CHỦ TỊCH``."""
    if len(text) > 90 or not is_upper(text):
        return False
    if _AUTHORITY.match(text):
        return True
    words = text.lower().split()
    return any(" ".join(words[:n]) in _offices() for n in (1, 2, 3, 4))


def _office_start(lines: Sequence[Line]) -> int:
    """Find a signer's office near the end that a name follows."""
    own = [i for i, line in enumerate(lines) if line.kind == "body"][-15:]
    for place, index in enumerate(own):
        if place and _is_office(lines[index].text):
            rest = [lines[i].text for i in own[place + 1 :]][:6]
            if any(_NAME.match(text) and text[0].isupper() for text in rest) or not rest:
                return index
    return -1


def _is_closing(text: str) -> bool:
    """Tell whether a line goes on with the closing block."""
    if _APPENDIX.match(text) or len(text) > 160:
        return False
    if text[0] in "-–+•*" or _RULE.match(text) or _SIGNED.match(text) or _RECIPIENTS.match(text):
        return True
    if _is_office(text) or (is_upper(text) and _is_agency(text)):
        return True
    if _NAME.match(text) and len(text) < 60:
        return sum(word[0].isupper() for word in text.split()) * 3 >= len(text.split()) * 2
    return len(text) < 100 and bool(_CLOSING.match(text))

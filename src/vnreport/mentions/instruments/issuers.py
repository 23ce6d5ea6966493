"""Issuing bodies as a citation states them, with abbreviations expanded."""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon import table
from vnreport.mentions.instruments.page import Page, one_tone, rx

_LINK = rx(
    r"\s{0,8},?\s{0,8}(?:(?:của|do)\s{1,8}|(?=hội nghị (?:lần thứ|trung ương|ban chấp hành)"
    r"))(?:liên (?:bộ|sở|tịch|ngành)\s?:?\s{0,3})?"
)
_OFFICE_WORDS = (
    "bộ trưởng|thứ trưởng|thủ trưởng|chủ nhiệm|phó chủ tịch|chủ tịch|chánh án|viện trưởng|tổng thanh tra|"
    "chánh thanh tra|tổng kiểm toán|thống đốc|tổng giám đốc|phó giám đốc|giám đốc|tổng cục trưởng|cục trưởng|"
    "chi cục trưởng|vụ trưởng|chánh văn phòng|trưởng ban|trưởng phòng|hiệu trưởng|thường trực|ban thường vụ|"
    "ban chấp hành|ban cán sự đảng|đảng đoàn|btv|bch|tt|đoàn chủ tịch|hội nghị lần thứ [a-zà-ỹ]+|"
    "tổng tham mưu trưởng"
)
_OFFICE = rx(rf"(?:{_OFFICE_WORDS})(?:\s?,)?\s{{1,3}}(?=\w)")
_OFFICE_LONG = {"btv": "Ban Thường vụ", "bch": "Ban Chấp hành", "tt": "Thường trực"}
_LOCAL = rx(
    r"(?P<head>ủy ban nhân dân|ub nhân dân|ubnd|hội đồng nhân dân|hđnd|công an|tòa án nhân dân|tand|"
    r"viện kiểm sát nhân dân|vksnd|ủy ban mặt trận tổ quốc(?: việt nam)?|ủy ban mttq(?: việt "
    r"nam)?|ubmttq(?: việt nam)?|"
    r"mặt trận tổ quốc|mttq|liên đoàn lao động|lđlđ|đoàn đại biểu quốc hội|đoàn đbqh|bộ chỉ "
    r"huy quân sự|bộ chqs|"
    r"bộ chỉ huy bộ đội biên phòng|thanh tra|văn phòng ubnd|văn phòng ủy ban nhân dân|văn "
    r"phòng hđnd|cục thuế|"
    r"cục hải quan|cục thống kê|bảo hiểm xã hội|bhxh|kho bạc nhà nước|hội nông dân|hội cựu chiến binh|"
    r"hội liên hiệp phụ nữ|hội chữ thập đỏ|đảng bộ|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|quận "
    r"ủy|thị ủy|tỉnh đoàn|thành đoàn)(?!\w)"
)
_LONG_HEAD = {
    "ub nhân dân": "Ủy ban nhân dân", "ubnd": "Ủy ban nhân dân", "hđnd": "Hội đồng nhân dân",
    "tand": "Tòa án nhân dân", "vksnd": "Viện kiểm sát nhân dân", "mttq": "Mặt trận Tổ quốc",
    "ủy ban mttq": "Ủy ban Mặt trận Tổ quốc", "ubmttq": "Ủy ban Mặt trận Tổ quốc",
    "ủy ban mttq việt nam": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "ubmttq việt nam": "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "lđlđ": "Liên đoàn Lao động", "đoàn đbqh": "Đoàn đại biểu Quốc hội", "bộ chqs": "Bộ Chỉ huy Quân sự",
    "bhxh": "Bảo hiểm xã hội", "văn phòng ubnd": "Văn phòng Ủy ban nhân dân",
    "văn phòng hđnd": "Văn phòng Hội đồng nhân dân", "ủy ban nhân dân": "Ủy ban nhân dân",
    "hội đồng nhân dân": "Hội đồng nhân dân", "tòa án nhân dân": "Tòa án nhân dân", "đảng ủy": "Đảng ủy",
    "tỉnh ủy": "Tỉnh ủy", "thành ủy": "Thành ủy",
    "huyện ủy": "Huyện ủy",
}  # fmt: skip
_LEVEL = rx(
    r"\s{1,3}(?P<level>tỉnh|thành phố|thành phố trực thuộc trung ương|tp\.?|t\.?p\.?|huyện|"
    r"quận|thị xã|tx\.?|xã|phường|thị trấn|đặc khu|cấp tỉnh|"
    r"khối các cơ quan(?: và doanh nghiệp)?|các cơ quan đảng|quân sự|công an)(?!\w)"
)
_BLOC = rx(r"\s{1,3}khối\s(?:các cơ quan(?: và doanh nghiệp)?|doanh nghiệp)(?!\w)")
_LEVEL_LONG = {
    "tp": "thành phố",
    "tp.": "thành phố",
    "t.p": "thành phố",
    "t.p.": "thành phố",
    "tx": "thị xã",
    "tx.": "thị xã",
}
_FIELD_HEAD = rx(r"(?P<head>bộ|liên bộ|sở|phòng|ban|ty|thanh tra bộ|thanh tra sở)\s{1,3}")
_GENERAL = rx(
    r"(?:ban chỉ đạo|ban quản lý|ban tổ chức|ban|hội đồng|hội|liên đoàn|liên hiệp hội|tập "
    r"đoàn|tổng công ty|ngân hàng|"
    r"trường|viện|học viện|đại học|tổng cục|cục|vụ|chi cục|ủy ban|văn phòng|thanh tra|kho bạc|"
    r"đại hội|trung ương|đài(?! loan)|"
    r"bộ tư lệnh|quân khu|trung tâm|hiệp hội|đoàn|công đoàn|cơ quan|sở|bộ|phòng|tổ công tác)(?!\w)"
)
_STOP = rx(
    r"(?:về|nên|trả lời|báo cáo|ghi|ký|thông báo|đình chỉ|xử phạt|bổ nhiệm|hiện|cũng|đang|vẫn|chưa|"
    r"quy định|ban hành|hướng dẫn|phê duyệt|sửa đổi|bổ sung|thay thế|bãi bỏ|công bố|"
    r"giao|thành lập|kiện toàn|"
    r"điều chỉnh|đã|được|để|trong|đối|có|là|tại|từ|khi|theo|nhằm|yêu cầu|cho|gửi|ngày|số|triển "
    r"khai|thực hiện|v/v|"
    r"đề nghị|chỉ đạo|thì|mà|này|nêu|hoặc|cũng|sẽ|phải|không|năm|khóa|nhiệm kỳ|kỳ họp|tăng "
    r"cường|đẩy mạnh|tổ chức thực hiện|"
    r"như|đến|tới|trên|với|bằng|quyết định|thông qua|chấp thuận|công nhận|cùng|đồng thời|vừa|"
    r"do|nay|nghị quyết|nghị định)(?!\w)"
)
_WORD = re.compile(r"[^\W_][\w&/]*")
_JOIN = rx(
    r"\s{0,3}(?:,|-|và|&|,\s?và)\s{0,3}(?=(?:bộ|sở|ban|ủy ban|ubnd|hội|tòa án|viện|văn phòng|"
    r"thanh tra|tổng|ngân hàng|công an|chính phủ|thường trực|đoàn|hđnd|tand|vksnd|liên đoàn|"
    r"đảng|mặt trận|trung ương)(?!\w))"
)
_TERM = rx(
    r"(?:\s{0,3},?\s{0,3}\(?(?:khóa|nhiệm kỳ)\s{1,3}(?:thứ\s)?(?:[ivxl]+|\d{1,4}(?:\s?-\s?\d{4})"
    r"?)(?!\w)\)?)?(?:\s{0,3},?\s{0,3}(?:tại\s)?kỳ họp (?:thứ|lần thứ|bất thường lần thứ|chuyên "
    r"đề)\s{1,3}\w+)?"
)
_VAGUE = frozenset(
    {
        "ban",
        "hội",
        "bộ",
        "sở",
        "phòng",
        "cục",
        "vụ",
        "viện",
        "trường",
        "đoàn",
        "đài",
        "cơ quan",
        "văn phòng",
        "trung tâm",
    }
)


def _spellings(name: str) -> list[str]:
    return [name, *([name.replace(" - ", "-"), name.replace(" - ", " ")] if " - " in name else [])]


def _tight(name: str) -> str:
    """Give a name with single spaces and none around its marks, as the dictionary holds it."""
    return re.sub(r"\s?([-&,])\s?", r"\1", " ".join(name.split()))


@cache
def _lookup(table_name: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Compile a lexicon of names into one pattern, longest first, and its dictionary."""
    names: dict[str, str] = {}
    for row in table(table_name):
        for form in [*_spellings(row["name"]), *filter(None, row["forms"].split("|"))]:
            names.setdefault(_tight(one_tone(form.lower())), row["name"])
    ordered = sorted(names, key=len, reverse=True)
    body = "|".join(
        re.sub(r"(?:\\)?([-&,])", r"\\s?\1\\s?", re.escape(n)).replace(r"\ ", r"\s{1,3}") for n in ordered
    )
    return re.compile(rf"(?:{body})(?![\w])(?!-\w)"), names


def _find(table_name: str, page: Page, at: int) -> tuple[str, int] | None:
    pattern, names = _lookup(table_name)
    match = pattern.match(page.low, at)
    if match is None:
        return None
    return names[_tight(match.group())], match.end()


def read_issuer(page: Page, at: int, *, joint: bool = False) -> tuple[str, int] | None:
    """Read ``của Bộ Y tế`` or ``do Quốc hội ban hành`` behind a citation: the body and the end of it."""
    link = _LINK.match(page.low, at)
    if link is None or page.broken(at, link.end()):
        return None
    found = read_body(page, link.end())
    if found is None:
        return None
    name, end = found
    while joint:
        step = _JOIN.match(page.low, end)
        more = read_body(page, step.end()) if step else None
        if step is None or more is None:
            break
        mark = step.group().strip()
        name += (", " if mark == "," or mark == "-" else " và ") + more[0]
        end = more[1]
    term = _TERM.match(page.low, end)
    end = term.end() if term else end
    if link.group().split()[-1:] == ["do"] or " do " in f" {link.group().strip()} ":
        done = rx_issued().match(page.low, end)
        if done is None:
            return None
        end = done.end()
    return name, end


@cache
def rx_issued() -> re.Pattern[str]:
    """What follows an issuer behind ``do``."""
    return rx(r"\s{1,3}(?:ban hành|ký ban hành|ký|thông qua)(?!\w)")


def read_body(page: Page, at: int) -> tuple[str, int] | None:
    """Read the name of a body that begins at an offset."""
    offices: list[str] = []
    begin = at
    while True:
        found = _name(page, at)
        office = _OFFICE.match(page.low, at) if found is None else None
        if office is None or len(offices) > 3:
            break
        offices.append(_office(page.squeezed(at, office.end())))
        at = office.end()
    if found is None:
        found, offices = _general(page, begin) or (_general(page, at) if offices else None), offices
        if found is not None and _general(page, begin) == found:
            offices = []
    if found is None or page.broken(begin, found[1]):
        return None
    return " ".join([*offices, found[0]]), found[1]


def _name(page: Page, at: int) -> tuple[str, int] | None:
    return _find("instrument_issuers", page, at) or _field(page, at) or _local(page, at)


def _office(word: str) -> str:
    long = _OFFICE_LONG.get(word.rstrip(",").lower())
    return long or word[0].upper() + (word[1:].lower() if word.isupper() else word[1:])


def _field(page: Page, at: int) -> tuple[str, int] | None:
    head = _FIELD_HEAD.match(page.low, at)
    if head is None:
        return None
    field = _find("agency_fields", page, head.end())
    if field is None:
        return None
    word = head["head"]
    name = f"{word[0].upper()}{word[1:]} {field[0]}"
    place = _place(page, field[1]) if word in ("sở", "phòng", "ban", "ty", "thanh tra sở") else None
    return (f"{name} {place[0]}", place[1]) if place else (name, field[1])


def _local(page: Page, at: int) -> tuple[str, int] | None:
    head = _LOCAL.match(page.low, at)
    if head is None:
        return None
    key = " ".join(head["head"].split())
    written = page.squeezed(at, head.end())
    name = _LONG_HEAD.get(key) or (
        written[0].upper() + (written[1:].lower() if written.isupper() else written[1:])
    )
    place = _place(page, head.end(), needs_level=not key.endswith("ủy"))
    if place is None:
        return name, head.end()
    return f"{name} {place[0]}", place[1]


def _place(page: Page, at: int, *, needs_level: bool = True) -> tuple[str, int] | None:
    """Read ``tỉnh Thái Bình``, ``TP. Hồ Chí Minh``, ``thành phố`` behind the head of a local body."""
    bloc = _BLOC.match(page.low, at)
    if bloc is not None:
        rest = _place(page, bloc.end())
        name = "K" + page.squeezed(at, bloc.end()).lower()[1:]
        return (f"{name} {rest[0]}", rest[1]) if rest else (name, bloc.end())
    level = _LEVEL.match(page.low, at)
    if level is None:
        return None if needs_level else _proper(page, at)
    word = " ".join(level["level"].split())
    name = _LEVEL_LONG.get(word, word)
    proper = _proper(page, level.end(), dotted=word.rstrip(".") in ("tp", "tx", "t.p"))
    if proper is None:
        return name, level.end("level")
    return f"{name} {proper[0]}", proper[1]


_KIND = rx(
    r"(?:kế hoạch|quyết định|thông tư|chỉ thị|công văn|kết luận|hướng dẫn|thông báo|chương trình|tờ trình|"
    r"báo cáo|căn cứ|luật|bộ luật|điều)(?!\w)"
)
"""What opens a new item on the line below a place, never a part of its name."""
_PROPER = re.compile(r"[.\s]\s{0,2}((?!\d)\w[\w’']*(?:\s?-\s?[A-ZĐ]\w*)?|\d{1,2}(?!\w))")


def _proper(page: Page, at: int, *, dotted: bool = False) -> tuple[str, int] | None:
    """Read a proper name: up to three capitalised words."""
    words: list[str] = []
    while len(words) < 3:
        step = _PROPER.match(page.plain, at)
        if step is None or (step.group()[0] == "." and (words or not dotted)):
            break
        word = step[1]
        if not (word[0].isupper() or (word.isdigit() and not words)) or _STOP.match(page.low, step.start(1)):
            break
        if "\n" in step.group() and _KIND.match(page.low, step.start(1)):
            break
        words.append(word.title() if word.isupper() and len(word) > 1 and word != "HCM" else word)
        at = step.end()
        if word.isdigit():
            break
    if not words:
        return None
    return " ".join(words).replace("HCM", "Hồ Chí Minh"), at


def _general(page: Page, at: int) -> tuple[str, int] | None:
    """Read a body by its head word: capitalised words and the small ones between, up to a stop."""
    head = _GENERAL.match(page.low, at)
    if head is None:
        return None
    end = head.end()
    last = end
    proper = False
    for _ in range(14):
        gap = _GAPS.match(page.plain, end)
        word = _WORD.match(page.plain, gap.end()) if gap else None
        if gap is None or word is None or _STOP.match(page.low, word.start()):
            break
        capital = word.group()[0].isupper() or word.group()[0].isdigit()
        if gap.group().strip() and not (capital or proper or _COMMA_WORDS.match(page.low, word.start())):
            break
        comma = not capital and gap.group().strip() == ","
        if comma and not _COMMA_WORDS.match(page.low, word.start()):
            break
        if word.group() == "và":
            after = _GAPS.match(page.plain, word.end())
            if after is None or not page.plain[after.end() : after.end() + 1].isupper():
                break
        proper = proper or capital
        end = word.end()
        if word.group() != "và":
            last = end
    key = " ".join(head.group().split())
    if (last == head.end() and key in _VAGUE) or not proper:
        return None
    written = _SHORT.sub(lambda m: _LONG[m[1]], page.squeezed(at, last))
    return written[0].upper() + written[1:], last


_LONG = {
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "TW": "Trung ương",
}
_SHORT = re.compile(r"(?<!\w)(UBND|HĐND|MTTQ|TW)(?!\w)")
_COMMA_WORDS = rx(r"(?:chống|tìm kiếm|sử dụng|thể thao|môi trường|khen thưởng|chữa cháy|bảo vệ)(?!\w)")
_GAPS = re.compile(r"\s{1,4}|\s?[,-]\s?(?!\s)")

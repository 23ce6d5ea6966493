"""Find named programmes: plans, projects, schemes, strategies and plannings with a title, quoted or not.

An instrument with a number (``Kế hoạch số 33/KH-STTTT``) is no programme. A programme may stand within the
title of another (``Kế hoạch thực hiện Đề án …``); both are found.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from vnreport.base_model import made
from vnreport.gazetteer import read_place
from vnreport.layout import Layout
from vnreport.lexicon import table
from vnreport.names import UPPER, scannable
from vnreport.patterns import lazy
from vnreport.report import InstrumentMention, ProgrammeMention
from vnreport.spans import Spans

__all__ = ["find"]

_WINDOW = 320
_OPEN = lazy(r"[ \xa0]?:?[ \xa0]?(?=[“«‘])|(?:[ \xa0]:?[ \xa0]?|:)(?=\")|[ \xa0]:?[ \xa0]?|:[ \xa0]?")
_QUOTED = lazy(
    r"“[^“”\n\ud800-\udfff]{2,300}”|\"[^\"\n\ud800-\udfff]{2,300}\"|«[^«»\n\ud800-\udfff]{2,300}»|‘[^‘’\n\ud800-\udfff]{2,300}’|'[^'\n\ud800-\udfff]{2,120}'(?!\w)"
)
_BREAK = lazy(
    r"(?P<hard>\n[ \t]*(?=\n|[-+*•]|[A-ZĐ\d])|[;:…()“”\"|\t\ud800-\udfff]|\./|(?<!TP)(?<!TX)\.(?=\s|$)"
    r"|[ \xa0][-–][ \xa0](?=[A-ZĐ]))"
    r"|(?P<comma>,)|[ \xa0](?P<word>của|do|đã|đang|sẽ|được|bị|(?<!àm )theo(?! (?:hướng|chuỗi|chiều|tiêu ch|chuẩn|mô hình|phương thức))|để|nhằm|(?<!ồng )(?<!ân )bằng"
    r"|là|gồm|có(?! (?:uy tín|hiệu quả|công|chất|hoàn cảnh|nguy cơ|trách|sự|tính|điều kiện|múi"
    r"|tưới|lợi thế|giá trị|địa chỉ|bờ|tiềm năng|thu))|đạt|từ|tại|với|vào(?! (?:lớp|trường|đời sống|cuộc sống|sản xuất))|trong"
    r"|và|thuộc|còn|đồng thời|trên cơ sở|trên địa bàn|cũng|ban hành|kèm|thì|mà|như|phải|nhưng|vừa|sắp|bao gồm"
    r"|cần|khi(?! sinh)|nếu|(?<!hông )qua(?! (?:sông|suối|kênh|rạch|mạng|đò))|triển khai|do đó|(?<!hà )ở|(?<!hực )hiện(?! đại)|chưa|dừng|vướng"
    r"|gặp|khởi công|đi qua|cho biết|nhận định|khẳng định|giải thích|dự kiến|mang tính|không thể|cơ bản"
    r"|bước đầu|thu hút|giải ngân|nên|bắt đầu|liên quan|hiện có|hiện trạng|với tổng|đến(?! (?:năm|hết|\d))"
    r"|tính đến|chậm|diễn ra|góp phần"
    r"|đem lại|mang lại|kết thúc|trị giá|phấn đấu|tiếp tục|yêu cầu"
    r"|hoàn thành(?= các| trước| trong| vào| đúng| đưa)|vẫn|rất|khiến|đặt ra|đề ra|đi vào|đưa vào|đúng tiến độ|giúp"
    r"|cho (?:thấy|rằng)|chính thức|cùng với|chiếm|kể từ|sau khi|trước khi|tổng (?:mức|vốn|kinh phí)"
    r"|hưởng ứng|\d[\d.,]*[ \xa0](?:tỷ|tỉ|triệu đồng|nghìn đồng|đồng|%)"
    r"|tổ chức(?= (?:tập|hội|lớp|lễ|các|đã|\d|thành công|triển khai|cuộc|đoàn|trao|kiểm tra|khảo sát))"
    r"|ngày càng|thực sự|tạm dừng|nhận được|tỉnh ta|huyện ta|xác định|được biết)(?!\w)"
)
_TIME = lazy(
    r"(?:giai đoạn|đến năm|năm|đến|tầm nhìn|tầm nhìn đến năm|định hướng|định hướng đến năm"
    r"|giai đoạn từ năm)[ \xa0](?:đến[ \xa0])?(?:năm[ \xa0])?\d{4}"
    r"(?:[ \xa0]?[-–][ \xa0]?\d{4})?"
)
_TAIL = lazy(
    rf",?[ \xa0](?:và[ \xa0])?(?:tầm nhìn|định hướng|có tính đến|{_TIME.pattern})(?:[ \xa0](?:đến"
    rf"|năm|\d{{4}}|[-–]|\d{{4}}-\d{{4}}))*"
)
_CLAUSE = lazy(
    r"[ \xa0](?:tham mưu|phối hợp|triển khai|thực hiện|báo cáo|đề xuất|trình|chỉ đạo|tổ chức"
    r"|tiếp tục|đồng thời|trong đó"
    r"|với|do|để|nhằm|đã|được|hướng dẫn|kiểm tra|rà soát|góp phần|qua đó|từ đó|bảo đảm"
    r"|đảm bảo|tập trung|gắn với|theo|trên|nhất là|đặc biệt|các"
    r"|(?:tỉnh|huyện|xã|thành phố|đơn vị|địa phương)[ \xa0](?:phải|đã|đang|sẽ|được|cần|có)"
    r"|đến nay|hiện|như|là|ngay|khi|tăng|giảm|sở|ngành|ban hành)(?!\w)"
)
_EMPTY = lazy(
    r"(?:hóa|hoá|số|này|trên|đó|nêu|đề ra|được|đã|của|do|có|là|và|năm|tháng|quý|giai đoạn|hàng năm"
    r"|công tác năm|để|theo|sẽ|đang|cụ thể|chi tiết|bắt đầu|trong|tại|với|không|cũng|còn|sau|khi|phải|cần|bị"
    r"|nhằm|gồm|bao gồm|chưa|mới được|vừa|sắp(?! xếp)|nói trên|tiếp theo|thứ|cho (?:rằng|biết|thấy)|đưa ra|đặt ra)(?!\w)|\d"
)
_BUDGET = lazy(r"(?:vốn|thu|chi|giao|tài chính|thu chi|lao động)(?! hút)(?! gom)(?!\w)")
"""``Kế hoạch vốn năm 2016``: an allotment, no plan with a name."""
_ALLOTTED = lazy(r"(?<!\w)(?:giao|đề ra)\Z")
_PART_QUOTED = lazy(r"\d{1,2}(?:\.\d)?(?:[ \xa0]về)?[ \xa0]?:?[ \xa0]?(?=[“\"«])")
"""The number of a part before its name in quotes: ``Dự án 8 “…”``."""
_PART = lazy(
    r"\d{1,2}(?:\.\d)?(?:(?:[ \xa0][-–]|,|[ \xa0](?:của|thuộc))?[ \xa0](?:Tiểu )?[Dd]ự án[ \xa0]\d{1,2})?"
    r"(?::|[ \xa0]về)[ \xa0](?=[^\W\d_])"
)
"""The number of a part of a programme before its name: ``Dự án 1: …``, ``Tiểu dự án 2 - Dự án 4: …``."""
_INNER = lazy(r"\d(?:[ \xa0][-–]|,|[ \xa0](?:của|thuộc))?[ \xa0]\Z")
"""What stands before the project that a part belongs to, within the name of the part."""
_OWNER = lazy(
    rf"[ \xa0]của[ \xa0](?:[{UPPER}]|chị|anh|ông|bà|tỉnh|thành phố|huyện|quận|xã|phường|thị xã|đơn vị"
    r"|các (?:sở|ngành|cấp|huyện|tỉnh|địa phương|đơn vị|cơ quan|doanh nghiệp|hội|xã|bộ)|cơ quan|ngành|sở|địa phương|công ty)"
)
_CLOSES = lazy(r"[^,;.:\n()“”]{0,80}?[ \xa0](?:trên địa bàn|giai đoạn \d|năm \d{4}|đến năm)")
_WHEN = lazy(r"[ \xa0](?:thời gian|năm|tháng|quý|\d|kỳ|những|các|đó|giai đoạn)(?!\w)")
_EQUIPPED = lazy(
    r"[ \xa0](?:công trình|quy mô|số|mức|kinh phí|nguồn|diện tích|mục tiêu|sự|các|những|nhiều|hơn|\d)(?!\w)"
)
"""What a project has (``với`` *quy mô 45 ha*), no part of its name."""
_VERB_AFTER_AND = lazy(
    r"[ \xa0]và[ \xa0](?:trình|báo cáo|tổ chức|triển khai|chỉ đạo|ban hành|đề nghị|tham mưu"
    r"|phối hợp|hướng dẫn|các|những|một số|tiếp tục|đã|được|việc|công tác|Nghị|Quyết|Chỉ|Luật|Bộ luật|Pháp lệnh"
    r"|UBND|HĐND|Sở|Bộ|Thủ tướng|[Dd]ự án|[Đđ]ề án|[Cc]hương trình|[Kk]ế hoạch|[Cc]hiến (?:lược|dịch)"
    r"|[Qq]uy hoạch|[Pp]hong trào|[Cc]uộc vận động|[Tt]iểu dự án|[Đđ]ề tài|Tháng)(?!\w)"
)
_BOTH_CAPITAL = lazy(rf"[{UPPER}]\w*[ \xa0][-–][ \xa0](?=[{UPPER}])")
_DANGLING = lazy(r"[ \xa0](?:gắn|đoạn|kết hợp|phù hợp|gắn kết|so|đối)\Z")
"""What only leads on to the preposition where a title was found to end: *gắn* ``với``, *đoạn* ``qua``."""
_OF_AGENCY = lazy(
    r"(?:(?:Sở|Bộ|Vụ|Cục|Phòng|phòng|sở|Ban|Khoa|khoa|Ngành|ngành"
    r"|[Hh]ội|[Vv]iện|[Đđ]ối tác|Tài chính -|[Nn]ghiên cứu)"
    r"|[Bb]an [Cc]hỉ (?:đạo|huy)(?: các)?|BCĐ)[ \xa0]\Z"
)
"""The agency whose field begins like a programme: ``Phòng`` *Kế hoạch*, ``Ban Chỉ đạo`` *Chương trình …*."""
_WELL_KNOWN = lazy(r"(?:MTQG )?(?:0\d|\d{3,4}|30[aA])")
"""Numbers that a programme is known by without a capital: ``chương trình 135``."""
_SHORT = lazy(r"(?:OCOP|(?:CT)?MTQG[ ][A-ZĐ]+|KC\.?\d+|30[aA]|điện (?:VI{1,3}|IX))\b")
"""Titles of one or two words that name a programme."""
_COINED = lazy(
    r"(?:(?!(?:BOT|PPP|ODA|FDI|NGO|UBND|HĐND|CNTT|THPT|THCS|KHCN|KTXH|GTVT|PTNT|CNC)(?!\w))"
    r"[A-Z]\w*[A-Z](?:\w*[A-Z]\w*|[a-z]*\d\w*)"
    r"|[A-Z][bcdfghklmnpqrstvwxz]*[aeiouy]+[bcdfghklmnpqrstvwxz]+[aeiouy]\w*)(?!\w)"
    r"(?:[ \xa0][A-ZĐ]\w*|[ \xa0]\d(?![\w.,]))*"
)
"""The name of a project that is no Vietnamese syllable: *VnSAT*, *Happy* ``Home``."""
_QUALIFIED = lazy(r"(?:[ \xa0][^\W\d_]+){1,5}[ \xa0]?:?[ \xa0]?(?=[“\"«])")
"""Words between a kind and its title in quotes: ``đề tài`` *khoa học cấp tỉnh* ``“…”``."""
_WITH_QUALITY = frozenset(
    ("Đề tài", "Dự án", "Đề án", "Chương trình", "Phong trào", "Phong trào thi đua", "Chiến dịch")
)
_BATTLE = lazy(r"(?:Điện Biên|Hồ Chí Minh|Tây Nguyên|Biên giới|Đường 9|Quảng Trị|Việt Bắc|Mậu Thân)(?!\w)")
"""What follows *Chiến dịch* where it is one of war."""
_COUNTED = lazy(r"\d[ \xa0]\Z")
_WORKS = lazy(
    r"(?i:(?:đầu tư|xây dựng|nâng cấp|cải tạo|mở rộng|sửa chữa|,|và)[ \xa0]?)*(?:tuyến[ \xa0])?"
    r"(?:(?:quốc lộ|tỉnh lộ|đường (?:tỉnh|huyện)|QL|ĐT)[ \xa0.]?(?=\d)|(?i:đường|cầu|cao tốc|quốc lộ|tỉnh lộ|khu|cụm công nghiệp|nhà máy|trạm|cảng|bến|sân bay|hồ|đập|thủy điện"
    r"|thuỷ điện|điện (?:gió|mặt trời)|bệnh viện|trường|chợ|hầm|kè|kênh|cống|metro|trung tâm)(?!\w)"
    rf"(?:[ \xa0][^\W\d_{UPPER}]+){{0,4}}[ \xa0](?=[{UPPER}]\w))"
)
"""Works with a name of their own: ``dự án`` *cầu Cửa Hội*, ``dự án`` *nâng cấp đường tỉnh Lộ Tẻ*."""
_SEVERAL = lazy(r"(?:\d|[Cc]ác|[Nn]hững|[Nn]hiều|[Mm]ột số|[Mm]ỗi|từng|loại)[ \xa0]\Z")
_DEMONSTRATIVE = lazy(r"(?:này|nêu trên|nói trên|trên đây|kia|ấy)\Z")
_NUMBER_NAME = lazy(
    r"(?:MTQG )?\d{2,4}[aA]?(?![\w/%–-]|\.\d)(?=[ \xa0]?(?:[,;:)\n]|\.(?!\d)|$)"
    r"|[ \xa0](?:của|tại|trên|ở|đã|đang|sẽ|được|giai đoạn|năm|về|và|trong|từ|do|với|để|nhằm|đạt|có|còn|cũng|vẫn"
    r"|theo|đến|là|cho|tỉnh|huyện|thành phố|Chính phủ|phải|cần|khi|vào|thuộc|chưa|bước đầu|mới|này|gồm|góp phần"
    r"|giải ngân|triển khai|thực hiện|hỗ trợ|đầu tư|phân bổ)(?!\w)|[ \xa0]\()"
)
"""A programme known by the number of its decision: ``Đề án 06``, ``Chương trình 135``."""
_PHASE = lazy(r"[ \xa0]giai đoạn (?:I{1,3}|\d)(?!\w|[-–/.,]\d)")
_NO_NAME = lazy(
    r"(?:Luật|Bộ luật|Nghị quyết|Nghị định|Pháp lệnh|Thông tư|Quyết định)(?!\w)"
    r"|(?:BT|BOT|PPP|ODA|FDI|NGO)(?!\w)(?![ \xa0][A-ZĐ])"
)
"""What follows *dự án* where it is the draft of a law, or where only its kind is said."""
_APPROVES = lazy(
    r"[ \xa0,]{0,2}(?:(?:về )?(?:việc )?(?:phê duyệt|ban hành)|về(?: việc)?)(?: điều chỉnh)?[ \xa0]"
)
_NO_TITLE = lazy(
    r"(?:Thủ|Chính phủ|UBND|Ủy ban|Uỷ ban|HĐND|Sở|Bộ|Trung ương|Quốc hội|Tỉnh|Ban|Hội"
    r"|Đảng|Chủ|Nhà nước|TW|Cục|Tổng)(?!\w)"
)
_PLACE_AFTER = lazy(
    r"[ \xa0](?:trên địa bàn|tại|trong)[ \xa0](?:toàn[ ])?(?=tỉnh|thành phố|TP|huyện|quận"
    r"|xã|phường|thị|vùng|khu vực|cả nước)"
)


@cache
def _trigger() -> AhoCorasick:
    kinds = [row["kind"] for row in table("programme_kinds")]
    forms = sorted({form for k in kinds for form in (k, k[0].lower() + k[1:], k.upper())})
    return AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest)


@cache
def _known() -> re.Pattern[str]:
    """How the titles begin that name a programme without quotes; group ``small``: in any letters."""
    rows = table("known_programmes")
    small = "|".join(re.escape(row["opening"]) for row in rows if row["small"])
    other = "|".join(re.escape(row["opening"]) for row in rows if not row["small"])
    return re.compile(rf"(?:(?P<small>{small})|{other})(?!\w)", re.IGNORECASE)


@cache
def _capital_kinds() -> tuple[str, ...]:
    return tuple(row["kind"] for row in table("programme_kinds"))


@cache
def _kinds() -> dict[str, tuple[str, str]]:
    return {row["kind"].lower(): (row["means"] or row["kind"], row["quoted"]) for row in table("programme_kinds")}


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
    for _, start, end in _trigger().find_matches_as_indexes(scannable(text)):
        if (start and text[start - 1].isalnum()) or text[end : end + 1].isalnum():
            continue
        if taken.overlaps(start, end) or _OF_AGENCY.search(text, max(0, start - 20), start):
            continue
        if agencies.overlaps(start, end) or _of_instrument(text, start, end, cited):
            continue
        if found and start < found[-1].end and _INNER.search(text, found[-1].start, start):
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
    return index >= 0 and _APPROVES.fullmatch(text, cited[index][1], start) is not None


def _nest(text: str, found: list[ProgrammeMention]) -> list[ProgrammeMention]:
    """Let a programme whose title holds another end no earlier than that one."""
    for outer, inner in zip(found[-2::-1], found[:0:-1], strict=False):
        if inner.start < outer.end < inner.end <= outer.start + _WINDOW:
            outer.title = " ".join((outer.title + text[outer.end : inner.end]).split())
            outer.end, outer.text = inner.end, text[outer.start : inner.end]
    return found


def _read(text: str, start: int, stop: int, cited: list[tuple[int, int]]) -> ProgrammeMention | None:
    word = text[start:stop]
    kind, needs = _kinds()[word.lower()]
    if needs == "bare":
        return None if word[0].islower() or word.isupper() else _mention(text, kind, start, start, stop, word)
    gap = _OPEN.match(text, stop)
    if gap is None:
        return None
    at = gap.end()
    quoted = _QUOTED.match(text, at)
    if quoted and (" " in quoted[0] or word[0].isupper()):
        return _mention(text, kind, start, at, quoted.end(), quoted[0][1:-1])
    lower = word[0].islower()
    qualified = _end_of_qualified(text, stop, kind)
    if qualified > 0:
        return _mention(text, kind, start, at, qualified, text[at:qualified])
    if (lower and _NO_TITLE.match(text, at)) or _NO_NAME.match(text, at):
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
    coined = _COINED.match(text, at) if kind == "Dự án" else None
    end = coined.end() if coined else _end_of_title(text, at, cited)
    return _mention(text, kind, start, at, end, text[at:end]) if _names(text[at:end], kind, lower) else None


def _end_of_qualified(text: str, stop: int, kind: str) -> int:
    """Where a title in quotes ends that words of the kind lead to: ``đề tài`` *cấp tỉnh* ``“…”``; else -1."""
    words = _QUALIFIED.match(text, stop) if kind in _WITH_QUALITY else None
    if words is None or _BREAK.search(text, stop, words.end()) or not words[0].strip(" \xa0:")[1:].islower():
        return -1
    quoted = _QUOTED.match(text, words.end())
    return quoted.end() if quoted and " " in quoted[0] else -1


def _end_of_numbered(text: str, at: int, kind: str, lower: bool, cited: list[tuple[int, int]]) -> int:
    """Where a programme ends that its number names; -1 where none does."""
    if "dự án" in kind.lower():
        part = _PART.match(text, at)
        if part:
            return _end_of_title(text, part.end(), cited)
        part = _PART_QUOTED.match(text, at)
        quoted = _QUOTED.match(text, part.end()) if part else None
        if quoted:
            return quoted.end()
    number = _NUMBER_NAME.match(text, at) if kind in ("Đề án", "Dự án", "Chương trình") else None
    if number and (not lower or (kind != "Dự án" and _WELL_KNOWN.fullmatch(number[0]))):
        phase = _PHASE.match(text, number.end())
        return phase.end() if phase else number.end()
    return -1


def _may_open(text: str, start: int, at: int, word: str, kind: str, needs: str) -> bool:
    """Whether what follows the word of a kind at ``start`` may be a title without quotes."""
    if kind == "Chiến dịch" and _BATTLE.match(text, at):
        return False
    known = _known().match(text, at)
    if needs == "y" and (known is None or not text[at].isupper()):
        return False
    if known is not None and known["small"] and not _COUNTED.search(text, max(0, start - 2), start):
        return True
    if word[0].islower() and not text[at : at + 1].isupper():
        works = kind == "Dự án" and _WORKS.match(text, at)
        return bool(works) and _SEVERAL.search(text, max(0, start - 8), start) is None
    shouting = word.isupper() and kind != "Tổng điều tra" and word not in _capital_kinds()
    return not shouting and not _is_empty(text, at, kind)


def _names(title: str, kind: str, lower: bool) -> bool:
    """Whether a title that was read is long enough, and none of an allotment or of ``dự án lớn này``."""
    if kind == "Kế hoạch" and (_BUDGET.match(title) or (lower and _ALLOTTED.search(title))):
        return False
    words = title.split()
    coined = kind == "Dự án" and _COINED.match(title) is not None
    if (len(words) < 3 and not coined and not _SHORT.match(title)) or title.lower() == "mục tiêu quốc gia":
        return False
    if lower and title.islower() and not any(c.isdigit() for c in title) and not _known().match(title):
        return False  # "dự án khu nhà ở" do Công ty …
    return not (lower and title.isupper() and not coined) and _DEMONSTRATIVE.search(title) is None


def _is_empty(text: str, at: int, kind: str) -> bool:
    """Whether what follows a kind is no title; the number of a part of a project is one."""
    return _EMPTY.match(text, at) is not None and not ("thành phần" in kind and text[at].isdigit())


def _mention(text: str, kind: str, start: int, at: int, end: int, title: str) -> ProgrammeMention:
    return made(ProgrammeMention)(
        text=text[start:end], start=start, end=end, kind=kind, title=" ".join(title.split())
    )


def _end_of_title(text: str, at: int, cited: list[tuple[int, int]]) -> int:
    """Find where an unquoted title ends."""
    limit = min(len(text), at + _WINDOW)
    scan = at
    while scan < limit:
        index = bisect_left(cited, (scan, 0))
        inside = cited[index] if index < len(cited) and cited[index][0] < limit else None
        stop = _BREAK.search(text, scan, limit)
        if inside and (stop is None or stop.start() >= inside[0]):
            return inside[1]
        if stop is None:
            return _last_word(text, at, limit)
        onward = _go_on(text, at, stop)
        if onward < 0:
            return _trim(text, at, stop.start())
        scan = onward
    return _last_word(text, at, limit)


def _go_on(text: str, at: int, stop: re.Match[str]) -> int:
    """Where to scan on if the title goes on over a possible end; -1 where it ends there."""
    if stop["hard"]:
        names = _BOTH_CAPITAL.match(text, max(at, text.rfind(" ", at, stop.start()) + 1))
        return stop.end() if names and names.end() > stop.start() else -1
    tail = _TAIL.match(text, stop.start())
    if tail:
        return tail.end()
    closed = _TIME.search(text, max(at, stop.start() - 30), stop.start()) is not None
    if stop["comma"]:
        if text.startswith(", 3 sạch", stop.start()):
            return stop.end()
        piece = text[max(at, text.rfind(",", at, stop.start())) : stop.start()]
        following = text[stop.end() + 1 : stop.end() + 2]
        if closed or _CLAUSE.match(text, stop.end()):
            return -1
        small = following.islower() or text[at : stop.start()].isupper()
        goes_on = (len(piece.split()) <= 7 and small) or _CLOSES.match(text, stop.end())
        return stop.end() if goes_on else -1
    where = _PLACE_AFTER.match(text, stop.start())
    if where and (stop["word"] == "trên địa bàn" or _CLOSES.match(text, where.end())):
        place = read_place(text, where.end())
        return place.end if place else stop.end()
    if stop["word"] == "và":
        return -1 if closed or _VERB_AFTER_AND.match(text, stop.start()) else stop.end()
    if stop["word"] == "của":
        owned = _OWNER.match(text, stop.start()) and not _CLOSES.match(text, stop.end())
        return -1 if closed or owned else stop.end()
    if stop["word"] == "trong" and not closed and not _WHEN.match(text, stop.end()):
        return stop.end()
    if stop["word"] == "với" and _EQUIPPED.match(text, stop.end()):
        return -1
    if stop["word"] in ("với", "từ", "trong") and not closed and stop.start() - at < 40:
        return stop.end()
    return -1


def _last_word(text: str, at: int, limit: int) -> int:
    if limit == len(text):
        return limit
    cut = text.rfind(" ", at, limit)
    return cut if cut > at else limit


def _trim(text: str, at: int, end: int) -> int:
    dangling = _DANGLING.search(text, at, end)
    end = dangling.start() if dangling else end
    while end > at and text[end - 1] in " \xa0\n\t,.-–":
        end -= 1
    return end

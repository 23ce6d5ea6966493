"""The subject of a number: the phrase before it that names what is measured."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vnreport.facts.brackets import last_open, outside
from vnreport.facts.changes import QUALIFIER
from vnreport.facts.scope import Scope
from vnreport.facts.words import action_verbs, column, indicator_head, only_verbs, squeeze, syllables
from vnreport.patterns import lazy
from vnreport.report import AnyMention, OrganizationMention, PersonMention, PlaceMention, TimeMention
from vnreport.text import fold

_QUALIFIERS = lazy(rf"(?:\s*(?:(?<![^\W_]){QUALIFIER}(?![^\W_])|[<>≤≥~]))+\s*$")
_STRONG = (
    r"đạt|đạt\s+được|ước\s+đạt|(?<!lấn )chiếm\s+t[ỷỉ]\s+(?:trọng|lệ)|đạt\s+mức|là|(?<!mặt )(?<!cân )bằng|"
    r"còn|ở\s+mức|(?<!lấn )(?<!xâm )(?<!đánh )chiếm|(?<!trở\s)lên|lên\s+tới|lên\s+đến|(?<!trở\s)xuống|tới|"
    r"đạt\s+tới|vượt(?:\s+(?:lên|qua))?\s+(?:mức|mốc|ngưỡng|con\s+số)|tương\s+đương|đến|tức|ước|ước\s+khoảng|(?:đóng\s+)?góp"
)
_WEAK = r"có|gồm|với|bao\s+gồm"
_PREPOSITIONS = r"đối\s+với|cho|tại|của|(?<!đất )(?<!nhà )ở|từ|bởi|do|về|vào|trên|giữa|thuộc"
_LINKER = lazy(
    rf"(?:(?P<strong>(?<![^\W_])(?:{_STRONG})\s*:?|:|=)|(?P<preposition>(?<![^\W_])(?:{_PREPOSITIONS}))|"
    rf"(?P<weak>(?<![^\W_])(?:{_WEAK})))\s*$"
)
_WORDS = (
    r"(?!(?:hiện\s+(?:vật|trạng|trường|đại|tượng|hành)|tính\s+(?:mạng|chất|toán)|theo\s+dõi|tại\s+(?:ngoại|chức)|"
    r"về\s+(?:hưu|nước|đích)|bị\s+(?:thương|can|cáo|hại|đơn)|kết\s+quả\s+học|với\s+tay|làm\s+(?:việc|lợi|rõ|ăn|chủ)|đã\s+qua)(?![^\W_]))"
)
"""Words that open with a syllable that would be taken for a small word."""
_LEADING_WORDS = (
    r"(?:còn(?!\s+lại)|(?:kế|tiếp)\s+(?:theo|đến|sau)(?:\s+là)?|dẫn\s+đầu(?:\s+là)?|"
    r"trong\s+đó|gồm|bao\s+gồm|và|với|cùng|cụ\s+thể|"
    r"ngoài\s+ra|đến\s+nay|hiện\s+nay|hiện|nay|"
    r"(?:cuối|hết|đầu|giữa)(?=\s+(?:năm|tháng|quý|nhiệm)|\s*$)|\d{1,2}\s+(?:năm|tháng|tuần|ngày|quý)(?:\s+(?:qua|đầu|cuối|liền|gần\s+đây)(?:\s+năm)?)?|"
    r"toàn\s+(?:tỉnh|huyện|xã|thành\s+phố|ngành|quốc|thị\s+xã|quận|phường)|cả\s+(?:nước|tỉnh)|đã|đang|sẽ|cũng|trong|tại|riêng|"
    r"ước|tính|như|đó|lũy\s+kế|luỹ\s+kế|cộng\s+dồn|phấn\s+đấu|dự\s+kiến|mục\s+tiêu|(?:kiến\s+nghị|đề\s+nghị|đề\s+xuất)(?!\s+khác)|(?:cao|thấp|nhiều|ít|lớn)\s+nhất|"
    r"(?:có\s+)?nơi\s+(?:cao|thấp)|cục\s+bộ|cá\s+biệt|về|theo|bị|được|làm|khiến|so\s+với|nhìn\s+chung|theo\s+đó|kết\s+quả|\d{1,2}[.)]|[a-zđ]\))"
)
_LEADING = lazy(rf"(?:[\s\-–+•*,./)“”\"]|(?<![^\W_]){_WORDS}{_LEADING_WORDS}(?![^\W_]))+")
_TRAILING_WORDS = (
    r"(?:(?:tính\s+)?đến\s+(?:cuối|hết|đầu|giữa)|(?:hàng|hằng)\s+năm|của|tại|ở|trên\s+địa\s+bàn|trên|trong|năm|cho|đối\s+với|theo|từ|đến|là|đã|đang|sẽ|luôn|dự|cũng|(?<!thực\s)(?<!phát\s)(?<!thể\s)hiện|"
    r"l[ũu]y\s+kế\s+thực\s+hiện|l[ũu]y\s+kế|ước\s+thực\s+hiện|ước|có|với|tính|và|(?<!an\s)(?<!bảo\s)toàn|đều|được|vẫn|còn|(?<!ngoài\s)(?<!nội\s)(?<!ngoại\s)(?<!cấp\s)(?:tỉnh|huyện)|về|bị|thì|qua|"
    r"(?:tháng|quý)\s+\d{1,2}|\d{1,2}\s+(?:tháng|năm|tuần|ngày|quý)(?:\s+(?:đầu|cuối|qua))?)"
)
_TRAILING = lazy(rf"(?:[\s\-–,:“”\"(/…]|(?<![^\W_]){_TRAILING_WORDS}(?![^\W_]))+$")
_EDGES = (TimeMention, OrganizationMention, PlaceMention, PersonMention)
_SCOPES = (TimeMention, OrganizationMention, PlaceMention)
_SCOPE_TAIL = lazy(
    r"\s+(?:trên\s+địa\s+bàn|tại|theo\s+giá|đối\s+với|(?<!nhà\s)ở\s+(?:các|những|địa|huyện|xã|tỉnh|thành|khu|vùng)|của\s+(?:tỉnh|huyện|xã|thành\s+phố|cả\s+nước|ngành)|do\s+[^,;]{2,50}\s(?:thực\s+hiện|quản\s+lý|gây\s+ra)|trong\s+(?:\d+\s+)?(?:tháng|quý|năm|kỳ|tuần)|"
    r"(?:chung\s+)?(?:toàn\s+(?:tỉnh|huyện|quốc|ngành|thành\s+phố|xã)|cả\s+nước))(?![^\W_]).*$"
)


class Left(NamedTuple):
    """What stands before a number in its clause."""

    start: int
    end: int
    """Where the subject phrase ends: before the linking verb and the qualifiers."""
    linker: str
    """``strong`` (``đạt``, ``là``, a colon), ``weak`` (``có``, ``với``), ``preposition`` or empty."""
    colon: bool = False
    """Whether a colon stands there: ``Nhà dân tự xây: 1.081 căn``."""
    bracket: bool = False
    """Whether a bracket opens right before the number and its linking verb: ``(chiếm 12%)``."""
    copula: bool = False
    """Whether ``là`` links a subject to the number."""
    opens_with_head: bool = False
    """Whether ``có`` links a known indicator noun to the number: ``Tổng đàn lợn có 96.000 con``."""
    labelled: bool = False
    """Whether a label with a bare count stands before the bracket of the number: ``tham nhũng: 5 (7%)``."""


def read_left(scope: Scope, floor: int, start: int) -> Left:
    """Strip qualifiers and the linking verb from the words between ``floor`` and a number."""
    left = scope.folded[floor:start]
    end = len(left)
    linker = ""
    for _ in range(3):
        if _ends_in_other_word(left, 0, len(left[:end].rstrip()), _before_number()):
            break
        match = _QUALIFIERS.search(left, max(0, end - 60), end)
        end = match.start() if match else end
        rate = _AT_RATE.search(left, max(0, end - 30), end)
        if rate is not None and _has_subject(left[: rate.start()]):
            linker, end = "strong", rate.start()
            break
        match = _LINKER.search(left, max(0, end - 30), end)
        if match is None or (match[0].rstrip().endswith("góp") and not _SHARE.match(scope.folded, start)):
            break
        linker = linker or (match.lastgroup or "")
        if match.lastgroup == "preposition":
            end = match.start()
            break
        if match.lastgroup == "strong":
            linker = "strong"
        end = match.start()
    opened = False
    colon = left[end:].lstrip().startswith(":")
    if linker == "weak" and left[end:].lstrip().startswith("có"):
        first, last = narrow(scope, floor, floor + end)
        first, last = trim(scope, first, last)
        opened = indicator_head().match(scope.folded, first, last) is not None
    bracket = _BRACKET.search(left, max(0, end - 30), end) is not None
    counted = _BARE_COUNT.search(left, max(0, end - 40), end) if bracket else None
    end, bracket = (counted.start(), False) if counted else (end, bracket)
    copula = left[end:].split()[:1] == ["là"]
    return Left(floor, floor + end, linker, colon, bracket, copula, opened, counted is not None)


_AT_RATE = lazy(r"(?<![^\W_])đạt\s+t[ỷỉ]\s+lệ(?:\s+từ)?\s*$")


def _has_subject(before: str) -> bool:
    """Tell whether words of their own stand before ``đạt tỷ lệ``: no rest of another number's noun."""
    words = before.strip()
    return (
        any(map(str.isalpha, words))
        and not words.startswith(",")
        and not words.endswith((",", "(", ";", ":"))
    )


@cache
def _before_number() -> frozenset[str]:
    return syllables(f"{QUALIFIER}|{_STRONG}|{_PREPOSITIONS}|{_WEAK}")


@cache
def _at_edges() -> tuple[frozenset[str], frozenset[str]]:
    return syllables(_LEADING_WORDS), syllables(_TRAILING_WORDS)


def _ends_in_other_word(folded: str, start: int, end: int, words: frozenset[str]) -> bool:
    """Tell whether a stretch ends in a whole word that is none of some: patterns of these need no try."""
    word = folded[max(start, folded.rfind(" ", start, end) + 1) : end]
    return word not in words and word.isalpha()


def _begins_with_other_word(folded: str, start: int, end: int, words: frozenset[str]) -> bool:
    stop = folded.find(" ", start, end)
    word = folded[start : stop if stop >= 0 else end]
    return word not in words and word.isalpha()


def subject(scope: Scope, left: Left) -> tuple[str, bool]:
    """Give the subject phrase before a number and whether a known indicator noun opens it.

    Time, place and agent at its edges are left out.
    """
    start, end = phrase_before(scope, left)
    start, end = trim(scope, start, end)
    if left.linker == "preposition" and (reached := _REACHED.search(scope.folded, start, end)) is not None:
        # "tốc độ tăng trưởng đạt từ 7% trở lên"
        end = reached.start()
    head = _head(scope, start, end)
    if head is not None:
        start = _with_verb(scope, start, head.start(), end)
    words = scope.text[start:end]
    phrase = squeeze(_ASIDE.sub(" ", words) if ")" in words else words)
    lowered = phrase.lower()
    if lowered in _NOTHING or not any(map(str.isalpha, phrase)):
        return "", False
    if not phrase[-1].isalpha() and _COUNTED.search(lowered):
        return "", False
    if "“" in phrase and "”" not in phrase and scope.text.startswith("”", end):
        phrase += "”"
    shorter = _SCOPE_TAIL.sub("", phrase)
    return (shorter if " " in shorter else phrase), head is not None


def phrase_before(scope: Scope, left: Left) -> tuple[int, int]:
    """Narrow what stands before a number to its last phrase; verb and subject are looked for there."""
    if scope.narrowed[0] is not left:
        scope.narrowed = (left, narrow(scope, left.start, left.end, left))
    return scope.narrowed[1]


def _head(scope: Scope, start: int, end: int) -> re.Match[str] | None:
    """Find the first noun of indicators in a phrase that no preposition hangs on another word.

    ``kiến nghị thu hồi về ngân sách 5 tỷ đồng``, ``lãi sau thuế 9 tỷ đồng``
    """
    for head in scope.heads.finditer(start, end):
        hangs = _HANGS.search(scope.folded, max(start, head.start() - 12), head.start())
        if hangs is None and last_open(scope.folded, start, head.start()) < 0:
            return head
    return None


def _with_verb(scope: Scope, start: int, head: int, end: int) -> int:
    """Give where a headed phrase starts: a short one takes the verb before it along (``nộp ngân sách``)."""
    if len(scope.folded[head:end].split()) > _HEADED:
        return head
    for verb in only_verbs(scope.verbs.between(max(start, head - 20), end)):
        close = not scope.folded[verb.end() : head].strip()
        if verb.start() < head and close and verb[0] not in _CAUSES:
            return verb.start()
    return head


_REACHED = lazy(r"(?<=\S)\s+(?:đạt|chiếm|còn|ở\s+mức)$")
_HANGS = lazy(r"[^\W_]\s+(?:về|vào|cho|từ|sau|trước|bằng|quá|theo|ngoài|khỏi)\s+$")
_CAUSES = frozenset(("đưa", "làm", "đạt"))
"""Verbs that only say that a value came about (``đưa tổng dư nợ lên 5 tỷ đồng``)."""
_HEADED = 4
"""The longest phrase behind the noun of an indicator that takes its verb along, in words."""


def narrow(scope: Scope, start: int, end: int, left: Left | None = None) -> tuple[int, int]:
    """Narrow a stretch to the phrase behind its last boundary; commas part no label before a colon."""
    folded = scope.folded
    opening = start
    while end > start and folded[end - 1] in " \t:-–(|=\n\xa0":
        end -= 1
    rate = _RATE_TAIL.match(folded, start, end)
    start, outer = outside(folded, rate.end() if rate else start, end)
    if "”" in outer:
        outer = _QUOTED.sub(r" \g<1> ", outer)
    hard = max(map(outer.rfind, _HARD))
    first = max(hard + 1, outer.rfind(". ") + 2 if ". " in outer else 0)
    for match in _LIST_HEAD.finditer(outer, first):
        if match[0] != "với" or indicator_head().match(outer, match.end() + 1):
            first = match.end()
    if left is not None and left.colon and len(outer[first:].split()) <= _LABEL:
        return start + first, end
    comma = len(outer)
    for _ in range(_COMMAS):
        comma = _comma(outer, first, comma)
        if comma < 0 or not _coordinates(outer, first, comma):
            break
        if not outer[comma + 1 :].strip():
            strong = left is not None and left.linker == "strong"
            if not strong or not (first or _OPENS.search(folded[max(0, opening - 8) : opening])):
                # "86,5% dân số, thấp hơn": what stands before the comma belongs to the number before it.
                break
    return start + max(first, comma + 1), end


def _comma(outer: str, first: int, end: int) -> int:
    """Give the last comma before ``end`` that stands in no number, or -1."""
    comma = outer.rfind(",", first, end)
    while comma > first and outer[comma + 1 : comma + 2].isdigit():
        comma = outer.rfind(",", first, comma)
    return comma


def _coordinates(outer: str, first: int, comma: int) -> bool:
    """Tell whether a comma joins words of one subject rather than parting clauses.

    It does where the head of the indicator stands before it and none behind (``số đơn tiếp nhận, giải quyết
    là``), and between short nouns (``khu vực công nghiệp, xây dựng tăng``).
    """
    if _APART.match(outer, comma + 1) or _CHANGED.search(outer, first, comma):
        return False
    head = indicator_head().search(outer, first, comma)
    summed = head is not None and head[0].startswith("tổng") and _SUM.match(outer, comma + 1)
    another = indicator_head().search(outer, comma + 1) is not None and not summed
    if another or (len(outer[comma + 1 :].split()) > _JOINED_WORDS and not summed):
        return False
    if head is not None:
        opening = max(first, outer.rfind(",", first, head.start()) + 1)
        return _AMONG.match(outer, opening) is None
    # "khu vực công nghiệp, xây dựng tăng 5%": short nouns in a row
    before = outer[max(first, outer.rfind(",", first, comma) + 1) : comma]
    words = max(len(part.split()) for part in _AND.split(outer[comma + 1 :]))
    if not (0 < words <= _SHORT and 0 < len(before.split()) <= 2 * _SHORT) or _ADVERBIAL.match(before):
        return False
    tail = outer[comma + 1 :].strip()
    return not action_verbs(before) and not any(len(verb[0]) < len(tail) for verb in action_verbs(tail))


_RATE_TAIL = lazy(r"/\s*[^\W\d_]+\d?(?:\s*/\s*[^\W\d_]+)?(?=\s*[,;(])")
"""What belongs to the price before: ``4.800 đồng/kg, mì lát …``."""
_HARD = (";", ":", "“", "”", "\t", "|", "=", "…")
"""The signs that part phrases wherever they stand."""
_QUOTED = lazy(r"“([^“”]*)”")
_NOTHING = frozenset(
    (
        "cả",
        "toàn",
        "hết",
        "riêng",
        "còn lại",
        "chung",
        "kỳ",
        "cùng kỳ",
        "có mặt",
        "lần lượt",
        "tương ứng",
        "tương đương",
        "tức",
        "chỉ",
        "đồng thời",
    )
)
"""Words that name nothing when they stand alone: ``ước cả năm 512 tỷ đồng``."""
_BRACKET = lazy(r"\(\s*(?:(?:tương\s+ứng|trong\s+đó|chiếm|đạt|bằng|với)\s+)?(?:t[ỷỉ]\s+(?:lệ|trọng)\s*)?$")
_BARE_COUNT = lazy(
    r"(?<!cấp)(?<!lần)(?<!đợt)(?<!mũi)(?<!loại)(?<!đoạn)(?<!quý)(?<!số)(?<!kỳ)(?<!năm)(?<!tháng)(?<!ngày)(?<!khối)"
    r"(?<!lớp)(?<!điều)\s*(?::|\s)\s*\d{1,3}(?:\.\d{3})*\s*\(\s*(?:[^\W\d_]+\s*){0,3}$"
)
"""A count without a noun before its share in brackets: ``khiển trách 28 (chiếm 45%)``."""
_OPENS = lazy(r"(?:^|[;:.!?\n])[\s\-–+•*]*$")
"""What stands before the beginning of a clause."""
_ASIDE = lazy(r"\s*\((?![A-ZĐ&-]{2,12}\))[^()]*\)")
"""What brackets add to a subject, a short form of it left out."""
_LABEL = 10
"""The longest label before a colon, in words."""
_SHORT = 4
"""The longest noun without a head that a comma or ``và`` joins, in words."""
_AMONG = lazy(r"[\s\-–+•*]*(?:trong\s+(?:tổng\s+)?số|về|đối\s+với|nhờ|do|theo)(?![^\W_])")
"""What opens a phrase before the subject that may hold the head of an indicator."""
_ADVERBIAL = lazy(
    r"\s*(?:trong|đến|từ|qua|theo|tuy|song|hiện|nay|riêng|đặc|cụ|ngoài|bên|nhờ|do|để|đồng|tính|sau|trước|so|về|đáng|"
    r"tại|ở|năm|tháng|quý|tuần|ngày|vụ|đợt|kỳ|kết\s+quả|như|vì|với|toàn|cả|nhìn|trên|cùng|còn|đối|lũy|luỹ|cộng|số\s+còn)(?![^\W_])|.*\d"
)
"""What opens a phrase that no comma joins to a subject."""
_SHARE = lazy(r"[\d.,]+\s*(?:%|điểm)")
"""What a branch adds to growth (``góp 48,9%``), not what people give (``đóng góp 2 tỷ đồng``)."""
_AND = lazy(r"\s(?:và|hoặc|&)\s")
_SUM = lazy(r"\s*(?:(?:và\s+)?(?:số\s+)?tiền|(?:và\s+)?trị\s+giá)(?![^\W_])")
"""What is summed up behind a head: ``tổng số tiền phạt, tiền bán hàng, trị giá hàng tiêu hủy là …``."""
_COMMAS = 4
"""How many commas of a subject are looked at."""
_JOINED_WORDS = 18
"""How many words behind its head a comma may join to a subject."""
_LIST_HEAD = lazy(
    r"(?<![^\W_])(?:(?:cho|được)\s+biết|cho\s+(?:hay|rằng)|rằng|nên|bao\s+gồm|gồm|trong\s+đó|cụ\s+thể|(?<!so\s)(?<!đối\s)với)(?=\s+(?:là|có)?\s*[^\W\d_])"
)
"""What words of others, a list of parts or an amount opens with (``cho 20 hộ vay với tổng dư nợ``)."""
_CHANGED = lazy(r"(?<![^\W_])(?:tăng|giảm)(?:\s+(?:mạnh|nhẹ|dần|rõ\s+rệt))?\s*$")
"""What ends a clause that says only which way something went."""
_APART = lazy(
    r"\s*(?:đến\s+nay|hiện(?:\s+nay)?|trong\s+đó|bao\s+gồm|gồm|riêng|mỗi|tăng|giảm|đạt|bằng|còn|đã|đang|sẽ|được)(?![^\W_])"
)
"""What opens a phrase of its own behind a comma."""


def trim(scope: Scope, start: int, end: int) -> tuple[int, int]:
    """Drop time, place and agent from both edges of a phrase, with the small words beside them.

    A fund stays: what it holds or is given is measured.
    """
    inner = [m for m in scope.between(start, end) if not _measured(scope, m)]
    leading, trailing = _at_edges()
    for _ in range(6):
        before = (start, end)
        for m in inner:
            # A time first, so that no word of it is taken for a small word beside it.
            if m.start == start and m.end < end and isinstance(m, _SCOPES):
                start = m.end
            elif m.end == end and m.start > start and isinstance(m, _SCOPES):
                end = m.start
            elif m.start == start and m.end == end and isinstance(m, _EDGES):
                start = end
        if not _begins_with_other_word(scope.folded, start, end, leading):
            match = _LEADING.match(scope.folded, start, end)
            start = match.end() if match else start
        if any(m.end == end and m.start > start for m in inner if isinstance(m, _SCOPES)):
            continue
        if not _ends_in_other_word(scope.folded, start, end, trailing):
            match = _TRAILING.search(scope.folded, max(start, end - 60), end)
            end = match.start() if match else end
        if (start, end) == before:
            break
    return start, end


def _measured(scope: Scope, mention: AnyMention) -> bool:
    """Tell whether a name is one of what is measured: a fund, or a grade that looks like a person."""
    grades = column("grades", "grade")
    return scope.folded.startswith("quỹ", mention.start) or fold(mention.text) in grades


def topic(scope: Scope, start: int, end: int) -> str:
    """Give what a clause says it is about before its subject: ``Về dịch vụ lưu trú, 6 tháng tăng 17%``."""
    match = _TOPIC.match(scope.folded, start, end)
    return subject(scope, Left(match.start("what"), match.end("what"), ""))[0] if match else ""


_TOPIC = lazy(r"[\s\-–+•*]*(?:về|đối\s+với|riêng(?:\s+về)?)\s+(?P<what>[^,;:.()\d\n]{2,60})[,:]")


_COUNTED = lazy(r"\s(?:là|đạt|có|còn)\s+\d[\d.,]*$")
"""What ends a phrase that has a number of its own: ``tổng số vụ việc là 464 với 211 đơn``."""


def is_bracketed(scope: Scope, start: int) -> bool:
    """Tell whether a bracket opens right before a number, modifiers aside."""
    left = scope.folded[max(0, start - 24) : start]
    if "(" not in left:
        return False
    match = _QUALIFIERS.search(left)
    return (left[: match.start()] if match else left).rstrip(" \t\n+-–").endswith("(")

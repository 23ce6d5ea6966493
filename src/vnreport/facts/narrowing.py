"""The phrase behind the last boundary of a stretch: which commas part clauses, and which join words."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vnreport.facts.brackets import outside
from vnreport.facts.scope import Scope
from vnreport.facts.words import action_verbs, indicator_head, joined_names, phrase_pattern
from vnreport.patterns import lazy


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


def narrow(scope: Scope, start: int, end: int, left: Left | None = None) -> tuple[int, int]:
    """Narrow a stretch to the phrase behind its last boundary; commas part no label before a colon."""
    folded = scope.folded
    opening = start
    while end > start and folded[end - 1] in " \t:-–(|=…\n\xa0":
        end -= 1
    rate = _RATE_TAIL.match(folded, start, end)
    start, outer = outside(folded, rate.end() if rate else start, end)
    if "”" in outer:
        outer = _QUOTED.sub(r" \g<1> ", outer)
    hard = max(map(outer.rfind, _HARD))
    first = max(hard + 1, _last_stop(outer) if ". " in outer else 0)
    for match in _LIST_HEAD.finditer(outer, first):
        if match[0] not in _BEFORE_HEAD or indicator_head().match(outer, match.end() + 1):
            first = match.end()
    if left is not None and left.colon and len(outer[first:].split()) <= _LABEL:
        return start + first, end
    comma = len(outer)
    names = [name.span() for name in joined_names().finditer(outer, first)] if "," in outer else []
    strong = left is not None and left.linker == "strong"
    opens = bool(first) or _OPENS.search(folded[max(0, opening - 8) : opening]) is not None
    for _ in range(_COMMAS):
        comma = _comma(outer, first, comma)
        if any(low < comma < high for low, high in names):
            continue
        if comma >= 0 and _IN_ALL.fullmatch(outer, comma + 1):
            continue
        went = _WENT.search(outer, first, comma) if comma >= 0 and strong and opens else None
        if went is not None and not outer[comma + 1 :].strip() and outer[first : went.start()].strip():
            # "Vốn giải ngân tăng mạnh, đạt 5 tỷ đồng"
            end, outer, comma = start + went.start(), outer[: went.start()], went.start()
            continue
        if comma < 0 or not _coordinates(outer, first, comma):
            break
        if not outer[comma + 1 :].strip() and not (strong and opens):
            # "86,5% dân số, thấp hơn": what stands before the comma belongs to the number before it.
            break
    return start + max(first, comma + 1), end


def _last_stop(outer: str) -> int:
    """Give where the words behind the last full stop begin; those of short forms (``TP. HCM``) are none."""
    at = outer.rfind(". ")
    while at >= 0 and _SHORT_FORM.search(outer, max(0, at - 4), at):
        at = outer.rfind(". ", 0, at)
    return at + 2 if at >= 0 else 0


_SHORT_FORM = lazy(r"(?<![^\W_])(?:tp|tx|tt|q|h|p|ths?|bs|ts|pgs|gs|ks)$")
"""What a full stop behind ends no sentence."""


def phrase_before(scope: Scope, left: Left) -> tuple[int, int]:
    """Narrow what stands before a number to its last phrase; verb and subject are looked for there."""
    if scope.narrowed[0] is not left:
        scope.narrowed = (left, narrow(scope, left.start, left.end, left))
    return scope.narrowed[1]


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
    if WRONGLY.search(outer, first, comma):
        return True
    if _RECEIVES.search(outer, max(first, comma - 40), comma) and _RECEIVER.fullmatch(outer, comma + 1):
        # "trả lại cho tổ chức, cá nhân 10 tỷ đồng"
        return True
    if _BEFALLEN.search(outer, max(first, comma - 30), comma) and _ONE_DEED.fullmatch(outer, comma + 1):
        return True
    head = indicator_head().search(outer, first, comma)
    summed = head is not None and head[0].startswith("tổng") and _SUM.match(outer, comma + 1)
    noun = indicator_head().search(outer, comma + 1)
    # "tỷ lệ tập hợp đoàn viên, hội viên bình quân"
    mean = noun is not None and noun[0] == "bình quân" and not outer[noun.end() :].strip()
    another = noun is not None and not summed and not mean and not _is_harmed(outer, comma + 1, noun)
    if another or (len(outer[comma + 1 :].split()) > _JOINED_WORDS and not summed):
        return False
    if head is not None:
        opening = max(first, outer.rfind(",", first, head.start()) + 1)
        return _AMONG.match(outer, opening) is None
    # "khu vực công nghiệp, xây dựng tăng 5%": short nouns in a row
    before = outer[max(first, outer.rfind(",", first, comma) + 1) : comma]
    words = max(len(part.split()) for part in _AND.split(outer[comma + 1 :]))
    if not (0 < words <= _SHORT and 0 < len(before.split()) <= 2 * _SHORT) or _adverbial().match(before):
        return False
    tail = outer[comma + 1 :].strip()
    return not action_verbs(before) and not any(len(verb[0]) < len(tail) for verb in action_verbs(tail))


def _is_harmed(outer: str, start: int, noun: re.Match[str]) -> bool:
    """Tell whether ``thiệt hại`` says what befell all before it: ``diện tích lúa, hoa màu thiệt hại``."""
    harmed = noun[0] == "thiệt hại" and not outer[noun.end() :].strip()
    return harmed and _LONE.fullmatch(outer, start, noun.start()) is not None


_RATE_TAIL = lazy(
    r"\s?/\s*[^\W\d_]+\d?(?:\s?/\s*[^\W\d_]+|\s+(?:hơi|gỗ|rừng|đất|tươi|khô|đồng|gia\s+đình|dân|người|quà|khẩu|sinh|động|viên|phẩm|phiếu|hợp|tháng))?"
    r"(?:\s+trở\s+(?:lên|xuống))?(?=\s*[,;(]|\s*$|\s+(?:và|nhưng|còn|so|trong\s+khi|tăng|giảm|chiếm|đạt)(?![^\W_]))|"
    r"\s+trở\s+(?:lên|xuống)(?![^\W_])"
)
"""What belongs to the price before: ``4.800 đồng/kg, mì lát …``."""
_IN_ALL = lazy(r"\s*(?:được\s+)?(?:tổng\s+(?:số|cộng)|cả\s+thảy|tất\s+cả)(?:\s+(?:được|là|có))?\s*")
"""What sums up what a verb before a comma did: ``phát hiện, bắt giữ``, *tổng số* ``34 vụ``."""
_HARD = (";", ":", "“", "”", "\t", "|", "=", "…")
"""The signs that part phrases wherever they stand."""
_QUOTED = lazy(r"“([^“”]*)”")
_LONE = lazy(r"\s*[^\W\d_]+(?:\s+[^\W\d_]+){0,3}\s+(?:bị\s+)?")
_OPENS = lazy(r"(?:^|[;:.!?\n])[\s\-–+•*]*$")
"""What stands before the beginning of a clause."""
_WENT = lazy(
    r"(?:\s+(?:đã|cũng|đều|vẫn|luôn|bị|tiếp\s+tục|bất\s+ngờ|liên\s+tục|ngày\s+càng|không\s+ngừng|có\s+xu\s+hướng|có\s+bước|có\s+sự))*"
    r"\s+(?:tăng(?!\s+(?:thêm|ca|cường|thu)(?![^\W_]))|giảm(?!\s+(?:nghèo|chi|trừ|phát|sinh)(?![^\W_]))|sụt\s+giảm|phát\s+triển|phục\s+hồi|"
    r"biến\s+động|chuyển\s+biến)(?:\s+[^\W\d_]+){0,10}\s*$"
)
"""How a subject went, before a comma and what it came to: ``vốn`` *tăng mạnh,* ``đạt 5 tỷ đồng``."""
_LABEL = 10
"""The longest label before a colon, in words."""
_SHORT = 4
"""The longest noun without a head that a comma or ``và`` joins, in words."""
_AMONG = lazy(r"[\s\-–+•*]*(?:trong(?!\s+(?:đó|khi))|về|đối\s+với|nhờ|do|theo)(?![^\W_])")
"""What opens a phrase before the subject that may hold the head of an indicator."""


@cache
def _adverbial() -> re.Pattern[str]:
    """What opens a phrase that no comma joins to a subject."""
    return re.compile(rf"\s*(?:{phrase_pattern('adverbial')})(?![^\W_])|.*\d")


WRONGLY = lazy(r"(?<![^\W_])sai\s+(?:(?:khối\s+lượng|đơn\s+giá|định\s+mức|chế\s+độ|giá)\s*(?:,|và)?\s*)*$")
"""What was got wrong, in a row: ``nghiệm thu sai khối lượng, đơn giá``."""
_BEFALLEN = lazy(r"(?<=\w)\s+bị\s+[^\W\d_]+(?:\s+[^\W\d_]+)?\s*$")
_ONE_DEED = lazy(
    r"\s+(?:bị\s+)?(?:cuốn\s+trôi|hư\s+hỏng|hư\s+hại|vùi\s+lấp|ngập|sập|đổ|gãy|chết|mất\s+tích|tốc\s+mái|"
    r"sạt\s+lở|thiệt\s+hại)\s*"
)
"""What else befell those before a comma: ``gia súc bị chết,`` *cuốn trôi* ``182 con``."""
_RECEIVES = lazy(
    r"\scho\s+(?:(?:các|những)\s+)?(?:tổ\s+chức|tập\s+thể|cơ\s+quan|đơn\s+vị|doanh\s+nghiệp|hộ(?:\s+gia\s+đình)?|"
    r"cá\s+nhân|công\s+dân|cán\s+bộ|người\s+dân|đối\s+tượng)\s*$"
)
_RECEIVER = lazy(
    r"\s+(?:và\s+)?(?:tổ\s+chức|tập\s+thể|cá\s+nhân|công\s+dân|doanh\s+nghiệp|hộ(?:\s+gia\s+đình)?|công\s+chức|viên\s+chức|"
    r"đảng\s+viên|người\s+lao\s+động)\s*"
)
"""Those that a sum goes to, in a row."""
_AND = lazy(r"\s(?:và|hoặc|&)\s")
_SUM = lazy(r"\s*(?:(?:và\s+)?(?:số\s+)?tiền|(?:và\s+)?trị\s+giá)(?![^\W_])")
"""What is summed up behind a head: ``tổng số tiền phạt, tiền bán hàng, trị giá hàng tiêu hủy là …``."""
_COMMAS = 8
"""How many commas of a subject are looked at."""
_JOINED_WORDS = 18
"""How many words behind its head a comma may join to a subject."""
_LIST_HEAD = lazy(
    r"(?<![^\W_])(?:(?:tăng|giảm)(?:\s+(?:giá|nhất|cao|mạnh|nhiều|nhẹ))*\s+là|(?:cao|thấp)\s+nhất\s+là|"
    r"(?:mạnh|cao|khá|yếu|nhiều|tăng|giảm|lớn|chính|chủ\s+lực|trọng\s+điểm|dự\s+toán|kế\s+hoạch|cùng\s+kỳ)\s+như|thì|"
    r"(?:một\s+số|những|nhiều|các|hầu\s+hết)(?:\s+(?!cũng\s)[^\W\d_]+){1,10}?\s+như(?!\s+(?:sau|vậy|trên|thế|nhau|cũ)(?![^\W_]))|"
    r"(?:cho|được)\s+biết(?:\s+thêm)?|cho\s+(?:hay|rằng|thấy)|rằng|nên|nhưng(?!\s+(?:chưa|không|vẫn|còn|lại)(?![^\W_]))|(?<=\s)(?<!song\s)song(?!\s+song)|trong\s+khi|khi|bao\s+gồm|gồm|trong\s+đó|cụ\s+thể|hình\s+thức(?:\s+[^\W\d_]+){0,2}\s+là|(?<!so\s)(?<!đối\s)với)(?=\s+(?:là|có)?\s*[^\W\d_])"
)
"""What words of others, a list of parts or an amount opens with (``cho 20 hộ vay với tổng dư nợ``)."""
_BEFORE_HEAD = frozenset(("với", "khi"))
"""Words behind which another phrase opens where the noun of an indicator follows."""
_CHANGED = lazy(r"(?<![^\W_])(?:tăng|(?<!miễn, )(?<!miễn )giảm)(?:\s+(?:mạnh|nhẹ|dần|rõ\s+rệt))?\s*$")
"""What ends a clause that says only which way something went."""
_APART = lazy(
    r"\s*(?:đến\s+nay|hiện(?:\s+nay)?|trong\s+đó|bao\s+gồm|gồm|riêng|mỗi|tăng|giảm|đạt|bằng|còn|đã|đang|sẽ|được)(?![^\W_])"
)
"""What opens a phrase of its own behind a comma."""

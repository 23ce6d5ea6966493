"""The subject of a number: the phrase before it that names what is measured."""

from __future__ import annotations

import re
from functools import cache

from vnreport.facts.brackets import last_open
from vnreport.facts.changes import QUALIFIER
from vnreport.facts.edges import ASIDE, ends_in_other_word, trim
from vnreport.facts.narrowing import WRONGLY, Left, narrow, phrase_before
from vnreport.facts.prices import is_price
from vnreport.facts.scope import Scope
from vnreport.facts.words import (
    indicator_head,
    only_verbs,
    phrase_pattern,
    phrase_words,
    squeeze,
    syllables,
)
from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention

_QUALIFIERS = lazy(rf"(?:\s*(?:(?<![^\W_]){QUALIFIER}(?![^\W_])|[<>≤≥~+]))+\s*$")
_STRONG = (
    r"đạt|đạt\s+được|ước\s+đạt|(?<!lấn )chiếm\s+t[ỷỉ]\s+(?:trọng|lệ)|đạt\s+mức|là|"
    r"(?<!mặt )(?<!cân )(?<!cao )bằng|"
    r"còn|ở\s+mức|(?:lên|xuống|về)\s+mức|"
    r"(?<!lấn )(?<!xâm )(?<!đánh )chiếm|(?<!trở\s)lên|lên\s+tới|lên\s+đến|(?<!trở\s)xuống|tới|"
    r"đạt\s+tới|vượt(?:\s+(?:lên|qua))?\s+(?:mức|mốc|ngưỡng|con\s+số)|tương\s+đương|đến|"
    r"(?<!cổ )(?<!lợi )(?<!tin )tức|ước|ước\s+khoảng|(?:đóng\s+)?góp|"
    r"quy\s+(?:ra|đổi|thành)(?:\s+(?:ra|thành))?\s+(?:bằng\s+)?tiền"
)
_WEAK = r"có|gồm|với|bao\s+gồm"
_PREPOSITIONS = r"đối\s+với|cho|tại|của|(?<!đất )(?<!nhà )ở|từ|bởi|(?<!tự )do|về|vào|trên|giữa|thuộc"
_LINKER = lazy(
    rf"(?:(?P<strong>(?<![^\W_])(?:{_STRONG})\s*:?|:|=)|(?P<preposition>(?<![^\W_])(?:{_PREPOSITIONS}))|"
    rf"(?P<weak>(?<![^\W_])(?:{_WEAK})))\s*$"
)
_SCOPE_TAIL = lazy(
    r"\s+(?:(?:tăng|giảm|cao\s+hơn|thấp\s+hơn)\s+so|(?:từ|lúc|hồi)\s+\d{1,2}\s*(?:h|giờ)\d{0,2}|(?:tính\s+)?đến\s+(?:hết|cuối|ngày|thời\s+điểm)|"
    r"đạt(?:\s*(?:,|và)\s*vượt)?\s+(?:mức\s+)?(?:chỉ\s+tiêu|kế\s+hoạch|dự\s+toán)|"
    r"(?:trên\s+)?tập\s+trung\s+(?:chủ\s+yếu|nhiều|ở|tại|vào)|trên\s+địa\s+bàn|tại|theo\s+giá|đối\s+với|(?<!nhà\s)ở\s+(?:các|những|địa|huyện|xã|tỉnh|thành|khu|vùng)|của\s+(?:tỉnh|huyện|xã|thành\s+phố|cả\s+nước|ngành|ông|bà|anh|chị)|do\s+[^,;]{2,50}\s(?:thực\s+hiện|quản\s+lý|gây\s+ra)|trong\s+(?:\d+\s+)?(?:tháng|quý|năm|kỳ|tuần)|"
    r"(?:(?:trong|trên|khắp)\s+)?(?:chung\s+)?(?:toàn\s+(?:tỉnh|huyện|quốc|ngành|thành\s+phố|xã(?!\s+hội)|vùng|địa\s+bàn|quận|thị\s+xã|phường|đảng\s+bộ)|cả\s+nước))(?![^\W_]).*$"
)


_AIM_TAIL = lazy(r"(?<=\S)\s+(?:để|nhằm)(?!\s+(?:lại|ngoài|dành|xảy|trống|không)(?![^\W_])).*$")
"""What a sum is for."""


def read_left(scope: Scope, floor: int, start: int) -> Left:
    """Strip qualifiers and the linking verb from the words between ``floor`` and a number."""
    left = scope.folded[floor:start]
    end = len(left)
    linker = ""
    if "=" in left[-4:] and (ratio := _IN_SUM.search(left, max(0, end - 40))) is not None:
        # "tiêm phòng cho đàn trâu: 971/876 = 110,8%"
        end, linker = ratio.start(), "strong"
    only = _only().search(left, max(0, end - 24)) if "mới" in left[-24:] else None
    if only is not None and _SHARE.match(scope.folded, start):
        # "Thành Thành Công mới 42,9%", "mới đạt 42,9%"
        end, linker = only.start(), "strong" if only["strong"] else ""
    for _ in range(3):
        if ends_in_other_word(left, 0, len(left[:end].rstrip()), _before_number()):
            break
        match = _QUALIFIERS.search(left, max(0, end - 60), end)
        end = match.start() if match else end
        rate = _AT_RATE.search(left, max(0, end - 30), end)
        if rate is not None and _has_subject(left[: rate.start()]):
            linker, end = "strong", rate.start()
            break
        since = _SINCE.search(left, max(0, end - 8), end)
        reached = since is not None and _REACHED_FROM.search(left, max(0, since.start() - 12), since.start())
        if since is not None and (
            reached or _RANGE.match(scope.folded, start) or _OR_MORE.match(scope.folded, start)
        ):
            # "lượng mưa từ 100 - 200 mm", "kháng nghị được chấp nhận từ 70% trở lên"
            end = since.start()
            continue
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
    end = _with_mean(scope, floor, left, end)
    opened = False
    colon = left[end:].lstrip().startswith(":")
    if linker == "weak" and _HAS.match(left, end):
        first, last = narrow(scope, floor, floor + end)
        first, last = trim(scope, first, last)
        opened = indicator_head().match(scope.folded, first, last) is not None
    bracket = _BRACKET.search(left, max(0, end - 30), end) is not None
    counted = _BARE_COUNT.search(left, max(0, end - 40), end) if bracket else None
    end, bracket = (counted.start(), False) if counted else (end, bracket)
    copula = left[end:].split()[:1] == ["là"]
    return Left(floor, floor + end, linker, colon, bracket, copula, opened, counted is not None)


@cache
def _only() -> re.Pattern[str]:
    """What says that a share is low, before it: no part of the subject."""
    return re.compile(
        rf"(?<![^\W_])(?:{phrase_pattern('only')})\s+(?:chỉ\s+)?(?P<strong>(?:đạt(?:\s+được)?|chiếm|bằng|được)\s*)?$"
    )


def _with_mean(scope: Scope, floor: int, left: str, end: int) -> int:
    """Give where a subject ends with the ``bình quân`` behind its noun: ``năng suất bình quân 62 tạ/ha``."""
    mean = _MEAN.match(left, end) if end and left[end - 1].isalpha() else None
    if mean is None:
        return end
    first, last = narrow(scope, floor, floor + end)
    return end if next(scope.heads.finditer(first, last), None) is None else mean.end()


_HAS = lazy(r"\s*(?:chỉ\s+)?có(?![^\W_])")
_IN_SUM = lazy(r"\s*\d[\d.,]*\s*/\s*\d[\d.,]*\s*=\s*$")
"""How many of how many, before the share that this comes to."""
_MEAN = lazy(r"\s+(?:bình\s+quân|trung\s+bình)(?=\s)")
"""What belongs to the noun before it, right before a number: ``năng suất bình quân 62 tạ/ha``."""
_SINCE = lazy(r"(?<![^\W_])từ\s*$")
_REACHED_FROM = lazy(r"(?<![^\W_])(?:đạt|còn|chiếm|ở\s+mức)\s+$")
"""What makes ``từ`` a floor: ``sản lượng đạt từ`` *1.900 tấn*."""
_RANGE = lazy(r"\d[\d.,]*\s?%?\s?(?:-|–|đến|tới)\s?\d")
_OR_MORE = lazy(r"\d[\d.,]*\s?%\s+trở\s+(?:lên|xuống)(?=\s*(?:[,;.)\n]|$))")
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


def subject(scope: Scope, left: Left) -> tuple[str, bool]:
    """Give the subject phrase before a number and whether a known indicator noun opens it.

    Time, place and agent at its edges are left out.
    """
    if left.start and scope.folded[left.start - 1] == "%" and left.linker in ("strong", ""):
        of_share = _OF_SHARE.fullmatch(scope.folded, left.start, left.end)
        if of_share is not None:
            return "", False
    if left.linker in ("", "weak") and _ALONGSIDE.search(scope.folded, left.start, left.end):
        # "thu giữ 2 xe đã qua sử dụng cùng 9 triệu đồng": the words before belong to what was counted.
        return "", False
    start, end = phrase_before(scope, left)
    start, end = trim(scope, start, end)
    start = start if left.linker else _behind_agent(scope, start, end)
    if left.linker == "preposition" and (reached := _REACHED.search(scope.folded, start, end)) is not None:
        # "tốc độ tăng trưởng đạt từ 7% trở lên"
        end = reached.start()
    head = _head(scope, start, end)
    if head is not None:
        aim = _AIM.search(scope.folded, max(start, head.start() - 10), head.start())
        # "dự toán thu được giao 60 tỷ đồng"
        if aim:
            start = aim.start()
        elif not is_price(scope, start, head, end):
            start = _with_verb(scope, start, head.start(), end)
        start = _sum_at_end(scope, start, end, left)
        if pays := _BUDGET_PAYS.fullmatch(scope.folded, head.start(), end):
            start, head = pays.start("verb"), None
    if left.linker != "weak" and scope.folded.startswith("có vi phạm", start, end):
        start += len("có ")
    words = scope.text[start:end]
    phrase = squeeze(_ASIDE.sub(" ", words) if ")" in words else words)
    lowered = phrase.lower()
    if (
        lowered in phrase_words("nothing")
        or lowered.endswith(("như sau", "sau đây"))
        or not any(map(str.isalpha, phrase))
        or _REST_OF_CODES.match(lowered)
        or _SOME_PLACES.fullmatch(lowered)
        or _HIT.fullmatch(scope.folded, phrase_before(scope, left)[0], end)
        or (head is None and (_WHERE.fullmatch(lowered) or ASIDE.match(lowered)))
    ):
        return "", False
    if (most := _MOST_OF.match(lowered)) is not None:
        # "Các xã xảy ra nhiều vụ vi phạm là Ia Ga (9 vụ), …"
        return phrase[most.start("what") : most.end("what")], False
    if lowered == "mức" and (level := _LEVEL_OF.search(scope.folded, left.start, start)) is not None:
        # "nhận lương hưu mức trên 17 triệu đồng"
        return squeeze(scope.text[level.start("what") : level.end("what")]), False
    grown = _GROWN.search(phrase) if left.linker == "strong" and len(phrase.split()) > _LONG else None
    phrase = phrase[: grown.start()] if grown else phrase
    if not phrase[-1].isalpha() and _COUNTED.search(lowered):
        return "", False
    if "“" in phrase and "”" not in phrase and scope.text.startswith("”", end):
        phrase += "”"
    shorter = _SCOPE_TAIL.sub("", phrase).rstrip(",")
    if left.linker == "strong" and head is not None:
        # "nhu cầu vốn để xây dựng tuyến đường là 40 tỷ đồng"
        shorter = _AIM_TAIL.sub("", shorter)
    return (shorter if " " in shorter else phrase), head is not None


_BUDGET_PAYS = lazy(
    r"ngân\s+sách(?:\s+(?:nhà\s+nước|trung\s+ương|địa\s+phương|tỉnh|thành\s+phố|huyện|xã))?\s+(?:đã|sẽ|phải|chỉ)\s+"
    r"(?P<verb>(?:chi|hỗ\s+trợ|cấp|bố\s+trí|trả|đầu\s+tư)(?:\s+[^\W\d_]+){0,6})"
)
"""A budget that pays is who acts: ``ngân sách huyện đã`` *chi* ``3 tỷ đồng``."""
_REST_OF_CODES = lazy(r"\d[\d/.]*\s+(?:của|ngày)\s")
"""The last of a list of instruments: ``các quyết định 290, 188,`` *142 của Thủ tướng Chính phủ*."""
_ALONGSIDE = lazy(r"(?<![^\W_])(?<!cuối )(?<!vô )(?<!sau )(?<!tận )(?<!đầu )(?<!đồng )cùng\s*$")
"""What joins a number to what was counted before it."""


def _sum_at_end(scope: Scope, start: int, end: int, left: Left) -> int:
    """Give where ``số tiền`` opens that ends a phrase: ``thu hồi theo quyết định xử phạt`` *số tiền*."""
    found = None if left.colon else _SUM_AT_END.search(scope.folded, start, end)
    return found.start("sum") + 1 if found else start


_SUM_AT_END = lazy(
    r"(?<![^\W_])(?:theo|vào|cho|của|tại|đối\s+với|trong)\s[^,;:()\d\n]{2,120}(?<=\S)(?<!tổng)(?P<sum>\s(?:tổng\s+)?số\s+tiền\s*)$"
)
"""A sum behind words that say on what ground or to whom it was paid."""


def _behind_agent(scope: Scope, start: int, end: int) -> int:
    """Give where a verb starts that ends a phrase behind who does it: ``số thu cao là Cục Thuế thu``."""
    agents = [m for m in scope.between(start, end) if isinstance(m, OrganizationMention)]
    if not agents or agents[-1].start == start or agents[-1].end + 1 >= end:
        return start
    if _FUND_OF.fullmatch(scope.folded, start, agents[-1].start) or _PLAN_BY.fullmatch(
        scope.folded, start, agents[-1].start
    ):
        # "vốn trái phiếu Chính phủ giải ngân được 9 tỷ đồng"
        return start
    verbs = only_verbs(scope.verbs.between(agents[-1].end, end))
    alone = bool(verbs) and verbs[0].start() == agents[-1].end + 1 and verbs[-1].end() == end
    return verbs[0].start() if alone else start


def _head(scope: Scope, start: int, end: int) -> re.Match[str] | None:
    """Find the first noun of indicators in a phrase that no preposition hangs on another word.

    ``kiến nghị thu hồi về ngân sách 5 tỷ đồng``, ``lãi sau thuế 9 tỷ đồng``
    """
    for head in scope.heads.finditer(start, end):
        if head[0] in _MEANS and _SPENT_ON.match(scope.folded, head.end(), end):
            # "trích ngân sách dự phòng hỗ trợ gia đình có người chết 20 triệu đồng"
            opening = max(start, head.start() - 24)
            if _SPENDS.search(scope.folded, opening, head.start()):
                continue
        hangs = _HANGS.search(scope.folded, max(start, head.start() - 12), head.start())
        before = scope.folded[start : head.start()]
        # "khu vực dịch vụ và thuế sản phẩm chiếm 31%", "vi phạm tốc độ 35 trường hợp"
        joined = before.startswith("khu vực ") and before.endswith(" và ")
        broken = before.endswith("vi phạm ") and head[0] in ("tốc độ", "tải trọng", "trọng tải", "nồng độ")
        # "xăng dầu các loại nhập khẩu 1,3 triệu tấn"
        traded = head[0] in ("xuất khẩu", "nhập khẩu") and head.end() >= end and _GOODS.fullmatch(before)
        # "tại Nam Đàn lúc 13 giờ": a word of a name
        named = scope.text[head.start()].isupper() and _CAPITAL.search(scope.text, start, head.start())
        # "ngành thuế phấn đấu thu nợ thêm 250 tỷ đồng", "nghiệm thu sai khối lượng, đơn giá 8 triệu đồng"
        called = head[0] == "thuế" and before.endswith(("ngành ", "cơ quan ", "cán bộ "))
        wrongly = "sai " in before and WRONGLY.search(before) is not None
        # "bậc học THCS huy động bình quân hàng năm đạt tỷ lệ 98%"
        mean = head[0] in ("bình quân", "trung bình") and bool(before.strip())
        if (
            hangs is None
            and not (named or called or wrongly or mean)
            and not joined
            and not broken
            and not traded
            and last_open(scope.folded, start, head.start()) < 0
        ):
            return head
    return None


def _with_verb(scope: Scope, start: int, head: int, end: int) -> int:
    """Give where a headed phrase starts: a short one takes the verb before it along (``nộp ngân sách``)."""
    if len(scope.folded[head:end].split()) > _HEADED:
        # "tăng thu ngân sách các khoản thuế và thu khác là 5 tỷ đồng"
        moved = _MOVED.search(scope.folded, max(start, head - 6), head + 4)
        return moved.start() if moved else head
    if _DONE_TO.fullmatch(scope.folded, head, end) and _FUNDS.match(scope.folded, start, head):
        # "vốn vay giải ngân được 9 tỷ đồng"
        return start
    for verb in only_verbs(scope.verbs.between(max(start, head - 20), end)):
        close = not scope.folded[verb.end() : head].strip()
        if verb.start() < head and close and verb[0] not in _CAUSES:
            return verb.start()
    return head


_FUND_OF = lazy(
    r"(?:tổng\s+)?(?:nguồn\s+)?(?:vốn|kinh\s+phí|trái\s+phiếu|ngân\s+sách)(?:\s+[^\W\d_]+){0,4}\s+"
)
_PLAN_BY = lazy(
    r"(?:tổng\s+)?(?:kế\s+hoạch\s+vốn|dự\s+toán\s+(?:thu|chi)|biên\s+chế)(?:\s+[^\W\d_]+){0,3}\s+(?:do\s+|được\s+)?"
)
"""What an agency allots: ``kế hoạch vốn Thủ tướng Chính phủ giao 2.000 tỷ đồng``."""
_DONE_TO = lazy(r"(?:đã\s+)?(?:giải\s+ngân|thu\s+hồi|thanh\s+toán|phân\s+bổ)\s*")
_FUNDS = lazy(r"(?:tổng\s+)?(?:nguồn\s+)?(?:vốn|kinh\s+phí|quỹ|ngân\s+sách)\s+(?:[^\W\d_]+\s+){1,7}$")
_CAPITAL = lazy(rf"(?<!\w)[{UPPER}](?=\w*[a-zà-ỹđ])\w* $")
_MOVED = lazy(r"(?<![^\W_])(?:tăng\s+thu|giảm\s+chi)(?=\s)")
_GOODS = lazy(
    r"(?:hàng\s+(?:hóa|hoá)|(?:[^\W\d_]+\s+){1,6}các\s+loại|gạo|cà\s+phê|cao\s+su|thủy\s+sản|thuỷ\s+sản)\s+"
)
"""Goods that are traded."""
_AIM = lazy(r"(?<![^\W_])dự\s+toán\s+$")
_REACHED = lazy(r"(?<=\S)\s+(?:đạt|chiếm|còn|ở\s+mức)$")
_MEANS = frozenset(("ngân sách", "kinh phí", "nguồn kinh phí", "vốn", "nguồn vốn", "tiền", "số tiền"))
_SPENDS = lazy(r"(?<![^\W_])(?:trích|xuất|bố\s+trí|dành|sử\s+dụng|chi)\s+(?:[^\W\d_]+\s+)?$")
_SPENT_ON = lazy(
    r"(?:\s+(?!(?:để|đã|được|cho|là)\s)[^\W\d_]+){0,5}\s+(?:để\s+)?(?:hỗ\s+trợ|mua|xây|tặng|trao|sửa|chi\s+trả|thăm|trang\s+bị|lắp)(?![^\W_])"
)
"""What money is spent on, behind the noun of the money."""
_HANGS = lazy(r"[^\W_]\s+(?:về|vào|cho|từ|sau|trước|bằng|quá|vượt|theo|ngoài|khỏi)\s+$")
_CAUSES = frozenset(("đưa", "làm", "đạt"))
"""Verbs that only say that a value came about (``đưa tổng dư nợ lên 5 tỷ đồng``)."""
_HEADED = 4
"""The longest phrase behind the noun of an indicator that takes its verb along, in words."""


_SOME_PLACES = lazy(r"(?:[^,]{0,40},\s*)?(?:(?:nơi|chỗ|ruộng|hộ)\s+cao(?:\s+nhất)?|cục\s+bộ|cá\s+biệt)")
"""Where a share is higher than elsewhere: ``3 - 5% số lá, nơi cao`` *15%*."""
_WHERE = lazy(
    r"(?:các|những|trên\s+(?:địa\s+bàn|phạm\s+vi)(?:\s+.*)?|so\s+(?:(?:sánh\s+)?với\s|(?:dự\s+toán|kế\s+hoạch|kh|chỉ\s+tiêu|mục\s+tiêu|nghị\s+quyết|cùng\s+k[ỳì])(?![^\W_])).*|(?:toàn|cả)\s+(?:vùng|miền|khu\s+vực)|(?:các|những|một\s+số|nhiều|\d+)\s+(?:địa\s+phương|tỉnh|thành\s+phố|huyện|xã|phường)"
    r"(?:(?:\s*,|\s+và)\s+(?:thành\s+phố|thị\s+xã|phường|thị\s+trấn|xã|huyện))*"
    r"(?:\s+(?:phía|miền|vùng|khu\s+vực|thuộc|ở|đồng\s+bằng|ven|còn\s+lại|khác)(?![^\W_])(?:\s+[^\W\d_]+){0,8})?)"
)
"""Whose figure it is, told without a name: ``các địa phương phía Nam đạt 221 nghìn ha``."""
_HIT = lazy(
    r"[\s\-–+•*.;]*(?:(?:một\s+số|nhiều|các|những)\s+)+(?:địa\s+phương|tỉnh|thành\s+phố|huyện|xã|phường|thôn|ấp|khu\s+vực|nơi|đơn\s+vị)"
    r"(?:,\s+(?:xã|phường|thị\s+trấn|thôn|ấp|bản))*\s+(?:bị\s+)?(?:thiệt\s+hại|ảnh\s+hưởng|ngập|nhiễm\s+bệnh|có\s+dịch|mất\s+mùa)"
    r"(?:\s+(?:nặng|nhiều|lớn|nghiêm\s+trọng|nhất|nề|sâu|cao|là|như|gồm))*\s*:?[^:.;\d]{0,40}"
)
"""Where harm was worst, over a list of places: ``Các xã thiệt hại nặng: Tân An`` *40 con*."""
_MOST_OF = lazy(
    r"(?:(?:các|những|một\s+số)\s+)?(?:địa\s+bàn|địa\s+phương|tỉnh|thành\s+phố|huyện|xã|phường|đơn\s+vị|nơi)"
    r"(?:,\s+(?:xã|phường|thị\s+trấn|thành\s+phố|đơn\s+vị))*\s+(?:xảy\s+ra|có|ghi\s+nhận|phát\s+sinh|để\s+xảy\s+ra)\s+nhiều\s+"
    r"(?P<what>[^\W\d_]+(?:\s+(?!(?:là|gồm|như|nhất)\s)[^\W\d_]+){0,5}?)(?:\s+nhất)?(?:\s+(?:là|gồm|như)(?![^\W_]).*)?$"
)
"""Where there is most of what a list by places counts."""
_LEVEL_OF = lazy(
    r"(?<![^\W_])(?P<what>(?:tiền\s+)?(?:lương(?:\s+hưu)?|trợ\s+cấp|phụ\s+cấp|học\s+bổng|thưởng|thu\s+nhập|học\s+phí|tiền\s+công|"
    r"thù\s+lao|lãi\s+suất)(?:\s+(?:cơ\s+sở|tối\s+thiểu|cơ\s+bản|thất\s+nghiệp|xã\s+hội))?)\s+$"
)
"""The nouns that a level is of, right before ``mức``."""
_BRACKET = lazy(r"\(\s*(?:(?:tương\s+ứng|trong\s+đó|chiếm|đạt|bằng|với)\s+)?(?:t[ỷỉ]\s+(?:lệ|trọng)\s*)?$")
_BARE_COUNT = lazy(
    r"(?<!cấp)(?<!lần)(?<!đợt)(?<!mũi)(?<!loại)(?<!đoạn)(?<!quý)(?<!số)(?<!kỳ)(?<!năm)(?<!tháng)(?<!ngày)(?<!khối)"
    r"(?<!lớp)(?<!điều)\s*(?::|\s)\s*\d{1,3}(?:\.\d{3})*\s*\(\s*(?:[^\W\d_]+\s*){0,3}$"
)
"""A count without a noun before its share in brackets: ``khiển trách 28 (chiếm 45%)``."""
_OF_SHARE = lazy(r"\s+[^\W\d_]+(?:\s+[^\W\d_]+){0,8}(?:\s+và|\s*,\s*(?:và|song|nhưng))\s*$")
"""What a share is of, before another share of the same: ``65%`` *diện tích và* ``bằng 94% cùng kỳ``."""
_ASIDE = lazy(r"\s*\((?![A-ZĐ&-]{2,12}\))[^()]*\)")
"""What brackets add to a subject, a short form of it left out."""
_SHARE = lazy(r"[\d.,]+\s*(?:%|điểm)")
"""What a branch adds to growth (``góp 48,9%``), not what people give (``đóng góp 2 tỷ đồng``)."""


def topic(scope: Scope, start: int, end: int) -> str:
    """Give what a clause says it is about before its subject: ``Về dịch vụ lưu trú, 6 tháng tăng 17%``."""
    match = _TOPIC.match(scope.folded, start, end)
    return subject(scope, Left(match.start("what"), match.end("what"), ""))[0] if match else ""


_TOPIC = lazy(r"[\s\-–+•*]*(?:về|đối\s+với|riêng(?:\s+về)?)\s+(?P<what>[^,;:.()\d\n]{2,60})[,:]")


_LONG = 12
_GROWN = lazy(r"\s+(?:tiếp\s+tục\s+)?(?:tăng|giảm|duy\s+trì|phục\s+hồi)(?:\s+trưởng)?\s+(?!thêm\s|trưởng\s)")
"""What says how a subject went before its number: ``khách quốc tế`` *tăng trưởng tích cực …, đạt*."""
_COUNTED = lazy(r"\s(?:là|đạt|có|còn)\s+\d[\d.,]*$")
"""What ends a phrase that has a number of its own: ``tổng số vụ việc là 464 với 211 đơn``."""


def is_bracketed(scope: Scope, start: int) -> bool:
    """Tell whether a bracket opens right before a number, modifiers aside."""
    left = scope.folded[max(0, start - 24) : start]
    if "(" not in left:
        return False
    match = _QUALIFIERS.search(left)
    return (left[: match.start()] if match else left).rstrip(" \t\n+-–").endswith("(")

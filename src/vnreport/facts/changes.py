"""Comparisons: ``tăng 15,2% so với cùng kỳ``, ``giảm từ 03 xuống 01 vụ``."""

from __future__ import annotations

import re
from typing import Literal

from vnreport.facts.brackets import last_open
from vnreport.facts.words import squeeze
from vnreport.patterns import lazy

Direction = Literal["up", "down", "flat"]

QUALIFIER = (
    r"(?:khoảng|chừng|xấp\s+xỉ|gần|hơn|trên|dưới|ngót|ước|ước\s+tính|dự\s+kiến|tối\s+thiểu|tối\s+đa|ít\s+nhất|"
    r"không\s+quá|không\s+(?:thấp|ít|cao|nhiều)\s+hơn|không\s+(?:được\s+)?vượt(?:\s+quá)?|vượt\s+quá|không\s+dưới|"
    r"(?<!đình )(?<!chứng )(?<!tín )(?<!địa )chỉ|(?:chưa|không)\s+(?:đến|tới|đầy)|"
    r"vỏn\s+vẹn|suýt\s+soát|ngót\s+nghét|"
    r"vượt|bình\s+quân|"
    r"tương\s+ứng|vào|phấn\s+đấu|hướng\s+tới|đã|sẽ|được|tổng\s+cộng|lần\s+lượt)"
)
_TRAILING = rf"(?:\s*(?<![^\W_]){QUALIFIER})*\s*"
_UP = (
    r"(?<=[,(]\s)tăng\s+trưởng|(?<=[^\W\d_]\s)(?<!tốc độ )(?<!nhịp độ )(?<!mức )(?<!tỷ lệ )(?<!tỉ lệ )"
    r"(?<!chỉ tiêu )(?<!mục tiêu )(?<!kế hoạch )(?<!kịch bản )(?<!dự báo )(?<!đà )(?<!sự )(?<!về )(?<!đạt )"
    r"(?<!là )(?<!có )(?<!và )(?<!phấn đấu )(?<!dự kiến )(?<!ước )(?<!bình quân )tăng\s+trưởng|"
    r"tăng\s+gấp|gấp|(?<!thu nhập )(?<!trị gia )"
    r"(?<!vốn )(?<!vốn đăng ký )tăng(?=\s+thêm)|"
    r"(?<!trị gia )tăng(?!\s+(?:thêm|vượt))|"
    r"(?<!không )cao\s+hơn|(?<!không )(?<!không được )(?<!đạt và )(?<!đạt, )vượt(?!\s+quá)|"
    r"(?:nhiều|nhỉnh|đắt)\s+hơn|nhích|nâng|\+"
)
_DOWN = (
    r"(?<!cắt )(?<!miễn )(?<!tinh )(?<!miễn, )(?<!cắt, )(?<!miễn trừ, )giảm|"
    r"(?<!không )thấp\s+hơn|hụt|sụt|(?<!không )ít\s+hơn|rẻ\s+hơn|hạ|tụt"
)
_HOW = r"(?:(?<!hạ )giá|thêm|bớt|được|đến|tới|nhẹ|mạnh|sâu|khá|vọt|nhanh|đột\s+biến|đáng\s+kể|tiếp)"
"""What says how much or how fast something changes, between the verb and its amount."""
_AMOUNT = lazy(
    rf"(?:(?<![^\W_])(?P<up>{_UP})|(?<![^\W_])(?P<down>{_DOWN}))(?:\s+{_HOW}){{0,3}}"
    rf"(?:\s+bình\s+quân\s*/\s*năm\s*:?|\s+(?:bình\s+quân\s+)?(?:h[àằ]ng|mỗi)\s+năm\s*:?)?{_TRAILING}$"
)
_FINAL = lazy(
    rf"(?:(?<![^\W_])(?P<up>{_UP})|(?<![^\W_])(?P<down>{_DOWN}))(?:\s+{_HOW}){{0,2}}\s+(?:lên|xuống|còn|lên\s+(?:đến|tới)|xuống\s+còn|chỉ\s+còn)(?:\s+mức)?{_TRAILING}$"
)
_FROM = lazy(rf"(?<![^\W_])từ(?:\s+mức)?{_TRAILING}$")
_FROM_VERB = lazy(
    rf"(?:(?<![^\W_])(?P<up>{_UP[:-3]})|(?<![^\W_])(?P<down>{_DOWN}))(?![^\W_])(?:(?!đạt(?![^\W_]))(?:[^\W\d_]|\s)){{0,12}}(?<![^\W_])từ(?:\s+mức)?{_TRAILING}$"
)
_TO = lazy(
    rf"^(?:(?!\s(?:thì|nhưng|mà|song)\s)[^,;.]){{0,44}}?(?<![^\W_])(?<!trở )(?P<word>lên|xuống|còn)"
    rf"(?:\s+(?:đến|tới|còn|mức|thành))*{_TRAILING}$"
)
_ASIDE = lazy(r"\s*\([^()]{0,60}\)")
_AGAINST = lazy(
    r"(?:(?<![^\W_])(?P<up>tăng\s+so\s+với|"
    r"(?<!không )(?<!chi )(?<!thanh toán )(?<!nghiệm thu )(?<!quyết toán )"
    r"vượt(?!\s+(?:quá|định\s+mức|bậc|trội|thu|chi))|"
    r"(?:cao|nhiều|lớn|đắt)\s+hơn(?:\s+so\s+với)?|(?<=,\s)hơn(?=\s+(?:cùng\s+k[ỳì]|(?:vụ|năm|tháng|quý|tuần|mùa|kỳ)\s+(?:trước|ngoái))))|"
    r"(?<![^\W_])(?P<down>giảm(?:\s+hơn)?\s+so\s+với|(?:thấp|ít|nhỏ|rẻ)\s+hơn(?:\s+so\s+với)?))"
    rf"\s+(?!(?:hơn|trên|gần|khoảng|dưới|xa|trội)(?![^\W_]))"
    rf"(?P<what>(?:(?:tháng|quý|tuần)\s+\d{{1,2}}(?!\d)(?:/\d{{4}})?|(?!\s(?:là|với|đạt)\s)[^,;.:()0-9\n]){{1,40}}?"
    rf"(?<!\s)(?<!tỷ lệ)(?<!mức)(?<!mốc)(?<!ngưỡng)(?<!con số)(?:\s+\d{{4}})?)(?:\s+là|\s*:)?{_TRAILING}$"
)
_ALARM = lazy(
    r"(?<![^\W_])(?:(?P<up>trên|cao\s+hơn|vượt)|(?P<down>dưới|thấp\s+hơn))\s+(?:mức\s+)?"
    rf"(?P<what>(?:báo\s+động|bđ)\s*(?:cấp\s+)?(?:[1-3]|i{{1,3}}))(?:\s+là)?\s*[:(]?{_TRAILING}$"
)
"""A level of alarm that the water of a river is compared with: ``dưới báo động 1`` *0,8 m*."""
_PREDICATE = (
    r"(?:đạt|bằng|vượt|chiếm|tăng|giảm|cao\s+hơn|thấp\s+hơn|do|nhờ|vì|nhưng|trong\s+khi|đẩy|làm|khiến|góp\s+phần|"
    r"đóng\s+góp|trong\s+đó|đã|thì|là|ước|gấp|lên|xuống|còn|đặc\s+biệt|tập\s+trung|nhất\s+là|chủ\s+yếu)"
)
"""What goes on behind a baseline."""
_ANOTHER = (
    r"và\s+(?:(?!(?:năm|tháng|quý|ngày|vụ|khóa)\s)[^\W\d_]+\s+){0,9}"
    r"(?:là|đạt|ước|có|chiếm|tăng|giảm|bằng|còn|vượt|cao\s+hơn|thấp\s+hơn|\d)"
)
"""What opens a clause of its own behind a baseline: ``và giá trị xuất khẩu là 5 tỷ đồng``."""
_SMALL = lazy(r"\s+(?:với|mức|có|ở|chỉ|khoảng|hơn|gần|trên|\s)+$")
_BASELINE = lazy(
    r"(?:\s+số\s+[^\W\d_]+(?:\s+[^\W\d_]+){0,2}(?=\s+so(?![^\W_])))?"
    r"(?:\s*(?:\([^()\n]{1,40}\)|=\s*\d[\d.,]*\s?%|,\s*(?:tương\s+(?:đương|ứng)|tức|hay)(?:[^,;()\n]|,(?=\d)){1,40}?(?=\s+so(?![^\W_]))))?[\s)(]*"
    rf"(?:so(?:\s+sánh)?(?:\s+với)?\s+|(?=cùng\s+k[ỳì]))(?P<what>(?:(?!\s+(?:(?:và\s+)?{_PREDICATE}|{_ANOTHER})(?![^\W_])|\s+và\s+\d|\s+[-–]\s+(?:tương|tức|hay)\s)"
    r"[^,;.()\n]){1,100})(?![^\W_])"
)
_TIMES = lazy(
    r"(?<=lần)\s+(?P<what>(?:cùng\s+k[ỳì]|(?:đầu|cuối)\s+(?:năm|kỳ|nhiệm\s+kỳ)|\d{1,2}\s+tháng|năm|tháng|quý|vụ|mùa|kỳ|tuần|nhiệm\s+kỳ|giai\s+đoạn|mức|bình\s+quân|trung\s+bình)(?![^\W_])"
    rf"(?:(?!\s+(?:(?:và\s+)?{_PREDICATE}|{_ANOTHER})(?![^\W_])|\s+và\s+\d)[^,;.()\n]){{0,60}})(?![^\W_])"
)
"""What something is some times of: ``gấp 2 lần`` *năm 2021*."""
_PLAN = lazy(
    r"(?<=%)\s+(?P<what>(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|nghị\s+quyết|định\s+mức)(?:\s+[^\W\d_]+){0,6}?"
    r"(?:\s+năm\s+\d{4})?(?:\s+(?:được\s+)?giao)?)(?=\s*(?:[,;.()\n]|$|và\s))"
)
"""A plan that is surpassed or missed by a share: ``vượt 2,4%`` *kế hoạch*."""
_BEFORE = lazy(
    r"(?<![^\W_])so(?:\s+sánh)?(?:\s+với)?\s+(?P<what>[^,;.:()\n]{2,60}?)(?:\s*\([^()\n]{0,40}\))?\s*,?\s*(?:thì\s*,?\s*)?$"
)
"""A baseline that stands before the verb of its change: ``so với cùng kỳ, giảm 2 vụ``."""
_OPENING = lazy(
    r"[\s\-–+•*]*(?:(?:tuy\s+(?:nhiên|vậy)|như\s+vậy|theo\s+đó|nhìn\s+chung|cụ\s+thể|trong\s+đó|qua\s+đó|ngoài\s+ra|"
    r"tính\s+chung|nếu|và|đồng\s+thời|[^,;:.()\n]{2,40}(?:năm|tháng|quý|kỳ|tuần|vụ|nay|qua|\d))\s*,?\s+)?so(?:\s+sánh)?(?:\s+với)?\s+(?P<what>[^,;.:()\n]{2,80}?)(?:\s*\([^()\n]{0,40}\))?\s*[,:]"
)
_FLAT = lazy(
    r"[\s,]*(?:bằng|tương\s+đương|không\s+(?:thay\s+)?đổi|giữ\s+nguyên)(?:\s+so)?(?:\s+với)?\s+"
    r"(?P<what>(?:cùng\s+k[ỳì]|(?:năm|tháng|quý|tuần|kỳ)\s+(?:trước|ngoái|\d))[^,;.()\n]{0,40})"
)

_STAYS = lazy(
    r"(?:\s*[,(–-]\s*|\s+(?=không))(?:(?:và|vẫn|số\s+vụ)\s+)*(?:không\s+tăng\s*(?:,|,?\s*và)?\s*(?:cũng\s+)?(?:không|chẳng)\s+giảm|"
    r"không\s+(?:có\s+)?(?:tăng|(?:thay\s+)?đổi|biến\s+động)|giữ\s+nguyên|bằng(?=\s+cùng\s+k)|ngang\s+bằng)"
    r"(?:(?:\s+so)?(?:\s+với)?\s+(?P<what>(?:cùng\s+k[ỳì]|(?:năm|tháng|quý|tuần|kỳ|vụ|ngày|đợt)\s+(?:trước|ngoái|\d))"
    r"[^,;.()\n]{0,40}))?(?=\s*(?:[),;\n]|\.(?!\d)|$))"
)
"""What says that a value is what it was: ``không tăng, không giảm``, ``(bằng cùng kỳ)``."""


def _direction(match: re.Match[str]) -> Direction:
    return "up" if match.group("up") else "down"


TRIGGER = lazy(r"tăng|giảm|rút\s+ngắn|gấp|hơn|vượt|nâng|nhích|thêm|hụt|sụt|hạ|tụt|từ|báo\s+động|bđ|\+")
"""Words one of which stands before any number that is part of a change."""


def amount_direction(left: str) -> Direction | None:
    """Tell whether the words before a number make it the amount of a change, and which way."""
    match = _AMOUNT.search(left[-60:])
    if match is not None and match["up"] == "+" and _LEVEL_SIGN.search(left, max(0, len(left) - 12)):
        # "mực nước lúc 7 giờ là +0,92 m" tells the level itself.
        return None
    return _direction(match) if match else None


_AT_LEVEL = lazy(
    rf"(?<![^\W_])(?:(?P<up>tăng)|(?P<down>giảm))(?:\s+(?:trưởng|cao|khá|mạnh|nhẹ|thấp|chậm))*\s+(?:ở|với)\s+mức{_TRAILING}$"
)
"""A share that a change is told by as a level: ``tăng cao ở mức`` *7,9%*."""


def level_direction(left: str) -> Direction | None:
    """Tell which way a change went whose share is told as a level: ``tăng ở mức 5%``."""
    match = _AT_LEVEL.search(left[-60:])
    return _direction(match) if match else None


GROWS = lazy(rf"(?<![^\W_])tăng\s+trưởng(?:\s+{_HOW}){{0,2}}{_TRAILING}$")
"""Growth that is a name where nothing before it says what grew."""
_LEVEL_SIGN = lazy(r"(?<![^\W_])(?:là|đạt|chỉ|còn|mức|lên|xuống|trình)\s*\+\s*$")
_REACHES = lazy(
    r"(?<![^\W_])(?:số\s+tiền|tổng|doanh\s+thu|doanh\s+số|kim\s+ngạch|giá\s+trị|vốn|dư\s+nợ|thu\s+ngân\s+sách|"
    r"thiệt\s+hại|lợi\s+nhuận|sản\s+lượng|quy\s+mô|kinh\s+phí|chi\s+phí)(?![^\W_])"
    r"[^,;:()\d]{0,60}?(?<!thu )(?<!chi )(?<!tăng )vượt\s+$"
)
_COMPARED = lazy(
    r"[^,;.()]{0,20}(?<![^\W_])(?:so\s+với|so|dự\s+toán|kế\s+hoạch|chỉ\s+tiêu|mức|tổng\s+mức)(?![^\W_])"
)


def reaches(left: str, behind: str) -> bool:
    """Tell whether ``vượt`` says what a sum came to, not by how much: ``doanh thu vượt`` *32 tỷ đồng*."""
    return _REACHES.search(left[-100:]) is not None and _COMPARED.match(behind) is None


_SIGNED = lazy(r"(?<![^\W_])giảm(?:\s+[^\W\d_]+){0,2}\s*\(\s*$")


def signed_direction(left: str) -> Direction | None:
    """Tell whether a negative share in brackets is the amount of a change: ``giảm nhẹ (-0,2%)``."""
    return "down" if _SIGNED.search(left[-40:]) else None


_OBJECT = lazy(
    r"(?:(?<![^\W_])(?P<up>tăng|nâng)|(?<![^\W_])(?P<down>giảm|rút\s+ngắn))\s+(?:(?:bình\s+quân|trung\s+bình)\s+)?"
    rf"(?P<what>(?:t[ỷỉ]\s+(?:lệ|trọng|suất)|tốc\s+độ|mức|số|thời|án|chi\s+phí|lượng|năng\s+suất|hộ|nợ|phát\s+thải|tổn\s+thất|việc|thu\s+ngân)\s+[^,;:()\d\n]{{2,60}}?)(?:\s+(?:từ|khoảng|thêm|bình\s+quân|mỗi\s+năm))*{_TRAILING}$"
)
"""A change that names what changes before its amount: ``giảm tỷ lệ hộ nghèo 1,5%``."""
_AIMED = lazy(
    r"(?:(?:^|[,;:.\n]\s*)(?:[-–+•*]\s*)?|(?<![^\W_])(?:phấn\s+đấu|kéo|mục\s+tiêu|giúp|nhằm|để|góp\s+phần|tiếp\s+tục|đã|sẽ|phải|cần|và|là)\s+)"
    r"(?:(?P<up>tăng|nâng)|(?P<down>giảm))\s+"
    r"(?P<what>(?!(?:thêm|nghèo|được|dần|mạnh|nhẹ|khá|cao|sâu|nhanh|chậm|đều|bình|trung|cường|trưởng|chi(?!\s+phí)|trừ|thu(?!\s+nhập)|ca|vốn|hơn|gần|so|"
    r"lên|xuống|từ|đến|tới|trên|dưới|tối|ít|khoảng|liên|đáng|rõ|đột|lần|tương|cả|theo|tại|ở|trong|do|về|một|hai|ba|nửa)(?![^\W_]))"
    r"(?:(?!(?:do|vì|nhờ|ở|tại|trong|so|theo|và|nhưng|khi|nên|có|nhất|tăng|giảm|hơn|thì|mà|với|để|nhằm|qua)\s)[^\W\d_]+\s+){1,11}?"
    rf"[^\W\d_]+)(?:\s+(?:từ|khoảng|thêm|bình\s+quân|mỗi\s+năm))*{_TRAILING}$"
)
"""A share that something is to change by, behind its name: ``phấn đấu giảm tai nạn giao thông`` *5 - 10%*."""
_ENDS = lazy(r"(?<![^\W_])(?:còn|xuống|lên|đạt|đến|tới|là|bằng|dưới|trên|chiếm)(?![^\W_])")


def object_changed(left: str) -> tuple[Direction, str] | None:
    """Tell whether a change names its object before its amount, and give the object, folded."""
    match = _OBJECT.search(left[-110:]) or _AIMED.search(left[-110:])
    if match is None or _ENDS.search(left[-110:], match.start("what")):
        return None
    return _direction(match), match.group("what")


def against(left: str) -> tuple[Direction, int, int] | None:
    """Tell whether a change names its baseline before its amount: ``cao hơn quý trước 6.300 hồ sơ``.

    Returns:
        The direction and where in ``left`` the baseline stands, or None.
    """
    floor = max(0, len(left) - 90)
    match = _AGAINST.search(left, floor) or _ALARM.search(left, max(0, len(left) - 40))
    return (_direction(match), match.start("what"), match.end("what")) if match else None


_RULE = lazy(
    r"(?:quy\s+(?:chuẩn|định)|tiêu\s+chuẩn|giá\s+(?:niêm\s+yết|quy\s+định|trần)|định\s+mức|giấy\s+phép|giới\s+hạn|mức\s+cho\s+phép|tốc\s+độ|tải\s+trọng|trọng\s+tải|tải|phép|ẩu|đèn)(?![^\W_])"
)


def is_rule(baseline: str) -> bool:
    """Tell whether what is exceeded is a rule: ``xả thải vượt quy chuẩn 11 cơ sở``."""
    return _RULE.match(baseline) is not None


def final_direction(left: str) -> Direction | None:
    """Tell whether the words before a number make it the end of a change: ``tăng lên``, ``giảm còn``."""
    match = _FINAL.search(left[-60:])
    return _direction(match) if match else None


def opens_pair(left: str) -> tuple[bool, Direction | None]:
    """Tell whether ``từ`` opens a pair before a number, with the direction if a verb gives it."""
    near = left[-60:]
    match = _FROM_VERB.search(near)
    if match is not None:
        return True, _direction(match)
    return _FROM.search(near) is not None, None


def closes_pair(between: str) -> Direction | None:
    """Tell whether the words between two numbers make the second the end of a pair, and which way."""
    if "(" in between:
        between = _ASIDE.sub("", between)
    match = _TO.search(between) if len(between) <= 60 else None
    if match is None:
        return None
    return "up" if match.group("word") == "lên" else "down"


def baseline(folded: str, end: int, limit: int, ahead: int | None = None) -> tuple[int, int] | None:
    """Find what the change before ``end`` is compared with, as the text says it.

    Args:
        folded: the folded text.
        end: where the amount of the change ends.
        limit: where its clause ends.
        ahead: where the next number begins, at which a baseline ends.
    """
    match = (
        _BASELINE.match(folded, end, limit)
        or _PLAN.match(folded, end, limit)
        or _TIMES.match(folded, end, limit)
    )
    if match is not None and ahead is not None and match.start("what") < ahead < match.end("what"):
        match = _BASELINE.match(folded, end, ahead)
        if match is not None and (small := _SMALL.search(folded, match.start("what"), match.end("what"))):
            return match.start("what"), small.start()
    return match.span("what") if match else None


def baseline_before(folded: str, floor: int, verb: int) -> tuple[int, int] | None:
    """Find the baseline right before the verb of a change: ``so với cùng kỳ giảm 2 vụ``."""
    match = _BEFORE.search(folded, max(floor, verb - 80), verb)
    if match is None or (
        folded[verb - 2] == "," and folded[max(0, match.start() - 3) : match.start()].rstrip().endswith("%")
    ):
        # "đạt 69% so với kế hoạch, tăng 12%": a share of a plan, which nothing grew from.
        return None
    return match.span("what")


def opening_baseline(folded: str, start: int, at: int, limit: int) -> tuple[int, int] | None:
    """Find the baseline that the sentence, or the bracket around a change, opens with for all in it."""
    opened = last_open(folded, start, at)
    match = _OPENING.match(folded, opened + 1 if opened >= 0 else start, limit)
    if match is None and opened >= 0:
        match = _OPENING.match(folded, start, limit)
    match = match or _ASIDE_BEFORE.search(folded, max(start, at - 150), at)
    return match.span("what") if match else None


_ASIDE_BEFORE = lazy(
    r"[,;]\s+so(?:\s+sánh)?(?:\s+với)?\s+(?P<what>[^,;:.()\n]{2,60}),\s+(?!(?:tăng|giảm|đạt|bằng|còn)\s)[^,;:.()\d\n]{2,60}$"
)
"""A baseline before the subject of a change: ``; so với cùng kỳ, số vụ án`` *giảm 6 vụ*."""
_LATER = lazy(
    r"(?:\s+số\s+[^\W\d_]+(?:\s+[^\W\d_]+){0,2})?(?:\s*(?:,|và)\s*(?:(?:hơn|gần|khoảng|trên)\s+)?\d[\d.,]*\s*%?\s+[^,;.:()\d\n]{1,40}?){1,4}\s+"
    r"so(?:\s+sánh)?(?:\s+với)?\s+(?P<what>[^,;.()\n]{1,60})(?![^\W_])"
)


def later_baseline(folded: str, end: int, limit: int) -> tuple[int, int] | None:
    """Find the baseline behind the last of a row of amounts: ``tăng 1 cuộc, 2 kiến nghị so với năm 2017``."""
    match = _LATER.match(folded, end, limit)
    return match.span("what") if match else None


def unchanged(text: str, folded: str, end: int, limit: int) -> tuple[bool, str | None]:
    """Tell whether a value is said to be the same as before, and what it is compared with."""
    match = _FLAT.match(folded, end, limit) or _STAYS.match(folded, end, limit)
    if match is None:
        return False, None
    told = match["what"] is not None
    return True, squeeze(text[match.start("what") : match.end("what")]) if told else None

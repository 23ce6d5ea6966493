"""Numbers with a noun behind them that are no quantity all the same."""

from __future__ import annotations

import re
from functools import cache

from vnreport.mentions.numbers import NumberSpan
from vnreport.mentions.numbers.roles import any_of, role
from vnreport.mentions.quantities.coordination import ROUND_BASES
from vnreport.mentions.quantities.phrase import Phrase
from vnreport.patterns import lazy


@cache
def _lasting() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(role('lasting'))}\s(?:vòng\s)?\Z")


@cache
def _duration_after() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of(role('duration_after'))}(?!\w)")


@cache
def _clock_after() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:[0-9]{{1,2}}(?:\s?phút|')?|{any_of(role('clock_after'))})(?!\w)")


@cache
def _voltage_line() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(role('voltage_line'))}\s\Z")


_LAST_PAGE = lazy(r"(?<![\w.,/])([0-9]{1,3})[ \u00a0]\Z")
_OPENS_HOURS = lazy(r"(?<!\w)từ\s[0-9]{1,2}\s?(?:giờ|h)(?:\s?[0-9]{2}(?:\sphút)?)?\s(?:đến|tới|-|–)\s\Z")
"""What opens hours of a day: ``từ 7 giờ đến | 11 giờ``."""
_MINUTES_OF = lazy(r"(?<!\w)[0-9]{1,2}\s?(?:giờ|h)\s?\Z")
_PART_OF_YEAR = lazy(r"\s(?:đầu|cuối|giữa|trước|sau)\s?(?:năm|tháng|quý|tuần)?(?!\w)")
_DATE_AFTER = lazy(r"\s?[0-9]")
_DAYS_AFTER = lazy(r"[ \u00a0][0-9]{1,2}[ \u00a0]ngày(?![\w/]|[ \u00a0][0-9])")
"""Behind months of a term: ``10 tháng 15 ngày tù``."""
_SMALL_WHOLE = 10
"""A part of fewer than these is a fraction where amounts are spoken of."""
_SCALES = frozenset(
    {"500", "1000", "2000", "5000", "10000", "25000", "50000", "100000", "1.000", "2.000", "5.000"}
)
_SCALE_WORDS = lazy(r"(?:tỷ lệ|tỉ lệ|quy hoạch|chi tiết|phân khu|bản đồ|tl)\s\Z")
_PRICE = lazy(r"(?<!\w)(?:đồng|vnđ|đ|usd|triệu|nghìn|ngàn)[ \u00a0]\Z")
"""What stands before ``một kg`` in a price (``2.500 đồng một kg``)."""
_PER_ONE = lazy(
    r"(?<!\w)(?:giá trị|thu nhập|sản lượng|doanh thu|lợi nhuận|chi phí|bình quân|suất đầu tư|thu|lãi)(?!\w)"
    r"[^,;.:()\d\n]{0,60}[ \u00a0]trên[ \u00a0]\Z"
)
"""What stands before a measure that a value is of: ``giá trị sản xuất trên`` *1 ha* ``đạt 90 triệu``."""
_FACTOR = lazy(r"[0-9] ?[x×] ?\Z")
"""What stands before the last side of a size (``3 x 4 m``)."""
_OWN_PROVISION = lazy(r"\s(?:này|trên|nêu trên|đó)(?!\w)")
_CLASS = lazy(r"[ \u00a0]?:[ \u00a0]?[0-9]")
"""Behind stars that are a class, whose members are counted: ``4 sao: 22``."""
_REACHED = lazy(
    r"(?<!\w)(?:đạt|hạng|chuẩn|ocop)[ \u00a0](?:(?:từ|hạng|chuẩn|loại)[ \u00a0]){0,2}"
    r"(?:[0-9][ \u00a0]?(?:-|–|đến|và|,)[ \u00a0]?)?\Z"
)
"""What stands before stars that a thing was given: ``đạt 4 sao``."""
_WEIGHT_CLASS = lazy(r"(?<!\w)hạng[ \u00a0](?:(?:cân|dưới|trên|đến)[ \u00a0]){0,2}\Z")
"""What stands before the class of a fighter: ``vô địch hạng 60 kg``."""
_DAY_PARTS = frozenset(("sáng", "trưa", "chiều", "tối", "đêm"))
_DEGREES = frozenset(("mức độ", "cấp độ", "độ"))
_HIGHEST = 5
"""There are no more degrees of services and risks."""
_BY_CLOCK = lazy(r"(?<!\w)(?:trước|lúc|hồi)\s\Z")
_HOURS = 24
_BORN, _UNTIL = 1900, 2050
"""Between which numbers years lie."""
_HOUR_BEHIND = lazy(
    r"[0-9]{2}(?![0-9])|[ \u00a0](?:[0-9]{2}[ \u00a0])?(?:ngày|sáng|trưa|chiều|tối|đêm|cùng ngày)(?!\w)"
    r"|[ \u00a0]?(?:đến|-|–)[ \u00a0]?[0-9]{1,2}g"
)
_HOUR_BEFORE = lazy(r"(?<!\w)(?:lúc|hồi|trước|[0-9]g(?:[0-9]{2})?[ \u00a0]?(?:đến|tới|-|–))[ \u00a0]?\Z")
_RATE_BEFORE = lazy(r"\w/\w+/\Z")
"""What stands before the time of a rate: ``45 kg/người/6 tháng``."""
_OF_YEAR = lazy(r"[ \u00a0](?:trước|sau|nay|ngoái|này|20[0-9]{2})(?!\w)")
_BODIES = frozenset(("tổ", "đội", "tổ công tác", "lực lượng", "kế hoạch"))
"""Bodies that a number names."""
_GROUPS = frozenset(("nhóm", "cụm", "điểm", "khu vực", "liên kết"))
"""What units of administration are taken together as: ``nhóm 30 tỉnh``."""
_CASE_NAMES = frozenset(
    ("điều", "khoản", "mục", "bài", "thông tư", "nghị định", "nghị quyết", "quyết định", "chỉ thị")
)
"""Labels that no noun behind their number undoes."""
_VERSION = lazy(r"[0-9]\.0\Z")


_PAIRED = lazy(r"[0-9]\s+(?:vụ(?:\s+(?:việc|án))?|lượt|đơn)\s?/\Z")
_OF_CASES = frozenset(("đối tượng", "bị can", "bị cáo", "người", "đương sự", "phương tiện", "vụ", "vụ việc"))
"""What is counted beside the cases that it belongs to."""


_MONTHS, _DAYS = 12, 31
_ON_DAY = lazy(r"(?<!\w)(?:đến|tới|từ|ngày|sáng|chiều|tối|trưa|đêm|hôm|-|–)[ \u00a0]?\Z")


def is_decoy(folded: str, number: NumberSpan, phrase: Phrase) -> bool:
    """Tell whether a number and the noun behind it name something instead of counting."""
    if number.label == "weak" and not _overrules(number, phrase):
        return True
    dated = number.of is not None and number.of <= _MONTHS and number.of < number.value <= _DAYS
    if dated and _ON_DAY.search(folded, max(0, number.start - 8), number.start):
        return True  # từ ngày 19 đến 23/7 | huyện đã phát hiện
    if number.start and folded[number.start - 1] == "/" and number.raw in {*ROUND_BASES, "1", "01"}:
        # "16 máy/100 dân" is a rate, "1 vụ/1 đối tượng" are two counts.
        pair = _PAIRED.search(folded, max(0, number.start - 16), number.start) is not None
        return not (pair and phrase.unit in _OF_CASES)
    if number.spelled and number.value == 1 and _PRICE.search(folded, max(0, number.start - 6), number.start):
        return True
    if _FACTOR.search(folded, max(0, number.start - 5), number.start) or _is_rate(folded, number, phrase):
        return True
    if "\t" in folded[number.end : phrase.start] and _BORN <= number.value <= _UNTIL:
        return True  # a cell with the year of birth, and the next
    if phrase.kind == "angle" and folded.startswith((" vĩ", " kinh"), phrase.unit_end):
        return True
    if phrase.unit in {"điều", "khoản"} and _OWN_PROVISION.match(folded, phrase.end):
        return True
    if phrase.unit == "sao" and (
        _CLASS.match(folded, phrase.end) or _REACHED.search(folded, max(0, number.start - 20), number.start)
    ):
        return True
    if phrase.unit == "kg" and _WEIGHT_CLASS.search(folded, max(0, number.start - 20), number.start):
        return True
    if phrase.unit in {"vĩ", "kinh"} and folded.startswith(" độ", phrase.start + len(phrase.unit)):
        return True  # 15 vĩ độ Bắc
    if phrase.unit == "g" and _is_hour(folded, number, phrase):
        return True
    if phrase.kind == "time":
        if folded.startswith(" rưỡi", phrase.unit_end):
            return False  # sau 3 giờ rưỡi
        return _is_date_or_clock(folded, number, phrase)
    if phrase.kind == "voltage" and _voltage_line().search(folded[max(0, number.start - 20) : number.start]):
        return True
    if number.raw in {"1", "01"} and phrase.unit == "cửa":
        return True
    if phrase.unit in {"con số", "chữ số"} and number.value == 2:
        return True  # tăng trưởng 2 con số
    if _VERSION.match(number.raw) and not phrase.measure:
        return True
    if folded[max(0, number.start - 2) : number.start - 1].isdigit() and _counts_on(folded, number):
        return True
    if phrase.unit.startswith("xx"):
        return True  # 0215 3825 xxx
    if number.of is not None:
        if number.value == 0 and phrase.unit == "sao":
            return True  # what readers think of a page
        head = " ".join(folded[phrase.start : phrase.end].split()[:2])
        if number.of < _SMALL_WHOLE and {phrase.unit, head} & role("fraction_noun"):
            return True
        whole = number.raw.partition("/")[2]
        if number.value == 1 and whole in _SCALES:
            return (
                bool(_SCALE_WORDS.search(folded[max(0, number.start - 12) : number.start])) or not phrase.kind
            )
    return False


def _is_rate(folded: str, number: NumberSpan, phrase: Phrase) -> bool:
    """Tell whether one measure only says what a value is told of: ``thu nhập trên`` *1 ha*."""
    if not phrase.measure or number.value != 1:
        return False
    return _PER_ONE.search(folded, max(0, number.start - 80), number.start) is not None


def _is_hour(folded: str, number: NumberSpan, phrase: Phrase) -> bool:
    """Tell whether ``g`` is short for ``giờ``: ``8g30``, ``từ 8g đến 14g ngày 10-6``."""
    whole = number.value == number.value.to_integral_value() and number.value <= _HOURS
    if not whole or number.end != phrase.start or number.of is not None:
        return False
    return (
        _HOUR_BEHIND.match(folded, phrase.unit_end) is not None
        or (number.value_max is None and _HOUR_BEFORE.search(folded, max(0, number.start - 12), number.start))
        is not None
    )


def _counts_on(folded: str, number: NumberSpan) -> bool:
    """Tell whether a number follows the one before it, as in a bar of pages: ``1 2 3 | 4 Trang sau``."""
    last = _LAST_PAGE.search(folded, max(0, number.start - 5), number.start)
    return last is not None and int(last[1]) + 1 == number.value


def _overrules(number: NumberSpan, phrase: Phrase) -> bool:
    """Tell whether the noun is clear enough to undo a label (``cấp 60 giấy phép``)."""
    if phrase.unit == "công an" and number.label_word in _BODIES:
        return False  # Tổ công tác 141 Công an thành phố
    if number.label_word == "điều":
        return phrase.unit in role("deployed")
    if number.label_word in _DEGREES and phrase.kind != "" and number.value > _HIGHEST:
        return True  # 36 dịch vụ công mức độ 2, 18 dịch vụ công mức độ 3
    if " " in number.label_word and phrase.kind and phrase.unit == number.label_word.split()[0]:
        return True  # 1 trường cấp 2 và 2 trường mầm non
    if number.label_word in role("housing") and phrase.unit in role("feature"):
        return True
    if number.label_word in role("crew") and phrase.unit in role("member"):
        return True
    if number.label_word in role("label_moment"):
        return phrase.kind != ""
    if number.of is not None and number.label_word in role("label_fraction"):
        return False  # a rank or a house: xếp hạng 21/63 tỉnh, nhà 45/2 đường Lê Lợi
    if number.of is not None or number.value_max is not None or number.scale > 1:
        return True
    if phrase.unit in role("case") or (number.label_word in _GROUPS and phrase.kind == "admin"):
        return number.label_word not in _CASE_NAMES  # đốt nhà 1 vụ, nhóm 30 tỉnh dẫn đầu
    if phrase.measure:
        return phrase.kind != "time" or number.label_word not in role("label_duration")
    leading = number.raw.startswith("0")
    if (
        phrase.kind != "admin"
        and number.label_word in role("label_small")
        and (leading or number.value >= 20)
    ):
        return True
    unknown = phrase.kind == "" and (number.label_word == "năm" or not phrase.unit.isupper())
    if phrase.kind == "admin" or unknown:
        return False
    return leading or number.value >= 20 or number.label_word in {"cấp", "lần", "vụ", "ca", "đợt", "vị trí"}


def _is_date_or_clock(folded: str, number: NumberSpan, phrase: Phrase) -> bool:
    after = folded[phrase.end : phrase.end + 16]
    before = folded[max(0, number.start - 14) : number.start]
    whole = number.value == number.value.to_integral_value() and number.value_max is None
    part = folded[phrase.unit_end : phrase.end].strip() or (after.split() or [""])[0]
    if phrase.unit == "giờ" and number.value_max is not None and part in _DAY_PARTS:
        return number.value_max <= _HOURS  # khoảng 1 - 2 giờ đêm
    if phrase.unit == "giờ" and whole and number.value <= 24 and not after.startswith("/"):
        if phrase.end - number.end > 5:
            return False
        if _OPENS_HOURS.search(folded, max(0, number.start - 28), number.start):
            return True
        if _BY_CLOCK.search(before):
            return True
        if _duration_after().match(after):
            return False
        if _clock_after().match(after):
            return True
        daily = number.value == 24 and not folded[max(0, number.start - 2) : number.start].rstrip().endswith(
            "/"
        )
        return not daily and not _lasting().search(before)
    if _RATE_BEFORE.search(folded, max(0, number.start - 12), number.start):
        return True
    if phrase.unit == "năm" and number.of is not None and _OF_YEAR.match(folded, phrase.end):
        return True  # 31/9 năm trước
    if phrase.unit == "tháng" and after.startswith((" chạp", " giêng")):
        return True
    if phrase.unit == "phút" and _MINUTES_OF.search(before):
        return True
    if phrase.unit in {"tháng", "ngày", "quý", "tuần"} and _PART_OF_YEAR.match(after):
        return _PART_OF_YEAR.match(after)[0].split()[-1] in {"năm", "tháng", "quý"}  # type: ignore[index]
    if phrase.unit == "tháng" and number.value <= 31 and whole and _DATE_AFTER.match(after):
        return not _DAYS_AFTER.match(after)
    return (
        phrase.unit == "năm"
        and bool(re.match(r"\s(?:19|20)[0-9]{2}(?!\s?[-–])", after))
        and number.value <= 12
    )

"""Sums of money that a deed governs: what was done with them, to whom, for what."""

from __future__ import annotations

from vnreport.facts import indicators
from vnreport.facts.counted_phrase import generic
from vnreport.facts.governors import is_verb
from vnreport.facts.lists import Reading
from vnreport.facts.narrowing import Left
from vnreport.facts.numeric import Numeric
from vnreport.facts.scope import Scope
from vnreport.facts.words import action_verbs, indicator_head
from vnreport.patterns import lazy
from vnreport.report import Measurement, MoneyMention, PercentMention

_MONEY_DEED = lazy(
    r"(?<![^\W_])(?:xử\s+phạt|phạt|truy\s+thu|thu\s+hồi|hỗ\s+trợ|bồi\s+thường|truy\s+hoàn)(?![^\W_])"
)
"""Deeds that are done with money."""


_ANOTHER_WHO = lazy(
    r"\s*(?:,|và)\s*(?:cá\s+nhân|tổ\s+chức|tập\s+thể|doanh\s+nghiệp|hộ(?:\s+gia\s+đình)?|đơn\s+vị|"
    r"cơ\s+sở(?:\s+kinh\s+doanh)?)\s*"
)
"""Others who are counted with those before, right before a sum."""
_SORT = lazy(
    r"\s+(?:kinh\s+doanh|sản\s+xuất|chế\s+biến|chăn\s+nuôi|vi\s+phạm|buôn\s+bán|vận\s+chuyển)(?:\s*,\s*(?:kinh\s+doanh|chế\s+biến))?\s*"
)
"""What sort those are that are counted, right before a sum."""
_FIELD = lazy(
    r"\s+(?:trong|thuộc|về|trên)\s+(?:lĩnh\s+vực|hoạt\s+động|địa\s+bàn|quy\s+định)[^,;:().\d]{1,60}"
)
_EACH_WHO = lazy(r"\s*,\s*mỗi\s+(?:[^\W\d_]+\s+){1,3}")


def of_counted(scope: Scope, left: Left, last: Measurement, head: str | bool) -> str:
    """Name a sum by the deed done to those that are counted right before it, or nothing."""
    if last.unit == "%" or last.unit.isupper():
        return ""
    start = last.sources["value"].end or left.start
    others = _ANOTHER_WHO.fullmatch(scope.folded, start, left.end) or _EACH_WHO.search(
        scope.folded, start, left.end
    )
    if not left.linker:
        others = others or _SORT.fullmatch(scope.folded, start, left.end)
    # "phạt 100 vụ vi phạm trong lĩnh vực thương mại gần 2 tỷ đồng"
    within = not left.linker and _FIELD.fullmatch(scope.folded, start, left.end)
    if within and head and f" lĩnh vực {head} ".lower() not in f"{scope.folded[start : left.end]} ":
        within = None
    return _fine_of(last.action or "") if others or within else ""


def _fine_of(deed: str) -> str:
    """Give the verb of a deed that is done with money: ``xử phạt`` of ``ra quyết định xử phạt``."""
    found = list(_MONEY_DEED.finditer(deed.lower()))
    return deed[found[-1].start() :] if found else ""


def deed_of(scope: Scope, last: Measurement, mention: Numeric) -> str:
    """Give the verb of a count before a sum that has no words of its own: ``thu hồi 1 xe, 12 triệu đồng``."""
    counted = last.unit != "%" and not last.unit.isupper()
    deed = last.action or ""
    if counted and isinstance(mention, MoneyMention) and (fined := _fine_of(deed)):
        # "ra quyết định xử phạt 51 trường hợp, 402 triệu đồng"
        return fined
    end = last.sources["indicator"].end
    verbs = action_verbs(last.indicator.lower())
    if counted and verbs and isinstance(mention, MoneyMention) and end is not None:
        at = verbs[-1].start()
        of_money = _MONEY_DEED.match(last.indicator.lower(), at) is not None
        if at and of_money and not scope.folded[end : mention.start].strip():
            # "ban hành 156 quyết định xử phạt 772 triệu đồng"
            return last.indicator[at:]
    if last.indicator.lower().startswith(deed.lower()):
        # "Thi hành án tín dụng: 914 việc, 1.987 tỷ đồng"
        return ""
    return (
        deed
        if isinstance(mention, MoneyMention) and counted and deed not in (*generic(), "làm", "có")
        else ""
    )


def done(reading: Reading, name: str) -> str:
    """Give what was done with a sum, all of a row of deeds: ``giảm trừ, khắc phục`` *33 tỷ đồng*."""
    if isinstance(reading.mention, PercentMention) and _UNDERWENT.match(name.lower()):
        # "kiến nghị được chấp nhận từ 80% trở lên"
        return name
    given = _TO_SEVERAL.match(name.lower())
    if given is not None and action_verbs(given["deed"]):
        # "trả lại cho tổ chức, cá nhân 10 tỷ đồng"
        return name[: given.end("deed")]
    deed = _without_whom(indicators.from_verb(name))
    if deed != name or not isinstance(reading.mention, MoneyMention) or len(name.split()) > _DEED:
        return deed
    start = reading.scope.folded.rfind(name.lower(), reading.left.start, reading.left.end)
    return indicators.row_of_deeds(reading.scope, reading.left.start, start, name)


_TO_SEVERAL = lazy(
    r"(?P<deed>[^\W\d_]+(?:\s+[^\W\d_]+){0,4})\s+cho\s+(?:(?:các|những)\s+)?(?:tổ\s+chức|tập\s+thể|cơ\s+quan|đơn\s+vị|"
    r"doanh\s+nghiệp|hộ(?:\s+gia\s+đình)?|cá\s+nhân|cán\s+bộ)\s*(?:,|và)\s[^,;:.]{2,40}$"
)
"""A deed with several to whom money goes."""
_UNDERWENT = lazy(r"(?:(?!được|bị|đã|đều|chỉ|chưa)[^\W\d_]+\s+){1,6}(?:được|bị)\s+[^\W\d_]")
"""What was done to something, said of it."""
_DEED = 5
"""The longest deed that others before a comma share a sum with, in words."""


def _without_whom(phrase: str) -> str:
    """Leave out by name who paid: ``phạt chủ hàng Trần Thị Hoa`` *12 triệu đồng* is a ``phạt``."""
    whom = _WHOM.match(phrase.lower())
    return phrase[: whom.end("deed")] if whom and _NAME.search(phrase, whom.end()) else phrase


_WHOM = lazy(
    r"(?P<deed>(?:(?:ra\s+quyết\s+định\s+)?xử\s+phạt|phạt|truy\s+thu|thu\s+hồi)(?:\s+(?:vi\s+phạm\s+)?hành\s+chính|\s+tiền|\s+bổ\s+sung)?)"
    r"\s+(?:(?:đối\s+với|của)\s+)?(?:công\s+ty|doanh\s+nghiệp|dntn|htx|hợp\s+tác\s+xã|hộ(?:\s+kinh\s+doanh)?|cơ\s+sở|cửa\s+hàng|ông|bà|anh|chị|"
    r"chủ\s+[^\W\d_]+|lái\s+xe|tài\s+xế|đối\s+tượng|nhà\s+thầu|chi\s+nhánh|trường|ngân\s+hàng)(?![^\W_])"
)
"""Who has to pay, behind the verb of it."""
_NAME = lazy(r"\s[A-ZĐÀ-Ỹ]")


def seized(reading: Reading, count: Measurement) -> str:
    """Give what a row of things and a sum is: ``tang vật gồm 8 điện thoại, 2 xe máy và`` *20 triệu đồng*."""
    if count.unit == "%" or count.unit.isupper() or not isinstance(reading.mention, MoneyMention):
        return ""
    if _SEIZES.match((count.action or "").lower()):
        return ""
    start = max(reading.clause.sentence.start, reading.mention.start - _ROW)
    found = _EXHIBITS.search(reading.scope.folded, start, reading.mention.start)
    return reading.scope.text[slice(*found.span("what"))] if found else ""


_ROW = 300
"""The longest row of what was seized, in characters."""
_SEIZES = lazy(r"(?:thu|tạm\s+giữ|tịch\s+thu|bắt\s+giữ|phong\s+tỏa|kê\s+biên)(?![^\W_])")
"""What is done to what was seized, by which a sum is named as well."""
_EXHIBITS = lazy(
    r"(?<![^\W_])(?P<what>tang\s+vật|vật\s+chứng|tang\s+số|chiến\s+lợi\s+phẩm)(?:\s+[^\W\d_]+){0,3}?\s*(?:là|gồm|có|:)[^.;]*$"
)
"""What was seized, over a row of it."""


def with_noun(name: str, following: str) -> str:
    """Name a sum by its deed and the kind of money behind it: ``truy thu 8 tỷ đồng`` *tiền sử dụng đất*.

    The kind alone where the deed says less than it, or where it is not the deed of a sum at all.
    """
    verb = indicators.from_verb(name)
    deed, kind = verb.split(), following.split()
    short = len(deed) <= _VERB and len(kind) <= 2 * len(deed) and kind[0].islower()
    short = short and is_verb(verb) and indicator_head().match(verb.lower()) is None
    return " ".join([*deed, *kind]) if short else following


_VERB = 3
"""The longest deed that is said with the kind of money, in words."""


def paid_of(reading: Reading, facts: list[Measurement], name: str) -> str:
    """Name what was paid of the fines told before: ``tổng số tiền phạt 6 tỷ đồng, đã nộp`` *5 tỷ đồng*."""
    paid = _PAID.fullmatch(name.lower())
    if paid is None or not isinstance(reading.mention, MoneyMention) or not facts:
        return ""
    sums = [f for f in facts[-_FINES:] if f.unit.isupper() and (f.value or 0) >= reading.mention.value]
    fined = sums and "phạt" in sums[-1].indicator.lower()
    return f"{name[slice(*paid.span('verb'))]} tiền phạt" if fined else ""


_FINES = 4
"""How many numbers before a payment may tell the fines."""
_PAID = lazy(
    r"(?P<verb>(?:thực\s+)?(?:nộp|thu))(?:\s+(?:được|vào|(?:ngân\s+sách|kho\s+bạc)(?:\s+nhà\s+nước)?))*"
)
"""What is done with fines, and where they go."""

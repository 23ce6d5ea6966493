"""Which phrase names what a number measures: the one before it, the one behind it, or an earlier one."""

from __future__ import annotations

from vnreport.facts import comparisons, governors, indicators, leads, lists, plans, running, subjects
from vnreport.facts.counted import MEAN, counted
from vnreport.facts.counted_phrase import LIGHT, generic
from vnreport.facts.lists import Reading
from vnreport.facts.narrowing import Left
from vnreport.facts.numeric import Numeric, unit_of
from vnreport.facts.scope import Scope
from vnreport.facts.status import plan_aside
from vnreport.facts.wholes import of_several, outside, whole_of
from vnreport.facts.words import action_verbs, column, indicator_head, measures, phrase_words
from vnreport.patterns import lazy
from vnreport.report import (
    Measurement,
    MoneyMention,
    PercentMention,
    QuantityMention,
)

_LEANS = lazy(
    r"(?:(?:đạt|chiếm|với|có|cho)\s+)*(?:(?P<rate>t[ỷỉ]\s+(?:lệ|trọng))|hoàn\s+thành|thực\s+hiện|đáp\s+ứng|đạt|chiếm)(?:\s+(?:đạt|được|chung|là))?"
)
"""Words of a share that says nothing of what it is a share of."""


def indicator(reading: Reading, facts: list[Measurement], changed: bool) -> tuple[str, float]:
    """Name what a number measures, and how sure that is."""
    scope, mention, left = reading.scope, reading.mention, reading.left
    if (aside := plan_aside(scope, reading.clause, mention.start)) is not None:
        return scope.text[slice(*aside)], 0.75
    name, headed = subjects.subject(scope, left)
    if (each := lists.for_each(reading, name, facts)) is not None:
        return each, 0.8
    money = isinstance(mention, MoneyMention)
    if facts and money and (deed := _of_counted(scope, left, facts[-1], headed and name)):
        # "xử phạt 4 tổ chức, cá nhân 41 triệu đồng"
        return deed, 0.8
    if facts and not name and (owned := of_several(reading, facts)):
        return owned, 0.8
    if total := running.total(reading, facts, name):
        return total, 0.8
    if (not headed or name.isupper()) and (elsewhere := lists.of_another(reading, facts)):
        return elsewhere, 0.8
    if not name and (step := lists.in_step(reading, facts)):
        return step, 0.75
    if not name and (shared := lists.shared(reading, facts)):
        return shared, 0.75
    if name and not headed and (part := leads.under_head(reading, name, facts)):
        return part, 0.8
    if name and not headed and (item := leads.under_rate(reading, name, facts)):
        return item, 0.8
    if name.lower() == "dài" and facts and _right_behind(scope, facts[-1], mention.start):
        # "đường tỉnh 12 tuyến dài 194,3 km"
        return facts[-1].indicator, 0.75
    if name.lower() in phrase_words("dimension") and facts and unit_of(mention) in measures():
        # "Bia cao 2 m, rộng 1 m"
        return _another_size(facts[-1].indicator, name), 0.8
    if name.lower() in column("grades", "grade") and (host := lists.graded_before(facts)):
        return f"{host} {name}", 0.8
    if name.lower() in column("grades", "grade") and (graded := lists.graded(reading)):
        return f"{graded} {name}", 0.8
    if isinstance(mention, QuantityMention):
        return counted(reading, facts, name, headed, changed)
    return _amount(reading, facts, name, headed)


def _right_behind(scope: Scope, last: Measurement, at: int) -> bool:
    """Tell whether a length stands right behind a count of what is so long."""
    counted = last.unit not in measures() and last.unit.islower()
    return counted and scope.folded[last.sources["value"].end or 0 : at].split() == ["dài"]


_THING = 8
"""The longest name of a thing that its other sizes are named by, in words."""


def _another_size(last: str, name: str) -> str:
    """Name one size of a thing by another: ``rộng`` behind ``Bia đá cao`` is ``Bia đá rộng``."""
    thing = last.split()
    if 1 < len(thing) <= _THING and thing[-1].lower() in phrase_words("dimension"):
        return " ".join([*thing[:-1], name])
    return name


def _amount(reading: Reading, facts: list[Measurement], name: str, headed: bool) -> tuple[str, float]:
    """Name what a sum or a share measures, by the subject before it, the numbers before or what follows."""
    scope, mention, left = reading.scope, reading.mention, reading.left
    grade = name.lower() in column("grades", "grade")
    if isinstance(mention, PercentMention) and not grade and MEAN.fullmatch(name.lower()):
        # "Bình quân mỗi năm có 91% chi bộ hoàn thành tốt nhiệm vụ"
        name, headed = "", False
    if name and not headed and (host := lists.host(outside(scope, facts, mention.start), mention, name)):
        return host, 0.8
    apart = not facts or facts[-1].evidence.start < reading.clause.start
    if (
        apart
        and isinstance(mention, PercentMention)
        and (whole := plans.planned(scope, name, mention.end, reading.clause.end))
    ):
        return whole, 0.8
    leaning = _LEANS.fullmatch(name.lower()) if isinstance(mention, PercentMention) else None
    if facts and leaning is not None:
        # "giải quyết 40 đơn, đạt tỷ lệ 90%"
        last, rate = whole_of(scope, facts, mention.start).indicator, leaning.group("rate") or ""
        return (last if last.lower().startswith(rate) else f"{rate} {last}"), 0.8
    unnamed = not headed or name.lower() in ("mức", "mức giá", "con số")
    if unnamed and (level := comparisons.at_level(scope, facts, left.start, mention)):
        return level, 0.75
    told = indicators.about(scope, mention.end, reading.clause.end) if share_of(facts, mention) else None
    again = scope.folded.startswith(" về ", left.start)
    if (
        told is not None
        and (again or not headed)
        and f"{told[0].lower()} ".startswith(
            ("số ", "giá trị ", "diện tích ", "tiền ", "việc ", "vụ ", "bị c")
        )
    ):
        # "đạt tỷ lệ 97% về số vụ và 95% về số bị cáo"
        return told[0].partition(" trong ")[0].partition(" trên ")[0], 0.75
    plan = indicators.names_plan(name)
    # "tỷ lệ hộ dùng nước sạch 87%, phủ sóng 90% thôn", but "bị hủy 0,4%, bị sửa 0,9%"
    does = governors.is_verb(name) and _UNDERGONE.search(scope.folded, left.start, left.end) is None
    leans = name and not headed and not plan and not left.labelled and not does
    aims = bool(facts) and facts[-1].status != "result"
    apart = aims and ";" in scope.folded[facts[-1].sources["value"].end or 0 : left.end]
    if leans and (whole := lists.elliptic(facts, mention, name, apart)):
        return whole, 0.8
    bracketed = left.bracket or (not left.labelled and subjects.is_bracketed(scope, mention.start))
    if facts and bracketed and headed and _in_phrase(scope, facts[-1], mention):
        headed = False
    if facts and bracketed and not headed:
        return lists.labelled(reading) or facts[-1].indicator, 0.75
    aim = isinstance(mention, MoneyMention) and indicators.names_budget(name)
    name = name.removesuffix(" được giao") if aim else name
    if plan and not aim and not name.lower().startswith(("kế hoạch vốn", "kế hoạch đầu tư")):
        name, headed = "", False
        if not facts and (planned := lists.in_unit(reading.around, unit_of(mention))):
            # "Tỷ lệ … đạt 48%. Chỉ tiêu cả năm là 95%."
            return planned, 0.7
    return _by_words(reading, facts, name, headed)


_UNDERGONE = lazy(r"(?<![^\W_])(?:bị|được)\s+[^,;:]{0,20}$|giao\s+và\s*$")
"""What stands before a verb that says what befell the subject of the share before, or who set its plan."""


def _in_phrase(scope: Scope, count: Measurement, mention: Numeric) -> bool:
    """Tell whether the head before a share in brackets only says which things were counted before it.

    ``3 tổ chức tự bảo đảm chi thường xuyên (khoảng 0,5%)``
    """
    end = count.sources["value"].end or 0
    counted = count.unit != "%" and not count.unit.isupper()
    return counted and _PHRASE.fullmatch(scope.folded, end, mention.start) is not None


_PHRASE = lazy(
    r"(?:(?!\s(?:t[ỷỉ]\s+(?:lệ|trọng)|với|đạt|là|có|trong\s+đó)(?![^\W_]))[^,;:.()\d\n]){1,80}\(\s*(?:(?:khoảng|gần|hơn|trên|chiếm)\s+)*"
)


def _by_words(reading: Reading, facts: list[Measurement], name: str, headed: bool) -> tuple[str, float]:
    """Name a sum or a share by the words behind it, the subject before it, or what stands around."""
    scope, mention, left = reading.scope, reading.mention, reading.left
    following = indicators.behind(scope, mention.end, reading.clause.end)
    if following.lower() == "tiền mặt" and action_verbs(name.lower()):
        # "ủng hộ 86 triệu đồng tiền mặt và hàng hóa"
        following = ""
    found = name.lower().endswith("phát hiện") and isinstance(mention, MoneyMention)
    if found and _BREACH.match(following.lower()):
        # "phát hiện hơn 5 tỷ đồng vi phạm"
        return following, 0.8
    if left.linker == "weak" and _STATE.match(following.lower()) and isinstance(mention, MoneyMention):
        # "trong đó có 174 tỷ đồng đủ điều kiện thi hành"
        return following, 0.75
    fund = following.lower().startswith("quỹ ") and len(following.split()) > 2
    share = isinstance(mention, PercentMention) or fund or indicator_head().match(following.lower())
    open_label = left.colon and not headed and len(following.split()) > 1
    # "… 34% dân số, song đóng góp 60% thu ngân sách"
    gives = not name and "góp" in scope.folded[left.end : mention.start]
    open_label = open_label or (gives and not following.lower().startswith(("vào ", "cho ")))
    if (
        following
        and share
        and (left.linker != "strong" or open_label or (not headed and isinstance(mention, MoneyMention)))
        and not (headed and not governors.is_verb(name))
    ):
        # "giải ngân 100% vốn đầu tư", "bố trí 4,5 tỷ đồng ngân sách địa phương"
        return following, 0.85
    if (
        isinstance(mention, MoneyMention)
        and governors.is_verb(name)
        and _GIVEN.search(scope.folded, left.start, left.end)
        and (given := lists.topic(reading))
        and indicator_head().match(given.lower())
    ):
        # "Kinh phí sự nghiệp môi trường: được cấp 12,4 tỷ đồng"
        return given, 0.8
    if name and (headed or left.linker in ("strong", "")):
        # A head alone may be a verb that leans on what was said before: "đã thu 954 triệu đồng".
        sure = 0.95 if " " in name else 0.75
        return (name, sure) if headed else (name if left.linker == "strong" else _done(reading, name), 0.8)
    return _from_around(reading, facts, name, following)


def _done(reading: Reading, name: str) -> str:
    """Give what was done with a sum, all of a row of deeds: ``giảm trừ, khắc phục`` *33 tỷ đồng*."""
    if isinstance(reading.mention, PercentMention) and _UNDERWENT.match(name.lower()):
        # "kiến nghị được chấp nhận từ 80% trở lên"
        return name
    deed = _without_whom(indicators.from_verb(name))
    if deed != name or not isinstance(reading.mention, MoneyMention) or len(name.split()) > _DEED:
        return deed
    start = reading.scope.folded.rfind(name.lower(), reading.left.start, reading.left.end)
    return indicators.row_of_deeds(reading.scope, reading.left.start, start, name)


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


_BREACH = lazy(r"(?:vi\s+phạm|sai\s+phạm)(?![^\W_])")
_STATE = lazy(r"(?:(?:chưa\s+|không\s+)?(?:đủ|có)\s+điều\s+kiện|chưa|không|quá\s+hạn)(?![^\W_])")
"""What is said behind a sum of which part of a whole it is."""
_GIVEN = lazy(
    r"(?<![^\W_])được\s+(?:giao|cấp|bố\s+trí|phân\s+bổ|phê\s+duyệt|duyệt)\s*$|"
    r":\s*(?:(?:đã|mới|ước)\s+){0,2}(?:giải\s+ngân|thanh\s+toán|phân\s+bổ|bố\s+trí)(?:\s+(?:được|đạt))?\s*$"
)
"""What is done to money that is given."""


def share_of(facts: list[Measurement], mention: Numeric) -> bool:
    """Tell whether a number is a share that goes on with another share."""
    return isinstance(mention, PercentMention) and bool(facts) and facts[-1].unit == "%"


_ALONE = lazy(
    r"(?:[\s\-–+•*,]|(?<![^\W_])(?:đặc\s+biệt|tuy\s+nhiên|song|nhưng|như\s+vậy|theo\s+đó|đồng\s+thời|như\s+vậy|chỉ|mới|ước|đã|đạt|chiếm|bằng|"
    r"hoàn\s+thành|tương\s+đương|vượt|tăng|giảm|đến|tới|gần|hơn|trên|khoảng|được)(?![^\W_]))*"
)
"""What opens a sentence that goes on with the one before, up to its share: ``Đạt 95% kế hoạch``."""


def goes_on(scope: Scope, sentence: int, start: int) -> bool:
    """Tell whether nothing that names a subject stands between the head of a sentence and a place in it."""
    return _ALONE.fullmatch(scope.folded, sentence, start) is not None and start > sentence


def _from_around(reading: Reading, facts: list[Measurement], name: str, following: str) -> tuple[str, float]:
    """Name a number without a noun of its own by what was said before, the topic, or the heading above."""
    scope, mention, left = reading.scope, reading.mention, reading.left
    sentence = reading.clause.sentence.start
    share = isinstance(mention, PercentMention)
    if share and reading.around and not facts and not name and goes_on(scope, sentence, mention.start):
        # "Diện tích ngô là 40 ha. Đạt 95% so với kế hoạch."
        return reading.around[-1].indicator, 0.7
    if facts:
        count = facts[-1]
        if isinstance(mention, MoneyMention) and (
            part := plans.part_of_sum(scope, facts, reading.clause.start, mention)
        ):
            return part, 0.8
        if isinstance(mention, PercentMention):
            count = whole_of(scope, facts, mention.start)
        return _seized(reading, count) or _deed_of(scope, count, mention) or count.indicator, 0.8
    if name:
        return name, 0.65
    if about := subjects.topic(scope, reading.clause.start, left.end):
        return about, 0.7
    if following:
        return following, 0.6
    if before := lists.in_unit(reading.around, unit_of(mention)):
        # "Thu tháng 8 đạt 4 tỷ đồng. Lũy kế 8 tháng đạt 30 tỷ đồng."
        return before, 0.7
    headings = scope.headings(reading.clause.sentence)
    if share and (deed := _deed_before(reading)):
        return deed, 0.6
    if headings:
        return indicators.heading_indicator(scope, headings[0]), 0.6
    return "", 0.0


def _deed_before(reading: Reading) -> str:
    """Give what was done before the comma of a share of a plan: ``tổ chức giao quân, đạt 100% chỉ tiêu``."""
    scope, clause, left = reading.scope, reading.clause, reading.left
    comma = scope.folded.rfind(",", clause.start, left.end)
    if comma < 0 or _OF_PLAN.match(scope.folded, reading.mention.end) is None:
        return ""
    name, _ = subjects.subject(scope, Left(clause.start, comma, "strong"))
    verbs = action_verbs(name.lower())
    if not verbs:
        return ""
    light = verbs[0][0] in LIGHT and verbs[0].end() < len(name)
    return name[verbs[0].end() if light else verbs[0].start() :].strip()


def _seized(reading: Reading, count: Measurement) -> str:
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
_OF_PLAN = lazy(r"\s*(?:dự\s+toán|kế\s+hoạch|kh|chỉ\s+tiêu|nghị\s+quyết|nq)(?![^\W_])")


_MONEY_DEED = lazy(
    r"(?<![^\W_])(?:xử\s+phạt|phạt|truy\s+thu|thu\s+hồi|hỗ\s+trợ|bồi\s+thường|truy\s+hoàn)(?![^\W_])"
)
"""Deeds that are done with money."""


_ANOTHER_WHO = lazy(
    r"\s*(?:,|và)\s*(?:cá\s+nhân|tổ\s+chức|tập\s+thể|doanh\s+nghiệp|hộ(?:\s+gia\s+đình)?|đơn\s+vị|"
    r"cơ\s+sở(?:\s+kinh\s+doanh)?)\s*"
)
"""Others who are counted with those before, right before a sum."""
_FIELD = lazy(
    r"\s+(?:trong|thuộc|về|trên)\s+(?:lĩnh\s+vực|hoạt\s+động|địa\s+bàn|quy\s+định)[^,;:().\d]{1,60}"
)
_EACH_WHO = lazy(r"\s*,\s*mỗi\s+(?:[^\W\d_]+\s+){1,3}")


def _of_counted(scope: Scope, left: Left, last: Measurement, head: str | bool) -> str:
    """Name a sum by the deed done to those that are counted right before it, or nothing."""
    if last.unit == "%" or last.unit.isupper():
        return ""
    start = last.sources["value"].end or left.start
    others = _ANOTHER_WHO.fullmatch(scope.folded, start, left.end) or _EACH_WHO.search(
        scope.folded, start, left.end
    )
    # "phạt 100 vụ vi phạm trong lĩnh vực thương mại gần 2 tỷ đồng"
    within = not left.linker and _FIELD.fullmatch(scope.folded, start, left.end)
    if within and head and f" lĩnh vực {head} ".lower() not in f"{scope.folded[start : left.end]} ":
        within = None
    return _fine_of(last.action or "") if others or within else ""


def _fine_of(deed: str) -> str:
    """Give the verb of a deed that is done with money: ``xử phạt`` of ``ra quyết định xử phạt``."""
    found = list(_MONEY_DEED.finditer(deed.lower()))
    return deed[found[-1].start() :] if found else ""


def _deed_of(scope: Scope, last: Measurement, mention: Numeric) -> str:
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

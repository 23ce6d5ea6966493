"""Which phrase names what a number measures: the one before it, the one behind it, or an earlier one."""

from __future__ import annotations

from vnreport.facts import (
    comparisons,
    governors,
    grading,
    indicators,
    leads,
    lists,
    money_deeds,
    plans,
    referring,
    running,
    subjects,
)
from vnreport.facts.counted import MEAN, counted
from vnreport.facts.counted_phrase import LIGHT
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
    if back := referring.meant(reading, facts, name):
        return back, 0.8
    if series := referring.dated(reading, facts, name):
        return series, 0.8
    if (each := lists.for_each(reading, name, facts)) is not None:
        return each, 0.8
    money = isinstance(mention, MoneyMention)
    if facts and money and (deed := money_deeds.of_counted(scope, left, facts[-1], headed and name)):
        # "xử phạt 4 tổ chức, cá nhân 41 triệu đồng"
        return deed, 0.8
    granted = money and left.linker == "strong" and _GRANTED.fullmatch(name.lower()) is not None
    if facts and (not name or granted) and (owned := of_several(reading, facts)):
        return owned, 0.8
    if paid := money_deeds.paid_of(reading, facts, name):
        return paid, 0.8
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
    if name.lower() in column("grades", "grade") and (host := grading.graded_before(facts)):
        return f"{host} {name}", 0.8
    if name.lower() in column("grades", "grade") and (graded := grading.graded(reading)):
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
    if facts and bracketed and not headed and not (name and _own_clause(reading, facts[-1])):
        return lists.labelled(reading) or facts[-1].indicator, 0.75
    aim = isinstance(mention, MoneyMention) and indicators.names_budget(name)
    name = name.removesuffix(" được giao") if aim else name
    if plan and not aim and not name.lower().startswith(("kế hoạch vốn", "kế hoạch đầu tư")):
        name, headed = "", False
        if not facts and (planned := lists.in_unit(reading.around, unit_of(mention))):
            # "Tỷ lệ … đạt 48%. Chỉ tiêu cả năm là 95%."
            return planned, 0.7
    return _by_words(reading, facts, name, headed)


def _own_clause(reading: Reading, last: Measurement) -> bool:
    """Tell whether a semicolon parts the words before a bracket from the number before them."""
    end = last.sources["value"].end or 0
    money = isinstance(reading.mention, MoneyMention)
    return money and reading.scope.folded.find(";", end, reading.mention.start) >= 0


_GRANTED = lazy(r"(?:đã\s+)?(?:được\s+)?(?:giao|cấp|duyệt|phê\s+duyệt|phân\s+bổ|bố\s+trí)")
"""What is said of a sum whose name a count ends: ``vốn đầu tư 24 xã được giao là`` *16 tỷ đồng*."""
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
    if following.lower() == "tiền mặt":
        # "ủng hộ 86 triệu đồng tiền mặt và hàng hóa", "góp 90 ngày công và 6 triệu đồng tiền mặt"
        deed = facts[-1].action if facts and not name else None
        following = "" if action_verbs(name.lower()) else f"{deed or ''} {following}".strip()
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
    judged = _judged(scope, facts, mention, following) if isinstance(mention, PercentMention) else ""
    if judged:
        return judged, 0.8
    if (
        following
        and share
        and (left.linker != "strong" or open_label or (not headed and isinstance(mention, MoneyMention)))
        and not (headed and not governors.is_verb(name))
    ):
        # "giải ngân 100% vốn đầu tư", "bố trí 4,5 tỷ đồng ngân sách địa phương"
        if isinstance(mention, MoneyMention) and left.linker == "":
            following = money_deeds.with_noun(name, following)
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
        return (
            (name, sure)
            if headed
            else (name if left.linker == "strong" else money_deeds.done(reading, name), 0.8)
        )
    return _from_around(reading, facts, name, following)


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


def _judged(scope: Scope, facts: list[Measurement], mention: PercentMention, following: str) -> str:
    """Name a share by what it says of what was counted: ``cấp 90 phiếu, 100%`` *đúng hạn*, or nothing."""
    if not facts or _JUDGEMENT.fullmatch(following.lower()) is None:
        return ""
    count = whole_of(scope, [f for f in facts if f.unit != "%"] or facts, mention.start)
    if count.unit == "%" or count.unit.isupper() or len(count.indicator.split()) > _THING:
        return ""
    return f"{count.indicator} {following}"


_JUDGEMENT = lazy(
    r"(?:(?:được\s+)?(?:giải\s+quyết|trả|xử\s+lý|trả\s+lời)\s+)?(?:đúng|trước|sớm|quá|trễ|chậm)\s+(?:thời\s+)?hạn|"
    r"đúng\s+và\s+trước\s+hạn|trước\s+và\s+đúng\s+hạn|(?:đạt|không\s+đạt)(?:\s+(?:yêu\s+cầu|chuẩn|tiêu\s+chuẩn))?|hài\s+lòng|rất\s+hài\s+lòng"
)
"""What a share says of those that were counted before it."""


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
    if left.linker == "weak" and isinstance(mention, MoneyMention) and indicators.holds_money(name):
        return name, 0.8
    if facts:
        count = facts[-1]
        if isinstance(mention, MoneyMention) and (
            part := plans.part_of_sum(scope, facts, reading.clause.start, mention)
        ):
            return part, 0.8
        if isinstance(mention, PercentMention):
            count = whole_of(scope, facts, mention.start)
        return money_deeds.seized(reading, count) or money_deeds.deed_of(
            scope, count, mention
        ) or count.indicator, 0.8
    if name:
        return name, 0.65
    if about := subjects.topic(scope, reading.clause.start, left.end):
        return about, 0.7
    if following:
        return following, 0.6
    if before := lists.in_unit(reading.around, unit_of(mention)):
        # "Thu tháng 8 đạt 4 tỷ đồng. Lũy kế 8 tháng đạt 30 tỷ đồng."
        return before, 0.7
    if isinstance(mention, MoneyMention) and reading.governor is not None and reading.governor.action:
        # "hỗ trợ Sơn La, Lai Châu mỗi tỉnh 20 tỷ đồng"
        return reading.governor.action, 0.6
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


_OF_PLAN = lazy(r"\s*(?:dự\s+toán|kế\s+hoạch|kh|chỉ\s+tiêu|nghị\s+quyết|nq)(?![^\W_])")

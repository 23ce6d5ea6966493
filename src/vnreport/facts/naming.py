"""Which phrase names what a number measures: the one before it, the one behind it, or an earlier one."""

from __future__ import annotations

from functools import cache

from vnreport.facts import comparisons, governors, indicators, lists, subjects
from vnreport.facts.brackets import last_open
from vnreport.facts.governors import Governor
from vnreport.facts.lists import Reading
from vnreport.facts.numeric import Numeric, is_measure, unit_of
from vnreport.facts.scope import Scope
from vnreport.facts.status import plan_aside
from vnreport.facts.words import column, indicator_head
from vnreport.lexicon import table
from vnreport.mentions.quantities.grammar import grammar
from vnreport.patterns import lazy
from vnreport.report import (
    Measurement,
    MoneyMention,
    PercentMention,
    QuantityMention,
    TimeMention,
)

_EMPTY_HEADS = frozenset(("số", "tổng", "tổng số", "số lượng", "tổng cộng", "mức", "bình quân", "trung bình"))
"""Heads that say nothing without a complement: ``nâng tổng số lên 2.415 hội viên``."""

_RESTRICTS = lazy(
    r" (?:bị|được|chưa|không|có|đăng ký|tham gia|tham dự|đạt chuẩn|khiếu nại|vi phạm|thuộc|còn|ngừng|"
    r"tạm ngừng|hoàn thành|quá hạn|tồn đọng)(?![^\W_])"
)
"""Verbs that say which ones are counted, however much follows."""
_CASES = frozenset(("trường hợp", "lượt", "lần", "ca", "đồng chí"))
"""Nouns that count what was done: they need all of it (``tước giấy phép lái xe 33 trường hợp``)."""
_PRESENT = lazy(r"(?<![^\W_])(?:hiện|thực|còn|có\s+mặt)(?:\s+(?:có|tại|lại|mặt))*\s*$")
"""What tells how many there are of what was counted before."""
_LINE = 14
"""The longest line above a list that names what its items count, in words."""
_EVENTS = frozenset(("vụ", "vụ việc", "vụ án", "việc", "ca", "cuộc", "đợt"))
"""Counted nouns that stand for what was counted before in full."""

_RATE = lazy(r"[^\W\d_]+\d?(?:\s[^\W\d_]+)?\s?/\s?(?:\d[\d.,]*\s?)?[^\W\d_A-ZĐ]+\d?(?:\s[^\W\d_]+)?")
"""A count by something else: ``người/km2``, ``máy/100 dân``."""

_APART = lazy(r"[,;:]|(?<![^\W_])(?:và|gồm)(?![^\W_])")
"""What parts a label from the number before it."""
_WITH = lazy(r"\s*(?:(?:[^\W\d_]+\s*){0,2}/|(?:,\s*)?(?:với|cùng)(?:\s+(?:tổng\s+)?số)?)\s*")
"""What joins a count to one that only says how large it is."""
_LEANS = lazy(
    r"(?:(?:đạt|chiếm|với|có|cho)\s+)*(?:(?P<rate>t[ỷỉ]\s+(?:lệ|trọng))|hoàn\s+thành|thực\s+hiện|đạt|chiếm)(?:\s+(?:đạt|chung|là))?"
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
    if not name and (shared := lists.shared(reading, facts)):
        return shared, 0.75
    if name.lower() in column("grades", "grade") and (graded := lists.graded(reading)):
        return f"{graded} {name}", 0.8
    if isinstance(mention, QuantityMention):
        return _counted(reading, facts, name, headed, changed)
    if name and not headed and (host := lists.host(facts, mention, name)):
        return host, 0.8
    leaning = _LEANS.fullmatch(name.lower()) if isinstance(mention, PercentMention) else None
    if facts and leaning is not None:
        # "giải quyết 40 đơn, đạt tỷ lệ 90%"
        last, rate = _whole_of(scope, facts, mention.start).indicator, leaning.group("rate") or ""
        return (last if last.lower().startswith(rate) else f"{rate} {last}"), 0.8
    if level := comparisons.at_level(scope, facts, left.start, mention):
        return level, 0.75
    plan = indicators.names_plan(name)
    leans = name and not headed and not plan and not left.labelled
    if leans and (whole := lists.elliptic(facts, mention, name)):
        return whole, 0.8
    bracketed = left.bracket or (not left.labelled and subjects.is_bracketed(scope, mention.start))
    if facts and bracketed and not headed:
        return lists.labelled(reading) or facts[-1].indicator, 0.75
    if plan and not name.lower().startswith("kế hoạch vốn"):
        name, headed = "", False
        if not facts and (planned := lists.in_unit(reading.around, unit_of(mention))):
            # "Tỷ lệ … đạt 48%. Chỉ tiêu cả năm là 95%."
            return planned, 0.7
    following = indicators.behind(scope, mention.end, reading.clause.end)
    fund = following.lower().startswith("quỹ ") and len(following.split()) > 2
    share = isinstance(mention, PercentMention) or fund or indicator_head().match(following.lower())
    open_label = left.colon and not headed and len(following.split()) > 1
    if (
        following
        and share
        and (left.linker != "strong" or open_label or (not headed and isinstance(mention, MoneyMention)))
        and not (headed and not governors.is_verb(name))
    ):
        # "giải ngân 100% vốn đầu tư", "bố trí 4,5 tỷ đồng ngân sách địa phương"
        return following, 0.85
    if name and (headed or left.linker in ("strong", "")):
        # A head alone may be a verb that leans on what was said before: "đã thu 954 triệu đồng".
        sure = 0.95 if " " in name else 0.75
        return (
            (name, sure) if headed else (name if left.linker == "strong" else indicators.from_verb(name), 0.8)
        )
    return _from_around(reading, facts, name, following)


def _from_around(reading: Reading, facts: list[Measurement], name: str, following: str) -> tuple[str, float]:
    """Name a number without a noun of its own by what was said before, the topic, or the heading above."""
    scope, mention, left = reading.scope, reading.mention, reading.left
    if facts:
        if not name and (owned := _of_several(reading, facts)):
            return owned, 0.8
        count = facts[-1]
        if isinstance(mention, PercentMention):
            count = _whole_of(scope, facts, mention.start)
        return _deed_of(count, mention) or count.indicator, 0.8
    if name:
        return name, 0.65
    if about := subjects.topic(scope, reading.clause.start, left.end):
        return about, 0.7
    if following:
        return following, 0.6
    if running := lists.in_unit(reading.around, unit_of(mention)):
        # "Thu tháng 8 đạt 4 tỷ đồng. Lũy kế 8 tháng đạt 30 tỷ đồng."
        return running, 0.7
    headings = scope.headings(reading.clause.sentence)
    if headings:
        return indicators.heading_indicator(scope, headings[0]), 0.6
    return "", 0.0


_OF_SEVERAL = lazy(
    r"(?<![^\W_])của\s+(?:(?:các|cả|toàn\s+bộ|tất\s+cả|công\s+an|ubnd|nhóm|riêng|trên|hơn|gần|khoảng)\s+)*$"
)
"""What makes a count the owner of what is measured: ``giá trị sản xuất của`` *12 xã* ``đạt 310 tỷ đồng``."""


def _of_several(reading: Reading, facts: list[Measurement]) -> str:
    """Give the subject whose owners the number before counts; empty where it counts something else."""
    scope, left = reading.scope, reading.left
    span = facts[-1].sources["value"]
    start, end = span.start or 0, span.end or 0
    if left.linker != "strong" or start < reading.clause.start or facts[-1].unit in ("%", "VND"):
        return ""
    owned = _OF_SEVERAL.search(scope.folded, max(reading.clause.start, start - 40), start)
    if owned is None or _PARTED.search(scope.folded, end, left.end):
        return ""
    before = facts[-2].sources["value"].end or 0 if len(facts) > 1 else 0
    floor = max(reading.clause.start, before)
    name, headed = subjects.subject(scope, subjects.Left(floor, owned.start(), "strong"))
    return name if headed else ""


_PARTED = lazy(r"[,;:()]")


def _counted(
    reading: Reading, facts: list[Measurement], name: str, headed: bool, changed: bool
) -> tuple[str, float]:
    """Name what a quantity measures: the named indicator before it, or the counted phrase."""
    scope, mention, left = reading.scope, reading.mention, reading.left
    assert isinstance(mention, QuantityMention)
    if left.linker == "preposition":
        name, headed = "", False
    if name and not headed and (host := lists.host(facts, mention, name)):
        return host, 0.8
    if name and not headed and "/" in mention.unit and (whole := lists.elliptic(facts, mention, name)):
        return whole, 0.8
    if name and not any(char.isalpha() for char in mention.text):
        # "(khởi tố 83, tạm đình chỉ 2)": a part without a noun of its own.
        exceeds = headed and f" quá {name.lower()}" in scope.folded[left.start : left.end]
        return f"quá {name}" if exceeds else name, 0.75
    if not name and facts and _is_dated_bracket(reading.scope, left):
        # "46 đảng viên vi phạm … (năm 2009: 61 người)"
        return _whole_of(scope, facts, mention.start).indicator, 0.8
    words = f" {name.lower()} "
    weak = mention.unit.lower() in column("weak_nouns", "noun")
    what = mention.what.strip().lower()
    rate = (
        "/" in what
        and _RATE.fullmatch(mention.what.strip()) is not None
        and not all(part.strip() in grammar().admin for part in what.split("/"))
    )
    bare = what == mention.unit.strip().lower() or rate or what in column("weak_nouns", "noun")
    measure = is_measure(mention) or rate
    counts = bare and name.lower().startswith(("số ", "tổng số ", "số lượng ", "tổng "))
    named = left.linker == "strong" or changed or left.opens_with_head or (measure and bare) or counts
    if name and headed and named and name.lower() not in _EMPTY_HEADS:
        return name, 0.95
    repeated = left.linker == "strong" and f" {what} " in words
    copula = repeated or (left.copula and len(name.split()) > 5)
    if bare and left.linker == "weak" and words.find(f" {what} ") in range(12):
        # "đơn thuộc lĩnh vực hành chính có 33 đơn"
        return name, 0.8
    if name and bare and (measure or weak or copula) and (left.linker == "strong" or changed):
        return name, 0.8
    if name and bare and subjects.is_bracketed(reading.scope, mention.start):
        apart = not facts or _APART.search(reading.scope.folded, left.start, left.end)
        # "giải tán 04 điểm nhóm của tổ chức khác (37 người)": the words belong to the number before.
        return (name if apart or indicators.names_plan(name) else mention.what), 0.8
    if bare and measure:
        verb = reading.governor
        if name and verb is None and (2 <= len(name.split()) <= 8 or lists.is_product(name)):
            return name, 0.75
        if verb is not None and (topic := indicators.before_verb(name)):
            # "cây ngô trồng được 1.022 ha"
            return topic, 0.8
        if verb is not None and verb.deed and left.linker != "strong":
            # "giao khoán bảo vệ 31 ha"
            return verb.deed, 0.75
        if facts and not name and (owned := _of_several(reading, facts)):
            return owned, 0.8
        alike = [f for f in facts if f.unit == mention.unit]
        if alike or (facts and not name):
            return (alike or facts)[-1].indicator, 0.7
        return indicators.from_verb(name) if verb else name or mention.what, 0.7
    return _phrase(reading, facts, name, bare, weak)


def _is_dated_bracket(scope: Scope, left: subjects.Left) -> bool:
    """Tell whether a bracket before a number holds a time alone: ``(năm 2009: 61 người)``."""
    at = last_open(scope.folded, left.start, left.end)
    inner = scope.between(at + 1, left.end) if at >= 0 else []
    return len(inner) == 1 and isinstance(inner[0], TimeMention)


_IN_ROW = lazy(r"(?:\s[^\W\d_]+){0,6},\s*")
_RATIO = lazy(r"\d[\d.]*\s?/\s?\d")


def _whole_of(scope: Scope, facts: list[Measurement], at: int) -> Measurement:
    """Give the count that a share is of: ``731 vụ`` of ``731 vụ với 1.297 bị cáo, đạt 98%``."""
    facts = [fact for fact in facts if not comparisons.is_aside(scope, fact, at)] or facts
    last = len(facts) - 1
    while last > 0 and facts[last].unit not in ("%", "VND"):
        first, second = facts[last - 1].sources["value"], facts[last].sources["value"]
        between = scope.folded[first.end or 0 : second.start or 0]
        # "185/207 vụ, 403 đối tượng, đạt 89,4%": the count that says of how many
        of_how_many = _IN_ROW.fullmatch(between) is not None and all(
            bool(_RATIO.match(scope.folded, fact.start or 0)) is over
            for fact, over in ((first, True), (second, False))
        )
        if not of_how_many and _WITH.fullmatch(between) is None:
            break
        last -= 1
    return facts[last]


def _deed_of(last: Measurement, mention: Numeric) -> str:
    """Give the verb of a count before a sum that has no words of its own: ``thu hồi 1 xe, 12 triệu đồng``."""
    counted = last.unit != "%" and not last.unit.isupper()
    deed = last.action or ""
    if last.indicator.lower().startswith(deed.lower()):
        # "Thi hành án tín dụng: 914 việc, 1.987 tỷ đồng"
        return ""
    return (
        deed
        if isinstance(mention, MoneyMention) and counted and deed not in (*_generic(), "làm", "có")
        else ""
    )


def _phrase(
    reading: Reading, facts: list[Measurement], name: str, bare: bool, weak: bool
) -> tuple[str, float]:
    """Give the counted phrase, with what the text says of it where the noun alone says too little."""
    mention, left = reading.mention, reading.left
    assert isinstance(mention, QuantityMention)
    phrase = mention.what
    if is_measure(mention):
        phrase = phrase[len(mention.unit) :].strip() or phrase
    more = indicators.modifying_verb(reading.scope, mention.end, reading.clause.end, bare)
    if not weak and _RESTRICTS.match(more) is None and len(more.split()) > 2 * len(phrase.split()):
        more = ""
    if not bare or more:
        return phrase + more, 0.85 if bare else 0.92
    governor = reading.governor if left.linker != "preposition" else None
    verb = governor.action if governor else None
    whole = _whole(facts, mention)
    label = name if verb is None and 0 < len(name.split()) <= (10 if weak else 5) else ""
    if weak and verb is None and (like := _alike(facts, mention)):
        # "Biên chế được giao là 236 người, hiện có 221 người, còn thiếu 15 người"
        if name == "thiếu":
            return f"{like} {name}", 0.75
        if not name and _PRESENT.search(reading.scope.folded, left.start, mention.start):
            return like, 0.75
    if whole is not None and (label or left.linker == "weak"):
        # "742 đơn, trong đó: khiếu nại 511 đơn": a part is named by its label alone.
        return f"{whole} {label}".strip(), 0.75
    if weak and not name and verb is None and (like := _alike(facts, mention)):
        # "Lào Cai 5 người chết; Cao Bằng 6 người"
        return like, 0.75
    if mention.unit.lower() in _CASES and verb is not None and verb.lower() not in _generic():
        # "tước giấy phép lái xe 33 trường hợp"
        return f"{verb} {phrase}", 0.75
    part = whole is not None and len(whole.split()) > 2 and mention.unit.lower() in _EVENTS
    if part and governor is not None and not left.linker and (deed := governor.deed):
        # "phát hiện 71 vụ vi phạm, trong đó phá rừng trái phép 12 vụ"
        return f"{deed} {phrase}", 0.75
    if verb is not None and part and whole is not None:
        # "xảy ra 71 vụ phạm pháp hình sự, làm rõ 62 vụ"
        return whole, 0.75
    if weak and not name and verb is None and (above := _announced(reading, mention)):
        return above, 0.7
    if weak and governor is not None and governor.action.lower() in _generic():
        return _of_generic(reading, governor, whole, phrase)
    if weak and governor is not None:
        # "khiển trách 16 đồng chí": the verb before the number says what is counted.
        return f"{governor.verb} {phrase}", 0.75
    if governor is not None and whole is not None and governor.action.lower() not in _generic():
        # "kỷ luật 40 đảng viên: khiển trách 31 đảng viên, cảnh cáo 9 đảng viên": only the verbs differ.
        return f"{governor.verb} {phrase}", 0.75
    if weak and label and left.linker == "" and indicator_head().match(label.lower()):
        # "dân số 512.400 người"
        return label, 0.85
    if weak and label and left.linker == "":
        return f"{label} {phrase}", 0.7
    return phrase, 0.85


@cache
def _generic() -> dict[str, bool]:
    return {row["verb"]: bool(row["subject"]) for row in table("generic_verbs")}


def _of_generic(reading: Reading, verb: Governor, whole: str | None, phrase: str) -> tuple[str, float]:
    """Name what a verb without meaning of its own counts: ``va chạm giao thông xảy ra 7 vụ``."""
    if _generic()[verb.action.lower()]:
        end = verb.start if verb.close else reading.left.end
        subject, _ = subjects.subject(reading.scope, reading.left._replace(end=end))
        if 2 <= len(subject.split()) <= 8:
            return subject, 0.75
    return whole or phrase, 0.75


def _announced(reading: Reading, mention: QuantityMention) -> str:
    """Give the line above a list where it says what the items count: ``Số vụ cháy: - Xã Tân Lập: 2 vụ``."""
    for heading in reading.scope.headings(reading.clause.sentence)[:1]:
        words = f" {indicators.heading_indicator(reading.scope, heading)} "
        if f" {mention.unit.lower()} " in words.lower() and len(words.split()) <= _LINE:
            return words.strip()
    return ""


def _alike(facts: list[Measurement], mention: QuantityMention) -> str:
    """Give the indicator of the last number in the same unit, or nothing."""
    unit = mention.unit.lower()
    return next((fact.indicator for fact in reversed(facts) if fact.unit.lower() == unit), "")


def _whole(facts: list[Measurement], mention: QuantityMention) -> str | None:
    """Give the counted phrase of an earlier number in the same unit, of which this one may be a part."""
    unit = mention.unit.lower()
    for fact in facts:
        if fact.unit.lower() == unit:
            full = fact.indicator.lower().startswith(unit) and fact.sources["indicator"].rule == "counted"
            return fact.indicator if full else mention.unit
    return None

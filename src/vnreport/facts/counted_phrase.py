"""The phrase that counts, with what the text says of it where its noun says too little alone."""

from __future__ import annotations

from functools import cache

from vnreport.facts import indicators, lists, subjects
from vnreport.facts.diseases import of_disease
from vnreport.facts.governors import Governor, is_offence
from vnreport.facts.lists import Reading
from vnreport.facts.matters import is_matter
from vnreport.facts.numeric import is_measure, unit_of
from vnreport.facts.parts_told import are_parts, breach, with_own_people
from vnreport.facts.sharing import line_label
from vnreport.facts.under_heading import event, occurring
from vnreport.facts.undergone import apart_in_brackets, at_places, suffered, who_left
from vnreport.facts.wholes import before_bracket, of_parts
from vnreport.facts.words import acting_noun, action_verbs, indicator_head, phrase_words
from vnreport.lexicon import table
from vnreport.patterns import lazy
from vnreport.report import Measurement, QuantityMention

_RESTRICTS = lazy(
    r" (?:bị|được|chưa|không|có|đăng ký|tham gia|tham dự|đạt chuẩn|khiếu nại|vi phạm|thuộc|còn|ngừng|nhiễm|"
    r"tạm ngừng|hoàn thành|quá hạn|tồn đọng)(?![^\W_])"
)
"""Verbs that say which ones are counted, however much follows."""
_PRESENT = lazy(r"(?<![^\W_])(?:hiện|thực|còn|có\s+mặt)(?:\s+(?:có|tại|lại|mặt))*\s*$")
"""What tells how many there are of what was counted before."""
_ITEM, _PART, _NAME = 10, 8, 5
"""The longest label before a weak noun, before a part of what was counted and before another noun."""
_ALL = ("các ", "những ", "toàn ", "cả ")
_LINE = 14
"""The longest line above a list that names what its items count, in words."""
_CAUSED = lazy(r"làm\s+(?P<state>chết|bị\s+thương|mất\s+tích)")
"""Verbs of what befell those that are counted."""


def of_phrase(
    reading: Reading, facts: list[Measurement], name: str, bare: bool, weak: bool
) -> tuple[str, float]:
    """Give the counted phrase, with what the text says of it where the noun alone says too little."""
    mention, left = reading.mention, reading.left
    assert isinstance(mention, QuantityMention)
    phrase = mention.what
    if is_measure(mention):
        phrase = phrase[len(mention.unit) :].strip() or phrase
    if phrase.lower() == "còn lại" and (like := _alike(facts, mention)):
        # "cháy 2.750 m2 nhà xưởng; cứu được 1.900 m2 còn lại"
        return like, 0.75
    more = indicators.modifying_verb(reading.scope, mention.end, reading.clause.end, bare, weak)
    if not weak and _RESTRICTS.match(more) is None and len(more.split()) > 2 * len(phrase.split()):
        more = ""
    phrase += indicators.more_deeds(reading.scope, mention.end, reading.clause.end, phrase)
    if not bare or more:
        phrase += of_disease(reading, name)
        return phrase + more, 0.85 if bare else 0.92
    governor = reading.governor if left.linker != "preposition" else None
    verb = governor.action if governor else None
    whole = None if with_own_people(reading) else _whole(facts, mention)
    longest = _ITEM if weak else _PART if whole is not None and not left.linker else _NAME
    fits = 0 < len(name.split()) <= longest and not (longest == _PART and name.startswith(_ALL))
    label = name if verb is None and fits else ""
    if label.lower().endswith(" xảy ra") and len(label.split()) > _SUBJECT:
        # "trong đó án cướp tài sản xảy ra 12 vụ"
        if (label := label[: -len(" xảy ra")]).lower() not in phrase_words("nothing"):
            where = label.lower() in phrase_words("area")
            return (f"{whole or phrase} {label}" if where else label), 0.75
        return event(reading) or phrase, 0.75
    if weak and not left.linker and label.lower() not in phrase_words("empty_head") and _headed(label):
        # "đàn lợn 40 con; đàn gà 300 con", "dân số 512.400 người"
        return label, 0.85
    if bare and facts and (paired := _of_pair(reading, facts[-1])):
        return paired, 0.75
    label = "" if _told_before(reading, facts) or label.lower() in _SUMS else label
    if (same := _as_before(reading, facts, name, verb, weak)) is not None:
        return same, 0.75
    if whole is not None and (label or left.linker == "weak"):
        # "742 đơn, trong đó: khiếu nại 511 đơn": a part is named by its label alone.
        if _COURT.match(label.lower()):
            # "45 vụ án (TAND tỉnh 10 vụ, TAND cấp huyện 35 vụ)"
            label = ""
        named = whole if not label or are_parts(reading, facts) else mention.unit
        return f"{named} {label}".strip(), 0.75
    if not name and (alone := _alone(reading, facts, verb, phrase, weak)) is not None:
        return alone
    if weak and governor is not None and governor.deed and is_offence(governor.deed):
        # "trộm cắp tài sản 5 vụ": the offence says which cases.
        listed = breach(reading, facts) if whole is not None and not left.linker else ""
        return listed or f"{governor.deed.removesuffix(' xảy ra')} {phrase}", 0.8
    if mention.unit.lower() in phrase_words("case") and verb is not None and verb.lower() not in generic():
        # "tước giấy phép lái xe 33 trường hợp"
        return f"{verb} {phrase}", 0.75
    if weak and verb is not None and (caused := _CAUSED.match(verb.lower())):
        # "làm chết 12 người"
        return f"{phrase} {caused['state']}", 0.85
    people = mention.unit.lower() in phrase_words("one_of_people")
    if weak and people and whole is not None and _is_item(reading, name):
        # "tạo việc làm cho 900 người, gồm: xuất khẩu lao động 40 người, vay vốn giải quyết việc làm 85 người"
        return f"{name} {phrase}", 0.75
    if (part := _of_part(reading, facts, name, phrase, whole)) is not None:
        return part, 0.75
    return _by_verb(reading, facts, name, label, phrase, whole, weak)


def _alone(
    reading: Reading, facts: list[Measurement], verb: str | None, phrase: str, weak: bool
) -> tuple[str, float] | None:
    """Name a bare count without words before it by its label, what was counted before, or whom it was for."""
    mention = reading.mention
    assert isinstance(mention, QuantityMention)
    if not weak:
        left_of = _left_of(reading, facts) if verb is None else ""
        return (left_of, 0.75) if left_of else None
    if verb is None and _under_its_verb(reading, facts):
        # "bắt 22 vụ, 26 đối tượng mua bán ma túy; khởi tố 5 vụ, 7 đối tượng": those of another deed
        return phrase, 0.75
    like = _alike(facts, mention)
    settled = verb is not None and verb.lower() in _SETTLED and not _SETTLES.search(like.lower())
    if settled and is_matter(like.lower()):
        # "Khiếu nại thuộc thẩm quyền 21 vụ, đã giải quyết 17 vụ"
        return like, 0.75
    if verb is None and (own := lists.own_label(reading, facts)):
        return own, 0.8
    if done := _done_for(reading):
        # "đào tạo nghề cho 200 người, giới thiệu việc làm cho 90 người"
        return f"{done} {phrase}", 0.7
    if verb is None and (where := at_places(reading)):
        return f"{where} {phrase}", 0.75
    if verb is None and like:
        # "Lào Cai 5 người chết; Cao Bằng 6 người", but "40 cuộc thanh tra (34 cuộc chuyển tiếp, 6 cuộc)"
        return (before_bracket(reading, facts) or of_parts(reading, facts) or like), 0.75
    return None


def _of_part(
    reading: Reading, facts: list[Measurement], name: str, phrase: str, whole: str | None
) -> str | None:
    """Name a part of what was counted before by the rule it broke, its deed or the whole, or give None."""
    mention, left = reading.mention, reading.left
    assert isinstance(mention, QuantityMention)
    governor = reading.governor if left.linker != "preposition" else None
    verb = governor.action if governor else None
    if not left.linker and whole is not None and (broke := breach(reading, facts)):
        # "22 cơ sở vi phạm (lưu giữ chất thải sai quy định 4 cơ sở)"
        return broke
    part = whole is not None and len(whole.split()) > 2 and mention.unit.lower() in phrase_words("event")
    if part and governor is not None and not left.linker and (deed := governor.deed):
        # "phát hiện 71 vụ vi phạm, trong đó phá rừng trái phép 12 vụ"
        return f"{deed} {phrase}"
    own = verb is not None and generic().get(verb.lower(), False) and 1 < len(name.split()) <= _OWN_SUBJECT
    if verb is not None and part and whole is not None and not own and not _prosecutes(verb):
        # "xảy ra 71 vụ phạm pháp hình sự, làm rõ 62 vụ"
        return whole
    return None


def _left_of(reading: Reading, facts: list[Measurement]) -> str:
    """Give what a bare noun is left of: ``Hộ nghèo đầu năm 610 hộ, đến nay còn`` *480 hộ*, or nothing."""
    unit = unit_of(reading.mention)
    last = next((f for f in reversed(facts) if f.unit == unit and f.value is not None), None)
    if last is None or reading.left.linker != "strong" or last.sources["indicator"].rule == "counted":
        return ""  # "6 xã đạt 15 tiêu chí, còn 1 xã dưới 12 tiêu chí": each says what it counts
    return last.indicator if last.indicator.lower().startswith(f"{unit.lower()} ") else ""


def _headed(label: str) -> bool:
    return indicator_head().match(label.lower()) is not None


def _done_for(reading: Reading) -> str:
    """Give the verb of what was done for those that are counted: ``minh oan cho`` *4 người*, or nothing."""
    left, done = reading.left, reading.governor
    if done is None or left.linker != "preposition" or done.action.lower() in generic():
        return ""
    return done.verb if _FOR.match(reading.scope.folded, left.end, reading.mention.start) else ""


def _of_pair(reading: Reading, last: Measurement) -> str:
    """Name the people of cases that a label names: ``Tội phạm ma túy 57 vụ/`` *74 bị can*, or nothing."""
    between = reading.scope.folded[last.sources["value"].end or 0 : reading.mention.start]
    if between.strip() not in ("/", "-", "–") or last.sources["indicator"].rule != "composed":
        return ""
    words, unit = last.indicator.split(), last.unit.split()
    label = words[: -len(unit)] if words[-len(unit) :] == unit else []
    if len(label) < 2 or action_verbs(" ".join(label).lower()):
        return ""
    return " ".join([*label, unit_of(reading.mention)])


def _told_before(reading: Reading, facts: list[Measurement]) -> bool:
    """Tell whether the words before a number go with the number before."""
    left = reading.left
    between = reading.scope.folded[left.start : left.end]
    if between.endswith("/"):
        # "8.838 lồng bè, chòi canh/10.750 người": what stands before the stroke is counted before.
        return True
    # "61 đảng viên bằng các hình thức (có 12 đảng viên …)"
    return bool(facts) and left.linker == "weak" and between.rstrip()[-1:] == "("


def _as_before(
    reading: Reading, facts: list[Measurement], name: str, verb: str | None, weak: bool
) -> str | None:
    """Give the indicator of a number that counts more of what was counted before it."""
    mention = reading.mention
    assert isinstance(mention, QuantityMention)
    short = verb is not None and verb.lower() == "thiếu"
    if short and facts and mention.what.lower() == "người" and _counts_people(facts[-1]):
        # "xã được bố trí 68 cán bộ, công chức, còn thiếu 5 người"
        return _alike(facts, mention) or facts[-1].indicator
    posts = facts[-1].indicator if facts and facts[-1].unit.lower() == "biên chế" else ""
    like = _alike(facts, mention) or (posts if mention.unit.lower() == "người" else "")
    if weak and verb is None and like:
        # "Biên chế được giao là 236 người, hiện có 221 người, còn thiếu 15 người"
        if name == "thiếu":
            return f"{like} {name}"
        if not name and _PRESENT.search(reading.scope.folded, reading.left.start, mention.start):
            return like
    return None


def _by_verb(
    reading: Reading,
    facts: list[Measurement],
    name: str,
    label: str,
    phrase: str,
    whole: str | None,
    weak: bool,
) -> tuple[str, float]:
    """Name a bare noun by the verb that governs it, the line above or its label; else by itself."""
    mention, left = reading.mention, reading.left
    assert isinstance(mention, QuantityMention)
    governor = reading.governor if left.linker != "preposition" else None
    if weak and (left_by := who_left(governor.verb if governor else name, facts)):
        # "tuyển dụng 23 viên chức, nghỉ việc 6 người"
        return left_by, 0.75
    if weak and not left.linker and suffered(mention, name.lower()):
        # "án bị sửa 32 vụ", "đơn được giải quyết 12 đơn"
        return name, 0.75
    if weak and mention.unit.lower() == "con" and " bị " in name and "," in name:
        # "gia cầm bị chết, cuốn trôi 182 con"
        return name, 0.75
    if weak and not name and governor is None and (above := _announced(reading, mention)):
        return above, 0.7
    if (
        mention.unit.lower() in phrase_words("instance")
        and (governor is None or governor.action.lower() in generic())
        and (not name or name.lower() in ("mắc", "mới mắc") or generic().get(name.lower()))
        and not subjects.topic(reading.scope, reading.clause.start, left.end)
        and (topic := lists.topic(reading))
    ):
        # "Tay chân miệng: mắc 35 ca. Lũy kế 402 ca"
        return topic, 0.75
    if weak and governor is not None and governor.action.lower() in generic():
        return _of_generic(reading, facts, governor, whole, phrase)
    light = governor is not None and (
        governor.verb.lower() in LIGHT or governor.deed.lower().startswith("đưa đi ")
    )
    if weak and governor is not None and light and governor.deed.startswith(governor.verb):
        # "thực hiện KTSTQ 8.311 cuộc", "đưa đi điều trị 5 người": the object says what was done.
        return f"{governor.deed[len(governor.verb) :].strip()} {phrase}".strip(), 0.75
    if weak and governor is not None:
        # "khiển trách 16 đồng chí": the verb before the number says what is counted.
        return f"{_said(governor)} {phrase}", 0.75
    if governor is not None and whole is not None and governor.action.lower() not in generic():
        # "kỷ luật 40 đảng viên: khiển trách 31 đảng viên, cảnh cáo 9 đảng viên": only the verbs differ.
        return f"{governor.verb} {phrase}", 0.75
    if weak and label and left.linker == "":
        return f"{label} {phrase}", 0.7
    if facts and apart_in_brackets(reading, label):
        # "41 tin báo cháy (báo giả 9 tin)"
        return f"{phrase} {label}", 0.75
    if weak and governor is None and not name and (kind := occurring(reading)):
        return kind, 0.75
    return phrase, 0.85


def _is_item(reading: Reading, name: str) -> bool:
    """Tell whether a label with a verb in it is all that stands between a number and the one before."""
    left, words = reading.left, len(name.split())
    between = reading.scope.folded[left.start : left.end].strip()
    if left.linker or not 4 <= words <= _OWN_SUBJECT or acting_noun().match(name.lower()):
        return False
    return between.startswith((",", ";")) and between[1:].strip() == name.lower()


def _said(governor: Governor) -> str:
    """Give a verb, with its object where it says nothing alone: ``trả hồ sơ điều tra bổ sung`` *41 vụ*."""
    whole = governor.verb.lower() in _EMPTY and len(governor.action.split()) <= _DEED
    return governor.action if whole else governor.verb


_COURT = lazy(r"(?:tand|tòa\s+án|toà\s+án|vks(?:nd)?|công\s+an|ubnd)(?![^\W_])")
"""Courts and other bodies that a list goes through without their names."""
_SUMS = frozenset(("tổng số", "tổng cộng", "tổng", "cộng"))
_EMPTY = frozenset(("lập", "trả", "ra", "hoàn thành"))
"""Verbs that say what was done with their object alone: ``lập biên bản 87 vụ``."""
_DEED = 7
"""The longest such deed, in words."""
_FOR = lazy(r"\s*cho\s")
LIGHT = frozenset(("thực hiện", "tiến hành", "tổ chức", "triển khai", "xếp loại", "phân loại", "đánh giá"))
"""Verbs whose object says what is done."""


def _counts_people(fact: Measurement) -> bool:
    return fact.value is not None and fact.unit != "%" and not fact.unit.isupper()


_SUBJECT = 3
"""The shortest subject of ``xảy ra``, with the verb, that names what is counted."""
_OWN_SUBJECT = 9
"""The longest subject of a verb that counts it, with the verb: ``án cướp tài sản xảy ra 55 vụ``."""


def _prosecutes(verb: str) -> bool:
    """Tell whether a verb makes a case another one than was found: ``khởi tố``."""
    return verb.lower().startswith(("khởi tố", "truy tố", "xét xử", "thụ lý", "chuyển"))


@cache
def generic() -> dict[str, bool]:
    """Verbs without meaning of their own, and whether each counts its subject."""
    return {row["verb"]: bool(row["subject"]) for row in table("generic_verbs")}


def _of_generic(
    reading: Reading, facts: list[Measurement], verb: Governor, whole: str | None, phrase: str
) -> tuple[str, float]:
    """Name what a verb without meaning of its own counts: ``va chạm giao thông xảy ra 7 vụ``."""
    if generic()[verb.action.lower()]:
        end = verb.start if verb.close else reading.left.end
        subject, _ = subjects.subject(reading.scope, reading.left._replace(end=end))
        if subject.lower() in phrase_words("area"):
            # "thành thị xảy ra 12 vụ, nông thôn xảy ra 5 vụ": where they were, not what
            return f"{whole or phrase} {subject}", 0.75
        if 2 <= len(subject.split()) <= 8 or (subject.isupper() and len(subject) > 1):
            return subject, 0.75
        about = subjects.topic(reading.scope, reading.clause.start, reading.left.end)
        if whole is None and phrase.lower() in phrase_words("event") and about:
            # "Về tai nạn lao động, toàn tỉnh xảy ra 18 vụ"
            about = about.removeprefix("tình hình ").removeprefix("công tác ")
            return about if indicator_head().match(about.lower()) else f"{phrase} {about}", 0.7
        if whole is None and phrase.lower() in phrase_words("event") and (kind := event(reading)):
            return kind, 0.75
    empty = whole is None or whole.lower() == phrase.lower()
    if empty and verb.verb.lower() in _SETTLED and (label := lists.topic(reading, matter=True)):
        # "Tố cáo: 18 vụ việc, đã giải quyết 15 vụ việc"
        return f"{label} {verb.verb}", 0.75
    if (whole or phrase) == phrase and (label := line_label(reading, facts)):
        # "Tố cáo: 52 vụ việc, đã giải quyết 46 vụ việc"
        return (f"{label} {verb.verb}" if facts and verb.verb.lower() in _SETTLED else label), 0.75
    return (whole if whole and whole != unit_of(reading.mention) else phrase), 0.75


_SETTLED = frozenset(("giải quyết", "xử lý", "tiếp nhận", "thụ lý", "hoàn thành"))
"""What is done with the matters that a label names."""
_SETTLES = lazy(r"(?<![^\W_])(?:thụ lý|tiếp nhận|giải quyết|xét xử)$")
"""What ends a name that says what was done with the matters already."""


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


def _under_its_verb(reading: Reading, facts: list[Measurement]) -> bool:
    """Tell whether a number goes on with a count whose verb is not that of the last one in its own unit."""
    last, unit = facts[-1] if facts else None, unit_of(reading.mention).lower()
    if last is None or last.action is None or last.unit.lower() == unit:
        return False
    if _JOINED.fullmatch(reading.scope.folded, last.sources["value"].end or 0, reading.mention.start) is None:
        return False
    like = next((fact for fact in reversed(facts) if fact.unit.lower() == unit), None)
    return like is not None and like.action is not None and like.action != last.action


_JOINED = lazy(r"\s*(?:,|/|và|với|-|–)\s*")


def _whole(facts: list[Measurement], mention: QuantityMention) -> str | None:
    """Give the counted phrase of an earlier number in the same unit, of which this one may be a part."""
    unit = mention.unit.lower()
    for fact in facts:
        if fact.unit.lower() == unit:
            full = fact.indicator.lower().startswith(unit) and fact.sources["indicator"].rule == "counted"
            return fact.indicator if full else mention.unit
    return None

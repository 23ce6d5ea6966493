"""Which phrase names a count: the named indicator before it, its own phrase, or what it is a part of."""

from __future__ import annotations

from functools import cache

from vnreport.facts import indicators, lists, subjects
from vnreport.facts.brackets import last_open
from vnreport.facts.governors import Governor, is_verb
from vnreport.facts.lists import Reading
from vnreport.facts.narrowing import Left
from vnreport.facts.numeric import is_measure, unit_of
from vnreport.facts.scope import Scope
from vnreport.facts.wholes import of_several, whole_of
from vnreport.facts.words import column, indicator_head, phrase_words
from vnreport.lexicon import table
from vnreport.mentions.quantities.grammar import grammar, longest
from vnreport.patterns import lazy
from vnreport.report import (
    Measurement,
    OrganizationMention,
    PlaceMention,
    QuantityMention,
    TimeMention,
)

_RESTRICTS = lazy(
    r" (?:bị|được|chưa|không|có|đăng ký|tham gia|tham dự|đạt chuẩn|khiếu nại|vi phạm|thuộc|còn|ngừng|"
    r"tạm ngừng|hoàn thành|quá hạn|tồn đọng)(?![^\W_])"
)
"""Verbs that say which ones are counted, however much follows."""
_PRESENT = lazy(r"(?<![^\W_])(?:hiện|thực|còn|có\s+mặt)(?:\s+(?:có|tại|lại|mặt))*\s*$")
"""What tells how many there are of what was counted before."""
_LINE = 14
"""The longest line above a list that names what its items count, in words."""
_RATE = lazy(r"[^\W\d_]+\d?(?:\s[^\W\d_]+)?\s?/\s?(?:\d[\d.,]*\s?)?[^\W\d_A-ZĐ]+\d?(?:\s[^\W\d_]+)?")
"""A count by something else: ``người/km2``, ``máy/100 dân``."""
_APART = lazy(r"[,;:]|(?<![^\W_])(?:và|gồm)(?![^\W_])")
"""What parts a label from the number before it."""
_CAUSED = lazy(r"làm\s+(?P<state>chết|bị\s+thương|mất\s+tích)")
"""Verbs of what befell those that are counted."""
_OPENS_LINE = lazy(r"[\s\-–+•*]*(?:\d{1,2}[.)]\s*|[a-zđ][.)]\s*)?")
_STANDS_ALONE = lazy(
    r"\s*(?:$|[.\n]|;\s*(?:$|[^;:\d]{2,50}:)|,\s*(?:đạt|chiếm|tăng|giảm|t[ỷỉ]\s+lệ|bằng|vượt)(?![^\W_])|"
    r"\((?:đạt|chiếm|tăng|giảm|t[ỷỉ]\s+lệ|bằng))"
)
"""What goes on behind a count that its label names."""
_IN_FULL = lazy(r"\s+(?:quá|đúng|trước|chậm|trễ|sớm|đến|tồn|chưa|đã|còn|không|bị|được|đang|có)(?![^\W_])")
"""What goes on with a noun that is counted at the end: ``hồ sơ`` *quá hạn giải quyết 12 hồ sơ*."""


def counted(
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
        return whole_of(scope, facts, mention.start).indicator, 0.8
    words = f" {name.lower()} "
    weak = mention.unit.lower() in column("weak_nouns", "noun")
    what = mention.what.strip().lower()
    rate = (
        "/" in what
        and _RATE.fullmatch(mention.what.strip()) is not None
        and not all(part.strip() in grammar().admin for part in what.split("/"))
    )
    bare = what == mention.unit.strip().lower() or rate or what in column("weak_nouns", "noun")
    bare = bare or (is_measure(mention) and _WHOSE.match(what, len(mention.unit)) is not None)
    measure = is_measure(mention) or rate
    counts = bare and name.lower().startswith(("số ", "tổng số ", "số lượng ", "tổng "))
    named = left.linker == "strong" or changed or left.opens_with_head or (measure and bare) or counts
    if name and headed and named and name.lower() not in phrase_words("empty_head"):
        return name, 0.95
    if (
        bare
        and left.linker == ""
        and not left.bracket
        and _IN_FULL.match(words.removeprefix(" số").lstrip()[len(what) :])
        and (words.removeprefix(" số").startswith(f" {what} "))
    ):
        # "hồ sơ quá hạn giải quyết 12 hồ sơ"
        return name, 0.8
    if bare and not measure and not weak and name and left.colon and _is_label(reading, name):
        # "- Thụ tinh trong ống nghiệm: 37 chu kỳ"
        return name, 0.8
    repeated = left.linker == "strong" and f" {what} " in words
    copula = repeated or (left.copula and len(name.split()) > 5)
    if bare and left.linker == "weak" and words.find(f" {what} ") in range(12):
        # "đơn thuộc lĩnh vực hành chính có 33 đơn"
        return name, 0.8
    if name and bare and (measure or weak or copula) and (left.linker == "strong" or changed):
        return name, 0.8
    if name and bare and subjects.is_bracketed(reading.scope, mention.start):
        return _in_brackets(reading, facts, name, measure)
    said = set(what.split()) - {mention.unit.lower()}
    fuller = left.linker == "strong" and len(words.split()) > len(said) + 1
    if not bare and weak and fuller and said <= {*words.split()}:
        # "Khách quốc tế đạt 61.300 lượt khách"
        return name, 0.85
    if bare and measure:
        return _measured(reading, facts, name)
    return _phrase(reading, facts, name, bare, weak)


def _in_brackets(reading: Reading, facts: list[Measurement], name: str, measure: bool) -> tuple[str, float]:
    """Name a count in brackets by the words before it, unless they belong to the number before."""
    scope, mention, left = reading.scope, reading.mention, reading.left
    assert isinstance(mention, QuantityMention)
    if _behind_name(reading) and (whole := _of_cases(mention, facts)):
        # "1.885 trường hợp lao động trái phép, nhiều nhất ở xã Quảng Lộc (225 người)"
        return whole, 0.75
    if _behind_name(reading) and not measure and f" {mention.unit.lower()} " not in f" {name.lower()} ":
        # "Nhiều nhất là Công an tỉnh (590 hồ sơ), Sở Tư pháp (128 hồ sơ)"
        return mention.what, 0.75
    opens = measure and left.start <= reading.clause.start
    apart = not facts or opens or _APART.search(scope.folded, left.start, left.end)
    # "giải tán 04 điểm nhóm của tổ chức khác (37 người)": the words belong to the number before.
    return (name if apart or indicators.names_plan(name) else mention.what), 0.8


def _of_cases(mention: QuantityMention, facts: list[Measurement]) -> str:
    """Give the cases that people behind the names of places are counted among, or nothing."""
    last = facts[-1] if facts and mention.what.lower() == "người" else None
    return last.indicator if last is not None and last.unit in phrase_words("case") else ""


def _measured(reading: Reading, facts: list[Measurement], name: str) -> tuple[str, float]:
    """Name what a bare unit of measure measures: ``trồng được 1.022 ha``."""
    mention, left = reading.mention, reading.left
    assert isinstance(mention, QuantityMention)
    verb = reading.governor
    if name and verb is None and (2 <= len(name.split()) <= 8 or lists.is_product(name)):
        return name, 0.75
    if verb is not None and (topic := indicators.before_verb(name)):
        # "cây ngô trồng được 1.022 ha"
        return topic, 0.8
    if verb is not None and verb.deed and left.linker != "strong":
        # "giao khoán bảo vệ 31 ha"
        return verb.deed, 0.75
    if facts and not name and (owned := of_several(reading, facts)):
        return owned, 0.8
    alike = [f for f in facts if f.unit == mention.unit]
    if (
        verb is not None
        and left.linker in ("", "weak")
        and (topic := lists.topic(reading))
        and _is_thing(topic)
    ):
        # "Hóa chất: phun 410 lít"
        return topic, 0.75
    # "vá 40 m2 mặt đường, sơn 3 km vạch, thay 84 biển báo, phát quang 52 km"
    parted = mention.unit.lower() in ("km", "m", "m2", "m3") and bool(alike) and facts[-1] is not alike[-1]
    if verb is not None and left.linker == "" and alike and (parted or is_verb(alike[-1].indicator)):
        # "Gieo cấy 450 ha; thu hoạch 300 ha"
        return verb.verb, 0.75
    if alike or (facts and not name):
        return (alike or facts)[-1].indicator, 0.7
    return indicators.from_verb(name) if verb else name or mention.what, 0.7


def _is_thing(label: str) -> bool:
    """Tell whether a label opens with the noun of a thing."""
    words = label.lower().split()
    return lists.is_product(label) or longest(words, 0, grammar().nouns, grammar().noun_sizes) is not None


def _is_dated_bracket(scope: Scope, left: Left) -> bool:
    """Tell whether a bracket before a number holds a time alone: ``(năm 2009: 61 người)``."""
    at = last_open(scope.folded, left.start, left.end)
    inner = scope.between(at + 1, left.end) if at >= 0 else []
    return len(inner) == 1 and isinstance(inner[0], TimeMention)


def _is_label(reading: Reading, name: str) -> bool:
    """Tell whether a label before a colon is all that names a bare count, which stands alone behind it."""
    scope, sentence = reading.scope, reading.clause.sentence
    if (
        is_verb(name)
        or len(name.split()) < 2
        or name.lower().startswith(("toàn ", "cả ", "tổng", "cộng", "trong ", "số còn"))
        or _OPENS_LINE.fullmatch(scope.folded, reading.clause.start, reading.left.end - len(name)) is None
    ):
        return False
    return _STANDS_ALONE.match(scope.folded, reading.mention.end, sentence.end) is not None


def _behind_name(reading: Reading) -> bool:
    """Tell whether the bracket of a number opens right behind the name of a place or an agency."""
    scope, left = reading.scope, reading.left
    names = [
        m for m in scope.between(left.start, left.end) if isinstance(m, (PlaceMention, OrganizationMention))
    ]
    return bool(names) and not scope.folded[names[-1].end : left.end].strip(" (")


def _phrase(
    reading: Reading, facts: list[Measurement], name: str, bare: bool, weak: bool
) -> tuple[str, float]:
    """Give the counted phrase, with what the text says of it where the noun alone says too little."""
    mention, left = reading.mention, reading.left
    assert isinstance(mention, QuantityMention)
    phrase = mention.what
    if is_measure(mention):
        phrase = phrase[len(mention.unit) :].strip() or phrase
    more = indicators.modifying_verb(reading.scope, mention.end, reading.clause.end, bare, weak)
    if not weak and _RESTRICTS.match(more) is None and len(more.split()) > 2 * len(phrase.split()):
        more = ""
    phrase += indicators.more_deeds(reading.scope, mention.end, reading.clause.end, phrase)
    if not bare or more:
        return phrase + more, 0.85 if bare else 0.92
    governor = reading.governor if left.linker != "preposition" else None
    verb = governor.action if governor else None
    whole = _whole(facts, mention)
    label = name if verb is None and 0 < len(name.split()) <= (10 if weak else 5) else ""
    if reading.scope.folded[left.start : left.end].endswith("/"):
        # "8.838 lồng bè, chòi canh/10.750 người": what stands before the stroke is counted before.
        label = ""
    if facts and left.linker == "weak" and reading.scope.folded[left.start : left.end].rstrip()[-1:] == "(":
        # "61 đảng viên bằng các hình thức (có 12 đảng viên …)": the words go with the number before.
        label = ""
    if weak and verb is None and (like := _alike(facts, mention)):
        # "Biên chế được giao là 236 người, hiện có 221 người, còn thiếu 15 người"
        if name == "thiếu":
            return f"{like} {name}", 0.75
        if not name and _PRESENT.search(reading.scope.folded, left.start, mention.start):
            return like, 0.75
    if whole is not None and (label or left.linker == "weak"):
        # "742 đơn, trong đó: khiếu nại 511 đơn": a part is named by its label alone.
        named = whole if not label or _are_parts(reading, facts) else mention.unit
        return f"{named} {label}".strip(), 0.75
    if weak and not name and verb is None and (like := _alike(facts, mention)):
        # "Lào Cai 5 người chết; Cao Bằng 6 người", but "40 cuộc thanh tra (34 cuộc chuyển tiếp, 6 cuộc)"
        return (_before_bracket(reading, facts) or _of_parts(reading, facts) or like), 0.75
    if mention.unit.lower() in phrase_words("case") and verb is not None and verb.lower() not in generic():
        # "tước giấy phép lái xe 33 trường hợp"
        return f"{verb} {phrase}", 0.75
    if weak and verb is not None and (caused := _CAUSED.match(verb.lower())):
        # "làm chết 12 người"
        return f"{phrase} {caused['state']}", 0.85
    part = whole is not None and len(whole.split()) > 2 and mention.unit.lower() in phrase_words("event")
    if part and governor is not None and not left.linker and (deed := governor.deed):
        # "phát hiện 71 vụ vi phạm, trong đó phá rừng trái phép 12 vụ"
        return f"{deed} {phrase}", 0.75
    if verb is not None and part and whole is not None and not _prosecutes(verb):
        # "xảy ra 71 vụ phạm pháp hình sự, làm rõ 62 vụ"
        return whole, 0.75
    return _by_verb(reading, name, label, phrase, whole, weak)


def _by_verb(
    reading: Reading, name: str, label: str, phrase: str, whole: str | None, weak: bool
) -> tuple[str, float]:
    """Name a bare noun by the verb that governs it, the line above or its label; else by itself."""
    mention, left = reading.mention, reading.left
    assert isinstance(mention, QuantityMention)
    governor = reading.governor if left.linker != "preposition" else None
    if weak and not name and governor is None and (above := _announced(reading, mention)):
        return above, 0.7
    if (
        mention.unit.lower() in phrase_words("instance")
        and (governor is None or governor.action.lower() in generic())
        and (not name or name.lower() in ("mắc", "mới mắc"))
        and not subjects.topic(reading.scope, reading.clause.start, left.end)
        and (topic := lists.topic(reading))
    ):
        # "Tay chân miệng: mắc 35 ca. Lũy kế 402 ca"
        return topic, 0.75
    if weak and governor is not None and governor.action.lower() in generic():
        return _of_generic(reading, governor, whole, phrase)
    if weak and governor is not None:
        # "khiển trách 16 đồng chí": the verb before the number says what is counted.
        return f"{governor.verb} {phrase}", 0.75
    if governor is not None and whole is not None and governor.action.lower() not in generic():
        # "kỷ luật 40 đảng viên: khiển trách 31 đảng viên, cảnh cáo 9 đảng viên": only the verbs differ.
        return f"{governor.verb} {phrase}", 0.75
    if weak and label and left.linker == "" and indicator_head().match(label.lower()):
        # "dân số 512.400 người"
        return label, 0.85
    if weak and label and left.linker == "":
        return f"{label} {phrase}", 0.7
    return phrase, 0.85


def _prosecutes(verb: str) -> bool:
    """Tell whether a verb makes a case another one than was found: ``khởi tố``."""
    return verb.lower().startswith(("khởi tố", "truy tố", "xét xử", "thụ lý", "chuyển"))


@cache
def generic() -> dict[str, bool]:
    """Verbs without meaning of their own, and whether each counts its subject."""
    return {row["verb"]: bool(row["subject"]) for row in table("generic_verbs")}


def _of_generic(reading: Reading, verb: Governor, whole: str | None, phrase: str) -> tuple[str, float]:
    """Name what a verb without meaning of its own counts: ``va chạm giao thông xảy ra 7 vụ``."""
    if generic()[verb.action.lower()]:
        end = verb.start if verb.close else reading.left.end
        subject, _ = subjects.subject(reading.scope, reading.left._replace(end=end))
        if 2 <= len(subject.split()) <= 8:
            return subject, 0.75
        about = subjects.topic(reading.scope, reading.clause.start, reading.left.end)
        if whole is None and phrase.lower() in phrase_words("event") and about:
            # "Về tai nạn lao động, toàn tỉnh xảy ra 18 vụ"
            about = about.removeprefix("tình hình ").removeprefix("công tác ")
            return about if indicator_head().match(about.lower()) else f"{phrase} {about}", 0.7
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


def _before_bracket(reading: Reading, facts: list[Measurement]) -> str:
    """Give the whole whose parts the brackets around a number go through, unless they go through names."""
    scope, left, mention = reading.scope, reading.left, reading.mention
    opened = last_open(scope.folded, reading.clause.start, mention.start)
    if opened < 0 or any(isinstance(m, PlaceMention) for m in scope.between(left.start, left.end)):
        return ""
    outside = [f for f in facts if (f.sources["value"].start or 0) < opened and f.unit == unit_of(mention)]
    return outside[-1].indicator if outside else ""


def _of_parts(reading: Reading, facts: list[Measurement]) -> str:
    """Give the whole that the sentence before counts whose parts this one goes through, unless by names."""
    scope, left, start = reading.scope, reading.left, reading.clause.sentence.start
    if any(isinstance(m, PlaceMention) for m in scope.between(left.start, left.end)):
        return ""
    wholes = [f for f in facts if f.evidence.start < start and f.unit == unit_of(reading.mention)]
    return wholes[-1].indicator if wholes else ""


def _whole(facts: list[Measurement], mention: QuantityMention) -> str | None:
    """Give the counted phrase of an earlier number in the same unit, of which this one may be a part."""
    unit = mention.unit.lower()
    for fact in facts:
        if fact.unit.lower() == unit:
            full = fact.indicator.lower().startswith(unit) and fact.sources["indicator"].rule == "counted"
            return fact.indicator if full else mention.unit
    return None


def _are_parts(reading: Reading, facts: list[Measurement]) -> bool:
    """Tell whether some word leads from the first number in the unit to this one as to a part of it."""
    unit, scope = unit_of(reading.mention).lower(), reading.scope
    spans = [fact.sources["value"] for fact in facts if fact.unit.lower() == unit][:1]
    return any(
        _TO_PARTS.search(scope.folded, span.end or 0, reading.mention.start) is not None
        or _AMONG.search(scope.folded, max(0, (span.start or 0) - 24), span.start or 0) is not None
        for span in spans
    )


_AMONG = lazy(r"(?<![^\W_])trong\s+(?:tổng\s+)?số\s+(?:(?:hơn|gần|khoảng|trên)\s+)*$")
_WHOSE = lazy(r"\s+(?:thuộc|trên|tại|của|nằm)(?![^\W_])")
"""What behind a measure says only where it is: ``64 ha`` *thuộc địa giới xã Tân Lập*."""
_TO_PARTS = lazy(
    r"[:;(]|(?<![^\W_])(?:trong\s+(?:đó|số)|(?:bao\s+)?gồm|cụ\s+thể|riêng|phân|chia|còn\s+lại)(?![^\W_])"
)
"""What leads from a whole to its parts."""

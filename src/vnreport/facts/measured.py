"""What a bare unit of measure measures: ``trồng được 1.022 ha``."""

from __future__ import annotations

from vnreport.facts import indicators, lists
from vnreport.facts.governors import is_verb
from vnreport.facts.lists import Reading
from vnreport.facts.numeric import is_measure
from vnreport.facts.words import action_verbs, column, indicator_head, phrase_words
from vnreport.mentions.quantities.grammar import grammar, longest
from vnreport.patterns import lazy
from vnreport.report import Measurement, QuantityMention


def measured(reading: Reading, facts: list[Measurement], name: str) -> tuple[str, float]:
    """Name what a bare unit of measure measures: ``trồng được 1.022 ha``."""
    mention, left = reading.mention, reading.left
    assert isinstance(mention, QuantityMention)
    weak = column("weak_nouns", "noun")
    verb = reading.governor
    governed = verb is not None or reading.scope.folded[left.start : mention.start].rstrip().endswith(",")
    if governed and left.linker != "strong" and (thing := _with_next(reading, name)):
        return thing, 0.8
    told = 2 <= len(name.split()) <= 8 or lists.is_product(name) or name.lower() in _DEGREES
    if "/" in mention.what and not is_measure(mention) and mention.unit.lower() not in weak:
        # "đạt 9,5 bác sĩ/vạn dân": the noun that is counted names it, unless words before it do.
        alike = [f for f in facts if f.unit == mention.unit]
        if indicator_head().match(name.lower()):
            return name, 0.75
        return (alike[-1].indicator if alike else mention.what), 0.8
    if name and verb is None and told:
        return name, 0.75
    if verb is not None and (shared := _shared_subject(reading, name)):
        # "Chất thải nguy hại thu gom, xử lý 3.640 tấn"
        return shared, 0.75
    if verb is not None and (topic := indicators.before_verb(name)):
        # "cây ngô trồng được 1.022 ha"
        return topic, 0.8
    if verb is not None and verb.deed and left.linker != "strong":
        # "giao khoán bảo vệ 31 ha"
        return verb.deed, 0.75
    known = any(f.unit == mention.unit for f in facts)
    if not name and verb is None and "/" in mention.what and not known and not is_measure(mention):
        # "bình quân đạt 16,7 tiêu chí/xã"
        return mention.what.partition("/")[0].strip(), 0.75
    alike = [f for f in facts if f.unit == mention.unit]
    if (
        verb is not None
        and left.linker in ("", "weak")
        and not (facts and (facts[-1].sources["value"].start or 0) > reading.clause.sentence.start)
        and (topic := lists.topic(reading))
        and _is_thing(topic)
    ):
        # "Hóa chất: phun 410 lít", but "Đường tỉnh: vá 40 m2 ổ gà; phát quang 6 km"
        return topic, 0.75
    # "vá 40 m2 mặt đường, sơn 3 km vạch, thay 84 biển báo, phát quang 52 km"
    parted = mention.unit.lower() in ("km", "m", "m2", "m3") and bool(alike) and facts[-1] is not alike[-1]
    named = bool(alike) and indicator_head().match(alike[-1].indicator.lower()) is not None
    if (
        verb is not None
        and left.linker == ""
        and alike
        and (named or parted or _is_deed(alike[-1].indicator))
    ):
        # "Gieo cấy 450 ha; thu hoạch 300 ha"
        return f"{_thing_of(alike[-1].indicator)} {verb.verb}".strip(), 0.75
    if verb is not None and not alike and not name and left.linker == "preposition":
        # "vận hành 42 trạm bơm, tưới cho 9.600 ha"
        return verb.verb, 0.7
    if alike or (facts and not name):
        return (alike or facts)[-1].indicator, 0.7
    return indicators.from_verb(name) if verb else name or mention.what, 0.7


def _thing_of(last: str) -> str:
    """Give the thing whose amount a deed ends, or nothing: ``Khối lượng`` *chất thải* ``phát sinh``."""
    verbs = action_verbs(last.lower())
    amount = _AMOUNT_OF.match(last.lower())
    if amount is None or not verbs or verbs[-1].end() < len(last):
        return ""
    thing = last[amount.end() : verbs[-1].start()].strip()
    return thing if len(thing.split()) <= _LONGEST_THING and not _DONE.match(thing.lower()) else ""


_LONGEST_THING = 6
_DONE = lazy(r"(?:đã|được|có|đang|cần|phải|bị)(?![^\W_])")
_AMOUNT_OF = lazy(r"(?:tổng\s+)?(?:khối\s+lượng|số\s+lượng|diện\s+tích|sản\s+lượng|lượng)\s+")


def _with_next(reading: Reading, name: str) -> str:
    """Give the thing that the next count names for both: ``2,2 kg và 311 viên`` *ma túy tổng hợp*."""
    mention = reading.mention
    assert isinstance(mention, QuantityMention)
    if name.lower().split()[-1:] and name.lower().split()[-1] in phrase_words("dimension"):
        return ""
    if mention.what != mention.unit or not reading.scope.folded.startswith(" và ", mention.end):
        return ""
    following = reading.scope.between(mention.end + 4, mention.end + 5)
    if not following or not isinstance(following[0], QuantityMention):
        return ""
    return following[0].what.removeprefix(following[0].unit).strip()


_DEGREES = frozenset(("nặng", "nhẹ"))
"""Degrees that name a part alone: ``nhiễm nhẹ 12 ha,`` *nặng 3 ha*."""


def _shared_subject(reading: Reading, name: str) -> str:
    """Give what a row of verbs is said of, where the last stands alone behind its comma; else nothing."""
    scope, left = reading.scope, reading.left
    at = scope.folded.rfind(name.lower(), left.start, left.end) if is_verb(name) else -1
    before = scope.text[left.start : at].rstrip() if at >= 0 else ""
    if not before.endswith(","):
        return ""
    clause = _MARK.split(before[:-1])[-1].strip()
    verbs = action_verbs(clause.lower())
    noun = indicators.before_verb(clause) if verbs and verbs[-1].end() == len(clause) else ""
    return noun if " " in noun and _is_thing(noun) else ""


_MARK = lazy(r"[,;:.()\n]")


def _is_thing(label: str) -> bool:
    """Tell whether a label opens with the noun of a thing."""
    words = label.lower().split()
    products = column("products", "name")
    return (
        any(" ".join(words[:size]) in products for size in (1, 2, 3))
        or longest(words, 0, grammar().nouns, grammar().noun_sizes) is not None
    )


def _is_deed(indicator: str) -> bool:
    """Tell whether an indicator opens with a verb: ``gieo mạ``."""
    found = action_verbs(indicator.lower())
    return bool(found) and found[0].start() == 0

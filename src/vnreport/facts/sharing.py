"""Parts of a count that a word or a label names: ``27 đại biểu (nữ 12)``, ``chập điện 3 vụ, …``."""

from __future__ import annotations

from vnreport.facts.governors import is_offence, is_verb
from vnreport.facts.lists import Reading
from vnreport.facts.lists import topic as topic_of
from vnreport.facts.numeric import unit_of
from vnreport.facts.words import column, phrase_words
from vnreport.patterns import lazy
from vnreport.report import Measurement, QuantityMention

_SHORT = 4
"""The longest indicator that a part takes over whole, in words."""
_GOES_ON = lazy(r"\s*(?:\([^()\n]{1,60}\)\s*)?[,;]\s+(?P<label>[^\W\d_](?:[^\d;:.()\n](?!\s\s)){3,90})\s$")
"""All that stands between two counts of a list, the second of which has a label."""
_LABELLED = lazy(r"(?:[:;,(]|(?<![^\W_])(?:gồm|đó|do))\s*[^\W\d_][^\d;:.()\n]{1,80}\s$")
"""A label before the first of the two."""
_LISTS = lazy(r":|(?<![^\W_])(?:gồm|trong\s+đó|cụ\s+thể|(?:phân|chia)\s+(?:theo|ra)|nguyên\s+nhân)(?![^\W_])")
"""What opens a list of parts."""
_CLAUSE = lazy(
    r"(?<![^\W_])(?:đã|đang|sẽ|được|bị|làm|khiến|còn|trong\s+đó|so|tăng|giảm|đạt|chiếm|có|là|tại|ở|riêng|nhưng|song)(?![^\W_])"
)
"""What shows that words are a clause rather than a label."""
_WORDS = 12
"""The longest label, in words."""


def named(reading: Reading, facts: list[Measurement], name: str, headed: bool) -> str:
    """Name a part of what was counted before it in the same unit, or give nothing.

    Args:
        reading: the count and its surroundings.
        facts: what was stated before it.
        name: the phrase before the number.
        headed: whether a noun of indicators opens it.
    """
    mention = reading.mention
    assert isinstance(mention, QuantityMention)
    bare = mention.what.strip().lower() == mention.unit.strip().lower() or not any(
        char.isalpha() for char in mention.text
    )
    if not facts or not bare:
        return ""
    if headed:
        return ""
    if mention.of is not None and not any(char.isalpha() for char in mention.text):
        # "96 cuộc phản ánh, xử lý xong 94/96"
        whole = next((f for f in reversed(facts) if f.value == mention.of), None)
        return whole.indicator if whole else ""
    return _qualified(reading, facts, name) or _row(reading, facts)


def _qualified(reading: Reading, facts: list[Measurement], name: str) -> str:
    """Give the noun of the whole with the word that sets its part apart: ``đại biểu`` *nữ*."""
    words = name.lower().removeprefix("là ").strip()
    if words not in phrase_words("shares"):
        return ""
    unit, folded = unit_of(reading.mention).lower(), reading.scope.folded
    people = unit in _PEOPLE
    for fact in reversed(facts):
        start = fact.sources["value"].start or 0
        same = fact.unit.lower() == unit or (people and fact.unit.lower() not in ("%", "vnd", "usd"))
        value = reading.mention.value
        if (
            same
            and fact.value is not None
            and (fact.value >= value or _is_part(fact, unit))
            and start >= reading.clause.sentence.start
        ):
            if folded.find(";", start, reading.mention.start) >= 0:
                return ""
            if fact.indicator.lower().endswith(f" {words}"):
                return fact.indicator
            noun = _noun(fact, unit)
            return f"{noun} {words}" if noun else ""
    return ""


def _is_part(fact: Measurement, unit: str) -> bool:
    """Tell whether a count is a part itself, beside which another may be greater."""
    last = fact.indicator.removesuffix(f" {unit}").lower().split()
    return any(len(last) > size and " ".join(last[-size:]) in phrase_words("shares") for size in (3, 2, 1))


def _noun(fact: Measurement, unit: str) -> str:
    """Give what the whole of some parts counts, without what sets another part apart."""
    words = fact.indicator.removesuffix(f" {unit}").split()
    for size in (3, 2, 1):
        if len(words) > size and " ".join(words[-size:]).lower() in phrase_words("shares"):
            words = words[:-size]
            break
    return " ".join(words) if len(words) <= _SHORT else fact.unit


_PEOPLE = frozenset(("người", "đồng chí", "đ/c", "em"))


def _row(reading: Reading, facts: list[Measurement]) -> str:
    """Give the label of a count in a list whose comma parts the label, not the list: ``đun, nấu`` *5 vụ*."""
    scope, mention = reading.scope, reading.mention
    assert isinstance(mention, QuantityMention)
    # "chập điện 12 vụ (52,2%), hàn cắt kim loại 3 vụ": a share in brackets says more of the count before.
    last = next((fact for fact in reversed(facts) if fact.unit != "%"), facts[-1])
    if mention.unit.lower() not in column("weak_nouns", "noun") and mention.unit.lower() not in _FILES:
        return ""
    start, end = last.sources["value"].start or 0, last.sources["value"].end or 0
    if last.unit != unit_of(mention) or start < reading.clause.sentence.start:
        return ""
    match = _GOES_ON.fullmatch(scope.folded, end, mention.start)
    if match is None or len(match["label"].split()) > _WORDS:
        return ""
    label, verb = match["label"], reading.governor
    inner = verb is not None and verb.opens > match.start("label")
    pieces = label.split(", ")
    if "," not in label and not (inner and len(label.split()) > 2):
        return ""
    if verb is not None and "," not in label and verb.bare >= match.end("label"):
        # "cấp huyện thụ lý 62 vụ": the verb right before the number tells what was done.
        return ""
    if is_verb(pieces[-1]) and not is_verb(pieces[0]):
        # "lưu 12 đơn trùng, nặc danh, chuyển 4 đơn": the last is the next deed.
        return ""
    if _CLAUSE.search(match["label"]) or scope.between(*match.span("label")):
        return ""
    floor = reading.clause.sentence.start
    if _LABELLED.search(scope.folded, max(floor, start - 90), start) is None:
        return ""
    if _LISTS.search(scope.folded, floor, start) is None:
        return ""
    return " ".join(scope.text[slice(*match.span("label"))].split())


_FILES = frozenset(("đơn", "hồ sơ", "tin", "vụ án"))
"""What is counted beside weak nouns that a label sorts."""


def line_label(reading: Reading, facts: list[Measurement]) -> str:
    """Give the label that names the counts of a line that differ in what was done with them, or nothing."""
    unit, start = unit_of(reading.mention), reading.clause.sentence.start
    last = next((f for f in reversed(facts) if f.unit == unit and f.evidence.start >= start), None)
    if last is not None and last.sources["indicator"].rule == "before" and len(last.indicator.split()) > 1:
        return last.indicator
    topic = topic_of(reading)
    folded, low = reading.scope.folded, topic.lower()
    own = low in folded[start : start + len(topic) + _LEAD]
    own = own or folded.find(f"; {low}:", start, reading.mention.start) >= 0
    return topic if own and 0 < len(topic.split()) <= _LONGEST_TOPIC and not is_offence(topic) else ""


_LEAD = 12
"""How far from the head of its sentence such a label opens, for the sign of the item."""
_LONGEST_TOPIC = 6
"""The longest label of a line, in words."""

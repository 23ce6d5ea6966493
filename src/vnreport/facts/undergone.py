"""What befell those that are counted: staff who left, cases in the passive, parts that brackets set apart."""

from __future__ import annotations

from vnreport.facts import subjects
from vnreport.facts.lists import Reading
from vnreport.facts.words import acting_noun, action_verbs, phrase_words
from vnreport.patterns import lazy
from vnreport.report import Measurement, QuantityMention


def who_left(verb: str, facts: list[Measurement]) -> str:
    """Name those who did what befalls staff by the people counted before: ``viên chức nghỉ việc``."""
    if verb.lower() not in phrase_words("leaves"):
        return ""
    staff = next((f.indicator for f in reversed(facts[-3:]) if _STAFF.search(f.unit.lower())), "")
    return f"{staff} {verb}" if 0 < len(staff.split()) <= _LONGEST_STAFF else ""


_SUFFERED = lazy(
    r"(?P<noun>(?!đã|có|chưa)[^\W\d_]+(?:\s+[^\W\d_]+){0,3})\s+(?:bị|được)\s+(?P<done>(?!can|cáo|hại|đơn|danh)[^\W\d_]+(?:\s+[^\W\d_]+){0,3})"
)
"""A noun with what was done to it, right before its count."""


def suffered(mention: QuantityMention, name: str) -> bool:
    """Tell whether a name says what was done to the cases that are counted."""
    cases = mention.unit.lower() in (*phrase_words("event"), "trường hợp", "đơn", "hồ sơ")
    told = _SUFFERED.fullmatch(name) if cases else None
    return told is not None and not action_verbs(told["noun"]) and not acting_noun().match(name)


_STAFF = lazy(r"(?:viên|chức|sĩ|sinh|cán bộ|công nhân|lao động|nhà giáo|nhân lực)$")
_LONGEST_STAFF = 5


def apart_in_brackets(reading: Reading, label: str) -> bool:
    """Tell whether a short label that brackets open with sets a part of what was counted apart."""
    left, words = reading.left, label.split()
    if left.linker or not 0 < len(words) <= _APART_WORDS or not label[0].islower():
        return False
    inner = reading.scope.folded[left.start : left.end].rpartition("(")
    return bool(inner[1]) and inner[2].split() == label.lower().split()


_APART_WORDS = 4


def at_places(reading: Reading) -> str:
    """Give what happened at the places that are counted: ``gây ách tắc tại`` *5 điểm*, or nothing."""
    left, scope = reading.left, reading.scope
    if left.linker != "preposition" or _AT.match(scope.folded, left.end) is None:
        return ""
    named, headed = subjects.subject(scope, left)
    return "" if headed or not 1 < len(named.split()) <= _LONGEST_STAFF else named


_AT = lazy(r"\s*(?:tại|ở)\s")

"""A bare number that goes on with the count before it: ``kiểm tra 54 cơ sở, vi phạm`` *17*."""

from __future__ import annotations

from typing import Literal

from vnreport.mentions.numbers import NumberSpan
from vnreport.mentions.numbers.roles import role
from vnreport.mentions.quantities.grammar import grammar
from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.report import QuantityMention

Kind = Literal["", "part", "people"]

_DEED = lazy(
    r"(?:[ \u00a0](?:đạt|bằng|chiếm|tăng|giảm|vượt)[ \u00a0][^;:()\n]{1,40}?)?"
    r"[ \u00a0]?(?:,|và)?[ \u00a0](?P<words>[^\W\d_]+(?:[ \u00a0][^\W\d_]+){0,4})[ \u00a0]"
)
"""A verb alone between two numbers, behind a comma, and maybe a share."""
_FAR_DEED = lazy(r"[^;.\d\n]{0,60}?,[ \u00a0](?P<words>[^\W\d_]+(?:[ \u00a0][^\W\d_]+){0,4})[ \u00a0]")
"""The same farther off, where the number says of how many it is."""
_ASIDE = lazy(
    r"[ \u00a0]?\((?:trong[ \u00a0]đó[:,]?[ \u00a0]|gồm:?[ \u00a0]|có[ \u00a0])?"
    r"(?P<words>[^\W\d_][^\d()\n,;:]{0,60}?):?[ \u00a0]"
)
"""What one pair of brackets says of a count, before its own number."""
_LABEL = lazy(r"[ \u00a0]?[;,]?[ \u00a0][^\W\d_][^;:,.()\d\n]{2,60}:[ \u00a0]")
"""The label of the next of several counts that each have one: ``; đi xe máy:``."""
_LABELLED = lazy(r":[ \u00a0]\Z")
_UNIT = r"(?:(?:xã|huyện|TX|TP|tx|tp)\.?[ \u00a0])?"
_NAMED = lazy(rf"[ \u00a0]?[,;][ \u00a0]{_UNIT}[{UPPER}][^\d()\n,;:.]{{1,40}}[ \u00a0]")
"""The name of the next of several places, each before its count."""
_BEHIND_NAME = lazy(rf"(?:[,;:(]|\n)[ \u00a0]?{_UNIT}[{UPPER}][^\d()\n,;:.]{{1,40}}[ \u00a0]\Z")
_APART = frozenset(("riêng", "nữ", "nam", "thiếu", "thừa", "còn"))
"""What sets one part apart, whatever its name."""
_ASPECTS = frozenset(("đã", "mới", "còn", "được", "phải", "đang", "chưa", "bị", "cho", "tự"))
_TAILS = frozenset(("được", "xong", "mới", "thêm", "hẳn", "đúng hạn", "quá hạn", "trước hạn", "chỉ"))
_HARMED = frozenset(
    ("chết", "bị thương", "mất tích", "tử vong", "thiệt mạng", "bị thương nặng", "bị thương nhẹ")
)
_PEOPLE = frozenset(("người", "vụ", "nạn nhân", "vụ việc"))
_COMRADE = "đ/c"
_STILL = lazy(r"[ \u00a0](?:đang|chưa|không|phải|tiếp[ \u00a0]tục)(?![^\W_])")
"""What is told of those that are left: ``giải quyết 33 đơn, còn 8`` *chưa giải quyết*."""
_BORN, _UNTIL, _SMALL = 1900, 2100, 20


def lone(text: str, folded: str, whole: QuantityMention, number: NumberSpan) -> Kind:
    """Tell whether a bare number goes on with the count right before it, and what it counts.

    Args:
        text: the text.
        folded: the same in lower case.
        whole: the last count before the number.
        number: the bare number.

    Returns:
        ``part`` for one that counts the same as ``whole``, ``people`` for those whom a case befell, else
        nothing.
    """
    if "/" in whole.unit and whole.unit != _COMRADE:
        return ""
    if _BORN <= number.value <= _UNTIL and "." not in number.raw:
        return ""
    if number.of is not None:
        deed = _FAR_DEED.fullmatch(folded, whole.end, number.start)
        return "part" if deed and number.of == whole.value and is_deed(deed["words"]) else ""
    below = number.value <= whole.value
    deed = _DEED.fullmatch(folded, whole.end, number.start)
    if deed is not None:
        words = " ".join(deed["words"].split())
        if words in _HARMED:
            return "people" if whole.unit in _PEOPLE else ""
        if words == "còn" and below and not _measures(whole) and _STILL.match(folded, number.end):
            return "part"
        shared = folded.startswith(" và ", number.end)  # sửa đổi 5 và thay thế 3 văn bản
        if below and not shared and not _measures(whole) and is_deed(words):
            return "part"
    aside = _ASIDE.fullmatch(folded, whole.end, number.start)
    if aside is not None and folded[number.end : number.end + 1] == ")":
        return "part" if _sets_apart(text, aside["words"], number, whole) else ""
    before = max(0, whole.start - 60)
    if number.label or _measures(whole):
        return ""
    if _LABEL.fullmatch(folded, whole.end, number.start):
        return "part" if _LABELLED.search(folded, before, whole.start) else ""
    if (
        whole.unit != "điểm"
        and _NAMED.fullmatch(text, whole.end, number.start)
        and _BEHIND_NAME.search(text, before, whole.start)
    ):
        return "part"
    return ""


def _measures(whole: QuantityMention) -> bool:
    return whole.unit.lower() in grammar().units


def is_deed(words: str) -> bool:
    """Tell whether words are a verb, or one of the adjectives that share out a count."""
    if words in role("lone_part"):
        return True
    pieces = words.split()
    while pieces and pieces[0] in _ASPECTS:
        pieces.pop(0)
    if not pieces or pieces[-1] in role("no_part"):
        return False
    if " ".join(pieces) in role("lone_part"):
        return True
    g = grammar()
    for size in range(min(4, len(pieces)), 0, -1):
        verb, rest = " ".join(pieces[:size]), " ".join(pieces[size:])
        if (verb in g.verbs or g.effects.get(verb) == "verb") and (not rest or rest in _TAILS):
            return True
    return False


def _sets_apart(text: str, words: str, number: NumberSpan, whole: QuantityMention) -> bool:
    """Tell whether words in brackets before a number name a part of the count or what it is set against."""
    words = " ".join(words.split())
    if words in role("set_against"):
        return True
    if number.label or number.value > whole.value or _measures(whole):
        return False
    first = words.split()[0]
    if first in _APART:
        return True
    last = text[: number.start].rstrip().rpartition(" ")[2]
    if last[:1].isupper() and number.value < _SMALL:
        return False  # (Trường Tiểu học Kim Đồng 2)
    return is_deed(words)

"""Counts whose noun is said before them: the second end of a change, ``tổng số vụ việc là 464``."""

from __future__ import annotations

import re
from functools import cache

from vnreport.base_model import made
from vnreport.mentions.numbers import NumberSpan, look_after, tidy
from vnreport.mentions.numbers.roles import any_of, role
from vnreport.mentions.quantities.grammar import grammar, longest
from vnreport.mentions.quantities.phrase import Reader
from vnreport.patterns import lazy
from vnreport.report import QuantityMention
from vnreport.spans import Spans

_FARTHEST = 40
_REACH = 100
_CHANGED = lazy(
    r"(?:[ \u00a0]\([^()\n]{1,24}\)|[ \u00a0](?:năm|tháng|quý)[ \u00a0][\w/]{1,9})?[ \u00a0]"
    r"(?:lên|xuống|còn|lên đến|lên tới|xuống còn|xuống đến|lên thành|chỉ còn)[ \u00a0]"
    r"(?:(?:hơn|gần|trên|dưới|khoảng|tới)[ \u00a0])?"
)
_PEOPLE = frozenset(("người", "vụ", "ca", "nạn nhân", "học sinh", "cháu", "em"))
_HARMED = lazy(r"[ \u00a0]((?:bị )?(?:thương(?: nặng| nhẹ)?|mất tích|chết|tử vong|thiệt mạng))(?!\w)")
_HOUSES = frozenset(("nhà", "ngôi nhà", "ngôi", "căn", "căn nhà", "hộ", "nhà dân", "nhà ở"))
_DAMAGED = lazy(
    r"[ \u00a0]((?:bị[ \u00a0])?(?:tốc mái|sập đổ|đổ sập|sập|hư hỏng|hư hại|cuốn trôi|ngập|xiêu vẹo|cháy)"
    r"(?:,[ \u00a0](?:bị[ \u00a0])?(?:tốc mái|sập đổ|hư hỏng|hư hại|cuốn trôi|xiêu vẹo))?)(?!\w)"
)
"""What befell houses that are counted without their noun, behind others."""
_FROM = lazy(r"(?<!\w)từ[ \u00a0](?:(?:hơn|gần|trên|dưới|khoảng)[ \u00a0])?\Z")
_CLOSES = lazy(
    r"[ \u00a0]?(?:[;.)\n(]|,(?!\d)|\Z)"
    r"|[ \u00a0](?:và|với|so với|năm|vào năm|tháng|trong|lên|xuống|còn)(?!\w)"
)


def elliptic(
    text: str,
    folded: str,
    numbers: list[NumberSpan],
    found: list[QuantityMention],
    taken: Spans,
    reader: Reader,
) -> list[QuantityMention]:
    """Give the bare numbers whose counted noun stands before them.

    Args:
        text: the text.
        folded: the same in lower case.
        numbers: all its numbers, in text order.
        found: the quantities among them, in text order.
        taken: what the other finders have claimed.
        reader: reads the phrases of the text.

    Returns:
        ``giảm từ 15 vụ xuống còn | 9``, ``tổng số vụ việc phải xử lý là | 464``, in text order.
    """
    mentions: list[QuantityMention] = []
    at = 0
    for number in numbers:
        while at < len(found) and found[at].end <= number.start:
            at += 1
        if at < len(found) and found[at].start <= number.start:
            continue
        if number.label or number.spelled or number.value_max is not None:
            continue
        if taken.overlaps(number.start, number.end):
            continue
        if number.of is None and (harmed := _HARMED.match(folded, number.end)):
            mentions += _victims(text, folded, number, harmed, [*found[max(0, at - 2) : at], *mentions[-1:]])
            continue
        if number.of is None and (damaged := _DAMAGED.match(folded, number.end)):
            mentions += _houses(text, folded, number, damaged, [*found[max(0, at - 1) : at], *mentions[-1:]])
            continue
        if not _CLOSES.match(folded, number.end):
            continue
        if number.of is not None:  # số ổ dịch đã khống chế là 36/42
            mentions += filter(None, [_named(text, folded, number, reader)])
            continue
        before = [*found[at - 1 : at], *mentions[-1:]] if at else mentions[-1:]
        first = max(before, key=lambda each: each.start, default=None)
        mention = _second_end(text, folded, number, first) if first else None
        mention = mention or (_changed_by(text, folded, number, first) if first else None)
        mention = mention or _named(text, folded, number, reader) or _moved(text, folded, number, reader)
        if mention is not None:
            mentions.append(mention)
    return mentions


def _victims(
    text: str, folded: str, number: NumberSpan, harmed: re.Match[str], before: list[QuantityMention]
) -> list[QuantityMention]:
    """Give people who are counted by what befell them, behind others: ``9 người chết, 2 mất tích``."""
    near = [each for each in before if number.start - each.end <= _FARTHEST and each.unit in _PEOPLE]
    if not near or "\n" in text[near[-1].end : number.start]:
        return []
    mention = _like(text, folded, number, "người", f"người {harmed[1]}")
    mention.end = harmed.end()
    mention.text = text[mention.start : mention.end]
    return [mention]


def _houses(
    text: str, folded: str, number: NumberSpan, damaged: re.Match[str], before: list[QuantityMention]
) -> list[QuantityMention]:
    """Give houses that are counted by what befell them: ``9 nhà sập, 80 tốc mái, hư hỏng``."""
    near = [each for each in before if number.start - each.end <= _FARTHEST and each.unit in _HOUSES]
    if not near or "\n" in text[near[-1].end : number.start]:
        return []
    mention = _like(text, folded, number, near[-1].unit, f"{near[-1].unit} {damaged[1]}")
    mention.end = damaged.end()
    mention.text = text[mention.start : mention.end]
    return [mention]


def _second_end(text: str, folded: str, number: NumberSpan, first: QuantityMention) -> QuantityMention | None:
    """Give the end of a change whose noun stands behind its beginning."""
    if number.start - first.end > _FARTHEST or first.of is not None:
        return None
    if not _CHANGED.fullmatch(folded, first.end, number.start):
        return None
    if not _FROM.search(folded, max(0, first.start - 14), first.start):
        return None
    return _like(text, folded, number, first.unit, first.what)


_BY = lazy(
    r"(?:/\w{1,5})?[ \u00a0]?[,(]?[ \u00a0]?(?:(?:nhưng|và|đã|lại|cùng kỳ)[ \u00a0])?(?:tăng|giảm)[ \u00a0]"
    r"(?:(?:thêm|hơn|gần|trên|khoảng|được|đi)[ \u00a0]){0,2}"
)
"""What stands between a count and how much it went up or down by, told without its noun."""
_MORE = lazy(r"[ \u00a0](?:so[ \u00a0](?:với|cùng)(?!\w)|\()|[ \u00a0]?(?:[;.)\n]|,(?!\d)|\Z)")


def _changed_by(text: str, folded: str, number: NumberSpan, first: QuantityMention) -> QuantityMention | None:
    """Read how much a count changed by where its noun is not said again: ``235 vụ, giảm`` *180 (43%)*."""
    if number.start - first.end > _FARTHEST or _BY.fullmatch(folded, first.end, number.start) is None:
        return None
    fell = "giảm" in folded[first.end : number.start]
    unlike = not fell and number.value > first.value and number.value >= _YEARS
    if unlike or first.unit in _LASTING or _MORE.match(folded, number.end) is None:
        return None
    return _like(text, folded, number, first.unit, first.what)


_YEARS = 1900
_LASTING = frozenset(("tháng", "năm", "ngày", "tuần", "giờ", "phút", "tuổi", "lần"))


@cache
def _head() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?P<sum>tổng[ \u00a0]|lượng[ \u00a0])?số[ \u00a0](?:lượng[ \u00a0]|lượt[ \u00a0])?"
        rf"(?P<noun>[^\d\W][^\d.;:()\n]{{2,80}}?)[ \u00a0]?(?P<verb>:|{any_of(role('equals'))}|)"
        rf"[ \u00a0](?:{any_of(role('between'))}[ \u00a0])?\Z"
    )


def _named(text: str, folded: str, number: NumberSpan, reader: Reader) -> QuantityMention | None:
    """Read a count that ``tổng số …`` names before it."""
    begin = max(0, number.start - _REACH)
    begin = max(begin, folded.rfind("\n", begin, number.start) + 1)
    if folded.find("số", begin, number.start) < 0:
        return None
    head = None
    for start in (m.start() for m in _OPENS.finditer(folded, begin, number.start)):
        head = _head().match(folded, start, number.start) or head
    if head is None:
        return None
    words = head["noun"].replace(",", " ").split()
    noun = longest(words, 0, grammar().nouns, grammar().noun_sizes)
    if noun is None or grammar().nouns[noun[0]] == "admin" or noun[0] in role("identified"):
        return None
    if not head["sum"] and head["verb"] == ":":
        return None
    if not head["verb"] and noun[0] not in role("case_noun"):
        return None  # số người chết 8, but số nhà 8
    phrase = reader.read(head.start("noun") - 1, head.end("noun"), head.start("noun"))
    if phrase is None or (not head["verb"] and phrase.end < head.end("noun")):
        return None
    return _like(text, folded, number, phrase.unit, " ".join(text[phrase.start : phrase.end].split()))


def _moved(text: str, folded: str, number: NumberSpan, reader: Reader) -> QuantityMention | None:
    """Read by how many a count changed whose noun stands before its verb: ``số vụ tăng | 5``."""
    begin = max(0, number.start - _REACH)
    if not _MOVES.search(folded, max(begin, number.start - 16), number.start):
        return None
    head = _COUNT_MOVES.search(folded, begin, number.start)
    if head is None:
        return None
    noun = longest(head["noun"].split(), 0, grammar().nouns, grammar().noun_sizes)
    if noun is None or grammar().nouns[noun[0]] == "admin" or noun[0] in role("identified"):
        return None
    phrase = reader.read(head.start("noun") - 1, head.end("noun"), head.start("noun"))
    if phrase is None:
        return None
    return _like(text, folded, number, phrase.unit, " ".join(text[phrase.start : phrase.end].split()))


_MOVES = lazy(r"(?<!\w)(?:tăng|giảm)[ \u00a0](?:(?:thêm|được)[ \u00a0])?\Z")
_COUNT_MOVES = lazy(
    r"(?<!\w)số[ \u00a0](?:lượng[ \u00a0])?(?P<noun>[^\W\d][^\d.;:,()\n]{1,50}?)[ \u00a0]"
    r"(?:(?:cũng|đã)[ \u00a0])?(?:tăng|giảm)[ \u00a0](?:(?:thêm|được)[ \u00a0])?\Z"
)
_OPENS = lazy(r"(?<!\w)(?:tổng[ \u00a0])?số[ \u00a0]")


def _like(text: str, folded: str, number: NumberSpan, unit: str, what: str) -> QuantityMention:
    return made(QuantityMention)(
        text=text[number.start : number.end],
        start=number.start,
        end=number.end,
        value=tidy(number.value),
        unit=unit,
        what=what,
        modifier=look_after(folded, number.end, number.modifier),
        of=None if number.of is None else tidy(number.of),
    )

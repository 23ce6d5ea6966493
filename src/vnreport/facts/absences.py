"""Absences: what a report says there was none of is a measurement of 0."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from vnreport.base_model import made
from vnreport.facts.holding import hold
from vnreport.facts.scope import Scope
from vnreport.facts.words import action_verbs, alternatives, column, durations, phrase_words, squeeze
from vnreport.layout import Sentence
from vnreport.lexicon import table
from vnreport.mentions.quantities.grammar import grammar, longest
from vnreport.patterns import lazy
from vnreport.report import Measurement, QuantityMention, Source

_ABSENCE = lazy(
    r"(?<![^\W_])(?:không|chưa)\s+(?:(?:có|xảy\s+ra|để\s+xảy\s+ra|để\s+phát\s+sinh|phát\s+sinh|ghi\s+nhận|phát\s+hiện|còn)\s+|"
    r"(?=(?:tử|thương)\s+vong|thiệt\s+hại))(?P<what>[^\s,;.:()][^,;.:()\n]{1,79})"
)
_NONE = lazy(
    r"(?P<what>[^\W\d_][^,;:.()\n]{1,60}?)\s*:\s*(?:không(?:\s+(?:có|còn|phát\s+sinh|xảy\s+ra))?|chưa\s+(?:có|phát\s+sinh))\s*(?=[.;\n]|$)"
)
"""A label with nothing behind it: ``tai biến nặng: không``."""
_ABSENCE_END = lazy(
    r"\s+(?:phát\s+sinh|xảy\s+ra|trên\s+địa\s+bàn|tại|trong|do|mới|so\s+với|nào(?=\s*$|\s+(?:phát|xảy|trên|tại|trong|do|mới|ở|về|của|thuộc|đối|để|theo|từ|khác)(?![^\W_])))(?![^\W_])"
)


def find(scope: Scope, sentence: Sentence) -> list[Measurement]:
    """Find what a sentence says there was none of: ``không có ca tử vong`` is a measurement of 0."""
    found = []
    colon = scope.folded.find(":", sentence.start, sentence.end)
    labels = colon >= 0 and re.search("không|chưa", scope.folded[colon : sentence.end]) is not None
    for match in (
        *scope.matches("absence", _ABSENCE).finditer(sentence.start, sentence.end),
        *(_NONE.finditer(scope.folded, sentence.start, sentence.end) if labels else ()),
    ):
        first, labelled = match.start("what"), match.start() == match.start("what")
        head = first + len("số ") if scope.folded.startswith("số ", first) else first
        counted = _counted(scope, head, match, labelled)
        if counted is None or _counted_before(scope, sentence, match.start()):
            continue
        if scope.folded[counted[1] : match.end("what")].lstrip()[:1].isdigit():
            continue
        stop = _ABSENCE_END.search(scope.folded, counted[1], match.end("what"))
        end = stop.start() if stop else match.end("what")
        comma = _COMMA_NOUN.match(scope.folded, end, sentence.end) if stop is None else None
        end = comma.end() if comma else end
        negated = (match.end("what"), match.end()) if labelled else (match.start(), first)
        unit = counted[2] or squeeze(scope.text[counted[0] : counted[1]])
        found.append(_none(scope, sentence, match.span(), (match.start("what"), end), unit, negated))
    return found + _others(scope, sentence, {fact.evidence.start for fact in found})


def _none(
    scope: Scope,
    sentence: Sentence,
    span: tuple[int, int],
    what: tuple[int, int],
    unit: str,
    negated: tuple[int, int],
) -> Measurement:
    """Make the measurement of 0 of what stands at ``what``, denied by the words at ``negated``."""
    clause = scope.clause(sentence, *span)
    held = hold(scope, clause, *span)
    sources = held.sources
    sources["value"] = Source(rule="absence", start=negated[0], end=negated[1])
    sources["indicator"] = Source(rule="behind", start=what[0], end=what[1])
    return made(Measurement)(
        evidence=scope.shared.evidence(clause),
        confidence=0.85,
        indicator=_ANY.sub("", squeeze(scope.text[slice(*what)])) + _disease(scope, span[0], what),
        value=Decimal(0),
        unit=unit,
        period=held.period,
        place=held.place,
        organization=held.organization,
        status=held.status,
        sources=sources,
    )


def _disease(scope: Scope, start: int, what: tuple[int, int]) -> str:
    """Give the label right before a negation that says which cases: ``Sởi, dại:`` *không có ca mắc*."""
    if _CASES.fullmatch(scope.folded, *what) is None:
        return ""
    line = max(scope.folded.rfind(mark, max(0, start - _LABELLED), start) for mark in "\n.;") + 1
    match = _LABEL_BEFORE.fullmatch(scope.folded, line, start)
    named = scope.between(*match.span("label")) if match else []
    if match is None or any(m.start == match.start("label") for m in named) or action_verbs(match["label"]):
        return ""
    return f" {squeeze(scope.text[slice(*match.span('label'))])}"


_LABELLED = 90
_CASES = lazy(
    r"(?:ca|trường\s+hợp)(?:\s+(?:bệnh|mắc|nhiễm|dương\s+tính|tử\s+vong))?(?:\s+(?:mới|nào|bệnh))?\s*"
)
"""Cases that do not say of which disease."""
_LABEL_BEFORE = lazy(
    r"[\s\-–+•*]*(?:\d{1,2}[.)]\s*)*(?P<label>[^\W\d_][^:;.\n]{2,60}?)\s*:\s*(?:(?:trong\s+(?:tuần|tháng|quý|kỳ|năm)|hiện|đến\s+nay)\s*,?\s*)?"
)


def _others(scope: Scope, sentence: Sentence, known: set[int]) -> list[Measurement]:
    """Find deeds that were done to none (``không khởi tố vụ nào``), and the last of a list that had none."""
    found = []
    for match in scope.matches("absence", _NOT_ONE).finditer(sentence.start, sentence.end):
        what = match.span("what")
        words = scope.folded[slice(*what)].split()
        size = next(
            (n for n in (3, 2, 1) if n < len(words) and _COUNTABLE.fullmatch(" ".join(words[-n:]))), 0
        )
        verbs = action_verbs(" ".join(words[:-size])) if size else []
        if "bất" in words or not verbs or verbs[0].start() or _counted_before(scope, sentence, match.start()):
            continue
        unit = " ".join(words[-size:])
        found.append(_none(scope, sentence, match.span(), what, unit, (match.start(), what[0])))
    denied = scope.folded.find("không", sentence.start, sentence.end) >= 0
    last = _LAST.search(scope.folded, sentence.start, sentence.end) if denied else None
    if last is not None:
        counts = [m for m in scope.between(sentence.start, last.start()) if isinstance(m, QuantityMention)]
        cases = counts and counts[-1].unit.lower() in (*phrase_words("case"), *phrase_words("event"), "người")
        if cases and not _ASKS.search(last["what"]) and len(last["what"].split()) <= _LABEL + 1:
            negated = (last.end("what"), last.end())
            found.append(_none(scope, sentence, last.span(), last.span("what"), counts[-1].unit, negated))
    return [fact for fact in found if fact.evidence.start not in known]


_NOT_ONE = lazy(r"(?<![^\W_])(?:không|chưa)\s+(?P<what>[^\s,;.:()\d][^,;.:()\d\n]{2,59}?)\s+nào(?![^\W_])")
_LAST = lazy(
    r"[,;]\s+(?:và\s+|riêng\s+|còn\s+)*(?P<what>[^\W\d_][^,;:.()\d\n]{2,40}?)\s+không(?:\s+xảy\s+ra)?\s*(?=[.)\n]|$)"
)
"""The last of a list, of which there was none: ``; đường sắt không xảy ra``."""
_ASKS = lazy(r"(?<![^\W_])(?:có|hay|hoặc|đã|được|là|thì|để|nếu|nên|đang)(?![^\W_])")


def _counted(scope: Scope, head: int, match: re.Match[str], labelled: bool) -> tuple[int, int, str] | None:
    """Give the noun that there was none of, with its unit where that is another, or None where none counts.

    Args:
        scope: the text.
        head: where the words for it begin.
        match: the negation with these words.
        labelled: whether they are a label (``Nổ: không xảy ra``).
    """
    folded, end = scope.folded, match.end("what")
    if _GROUNDS.match(folded, head, end):
        return None
    if _HABIT.search(folded, max(0, match.start() - 16), match.start()):
        # "nhiều năm liền không có nợ xấu"
        return None
    if (debt := _DEBT.match(folded, head, end)) is not None:
        return head, debt.end(), "VND"
    if (known := _COUNTABLE.match(folded, head, end)) is not None:
        alone = known.group() == "điểm nóng" and not folded[known.end() : end].strip()
        if alone and "để" in folded[match.start() : head].split():
            # "không để xảy ra điểm nóng" is said everywhere.
            return None
        return known.start(), known.end(), _units().get(squeeze(known.group()), "")
    occurs = _OCCURS.search(folded, match.start(), match.end()) is not None
    if labelled:
        short = len(folded[head:end].split()) <= _LABEL
        return (head, end, _CASE) if occurs and short and not scope.between(head, end) else None
    if occurs and _UNREAL.match(folded, head, end) is None:
        return head, head, _CASE
    if "để" in folded[match.start() : head].split():
        # "không để xảy ra án quá hạn" is what everybody strives for.
        return None
    words = folded[head:end].split()
    noun = longest(words, 0, grammar().nouns, grammar().noun_sizes)
    if noun is None or not _OPENS.search(folded, max(0, match.start() - 12), match.start()):
        return None
    close = _WORDS[noun[1] - 1].match(folded, head, end) if noun[1] <= len(_WORDS) else None
    return (head, close.end(), "") if close and _BREACH.match(folded, close.end(), end) else None


_HABIT = lazy(r"(?<![^\W_])(?:năm\s+(?:liền|qua|nay)|luôn|thường)\s+$")
"""What makes an absence a habit rather than a figure."""
_ANY = lazy(r"(?<=\w)\s+nào(?![^\W_])")


@cache
def _units() -> dict[str, str]:
    """What nouns are counted in that are no units themselves: ``ngộ độc`` in ``vụ``."""
    return {row["head"]: row["unit"] for row in table("countable_heads") if row["unit"]}


_CASE = "vụ"
_LABEL = 4
"""The longest label of what did not come about, in words."""
_WORDS = [lazy(rf"\S+(?:\s+\S+){{{more}}}") for more in range(4)]
_DEBT = lazy(r"nợ\s+(?:quá\s+hạn|xấu|thuế|lương)(?![^\W_])")
_GROUNDS = lazy(
    r"cơ\s+sở\s+(?:để|xem\s+xét|giải\s+quyết|kết\s+luận|chấp\s+nhận|pháp\s+lý|khoa\s+học|thực\s+tiễn|xử\s+lý)"
)
"""Grounds that there are none of, which nobody counts."""
_OCCURS = lazy(r"(?:không|chưa)\s+(?:xảy\s+ra|phát\s+sinh)(?![^\W_])")
_UNREAL = lazy(
    r"(?:tình\s+trạng|tiêu\s+cực|mất|lợi\s+dụng|thất\s+thoát|hiện\s+tượng|tình\s+huống|biến\s+động|chi\s+phí|thêm|mới|gì|các|những|nhiều|bất\s+kỳ|sai\s+sót|ra|sự|việc|"
    r"trong|tại|trên|từ|do|khi|tăng|giảm|lớn|nghĩa\s+vụ|quyền|thủ\s+tục)(?![^\W_])"
)
"""What did not come about and is no case of anything."""
_OPENS = lazy(r"(?:^|[.;,:\n(–+-]|(?<![^\W_])(?:và|nhưng|song|kỳ|tháng|quý|năm))\s*$")
"""What stands before a negation that no subject has."""
_BREACH = lazy(
    r"(?:\s+[^\W\d_]+){0,2}?\s+(?:nào|bị|vi\s+phạm|quá\s+hạn|tồn\s+đọng|mắc|nhiễm|tử\s+vong|chậm|trễ|sai|khống|trái|vượt|giả|lậu|"
    r"xếp\s+loại|yếu|kém|phải|bỏ\s+học|khiếu\s+kiện|đông\s+người)(?![^\W_])"
)
"""What says of a noun that it is one of the bad cases that reports count."""


def _counted_before(scope: Scope, sentence: Sentence, at: int) -> bool:
    """Tell whether the words say something of what was counted: ``12 hộ không có đất sản xuất``."""
    cut = max(scope.folded.rfind(mark, sentence.start, at) for mark in (",", ";", ":"))
    inner = scope.between(sentence.start, at)
    return any(
        isinstance(m, QuantityMention) and m.end > cut and m.unit.lower() not in durations() for m in inner
    )


_COUNTABLE = lazy(alternatives(list(column("countable_heads", "head"))))
_COMMA_NOUN = lazy(r",\s+(?!không|chưa|đã)[^\W\d_]+(?:\s+[^\W\d_]+)?(?=\s+(?:phát\s+sinh|xảy\s+ra|nào))")

"""Numbers without a unit: totals, and parts (``196 trường hợp, trong đó nồng độ cồn 74, quá tốc độ 31``)."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import islice

from vnreport.base_model import made
from vnreport.facts.comparisons import is_aside
from vnreport.facts.holding import hold
from vnreport.facts.scope import Scope
from vnreport.facts.words import column, squeeze
from vnreport.layout import Sentence
from vnreport.mentions.quantities.grammar import grammar, longest
from vnreport.patterns import lazy
from vnreport.report import Measurement, OrganizationMention, PlaceMention, QuantityMention, Source

_PART = lazy(
    r"(?:[:;,(]|trong\s+đó|gồm|(?<![^\W_])(?:và|riêng))\s*(?:(?:trong\s+đó|gồm|có|còn|và|riêng)\s*:?\s+)*"
    r"(?=[^,;.()\d\n]{1,60}\d)(?P<label>(?:(?:loại|nhóm|mức|khối|lớp|hạng|bậc|vòng|đợt)\s+\d{1,2}(?=:?\s+\d)|"
    r"(?:[^\W\d_][^,;:.()\d\n]{0,40}?\s)?(?:từ|trên|dưới|đến)\s+(?:đủ\s+)?\d{1,3}"
    r"(?:(?:\s?[-–]\s?|\s+đến\s+(?:dưới\s+)?)\d{1,3})?\s+[^\W\d_]+(?:\s+trở\s+(?:lên|xuống))?|"
    r"[^\W\d_][^,;:.()\d\n]{1,50}?(?:\s\d{1,2}(?=:))?))\s*:?\s+(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,6})(?=\s*(?:[,;()\n]|\.(?!\d)|$))"
)
"""A label, with a bound perhaps (``từ 16 đến dưới 18 tuổi``), and a bare number."""
_TOTAL = lazy(
    r"(?<![^\W_])(?P<label>(?:tổng\s+)?số(?:\s+lượng|\s+lượt)?\s+(?P<noun>[^\W\d_][^,;:.()\d\n]{1,70}?(?:,\s[^,;:.()\d\n]{2,40}?(?=\slà\s))?))\s*"
    r"(?::|(?<![^\W_])(?:là|đạt|có|còn)(?![^\W_]))\s*(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,6})"
    r"(?:\s?/\s?(?:\d{1,3}(?:\.\d{3})+|\d{1,6}))?"
    r"(?=\s*(?:[,;()\n](?!\d)|\.(?!\d)|$)|\s+(?:với|trong\s+đó|gồm|tăng|giảm|so\s+với)(?![^\W_]))"
)
"""A named count that says its unit in its name: ``số vụ còn theo dõi là 49``."""
_BARE = lazy(r"\d(?=\s*(?:[,;()\n]|\.(?!\d)|$))")
"""The last digit of any such number: most sentences have none or one."""
_CODES = lazy(
    r"(?:điện\s+thoại|fax|tài\s+khoản|hiệu|nhà(?!\s+(?:sập|bị|ở|hư|tốc|tạm|ngập|dân|đổ|tình|đại|văn|xây|được|còn))|máy|quyết|công|văn|serial|thứ|đăng\s+ký\s+kinh)(?![^\W_])"
)
"""What a ``số`` numbers rather than counts."""
_LISTED = lazy(
    r"[\-–+•*]\s*(?:số\s+)?(?P<label>[^\W\d_][^:;()\d\n]{1,60}?)\s*:\s*(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,6})\s*[;.,]?"
)
"""An item that is a label with a bare number."""
_YEAR = lazy(r"(?:19|20)\d\d")
_WORDS, _BOUNDED = 6, 10
"""The longest label of a part, in words, and of one that holds a bound."""


def find_totals(scope: Scope, sentence: Sentence) -> list[Measurement]:
    """Find the bare numbers of a sentence that a name with ``số`` or ``tổng số`` before it is linked to."""
    found: list[Measurement] = []
    if scope.folded.find("số ", sentence.start, sentence.end) < 0:
        return found
    for match in _TOTAL.finditer(scope.folded, sentence.start, sentence.end):
        first, last = match.span("number")
        if _CODES.match(scope.folded, match.start("noun")) or scope.between(first, last):
            continue
        if any(m.end > first for m in scope.between(max(sentence.start, first - 60), first)):
            continue
        words = _head_noun(scope.folded[match.start("noun") : match.end("noun")])
        label = squeeze(scope.text[match.start("label") : match.end("label")])
        value = Decimal(match.group("number").replace(".", ""))
        found.append(_fact(scope, sentence, match, label, value, words, None))
    return found


def _head_noun(noun: str) -> str:
    """Give the counted noun that a name begins with, its first word where no table knows it."""
    words = noun.split()
    known = longest(words, 0, grammar().nouns, grammar().noun_sizes)
    return known[0] if known else words[0]


def find(scope: Scope, sentence: Sentence, facts: list[Measurement]) -> list[Measurement]:
    """Find the bare numbers of a sentence that go through an earlier count of it, two of them at least.

    A part is no greater than the whole, and its label is none of a number (``điều 5``, ``lần thứ 2``).
    """
    if not any(_counts(fact) for fact in facts):
        return []
    bare = islice(_BARE.finditer(scope.folded, sentence.start, sentence.end), 2)
    if len(list(bare)) < 2:
        return []
    found = []
    for match in _PART.finditer(scope.folded, sentence.start, sentence.end):
        first, last = match.span("number")
        label = squeeze(scope.text[match.start("label") : match.end("label")]).rpartition(" là ")[2]
        words = label.lower().split()
        value = Decimal(match.group("number").replace(".", ""))
        whole = next(
            (f for f in reversed(facts) if _counts(f) and f.sources["value"].start is not None
             and f.sources["value"].start < first and value <= (f.value or 0)
             and not is_aside(scope, f, first)), None
        )  # fmt: skip
        taken = any(
            m.end > first and not isinstance(m, (OrganizationMention, PlaceMention))
            for m in scope.between(max(sentence.start, first - 60), last)
        )
        bounded = any(map(str.isdigit, label)) and not label[-1].isdigit()
        if whole is None or taken or len(words) > (_BOUNDED if bounded else _WORDS):
            continue
        if words[-1] in column("number_labels", "word") and not bounded:
            continue
        named = len(words) > 1 and all(word[0].isupper() for word in label.split())
        # What holds the number is no name: "đại học 28" among degrees.
        if named or any(
            m.end <= first and not isinstance(m, QuantityMention) for m in scope.between(*match.span("label"))
        ):
            # "27 sự cố, gồm Bắc Ninh 2, Thanh Hóa 13": a list by places counts the same in each.
            label = whole.indicator
        else:
            label = _with_row(scope, sentence, match.start(), label)
        found.append((match, label, value, whole))
    if len(found) < 2:
        return []
    return [
        _fact(scope, sentence, match, label, value, whole.unit, whole.action)
        for match, label, value, whole in found
    ]


def _with_row(scope: Scope, sentence: Sentence, at: int, label: str) -> str:
    """Give a label with the short words before its comma: ``gồm đại học, cao đẳng`` *6*."""
    if scope.folded[at] != ",":
        return label
    row = _ROW.search(scope.folded, max(sentence.start, at - 40), at)
    if row is None or scope.between(*row.span("first")):
        return label
    return f"{squeeze(scope.text[slice(*row.span('first'))])}, {label}"


_ROW = lazy(
    r"(?:[:;(]|(?<![^\W_])(?:gồm|riêng|trong\s+đó)|\d,)\s*(?:(?:gồm|riêng|có)\s+)?"
    r"(?P<first>[^\W\d_]+(?:\s+[^\W\d_]+){1,3})$"
)
"""The first of two words that share a number, behind what opens the label of a part."""


def find_item(scope: Scope, sentence: Sentence, listed: Measurement | None) -> list[Measurement]:
    """Find the bare number of an item: ``+ Nồng độ cồn: 45`` below ``Lập biên bản: 145 trường hợp``.

    Args:
        scope: the text.
        sentence: the item.
        listed: the last count above the item, in whose unit it counts.
    """
    match = _LISTED.match(scope.folded, sentence.start, sentence.end) if listed is not None else None
    if listed is None or match is None or match.end() != sentence.end:
        return []
    first, last = match.span("number")
    words = match.group("label").split()
    if _CODES.match(match.group("label")) or _YEAR.fullmatch(match.group("number")):
        return []
    if words[-1] in column("number_labels", "word") or any(
        m.end > first for m in scope.between(first - 30, last)
    ):
        return []
    label = squeeze(scope.text[slice(*match.span("label"))])
    value = Decimal(match.group("number").replace(".", ""))
    return [_fact(scope, sentence, match, label, value, listed.unit, None)]


def last_count(facts: list[Measurement]) -> Measurement | None:
    """Give the last count of what a line states, in whose unit a list below it counts."""
    return next((fact for fact in reversed(facts) if _counts(fact)), None)


def _counts(fact: Measurement) -> bool:
    return fact.value is not None and fact.unit != "%" and not fact.unit.isupper()


def _fact(
    scope: Scope,
    sentence: Sentence,
    match: re.Match[str],
    label: str,
    value: Decimal,
    unit: str,
    action: str | None,
) -> Measurement:
    first, last = match.span("number")
    clause = scope.clause(sentence, first, last)
    held = hold(scope, clause, first, last)
    sources = {
        **held.sources,
        "value": Source(rule="part", start=first, end=last),
        "indicator": Source(rule="before", start=match.start("label"), end=match.end("label")),
    }
    return made(Measurement)(
        evidence=scope.shared.evidence(clause),
        confidence=0.75,
        indicator=label,
        value=value,
        unit=unit,
        period=held.period,
        place=held.place,
        organization=held.organization,
        action=action,
        status=held.status,
        sources=sources,
    )


PARTS = lazy(
    r"[\s\-–+•*]*(?:trong\s+(?:đó|số\s+(?:này|đó))|cụ\s+thể|(?:bao\s+)?gồm|riêng|(?:số\s+)?còn\s+lại|"
    r"(?:phân|chia)\s+(?:theo|ra|loại))(?![^\W_])"
)
"""What opens a sentence that goes through the parts of what the one before counts."""

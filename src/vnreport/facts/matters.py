"""Matters that are brought to an office, which are verbs, too: ``khiếu nại 497 đơn``."""

from __future__ import annotations

from vnreport.facts.narrowing import Left
from vnreport.facts.scope import Scope
from vnreport.facts.words import phrase_words, squeeze
from vnreport.patterns import lazy
from vnreport.report import QuantityMention

_REACH = 80
"""How far before a count its matters are looked for, in characters."""
_ONE = r"(?:khiếu\s+nại|tố\s+cáo|kiến\s+nghị|phản\s+ánh|tranh\s+chấp|khiếu\s+kiện|đề\s+nghị)"
_LABEL = lazy(rf"(?:(?:số\s+)?(?:đơn|vụ)\s+)?(?:{_ONE}|tố\s+giác|tin\s+báo)(?![^\W_])")
_BEFORE_COUNT = lazy(
    rf"(?:^|[,;:(]|(?<![^\W_])(?:gồm|có|là|đó|và))\s*(?P<what>{_ONE}(?:(?:\s*,\s*|\s+và\s+|\s*-\s*|\s+){_ONE}){{0,3}})\s*:?\s*$"
)
"""Matters alone between the number before and a count of them."""


def is_matter(label: str) -> bool:
    """Tell whether a folded label opens with a matter that is brought to an office."""
    return _LABEL.match(label) is not None


def counted(scope: Scope, left: Left, mention: QuantityMention) -> str:
    """Name a bare count by the matters right before it: ``tố cáo`` *118 đơn*; empty where there are none."""
    if mention.what.strip().lower() not in phrase_words("of_matters"):
        return ""
    opens = max(left.start, mention.start - _REACH)
    found = _BEFORE_COUNT.search(scope.folded[opens : mention.start])
    return f"{mention.what} {squeeze(found['what'])}" if found else ""

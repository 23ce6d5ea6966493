"""Short forms of organisations that a document defines in brackets, and their later uses."""

from __future__ import annotations

import re

from vnreport.base_model import made
from vnreport.mentions.organizations.tables import heads
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention
from vnreport.spans import Spans
from vnreport.text import fold

DEFINED = lazy(
    r"[ \xa0]?\((?:sau đây (?:gọi (?:tắt )?là|viết tắt là|gọi chung là):?[ \xa0])?(?:viết tắt là:? )?"
    r"[“\"']?([^\W\d_][\w&.\- ]{1,40})[”\"']?\)"
)
MAX_ALIASES = 40


def is_alias(alias: str, name: str) -> bool:
    """Whether a word in brackets behind a name is a short form of it, not a place or a remark."""
    words = alias.split()
    if len(words) > 5 or not alias[0].isupper():
        return False
    if len(words) == 1 and alias.isupper():
        return len(alias) > 1
    known = name.lower()
    return all(w.lower() in known or (w.isupper() and w[0].lower() in known) for w in words)


def is_of_a_part(alias: str, name: str) -> bool:
    """Whether a short form stands for another body at the end of the name, its host: ``BĐBP``."""
    words = [word for word in name.split() if word[0].isalnum()]
    part = words[-len(alias) :]
    if len(part) == len(words) or "".join(word[0] for word in part).upper() != alias:
        return False
    return any(fold(" ".join(part[:size])) in heads() for size in range(1, len(part) + 1))


_HEAD_BEFORE = lazy(r"(?<!\w)[^\W\d_]+[ \xa0]\Z")
_WORD = 12
"""How far before a short form the word that may be a head begins, in characters."""


def with_aliases(
    text: str, found: list[OrganizationMention], aliases: dict[str, OrganizationMention], taken: Spans
) -> list[OrganizationMention]:
    """Add the later uses of the short forms that the document defines; drop the definitions themselves."""
    ordered = sorted(aliases, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, ordered))})(?!\w)")
    defined = Spans((m.end, m.end + 3 + len(a)) for a, m in aliases.items() if DEFINED.match(text, m.end))
    found = [m for m in found if not defined.overlaps(m.start, m.end)]
    spans = Spans((m.start, m.end) for m in found).union(taken).union(defined)
    for match in pattern.finditer(text):
        source = aliases[match[0]]
        if match.start() < source.end or spans.overlaps(*match.span()):
            continue
        head = _HEAD_BEFORE.search(text, max(0, match.start() - _WORD), match.start())
        if head is not None and fold(head[0].strip()) in heads():
            continue  # "Thanh tra Bộ Thông tin và Truyền thông (TTTT)": the TTTT of "các Sở TTTT" is a field
        found.append(
            made(OrganizationMention)(
                text=match[0], start=match.start(), end=match.end(), name=source.name, abbreviation=match[0],
                place=source.place,
            )
        )  # fmt: skip
    found.sort(key=lambda m: m.start)
    return found

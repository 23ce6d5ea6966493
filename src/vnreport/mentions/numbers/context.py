"""What the words before a number say of it: a modifier (``gần``), or a name (``quận``)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vnreport.lexicon import table
from vnreport.mentions.numbers.estimates import framed
from vnreport.mentions.numbers.roles import role
from vnreport.mentions.numbers.spelling import tone_variants
from vnreport.mentions.numbers.types import Label
from vnreport.patterns import lazy
from vnreport.report import Modifier

REACH = 72
"""How many characters before a number are looked at."""

_BREAKS = frozenset(",;:.!?)]}”\"'…|")
_LAST_END = lazy(
    r".*(?:[,;:.!?)\]}”\"'…|][ \u00a0]|[-–•*+][ \u00a0]|[ \u00a0][(\[“\"])",
    re.DOTALL,
)
"""What parts a clause from the one before it: a break with a space behind, or an opening mark."""
_SHORT = lazy(r"(?<![\w.])(?:q|p|tx|kp)\. \Z")
"""Short forms of levels before a number that names one: ``Q. 8``."""
_YEAR = lazy(r"(?:19|20)?[0-9]{2}(?![0-9.,])")
_YEAR = lazy(r"(?:19|20)[0-9]{2}(?![0-9.,])")
_DAY_LEADS: tuple[list[str], ...] = (["ngày"], ["mùng"], ["mồng"], ["từ"], ["đến"], ["và"])
_OPENERS = "([{“\"'‘-–—•*+·>"
_OPENERS_AND_SPACE = _OPENERS + " \u00a0\t"


class Before(NamedTuple):
    """What stands before a number."""

    modifier: Modifier
    label: Label
    label_word: str
    unless: str
    """The word before the label, or empty."""
    from_: bool


NOTHING = Before("exact", "", "", "", False)


class _Tables(NamedTuple):
    modifiers: dict[tuple[str, ...], Modifier]
    modifier_ends: frozenset[str]
    labels: dict[tuple[str, ...], tuple[str, frozenset[str]]]
    label_ends: frozenset[str]
    ends: frozenset[str]
    """The last words of all that tells something of the number behind it."""


@cache
def _tables() -> _Tables:
    modifiers: dict[tuple[str, ...], Modifier] = {}
    for row in table("modifiers"):
        if row["side"] == "before":
            modifiers[tuple(row["phrase"].split())] = row["modifier"]  # type: ignore[assignment]
    labels: dict[tuple[str, ...], tuple[str, frozenset[str]]] = {}
    for row in table("number_labels"):
        unless = frozenset(word for word in row["unless_after"].split("|") if word)
        for form in tone_variants(row["word"]):
            labels[tuple(form.split())] = (row["strength"], unless)
    modifier_ends = frozenset(key[-1] for key in modifiers)
    label_ends = frozenset(key[-1] for key in labels)
    return _Tables(modifiers, modifier_ends, labels, label_ends, modifier_ends | label_ends | {"từ"})


def _words_before(folded: str, start: int) -> list[str]:
    """Give the words of the clause before ``start``, nearest last."""
    begin = max(0, start - REACH)
    piece = folded[begin:start]
    if "\n" in piece:
        head, _, tail = piece.rpartition("\n")
        wrapped = not tail.strip() and head[-1:].isalpha()
        _, broken, line = head.rpartition("\n")
        piece = line if wrapped else tail
        # What opens a line is whole, wherever the reach began.
        begin = begin if wrapped and not broken else 0
    if not piece or piece[-1] in _BREAKS:
        return []
    cut = _LAST_END.match(piece)
    if cut is not None:
        piece = piece[cut.end() :].lstrip(_OPENERS_AND_SPACE)
        begin = 0
    words = piece.split()
    if begin and words and not folded[begin - 1].isspace():
        words = words[1:]
    return words if not words or words[-1][-1] not in _BREAKS else []


def look_before(folded: str, start: int) -> Before:
    """Read the words before a number at ``start`` of a text in lower case."""
    tables = _tables()
    if folded[max(0, start - 2) : start] == ". " and _SHORT.search(folded, max(0, start - 6), start):
        return Before("exact", "weak", "quận", "", False)
    if not _tells(folded, start, tables):
        return NOTHING
    words = _words_before(folded, start)
    if not words:
        return NOTHING
    from_ = words[-1] == "từ"
    if from_:
        words = words[:-1]
        if not words:
            return Before("exact", "", "", "", True)
    last = words[-1]
    modifier: Modifier = "exact"
    known = False
    if last in tables.modifier_ends:
        for size in (4, 3, 2, 1):
            found = tables.modifiers.get(tuple(words[-size:])) if size <= len(words) else None
            if found is not None:
                above = last == "trên" and words[-2:-1] in (["cấp"], ["tuyến"])
                # "chuyển cấp trên 2 vụ"
                modifier, known = "exact" if above else found, True
                # "từ hơn 162 lên gần 178 người"
                from_ = from_ or words[-size - 1 : -size] == ["từ"]
                break
    if not known and ((("ước" in words or "dự" in words) and _estimated(words)) or framed(folded, start)):
        modifier = "estimated"
    if from_ or known or last not in tables.label_ends:
        return Before(modifier, "", "", "", from_)
    return _labelled(folded, start, words, modifier, tables)


def _labelled(folded: str, start: int, words: list[str], modifier: Modifier, tables: _Tables) -> Before:
    """Read the label that the words before a number may end with."""
    last = words[-1]
    for size in (4, 3, 2, 1):
        hit = tables.labels.get(tuple(words[-size:])) if size <= len(words) else None
        if hit is None:
            continue
        before = words[-size - 1] if size < len(words) else ""
        lasts = before.replace(",", "").isdigit()
        if before in hit[1] or (last == "ngày" and lasts):
            break  # "4 ngày 3 đêm"
        if last == "năm" and lasts and not _YEAR.match(folded, start):
            break  # "50 năm 3 trường hợp"
        if last == "tháng" and lasts and words[-3:-2] not in _DAY_LEADS:
            break  # "10 tháng 11 ngày tù"
        strength: Label = "weak" if hit[0] == "weak" else "strong"
        word = " ".join(words[-size:])
        return Before(modifier, strength, "=" + word if hit[0] == "time" else word, before, False)
    return Before(modifier, "", "", "", False)


def _tells(folded: str, start: int, tables: _Tables) -> bool:
    """Tell at a glance whether the words before a number can say anything of it; most say nothing."""
    piece = folded[max(0, start - REACH) : start]
    words = piece[-20:].rsplit(None, 1)
    if not words:
        return False
    last = words[-1]
    if last[-1] in _BREAKS:
        return False
    return last.lstrip(_OPENERS) in tables.ends or "ước" in piece or "dự" in piece or framed(folded, start)


def _estimated(words: list[str]) -> bool:
    """Tell whether ``ước … đạt`` or ``dự kiến …`` reaches the number from a distance."""
    for i in range(len(words) - 1, max(-1, len(words) - 10), -1):
        if words[i][0].isdigit():
            return False
        if words[i] == "ước" and (i == 0 or words[i - 1] not in role("no_estimate")):
            return words[-1] in role("estimate_verb") or i >= len(words) - 3
        if words[i] == "dự" and words[i + 1 : i + 2] in (["kiến"], ["ước"]):
            return i >= len(words) - 5 or words[-1] in role("estimate_verb")
    return False


@cache
def _after() -> tuple[re.Pattern[str], dict[str, Modifier]]:
    rows = [row for row in table("modifiers") if row["side"] == "after"]
    forms = "|".join(re.escape(row["phrase"]).replace(r"\ ", r"\s") for row in rows)
    meaning: dict[str, Modifier] = {row["phrase"]: row["modifier"] for row in rows}  # type: ignore[misc]
    return re.compile(rf"[ \u00a0\n]{{1,2}}({forms})(?!\w)"), meaning


def look_after(folded: str, end: int, modifier: Modifier) -> Modifier:
    """Give the modifier of a mention that ends at ``end``: the word behind it, else the one it has."""
    pattern, meaning = _after()
    found = pattern.match(folded, end)
    return meaning[" ".join(found[1].split())] if found else modifier

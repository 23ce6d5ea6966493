"""What tells of lost letters though no word beside it is likelier whole: names, offices, dates.

A line that holds the name of a signer (``Kiu Mnh Tun``), his office (``PHÓ CH TCH``) or a date
(``ngay 03 thang 5 nam 2016``) has nothing around it that the language model could go by.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.repair.letters.damage import Kind, damage_table, strip_marks
from vnreport.repair.letters.lost_surnames import surnames

_BEFORE = lazy(rf"(?:(?<![\w?])[{UPPER}][^\W\d_]{{0,6}} ){{1,4}}\Z")
"""The words of a name before its last."""
_BEHIND = lazy(rf" [{UPPER}][^\W\d_]{{0,6}}(?: [{UPPER}][^\W\d_]{{0,6}})?(?!\w)")
_HELD = lazy("[\u1e00-\u1eff]")
_REACH = 40
# The first letter first, then what stands before it: nothing is tried where none of them is.
_DATE = lazy(
    r"[Nn](?<!\w[Nn])gay \d{1,2} thang \d|[Tt](?<!\w[Tt])hang \d{1,2}(?:/(?:19|20)\d\d| nam (?:19|20)\d\d)"
    r"|[Qq](?<!\w[Qq])uy (?:I{1,3}|IV|[1-4])(?:/| nam )(?:19|20)\d\d"
)
_IN_DATES = ("hang ", "uy I", "uy 1", "uy 2", "uy 3", "uy 4")
"""What every such date holds: a search for a few letters costs a tenth of one with the pattern."""
_CAPITALS = lazy(r"[^a-z\n]{4,90}")
_SIGNER = lazy(r"[ \t]*((?:[A-Z][a-z]{1,6} ){2,4}[A-Z][a-z]{1,6})[ \t]*")
_LINE = 120
"""The longest line that may be a name or an office, in characters."""
_WORD = lazy(r"[^\W\d_]+")
_SHORT = 2
_DROPPED: tuple[Kind, ...] = ("additional", "extended", "ascii")


class Telling(NamedTuple):
    """A stretch that has lost letters, and how it may have lost them."""

    start: int
    end: int
    kinds: tuple[Kind, ...]


def in_name(text: str, at: int, word: str) -> bool:
    """Tell whether a fragment with a capital ends or goes on with a name whose letters are all lost alike."""
    if not word[1:].islower():
        return False
    if word in _left_of_surnames():
        behind = _BEHIND.match(text, at + len(word))
        return behind is not None and not _HELD.search(behind[0])
    before = _BEFORE.search(text, max(0, at - _REACH), at)
    if before is None or _HELD.search(before[0]):
        return False
    names = before[0].split()
    return any(name in surnames() or name in _left_of_surnames() for name in names[-3:])


def stretches(text: str, start: int, end: int) -> Iterator[Telling]:
    """Find the stretches of a block that tell by themselves of lost letters."""
    may_be_dated = any(text.find(part, start, end) >= 0 for part in _IN_DATES)
    for date in _DATE.finditer(text, start, end) if may_be_dated else ():
        yield Telling(*date.span(), ("stripped",))
    for first, last in _short_lines(text, start, end):
        if _CAPITALS.fullmatch(text, first, last):
            yield from _phrases(text, first, last)
        elif (signer := _SIGNER.fullmatch(text, first, last)) and _is_stripped_name(signer[1]):
            yield Telling(*signer.span(1), ("stripped",))


def _short_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the lines of a block that are short enough to be a name or an office."""
    at = start
    if start and text[start - 1] != "\n":
        at = text.find("\n", start, end) + 1 or end
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if stop - at <= _LINE:
            yield at, stop
        at = stop + 1


def _phrases(text: str, start: int, end: int) -> Iterator[Telling]:
    """Find what is left of set phrases in a line of capitals."""
    words = list(_WORD.finditer(text, start, end))
    left = _left_of_phrases()
    for first, second in pairwise(words):
        kinds = left.get((first[0], second[0]))
        if kinds and second.start() - first.end() == 1:
            yield Telling(first.start(), second.end(), kinds)


def _is_stripped_name(name: str) -> bool:
    """Tell whether words without marks are a name that had some: its surname is written with them."""
    first = name.split()[0]
    return first not in surnames() and first in _stripped_surnames()


@cache
def _left_of_surnames() -> frozenset[str]:
    """Give what dropping leaves of common surnames."""
    from vnreport.lexicon import table

    common = [row["surname"] for row in table("surnames") if row["common"]]
    return frozenset(name.translate(damage_table(kind)) for kind in _DROPPED for name in common)


@cache
def _stripped_surnames() -> frozenset[str]:
    from vnreport.lexicon import table

    return frozenset(strip_marks(row["surname"]) for row in table("surnames") if row["common"])


@cache
def _left_of_phrases() -> dict[tuple[str, str], tuple[Kind, ...]]:
    """Give the pairs of words that damage leaves of offices, agencies and kinds of documents in capitals."""
    from vnreport.lexicon import column, table

    phrases = [row["form"] for row in table("titles") if row["kind"] == "office"]
    phrases += [*column("document_types", "type"), *column("organization_heads", "head")]
    phrases += column("organization_fields", "field")
    whole = {pair for phrase in phrases for pair in pairwise(phrase.upper().split(" "))}
    found: dict[tuple[str, str], tuple[Kind, ...]] = {}
    for pair in whole:
        for kind in ("stripped", *_DROPPED):
            left = pair[0].translate(damage_table(kind)), pair[1].translate(damage_table(kind))
            if left != pair and all(left) and len("".join(left)) > _SHORT and left not in whole:
                found[left] = tuple(dict.fromkeys((*found.get(left, ()), kind)))
    return found

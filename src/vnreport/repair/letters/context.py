"""Whether a fragment of a word stands where lost letters could have left it: a look at its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import groupby

from vnreport.lexicon import column, table
from vnreport.patterns import lazy
from vnreport.repair.choice import beside
from vnreport.repair.letters.damage import Kind, damage_table
from vnreport.repair.syllable import is_known
from vnreport.repair.words import plain

_KINDS: tuple[Kind, ...] = ("additional", "extended", "ascii")
_BEFORE = lazy(r"([^\W\d_]+) ?\Z")
_BEHIND = lazy(r" ?([^\W\d_]+)")
_WORD = lazy(r"[^\W\d_]+")
_LABELS = lazy(r"(?:\A|[\W_])?[^\W\d_], \Z")
"""A letter that goes before others in a list of labels: ``các điểm a, b và c``."""
_VOWELS = lazy("[AEIOUY]")
_REACH = 24
_EXPECTED = 1.5
"""So many nats likelier beside its neighbour than by itself, a word explains the fragment there."""
_MARKED = 2.0
"""So many nats likelier beside its neighbour, a word with marks explains one without."""
_TORN, _TORN_CAPITAL = 2.0, 3.5
"""So many nats likelier beside its neighbour makes a word of a letter or two that clean text hardly shows."""
_TOGETHER = 2.0
"""So many nats likelier beside its neighbour, a word without marks has lost none: ``tham lam``."""
LONGEST_PIECE = 3


@cache
def _left() -> dict[str, list[str]]:
    """Give what lost letters leave of the syllables in use, each with the syllables it may have been."""
    found: dict[str, list[str]] = {}
    words = column("syllable_frequencies", "syllable")
    # All at once: a call for each of them takes longer than the work itself.
    remains = ("\n".join(words).translate(damage_table(kind)).split("\n") for kind in _KINDS)
    for word, *damaged in zip(words, *remains, strict=True):
        for left in {*damaged} - {word}:
            found.setdefault(left, []).append(word)
    return found


def is_left(word: str) -> bool:
    """Tell whether lost letters may have left a word, in small letters, of another."""
    return word in _left()


def neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """Give the words before and behind a stretch, empty where there is another sign between."""
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    behind = _BEHIND.match(text, end, end + _REACH)
    return before[1] if before else "", behind[1] if behind else ""


def is_expected(left: str, fragment: str, right: str) -> bool:
    """Tell whether a fragment stands beside a word that is damaged too, or is likelier restored."""
    if any(_is_damaged(word, fragment) for word in (left, right)):
        return True
    if fragment.isupper() and not (left.isupper() or right.isupper()):
        return False  # an abbreviation
    left, fragment, right = left.lower(), fragment.lower(), right.lower()
    as_it_stands = max(beside(left, fragment), beside(fragment, right))
    return any(
        max(beside(left, word), beside(word, right)) > max(_EXPECTED, as_it_stands)
        for word in _left().get(fragment, ())
    )


def is_marked_beside(left: str, right: str, bare: str) -> bool:
    """Tell whether a small word without marks is likelier with some, beside a word that is whole."""
    if not bare.islower():
        return False  # a name, as its owner writes it abroad
    left, right = left.lower(), right.lower()
    least = max(_MARKED, beside(left, bare) + 1, beside(bare, right) + 1)
    return any(max(beside(left, word), beside(word, right)) > least for word in _by_bare().get(bare, ()))


@cache
def _by_bare() -> dict[str, list[str]]:
    """Give what stripping makes of the syllables in use, each with those that it may have been."""
    found: dict[str, list[str]] = {}
    words = column("syllable_frequencies", "syllable")
    bare = "\n".join(words).translate(damage_table("stripped")).split("\n")
    for word, left in zip(words, bare, strict=True):
        if left != word:
            found.setdefault(left, []).append(word)
    return found


def _is_damaged(word: str, fragment: str) -> bool:
    """Tell whether a neighbour of a fragment is no plain word, either, but what lost letters leave of one."""
    if word == fragment or not (word.islower() or (word.isupper() and fragment.isupper())):
        return False
    return word.lower() in _left() and word.lower() not in plain()


@cache
def pieces() -> frozenset[str]:
    """Give short remains of words, single letters among them, that are no words themselves."""
    short = {left for left in _left() if 0 < len(left) <= LONGEST_PIECE and left not in plain()}
    return frozenset(short | {left.upper() for left in short if len(left) == 1})


def is_torn(text: str, start: int, piece: str) -> bool:
    """Tell whether one of the pieces is the rest of a word that its neighbours go with: ``kinh t``."""
    if piece in _lengths() and text[max(0, start - 2) : start].rstrip(" ")[-1:].isdigit():
        return False
    if len(piece) == 1 and _LABELS.match(text, max(0, start - 4), start):
        return False
    left, right = neighbours(text, start, start + len(piece))
    capital = piece.isupper()
    if piece == "I" and left and not left.isupper():
        return False  # ``cấp I``
    return _torn("" if capital else left.lower(), piece.lower(), right.lower(), capital)


@cache
def _labelled() -> frozenset[str]:
    """Give the words that letters are labels behind: ``mẫu t``, ``nhóm k``."""
    return frozenset(column("number_labels", "word"))


@cache
def _lengths() -> frozenset[str]:
    """Give the symbols of lengths, whole words behind a number: ``0,3 m và``."""
    return frozenset(row["form"] for row in table("units") if row["kind"] == "length")


@lru_cache(maxsize=1 << 12)
def _torn(left: str, piece: str, right: str, capital: bool) -> bool:
    if (left and is_known(left + piece)) or (right and is_known(piece + right)):
        return False  # a space has parted the word
    if left in _labelled():
        return False
    least = _TORN_CAPITAL if capital else _TORN
    least = max(least, beside(left, piece), beside(piece, right))  # ``pháp y`` is whole
    return any(max(beside(left, word), beside(word, right)) >= least for word in _left().get(piece, ()))


def has_stripped_run(stretch: str, telling: frozenset[str], fewest: int) -> bool:
    """Tell whether ``fewest`` words on end have no mark and one of them is telling, not just names."""
    words = _WORD.findall(stretch)
    at = 0
    for bare, run in groupby(words, key=str.isascii):
        first, at = at, at + len(list(run))
        if bare and at - first >= fewest:
            told = {words[i] for i in range(first, at) if words[i] in telling and not _is_whole(words, i)}
            if any(word[1:] != word[1:].lower() or word.islower() for word in told):
                return True
    return False


def _is_whole(words: Sequence[str], at: int) -> bool:
    """Tell whether a word without marks has lost none: it goes with a neighbour, or is an abbreviation."""
    word = words[at]
    left = words[at - 1] if at else ""
    right = words[at + 1] if at + 1 < len(words) else ""
    if word.isupper() and not any(near.isupper() and _VOWELS.search(near) for near in (left, right)):
        return True
    return max(beside(left.lower(), word.lower()), beside(word.lower(), right.lower())) >= _TOGETHER

"""Words with their offsets, segmented by underthesea.

underthesea gives back strings, some of which are not in the text: it moves tone marks, composes
letters, folds white space and tears codes apart. So the text is first cut into atoms (syllables,
numbers, codes, marks) with exact offsets, and underthesea only says which syllables form a word.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from vnreport.patterns import lazy

_MARKS = "\u0300-\u036f"
_ATOM = lazy(
    rf"""
      (?:https?://|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)\]]
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,5}}
    | \d+[a-zA-Z]?(?:/\d{{4}})?[/-][A-ZĐ][\w&]*(?:[-/.][\w&]+){{0,6}}
    | \d+(?:[.,/:-]\d+)*
    | (?:đ/c|v/v|t/m|k/t)(?!\w)
    | \w[\w{_MARKS}]*(?:&\w[\w{_MARKS}]*)*
    | ([^\w\s])\1*
    """,
    re.X,
)
CHUNK = 1_000
"""underthesea is given stretches of about this many characters, cut between lines or atoms."""
MAX_CHUNK = 4_000
"""A longer stretch is one monstrous atom; it is not segmented."""


class Token(NamedTuple):
    """A word: ``text[start:end]``; a Vietnamese word may hold several syllables."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """Segment a text into words whose offsets are exact.

    Numbers, dates, codes of instruments (``09/2017/NĐ-CP``), web and mail addresses are one token.
    Where underthesea fails or changes the text beyond recognition, each syllable is a token.

    Args:
        text: any string.

    Returns:
        The tokens in order: disjoint, ``text[t.start:t.end] == t.text``, together all characters
        but white space.
    """
    tokens = []
    for atoms in _chunks(text):
        for start, end in _words(text, atoms):
            tokens.append(Token(text[start:end], start, end))
    return tokens


def _chunks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Cut the atoms of a text into stretches: at line ends, and where they get long."""
    atoms: list[tuple[int, int]] = []
    last = 0
    for match in _ATOM.finditer(text):
        start, end = match.span()
        if atoms and ("\n" in text[last:start] or end - atoms[0][0] > CHUNK):
            yield atoms
            atoms = []
        atoms.append((start, end))
        last = end
    if atoms:
        yield atoms


def _words(text: str, atoms: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join neighbouring syllables that underthesea puts into one word."""
    start, end = atoms[0][0], atoms[-1][1]
    if len(atoms) == 1 or end - start > MAX_CHUNK:
        return list(atoms)
    words = _segment(text[start:end])
    keys = [_key(text[a:b]) for a, b in atoms]
    word_keys = [_key(word) for word in words]
    if "".join(keys) != "".join(word_keys):
        return list(atoms)
    inside = _inner_boundaries(word_keys)
    joined = [atoms[0]]
    at = 0
    for (_, before_end), (a, b), key in zip(atoms, atoms[1:], keys, strict=False):
        at += len(key)
        if at in inside and _is_syllable(text[a:b]) and _is_syllable(text[joined[-1][0] : before_end]):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined


def _inner_boundaries(keys: Sequence[str]) -> set[int]:
    """Give the offsets, in the joined keys, that lie inside a word."""
    total = 0
    ends = {0}
    for key in keys:
        total += len(key)
        ends.add(total)
    return set(range(total + 1)) - ends


def _key(text: str) -> str:
    """Reduce a text to what underthesea leaves alone: its base letters, without white space and marks."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not c.isspace() and not unicodedata.combining(c)).casefold()


def _is_syllable(text: str) -> bool:
    return text[0].isalpha() and "/" not in text and "@" not in text and "www." not in text


def _segment(text: str) -> list[str]:
    """Ask underthesea for the words of a text; none where it fails."""
    try:
        return [str(word) for word in _segmenter()(text)]
    except Exception:
        return []
    except BaseException as error:
        # A panic in underthesea's Rust core is no Exception, though the text alone is to blame.
        if type(error).__name__ != "PanicException":
            raise
        return []


@cache
def _segmenter() -> Callable[[str], list[str]]:
    """Import underthesea and take the handlers that it adds to the root logger off again."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    try:
        from underthesea import word_tokenize
    finally:
        for handler in list(root.handlers):
            if handler not in handlers:
                root.removeHandler(handler)
        root.setLevel(level)
    segment: Callable[[str], list[str]] = word_tokenize
    return segment

"""Misread UTF-8 that has lost bytes: the candidates for each gap, and the choice among them.

cp1252 has no characters for 81, 8D, 8F, 90 and 9D, and many programs drop them, or all of C1 (80–9F), or
write U+FFFD or ``?`` for them; others turn the no-break space (A0) into a space or drop the soft hyphen (AD).
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache
from typing import NamedTuple

from vnreport.repair.mojibake import LETTERS, codec_of, decode
from vnreport.repair.syllable import log_frequency

_UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xA0, 0xAD)
_ALL = (*range(0x80, 0xA1), 0xAD)
_MOST = 4
_WORD = re.compile(r"[^\W\d_]+")
_ODD = -30.0


class Restored(NamedTuple):
    """A chunk whose gaps were filled."""

    text: str
    end: int
    """Where the chunk ends in the source, a space that was a no-break space included."""
    weight: int
    """What the chunk itself says for being misread: 1 for each gap within a word."""
    confidence: float


@lru_cache(maxsize=1024)
def letters_for(image: str, name: str, narrow: bool) -> tuple[str, ...]:
    """Give the letters that the image of a letter without its last byte may stand for.

    Args:
        image: what is left of the letter.
        name: the encoding.
        narrow: only the bytes that cp1252 does not define were lost, not all of C1.
    """
    codec = codec_of(name)
    left = bytes(codec.byte_of[c] for c in image)
    found = []
    for byte in _UNDEFINED if narrow else _ALL:
        try:
            letter = (left + bytes([byte])).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if letter in LETTERS:
            found.append(letter)
    return tuple(found)


def score(text: str) -> float:
    """Give the log probability of the words of a chunk, each for itself."""
    total = 0.0
    for word in _WORD.findall(text):
        value = log_frequency(word)
        total += _ODD if value is None else value
        if word[1:] != word[1:].lower() and not word.isupper():
            total -= 4.0
    return total


def candidates(chunk: str, name: str, narrow: bool) -> list[str]:
    """Give the readings of a chunk with gaps."""
    codec = codec_of(name)
    pieces: list[tuple[str, ...]] = []
    at = gaps = 0
    for match in codec.open.finditer(chunk):
        letters = letters_for(match[1], name, narrow)
        if not letters:
            continue
        gaps += 1
        if gaps > _MOST:
            return []
        sign = match[0][len(match[1]) :]
        # A question mark may be one: behind a gap whose byte was dropped without a trace.
        options = (
            *letters,
            *(letter + "?" for letter in letters if sign == "?" and match.end() == len(chunk)),
        )
        pieces += [(chunk[at : match.start()],), options]
        at = match.end()
    if not gaps:
        return []
    pieces.append((chunk[at:],))
    whole = ["".join(parts) for parts in itertools.islice(itertools.product(*pieces), 4096)]
    return [codec.whole.sub(lambda m: decode(codec, m[0]), reading) for reading in whole]


@lru_cache(maxsize=65536)
def best_reading(chunk: str, name: str, narrow: bool) -> tuple[str, float] | None:
    """Give the likeliest reading of a chunk with gaps and its score; None where there is no good one."""
    readings = [r for r in candidates(chunk, name, narrow) if all(c < "\x80" or c in LETTERS for c in r)]
    if not readings:
        return None
    best = max(readings, key=score)
    value = score(best)
    return (best, value) if value > _ODD else None


def restore(text: str, start: int, end: int, limit: int, name: str) -> Restored | None:
    """Fill the gaps of the chunk ``text[start:end]``; None where there are none or no reading is good.

    Args:
        text: the text.
        start: where the chunk begins.
        end: where it ends, before a space or at the end of its line.
        limit: where its line ends.
        name: the encoding that UTF-8 was misread in.
    """
    codec = codec_of(name)
    chunk = text[start:end]
    opened = [m for m in codec.open.finditer(chunk) if letters_for(m[1], name, False)]
    if not opened:
        return None
    narrow = True
    best = best_reading(chunk, name, narrow)
    if opened[-1].end() == len(chunk) and text[end : end + 1] == " " and opened[-1][1] in ("Ã", "Ă", "√"):
        best, end = _across_space(text, chunk, end, limit, name, best)
    if best is None:
        best = best_reading(chunk, name, False)
    if best is None:
        return None
    weight = sum(1 for m in opened if m.end() < len(chunk) and chunk[m.end()].isalpha())
    return Restored(best[0], end, weight, 0.9)


def _across_space(
    text: str, chunk: str, end: int, limit: int, name: str, best: tuple[str, float] | None
) -> tuple[tuple[str, float] | None, int]:
    """Read a lead byte before a space as à, whose second byte is a no-break space."""
    codec = codec_of(name)
    head = codec.whole.sub(lambda m: decode(codec, m[0]), chunk[:-1]) + "à"
    if text[end : end + 2] == "  ":
        return (head, score(head)), end + 1
    follow = re.compile(r"[^ \t\n\r]+").match(text, end + 1, limit)
    if follow:
        tail = codec.whole.sub(lambda m: decode(codec, m[0]), follow[0])
        joined = score(head + tail)
        if joined > score(head) + score(tail) and joined > _ODD:
            return (head + tail, joined), follow.end()
    return (head, score(head)), end

"""Misread UTF-8 that has lost bytes: the candidates for each gap, and the choice among them.

cp1252 has no characters for 81, 8D, 8F, 90 and 9D, and many programs drop them, or all of C1 (80–9F), or
write U+FFFD or ``?`` for them; others turn the no-break space (A0) into a space or drop the soft hyphen (AD).
"""

from __future__ import annotations

import itertools
from collections.abc import Set
from functools import lru_cache
from typing import NamedTuple

from vnreport.patterns import lazy
from vnreport.repair.choice import Option
from vnreport.repair.syllable import log_frequency
from vnreport.repair.utf8_images import LETTERS, codec_of, decode

_UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
_MOST = 4
_WORD = lazy(r"[^\W\d_]+")
_CHUNK = lazy(r"[^ \t\n\r]+")
_ODD = -30.0
_INITIALS = -14.0
_LONG = 12
_FEW, _FAR = 8, 9.0
_CASE = 4.0
"""What it costs a reading that it is in capitals and its line is not, or the other way round."""


class Restored(NamedTuple):
    """A chunk whose gaps were filled."""

    options: tuple[Option, ...]
    end: int
    """Where the chunk ends in the source, a space that was a no-break space included."""
    weight: int
    """What the chunk itself says for being misread: 1 for each gap within a word."""


def lost(signs: Set[str], name: str) -> frozenset[int]:
    """Give the bytes that a text of such characters may have lost: those whose images it does not hold."""
    codec = codec_of(name)
    held = {codec.byte_of[c] for c in signs if c in codec.byte_of}
    gone = {0xA0, 0xAD} - held
    if name == "mac_roman":
        return frozenset(gone)
    if any(0x80 <= byte < 0xA0 and byte not in _UNDEFINED for byte in held):
        return frozenset(gone | (set(_UNDEFINED) - held))
    return frozenset(gone | set(range(0x80, 0xA0)))


@lru_cache(maxsize=1024)
def letters_for(image: str, name: str, gaps: frozenset[int]) -> tuple[str, ...]:
    """Give the letters that the image of a letter without its last byte, one of ``gaps``, may stand for."""
    codec = codec_of(name)
    left = bytes(codec.byte_of[c] for c in image)
    found = []
    for byte in sorted(gaps):
        try:
            letter = (left + bytes([byte])).decode("utf-8")
        except UnicodeDecodeError:
            continue
        if letter in LETTERS or letter == "”":
            found.append(letter)
    return tuple(found)


def score(text: str) -> float:
    """Give the log probability of the words of a chunk, each for itself."""
    total = 0.0
    for word in _WORD.findall(text):
        value = log_frequency(word)
        if value is None:
            value = _INITIALS if len(word) < _LONG and (word.isupper() or _is_symbol(word)) else _ODD
        total += value
        if word[1:] != word[1:].lower() and not word.isupper() and not _is_symbol(word):
            total -= 12.0
    return total


def _is_symbol(word: str) -> bool:
    """Tell whether a word has capitals where a name has none, as in symbols: TTg."""
    return word.isascii() and word[:2].isupper()


def candidates(chunk: str, name: str, gaps: frozenset[int]) -> list[str]:
    """Give the readings of a chunk with gaps."""
    codec = codec_of(name)
    pieces: list[tuple[str, ...]] = []
    at = opened = 0
    for match in codec.open.finditer(chunk):
        letters = letters_for(match[1], name, gaps)
        if not letters:
            continue
        opened += 1
        if opened > _MOST:
            return []
        sign = match[0][len(match[1]) :]
        # A question mark may be one: behind a gap whose byte was dropped without a trace.
        options = (
            *letters,
            *(letter + "?" for letter in letters if sign == "?" and match.end() == len(chunk)),
        )
        pieces += [(chunk[at : match.start()],), options]
        at = match.end()
    if not opened:
        return []
    pieces.append((chunk[at:],))
    whole = ["".join(parts) for parts in itertools.islice(itertools.product(*pieces), 4096)]
    once = [codec.whole.sub(lambda m: decode(codec, m[0]), reading) for reading in whole]
    # What was misread twice is so still.
    return list(dict.fromkeys([*once, *(codec.whole.sub(lambda m: decode(codec, m[0]), r) for r in once)]))


@lru_cache(maxsize=65536)
def readings(chunk: str, name: str, gaps: frozenset[int], capitals: bool) -> tuple[Option, ...]:
    """Give the readings of a chunk with gaps that are worth choosing among, the likeliest first.

    Args:
        chunk: a stretch without spaces; it may be whole as it stands.
        name: the encoding that UTF-8 was misread in.
        gaps: the bytes that may have been lost.
        capitals: its line is in capitals.
    """
    known = [
        Option(reading, score(reading) - _CASE * (capitals != reading.isupper()))
        for reading in (chunk, *candidates(chunk, name, gaps))
        if all(c < "\x80" or c in LETTERS or c in "“”" for c in reading)
    ]
    # Of a code (QĐ-BLĐTBXH) each word may be rare; and what can be read in one way only may be any word.
    floor = _ODD * (len(_WORD.findall(chunk)) + (len(known) == 1))
    best = sorted((option for option in known if option.score > floor), key=lambda option: -option.score)
    return tuple(option for option in best[:_FEW] if option.score > best[0].score - _FAR)


def in_capitals(text: str, offset: int, limit: int) -> bool:
    """Tell whether the words about an offset are in capitals, by those of their letters that are ASCII."""
    letters = _ASCII.findall(
        text, max(0, text.rfind("\n", 0, offset) + 1, offset - 40), min(limit, offset + 60)
    )
    return len(letters) > 3 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


_ASCII = lazy("[A-Za-z]")


def restore(text: str, span: tuple[int, int], limit: int, name: str, gaps: frozenset[int]) -> Restored | None:
    """Fill the gaps of a chunk; None where there are none or no reading is good.

    Args:
        text: the text.
        span: where the chunk begins and ends, before a space or at the end of its line.
        limit: where its line ends.
        name: the encoding that UTF-8 was misread in.
        gaps: the bytes that may have been lost.
    """
    codec = codec_of(name)
    start, end = span
    chunk = text[start:end]
    if any(c > "\x7f" and c not in codec.byte_of and c != "\ufffd" for c in chunk):
        return None
    opened = [m for m in codec.open.finditer(chunk) if letters_for(m[1], name, gaps)]
    if not opened:
        return None
    options = readings(chunk, name, gaps, in_capitals(text, start, limit))
    last = opened[-1]
    if last.end() == len(chunk) and text[end : end + 1] == " " and "à" in letters_for(last[1], name, gaps):
        options, end = _across_space(text, chunk, end, limit, name)
    if not options:
        return None
    weight = sum(1 for m in opened if m[1][0] in "áÄ·ƒ" and chunk[m.end() : m.end() + 1].isalpha())
    return Restored(options, end, weight)


def _across_space(text: str, chunk: str, end: int, limit: int, name: str) -> tuple[tuple[Option, ...], int]:
    """Read a lead byte before a space as à, whose second byte is a no-break space."""
    codec = codec_of(name)
    head = codec.whole.sub(lambda m: decode(codec, m[0]), chunk[:-1]) + "à"
    alone = (Option(head, score(head)),)
    if text[end : end + 2] == "  ":
        return alone, end + 1
    follow = _CHUNK.match(text, end + 1, limit)
    if follow:
        tail = codec.whole.sub(lambda m: decode(codec, m[0]), follow[0])
        joined = Option(head + tail, score(head + tail))
        if joined.score > max(alone[0].score + score(tail), _ODD):
            return (joined,), follow.end()
    return alone, end

"""Text of the legacy eight-bit encodings that was read as cp1252 or Latin-1: TCVN3, VNI, VISCII, VPS, cp1258.

Which encoding, and where, is decided word by word: each word with a non-ASCII character has a cost as it
stands and one in every encoding, from how common the syllables are that it would then be made of, and
changing from one reading to another has a cost too; the cheapest way through the words wins.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from vnreport.patterns import lazy
from vnreport.repair import tcvn3
from vnreport.repair.charts import NAMES, bytes_of, decoder
from vnreport.repair.look import Look
from vnreport.repair.syllable import log_frequency
from vnreport.repair.types import Damage, Replacement
from vnreport.spans import Spans

AS_IT_STANDS = -1
"""The reading that leaves a word alone; the others are indices of :data:`NAMES`."""

_ENTER, _LEAVE = 9.0, 7.0  # nats: one odd word alone does not make a legacy run, two neighbours do
_ODD_AS_IT_STANDS, _ODD_DECODED, _FOREIGN_DECODED, _IMPOSSIBLE = 20.0, 24.0, 20.0, 60.0
_LONE_SIGN = 3.0
_SIGNED = 6.0  # a word with a sign at its end that clean text has too: m², Windows®

# What clean Vietnamese text never holds inside a word, or anywhere: the images of legacy letters.
_RARE = "\x01-\x08\x0e-\x1f\x80-\x9f¡¢£¤¥¦¨ª¬\xad¯±´µ¶¸¹º¼½¾¿ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïðñöøûüþÿ×÷ƒ„†‡ˆ‰Š‹Œ›œšŸŽž˜€"
_TRIGGER = lazy(
    f"[A-Za-zÀ-ý][{_RARE}]|[{_RARE}][A-Za-zÀ-ý]|[A-Za-z][§©®«»°²³·™][a-zà-ý]|[bcdghklmnpqrstvxBCDGHKLMNPQRSTVX][©«®»·]"
    '|(?:^|[\\s"“(])[§®«][a-zµ-þ]{1,4}(?:\\s|$)|[aeouyâêôăõýAEOUYÂÊÔĂÕÝ][ìòÌÒ]',
    re.MULTILINE,
)
_SIGN = lazy(f"[{_RARE}§©®«»°²³·™ìòÌÒ](?:(?<=[^ìòÌÒ])|(?<=[aeouyâêôăõýAEOUYÂÊÔĂÕÝ].))")
# As it stands, a legacy word is letters and the signs that are images of letters.
_RAW_WORD = lazy(f"(?:[^\\W\\d_]|[\x01-\x08\x0e-\x1f\u0300-\u036f₫{re.escape(''.join(bytes_of()))}])+")
_APART = lazy("[\u0300-\u036f]")
_CONTROL = lazy("[\x01-\x1f]")
_LETTERS = lazy(r"[^\W\d_]+")
_QUOTE = lazy("[«»·\x01-\x1f]")
_EDGES = "“”‘’–—…•«»·\xa0"
_SIGNED_WORD = lazy(r"[A-Za-z]{1,20}[²³°®©™·»ªº¹½¼¾]|[µ][AFgHJlLmsVW]{1,2}|°[CFKNSEWBĐT]")
_CHUNK = lazy(r"[^ \t\n\r\f\v]+")
_NO_ASCII = lazy(r"[^\t\n\r\f\v -\x7f]")
_FOREIGN = lazy("[A-Za-zéèêáàíóô]+")


class Chunk(NamedTuple):
    """A stretch without ASCII space that holds a non-ASCII character."""

    start: int
    end: int
    text: str


class Run(NamedTuple):
    """Neighbouring chunks in one encoding."""

    chunks: list[Chunk]
    reading: int


def find(seen: Look, damage: Damage) -> list[Replacement]:
    """Find the legacy runs of a text.

    Args:
        seen: the text.
        damage: ``auto`` or ``legacy`` weigh all encodings; the name of one allows it alone, on less evidence.
    """
    text, readings = seen.text, _readings(damage)
    forced = damage != "auto"
    runs = [run for start, end in _regions(text) for run in _runs(text, start, end, readings, False)]
    if forced:  # lines that could be legacy as a whole need no evidence
        lines = [span for span in _lines(text) if _only_images(text[slice(*span)])]
        taken = Spans((c.start, c.end) for run in runs for c in run.chunks)
        more = [run for start, end in lines for run in _runs(text, start, end, readings, True)]
        runs += [run for run in more if not taken.overlaps(run.chunks[0].start, run.chunks[-1].end)]
        runs.sort(key=lambda run: run.chunks[0].start)
    # Text that has lost its soft hyphens has lost all of them, and TCVN3's ư with them.
    tcvn = [run for run in runs if NAMES[run.reading] == "tcvn3"]
    lost = "\xad" not in text and any(_shows_loss(run) for run in tcvn)
    return [replacement for run in runs for replacement in _mended(text, run, forced, lost)]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = _line_end(text, start)
        yield start, end
        start = end + 1


def _shows_loss(run: Run) -> bool:
    decode = decoder("tcvn3")
    return any(tcvn3.has_lost(word) for chunk in run.chunks for word in _LETTERS.findall(decode(chunk.text)))


def _readings(damage: Damage) -> tuple[int, ...]:
    if damage in NAMES:
        return (NAMES.index(damage),)
    return tuple(range(len(NAMES)))


def _regions(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of lines around something odd whose characters could all be legacy images.

    The lines with a trigger, and the lines beside them that hold no character from outside the images.
    """
    done = 0
    while hit := _next_trigger(text, done):
        start = text.rfind("\n", done, hit.start()) + 1 or done
        end = _line_end(text, hit.end())
        while start > done:
            before = text.rfind("\n", done, start - 1) + 1 or done
            if not _only_images(text[before:start]):
                break
            start = before
        while end < len(text):
            after = _line_end(text, end + 1)
            line = text[end:after]
            if not _only_images(line) and not _TRIGGER.search(line):
                break
            end = after
        yield start, end
        done = end


def _next_trigger(text: str, offset: int) -> re.Match[str] | None:
    """Search for something odd; first for its sign, which is quick, then for what makes it odd."""
    while sign := _SIGN.search(text, offset):
        for start in (sign.start() - 1, sign.start()):
            if start >= offset and (hit := _TRIGGER.match(text, start)):
                return hit
        offset = sign.end()
    return None


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


_OUTSIDE = lazy("[^\x00-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]")


def _only_images(line: str) -> bool:
    return line.isascii() or not _OUTSIDE.search(line)


def _runs(text: str, start: int, end: int, readings: tuple[int, ...], forced: bool) -> Iterator[Run]:
    chunks = [Chunk(*m.span(), m[0]) for m in _CHUNK.finditer(text, start, end) if _NO_ASCII.search(m[0])]
    path = _cheapest_path(chunks, readings, forced)
    index = 0
    while index < len(chunks):
        reading, first = path[index], index
        while index < len(chunks) and path[index] == reading:
            index += 1
        if reading != AS_IT_STANDS:
            yield Run(chunks[first:index], reading)


def _cheapest_path(chunks: list[Chunk], readings: tuple[int, ...], forced: bool) -> list[int]:
    weighed = [costs(chunk.text, readings) for chunk in chunks]
    if not forced and sum(max(0.0, c[0] - min(c[1:])) for c in weighed) <= _ENTER:
        return [AS_IT_STANDS] * len(chunks)
    states = (AS_IT_STANDS, *readings)
    enter = 0.0 if forced else _ENTER
    leave = 0.0 if forced else _LEAVE
    best = [0.0, *[enter] * len(readings)]
    back: list[list[int]] = []
    for cost in weighed:
        cheapest = min(range(1, len(best)), key=best.__getitem__)
        row, came = [], []
        for index in range(len(states)):
            stay = best[index]
            move, source = (
                (best[cheapest] + leave, cheapest)
                if index == 0
                else min((best[0] + enter, 0), (best[cheapest] + enter + leave, cheapest))
            )
            came.append(index if stay <= move else source)
            row.append(min(stay, move) + cost[index])
        best = row
        back.append(came)
    state = min(range(len(best)), key=best.__getitem__)
    path: list[int] = []
    for came in reversed(back):
        path.append(states[state])
        state = came[state]
    return path[::-1]


@lru_cache(maxsize=65536)
def costs(chunk: str, readings: tuple[int, ...]) -> tuple[float, ...]:
    """Give the cost of a chunk as it stands, and in each of the readings."""
    return (cost_as_it_stands(chunk), *(cost_decoded(chunk, reading) for reading in readings))


@lru_cache(maxsize=65536)
def cost_as_it_stands(chunk: str) -> float:
    """Give the cost, in nats, of taking a chunk for what it is."""
    return _cost(chunk, _ODD_AS_IT_STANDS, lossy=False)


@lru_cache(maxsize=262144)
def cost_decoded(chunk: str, reading: int) -> float:
    """Give the cost, in nats, of taking a chunk for text in one of the encodings."""
    if _OUTSIDE.search(chunk):
        return _IMPOSSIBLE
    name = NAMES[reading]
    return _cost(decoder(name)(chunk), _ODD_DECODED, lossy=name == "tcvn3")


def _cost(chunk: str, odd: float, lossy: bool) -> float:
    """Add up how rare the syllables of a chunk are; ASCII words count nothing, they are the same in all."""
    total = _IMPOSSIBLE if "\ufffd" in chunk else 0.0
    for match in _RAW_WORD.finditer(chunk):
        word = match[0].strip(_EDGES)
        if word.isascii() and not _CONTROL.search(word):
            total += 0.0 if match[0] == word or not _QUOTE.search(match[0]) else _LONE_SIGN
        elif _APART.search(word):
            total += odd
        elif not any(c.isalpha() and c not in "µªº" for c in word) and not _CONTROL.search(word):
            total += _LONE_SIGN
        elif _SIGNED_WORD.fullmatch(word):
            total += _SIGNED
        elif _has_capital_within(word):
            total += odd
        else:
            score = log_frequency(word)
            if score is None and lossy:
                score = tcvn3.restored_score(word)
            if score is None:
                total += min(odd, _FOREIGN_DECODED) if _FOREIGN.fullmatch(word) else odd
            else:
                total -= score
    return total


def _has_capital_within(word: str) -> bool:
    """Tell what no one writes: ``nẬm``, as low bytes of lost letters look when taken for letters of VPS."""
    return any(a.islower() and b.isupper() and not b.isascii() for a, b in pairwise(word))


def _is_vietnamese(run: Run) -> bool:
    """Tell whether a run, once decoded, is mostly syllables in use, and two different ones at least."""
    decode = decoder(NAMES[run.reading])
    words = [w for c in run.chunks for w in _LETTERS.findall(decode(c.text)) if not w.isascii()]
    good = [
        w
        for w in words
        if len(w) > 1
        and ((log_frequency(w) or _UNUSED) > _UNUSED or tcvn3.has_lost(w))
        and not _has_capital_within(w)
    ]
    return len({w.lower() for w in good}) > 1 and len(good) > 0.5 * len(words)


_UNUSED = -15.9  # well formed, but not seen


def _mended(text: str, run: Run, forced: bool, lost: bool) -> Iterator[Replacement]:
    """Give the replacements of a run."""
    name = NAMES[run.reading]
    gain = sum(cost_as_it_stands(c.text) - cost_decoded(c.text, run.reading) for c in run.chunks)
    if not forced and (gain <= 0 or not _is_vietnamese(run)):
        return
    confidence = round(max(0.5, 1 - math.exp(-max(gain, 0.7) / 4)), 3)
    spans = [(c.start, c.end) for c in run.chunks]
    if name == "tcvn3":
        pieces = tcvn3.decoded_run(text, spans, decoder(name), lost)
    else:
        pieces = [(c.start, c.end, decoder(name)(c.text)) for c in run.chunks]
    for start, end, decoded in pieces:
        if decoded != text[start:end]:
            yield Replacement(start, end, decoded, name, confidence)

"""VIQR (RFC 1456, section 3): Vietnamese written with ASCII signs behind the letters, ``Vie^.t Nam``."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from vnreport.lexicon import table
from vnreport.patterns import lazy
from vnreport.repair.choice import Option, choose
from vnreport.repair.look import Look
from vnreport.repair.syllable import is_syllable, log_frequency
from vnreport.repair.types import Damage, Replacement

_CHUNK = lazy(r"[^ \t\n\r\f\v]+")
_LETTER = lazy(r"\\([.?'`~^(+*\\dD])|([AEIOUYaeiouy])([\^(+*])?([.?'`~])?|[dD][dD]")
_WORD = lazy(r"[^\W\d_]+")
_SURE = lazy(
    r"[aeoAEO]\^|[ouOU][+*](?=['`?~.a-zA-Z]|$)|[aA]\((?=['`?~.a-z])|[aeiouyAEIOUY][`~](?=[a-zA-Z\s,;.]|$)"
    r"|[dD][dD](?=[aeiouyAEIOUY)])"
)
_TRIGGER = lazy(
    r"[\^`~+*](?:(?<=[aeoAEO]\^)|(?<=[ouOU][+*])(?=['`?~.a-zA-Z]|$)|(?<=[aeiouyAEIOUY][`~])(?=[a-zA-Z\s,;.]|$))"
)
_INSIDE = lazy(r"[aeiouyAEIOUY]['?.](?=[a-zA-Z])")
_PLAIN_LINE = lazy(r"[\x00-\x7f]*[aeiouyAEIOUY]['?.^(+~`][\x00-\x7f]*|[\x00-\x7f]{0,80}")
_ESCAPED = lazy(r"[A-Za-z^(+~`'?.]\\[.?'`~^(+]")
_ADDRESS = lazy(r"//|[@\\=<>{}|#$]|www\.|[a-z]\.(?:com|org|net|vn|gov|edu|info)\b")
_END = {".": 2.5, "?": -1.0}
_LATIN = lazy(r"[(\"]?[A-Za-z]{1,24}(?:'(?:s|[A-Z][a-z]{1,24}))?[.,;:!?)\"]{0,3}")
"""A word as foreign ones are written: Algeria's, O'Neil."""
_GLUED = lazy(r"(?<=[a-zA-Z'`~^+*(])[.?(](?=[a-zA-Z]{2})")
_INITIALS = lazy(r"[(\"]?(?:[A-Z]\.)+[A-Z][.,;:)\"]{0,3}")
_PARTED, _MOST_CUTS = 3.0, 3
_ELLIPSIS = 8.0
_SPARSE = 2000
_LONGEST_TAIL = 7
"""So many marks may stand behind a word: an ellipsis, a bracket, a full stop."""
_ENTER, _LEAVE = 9.0, 7.0
_ODD, _ODD_DECODED = 20.0, 24.0


@cache
def _letters() -> dict[str, str]:
    letters = {row["viqr"]: row["letter"] for row in table("legacy_charts")}
    letters.update({key.replace("+", "*"): letter for key, letter in letters.items() if "+" in key})
    return letters | {"Dd": "Đ", "dD": "Đ"}


def _decode(chunk: str) -> str:
    def letter(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        whole = match[0]
        known = _letters()
        for size in range(len(whole), 0, -1):
            if whole[:size] in known:
                return known[whole[:size]] + whole[size:]
        return whole

    return _LETTER.sub(letter, chunk)


@lru_cache(maxsize=65536)
def read(chunk: str, ends: bool, escaped: bool) -> tuple[Option, ...]:
    """Give the readings of a chunk as VIQR, the likeliest first.

    Args:
        chunk: a stretch without spaces.
        ends: a sentence may end behind it, so that a last ``.`` or ``?`` may be itself.
        escaped: signs that are no marks have a backslash before them, as the standard wants it.
    """
    options = [Option(_decode(chunk), -_cost(_decode(chunk)))]
    for tail in range(1, _LONGEST_TAIL + 1):
        if escaped or len(chunk) <= tail or chunk[-tail] not in ".?!'\")," or chunk[-tail - 1] == "\\":
            break
        if chunk[-tail] == "'" and chunk[0] not in "'(\"":
            break
        text = _decode(chunk[:-tail]) + chunk[-tail:]
        bonus = (_END[chunk[-tail]] if ends else -3.0) if chunk[-tail] in _END else 0.0
        options.append(Option(text, bonus - _cost(text)))
    if not escaped and _LATIN.fullmatch(chunk) and not chunk.isupper():
        options.append(Option(chunk, -_cost(chunk) - 3.0 - 8.0 * len(_SURE.findall(chunk))))
    if not escaped:
        options += _parted(chunk)
    if "..." in chunk and "...." not in chunk:  # three dots are an ellipsis, not a mark and two dots
        options = [o if "..." in o.text else o._replace(score=o.score - _ELLIPSIS) for o in options]
    return tuple(sorted(options, key=lambda option: -option.score))


def _parted(chunk: str) -> list[Option]:
    """Give the readings of a chunk in which a mark between letters is itself: ``gio+'i.Va`o``, ``U.S``."""
    if _INITIALS.fullmatch(chunk):
        return [Option(chunk, -_PARTED * 3)]
    cuts = [match.start() for match in _GLUED.finditer(chunk)][:_MOST_CUTS]
    texts = [_decode(chunk[:at]) + chunk[at] + _decode(chunk[at + 1 :]) for at in cuts]
    return [Option(text, -_cost(text) - _PARTED) for text in texts]


def _cost(text: str) -> float:
    total = 0.0
    for word in _WORD.findall(text):
        score = log_frequency(word)
        if score is None:
            score = -8.0 if word.isascii() else -14.0 if word.isupper() else -_ODD_DECODED
        total -= score
    return total


@lru_cache(maxsize=65536)
def cost_as_it_stands(chunk: str) -> float:
    """Give the cost of taking a chunk for what it is: high only where it holds the signs of VIQR."""
    if not chunk.isascii():
        return 0.0 if any(ord(c) > 0xFF for c in chunk) else 8.0
    if chunk[0] == "`" or "``" in chunk:
        return 0.0  # quoted code
    signs = 6.0 * len(_SURE.findall(chunk)) + 5.0 * len(_INSIDE.findall(chunk))
    if not signs and chunk[-1] == "'" and chunk[-2:-1] in _VOWELS and chunk[0] != "'":
        signs = 2.5
    return min(_cost(re.sub(r"[^A-Za-z ]", " ", chunk)), 16.0) + signs


_VOWELS = frozenset("aeiouyAEIOUY")


def find(seen: Look, damage: Damage) -> list[Replacement]:
    """Find the runs of VIQR in a text; with the damage named, on less evidence."""
    text, forced = seen.text, damage == "viqr"
    found: list[Replacement] = []
    for start, end in [(0, len(text))] if forced else _regions(text):
        found += _in_region(text, start, end, forced)
    return found


def _regions(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of lines that hold signs of VIQR, with the ASCII lines around them."""
    done = 0
    while hit := _TRIGGER.search(text, done):
        start = text.rfind("\n", done, hit.start()) + 1 or done
        while start > done:
            before = text.rfind("\n", done, start - 1) + 1 or done
            if not _PLAIN_LINE.fullmatch(text, before, start - 1):
                break
            start = before
        end = _line_end(text, hit.end())
        while end < len(text):
            after = _line_end(text, end + 1)
            if not _PLAIN_LINE.fullmatch(text, end + 1, after):
                break
            end = after
        yield start, end
        done = end


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _in_region(text: str, start: int, end: int, forced: bool) -> Iterator[Replacement]:
    chunks = [m.span() for m in _CHUNK.finditer(text, start, end)]
    # Where signs are escaped, as the standard wants it, a bare one is always a mark.
    escaped = _is_escaped(text, 0, len(text)) or _is_escaped(text, start, end)
    readings = [_readings(text, first, last, escaped) for first, last in chunks]
    path = _path(text, chunks, readings, forced)
    index = 0
    while index < len(chunks):
        first = index
        while index < len(chunks) and path[index] == path[first]:
            index += 1
        if path[first]:
            yield from _run(text, chunks[first:index], readings[first:index], forced)


def _is_escaped(text: str, start: int, end: int) -> bool:
    count = sum(1 for _ in _ESCAPED.finditer(text, start, end)) if "\\" in text else 0
    return count * _SPARSE > end - start


def _readings(text: str, start: int, end: int, escaped: bool) -> tuple[Option, ...]:
    chunk = text[start:end]
    if chunk[0] == "`" or "``" in chunk or not chunk.isascii() or _ADDRESS.search(chunk.replace("\\", "")):
        return (Option(chunk, -30.0 if not chunk.isascii() else -1.0),)
    follow = text[end : end + 2].strip()
    ends = not follow or follow[0].isupper() or text[end : end + 1] == "\n"
    return read(chunk, ends, escaped)


def _path(
    text: str, chunks: list[tuple[int, int]], readings: list[tuple[Option, ...]], forced: bool
) -> list[bool]:
    enter, leave = (0.0, 0.0) if forced else (_ENTER, _LEAVE)
    plain, coded = 0.0, enter
    back: list[tuple[bool, bool]] = []
    for (start, end), reading in zip(chunks, readings, strict=True):
        cost = cost_as_it_stands(text[start:end])
        back.append((coded + leave < plain, coded <= plain + enter))
        plain, coded = min(plain, coded + leave) + cost, min(coded, plain + enter) - reading[0].score
    state = coded < plain
    path: list[bool] = []
    for from_coded, stay_coded in reversed(back):
        path.append(state)
        state = stay_coded if state else from_coded
    return path[::-1]


def _run(
    text: str, chunks: list[tuple[int, int]], readings: list[tuple[Option, ...]], forced: bool
) -> Iterator[Replacement]:
    texts = choose(readings)
    changed = [
        (start, end, new) for (start, end), new in zip(chunks, texts, strict=True) if new != text[start:end]
    ]
    good = [new for _, _, new in changed if is_syllable(new.strip(".,;:!?\"'()"))]
    signs = sum(len(_SURE.findall(text, start, end)) for start, end, _ in changed)
    if not forced and (len(set(good)) + signs < 3 or len(good) < 0.7 * len(changed)):
        return
    gain = sum(
        cost_as_it_stands(text[start:end]) + options[0].score
        for (start, end), options in zip(chunks, readings, strict=True)
    )
    confidence = round(max(0.5, 1 - math.exp(-max(gain, 0.7) / 4)), 3)
    for start, end, new in changed:
        yield Replacement(start, end, new, "viqr", confidence)

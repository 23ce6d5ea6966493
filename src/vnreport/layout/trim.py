"""Trim: cut menus and counters off a line that also holds text."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.layout.cues import Hit
from vnreport.layout.lines import Line, function_word_count
from vnreport.patterns import lazy

_NUMBER_TAIL = lazy(r"\s*[:：]?\s*[\d.,]*\d|\s*[:：|]")
_ENTRIES = lazy(r"\||\s{2,}")
"""What parts the entries of a menu."""
_SEPARATORS = " \t\xa0|•·-–:»›>/,;."
FOOT_KINDS = frozenset({"related", "poll", "counter", "byline", "comment", "share", "footer"})
LETTERS_BETWEEN = 2
MIN_FOOT_CUES = 3
MAX_FOOT = 2_000
ENTRY = 6
"""So many words an entry of a menu has at most."""
MIN_TEXT = 40
"""A line is cut only where this many characters of text are left."""


def cut_frames(
    lines: Sequence[Line], hits: Sequence[Hit], text: str
) -> tuple[list[Line], list[Sequence[Hit]]]:
    """Give the lines, those that carry frame and text cut apart, and the cues of each."""
    pieces: list[Line] = []
    of_piece: list[Sequence[Hit]] = []
    at = 0
    for line in lines:
        while at < len(hits) and hits[at].end <= line.start:
            at += 1
        stop = at
        while stop < len(hits) and hits[stop].end <= line.end:
            stop += 1
        own = hits[at:stop]
        at = stop
        if len(own) < 2 or len(line.text) < MIN_TEXT + 10:
            pieces.append(line)
            of_piece.append(own)
            continue
        head = _prefix_end(line, own, text)
        tail = _suffix_start(line, own, text, head)
        for start, end, kind in ((line.start, head, 1), (head, tail, 0), (tail, line.end, 1)):
            piece = _piece(line, start, end, text)
            if piece is not None:
                if kind and (head, tail) != (line.start, line.end):
                    piece.kind = "boilerplate"
                pieces.append(piece)
                of_piece.append([hit for hit in own if start <= hit.start and hit.end <= end])
    return pieces, of_piece


def _piece(line: Line, start: int, end: int, text: str) -> Line | None:
    raw = text[start:end]
    stripped = raw.strip()
    if not stripped:
        return None
    start += len(raw) - len(raw.lstrip())
    return Line(start, start + len(stripped), stripped, line.gap if start == line.start else 0)


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalpha, text[start:end])) if end - start < 60 else 60


def _prefix_end(line: Line, hits: Sequence[Hit], text: str) -> int:
    """Give the end of the run of interface words that the line begins with, its start if there is none."""
    end = line.start
    strong = count = 0
    for hit in hits:
        mode = hit.cue.modes.get("part") or hit.cue.modes.get("count")
        if mode is None or _letters(text, end, hit.start) > LETTERS_BETWEEN:
            break
        strong += mode[0] == "strong"
        count += 1
        end = hit.end
        if "count" in hit.cue.modes and (number := _NUMBER_TAIL.match(text, end, min(end + 30, line.end))):
            end = number.end()
    if not strong or count < 2 or line.end - end < MIN_TEXT or _goes_on(text[end : line.end]):
        return line.start
    while end < line.end and text[end] in _SEPARATORS:
        end += 1
    return end


def _goes_on(rest: str) -> bool:
    """Tell whether a menu goes on behind the words of it that are known, in short entries."""
    parts = _ENTRIES.split(rest.strip())
    return len(parts) > 1 and all(len(part.split()) <= ENTRY for part in parts)


def _suffix_start(line: Line, hits: Sequence[Hit], text: str, head: int) -> int:
    """Give the start of the page's foot within a line, the line's end if there is none.

    The foot begins behind a full stop, holds at least three sure cues, and hardly any grammar.
    """
    strong = [h for h in hits if any(s == "strong" and k in FOOT_KINDS for s, k in h.cue.modes.values())]
    for index, hit in enumerate(strong[: 1 - MIN_FOOT_CUES]):
        before = text[max(head, hit.start - 4) : hit.start].rstrip(_SEPARATORS[:-1])
        if not before or before[-1] not in ".!?…" or hit.start - head < MIN_TEXT:
            continue
        if line.end - hit.start > MAX_FOOT:
            continue
        foot = text[hit.start : line.end]
        covered = sum(len(h.cue.text) for h in strong[index:])
        if covered >= len(foot) * 0.25 and function_word_count(foot) * 16 <= len(foot.split()):
            return hit.start
    return line.end

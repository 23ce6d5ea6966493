"""Brackets within a sentence: a semicolon in them parts no clauses outside, and they belong to a host."""

from __future__ import annotations

from vnreport.patterns import lazy

_MARK = lazy(r"[();]")


def clause_start(text: str, floor: int, start: int) -> int:
    """Give where the clause around ``start`` opens: behind the last semicolon outside closed brackets."""
    last = text.rfind(";", floor, start)
    if last < 0 or text.find(")", last, start) < 0:
        return last + 1 or floor
    cuts, opened = [floor], []
    for mark in _MARK.finditer(text, floor, start):
        if mark[0] == ";":
            cuts.append(mark.end())
        elif mark[0] == "(":
            opened.append(len(cuts))
        elif opened:
            del cuts[opened.pop() :]
    return cuts[-1]


def clause_end(text: str, end: int, limit: int) -> int:
    """Give where the clause around ``end`` closes: at the next semicolon that stands in no bracket of it."""
    first = text.find(";", end, limit)
    if first < 0 or text.find("(", end, first) < 0:
        return limit if first < 0 else first
    depth, closing = 0, text.rfind(")", end, limit)
    for mark in _MARK.finditer(text, end, limit):
        if mark[0] == ";" and not depth:
            return mark.start()
        if mark[0] == "(" and mark.start() < closing:
            depth += 1
        elif mark[0] == ")":
            depth = max(0, depth - 1)
    return limit if not depth else first


def open_at(text: str, floor: int, start: int) -> int:
    """Give the outermost bracket that opens behind ``floor`` and is open at ``start``, or -1."""
    if text.find("(", floor, start) < 0:
        return -1
    opened: list[int] = []
    for mark in _MARK.finditer(text, floor, start):
        if mark[0] == "(":
            opened.append(mark.start())
        elif mark[0] == ")" and opened:
            opened.pop()
    return opened[0] if opened else -1


def outside(folded: str, start: int, end: int) -> tuple[int, str]:
    """Give where a stretch goes on behind a bracket that is open at one of its ends, and its text.

    What stands in brackets of its own is blanked: ``giá trị sản xuất (giá so sánh) ước``.
    """
    piece = folded[start:end]
    if "(" not in piece and ")" not in piece:
        return start, piece
    opened: list[int] = []
    first = 0
    chars = list(piece)
    for at, char in enumerate(piece):
        if char == "(":
            opened.append(at)
        elif char == ")":
            if not opened:
                first = at + 1
                continue
            left = opened.pop()
            chars[left : at + 1] = " " * (at + 1 - left)
    first = max(first, opened[-1] + 1 if opened else 0)
    outer = "".join(chars[first:]).lstrip()
    return end - len(outer), outer


def last_open(folded: str, start: int, end: int) -> int:
    """Give the last bracket that opens in a stretch and does not close there; -1 if there is none."""
    depth = 0
    for at in range(end - 1, max(start, end - 300) - 1, -1):
        if folded[at] == ")":
            depth += 1
        elif folded[at] == "(":
            if depth == 0:
                return at
            depth -= 1
    return -1

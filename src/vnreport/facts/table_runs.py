"""Tables that lost their cells and run on in one line: ``STT Đơn vị Kế hoạch 1 Xã A 120 2 Xã B 95 …``."""

from __future__ import annotations

from collections.abc import Iterator

from vnreport.facts.cells import Cell, is_number
from vnreport.facts.table_rows import Heads, Row
from vnreport.patterns import lazy

_TOKEN = lazy(r"[^\s|]+")
_OPENS = lazy(r"(?<![^\W_])(?:STT|TT|Stt|Số TT)(?=\s+[^\W\d_])")
_LINE = 6000
"""The longest line that is read, in characters."""
_HEADS = 60
"""The most words that heads may have."""
_LABEL = 20
"""The most words that the label of a row may have."""


def find_runs(text: str, lines: list[Cell]) -> Iterator[tuple[Heads, list[Row]]]:
    """Find the numbered tables that run on in a line: their heads (none where they do not part) and rows."""
    for line in lines:
        if line.end - line.start > _LINE:
            continue
        opening = _OPENS.search(text, line.start, line.end)
        if opening is None:
            continue
        tokens = [Cell(*m.span()) for m in _TOKEN.finditer(text, opening.start(), line.end)]
        numeric = [is_number(text, token) for token in tokens]
        first = next((i for i in range(2, min(len(tokens), _HEADS)) if numeric[i]), 0)
        rows = _rows(text, tokens, numeric, first) if first and _says(text, tokens[first], 1) else []
        if len(rows) > 1:
            heads = _parted(text, tokens[:first])
            yield (heads if len(heads) == len(rows[0]) else (), rows)


def _says(text: str, token: Cell, number: int) -> bool:
    return text[token.start : token.end].rstrip(".").lstrip("0") == str(number)


def _rows(text: str, tokens: list[Cell], numeric: list[bool], at: int) -> list[Row]:
    """Read rows of a running number, a label and as many numbers, and the totals below them."""
    rows: list[Row] = []
    while at < len(tokens):
        counted = _says(text, tokens[at], len(rows) + 1)
        label = at + counted
        end = label
        while end < len(tokens) and not numeric[end]:
            end += 1
        behind = end
        while behind < len(tokens) and numeric[behind]:
            behind += 1
        # The number of the next row stands behind the numbers of this one.
        more = behind < len(tokens) and behind - 1 > end and _says(text, tokens[behind - 1], len(rows) + 2)
        last = behind - more
        wide = len(rows[0]) if rows else last - end + 2
        if not label < end <= label + _LABEL or last - end + 2 != wide or last == end:
            break
        count = tokens[at] if counted else Cell(tokens[at].start, tokens[at].start)
        rows.append((count, Cell(tokens[label].start, tokens[end - 1].end), *tokens[end:last]))
        at = last
        if not counted:
            break
    return rows


def _parted(text: str, tokens: list[Cell]) -> Heads:
    """Part a line of heads where a word has a capital; what stands in brackets belongs to the head before."""
    heads: list[Cell] = []
    inside = False
    for token in tokens:
        word = text[token.start : token.end]
        if heads and (inside or not word[0].isupper()):
            heads[-1] = Cell(heads[-1].start, token.end)
        else:
            heads.append(token)
        inside = word.rfind("(") > word.rfind(")") or (inside and ")" not in word)
    return tuple((head,) for head in heads)

"""Boilerplate: the frame of a web page told from the text by evidence.

A line's own wording and shape give a verdict (:mod:`vnreport.layout.shapes`). Lines that are surely
text (long, punctuated, numbered, of an official head) are anchors; between two anchors lies a gap,
and within the gap the verdicts spread to neighbours. What no evidence speaks against stays text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from vnreport.layout.articles import mark_articles
from vnreport.layout.cues import Hit, find_cues
from vnreport.layout.gaps import CONTACTS, Gap
from vnreport.layout.lines import Line, ends_sentence, function_word_count
from vnreport.layout.page_numbers import mark_page_numbers
from vnreport.layout.shapes import MARKED, NONE, Verdict, judge
from vnreport.layout.trim import cut_frames
from vnreport.layout.wording import is_head_line
from vnreport.patterns import lazy

_ITEM = lazy(r"[-–—+*•]\s*\S")
_VALUE = lazy(
    r"[^:：\n]{2,80}[:：]\s*(?:[^\W\d]+\s){0,2}\d+(?:[.,/]\d+)*\s*(?:%|(?!lượt|người|khách|lần)[^\W\d])"
)
_OWN_NUMBER = lazy(r"Số\s?:\s?[^\s:]{0,40}/[\w/&.-]{2,30}$")
"""A document's own number: ``Số: DBTT-14/16h00/ĐKTTV``."""
_ROW = lazy(r"\d\s*[\t|]|[\t|]\s*\d")
_RUNS_ON = lazy(r"\s(?:ngày|tháng|năm|từ|đến|hết|sau|trước|vào|ký)$")
"""A line that is broken before a date: ``Căn cứ Luật Đầu tư công ngày``."""


def mark_boilerplate(lines: Sequence[Line], text: str) -> list[Line]:
    """Give the lines with ``kind`` set to ``boilerplate`` where they are; some are cut in two or three.

    Args:
        lines: the physical lines of ``text`` in order.
        text: the whole text.
    """
    hits = find_cues(text)
    if not hits:
        return _mark(list(lines), [()] * len(lines))
    pieces, of_piece = cut_frames(lines, hits, text)
    return _mark(pieces, of_piece)


def _mark(lines: list[Line], hits: Sequence[Sequence[Hit]]) -> list[Line]:
    verdicts = [
        judge(line, own) if own or len(line.text) <= 120 else NONE
        for line, own in zip(lines, hits, strict=True)
    ]
    for index, line in enumerate(lines):
        if line.kind == "boilerplate":
            verdicts[index] = Verdict("strong", "menu")
        elif verdicts[index].kind == "date" and index and _RUNS_ON.search(lines[index - 1].text):
            verdicts[index] = NONE
    last_anchor = -1
    is_web = any(verdict.strength == "strong" and verdict.kind != "caption" for verdict in verdicts)
    for index in range(len(lines) + 1):
        if index == len(lines) or _is_anchor(lines[index], verdicts[index]):
            if index - last_anchor > 1:
                Gap(lines, verdicts, last_anchor + 1, index, is_web).mark()
            last_anchor = index
    for index in _wrapped(lines):
        if verdicts[index].strength != "strong":
            lines[index].kind = "body"
    mark_page_numbers(lines)
    mark_articles(lines)
    return lines


def _wrapped(lines: Sequence[Line]) -> Iterator[int]:
    """Give the lines of paragraphs that were wrapped: three and more that go on in the next one.

    No menu has such entries, however short they are.
    """
    run: list[int] = []
    width = 0
    for index, (line, following) in enumerate(pairwise(lines)):
        size, near = len(line.text), following.gap == 1 and not MARKED.match(following.text)
        goes_on = following.text[0].islower() and _WRAPPED <= size < 200 and not ends_sentence(line.text)
        if near and (goes_on or (run and size >= _FULL * width)):
            run, width = (run, max(width, size)) if run else ([index], size)
            run.append(index + 1)
            continue
        yield from run if len(run) > _FEW else ()
        run = []
    yield from run if len(run) > _FEW else ()


_WRAPPED, _FEW, _FULL = 30, 3, 0.85


def _is_anchor(line: Line, verdict: Verdict) -> bool:
    """Tell whether a line is surely text."""
    if verdict.strength == "strong" or verdict.kind == "attribute":
        return False
    text = line.text
    size = len(text)
    if size >= 200 or is_head_line(text) or _OWN_NUMBER.match(text):
        return True
    if ends_sentence(text) and not verdict.strength:
        if size >= 60 or (size >= 20 and _ITEM.match(text)):
            return True
        return size >= 40 and text[-1] == "." and function_word_count(text) >= 2
    if verdict.kind in CONTACTS or verdict.kind in ("widget", "date"):
        return False
    if size < 160 and (_VALUE.match(text) or _ROW.search(text)):
        return verdict.kind != "counter" or not verdict.strength or bool(_VALUE.match(text))
    return bool(MARKED.match(text)) and not verdict.strength and len(text.split()) > 2

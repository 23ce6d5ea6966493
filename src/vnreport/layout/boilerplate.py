"""Boilerplate: the frame of a web page told from the text by evidence.

A line's own wording and shape give a verdict (:mod:`vnreport.layout.shapes`). Lines that are surely
text (long, punctuated, numbered, of an official head) are anchors; between two anchors lies a gap,
and within the gap the verdicts spread to neighbours. What no evidence speaks against stays text.
"""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.layout.articles import mark_articles
from vnreport.layout.cues import Hit, find_cues
from vnreport.layout.gaps import CONTACTS, Gap
from vnreport.layout.lines import Line, ends_sentence, function_word_count, is_slug, joined, paragraphs
from vnreport.layout.page_numbers import mark_page_numbers
from vnreport.layout.shapes import MARKED, NONE, NUMBERED, Verdict, judge
from vnreport.layout.trim import cut_frames
from vnreport.layout.wording import is_head_line
from vnreport.patterns import lazy

_ITEM = lazy(r"[-–—+*•]\s*\S")
_VALUE = lazy(
    r"[^:：\n]{2,80}[:：]\s*(?:[^\W\d]+\s){0,2}\d+(?:[.,/]\d+)*\s*(?:%|(?!lượt|người|khách|lần)[^\W\d])"
)
_OWN_NUMBER = lazy(r"Số\s?:\s?[^\s:]{0,40}/[\w/&.-]{2,30}$")
"""A document's own number: ``Số: DBTT-14/16h00/ĐKTTV``."""
_NUMBERS = lazy(r"\|\s*\d[\d.,]*\s*(?=\||$)")
_ROW = lazy(r"\d\s*[\t|]|[\t|]\s*\d")


def mark_boilerplate(lines: Sequence[Line], text: str) -> list[Line]:
    """Give the lines with ``kind`` set to ``boilerplate`` where they are; some are cut in two or three.

    Args:
        lines: the physical lines of ``text`` in order.
        text: the whole text.
    """
    hits = find_cues(text)
    if not hits:
        return _mark(*_rejoined(lines, [()] * len(lines), text))
    return _mark(*_rejoined(*cut_frames(lines, hits, text), text))


def _rejoined(
    lines: Sequence[Line], hits: Sequence[Sequence[Hit]], text: str
) -> tuple[list[Line], list[Verdict]]:
    """Give the lines, those of wrapped paragraphs joined, and the verdicts on them.

    A paragraph's lines are as short as a menu's, and tell nothing by themselves.
    """
    verdicts = list(map(_judged, lines, hits))
    whole: list[Line] = []
    of_whole: list[Verdict] = []
    for start, end in paragraphs(lines, [bool(verdict.strength) for verdict in verdicts]):
        line = joined(lines[start:end], text)
        whole.append(line)
        of_whole.append(
            verdicts[start]
            if end - start == 1
            else _judged(line, [hit for own in hits[start:end] for hit in own])
        )
    return whole, of_whole


def _judged(line: Line, hits: Sequence[Hit]) -> Verdict:
    if line.kind == "boilerplate":
        return Verdict("strong", "menu")
    return judge(line, hits) if hits or len(line.text) <= 120 or is_slug(line.text) else NONE


def _mark(lines: list[Line], verdicts: list[Verdict]) -> list[Line]:
    verdicts = [
        NONE if _heads_rows(lines, at) or _heads_text(lines, at) else own for at, own in enumerate(verdicts)
    ]
    last_anchor = -1
    is_web = any(verdict.strength == "strong" and verdict.kind != "caption" for verdict in verdicts)
    # A bare date right below the first line is the stamp of an article.
    is_web = is_web or verdicts[1:2] == [("weak", "date")]
    listing = False
    for index in range(len(lines) + 1):
        anchor = index == len(lines) or _is_anchor(lines[index], verdicts[index])
        if listing and index < len(lines) and not _is_prose(lines[index].text):
            anchor = False  # a headline in a list of articles, whatever it counts
        related = index < len(lines) and verdicts[index] == ("strong", "related")
        listing = related or (listing and not anchor)
        if anchor:
            if index - last_anchor > 1:
                Gap(lines, verdicts, last_anchor + 1, index, is_web).mark()
            last_anchor = index
    mark_page_numbers(lines)
    mark_articles(lines)
    return lines


def _heads_rows(lines: list[Line], index: int) -> bool:
    """Tell whether a line of words between bars has rows of a table below it."""
    bars = lines[index].text.count("|")
    if bars < 2:
        return False
    below = [line.text for line in lines[index + 1 : index + 3]]
    if below and below[0].count("|") == bars and _ROW.search(below[0]):
        return True
    near = len(below) == 2 and all(text.count("|") > 1 and abs(text.count("|") - bars) < 2 for text in below)
    return near and len(_NUMBERS.findall(below[1])) > 1


_MAIL = lazy(r"(?:Từ|Gửi|Kính gửi|Người gửi|Người nhận|Ngày gửi|Chủ đề)\s?:\s?\S")
_TO = lazy(r"(?:Từ|Gửi|Kính gửi)\s?:")
_MEETING = lazy(r"(?:Thời gian|Địa điểm)\s?:\s?\S")
_HEAD = 8
"""So many lines from the top the head of a mail stands."""


def _heads_text(lines: list[Line], index: int) -> bool:
    """Tell whether a line is one of the head of a mail, or says when and where a meeting was."""
    text = lines[index].text
    beside = [line.text for line in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])]
    if _MEETING.match(text):
        return any(_MEETING.match(other) and other[:4] != text[:4] for other in beside)
    if index >= _HEAD or not _MAIL.match(text) or not any(map(_MAIL.match, beside)):
        return False
    return any(_TO.match(line.text) for line in lines[:_HEAD])


def _is_prose(text: str) -> bool:
    """Tell whether a line cannot be the headline of another article."""
    numbered = MARKED.match(text) is not None and NUMBERED.match(text) is None
    numbered = numbered or _ROW.search(text) is not None
    return len(text) >= 200 or ends_sentence(text) or is_head_line(text) or numbered


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

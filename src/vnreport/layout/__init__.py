"""Layout: the shape of a document. Sections, boilerplate, title, head, sentences, tokens."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.layout.boilerplate import mark_boilerplate
from vnreport.layout.flat import cut_flat_heads
from vnreport.layout.headings import find_headings
from vnreport.layout.heads import find_dateline, mark_addressee, mark_head
from vnreport.layout.lines import Line, has_word, join_wrapped, split, unwrapped
from vnreport.layout.pieces import join_pieces
from vnreport.layout.sections import build_sections, innermost
from vnreport.layout.sentences import split_sentences
from vnreport.layout.signatures import mark_signature
from vnreport.layout.titles import mark_title
from vnreport.layout.types import Layout, Sentence
from vnreport.report import Section
from vnreport.spans import Spans

__all__ = ["Layout", "Sentence", "analyse"]


def analyse(text: str) -> Layout:
    """Find the shape of a repaired text.

    Sections are nested or disjoint and in text order; sentences are disjoint and in text order, and
    every letter and digit is in one. A row of a flattened table is one sentence.

    Args:
        text: the repaired text; any string will do.
    """
    lines = list(cut_flat_heads(join_pieces(split(text), text), text))
    lines = mark_boilerplate(lines, text)
    head = mark_head(lines)
    lines, head = _join_body(lines, head, text)
    title = mark_title(lines, head)
    if title is not None:
        mark_addressee(lines, title[1])
    signature = mark_signature(lines)
    headings = find_headings(lines, title[1] if title else 0)
    sections = build_sections(lines, headings, text)
    return Layout(
        text=unwrapped(text, lines),
        sections=sections,
        sentences=_sentences(lines, sections, text),
        boilerplate=Spans((line.start, line.end) for line in lines if line.kind == "boilerplate"),
        title=_range(lines, title),
        head=_range(lines, head),
        signature=_range(lines, signature),
        dateline=find_dateline(lines, title[0] if title else 0),
    )


def _join_body(
    lines: list[Line], head: tuple[int, int] | None, text: str
) -> tuple[list[Line], tuple[int, int] | None]:
    """Join wrapped lines; the head's lines keep their indices."""
    first = head[1] if head else 0
    return lines[:first] + join_wrapped(lines[first:], text), head


def _range(lines: Sequence[Line], span: tuple[int, int] | None) -> tuple[int, int] | None:
    return (lines[span[0]].start, lines[span[1] - 1].end) if span else None


def _sentences(lines: Sequence[Line], sections: Sequence[Section], text: str) -> tuple[Sentence, ...]:
    spans: list[tuple[int, int]] = []
    for line in lines:
        if has_word(line.text):
            if line.kind in ("body", "title") and len(line.text) > 20:
                spans.extend(split_sentences(text, line.start, line.end))
            else:
                spans.append((line.start, line.end))
    inside = innermost(sections, [start for start, _ in spans])
    return tuple(Sentence(start, end, index) for (start, end), index in zip(spans, inside, strict=True))

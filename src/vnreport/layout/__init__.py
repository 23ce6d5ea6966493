"""Layout: the shape of a document. Sections, boilerplate, title, head, sentences, tokens."""

from __future__ import annotations

from vnreport.layout.types import Layout, Sentence
from vnreport.spans import Spans

__all__ = ["Layout", "Sentence", "analyse"]


def analyse(text: str) -> Layout:
    """Find the shape of a repaired text."""
    sentences: list[Sentence] = []
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped)
            sentences.append(Sentence(start, start + len(stripped), -1))
        at += len(line)
    return Layout(text, (), tuple(sentences), Spans(), None, None, None)

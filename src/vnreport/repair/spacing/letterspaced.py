"""Headings whose letters were set apart: ``C Ộ N G  H Ò A  X Ã  H Ộ I``, wider gaps between the words."""

from __future__ import annotations

import re

from vnreport.patterns import lazy
from vnreport.repair.types import Replacement

_RUN = lazy(r"(?<!\S)[^\W\d_](?:[ \t\u00a0]{1,6}[^\W\d_]){5,}(?![^\s:;,.])")
_GAP = re.compile(r"[ \t\u00a0]+")
_LONGEST = 7
"""Letters of the longest syllable."""


def find(text: str) -> list[Replacement]:
    """Find such headings: single letters with one space between, words with more.

    Returns:
        The changes, in order and disjoint, of kind ``spacing``: no space within words, one between them.
    """
    if "  " not in text:
        return []
    found = []
    for run in _RUN.finditer(text):
        gaps = [(run.start() + gap.start(), run.start() + gap.end()) for gap in _GAP.finditer(run[0])]
        wide = [end - start > 1 for start, end in gaps]
        words = [group.replace(" ", "") for group in re.split(r"[ \t\u00a0]{2,}", run[0])]
        if not any(wide) or all(wide) or max(map(len, words)) > _LONGEST:
            continue
        found += [
            Replacement(start, end, " " if is_wide else "", "spacing", 0.95)
            for (start, end), is_wide in zip(gaps, wide, strict=True)
        ]
    return found

"""Letters dropped, replaced or stripped, restored by a noisy channel and a language model.

The model is loaded only when a fast look at the text finds something that clean text does not show.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from vnreport.repair.types import Replacement

if TYPE_CHECKING:
    from vnreport.repair.letters.channel import Kind
    from vnreport.repair.letters.restore import Restored

__all__ = ["find"]

_NEWER = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])(?![^\W\d_])")
_OLDER = re.compile(r"(?:[òóỏõọ][ae]|[ùúủũụ]y)(?![^\W\d_])")


def find(text: str, damage: str = "auto") -> list[Replacement]:
    """Find lost letters and give what they should be.

    Args:
        text: NFC text.
        damage: ``stripped`` or ``dropped`` where the caller knows the damage; ``auto`` decides by
            evidence, stretch by stretch; anything else finds nothing.

    Returns:
        The changes, in order and disjoint, of kind ``stripped`` or ``dropped``.
    """
    if damage == "stripped":
        return _named(text, "stripped")
    if damage == "dropped":
        return _named(text, _dropped(text))
    return _auto(text) if damage == "auto" else []


def _named(text: str, kind: Kind) -> list[Replacement]:
    from vnreport.repair.letters.restore import restore

    return restore(text, [(0, len(text))], kind, _placement(text))[0].changes


def _placement(text: str) -> bool | None:
    """Tell whether the text writes ``hoà`` rather than ``hòa``; None where it shows neither."""
    newer, older = len(_NEWER.findall(text)), len(_OLDER.findall(text))
    return None if newer == older else newer > older


def _dropped(text: str) -> Kind:
    """Tell which letters a damaged text has lost, by those that it still has."""
    from vnreport.repair.letters.lattice import BOXES

    marked = len(BOXES.findall(text)) + len(re.findall(r"(?<=\w)[?_](?=\w)", text))
    extended = bool(re.search("[\u0100-\u01ff]", text))
    latin = bool(re.search("[\xc0-\xff]", text))
    if marked:
        return "marked_additional" if extended else "marked_extended" if latin else "marked_ascii"
    if re.search("[\x02\x03\x10\x11]", text):
        return "low_byte"
    return "additional" if extended else "extended" if latin else "ascii"


def _auto(text: str) -> list[Replacement]:
    from vnreport.repair.letters.detect import windows

    found = windows(text)
    if not found:
        return []
    from vnreport.repair.letters.restore import restore

    newer = _placement(text)
    best: dict[int, Restored] = {}
    kinds: tuple[Kind, ...] = tuple(dict.fromkeys(kind for w in found for kind in w.kinds))
    for kind in kinds:
        chosen = [i for i, w in enumerate(found) if kind in w.kinds]
        spans = [(found[i].start, found[i].end) for i in chosen]
        for i, result in zip(chosen, restore(text, spans, kind, newer, cautious=True), strict=True):
            if i not in best or result.score > best[i].score:
                best[i] = result
    return [change for i in sorted(best) for change in best[i].changes]

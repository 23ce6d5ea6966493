"""Letters dropped, replaced or stripped, restored by a noisy channel and a language model.

The model is loaded only when a fast look at the text finds something that clean text does not show.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vnreport.patterns import lazy
from vnreport.repair.types import Replacement
from vnreport.spans import Spans

if TYPE_CHECKING:
    from vnreport.repair.letters.damage import Kind
    from vnreport.repair.letters.detect import Window
    from vnreport.repair.letters.restore import Judged, Stretch
    from vnreport.repair.words import Block

__all__ = ["find"]

_NEWER = lazy(r"(?:o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])(?![^\W\d_])")
_OLDER = lazy(r"(?:[òóỏõọ][ae]|[ùúủũụ]y)(?![^\W\d_])")

_DENSE = 0.2
"""A stretch with such a share of changed words is damaged all over."""
_MOST = 0.5
_MARGIN = 2.0
_SAMPLE = 20_000
"""So much of a text shows where it puts the tone of ``hòa``."""


def find(text: str, damage: str = "auto", odd: Sequence[Block] | None = None) -> list[Replacement]:
    """Find lost letters and give what they should be.

    Args:
        text: NFC text.
        damage: ``stripped`` or ``dropped`` where the caller knows the damage; ``auto`` decides by
            evidence, stretch by stretch; anything else finds nothing.
        odd: the blocks of the text with their odd words, where they are known already.

    Returns:
        The changes, in order and disjoint, of kind ``stripped`` or ``dropped``.
    """
    if damage == "stripped":
        return _named(text, "stripped")
    if damage == "dropped":
        return _named(text, _dropped(text))
    if damage != "auto":
        return []
    found = _with_middle_names(text, _auto(text, odd), odd)
    if not found:
        return found
    from vnreport.repair.letters.known_names import with_known_names
    from vnreport.repair.letters.known_places import with_known_places
    from vnreport.repair.letters.lost_surnames import with_surnames

    return with_known_names(text, with_known_places(text, with_surnames(text, found)))


_MIDDLE = lazy(r"(?<!\w)([^\W\d_a-z]\w{1,5}) (Th)(?= [^\W\d_a-z][^\W\d_A-Z])")
"""What lost letters leave of ``Thị`` between a surname and a given name: nothing else stands there so."""


def _with_middle_names(text: str, found: list[Replacement], odd: Sequence[Block] | None) -> list[Replacement]:
    """Add ``Thị`` for ``Th`` in names, where the line holds too little else for the model to believe it."""
    if odd is not None and not any("Th" in block.odd for block in odd):
        return found
    from vnreport.repair.letters.lost_surnames import surnames

    closed = Spans((change.start, change.end) for change in found)
    added = [
        Replacement(*match.span(2), "Thị", "dropped", 0.95)
        for match in _MIDDLE.finditer(text)
        if match[1] in surnames() and not closed.overlaps(*match.span(2))
    ]
    return sorted([*found, *added]) if added else found


def _named(text: str, kind: Kind) -> list[Replacement]:
    from vnreport.repair.letters.restore import judged, restore

    return judged(restore(text, [(0, len(text))], kind, _placement(text)), "all")[0].changes


def _placement(text: str) -> bool:
    """Tell whether the text writes ``hoà`` rather than ``hòa``."""
    newer, older = len(_NEWER.findall(text)), len(_OLDER.findall(text))
    # Official writing without evidence goes the older way: Ủy ban, hóa.
    return newer > older


def _dropped(text: str) -> Kind:
    """Tell which letters a damaged text has lost, by those that it still has."""
    from vnreport.repair.letters.damage import IN_WORD
    from vnreport.repair.letters.detect import is_fitted
    from vnreport.repair.letters.lattice import without_addresses

    # A bullet of a symbol font, an address (?id=) or a file's name is no sign that letters were replaced.
    marked = len(IN_WORD.findall(without_addresses(text))) > len(text) / 150
    # A stray foreign letter is no sign that letters of its kind are still there.
    few = len(text) / 400
    extended = len(re.findall("[ăđĩũơưĂĐĨŨƠƯ]", text)) > few
    latin = len(re.findall("[àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ]", text)) > few
    if marked:
        if latin and is_fitted(text) and len(re.findall("[ăđĩũơư]", text)) <= few:  # Đ is left, as eth
            return "marked_fitted"
        return "marked_additional" if extended else "marked_extended" if latin else "marked_ascii"
    if re.search("[\x02\x03\x10\x11]", text):
        return "low_byte"
    return "additional" if extended else "extended" if latin else "ascii"


def _auto(text: str, odd: Sequence[Block] | None) -> list[Replacement]:
    from vnreport.repair.letters.detect import windows

    found = windows(text, odd)
    if not found:
        return []
    from vnreport.repair.letters.restore import judged, restore

    newer = _placement(text[:_SAMPLE] + "".join(text[w.start : w.end] for w in found))
    best: dict[int, tuple[Judged, Stretch]] = {}
    for kind in dict.fromkeys(kind for w in found for kind in w.kinds):
        chosen = [i for i, w in enumerate(found) if kind in w.kinds]
        spans = [(found[i].start, found[i].end) for i in chosen]
        stretches = restore(text, spans, kind, newer)
        for i, stretch, result in zip(chosen, stretches, judged(stretches, "evidence"), strict=True):
            if i not in best or result.gain > best[i][0].gain + _MARGIN:
                best[i] = result, stretch
    changes = {(found[i].start, found[i].end): result.changes for i, (result, _) in best.items()}
    changes.update(_throughout(text, found, best, newer) or _elsewhere(text, odd, found, best, newer))
    return [change for span in sorted(changes) for change in changes[span]]


def _elsewhere(
    text: str,
    odd: Sequence[Block] | None,
    found: list[Window],
    best: dict[int, tuple[Judged, Stretch]],
    newer: bool | None,
) -> dict[tuple[int, int], list[Replacement]]:
    """Where letters were surely lost in some places, believe it of others on less evidence."""
    from vnreport.repair.letters.detect import windows
    from vnreport.repair.letters.restore import judged, restore

    sure: dict[Kind, int] = {}
    for result, stretch in best.values():
        sure[stretch.kind] = sure.get(stretch.kind, 0) + len(result.changes)
    dropped = max(_DROPPED, key=lambda kind: sure.get(kind, 0))
    kinds = [kind for kind in (dropped, "stripped") if sure.get(kind, 0) >= _SURE]
    if not kinds:
        return {}
    closed = Spans((w.start, w.end) for w in found)
    more = [w for w in windows(text, odd, known=True) if not closed.overlaps(w.start, w.end)]
    changes: dict[tuple[int, int], list[Replacement]] = {}
    for kind in kinds:
        same = [(found[i], stretch) for i, (_, stretch) in best.items() if stretch.kind == kind]
        spans = [(w.start, w.end) for w in more if ("stripped" in w.kinds) == (kind == "stripped")]
        where = [*((w.start, w.end) for w, _ in same), *spans]
        stretches = [*(stretch for _, stretch in same), *restore(text, spans, kind, newer)]
        made = judged(stretches, "shared")
        dense = [i for i, result in enumerate(made) if result.share >= _DENSE]
        for i, result in zip(dense, judged([stretches[i] for i in dense], "near"), strict=True):
            made[i] = result
        changes.update((span, result.changes) for span, result in zip(where, made, strict=True))
    return changes


_DROPPED: tuple[Kind, ...] = ("additional", "extended", "ascii", "low_byte")
_SURE = 4
"""So many words restored on their own evidence lend it to others."""


def _throughout(
    text: str, found: list[Window], best: dict[int, tuple[Judged, Stretch]], newer: bool | None
) -> dict[tuple[int, int], list[Replacement]]:
    """Where most of a text is damaged in one way, believe that the rest is: give the changes by stretch."""
    from vnreport.repair.letters.restore import judged, restore

    damaged: dict[Kind, int] = {}
    for i, (result, stretch) in best.items():
        if result.share >= _DENSE:
            damaged[stretch.kind] = damaged.get(stretch.kind, 0) + found[i].end - found[i].start
    kind = max(damaged, key=lambda k: damaged[k], default=None)
    if kind is None or damaged[kind] < _MOST * len(text):
        return {}
    dense: list[tuple[Window, Stretch]] = []
    spans, at = [], 0
    for i, window in enumerate(found):
        result, stretch = best[i]
        sure = stretch.kind == kind and result.share >= _DENSE
        if not sure and _explains(kind, stretch.kind, text[window.start : window.end]):
            continue
        spans.append((at, window.start))
        if sure:
            dense.append((window, stretch))
        at = window.end
    near = [result.changes for result in judged([stretch for _, stretch in dense], "near")]
    changes = {(w.start, w.end): made for (w, _), made in zip(dense, near, strict=True)}
    spans = [(start, end) for start, end in [*spans, (at, len(text))] if text[start:end].strip()]
    rest = judged(restore(text, spans, kind, newer), "near")
    made = {span: result.changes for span, result in zip(spans, rest, strict=True)}
    # A window of another kind that is part of a stretch now has no changes of its own.
    within = Spans(spans)
    changes.update({(w.start, w.end): [] for w in found if within.overlaps(w.start, w.end)})
    return {**changes, **made}


def _explains(kind: Kind, other: Kind, stretch: str) -> bool:
    """Tell whether a stretch taken for damage of another kind, or hardly any, may be of this one."""
    from vnreport.repair.letters.damage import lost

    if kind.startswith("marked") != other.startswith("marked"):
        return False
    return not any(map(lost(kind), filter(str.isalpha, stretch)))

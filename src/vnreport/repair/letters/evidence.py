"""Lost letters where nobody has named the damage: stretch by stretch the kind that explains it best."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnreport.patterns import lazy
from vnreport.repair.letters.damage import Kind, lost
from vnreport.repair.letters.detect import windows
from vnreport.repair.letters.restore import Judged, Stretch, judged, restore
from vnreport.repair.letters.window import Window
from vnreport.repair.types import Replacement
from vnreport.repair.words import Block
from vnreport.spans import Spans

_DENSE = 0.2
"""A stretch with such a share of changed words is damaged all over."""
_MOST = 0.5
"""A text is damaged throughout where so much of it is in stretches damaged all over."""
_MARGIN = 2.0
"""A kind has to explain a stretch better by so much than those tried before."""
_DROPPED: tuple[Kind, ...] = (
    "additional", "horned", "barred", "extended", "ascii", "low_byte", "low_ascii", "soft",
)  # fmt: skip
_SINGLE: tuple[Kind, ...] = ("soft", "merged", "hat_to_horn")
"""The wider kind first."""
_PART_OF: dict[Kind, Kind] = {"merged": "hat_to_horn"}
"""The kind whose remains this one leaves among others."""
_MANY, _THIN = 3, 600
"""So many of their remains, one in so many characters, show that a text lost single letters all over."""
_SURE = 4
"""So many words restored on their own evidence lend it to others."""
_WIDE = 12
"""A stretch is stripped all over where so many characters hold a changed word."""
_FAR, _LINE = 4, 200
"""So many lines beside a stripped one are looked at, of so many characters."""
_LINES = lazy(r"[^\n]{1,2000}")
_WORDS = lazy(r"[A-Za-z]{2,}[ ,:-]{1,3}[A-Za-z]{2}")


def by_evidence(
    text: str, found: list[Window], odd: Sequence[Block] | None, newer: bool | None
) -> list[Replacement]:
    """Restore what the windows of a text show to be lost.

    Args:
        text: the text.
        found: the stretches that may have lost letters, each with the kinds of loss that would explain it.
        odd: the blocks of the text with their odd words, where they are known already.
        newer: whether the text writes ``hoà``, ``uỷ``; None where it is not known.

    Returns:
        The changes, in order and disjoint.
    """
    best: dict[int, tuple[Judged, Stretch]] = {}
    for kind in dict.fromkeys(kind for w in found for kind in w.kinds):
        chosen = [i for i, w in enumerate(found) if kind in w.kinds]
        spans = [(found[i].start, found[i].end) for i in chosen]
        stretches = restore(text, spans, kind, newer)
        results = judged(stretches, "evidence")
        for trust in {found[i].trust for i in chosen} - {"evidence"}:
            same = [at for at, i in enumerate(chosen) if found[i].trust == trust]
            for at, result in zip(same, judged([stretches[at] for at in same], trust), strict=True):
                results[at] = result
        for i, stretch, result in zip(chosen, stretches, results, strict=True):
            if i not in best or result.gain > best[i][0].gain + _MARGIN:
                best[i] = result, stretch
    changes = {(found[i].start, found[i].end): result.changes for i, (result, _) in best.items()}
    changes.update(
        _throughout(text, found, best, newer)
        or _everywhere(text, found, best, newer)
        or _elsewhere(text, odd, found, best, newer)
    )
    changes.update(_beside(text, changes, newer))
    return [change for span in sorted(changes) for change in changes[span]]


def _everywhere(
    text: str, found: list[Window], best: dict[int, tuple[Judged, Stretch]], newer: bool | None
) -> dict[tuple[int, int], list[Replacement]]:
    """Where a text has lost single letters all over, most of whose remains are words (``cha`` of ``chưa``).

    What takes them takes them from a whole file, so all of it is read again as such.
    """
    for kind in _SINGLE:
        alike = {kind, _PART_OF.get(kind, kind)}
        sure = sum(len(result.changes) for result, stretch in best.values() if stretch.kind in alike)
        shown = any(stretch.kind == kind and result.changes for result, stretch in best.values())
        if not shown or sure < _MANY or sure * _THIN < len(text):
            continue
        other = Spans(
            (found[i].start, found[i].end)
            for i, (result, stretch) in best.items()
            if stretch.kind not in alike and result.changes
        )
        spans, at = [], 0
        for start, end in [*other, (len(text), len(text))]:
            spans += [line.span() for line in _LINES.finditer(text, at, start)]
            at = end
        made = judged(restore(text, spans, kind, newer), "near")
        changes: dict[tuple[int, int], list[Replacement]] = {
            (w.start, w.end): [] for w in found if not other.overlaps(w.start, w.end)
        }
        return {**changes, **{span: result.changes for span, result in zip(spans, made, strict=True)}}
    return {}


def _elsewhere(
    text: str,
    odd: Sequence[Block] | None,
    found: list[Window],
    best: dict[int, tuple[Judged, Stretch]],
    newer: bool | None,
) -> dict[tuple[int, int], list[Replacement]]:
    """Where letters were surely lost in some places, believe it of others on less evidence."""
    sure: dict[Kind, int] = {}
    for result, stretch in best.values():
        sure[stretch.kind] = sure.get(stretch.kind, 0) + len(result.changes)
    dropped = max((k for k in _DROPPED if k not in _SINGLE), key=lambda kind: sure.get(kind, 0))
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


def _beside(
    text: str, changes: dict[tuple[int, int], list[Replacement]], newer: bool | None
) -> dict[tuple[int, int], list[Replacement]]:
    """Believe of lines without marks beside lines that were surely stripped that they were stripped, too."""
    stripped = [
        span
        for span, made in changes.items()
        if len(made) > 1 and sum(c.kind == "stripped" for c in made) * _WIDE > span[1] - span[0]
    ]
    if not stripped:
        return {}
    closed = Spans(span for span, made in changes.items() if made)
    spans = {
        line
        for start, end in stripped
        for line in (*_bare_lines(text, start, -1), *_bare_lines(text, end, 1))
        if not closed.overlaps(*line)
    }
    made = judged(restore(text, sorted(spans), "stripped", newer), "near")
    return {span: result.changes for span, result in zip(sorted(spans), made, strict=True) if result.changes}


def _bare_lines(text: str, at: int, step: int) -> Iterator[tuple[int, int]]:
    """Give the lines of words without marks that go on from a place, upwards or downwards."""
    for _ in range(_FAR):
        if step > 0:
            start = text.find("\n", at) + 1
            if not start:
                return
        else:
            start = text.rfind("\n", 0, max(0, text.rfind("\n", 0, at))) + 1
            if text.rfind("\n", 0, at) < 0:
                return
        end = text.find("\n", start)
        end = end if end >= 0 else len(text)
        line = text[start:end]
        if not line.isascii() or len(line) > _LINE:
            return
        if _WORDS.search(line):
            yield start, end
        at = start if step < 0 else end


def _throughout(
    text: str, found: list[Window], best: dict[int, tuple[Judged, Stretch]], newer: bool | None
) -> dict[tuple[int, int], list[Replacement]]:
    """Where most of a text is damaged in one way, believe that the rest is: give the changes by stretch."""
    damaged: dict[Kind, int] = {}
    for i, (result, stretch) in best.items():
        if result.share >= _DENSE:
            damaged[stretch.kind] = damaged.get(stretch.kind, 0) + found[i].end - found[i].start
    if not damaged:
        return {}
    kind = max(damaged, key=lambda k: damaged[k])
    if kind in _PART_OF:  # whole words stand beside it
        return {}
    # Short lines look like several kinds of dropping: what they were taken for is no news of another.
    alike = _DROPPED if kind in _DROPPED else (kind,)
    if sum(damaged.get(k, 0) for k in alike) < _MOST * len(text):
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
    if kind.startswith("marked") != other.startswith("marked"):
        return False
    return not any(map(lost(kind), filter(str.isalpha, stretch)))

"""The frame of repair: passes run one after another, and what each changed is put together.

A pass is a pure function from a text to its replacements. The frame applies them, composes the
alignments and keeps, for every changed stretch, which fixes made it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from vnreport.repair.alignment import Alignment, Edit, compose
from vnreport.repair.look import Look, look
from vnreport.repair.types import SUGGESTION, Damage, Repair, RepairedText, Replacement
from vnreport.repair.words import Block, blocks

Find = Callable[[Look, Damage], list[Replacement]]
_Label = tuple[tuple[str, ...], float]  # kinds and confidence of one edit


class Pass(NamedTuple):
    """One kind of fix."""

    find: Find
    damages: frozenset[Damage]
    """The damages (besides ``auto``) that call for the pass."""
    gate: Callable[[Look], bool] | None = None
    """Whether a quick look leaves a reason to run it; always, without one."""

    def applies(self, damage: Damage, seen: Look) -> bool:
        """Tell whether the pass runs for what the caller named, on such a text."""
        if damage != "auto" and damage not in self.damages:
            return False
        return self.gate is None or damage in self.damages or self.gate(seen)


class Draft:
    """A text on its way through the passes."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.text = raw
        self.seen = look(raw)
        """The quick look at the text as it is now."""
        self._odd: list[Block] | None = None
        self._edits: list[Edit] = []
        self._labels: list[_Label] = []
        self._suggestions: list[Replacement] = []

    @property
    def odd(self) -> list[Block]:
        """The blocks of the text as it is now, with their odd words."""
        if self._odd is None:
            self._odd = blocks(self.text)
        return self._odd

    def change(self, replacements: Sequence[Replacement]) -> bool:
        """Apply the replacements of a pass; tell whether the text has changed."""
        made = [
            r for r in replacements if r.kind != SUGGESTION and r.replacement != self.text[r.start : r.end]
        ]
        proposed = [r for r in replacements if r.kind == SUGGESTION]
        if made:
            text, step = Alignment.of_replacements(self.text, ((r.start, r.end, r.replacement) for r in made))
            self._suggestions = _moved(self._suggestions, step)
            proposed = _moved(proposed, step)
            self._compose(step, made)
            self.text = text
            self.seen = look(text)
            self._odd = None
        self._suggestions += proposed
        return bool(made)

    def undo(self, kind: str) -> None:
        """Take back the changes of a kind that no later change has touched."""
        back = [
            Replacement(edit.start, edit.end, self.raw[edit.source_start : edit.source_end], kind, 1.0)
            for edit, (kinds, _) in zip(self._edits, self._labels, strict=True)
            if kinds == (kind,)
        ]
        self.change(back)

    def _compose(self, step: Alignment, made: list[Replacement]) -> None:
        labels: list[_Label] = [((r.kind,), r.confidence) for r in made]
        if not self._edits:
            self._edits, self._labels = list(step.edits), labels
            return
        edits: list[Edit] = []
        merged: list[_Label] = []
        for edit, earlier, later in compose(self._edits, step.edits):
            parts = [self._labels[i] for i in earlier] + [labels[i] for i in later]
            kinds = dict.fromkeys(kind for names, _ in parts for kind in names)
            edits.append(edit)
            merged.append((tuple(kinds), min(confidence for _, confidence in parts)))
        self._edits, self._labels = edits, merged

    def finish(self) -> RepairedText:
        """Give the repaired text with its repairs and its alignment."""
        text, raw = self.text, self.raw
        edits: list[Edit] = []
        repairs: list[Repair] = []
        for edit, (kinds, confidence) in zip(self._edits, self._labels, strict=True):
            original, replacement = raw[edit.source_start : edit.source_end], text[edit.start : edit.end]
            if original == replacement:
                continue
            edits.append(edit)
            repairs.append(Repair(*edit, original, replacement, "+".join(kinds), confidence))
        alignment = Alignment(tuple(edits), len(raw), len(text))
        if self._suggestions:
            repairs += [self._suggested(alignment, r) for r in self._suggestions]
            repairs.sort(key=lambda r: (r.start, r.end))
        return RepairedText(text, raw, tuple(repairs), alignment)

    def _suggested(self, alignment: Alignment, r: Replacement) -> Repair:
        source_start, source_end = alignment.to_source(r.start, r.end)
        original = self.raw[source_start:source_end]
        return Repair(r.start, r.end, source_start, source_end, original, r.replacement, r.kind, r.confidence)


def _moved(suggestions: list[Replacement], step: Alignment) -> list[Replacement]:
    """Carry suggestions over a step; one whose text the step changed is void."""
    if not suggestions:
        return suggestions
    back = step.inverse()
    moved = []
    for r in suggestions:
        start, end = back.to_source(r.start, r.end)
        if step.to_source(start, end) == (r.start, r.end) and end - start == r.end - r.start:
            moved.append(r._replace(start=start, end=end))
    return moved

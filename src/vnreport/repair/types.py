"""What repair gives back: the repaired text, the list of repairs and the way back to the raw input."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, NamedTuple

from vnreport.repair.alignment import Alignment

Damage = Literal[
    "auto",
    "none",
    "unicode",
    "escapes",
    "mojibake",
    "legacy",
    "tcvn3",
    "vni",
    "viscii",
    "vps",
    "cp1258",
    "viqr",
    "stripped",
    "dropped",
    "replaced",
    "spacing",
    "typing",
]
"""What the caller knows of the damage; ``auto`` decides by evidence, span by span."""

SUGGESTION = "suggestion"
"""The kind of a repair that is proposed and not made: the text stays as it is."""


class Replacement(NamedTuple):
    """A change that one pass of repair wants: ``text[start:end]`` becomes ``replacement``.

    The replacements of a pass are in text order and disjoint, and their offsets point into the text
    that the pass was given.
    """

    start: int
    end: int
    replacement: str
    kind: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Repair:
    """One change that repair made (or, for kind ``suggestion``, proposes)."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"use_attribute_docstrings": True}

    start: int
    """Offset of the replacement in the repaired text (of the original, for a suggestion)."""
    end: int
    """Offset behind the replacement in the repaired text (the original, for a suggestion)."""
    source_start: int
    """Offset of the original in the raw input."""
    source_end: int
    """Offset behind the original in the raw input."""
    original: str
    """The characters of the raw input."""
    replacement: str
    """The characters of the repaired text, or those that a suggestion proposes."""
    kind: str
    """What was broken: ``nfc``, ``lookalike``, ``invisible``, ``mojibake``, ``tcvn3``, ``dropped`` …;
    several joined by ``+`` where one stretch needed more than one fix."""
    confidence: float
    """How sure the repair is, 0–1."""


@dataclass(frozen=True, slots=True)
class RepairedText:
    """The repaired text with its repairs and its alignment to the raw input."""

    text: str
    """The repaired text, Unicode NFC."""
    raw: str
    """The raw input."""
    repairs: tuple[Repair, ...]
    """What was changed (and suggested), in text order."""
    alignment: Alignment
    """Offsets between :attr:`text` and :attr:`raw`."""

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the raw input that ``text[start:end]`` came from.

        Raises:
            ValueError: if ``0 <= start <= end <= len(text)`` does not hold.
        """
        return self.alignment.to_source(start, end)

    def undo(self, repairs: Iterable[Repair] | None = None) -> str:
        """Give the text with repairs taken back.

        Args:
            repairs: which of :attr:`repairs` to take back; all of them by default, which gives the
                raw input. Suggestions were never made, so they are passed over.

        Raises:
            ValueError: if one of the repairs is not of this text.
        """
        if repairs is None:
            return self.raw
        chosen = set(repairs)
        if not chosen.issubset(self.repairs):
            raise ValueError("undo() takes repairs of this very text")
        made = [r for r in self.repairs if r in chosen and r.kind != SUGGESTION]
        return self._replaced((r.start, r.end, r.original) for r in made)

    def apply(self, suggestions: Iterable[Repair] | None = None) -> str:
        """Give the text with suggestions followed.

        Args:
            suggestions: which of :attr:`repairs` of kind ``suggestion`` to follow; all by default.

        Raises:
            ValueError: if one of them is not a suggestion of this text.
        """
        proposed = [r for r in self.repairs if r.kind == SUGGESTION]
        chosen = set(proposed if suggestions is None else suggestions)
        if not chosen.issubset(proposed):
            raise ValueError("apply() takes suggestions of this very text")
        return self._replaced((r.start, r.end, r.replacement) for r in proposed if r in chosen)

    def _replaced(self, replacements: Iterable[tuple[int, int, str]]) -> str:
        return Alignment.of_replacements(self.text, replacements)[0]

    def __str__(self) -> str:
        return self.text

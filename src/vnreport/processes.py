"""Processes that are the library's own: the command line, the workers of ``pipe`` and of a batch."""

from __future__ import annotations

import gc


def settle() -> None:
    """Have the collector of garbage look seldom in this process.

    What a start builds (tables, patterns, models) stays, and reports make next to no garbage that needs it:
    to look through all of that is a tenth of a start, and a tenth of a second whenever it happens later.
    """
    gc.set_threshold(200_000, 20, 20)

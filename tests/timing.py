"""How long work takes, told so that a busy machine does not fail a test.

What is slow is slow each time; a busy neighbour, a collection of garbage or a cold cache is not. So the
time is that of the processor, no garbage is collected within it, and what seemed slow is measured again.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

TRIES = 6


def seconds(work: Callable[[], object]) -> float:
    """Give the processor time of one call, no collection of garbage within it."""
    was = gc.isenabled()
    gc.disable()
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        if was:
            gc.enable()


def is_quick(work: Callable[[], object], limit: float) -> bool:
    """Tell whether one of a few calls takes at most *limit* seconds."""
    return any(seconds(work) <= limit for _ in range(TRIES))


def is_linear(
    work: Callable[[int], object], small: int, large: int, *, slack: float = 3, floor: float = 0.3
) -> bool:
    """Tell whether the time of ``work(size)`` grows no faster than the size, *slack* times that allowed.

    The fastest runs so far are compared: each try can only bring either nearer to its true time. *floor*
    seconds are allowed whatever the ratio, as short times are mostly noise.
    """
    short = long = float("inf")
    for _ in range(TRIES):
        short = min(short, seconds(lambda: work(small)))
        long = min(long, seconds(lambda: work(large)))
        if long <= slack * large / small * short + floor:
            return True
    return False

"""Check that ``parse_number`` undoes num2words: every number to a bound, then numbers drawn at random.

Usage: ``python scripts/check_numbers.py [--every 100000] [--random 1000000] [--seed 1]``; a few minutes.
"""

from __future__ import annotations

import argparse
import random
import sys
import time

from num2words import num2words

from vnreport.mentions.numbers import parse_number


def wrong(numbers: list[int] | range) -> list[int]:
    """Give the numbers that do not come back from their Vietnamese words."""
    return [n for n in numbers if parse_number(num2words(n, lang="vi")) != n]


def draw(count: int, seed: int, bound: int = 10**15) -> list[int]:
    """Draw whole numbers below ``bound``, half of them evenly, half evenly by their number of digits."""
    rng = random.Random(seed)
    return [
        rng.randrange(bound) if i % 2 else rng.randrange(10 ** rng.randint(1, len(str(bound)) - 1))
        for i in range(count)
    ]


def main() -> int:
    """Run both checks and print what they found; the exit status is 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=100_000)
    parser.add_argument("--random", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    start = time.perf_counter()
    for name, numbers in (
        (f"every number to {options.every}", range(options.every + 1)),
        (f"{options.random} numbers drawn below 10^15", draw(options.random, options.seed)),
    ):
        bad = wrong(numbers)
        print(f"{name}: {len(bad)} wrong {bad[:10]}, {time.perf_counter() - start:.0f} s")
        if bad:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

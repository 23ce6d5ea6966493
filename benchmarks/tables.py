"""The one shape of a result: every benchmark module's ``run()`` gives a list of these."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Table:
    """A titled table of results."""

    title: str
    columns: tuple[str, ...]
    rows: list[tuple[str | int | float, ...]] = field(default_factory=list)
    note: str = ""
    """What was measured on what, in a sentence or two."""


@dataclass
class Counts:
    """Right, spurious and missed items, with the usual ratios."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 1 where nothing was predicted."""
        return self.right / (self.right + self.spurious) if self.right + self.spurious else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where there is none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __iadd__(self, other: Counts) -> Counts:
        self.right += other.right
        self.spurious += other.spurious
        self.missed += other.missed
        return self

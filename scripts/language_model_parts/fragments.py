"""Tell-tale fragments: what dropped letters leave of frequent words and clean text hardly ever shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from vnreport.repair.letters.damage import Kind
from vnreport.repair.letters.damage import damaged as damaged_form

LEAST, RATIO, STRONG = 400, 150, 5000
SPLIT_LEAST, SPLIT_RATIO = 5_000, 1_500
HEADER = """\
# What dropped letters leave of Vietnamese words (thng of thống, thường …), what stripped marks make of
# them (duoc of được, dược …), what lost tones (viêc of việc), lost ư (nớc of nước), ơ for ô (khơng of
# không) and merged vowels (phịng of phòng) do, and what a space splits off (iệc of việc), where clean text
# hardly ever shows it; counted in the training text by scripts/train_language_model.py.
fragment\tdamage\tstrong
"""
DAMAGES: dict[str, tuple[Kind, ...]] = {
    "dropped": ("additional", "extended", "ascii"),
    "stripped": ("stripped",),
    "toneless": ("toneless",),
    "soft": ("soft",),
    "hat_to_horn": ("hat_to_horn",),
    "merged": ("merged",),
}


def telltale(seen: Mapping[str, int]) -> list[tuple[str, str, str]]:
    """Choose the fragments: met in damaged text at least so often, and so much oftener than in clean text.

    A fragment that is so much oftener met that one alone is evidence is called strong.
    """
    chosen: dict[str, tuple[str, str, str]] = {}
    for damage, kinds in DAMAGES.items():
        damaged: Counter[str] = Counter()
        for kind in kinds:
            damaged |= _damaged(seen, kind)
        for fragment, count in damaged.items():
            if len(fragment) > 1 and count >= LEAST and count >= RATIO * (seen.get(fragment, 0) + 1):
                strong = count >= STRONG * (seen.get(fragment, 0) + 1)
                chosen.setdefault(fragment, (fragment, damage, "1" if strong else ""))
    for piece, count in _pieces(seen).items():
        if count >= SPLIT_LEAST and count >= SPLIT_RATIO * (seen.get(piece, 0) + 1):
            chosen.setdefault(piece, (piece, "split", ""))
    return sorted(chosen.values())


def _pieces(seen: Mapping[str, int]) -> Counter[str]:
    """Count what is left and right of every place where a space may split a syllable."""
    counts: Counter[str] = Counter()
    for form, count in seen.items():
        if form[0].isalpha() and not form.isascii() and len(form) <= 7:
            for at in range(1, len(form)):
                counts[form[:at]] += count
                counts[form[at:]] += count
    return counts


def _damaged(seen: Mapping[str, int], kind: Kind) -> Counter[str]:
    counts: Counter[str] = Counter()
    for form, count in seen.items():
        if form[0].isalpha() and not form.isascii():
            left = damaged_form(kind, form)
            if left != form:
                counts[left] += count
    return counts


def write(path: Path, fragments: list[tuple[str, str, str]]) -> None:
    """Write the table."""
    rows = "".join("\t".join(row) + "\n" for row in fragments)
    path.write_text(HEADER + rows, encoding="utf-8")

"""Punctuation that became C1 controls: quotation marks of code page 1252 that were read as Latin-1."""

from __future__ import annotations

from vnreport.patterns import lazy
from vnreport.repair.look import Look
from vnreport.repair.types import Damage, Replacement

# The punctuation of Windows code page 1252 in the place of the C1 controls (bestfit1252.txt, unicode.org).
_SIGNS = {
    "\x82": "‚", "\x84": "„", "\x85": "…", "\x8b": "‹", "\x91": "‘", "\x92": "’", "\x93": "“", "\x94": "”",
    "\x95": "•", "\x96": "–", "\x97": "—", "\x99": "™", "\x9b": "›",
}  # fmt: skip
_SIGN = lazy("[\x82\x84\x85\x8b\x91-\x97\x99\x9b]")


def may_hold(seen: Look) -> bool:
    """Tell whether there are C1 controls, and none but those that stand for punctuation."""
    found = {c for c in seen.unusual if "\x80" <= c <= "\x9f"}
    return bool(found) and found <= _SIGNS.keys()


def find(seen: Look, damage: Damage) -> list[Replacement]:
    """Give the punctuation of such controls; ``find`` is asked only where no other controls are."""
    if not may_hold(seen):
        return []
    return [Replacement(*m.span(), _SIGNS[m[0]], "mojibake", 0.95) for m in _SIGN.finditer(seen.text)]

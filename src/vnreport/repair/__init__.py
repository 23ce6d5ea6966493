"""Repair: broken Vietnamese text made whole, with every change listed and the way back kept."""

from __future__ import annotations

from typing import get_args

from vnreport.repair import escapes, legacy, mojibake, unicode, viqr
from vnreport.repair.frame import Draft, Pass
from vnreport.repair.types import Damage, Repair, RepairedText, Replacement

__all__ = ["Damage", "Repair", "RepairedText", "Replacement", "repair"]

# Bytes and code points first, then what only readable text can show. The reversible passes are
# repeated until they find nothing more (text broken twice), the passes behind them run once.
_LEGACY: frozenset[Damage] = frozenset({"legacy", "tcvn3", "vni", "viscii", "vps", "cp1258"})
_ANY: frozenset[Damage] = frozenset(get_args(Damage)) - {"none"}
_REVERSIBLE: tuple[Pass, ...] = (
    Pass(escapes.find, frozenset({"escapes"})),
    Pass(mojibake.find, frozenset({"mojibake"})),
    Pass(legacy.find, _LEGACY),
    Pass(viqr.find, frozenset({"viqr", "legacy"})),
    Pass(unicode.find_uncomposed, _ANY),
    Pass(unicode.find_invisible, _ANY),
    Pass(unicode.find_look_alikes, _ANY),
)
_JUDGED: tuple[Pass, ...] = (
    # letters.find, then spacing.find
)
_ROUNDS = 4


def repair(raw: str, damage: Damage = "auto") -> RepairedText:
    """Mend a text and list what was mended.

    Args:
        raw: the text as it was found, in whatever state.
        damage: what the caller knows of the damage; a named damage is mended on less evidence, and
            only it and what Unicode normalisation asks for. ``none`` takes the text as it is.

    Returns:
        The repaired text in NFC (as it is for ``none``), its repairs, and its alignment to ``raw``.

    Raises:
        TypeError: if ``raw`` is not a string.
        ValueError: if there is no damage of that name.
    """
    if not isinstance(raw, str):
        raise TypeError(f"repair() takes a str, not {type(raw).__name__}; decode bytes first")
    if damage not in get_args(Damage):
        raise ValueError(f"there is no damage {damage!r}; the names are {', '.join(get_args(Damage))}")
    draft = Draft(raw)
    if damage == "none":
        return draft.finish()
    for _ in range(_ROUNDS if damage == "auto" else 1):
        changes = [draft.change(p.find(draft.text, damage)) for p in _REVERSIBLE if p.applies(damage)]
        if not any(changes):
            break
    for later in _JUDGED:
        if later.applies(damage):
            draft.change(later.find(draft.text, damage))
    return draft.finish()

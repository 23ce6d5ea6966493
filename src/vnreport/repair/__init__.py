"""Repair: broken Vietnamese text made whole, with every change listed and the way back kept."""

from __future__ import annotations

from typing import get_args

from vnreport.repair import (
    controls,
    d_signs,
    digits,
    escapes,
    legacy,
    letters,
    loose_marks,
    lost_quotes,
    mixed_case,
    mojibake,
    placeholders,
    soft_hyphens,
    spacing,
    styled,
    symbols,
    unicode,
    viqr,
)
from vnreport.repair import damage as gates
from vnreport.repair.frame import Draft, Pass
from vnreport.repair.spacing import letterspaced, line_ends
from vnreport.repair.types import Damage, Repair, RepairedText, Replacement

__all__ = ["Damage", "Repair", "RepairedText", "Replacement", "repair"]

# Bytes and code points first, then what only readable text can show. The reversible passes are
# repeated until they find nothing more (text broken twice), the passes behind them run once.
_LEGACY: frozenset[Damage] = frozenset({"legacy", "tcvn3", "vni", "viscii", "vps", "cp1258"})
_REVERSIBLE: tuple[Pass, ...] = (
    Pass(escapes.find, frozenset({"escapes"}), gates.escapes),
    Pass(mojibake.find, frozenset({"mojibake"}), gates.mojibake),
    Pass(legacy.find, _LEGACY, gates.legacy),
    Pass(soft_hyphens.find, _LEGACY, soft_hyphens.may_hold),
    Pass(viqr.find, frozenset({"viqr", "legacy"}), gates.viqr),
)
# These run whatever the caller named.
_UNICODE: tuple[Pass, ...] = (
    Pass(unicode.find_decoration, frozenset(), gates.decoration),
    Pass(controls.find, frozenset(), controls.may_hold),
    Pass(styled.find, frozenset(), styled.may_hold),
    Pass(loose_marks.find, frozenset(), loose_marks.may_hold),
    Pass(unicode.find_uncomposed, frozenset(), gates.uncomposed),
    Pass(unicode.find_invisible, frozenset(), gates.invisible),
    Pass(unicode.find_look_alikes, frozenset(), gates.look_alikes),
    Pass(d_signs.find, frozenset(), d_signs.may_hold),
    Pass(symbols.find, frozenset(), symbols.may_hold),
    Pass(symbols.find_structure, frozenset(), symbols.may_hold_structure),
)
_ROUNDS = 4


def repair(raw: str, damage: Damage = "auto", *, suggest: bool = False) -> RepairedText:
    """Mend a text and list what was mended.

    Args:
        raw: the text as it was found, in whatever state.
        damage: what the caller knows of the damage; a named damage is mended on less evidence, and
            only it and what Unicode normalisation asks for. ``none`` takes the text as it is;
            ``typing`` also mends likely typing errors.
        suggest: whether to list likely typing errors as repairs of kind ``suggestion``, the text untouched.

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
        changed = [_run(draft, step, damage) for step in _REVERSIBLE]
        changed += [_run(draft, step, "auto") for step in _UNICODE]
        if not any(changed):
            break
    if damage == "auto":
        draft.change(digits.find(draft.text, draft.odd))
        draft.change(mixed_case.find(draft.text, draft.odd))
    # These judge by language what the bytes cannot tell.
    replaced = False
    if damage in ("auto", "replaced"):
        replaced = draft.change(placeholders.find_images(draft.seen))
        replaced |= draft.change(placeholders.find(draft.seen))
        draft.change(lost_quotes.find(draft.seen))
    if damage in ("auto", "spacing"):
        draft.change(letterspaced.find(draft.text))
        draft.change(line_ends.find(draft.text))  # what a line's end parts is no remains of a word
    if damage in ("auto", "dropped"):
        draft.change(letters.find_blanks(draft.text, draft.odd))
    for _ in range(_ROUNDS if damage == "auto" else 1):  # a word restored is evidence for those beside it
        if not draft.change(letters.find(draft.text, damage, draft.odd)):
            break
    if replaced:  # where no word was found the sign stays as it was
        draft.undo(placeholders.KIND)
    for _ in range(_ROUNDS):  # a word that was parted shows what stands beside it
        if not draft.change(spacing.find(draft.text, damage, draft.odd)):
            break
    if suggest or damage == "typing":
        _propose(draft, applied=damage == "typing")
    return draft.finish()


def _propose(draft: Draft, applied: bool) -> None:
    """List likely typing errors, or mend them. They need the language model, whose module is loaded late."""
    from vnreport.repair import typing_errors

    found = typing_errors.find(draft.text)
    draft.change([r._replace(kind="typing") for r in found] if applied else found)


def _run(draft: Draft, step: Pass, damage: Damage) -> bool:
    """Run a pass if there is a reason to; tell whether it changed the text."""
    return step.applies(damage, draft.seen) and draft.change(step.find(draft.seen, damage))

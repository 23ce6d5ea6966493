"""Letters dropped, replaced or stripped, restored by a noisy channel and a language model.

The model is loaded only when a fast look at the text finds something that clean text does not show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vnreport.patterns import lazy
from vnreport.repair.letters.damage import BOX_CHARACTERS
from vnreport.repair.letters.standing import remains
from vnreport.repair.types import Replacement
from vnreport.spans import Spans

if TYPE_CHECKING:
    from vnreport.repair.letters.damage import Kind
    from vnreport.repair.words import Block

__all__ = ["find", "find_blanks"]

_NEWER = lazy(r"(?:o[àáảãạèéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])(?![^\W\d_])")
_OLDER = lazy(r"(?:[òóỏõọ][ae]|[ùúủũụ]y)(?![^\W\d_])")
_SAMPLE = 20_000
"""So much of a text shows where it puts the tone of ``hòa``."""
_MIDDLE = lazy(r"(?<!\w)([^\W\d_a-z]\w{1,5}) (Th)(?= [^\W\d_a-z][^\W\d_A-Z])")
"""What lost letters leave of ``Thị`` between a surname and a given name: nothing else stands there so."""
_COMRADE = lazy(r"(?<![\w/.])/c(?=\.? [^\W\d_a-z][^\W\d_A-Z])")
"""What lost letters leave of ``đ/c`` before a name."""
_YEAR = lazy(r"(?<!\w)(?:(?<!\d )|(?<=áng \d )|(?<=áng \d\d ))(?:[nN]m|NM)(?= (?:19|20)\d\d(?!\w))")
"""What lost letters leave of ``năm`` before a year."""
_NUMBER = lazy(r"(?<!\S)S(?= ?: ?\d{0,5} ?(?:/(?:19|20)\d\d)?/ ?[A-ZĐ]{2,5}\b)")
"""What they leave of ``Số`` before the code of a document."""
_OWN_NUMBER = lazy(
    rf"S(?:o|[?_{BOX_CHARACTERS}]{{1,3}})?"
    r"(?=[ \t]{0,3}:?[ \t]{0,8}\d{1,5} ?(?:/ ?(?:19|20)\d\d ?)?[/-] ?[A-ZĐ?])"
)
"""What damage leaves of ``Số`` where it opens a line, before the code."""
_YEAR_OF_MONTH = lazy(r"(?:(?<=tháng \d )|(?<=tháng \d\d ))nam(?= (?:19|20)\d\d(?!\w))")
"""``năm`` behind a month, its breve alone lost."""
_LABEL = lazy(r"(?<=\n)[ \t]*()\)(?= \w)")
"""What they leave of ``đ)`` at the beginning of a line."""


def find(text: str, damage: str = "auto", odd: Sequence[Block] | None = None) -> list[Replacement]:
    """Find lost letters and give what they should be.

    Args:
        text: NFC text.
        damage: ``stripped``, ``dropped`` or ``replaced`` where the caller knows the damage; ``auto``
            decides by evidence, stretch by stretch; anything else finds nothing.
        odd: the blocks of the text with their odd words, where they are known already.

    Returns:
        The changes, in order and disjoint, of kind ``stripped``, ``dropped`` or ``replaced``.
    """
    if damage == "auto":
        found = _with_middle_names(text, _auto(text, odd), odd)
    elif damage in ("stripped", "dropped", "replaced"):
        found = _named(text, _stripped(text) if damage == "stripped" else _dropped(text))
    else:
        return []
    if damage != "stripped":
        found = _with_lost_d(text, found)
    if any(year in text for year in ("nm 1", "nm 2", "NM 2", "nam 1", "nam 2")):
        found = _with_years(text, found)
    return _reconsidered(text, found) if found else found


def find_blanks(text: str, odd: Sequence[Block]) -> list[Replacement]:
    """Find the spaces that stand for lost letters (``đ nh``), and take out those inside words.

    Args:
        text: NFC text.
        odd: its blocks with their odd words.

    Returns:
        The changes, in order and disjoint, of kind ``dropped``; what is left is to be looked for by ``find``.
    """
    if not any(len(block.odd & remains()) > 1 for block in odd):
        return []
    from vnreport.repair.letters import blanks

    return blanks.find(text, odd)


def _reconsidered(text: str, found: list[Replacement]) -> list[Replacement]:
    """Look again at what was restored, for what no language model knows."""
    from vnreport.repair.letters.dated_places import with_dated_places
    from vnreport.repair.letters.known_names import with_known_names
    from vnreport.repair.letters.known_places import with_known_places
    from vnreport.repair.letters.lost_surnames import with_surnames
    from vnreport.repair.letters.mended import Mended
    from vnreport.repair.letters.own_style import with_own_style
    from vnreport.repair.letters.set_phrases import with_set_phrases

    mended = Mended(text, found)
    last_looks = (
        with_set_phrases,
        with_own_style,
        with_surnames,
        with_dated_places,
        with_known_places,
        with_known_names,
    )
    for better in last_looks:
        found = better(mended)
        if found is not mended.found:
            mended = Mended(text, found)
    return found


def _with_middle_names(text: str, found: list[Replacement], odd: Sequence[Block] | None) -> list[Replacement]:
    """Add ``Thị`` for ``Th`` in names, where the line holds too little else for the model to believe it."""
    if odd is not None and not any("Th" in block.odd for block in odd):
        return found
    from vnreport.repair.letters.lost_surnames import surnames

    closed = Spans((change.start, change.end) for change in found)
    added = [
        Replacement(*match.span(2), "Thị", "dropped", 0.95)
        for match in _MIDDLE.finditer(text)
        if match[1] in surnames() and not closed.overlaps(*match.span(2))
    ]
    return sorted([*found, *added]) if added else found


def _with_lost_d(text: str, found: list[Replacement]) -> list[Replacement]:
    """Add ``đ`` of ``đ/c`` before names and of ``đ)`` behind a point ``d)``, and ``Số`` before a code."""
    added = []
    for match in _COMRADE.finditer(text) if "/c" in text else ():
        before = text[max(0, match.start() - 2) : match.start()].rstrip(" ")
        opens = not before or before[-1] in "\n.-"
        added.append(Replacement(match.start(), match.start(), "Đ" if opens else "đ", "dropped", 0.9))
    if "S:" in text or "S :" in text:
        added += [Replacement(*m.span(), "Số", "dropped", 0.95) for m in _NUMBER.finditer(text)]
    added += _own_numbers(text)
    if found and ("\nd) " in text or text.startswith("d) ")):
        added += [Replacement(*m.span(1), "đ", "dropped", 0.9) for m in _LABEL.finditer(text)]
    closed = Spans((change.start, change.end) for change in found)
    added = [change for change in dict.fromkeys(added) if not closed.overlaps(change.start, change.end)]
    return sorted([*found, *added]) if added else found


def _own_numbers(text: str) -> Iterator[Replacement]:
    """Give ``Số`` for what is left of it at the beginning of a line, before a code."""
    for match in _OWN_NUMBER.finditer(text):
        opens = text.rfind("\n", 0, match.start()) + 1
        if not text[opens : match.start()].strip(" \t|"):
            yield Replacement(*match.span(), "Số", "stripped" if match[0] == "So" else "dropped", 0.95)


def _with_years(text: str, found: list[Replacement]) -> list[Replacement]:
    """Read ``nm`` before a year as ``năm``, whatever else its letters may be."""
    years = {
        match.span(): {"nm": "năm", "Nm": "Năm", "NM": "NĂM"}[match[0]] for match in _YEAR.finditer(text)
    }
    years.update((match.span(), "năm") for match in _YEAR_OF_MONTH.finditer(text))
    kept = [change for change in found if change[:2] not in years]
    closed = Spans((change.start, change.end) for change in kept)
    added = [
        Replacement(*span, word, "dropped", 0.95)
        for span, word in years.items()
        if not closed.overlaps(*span)
    ]
    return sorted([*kept, *added])


def _named(text: str, kind: Kind) -> list[Replacement]:
    from vnreport.repair.letters.restore import judged, restore

    return judged(restore(text, [(0, len(text))], kind, _placement(text)), "all")[0].changes


def _placement(text: str) -> bool:
    """Tell whether the text writes ``hoà`` rather than ``hòa``."""
    newer, older = len(_NEWER.findall(text)), len(_OLDER.findall(text))
    # Official writing without evidence goes the older way: Ủy ban, hóa.
    return newer > older


def _stripped(text: str) -> Kind:
    """Tell whether all marks are gone or only the tones, by the letters that a damaged text still has."""
    marked = len(re.findall("[ăâđêôơưĂÂĐÊÔƠƯ]", text))
    return "toneless" if marked > len(text) / 50 else "stripped"


def _dropped(text: str) -> Kind:
    """Tell which letters a damaged text has lost, by those that it still has."""
    from vnreport.repair.letters.cutting import without_addresses
    from vnreport.repair.letters.damage import IN_WORD
    from vnreport.repair.letters.detect import is_fitted
    from vnreport.repair.letters.low_bytes import CONTROL, is_left, is_marked

    # A bullet of a symbol font, an address (?id=) or a file's name is no sign that letters were replaced.
    marked = len(IN_WORD.findall(without_addresses(text))) > len(text) / 150
    # A stray foreign letter is no sign that letters of its kind are still there.
    few = len(text) / 400
    extended = len(re.findall("[ăđĩũơưĂĐĨŨƠƯ]", text)) > few
    if len(re.findall("[\u1e00-\u1eff]", text)) > 8 * few and not re.search("[ưƯ]", text):
        return "soft"
    latin = len(re.findall("[àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ]", text)) > few
    if marked:
        if latin and is_fitted(text) and len(re.findall("[ăđĩũơư]", text)) <= few:  # Đ is left, as eth
            return "marked_fitted"
        if not extended and not latin and is_marked(text):
            return "marked_low"
        return "marked_additional" if extended else "marked_extended" if latin else "marked_ascii"
    if CONTROL.search(text):
        return "low_byte"
    if not extended and not latin and is_left(text):
        return "low_ascii"
    if not extended:
        return "extended" if latin else "ascii"
    if len(re.findall("[ơưƠƯ]", text)) > few:
        return "additional"
    return "horned" if len(re.findall("[ăĩũĂĐĨŨ]", text)) > few else "barred"


def _auto(text: str, odd: Sequence[Block] | None) -> list[Replacement]:
    from vnreport.repair.letters.detect import windows

    found = windows(text, odd)
    if not found:
        return []
    from vnreport.repair.letters.evidence import by_evidence

    newer = _placement(text[:_SAMPLE] + "".join(text[w.start : w.end] for w in found))
    return by_evidence(text, found, odd, newer)

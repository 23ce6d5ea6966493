"""What Word leaves in extracted text: signs of symbol fonts, marks of cells, lines and fields."""

from __future__ import annotations

from functools import cache

from vnreport.lexicon import table
from vnreport.patterns import lazy
from vnreport.repair.look import Look
from vnreport.repair.syllable import is_known
from vnreport.repair.types import Damage, Replacement

_PRIVATE = lazy("[\uf020-\uf0ff]")
_MARKS = "\x07\x0b\x13\x14\x15"
# Word 97-2007 Binary File Format ([MS-DOC] 2.4.3, 2.8.25): the end of a cell and, twice, of a row; a line
# break; the beginning of a field's code, of its result, and its end.
_STRUCTURE = lazy(
    r"(?P<row>\x07\x07)|(?P<cell>\x07)|(?P<line>\x0b)|(?P<field>\x13[^\n\x07\x13-\x15]{0,300}\x14|[\x13-\x15])"
)
_WORD = lazy(r"[^\W\d_]{2,7}(?![^\W_])")


def may_hold(seen: Look) -> bool:
    """Tell whether there are characters of the private area that symbol fonts use."""
    return any("\uf020" <= c <= "\uf0ff" for c in seen.unusual)


def may_hold_structure(seen: Look) -> bool:
    """Tell whether there are the control characters that Word writes between cells and around fields."""
    return not seen.unusual.isdisjoint(_MARKS)


def find_structure(seen: Look, damage: Damage) -> list[Replacement]:
    """Find the marks of rows, cells, lines and fields, and give the white space that they stand for."""
    becomes = {
        "row": ("\n", "space"),
        "cell": ("\t", "space"),
        "line": ("\n", "space"),
        "field": ("", "invisible"),
    }
    return [
        Replacement(*match.span(), *becomes[match.lastgroup or ""], 0.95)
        for match in _STRUCTURE.finditer(seen.text)
    ]


def find(seen: Look, damage: Damage) -> list[Replacement]:
    """Find signs of symbol fonts; where a letter may have been lost, it is left to the search for those."""
    text, found = seen.text, []
    for match in _PRIVATE.finditer(text):
        sign, use = _signs().get(match[0], ("", ""))
        before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if use == "bullet":
            good = not before.strip() and (not behind.strip() or _opens_item(text, match.end(), before))
        else:
            good = use == "sign" and not before.isalpha() and not behind.isalpha()
        if good:
            found.append(Replacement(*match.span(), sign, "lookalike", 0.95))
    return found


def _opens_item(text: str, at: int, before: str) -> bool:
    """Tell whether a whole word follows at the beginning of a line, so that no letter is missing."""
    word = _WORD.match(text, at) if before in ("", "\n") else None
    return word is not None and is_known(word[0])


@cache
def _signs() -> dict[str, tuple[str, str]]:
    return {chr(int(row["code"], 16)): (row["sign"], row["use"]) for row in table("symbol_fonts")}

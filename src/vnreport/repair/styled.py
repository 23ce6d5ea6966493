"""Letters of mathematical alphabets, as people set headings in social networks: ``𝗨̉𝘆 𝗯𝗮𝗻``.

Unicode has them as compatibility forms of the plain letters (NFKC); combining marks behind them compose once
they are plain. A single one is left: it may be a formula's.
"""

from __future__ import annotations

import unicodedata

from vnreport.patterns import lazy
from vnreport.repair.look import Look
from vnreport.repair.types import Damage, Replacement

_LETTER = "\U0001d400-\U0001d6a5\U0001d7ce-\U0001d7ff"
_MARK = "\u0300-\u0323\u031b"
_WORD = lazy(rf"[{_LETTER}][{_MARK}]*(?:[đĐ]?[{_LETTER}][{_MARK}]*)+")
_FORM = lazy(rf"[{_LETTER}]")
_SINGLE = lazy(rf"(?<=[\w{_MARK}])[{_LETTER}]|[{_LETTER}](?=[{_MARK}]*\w)|(?<= )[{_LETTER}](?=[{_MARK}]* )")


def may_hold(seen: Look) -> bool:
    """Tell whether there are such letters."""
    return any("\U0001d400" <= c <= "\U0001d7ff" for c in seen.unusual)


def find(seen: Look, damage: Damage) -> list[Replacement]:
    """Find styled letters, and give the plain ones."""
    text = seen.text
    places = {m.start() + i for m in _WORD.finditer(text) for i, c in enumerate(m[0]) if _FORM.match(c)}
    if places:
        places |= {m.start() for m in _SINGLE.finditer(text)}
    return [
        Replacement(at, at + 1, unicodedata.normalize("NFKC", text[at]), "lookalike", 0.95)
        for at in sorted(places)
    ]

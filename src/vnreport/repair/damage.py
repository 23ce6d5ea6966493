"""A quick look at a text: which kinds of damage it could have at all.

Most text is clean, and clean Vietnamese text in NFC is told by one scan in C. What is not usual in it decides
which passes run; none of these looks at more than the set of its characters and a few signs.
"""

from __future__ import annotations

from vnreport.patterns import lazy
from vnreport.repair.charts import bytes_of
from vnreport.repair.look import Look
from vnreport.repair.unicode import may_compose, passes_for_another
from vnreport.repair.utf8_images import CODECS, codec_of

_VIQR = lazy("[\\^+`~](?<=[aeiouyAEIOUY].)")


def escapes(seen: Look) -> bool:
    """Tell whether characters may be written out in ASCII."""
    text = seen.text
    return "&" in text or "\\" in text or "%" in text or "=" in text or "<U+" in text


def mojibake(seen: Look) -> bool:
    """Tell whether UTF-8 may have been misread."""
    return any(c in codec_of(name).byte_of for c in seen.unusual for name in CODECS)


def legacy(seen: Look) -> bool:
    """Tell whether there may be text in a legacy eight-bit encoding."""
    known = bytes_of()
    if any(c in known or c < " " for c in seen.unusual):
        return True
    # cp1258 keeps some tones apart, on letters that are usual ones.
    return seen.apart


def viqr(seen: Look) -> bool:
    """Tell whether there may be VIQR."""
    text = seen.text
    return any(sign in text for sign in "^+`~") and _VIQR.search(text) is not None


def uncomposed(seen: Look) -> bool:
    """Tell whether the text may not be in NFC."""
    return any(may_compose(c) for c in seen.unusual)


def invisible(seen: Look) -> bool:
    """Tell whether there may be unusual spaces, invisible characters or full-width forms."""
    return any(c >= "\u2000" or c in "\u00a0\u00ad\u034f\u061c\u1680\u180e" for c in seen.unusual)


def look_alikes(seen: Look) -> bool:
    """Tell whether there may be letters that pass for others."""
    return any(passes_for_another(c) for c in seen.unusual)


def decoration(seen: Look) -> bool:
    """Tell whether there may be combining marks that Vietnamese does not use."""
    return any("\u0300" <= c <= "\u036f" for c in seen.unusual)

"""What low bytes of letters are left: a question that the whole text answers, not one stretch.

The text of a Word 97 file read byte by byte keeps the low byte of each letter. Those of ă and đ are control
characters, those of ĩ and ũ a bracket and an i; all others lie beyond ASCII, and are dropped or become marks.
What stores such text often takes the control characters, too.
"""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon import table
from vnreport.patterns import lazy
from vnreport.repair.letters.damage import Kind, damage_table
from vnreport.repair.letters.window import Window

CONTROL = lazy("[\x02\x03\x10\x11]")


def settled(text: str, found: list[Window]) -> list[Window]:
    """Give windows the kinds of loss that the low bytes in the whole text speak for.

    Args:
        text: the text.
        found: its windows.
    """
    kinds = {kind for window in found for kind in window.kinds}
    instead: dict[Kind, Kind] = {}
    if "ascii" in kinds and CONTROL.search(text) is None and is_left(text):
        instead = {"ascii": "low_ascii"}
    if "marked_ascii" in kinds and is_marked(text):
        instead["marked_ascii"] = "marked_low"
    if not instead:
        return found
    return [w._replace(kinds=tuple(dict.fromkeys(instead.get(k, k) for k in w.kinds))) for w in found]


def is_left(text: str) -> bool:
    """Tell whether a text has the low bytes of ĩ and ũ: ``l)nh vc``, ``ngh)a`` rather than ``ngha``."""
    left, gone = (len(_forms(kind, "letters").findall(text)) for kind in ("low_ascii", "ascii"))
    return left > gone


def is_marked(text: str) -> bool:
    """Tell whether a text with marks for letters has none for ă and đ: ``nm`` rather than ``n?m``."""
    without, withal = (len(_forms(kind, "marks").findall(text)) for kind in ("marked_low", "marked_ascii"))
    return without > withal


@cache
def _forms(kind: Kind, tells: str) -> re.Pattern[str]:
    """Give the pattern of what a kind leaves of the words that tell, of no other word."""
    damage = damage_table(kind)
    rows = [row for row in table("low_byte_words") if row["tells"] == tells]
    words = {row["word"].translate(damage) for row in rows if kind != "ascii" or row["alone"]}
    return re.compile(rf"(?<![\w?])(?:{'|'.join(map(re.escape, sorted(words)))})(?![\w?])")

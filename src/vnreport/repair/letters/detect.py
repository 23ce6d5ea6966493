"""Where letters may be lost: a fast look at the whole text, then windows around what it found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from vnreport.lexicon import column
from vnreport.patterns import lazy
from vnreport.repair.letters import all_over, low_bytes, short
from vnreport.repair.letters.context import (
    LONGEST_PIECE,
    has_stripped_run,
    is_expected,
    is_marked_beside,
    is_torn,
    neighbours,
    pieces,
)
from vnreport.repair.letters.damage import BOX_CHARACTERS, BOXES, IN_WORD, Kind, Trust, damage_table
from vnreport.repair.letters.low_bytes import CONTROL
from vnreport.repair.letters.telling import in_name, stretches
from vnreport.repair.letters.window import Window
from vnreport.repair.syllable import is_syllable
from vnreport.repair.words import Block, blocks, fragments, places
from vnreport.spans import Spans

_REACH = 240
"""How far, in characters, a window reaches on either side of what was found, within its line."""
_NEAR = 30
_LONG = 700
_ENOUGH, _ENOUGH_OF_REMAINS = 120, 300
"""Letters in none of so many characters are lost, too: of running text, and of damaged words alone."""
_CLOSING = ("", ",", ".", ";", ":", ")")
_PLACEHOLDER = lazy(rf"{BOXES.pattern}|\?(?=\w)|_(?=[^\W\d_])")
# One set of characters, scanned for faster than a choice of patterns, and what two of them ask for.
_DEBRIS = lazy(rf"[\x02\x03\x10\x11?_{BOX_CHARACTERS}](?:(?<![?_])|(?<=\?)(?=\w)|(?=[^\W\d_]))")


_SHORT = 2
_SPARSE = 200
"""Broken syllables further apart, in characters, say nothing of the rest of the text."""


@cache
def telltales() -> dict[str, str]:
    """Give the fragments that clean text hardly ever shows, with the damage that leaves them."""
    found = {fragment: damage for fragment, damage in fragments().items() if damage != "split"}
    # Headings: the training text has too few capitals to count their fragments.
    capitals = {f.upper(): damage for f, damage in found.items() if f.islower() and len(f) > 2}
    return {**capitals, **found}


@cache
def _at_spaces() -> dict[str, str]:
    return {fragment + mark: damage for fragment, damage in telltales().items() for mark in _CLOSING}


@cache
def _looked_for() -> frozenset[str]:
    return frozenset(_at_spaces())


@cache
def _pieces_at_spaces() -> frozenset[str]:
    return frozenset(piece + mark for piece in pieces() for mark in _CLOSING[:-1]) - _looked_for()


def windows(text: str, odd: Sequence[Block] | None = None, *, known: bool = False) -> list[Window]:
    """Find the stretches of a text that may have lost letters.

    Args:
        text: the text.
        odd: its blocks with their odd words, where they are known already.
        known: whether it is known that other stretches are damaged so; one fragment is enough then.
    """
    found: list[Window] = []
    debris: list[Window] = []
    split = 0
    for block in blocks(text) if odd is None else odd:
        split += sum(1 for _ in places(text, block, block.odd & _rhymes()))
        hits = block.odd & _looked_for()
        for damage in ("dropped", "stripped") if hits else ():
            found += _around(text, block, {hit for hit in hits if _at_spaces()[hit] == damage}, damage, known)
        for damage, at in all_over.hits(text, block, {h: _at_spaces()[h] for h in hits}):
            kinds = all_over.KINDS[damage]
            found += [Window(start, end, kinds, len(inside)) for start, end, inside in _windows(text, at)]
        if hits:
            seen = Spans((w.start, w.end) for w in found)
            rest = (at for at, _ in places(text, block, hits) if not seen.overlaps(at, at + 1))
            found += short.lines(text, rest)
        found += _torn(text, block)
        found += _told(text, block)
        if _DEBRIS.search(" ".join(block.odd)):
            debris += _debris(text, block)
    found += () if debris else short.windows(text)
    if split:  # spaces inside syllables, not lost letters, may explain the fragments
        throughout = split * _SPARSE > len(text) and 3 * split >= sum(w.hits for w in found)
        found = [w for w in found if not throughout and not _is_split(text[w.start : w.end], w.hits)]
    return low_bytes.settled(text, _disjoint(text, _agreed(text, found) + debris))


@cache
def _rhymes() -> frozenset[str]:
    """Give the rhymes that only a space inside a syllable leaves, with a letter that dropping would take."""
    pieces = (fragment for fragment, damage in fragments().items() if damage == "split")
    return frozenset(p for p in pieces if any("\u1e00" <= c <= "\u1eff" for c in p))


def _is_split(stretch: str, hits: int) -> bool:
    """Tell whether spaces inside syllables explain the fragments of a stretch."""
    return 3 * sum(word in _rhymes() for word in stretch.split()) >= hits


def _around(text: str, block: Block, hits: set[str], damage: str, known: bool) -> list[Window]:
    marks = "".join(_CLOSING)
    at_hits = [(at, word.rstrip(marks)) for at, word in places(text, block, hits)]
    named: set[int] = set()
    if damage == "dropped":
        seen: dict[tuple[str, str, str], bool] = {}
        named = {at for at, word in at_hits if in_name(text, at, word)}
        at_hits = [
            (at, word)
            for at, word in at_hits
            if at in named
            or _is_no_word(word)
            or (known and word.islower() and len(word) > 1)
            or _is_expected(text, at, word, seen)
        ]
    found = []
    words = dict(at_hits)
    for start, end, inside in _windows(text, list(words)):
        different = {words[at] for at in inside}
        if damage == "stripped":
            if has_stripped_run(text[start:end], frozenset(different), 1 if known else 2) or any(
                is_marked_beside(*neighbours(text, at, at + len(words[at])), words[at]) for at in inside
            ):
                found.append(Window(start, end, ("stripped",), len(inside)))
        elif known or len(different) > 1 or inside[0] in named or not _ends_name(text, inside[0], *different):
            trust: Trust = "evidence" if named.isdisjoint(inside) else "shared"
            found.append(Window(start, end, _kinds(text, start, end, inside), len(inside), trust))
    return found


def _torn(text: str, block: Block) -> list[Window]:
    """Find single letters and the like: the rest of words which their neighbours go with."""
    marks = "".join(_CLOSING)
    # A text without short odd words need not know what short words lost letters leave.
    if not any(_may_be_piece(word.rstrip(marks)) for word in block.odd):
        return []
    found = places(text, block, block.odd & _pieces_at_spaces())
    hits = [at for at, word in found if is_torn(text, at, word.rstrip(marks))]
    return [
        Window(start, end, _kinds(text, start, end, inside), len(inside))
        for start, end, inside in _windows(text, hits)
    ]


def _may_be_piece(word: str) -> bool:
    return len(word) <= LONGEST_PIECE and (word.islower() or len(word) == 1) and word.isalpha()


def _told(text: str, block: Block) -> Iterator[Window]:
    """Give the lines around what tells by itself."""
    for start, end, kinds in stretches(text, block.start, block.end):
        low, high = _window(text, start)
        if not _HELD.search(text, low, high):
            yield Window(low, max(high, end), kinds, 1, "near")


@lru_cache(maxsize=1 << 10)
def _is_no_word(fragment: str) -> bool:
    """Tell whether a fragment is no syllable and too long for an abbreviation: ``ngưi``, ``Lut``."""
    return len(fragment) > _SHORT and fragment[1:].islower() and not is_syllable(fragment)


def _ends_name(text: str, at: int, fragment: str) -> bool:
    """Tell whether a fragment, alone in its line, ends a name: what it is, nobody can say."""
    return fragment.istitle() and neighbours(text, at, at)[0].istitle()


def _is_expected(text: str, at: int, word: str, seen: dict[tuple[str, str, str], bool]) -> bool:
    left, right = neighbours(text, at, at + len(word))
    key = left, word, right
    if key not in seen:
        seen[key] = is_expected(*key)
    return seen[key]


def _windows(text: str, hits: list[int]) -> list[tuple[int, int, list[int]]]:
    """Give windows around the places, within lines, and the places in each."""
    spans = Spans(_window(text, at) for at in hits)
    result = []
    index = 0
    for start, end in spans:
        inside = []
        while index < len(hits) and hits[index] < end:
            inside.append(hits[index])
            index += 1
        result.append((start, end, inside))
    return result


def _window(text: str, at: int) -> tuple[int, int]:
    low, high = max(0, at - _REACH), min(len(text), at + _REACH)
    start = text.rfind("\n", low, at) + 1 or _space(text, low, at)
    end = text.find("\n", at, high)
    if end < 0:
        end = high if high == len(text) else max(text.rfind(" ", at, high), at)
        if end <= at:
            end = high
    return start, end


def _space(text: str, low: int, at: int) -> int:
    if low == 0:
        return 0
    found = text.find(" ", low, at)
    return found + 1 if found >= 0 else low


_HELD = lazy("[\u1e00-\u1eff]")
"""Letters that no kind of dropping or replacing leaves."""
_HORNS, _BREVES = lazy("[ơưƠƯ]"), lazy("[ăĩũĂĐĨŨ]")
_SPEAKING = 600


def _kinds(text: str, start: int, end: int, hits: list[int]) -> tuple[Kind, ...]:
    """Tell which kinds of dropping fit what is left around the places."""
    near = "".join(text[max(start, at - _NEAR) : min(end, at + _NEAR)] for at in hits)
    enough = _ENOUGH
    if _HELD.search(near):  # whole words stand beside the damaged ones and tell nothing of the damage
        near = " ".join(word for word in near.split() if word.rstrip("".join(_CLOSING)) in telltales())
        enough = _ENOUGH_OF_REMAINS
    if any("\u0100" <= c <= "\u01ff" for c in near):
        return _of_letters_left(near, len(near) > _ENOUGH_OF_REMAINS)
    long = len(near) > enough
    if any("\xc0" <= c <= "\xff" for c in near):
        return ("extended",) if long else ("additional", "extended")
    if CONTROL.search(near):
        return ("low_byte",)
    return ("ascii",) if long else ("additional", "extended", "ascii")


def _of_letters_left(near: str, long: bool) -> tuple[Kind, ...]:
    """Tell which kinds of dropping leave letters of U+0100–01FF, by which of them are there."""
    if _HORNS.search(near):
        return ("additional",)
    barred: tuple[Kind, ...] = () if _BREVES.search(near) else ("barred",)
    return ("horned", *barred) if long else ("additional", "horned", *barred)


def _agreed(text: str, found: list[Window]) -> list[Window]:
    """Leave out the kinds of dropping that the letters in all windows of a text speak against."""
    parts = [text[w.start : w.end] for w in found if "horned" in w.kinds or w.kinds == ("additional",)]
    damaged = "".join(part for part in parts if not _HELD.search(part))
    few = len(damaged) / 400
    if len(damaged) < _SPEAKING:
        return found
    horns, breves = len(_HORNS.findall(damaged)), len(_BREVES.findall(damaged))
    against: set[Kind] = {"horned", "barred"} if horns > few else {"additional"}
    against |= {"barred"} if breves > few else {"horned"} if horns <= few else set()
    return [w._replace(kinds=tuple(k for k in w.kinds if k not in against) or w.kinds) for w in found]


def _debris(text: str, block: Block) -> list[Window]:
    """Find placeholders inside words and low bytes of letters."""
    low, high = block.start, block.end
    marks = [m.start() for m in _PLACEHOLDER.finditer(text, low, high)]
    found = []
    for start, end, inside in _windows(text, marks):
        if IN_WORD.search(text, start, end) is None:
            continue  # bullets and boxes to tick
        near = "".join(text[max(start, at - _NEAR) : min(end, at + _NEAR)] for at in inside)
        if _HELD.search(text, start, end):  # whole words stand beside the damaged ones and tell nothing
            near = " ".join(word for word in text[start:end].split() if _PLACEHOLDER.search(word))
        found.append(Window(start, end, _marked(near, text[start:end]), len(inside)))
    controls = [m.start() for m in CONTROL.finditer(text, low, high)]
    found += [
        Window(start, end, ("low_byte",), len(inside)) for start, end, inside in _windows(text, controls)
    ]
    return found


def _marked(near: str, stretch: str) -> tuple[Kind, ...]:
    """Tell which kinds of replacing fit what is left around placeholders."""
    long = len(near) > _ENOUGH_OF_REMAINS
    if any("\u0100" <= c <= "\u01ff" and c != "Đ" for c in near):
        return ("marked_additional",)
    latin = any("\xc0" <= c <= "\xff" for c in near)
    if not latin and long:
        return ("marked_ascii",)
    kinds: tuple[Kind, ...] = ("marked_extended", "marked_fitted")
    if evidence := _for_fit(stretch):
        kinds = kinds[evidence > 0 :][:1]
    if latin:
        return kinds if long else ("marked_additional", *kinds)
    return ("marked_additional", *kinds, "marked_ascii")


@cache
def _fitted() -> re.Pattern[str]:
    """Give the pattern of frequent words as the best fit leaves them: ``du?c``, ``ngu?i``."""
    words = {word.translate(damage_table("marked_fitted")) for word in column("best_fit_words", "word")}
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, sorted(words)))})(?![^\W_?])", re.I)


_INITIAL = lazy(r"(?<![^\W_])\?(?=[^\W\d_])")


def is_fitted(text: str) -> bool:
    """Tell whether đ, ă, ơ and ư became their best fit in a text where ``?`` stands for most letters."""
    return _for_fit(text) > 0


def _for_fit(text: str) -> int:
    """Weigh what only the best fit leaves against ``?`` where đ mostly stands, though Ủ may, too."""
    return 2 * len(_fitted().findall(text)) - len(_INITIAL.findall(text))


def _disjoint(text: str, found: Iterable[Window]) -> list[Window]:
    """Join windows that overlap: the more telling kinds explain the whole, or both may."""
    result: list[Window] = []
    for window in sorted(found, key=lambda w: (w.start, -w.end)):
        last = result[-1] if result else None
        if last is None or window.start >= last.end:
            result.append(window)
        else:
            end, hits = max(last.end, window.end), last.hits + window.hits
            result[-1] = Window(
                last.start, end, _either(last, window), hits, _readier(last.trust, window.trust)
            )
    return [part for window in result for part in _cut(text, window)]


def _cut(text: str, window: Window) -> Iterator[Window]:
    """Cut a long window at spaces, so that its parts can be decoded side by side."""
    start, end = window.start, window.end
    while end - start > _LONG:
        stop = text.rfind(" ", start + 1, start + _LONG) + 1 or start + _LONG
        yield window._replace(start=start, end=stop, hits=window.hits * (stop - start) // (end - start))
        window = window._replace(start=stop)
        start = stop
    yield window


def _readier(one: Trust, other: Trust) -> Trust:
    return max(one, other, key=("evidence", "shared", "short", "near", "all").index)


def _either(one: Window, other: Window) -> tuple[Kind, ...]:
    if "toneless" in one.kinds + other.kinds:  # it explains what looks stripped, too
        return tuple(dict.fromkeys((*one.kinds, *other.kinds)))
    if _rank(one.kinds) != _rank(other.kinds):
        return max(one, other, key=lambda w: _rank(w.kinds)).kinds
    if one.hits > 3 * other.hits:
        return one.kinds
    if other.hits > 3 * one.hits:
        return other.kinds
    return tuple(dict.fromkeys((*one.kinds, *other.kinds)))


def _rank(kinds: tuple[Kind, ...]) -> int:
    return 2 if kinds[0].startswith("marked") else 1 if kinds[0].startswith("low") else 0

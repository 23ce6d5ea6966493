"""Typing errors put into clean text: how many are found and rightly mended, how much good text is suspected.

The errors are those that studies of Vietnamese spelling name (a wrong tone or mark, sounds that dialects do
not tell apart, slips of the keyboard, strokes of Telex and VNI that stayed in the text), drawn with a seed.
"""

from __future__ import annotations

import random
import re
import time
import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Literal

from benchmarks import corpora
from benchmarks.letters import texts
from benchmarks.tables import Table
from vnreport.repair import Repair, repair

EVERY = 40
"""One word of so many is drawn; not every slip can be made in every word."""
_SIZES = {"news": 400_000, "laws": 200_000, "reports": 0}
_TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_NUMBERS = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_TELEX = {"ă": "aw", "â": "aa", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
_VNI = {"ă": "a8", "â": "a6", "ê": "e6", "ô": "o6", "ơ": "o7", "ư": "u7", "đ": "d9"}
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = (
    ("^s", "x"), ("^x", "s"), ("^ch", "tr"), ("^tr", "ch"), ("^l", "n"), ("^n(?![gh])", "l"), ("^d", "gi"),
    ("^gi", "d"), ("^r", "d"), ("^d", "r"), ("n$", "ng"), ("ng$", "n"), ("t$", "c"), ("c$", "t"), ("^v", "d"),
)  # fmt: skip


def _spread(word: str) -> tuple[list[str], str]:
    """Give the letters of a word without its tone, and the tone."""
    tone = ""
    letters: list[str] = []
    for c in unicodedata.normalize("NFD", word):
        if c in _TONES:
            tone = c
        elif unicodedata.combining(c) and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + c)
        else:
            letters.append(c)
    return letters, tone


def _set_tone(word: str, tone: str) -> str:
    """Give a word another tone, or none, on the vowel that had it."""
    old = _spread(word)[1]
    if not old:
        return word
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace(old, tone))


def wrong_tone(word: str, draw: random.Random) -> str:
    """Mistake one tone for another, above all hỏi for ngã."""
    tone = _spread(word)[1]
    pairs = {"\u0309": "\u0303", "\u0303": "\u0309"}
    other = pairs.get(tone) if draw.random() < 0.6 else None
    return _set_tone(word, other if other is not None else draw.choice([*_TONES, ""]))


def wrong_mark(word: str, draw: random.Random) -> str:
    """Forget or mistake the mark of a letter (``ô`` for ``ơ``, ``d`` for ``đ``)."""
    groups = ("aăâ", "eê", "oôơ", "uư", "dđ")
    spread = unicodedata.normalize("NFD", word)
    places = [i for i, c in enumerate(word) if any(_base(c) in group for group in groups)]
    if not places or not spread:
        return word
    at = draw.choice(places)
    group = next(g for g in groups if _base(word[at]) in g)
    tone = "".join(m for m in unicodedata.normalize("NFD", word[at]) if m in _TONES)
    other = draw.choice([c for c in group if c != _base(word[at])])
    return word[:at] + unicodedata.normalize("NFC", other + tone) + word[at + 1 :]


def _base(c: str) -> str:
    spread = unicodedata.normalize("NFD", c)
    return unicodedata.normalize("NFC", "".join(m for m in spread if m not in _TONES))


def wrong_sound(word: str, draw: random.Random) -> str:
    """Write a sound as a dialect that does not tell it from another may."""
    fitting = [(old, new) for old, new in _SOUNDS if re.search(old, word)]
    if not fitting:
        return word
    old, new = draw.choice(fitting)
    return re.sub(old, new, word, count=1)


def wrong_key(word: str, draw: random.Random) -> str:
    """Hit a key beside the right one, miss one, hit one twice, or two in the wrong order."""
    at = draw.randrange(len(word))
    way = draw.choice(("beside", "missed", "twice", "swapped", "swapped"))
    if way == "missed":
        return word[:at] + word[at + 1 :]
    if way == "twice":
        return word[:at] + word[at] + word[at:]
    if way == "swapped":
        return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    for row in _ROWS:
        if word[at] in row:
            place = row.index(word[at])
            beside = row[max(0, place - 1) : place] + row[place + 1 : place + 2]
            return word[:at] + draw.choice(beside) + word[at + 1 :]
    return word


def strokes(word: str, draw: random.Random) -> str:
    """Leave the strokes of Telex or VNI in the word, all of them or those of its tone or of one letter."""
    letters, tone = _spread(word)
    table, tones = (_TELEX, _TONES) if draw.random() < 0.75 else (_VNI, _NUMBERS)
    way = draw.choice(("all", "tone", "letter"))
    if way == "tone":
        return "".join(letters) + tones[tone] if tone else word
    if way == "letter":
        marked = [i for i, c in enumerate(word) if c in table]
        if not marked:
            return word
        at = draw.choice(marked)
        return word[:at] + table[word[at]] + word[at + 1 :]
    return "".join(table.get(c, c) for c in letters) + tones.get(tone, "")


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "tone": wrong_tone,
    "mark": wrong_mark,
    "sound": wrong_sound,
    "key": wrong_key,
    "strokes": strokes,
}


def mistype(text: str, seed: int) -> tuple[str, list[tuple[int, int, str, str]]]:
    """Put errors into a text.

    Returns:
        The text with errors, and where each is in it: start, end, the right word and the kind.
    """
    draw = random.Random(seed)
    out: list[str] = []
    errors: list[tuple[int, int, str, str]] = []
    size = last = 0
    for match in re.finditer(r"(?<![\w./-])[^\W\d_]{2,}(?![\w/-])", text):
        word = match[0]
        if draw.random() * EVERY > 1 or not word.islower():
            continue
        kind = draw.choice(list(KINDS))
        wrong = KINDS[kind](word, draw)
        if wrong == word or not wrong:
            continue
        out.append(text[last : match.start()] + wrong)
        size += match.start() - last
        errors.append((size, size + len(wrong), word, kind))
        size += len(wrong)
        last = match.end()
    return "".join(out) + text[last:], errors


class _Count:
    """What came of the errors of one text."""

    def __init__(self) -> None:
        self.there: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.wrong = self.syllables = self.suspected = 0
        self.seconds = 0.0

    def add(self, clean: str, seed: int) -> None:
        """Mistype a clean text and look at what is proposed for it."""
        self.syllables += len(re.findall(r"[^\W\d_]+", clean))
        own = {(r.original, r.replacement) for r in _proposed(clean)}
        self.suspected += len(own)
        broken, errors = mistype(clean, seed)
        self.there.update(kind for *_, kind in errors)
        begin = time.process_time()
        proposed = _proposed(broken)
        self.seconds += time.process_time() - begin
        for r in proposed:
            hit = next((e for e in errors if e[0] < r.source_end and r.source_start < e[1]), None)
            if hit is not None:
                self.found[hit[3]] += 1
                self.right[hit[3]] += r.replacement == hit[2]
            else:
                self.wrong += (r.original, r.replacement) not in own

    def row(self, kind: str, name: str) -> tuple[str | float | int, ...]:
        """Give a row of the table: of one kind of error."""
        there = max(1, self.there[kind])
        found, right = self.found[kind] / there, self.right[kind] / there
        return kind, name, self.there[kind], round(found, 3), round(right, 3), "", "", ""

    def total(self, name: str) -> tuple[str | float | int, ...]:
        """Give the row of all kinds."""
        there, found, right = self.there.total(), self.found.total(), self.right.total()
        return (
            "all",
            name,
            there,
            round(found / max(1, there), 3),
            round(right / max(1, there), 3),
            round(right / max(1, found + self.wrong), 3),
            round(100_000 * self.suspected / max(1, self.syllables), 1),
            round(self.syllables / max(self.seconds, 1e-9)),
        )


def _proposed(text: str) -> list[Repair]:
    return [r for r in repair(text, suggest=True).repairs if r.kind == "suggestion"]


def run(*, split: Literal["dev", "test"] = "test") -> list[Table]:
    """Measure on held-out text, if it is here."""
    if corpora.folder() is None:
        return []
    table = Table(
        "Typing errors, suggested",
        (
            "errors",
            "text",
            "errors made",
            "found",
            "rightly mended",
            "suggestions right",
            "clean",
            "per second",
        ),
        note=(
            "About one syllable of fifty is mistyped. Right: of those that the clean text did not get. "
            "Clean: suggestions for 100,000 syllables of the text as it was, in news most of them right."
        ),
    )
    for name, size in _SIZES.items():
        count = _Count()
        for seed, document in enumerate(texts(name, split, size)):
            count.add(repair(document).text, seed)
        table.rows.extend(count.row(kind, name) for kind in KINDS)
        table.rows.append(count.total(name))
    return [table]

"""Lost letters and broken spacing, put back: syllables right on text that the model has not seen."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable
from typing import Literal

from benchmarks import corpora, gold
from benchmarks.tables import Table
from vnreport.repair import letters, spacing
from vnreport.repair.letters.damage import Kind, damage_table, damaged
from vnreport.repair.letters.tokens import old_placement
from vnreport.repair.types import Replacement

Damager = Callable[[str], str]
Repairer = Callable[[str, str], list[Replacement]]
KINDS: dict[Kind | Literal["ufffd"], str] = {
    "additional": "U+1E00–1EFF dropped",
    "horned": "ơ, ư and U+1E00–1EFF dropped",
    "barred": "above U+00FF dropped, đ left",
    "extended": "above U+00FF dropped",
    "ascii": "all non-ASCII dropped",
    "low_byte": "all non-ASCII dropped, low bytes left",
    "low_ascii": "the same, control characters dropped",
    "marked_additional": "? for U+1E00–1EFF",
    "marked_extended": "? for all above U+00FF",
    "marked_low": "low bytes, ? for all non-ASCII",
    "marked_fitted": "best fit of code page 1252",
    "ufffd": "U+FFFD for all non-ASCII",
    "stripped": "all marks stripped",
    "toneless": "tones stripped",
    "soft": "ư dropped",
    "hat_to_horn": "ơ for ô",
    "merged": "vowels merged",
}
_NOTE = (
    "A syllable is what stands between two spaces and holds a letter; case counts, and so does a "
    "syllable that vanished whole. The two places of a tone (hòa, hoà) are one, but for the strict column. "
    "Reports are the clean texts of the gold; the model was trained on its dev half, not on its test half."
)


def lose(kind: Kind | Literal["ufffd"]) -> Damager:
    """Give the function that damages a text in one way."""
    if kind == "ufffd":
        return lambda text: text.translate(dict.fromkeys(damage_table("marked_ascii"), "�"))
    return lambda text: damaged(kind, text)


def apply(text: str, damage: str, repairer: Repairer = letters.find) -> str:
    """Run one pass of repair."""
    parts, at = [], 0
    for start, end, replacement, *_ in repairer(text, damage):
        parts += [text[at:start], replacement]
        at = end
    return "".join([*parts, text[at:]])


def loose(word: str) -> str:
    """Write the tone of a word the older way."""
    return re.sub(r"[^\W\d_]+", lambda m: old_placement(m.group()), word)


def compare(clean: str, damaged: str, repaired: str) -> tuple[int, int, int, int, int]:
    """Count syllables, right ones, damaged ones, right damaged ones, and those right to the letter.

    A syllable is what stands between two spaces and holds a letter; the two places of a tone
    (``hòa``, ``hoà``) are one but for the last count.
    """
    split = re.compile(r"\s")
    words = [split.split(text) for text in (clean, damaged, repaired)]
    total = right = hurt = healed = strict = 0
    if len(words[0]) != len(words[2]):
        words[2] = [""] * len(words[0])
    for true, seen, given in zip(*words, strict=True):
        if not any(map(str.isalpha, true)):
            continue
        same = true == given or loose(true) == loose(given)
        total += 1
        right += same
        strict += true == given
        if true != seen:
            hurt += 1
            healed += same
    return total, right, hurt, healed, strict


def measure(
    name: str,
    kind: Kind | Literal["ufffd"],
    damage: str,
    part: corpora.Part,
    characters: int,
    repairer: Repairer = letters.find,
) -> tuple[str | float | int, ...]:
    """Give a row of the table."""
    sums = [0] * 5
    seconds = 0.0
    for document in texts(name, part, characters):
        clean = unicodedata.normalize("NFC", document)  # what lost its letters was composed
        damaged = lose(kind)(clean)
        begin = time.process_time()
        repaired = apply(damaged, damage, repairer)
        seconds += time.process_time() - begin
        sums = [a + b for a, b in zip(sums, compare(clean, damaged, repaired), strict=True)]
    total, right, hurt, healed, strict = sums
    return (
        KINDS[kind],
        name,
        damage,
        total,
        round(100 * right / total, 2),
        round(100 * healed / max(1, hurt), 2),
        round(100 * strict / total, 2),
        round(total / seconds),
    )


def texts(name: str, part: corpora.Part, characters: int) -> Iterable[str]:
    """Give texts that the model has not seen; of our own reports it has seen the dev half."""
    if name != "reports":
        return corpora.held_out(name, part, characters)
    return [document.text for document in gold.documents("test" if part == "test" else "dev")]


def split_syllables(text: str, rng: random.Random, share: float = 0.15) -> str:
    """Split some words by a space, as PDF text does."""

    def cut(match: re.Match[str]) -> str:
        word = match.group()
        at = rng.randrange(1, len(word))
        return word[:at] + " " + word[at:] if rng.random() < share else word

    return re.sub(r"[^\W\d_]{2,7}", cut, text)


def glue_words(text: str, rng: random.Random, share: float = 0.1) -> str:
    """Leave out some of the spaces between words."""
    return re.sub(r"(?<=[^\W\d_]) (?=[^\W\d_])", lambda m: "" if rng.random() < share else " ", text)


def _boundaries(text: str) -> set[tuple[int, int]]:
    """Give the words of a text as places among its characters, spaces not counted."""
    found, at = set(), 0
    for word in text.split():
        if any(map(str.isalpha, word)):
            found.add((at, at + len(word)))
        at += len(word)
    return found


def measure_spacing(
    name: str, breaker: Callable[[str, random.Random], str], damage: str, part: corpora.Part, characters: int
) -> tuple[str | float | int, ...]:
    """Give a row of the table of broken spacing: words whole and apart, before and behind repair."""
    rng = random.Random(1)
    right = total = before = 0
    seconds = 0.0
    for clean in corpora.held_out(name, part, characters):
        broken = breaker(clean, rng)
        begin = time.process_time()
        mended = apply(broken, damage, spacing.find)
        seconds += time.process_time() - begin
        true = _boundaries(clean)
        total += len(true)
        before += len(true & _boundaries(broken))
        right += len(true & _boundaries(mended))
    what = "split syllables" if breaker is split_syllables else "glued words"
    return (
        what,
        name,
        damage,
        total,
        round(100 * before / total, 2),
        round(100 * right / total, 2),
        round(total / seconds),
    )


def measure_clean(name: str, part: corpora.Part, characters: int) -> tuple[str | float | int, ...]:
    """Count the changes to clean text, per 100,000 syllables, and the speed."""
    syllables = size = lost = spaces = 0
    seconds = 0.0
    for clean in corpora.held_out(name, part, characters):
        syllables += len(re.findall(r"[^\W\d_]+", clean))
        size += len(clean.encode("utf-8"))
        begin = time.process_time()
        lost += len(letters.find(clean))
        spaces += len(spacing.find(clean))
        seconds += time.process_time() - begin
    rate = 1e5 / max(1, syllables)
    return (
        name,
        syllables,
        lost,
        spaces,
        round(lost * rate, 2),
        round(spaces * rate, 2),
        round(size / seconds / 1e6, 1),
    )


def measure_load() -> tuple[str | float | int, ...]:
    """Load the model in a fresh process; give seconds and megabytes."""
    script = (
        "import time; b = time.process_time();"
        "from vnreport.repair import language_model as m; m.load(); s = time.process_time() - b;"
        "print(s, int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]) / 1024)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment
    )
    out = done.stdout.split()
    return ("load the model (NumPy's import included)", round(float(out[0]), 3), round(float(out[1])))


def _peers() -> dict[str, Callable[[str], str]]:
    """Give the restorers of stripped marks that can be imported here."""
    found: dict[str, Callable[[str], str]] = {}
    try:
        from pyvi import ViUtils  # type: ignore[import-not-found, unused-ignore]

        found["pyvi"] = ViUtils.add_accents
    except ImportError:
        pass
    return found


def run(*, split: Literal["dev", "test"] = "test", peers: bool = True) -> list[Table]:
    """Measure everything on a held-out part of the training text.

    Args:
        split: which part.
        peers: whether to measure other restorers of stripped marks that can be imported.
    """
    if corpora.folder() is None:
        return [
            Table(
                "Lost letters", (), note="The training text is not here: set VNREPORT_CORPORA to its folder."
            )
        ]
    sizes = {"news": 300_000, "laws": 200_000}
    columns = (
        "letters lost",
        "text",
        "damage=",
        "syllables",
        "right, %",
        "damaged ones right, %",
        "strictly right, %",
        "per second",
    )
    lost = Table("Lost letters, put back", columns, note=_NOTE)
    for kind in KINDS:
        for name, size in {**sizes, "reports": 0}.items():
            named = "stripped" if kind in ("stripped", "toneless") else "dropped"
            if kind not in ("hat_to_horn", "merged"):  # nothing is told to be gone: there is no name for it
                lost.rows.append(measure(name, kind, named, split, size))
            lost.rows.append(measure(name, kind, "auto", split, size))
    for peer, restore in _peers().items() if peers else ():
        try:
            row = measure("news", "stripped", "stripped", split, 100_000, _as_finder(restore))
        except KeyError:  # pyvi fails on some words of its own notation
            continue
        lost.rows.append((f"all marks stripped ({peer})", *row[1:]))
    spaces = Table(
        "Broken spacing, mended",
        ("broken", "text", "damage=", "words", "whole before, %", "whole behind, %", "per second"),
        note="15 % of the words split at random, foreign ones too; 10 % of the spaces lost.",
    )
    for breaker in (split_syllables, glue_words):
        for name in sizes:
            for damage in ("spacing", "auto"):
                spaces.rows.append(measure_spacing(name, breaker, damage, split, 100_000))
    clean = Table(
        "Changes to clean text",
        ("text", "syllables", "letters", "spaces", "letters per 100,000", "spaces per 100,000", "MB/s"),
        note="Most changes of spaces in news part words that the newspaper itself glued.",
    )
    clean.rows.extend(
        [
            measure_clean(name, split, size)
            for name, size in (("news", 5_000_000), ("laws", 600_000), ("wiki", 1_500_000))
        ]
    )
    load = Table("The language model", ("what", "seconds", "MB resident"), [measure_load()])
    return [lost, spaces, clean, load]


def _as_finder(restore: Callable[[str], str]) -> Repairer:
    return lambda text, _: [Replacement(0, len(text), restore(text), "stripped", 1.0)]

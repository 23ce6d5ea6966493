"""Reversible damage: held-out text is damaged, repaired and compared, syllable by syllable."""

from __future__ import annotations

import difflib
import re
import time
from collections.abc import Callable
from importlib import import_module

from benchmarks import corpora
from benchmarks.damage import REVERSIBLE
from benchmarks.tables import Table
from vnreport.repair import Repair, RepairedText, repair
from vnreport.repair.choice import beside

_SYLLABLE = re.compile(r"[^\W\d_]+")


def syllables_right(clean: str, repaired: str) -> tuple[int, int, list[tuple[str, str]]]:
    """Count the syllables of the clean text, and those that the repaired text has in their place.

    Both texts have the same lines. Case counts.

    Returns:
        How many are right, how many there are, and the wrong ones as (clean, repaired).
    """
    right = total = 0
    wrong: list[tuple[str, str]] = []
    for line, other in zip(clean.split("\n"), repaired.split("\n"), strict=False):
        want, got = _SYLLABLE.findall(line), _SYLLABLE.findall(other)
        total += len(want)
        if len(want) == len(got):
            wrong += [pair for pair in zip(want, got, strict=True) if pair[0] != pair[1]]
            right += sum(a == b for a, b in zip(want, got, strict=True))
            continue
        matcher = difflib.SequenceMatcher(None, want, got, autojunk=False)
        right += sum(block.size for block in matcher.get_matching_blocks())
        wrong += [
            (" ".join(want[a:b]), " ".join(got[c:d]))
            for tag, a, b, c, d in matcher.get_opcodes()
            if tag != "equal"
        ]
    return right, total, wrong


_FOREIGN = re.compile(r"[^\x00-\x7f“”‘’–…\nÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")


def vietnamese_lines(text: str) -> str:
    """Keep the lines that a Vietnamese encoding can write: no letter or sign from elsewhere."""
    return "\n".join(line for line in text.split("\n") if not _FOREIGN.search(line))


def _peers() -> dict[str, Callable[[str], str]]:
    found: dict[str, Callable[[str], str]] = {}
    for module, function in (("ftfy", "fix_text"), ("viparse", "to_unicode")):
        try:
            found[module] = getattr(import_module(module), function)
        except (ImportError, AttributeError):
            continue
    return found


def accuracy(split: str, characters: int, peers: bool) -> Table:
    """Give the share of right syllables per kind of damage and source."""
    others = _peers() if peers else {}
    sources = ("news", "laws", "wiki")
    rows: list[tuple[str | int | float, ...]] = []
    for kind, damage in REVERSIBLE.items():
        row: list[str | int | float] = [kind]
        for source in sources:
            clean = vietnamese_lines(corpora.held_out_blocks(source, split, characters))
            broken = damage(clean)
            for mend in (lambda text: repair(text).text, *others.values()):
                right, total, _ = syllables_right(clean, mend(broken))
                row.append(round(100 * right / total, 3))
        rows.append(tuple(row))
    columns = tuple(f"{source} {who}".strip() for source in sources for who in ("", *others))
    note = f"Syllables right, %, case counted, on about {characters:,} characters of each held-out source."
    return Table(f"Reversible damage ({split})", ("damage", *columns), rows, note)


def clean_text(split: str, characters: int) -> Table:
    """Give what repair changes on clean text, and how fast it passes over it."""
    rows: list[tuple[str | int | float, ...]] = []
    for source in ("news", "laws", "wiki"):
        text = corpora.held_out_blocks(source, split, characters)
        documents = _documents(text, 10_000)
        repair(documents[0])
        whole, fixed = _timed([text])
        speed, _ = _timed(documents)
        syllables = len(_SYLLABLE.findall(text))
        noise = sum(set(r.kind.split("+")) <= NOISE for r in fixed[0].repairs)
        spaces = sum(is_missing_space(text, r) for r in fixed[0].repairs)
        false = len(fixed[0].repairs) - noise - spaces
        per = round(1e5 * false / syllables, 2)
        rows.append((source, syllables, false, per, spaces, noise, round(speed, 1), round(whole, 1)))
    note = (
        "Noise is what is no matter of judgement: spaces, invisible characters, composition, entities, Ð. "
        "A missing space is one put where the source itself has glued words: beside a number, behind a mark, "
        "between a small letter and a capital, or between two syllables that stand side by side 40 times or "
        "more in the training text; every other change counts as false. "
        "Speed in MB/s of UTF-8, by documents of 10,000 characters and in one piece."
    )
    columns = (
        "source",
        "syllables",
        "false repairs",
        "per 100,000",
        "missing spaces put in",
        "noise mended",
        "documents",
        "one piece",
    )
    return Table(f"Clean text ({split})", columns, rows, note)


_BEFORE = re.compile(r"[^\W\d_]+\Z")


def is_missing_space(text: str, made: Repair) -> bool:
    """Tell whether a repair put a space where orthography wants one, whatever repair thought of it.

    Args:
        text: the raw text.
        made: a repair of it.
    """
    if (made.original, made.replacement) != ("", " "):
        return False
    at = made.source_start
    before, behind = text[at - 1 : at], text[at : at + 1]
    if not (before.isalpha() and behind.isalpha()):
        return before.isalnum() or before in ",;:.%)"
    if before.islower() and behind.isupper():
        return True
    left, right = _BEFORE.search(text, max(0, at - 60), at), _SYLLABLE.match(text, at)
    if left is None or right is None:
        return False
    # Only of what is too long for a syllable a part may be meant.
    firsts = [left[0]] if len(left[0]) < 8 else [left[0][-size:] for size in range(2, 8)]
    seconds = [right[0]] if len(right[0]) < 8 else [right[0][:size] for size in range(2, 8)]
    return any(beside(a.lower(), b.lower()) > 0 for a in firsts for b in seconds)


def _documents(text: str, characters: int) -> list[str]:
    """Cut a text at line ends into documents of about so many characters."""
    documents: list[str] = []
    lines: list[str] = []
    size = 0
    for line in text.splitlines(keepends=True):
        lines.append(line)
        size += len(line)
        if size >= characters:
            documents.append("".join(lines))
            lines, size = [], 0
    return [*documents, "".join(lines)]


def _timed(texts: list[str]) -> tuple[float, list[RepairedText]]:
    """Repair texts and give the speed in MB of UTF-8 a second, with the results."""
    size = sum(len(text.encode("utf-8")) for text in texts)
    started = time.perf_counter()
    fixed = [repair(text) for text in texts]
    return size / (time.perf_counter() - started) / 1e6, fixed


NOISE = frozenset({"nfc", "space", "invisible", "entity", "fullwidth", "lookalike"})


def run(*, split: str = "test", peers: bool = True) -> list[Table]:
    """Measure the reversible kinds of repair on held-out text; no table where there are no corpora."""
    if corpora.folder() is None:
        return [
            Table("Reversible damage", ("damage",), [], "No corpora: set VNREPORT_CORPORA to their folder.")
        ]
    return [accuracy(split, 150_000, peers), clean_text(split, 5_000_000)]

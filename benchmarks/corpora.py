"""The training text and its held-out part: which documents the language model has never seen."""

from __future__ import annotations

import lzma
import os
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Literal

Part = Literal["train", "dev", "test"]
HELD_OUT = {"laws": 10, "wiki": 50, "news": 50}
"""Of so many documents the first is for testing and the middle one for development."""


def folder() -> Path | None:
    """Give the folder of the corpora: ``VNREPORT_CORPORA``, or the one beside the repository."""
    default = Path(__file__).resolve().parents[2] / "shared" / "corpora"
    path = Path(os.environ.get("VNREPORT_CORPORA", str(default)))
    return path if (path / "news.txt.xz").exists() else None


def part_of(name: str, index: int) -> Part:
    """Tell which part the document of that index belongs to."""
    modulus = HELD_OUT[name]
    if index % modulus == 0:
        return "test"
    return "dev" if index % modulus == modulus // 2 else "train"


def documents(path: Path, name: str) -> Iterator[str]:
    """Give the documents of a corpus; a law begins with the name of the house that passed it."""
    opening = re.compile(r"QUỐC HỘI\s*\n")
    lines: list[str] = []
    blank = 0
    with lzma.open(path / f"{name}.txt.xz", "rt", encoding="utf-8", newline="\n") as file:
        for line in file:
            if lines and (opening.match(line) if name == "laws" else blank == 1 and line != "\n"):
                yield "".join(lines)
                lines = []
            blank = blank + 1 if line == "\n" else 0
            lines.append(line)
    yield "".join(lines)


def held_out(name: str, part: Part, characters: int) -> list[str]:
    """Give the first documents of a held-out part, about so many characters in all.

    Raises:
        FileNotFoundError: if there is no training text here.
    """
    path = folder()
    if path is None:
        raise FileNotFoundError("the training text is not here: set VNREPORT_CORPORA to its folder")
    found: list[str] = []
    size = 0
    wanted = (d for i, d in enumerate(documents(path, name)) if part_of(name, i) == part)
    for document in islice(wanted, 100_000):
        found.append(document[: characters - size])
        size += len(document)
        if size >= characters:
            break
    return found


@cache
def held_out_blocks(name: str, split: str, characters: int) -> str:
    """Give about so many characters of held-out text in NFC, taken paragraph block by paragraph block.

    The legacy tables of repair were counted on other blocks: of every twenty the first is held out,
    alternately for ``dev`` and ``test``.

    Raises:
        FileNotFoundError: if there is no training text here.
    """
    path = folder()
    if path is None:
        raise FileNotFoundError("the training text is not here: set VNREPORT_CORPORA to its folder")
    wanted = 0 if split == "dev" else 20
    parts: list[str] = []
    size = block = 0
    with lzma.open(path / f"{name}.txt.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.strip():
                block += 1
            elif block % 40 == wanted:
                parts.append(unicodedata.normalize("NFC", line))
                size += len(line)
                if size >= characters:
                    break
    return "".join(parts)

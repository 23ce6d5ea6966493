"""Held-out text of the corpora: what neither a table nor a model of this library was counted on.

Blocks are separated by blank lines; of every twenty the first is held out, alternately for ``dev`` and
``test``.
"""

from __future__ import annotations

import lzma
import os
import unicodedata
from functools import cache
from pathlib import Path


def folder() -> Path | None:
    """Give the folder of the corpora (``VNREPORT_CORPORA``, or beside the repository), if it is there."""
    named = os.environ.get("VNREPORT_CORPORA")
    places = [Path(named)] if named else [Path(__file__).parents[2] / "shared" / "corpora"]
    return next((place for place in places if place.is_dir()), None)


@cache
def held_out(name: str, split: str, characters: int) -> str:
    """Give about so many characters of held-out text of ``news``, ``laws`` or ``wiki``, in NFC.

    Raises:
        FileNotFoundError: if the corpora are not there.
    """
    place = folder()
    if place is None:
        raise FileNotFoundError("no corpora: set VNREPORT_CORPORA to their folder")
    wanted = 0 if split == "dev" else 20
    parts: list[str] = []
    size = block = 0
    with lzma.open(place / f"{name}.txt.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.strip():
                block += 1
            elif block % 40 == wanted:
                parts.append(unicodedata.normalize("NFC", line))
                size += len(line)
                if size >= characters:
                    break
    return "".join(parts)

"""Hostile text: every piece that a pass looks for, repeated, alternated and nested, takes linear time."""

from __future__ import annotations

import pytest
from tests.timing import is_linear, is_quick

from vnreport.repair import repair

# What the passes look for, by pass.
PIECES = {
    "escapes": [
        "&",
        "&amp;",
        "&#7891",
        "&#x1ed3;",
        "\\u1ed3",
        "\\x",
        "%E1",
        "%",
        "%u1ED3",
        "=E1=BB=",
        "=\n",
        "=3D",
    ],
    "mojibake": ["Ã", "á»", "á»?", "á» ", "Ã ", "Â\n", "Ä‘", "ÃƒÂ¡", "·ªô", "√", "â€œ", "á»™i "],
    "legacy": ["µ", "µ ", "µ\n", "ViÖt ", "Phßng", "Vieät ", "\xad", "\xadư", "ì", "oì ", "§", "«"],
    "viqr": ["a^", "a^ ", "o+\n", "^", "dd", "Vie^.t ", "u'", "a? ", "e~", "\\."],
    "unicode": [
        "\u0301",
        "a\u0301",
        "\u0302\u0323",
        "\u033c",
        "\u200b",
        "\u200d",
        "ð",
        "Ð ",
        "а",
        "аa",
        "ｎ",
        "\u00a0",
        "\udc80",
    ],
    "letters": [
        "thng ",
        "hp ",
        "duoc ",
        "d?n ??n ",
        "a?b",
        "\ufffdn ",
        "?",
        "h)ng ",
        "\x11",
        "\x02i",
        "_n",
        "THC ",
        "t ",
    ],
    "spacing": [
        "Ph ối ",
        "h ợ ",
        "tạot",
        "nhândân",
        "số1",
        "1%s",
        "à-\n",
        "xã,",
        "bộ.Dự",
        "UBNDHà",
        "ch o ",
        "u ồ n g ",
    ],
}
ALL = [piece for pieces in PIECES.values() for piece in pieces]
SIZE = 6_000
_PER_KB = 0.05
"""Seconds that a call may take for each kilobyte on an idle core."""
_SLACK = 6
"""Test machines are busy ones."""


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    repair("thng hp duoc Ph ối d?n ??n chế tạotăng 1,36%so với")
    repair("Vie^.t Nam á»? ViÖt H¶i Phßng")


def is_in_time(text: str) -> bool:
    return is_quick(lambda: repair(text), _SLACK * _PER_KB * len(text) / 1000)


@pytest.mark.parametrize("piece", ALL)
def test_repeated(piece: str) -> None:
    assert is_in_time(piece * (SIZE // len(piece)))


@pytest.mark.parametrize("shape", ["{0}" * 40 + " {1}", "({0}{1})\n", "Sở {0} và {1}, ", "{1}{0}{1}"])
@pytest.mark.parametrize("kind", PIECES)
def test_mixed_with_the_next_kind(kind: str, shape: str) -> None:
    kinds = list(PIECES)
    others = PIECES[kinds[(kinds.index(kind) + 1) % len(kinds)]]
    text = "".join(shape.format(a, b) for a, b in zip(PIECES[kind], others, strict=False))
    text *= SIZE // len(text) + 1
    assert is_in_time(text)


@pytest.mark.parametrize("piece", ["Ph ối ", "\u0301", "á»?", "&amp;", "a^", "ð", "thng ", "nhândân", "=\n"])
def test_twice_as_long_takes_twice_as_long(piece: str) -> None:
    assert is_linear(lambda size: repair(piece * (size // len(piece))), 4_000, 32_000)

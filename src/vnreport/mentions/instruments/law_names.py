"""The names of laws, codes and ordinances by their spellings: abbreviated, with other marks, by initials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from vnreport.lexicon import table
from vnreport.mentions.instruments.page import one_tone
from vnreport.report import InstrumentKind
from vnreport.symbols import bare


@cache
def law_names() -> dict[str, str]:
    """Give the names of laws, codes and ordinances by their spellings (one tone placement, lower case)."""
    names: dict[str, str] = {}
    for row in table("law_names"):
        name = row["name"]
        key = one_tone(name.lower())
        spellings = {
            key,
            key.replace(", ", " và "),
            key.replace(" và ", ", "),
            key.replace(" - ", " và "),
            key.replace(" - ", "-"),
            key.replace("&", " & "),
            key.replace(" và ", " & "),
            key.replace(" và ", "&"),
        }
        commas = key.split(", ")
        if 1 < len(commas) < 5:
            for marks in product((", ", " ", ",", " , ", " - ", "-"), repeat=len(commas) - 1):
                spellings.add("".join(a + b for a, b in zip(commas, (*marks, ""), strict=True)))
        for spelling in spellings:
            names.setdefault(spelling, name)
        for short in _abbreviated(key):
            names.setdefault(short, name)
        for short in filter(None, row["short"].split("|")):
            names.setdefault(one_tone(short.lower()), name)
            names.setdefault(one_tone(short.lower()).replace("&", " & "), name)
    for short, full in _initials().items():
        names.setdefault(short, full)
    return names


def _abbreviated(key: str) -> Iterator[str]:
    """Give the spellings of a law's name that abbreviate a phrase of it: ``luật tổ chức qh``."""
    padded = f" {key.replace(',', ' ,')} "
    for phrase, forms in _phrases():
        if phrase in key and f" {phrase.replace(',', ' ,')} " in padded:
            for form in forms:
                yield key.replace(phrase, form)


@cache
def _phrases() -> list[tuple[str, list[str]]]:
    """Give the phrases that reports abbreviate, and their short forms."""
    rows = table("law_name_abbreviations")
    return [(one_tone(row["phrase"]), one_tone(row["forms"]).split("|")) for row in rows]


_SYLLABLE = re.compile(r"[^aăâeêioôơuưy]*[aăâeêioôơuưy]+[^aăâeêioôơuưy]{0,2}")


def _initials() -> dict[str, str]:
    """Give the laws that the first letters of their words name: ``Luật PCTN``, ``Luật KH-CN``.

    Letters that several laws have in common name none, nor do those that make a syllable.
    """
    found: dict[str, str] = {}
    for row in table("law_names"):
        name = row["name"]
        head = next((head for head in ("bộ luật", "luật", "pháp lệnh") if name.lower().startswith(head)), "")
        words = one_tone(name[len(head) :].lower()).replace(",", " ").replace(" - ", " ").split()
        if not head or len(words) < (2 if head == "bộ luật" else 3):
            continue
        for link in ("", "v", "&", "-") if one_tone("và") in words else ("",):
            letters = "".join(link if word == one_tone("và") else word[0] for word in words)
            if 1 < len(letters) < 10 and not _SYLLABLE.fullmatch(letters):
                short = f"{one_tone(head)} {letters}"
                found[short] = "" if found.get(short, name) != name else name
    return {short: name for short, name in found.items() if name}


@cache
def _by_letters() -> dict[str, str]:
    """Map the names without their marks to the names, where no other name looks so."""
    found: dict[str, str] = {}
    for spelling, name in law_names().items():
        plain = bare(spelling)
        found[plain] = name if found.get(plain, name) == name else ""
    return {plain: name for plain, name in found.items() if name and plain.count(" ") > 2}


def misread(name: str) -> str:
    """Give the law whose name a scan has misread (``Luật Tổ chức chỉnh quyền địa phương``), else the name."""
    return _by_letters().get(bare(name), name)


def law_kind(name: str) -> InstrumentKind:
    """Tell the kind of a law from its name."""
    low = name.lower()
    return "code" if low.startswith("bộ luật") else "ordinance" if low.startswith("pháp lệnh") else "law"

"""What a place may begin with, made ready for matching once."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from vnreport.gazetteer import districts, provinces
from vnreport.lexicon import table
from vnreport.names import UPPER
from vnreport.patterns import lazy

_TONES = (("ủy", "uỷ"), ("hóa", "hoá"), ("tòa", "toà"))


def _cases(form: str) -> set[str]:
    """The ways to write the word of a place: small, in capitals, as a name, the tone in either place."""
    moved = {form.replace(old, new) for old, new in _TONES} - {form}
    return _capitals(form).union(*map(_capitals, moved))


def _capitals(form: str) -> set[str]:
    first, _, rest = form.partition(" ")
    title = form[0].upper() + form[1:]
    if len(rest) > 3 and first in ("khu", "cụm", "cảng"):  # "Khu Du lịch", as a name
        name = f"{rest[0].upper()}{rest[1:]}"
        return {form, form.upper(), title, f"{first.capitalize()} {name}", f"{first} {name}"}
    if rest.endswith("quốc tế"):  # "sân bay Quốc tế Phú Bài"
        wide = f"{form.removesuffix('quốc tế')}Quốc tế"
        return {form, form.upper(), title, wide, wide[0].upper() + wide[1:]}
    return {form, form.upper(), title}


@cache
def triggers() -> dict[str, str]:
    """Each form that may begin a place, with ``level``, ``province``, ``other`` or a wide place's level."""
    found: dict[str, str] = {}
    for row in table("wide_places"):
        for form in (row["name"], row["name"].upper()) if len(row["name"]) > 4 else (row["name"],):
            found[form] = row["level"]
    for row in table("place_words"):
        for form in _cases(row["form"]):
            found[form] = "other_word"
    found = {form: "other" if kind == "other_word" else f"wide {kind}" for form, kind in found.items()}
    for same in districts().values():
        for unit in same:
            if unit.word == "thành phố" and " " in unit.name:
                found[unit.name] = "city"
    for row in table("known_places"):
        found.setdefault(row["name"], f"known {row['level']}")
    for name in {unit.name for same in provinces().values() for unit in same} - {"Hồ Chí Minh"}:
        found[name] = found[name.upper()] = "province"
    for row in table("province_names"):
        found[row["form"]] = found[row["form"].upper()] = "province"
    for row in table("level_words"):
        form = row["form"]
        for written in _cases(form) if form[0].islower() and not form.isascii() else {form}:
            if len(written) == 1:
                found[written + "."] = "level"
            else:
                found[written] = "level"
    return found


@cache
def not_after() -> dict[str, frozenset[str]]:
    """For the words of places: the syllables that make another word with them (``hoạt động``)."""
    return {row["form"]: frozenset(filter(None, row["not_after"].split(";"))) for row in table("place_words")}


@cache
def automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    """The matcher of all triggers, with the forms by their index."""
    forms = tuple(triggers())
    return AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest), forms


@cache
def _surname_before() -> re.Pattern[str]:
    strong = sorted(row["surname"] for row in table("surnames") if row["strong"])
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, strong))})[ \xa0](?:(?:Thị|Văn)[ \xa0])?\Z")


@cache
def openers() -> frozenset[str]:
    """Words with a capital at the head of a sentence that are no part of the name behind them: ``Tại``."""
    return frozenset(row["word"] for row in table("unit_stops") if row["kind"] == "opener")


def in_a_longer_name(text: str, start: int) -> bool:
    """Whether a capitalised word stands right before that is no opener of a sentence: *Công ty* ``Sa Pa``."""
    before = _CAPITAL_BEFORE.search(text, max(0, start - 16), start)
    return before is not None and before[1].lower() not in openers()


@cache
def _addressed_before() -> re.Pattern[str]:
    """Any surname behind a form of address: ``ông`` *Hà* ``Hải Dương``."""
    names = sorted(row["surname"] for row in table("surnames") if " " not in row["surname"])
    return re.compile(
        r"(?<!\w)(?:[Ôô]ng|[Bb]à(?! Rịa)|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Đđ]ồng chí|[Đđ]/c|[Bb]ị cáo)[ \xa0]"
        rf"(?:{'|'.join(map(re.escape, names))})[ \xa0]\Z"
    )


_CAPITAL_BEFORE = lazy(rf"(?<!\w)([{UPPER}]\w*)[ \xa0]\Z")
_LESSER = lazy(
    rf"(?:^|[,.;:()\n]|(?<!\w)(?:[^\W\d_{UPPER}]+|[IVX]{{1,4}}|\d+))[ \xa0]?(?:Hoàng|Dương|Đào|Đàm|Tạ|Tống"
    r"|Quách|Lương|Triệu|Chu|Lò|Lường|Lục|Mạc|Doãn|Khuất|Lưu|Lý|Phùng|Trịnh|Nghiêm|Cấn|Quàng|Lại"
    r"|Vương)[ \xa0]\Z"
)
"""Surnames that are words as well, which no other name goes before: ``ông`` *Hoàng* ``Khánh Hòa``."""


def in_a_name(text: str, start: int) -> bool:
    """Whether a surname stands right before: ``Nguyễn Hòa Bình`` is no province."""
    if _surname_before().search(text, max(0, start - 16), start):
        return True
    if _addressed_before().search(text, max(0, start - 18), start):
        return True
    return _LESSER.search(text, max(0, start - 20), start) is not None

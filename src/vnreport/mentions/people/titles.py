"""Titles: the forms of ``titles.tsv``, and what Vietnamese makes of them.

An office takes words before it (*nguyên*, *quyền*, *phó*) and behind it (*thường trực*, *phụ trách*); the
table holds the office alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from vnreport.gazetteer import read_place
from vnreport.lexicon import table
from vnreport.names import UPPER, fold_syllable, old_tones, scannable
from vnreport.patterns import lazy
from vnreport.text import fold, matches


class Title(NamedTuple):
    """A row of ``titles.tsv``, with the words around it that make another office of it."""

    name: str
    kind: str


class _Form(NamedTuple):
    exact: str
    """The form itself where its capitals matter (``PGĐ``); empty where they do not."""
    title: Title
    clergy: bool = False
    """Whether it is one only before the name of a monk or nun: ``TT.`` *Thích Tâm*."""


_MONK = lazy(r"[ \xa0]?(?:Thích|Danh|Thạch|Châu|Lý|Tăng)[ \xa0](?=[^\W\d_])")
_OF_THE_STATE = lazy(r"[ \xa0]phủ(?!\w)", re.IGNORECASE)
_HEAD = lazy(r"[ \xa0]trưởng(?!\w)", re.IGNORECASE)
"""What makes ``Phó`` *đồn trưởng* of ``Phó đồn``."""
_FIRST_BORN = lazy(r"[ \xa0](?:nam|nữ|tộc|họ|thành)(?!\w)")
"""``trưởng`` *nam*: the eldest son, no office."""
_OF_CITY = lazy(r"(?:lãnh đạo|trong|toàn|tại|trên|ở|của|về|khắp|cho|UBND|HĐND)[ \xa0]\Z")
"""``lãnh đạo`` *TP*: the city, no head of a department."""
_FIRST = lazy(r"[^\W_]+")
_BEFORE = (
    ("", lazy(r"tân[ \xa0]", re.IGNORECASE)),
    ("nguyên ", lazy(r"nguyên[ \xa0](?:là[ \xa0])?", re.IGNORECASE)),
    ("cựu ", lazy(r"cựu[ \xa0]", re.IGNORECASE)),
    ("Quyền ", lazy(r"(?:quyền|q\.)[ \xa0]?", re.IGNORECASE)),
    ("Phó ", lazy(r"(?:phó|p\.)[ \xa0]?", re.IGNORECASE)),
)
"""What makes another office of the one behind it: ``nguyên`` *quyền Giám đốc*, ``Phó`` *Vụ trưởng*."""
_ENTRUSTED = ("ủy ", "uỷ ", "Ủy ", "Uỷ ")
"""What makes another word of ``quyền``: ``Thừa`` *ủy* ``quyền Chủ tịch nước``."""
FORMER = ("nguyên ", "cựu ")
"""What may stand before a rank as well: *cựu* ``thiếu tá``."""
_ENDS_BEFORE = lazy(
    r"(?<!\w)(?:(?:nguyên|cựu|tân|(?<![ủu][ỷy] )quyền|phó|q\.|p\.)[ \xa0]?){1,3}\Z", re.IGNORECASE
)


def _is_short(form: str) -> bool:
    return any(word.isupper() and len(word) > 1 for word in re.split(r"[ .]", form)) or (
        len(form) <= 4 and " " not in form
    )


@cache
def _forms() -> dict[str, tuple[_Form, ...]]:
    """The titles by their folded form."""
    found: dict[str, list[_Form]] = {}
    for row in table("titles"):
        form = row["form"]
        exact = form if _is_short(form) else ""
        clergy = row["kind"] == "clergy"
        title = Title(row["title"], "rank" if clergy else row["kind"])
        found.setdefault(old_tones(form.lower()), []).append(_Form(exact, title, clergy))
    return {form: tuple(same) for form, same in found.items()}


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """How long the titles are that begin with a folded word, the longest first."""
    found: dict[str, set[int]] = {}
    for form in _forms():
        first = _FIRST.match(form)
        found.setdefault(first[0] if first else form, set()).add(len(form))
    return {word: tuple(sorted(same, reverse=True)) for word, same in found.items()}


@cache
def _behind() -> re.Pattern[str]:
    """Give what matches the words that belong to the office before them: ``Phó Giám đốc`` *Thường trực*.

    Who is *phụ trách* leads a body; with a field (``… chuyên môn``) the word is no part of the title.
    """
    bodies = sorted((row["body"] for row in table("own_bodies")), key=len, reverse=True)
    led = rf"(?:[{UPPER}]|(?:{'|'.join(map(re.escape, bodies))})(?!\w))"
    return re.compile(
        r"[ \xa0]((?i:thường trực|chuyên trách|danh dự|thứ nhất|điều hành|tiền nhiệm|lâm thời)"
        rf"|(?i:phụ trách)(?=[ \xa0]?(?:[,;.)(\n–-]|$)|[ \xa0]{led}))(?!\w)"
    )


@cache
def last_words() -> frozenset[str]:
    """The folded last words of titles: a cheap look at what stands before a name."""
    ends = {form.rstrip(".").replace(".", " ").split()[-1] for form in _forms()}
    return frozenset(ends | {"trực", "trách", "nhất", "hành", "dự", "nhiệm", "thời"})


@cache
def occupations() -> frozenset[str]:
    """What people do for a living, an office only where it is held: ``phóng viên``, ``giáo viên``."""
    return frozenset(row["title"] for row in table("occupations"))


def _spellings(form: str) -> set[str]:
    """A folded form with its tone marks in either place."""
    found = {form}
    for old, new in (("ủy", "uỷ"), ("úy", "uý"), ("òa", "oà"), ("ọa", "oạ")):
        found |= {f.replace(old, new) for f in found}
    return found


@cache
def _automaton() -> AhoCorasick:
    """The matcher of all titles in small letters."""
    forms = {spelling for form in _forms() for spelling in _spellings(form)}
    # "Phó cục" must not hide the "Cục trưởng" of "Phó Cục trưởng".
    forms |= {f"{form} trưởng" for form in forms if form.startswith("phó ")}
    return AhoCorasick(sorted(forms), matchkind=MatchKind.LeftmostLongest)


def title_spans(text: str) -> list[tuple[int, int]]:
    """Find where titles may stand, in one pass over a text; the words that go before one belong to it."""
    flat = fold(scannable(text)).replace("\xa0", " ")
    found = []
    for _, start, end in matches(_automaton(), flat):
        if (start and text[start - 1].isalnum()) or (
            text[end - 1].isalnum() and text[end : end + 1].isalnum()
        ):
            continue
        before = _ENDS_BEFORE.search(text, max(0, start - 18), start)
        found.append((before.start() if before else start, end))
    return found


def read_title(text: str, at: int) -> tuple[Title, int] | None:
    """Read the longest title at ``at``, with the offset behind it."""
    core, made = _listed(text, at), ""
    for words, pattern in _BEFORE:
        if core:
            break
        before = pattern.match(text, at)
        if before and not (words == "Quyền " and text.endswith(_ENTRUSTED, 0, at)):
            made += words
            at = before.end()
            core = _listed(text, at)
    if core is None or (
        made and core[0].kind != "office" and not (made in FORMER and core[0].kind == "rank")
    ):
        return None
    title, end = core
    if title.kind != "office":
        return core
    behind = _behind().match(text, end)
    word = behind[1].lower().replace("\xa0", " ") if behind else ""
    name = f"{made}{title.name} {'Thường trực' if word == 'thường trực' else word}".strip()
    return Title(name, title.kind), behind.end() if behind else end


def _listed(text: str, at: int) -> tuple[Title, int] | None:
    """Read the longest title of the table at ``at``."""
    first = _FIRST.match(text, at)
    lengths = _lengths().get(fold_syllable(first[0])) if first else None
    if not lengths:
        return None
    window = text[at : at + lengths[0]].replace("\xa0", " ")
    folded = old_tones(fold(window))
    for size in lengths:
        forms = _forms().get(folded[:size]) if size <= len(folded) else None
        end = at + size
        if forms is None or (text[end - 1].isalnum() and text[end : end + 1].isalnum()):
            continue
        for form in forms:
            if form.exact and not _same_capitals(window[:size], form.exact):
                continue
            if not _is_another_word(text, at, end, form):
                return form.title, end
    return None


def _is_another_word(text: str, at: int, end: int, form: _Form) -> bool:
    """Whether the letters are another word: ``TP`` *Huế*, *Đoàn* ``Chủ tịch``, *chức* ``vụ Phó``."""
    if form.clergy:
        return _MONK.match(text, end) is None
    if form.title.name.startswith("Phó ") and _HEAD.match(text, end):
        return True
    if form.title.name == "Chủ tịch" and text[max(0, at - 5) : at].replace("\xa0", " ").lower().endswith(
        ("đoàn ", "phủ ")
    ):
        return True  # the presidium of a meeting; a palace
    if form.title.name == "Trưởng" and _FIRST_BORN.match(text, end):
        return True
    if form.title.name == "Vụ phó" and text.endswith("chức ", 0, at):
        return True
    if form.exact == "TP":
        if _OF_CITY.search(text, max(0, at - 12), at):
            return True
        place = read_place(text, at)
        return place is not None and bool(place.candidates)
    return form.title.name == "Thanh tra chính" and _OF_THE_STATE.match(text, end) is not None


def _same_capitals(surface: str, exact: str) -> bool:
    """Whether the abbreviations of a form of several words are in capitals; its words may begin small."""
    if surface == exact:
        return True
    words, wanted = surface.split(" "), exact.split(" ")
    return len(wanted) > 1 and all(
        word == form or form[1:].islower() for word, form in zip(words, wanted, strict=False)
    )

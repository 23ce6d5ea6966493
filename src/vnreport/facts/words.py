"""The word lists of the fact rules, compiled once into patterns over folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from vnreport.lexicon import table
from vnreport.mentions.numbers.spelling import tone_variants
from vnreport.phrase_table import Phrases, first_word
from vnreport.starts import Starts

Row = TypeVar("Row")
_STOP = r"(?![^\W_])"
"""No letter or digit behind."""


def syllables(pattern: str) -> frozenset[str]:
    """Give all syllables that a pattern of words is written with: what it matches ends and begins in one."""
    return frozenset(re.findall(r"[^\W\d_]+", re.sub(r"\\.|\(\?P<\w+>", " ", pattern)))


def alternatives(words: Iterable[str]) -> str:
    """Give a pattern of whole words, the longest first, any white space between syllables.

    Both places of a tone mark count (``xóa``, ``xoá``). Words that begin alike share their beginning in the
    pattern, so that few branches are tried at a place.
    """
    tree: dict[str, Any] = {}
    for form in (form for word in words for form in tone_variants(word)):
        node = tree
        for char in form:
            node = node.setdefault(char, {})
        node[""] = {}
    # The edge is looked at behind the first letter: a pattern that begins with letters is found fastest.
    starts = [
        re.escape(char) + r"(?<![^\W_][\s\S])" + _branches(below) for char, below in sorted(tree.items())
    ]
    return f"(?:{'|'.join(starts)}){_STOP}"


def _branches(node: dict[str, Any]) -> str:
    """Give the pattern of all words below a node; what goes on is tried before what ends there."""
    parts = [
        (r"\s+" if char == " " else re.escape(char)) + _branches(below)
        for char, below in sorted(node.items())
        if char
    ]
    if not parts:
        return ""
    if "" in node:
        return f"(?:{'|'.join(parts)})?"
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


@cache
def column(name: str, key: str) -> tuple[str, ...]:
    """Give one column of a lexicon table, in lower case."""
    return tuple(row[key].lower() for row in table(name))


@cache
def indicator_head() -> Phrases[Mapping[str, str]]:
    """Nouns that open a named indicator."""
    return _guarded("indicator_heads", "head")


@cache
def acting_noun() -> Phrases[Mapping[str, str]]:
    """Nouns that open the name of who acts."""
    return _guarded("acting_nouns", "noun")


def _guarded(name: str, key: str) -> Phrases[Mapping[str, str]]:
    """Give a pattern of the words of a table, but not where others beside them make another word."""

    def source(rows: Sequence[Mapping[str, str]]) -> str:
        return "|".join(
            _guarded_source(row[key].lower(), row["not_after"], row["not_before"]) for row in rows
        )

    rows = sorted(table(name), key=lambda row: -len(row[key]))
    return Phrases(_by_first_word((row[key].lower(), row) for row in rows), source)


def _guarded_source(phrase: str, not_after: str, not_before: str) -> str:
    first = re.escape(phrase[0])
    before = "".join(f"(?<!{re.escape(word)} {first})" for word in not_after.split("|") if word)
    behind = rf"(?!\s+(?:{not_before}){_STOP})" if not_before else ""
    forms = "|".join(re.escape(form[1:]).replace(r"\ ", r"\s+") for form in tone_variants(phrase))
    return f"{first}(?<![^\\W_]{first}){before}(?:{forms}){_STOP}{behind}"


def phrases(words: Iterable[str], behind: str = "") -> Phrases[str]:
    """Give a pattern of whole words as :func:`alternatives` does, for tables of many.

    Args:
        words: the phrases, in lower case.
        behind: the source of a pattern of what must follow; the phrase is its group ``phrase`` then.
    """

    def source(group: Sequence[str]) -> str:
        return f"(?P<phrase>{alternatives(group)}){behind}" if behind else alternatives(group)

    return Phrases(_by_first_word((word, word) for word in words), source)


def _by_first_word(rows: Iterable[tuple[str, Row]]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for phrase, row in rows:
        for word in tone_variants(first_word(phrase)):
            found.setdefault(word, []).append(row)
    return found


@cache
def phrase_words(role: str) -> frozenset[str]:
    """Give the words of one role of the table of phrase words, in both places of a tone mark."""
    rows = (row for row in table("phrase_words") if row["role"] == role)
    return frozenset(form for row in rows for form in tone_variants(row["words"]))


@cache
def phrase_pattern(role: str) -> str:
    """Give the words of one role as the source of a pattern, the longest first, with their neighbours."""
    rows = [row for row in table("phrase_words") if row["role"] == role]
    forms = []
    for row in sorted(rows, key=lambda row: -len(row["words"])):
        after = "".join(rf"(?<!{re.escape(word)}\s)" for word in row["not_after"].split("|") if word)
        behind = rf"(?!\s+(?:{row['not_before']}))" if row["not_before"] else ""
        behind += rf"(?=\s+(?:{row['before']}){_STOP})" if row["before"] else ""
        for form in tone_variants(row["words"]):
            forms.append(f"{after}{re.escape(form)}{behind}".replace(r"\ ", r"\s+"))
    return "|".join(forms)


@cache
def joined_names() -> Phrases[str]:
    """Names that hold a comma which parts nothing: ``chế biến, chế tạo``."""
    return phrases(column("joined_names", "name"))


@cache
def measures() -> frozenset[str]:
    """Units of measure, durations left out."""
    return frozenset(row["form"].lower() for row in table("units") if row["kind"] != "time")


@cache
def durations() -> frozenset[str]:
    """Units of time: what is counted in them is a duration."""
    return frozenset(row["form"].lower() for row in table("units") if row["kind"] == "time")


@cache
def action_verb() -> Phrases[str]:
    """Verbs that govern a counted object, and compounds that hold one and are none."""
    return phrases(column("action_verbs", "verb"))


@cache
def _none() -> frozenset[str]:
    rows = (row for row in table("action_verbs") if row["kind"] == "none")
    return frozenset(form for row in rows for form in tone_variants(row["verb"]))


def only_verbs(found: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out the compounds that only hold a verb (``trung cấp``)."""
    return [match for match in found if squeeze(match.group()) not in _none()]


def action_verbs(folded: str) -> list[re.Match[str]]:
    """Find the verbs that govern a counted object in a phrase."""
    return only_verbs(action_verb().finditer(folded))


@cache
def modifier_words() -> re.Pattern[str]:
    """Words that qualify a number."""
    return re.compile(alternatives([word for word in column("modifiers", "phrase") if word[0].isalpha()]))


@cache
def status_cue() -> tuple[re.Pattern[str], dict[str, str]]:
    """Words that mark a target or a limit, with what each marks."""
    rows = table("status_cues")
    kinds = {form: row["status"] for row in rows for form in tone_variants(row["cue"])}
    # "Chương trình mục tiêu quốc gia" is a name, "vốn có mục tiêu" a kind of money.
    return re.compile(
        r"(?<!chương trình )(?<!có )(?<!bổ sung )"
        + alternatives(list(kinds))
        + r"(?!\s+(?:thụ|nghề|nay)(?![^\W_]))"
    ), kinds


@cache
def target_heading() -> re.Pattern[str]:
    """Headings over what is still to be done."""
    return re.compile(alternatives(list(column("target_headings", "heading"))))


@cache
def fact_words() -> Starts:
    """The first words of the patterns that are looked for all over a text, by the name of each pattern."""
    firsts = {
        "head": column("indicator_heads", "head"),
        "verb": column("action_verbs", "verb"),
        "status": column("status_cues", "cue"),
    }
    kinds = {
        name: {form.split(" ")[0] for phrase in phrases for form in tone_variants(phrase)}
        for name, phrases in firsts.items()
    }
    return Starts(
        {
            **kinds,
            "happened": ("đã", "ước", "đạt"),
            "change": (
                "tăng",
                "giảm",
                "rút",
                "gấp",
                "hơn",
                "vượt",
                "nâng",
                "nhích",
                "thêm",
                "hụt",
                "sụt",
                "hạ",
                "tụt",
                "từ",
                "báo",
                "bđ",
                "nhích",
                "+",
            ),
            "running": ("lũy", "luy", "luỹ", "cộng", "tích", "từ", "kể"),
            "relative": ("trong", "cả"),
            "absence": ("không", "chưa"),
        },
        inside=("change",),
    )


class Cue(NamedTuple):
    """A word or two that tell what a report does with an instrument."""

    start: int
    end: int
    relation: str
    """A relation of the contract, or ``adopts``, or ``none``."""
    reach: str
    """``near`` and ``at`` (before ``tại``) narrow where it counts; ``asks`` makes a draft of what follows."""

    @property
    def asks(self) -> bool:
        """Whether what is issued behind it is a draft: ``tham mưu UBND tỉnh ban hành …``."""
        return self.reach == "asks" or (self.relation == "drafts" and not self.reach)


@cache
def _relation_cues() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    rows = table("relation_cues")
    kinds = {form: (row["relation"], row["reach"]) for row in rows for form in tone_variants(row["cue"])}
    return re.compile(alternatives(list(kinds))), kinds


def relation_cues(folded: str, start: int, end: int) -> Iterator[Cue]:
    """Find the words that tell what is done with an instrument, compounds that tell nothing left out."""
    pattern, kinds = _relation_cues()
    for match in pattern.finditer(folded, start, end):
        cue = Cue(match.start(), match.end(), *kinds[squeeze(match.group())])
        if cue.relation != "none" or cue.asks:
            yield cue


def squeeze(text: str) -> str:
    """Fold white space, as the word lists have it."""
    return " ".join(text.split())

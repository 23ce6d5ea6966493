"""The words that open, hold together and close a counted noun phrase, from the tables of the lexicon."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from vnreport.lexicon import table
from vnreport.mentions.numbers.spelling import tone_variants

Effect = Literal["end", "verb", "start", "keep"]
LONGEST = 4
"""No phrase of the tables has more syllables."""


class Unit(NamedTuple):
    """A unit of measure."""

    symbol: str
    kind: str


class Grammar(NamedTuple):
    """The tables as dictionaries, with the longest phrase that each first syllable opens."""

    effects: dict[str, Effect]
    effect_sizes: dict[str, int]
    nouns: dict[str, str]
    noun_sizes: dict[str, int]
    heads: dict[str, str]
    locative: frozenset[str]
    units: dict[str, Unit]
    unit_sizes: dict[str, int]
    labels: frozenset[str]
    admin: frozenset[str]
    admin_firsts: frozenset[str]
    compounds: frozenset[str]
    """Compounds that hold a closing word and may open a phrase all the same (``chi cục``)."""
    changes: frozenset[str]
    """Fixed phrases of a change, which belong to a phrase only at the end of a clause (``tăng giá``)."""
    currencies: frozenset[str]
    verbs: frozenset[str]
    """Verbs that govern what is counted behind them."""


@cache
def grammar() -> Grammar:
    """Read the tables once."""
    effects: dict[str, Effect] = {}
    compounds: set[str] = set()
    changes: set[str] = set()
    for row in table("noun_phrase_stops"):
        for form in tone_variants(row["phrase"]):
            effects[form] = row["effect"]  # type: ignore[assignment]
            if row["reason"] == "change":
                changes.add(form)
            if row["reason"] in {"compound", "noun"}:
                compounds.add(form)
    nouns: dict[str, str] = {}
    heads: dict[str, str] = {}
    locative: set[str] = set()
    for row in table("classifiers"):
        for form in tone_variants(row["word"]):
            nouns[form] = row["kind"]
            heads[form] = " ".join(form.split(" ")[: row["unit"].count(" ") + 1])
            if row["locative"] == "1":
                locative.add(form)
    units: dict[str, Unit] = {}
    for row in table("units"):
        for form in tone_variants(row["form"]):
            units[form] = Unit(row["unit"], row["kind"])
    labels = {
        form for row in table("number_labels") for form in tone_variants(row["word"]) if " " not in form
    }
    labels |= {"mức độ", "giai đoạn"}
    admin = frozenset(word for word, kind in nouns.items() if kind == "admin")
    return Grammar(
        effects,
        _sizes(effects),
        nouns,
        _sizes(nouns),
        heads,
        frozenset(locative),
        units,
        _sizes(units),
        frozenset(labels),
        admin,
        frozenset(word.partition(" ")[0] for word in admin),
        frozenset(compounds),
        frozenset(changes),
        frozenset(row["form"] for row in table("currencies")),
        frozenset(
            form for row in table("action_verbs") if not row["kind"] for form in tone_variants(row["verb"])
        ),
    )


def _sizes(phrases: dict[str, Effect] | dict[str, str] | dict[str, Unit]) -> dict[str, int]:
    """Give for each first syllable how many syllables its longest phrase has."""
    sizes: dict[str, int] = {}
    for phrase in phrases:
        syllables = phrase.split(" ")
        sizes[syllables[0]] = max(sizes.get(syllables[0], 0), len(syllables))
    return sizes


def longest(
    words: list[str],
    i: int,
    phrases: dict[str, Effect] | dict[str, str] | dict[str, Unit],
    sizes: dict[str, int],
) -> tuple[str, int] | None:
    """Give the longest phrase of a table that begins at ``words[i]``, and its number of syllables."""
    first = words[i]
    most = sizes.get(first)
    if most is None:
        return None
    if most == 1:
        return first, 1
    for size in range(min(most, len(words) - i), 0, -1):
        phrase = first if size == 1 else " ".join(words[i : i + size])
        if phrase in phrases:
            return phrase, size
    return None


@cache
def _followers() -> dict[str, str]:
    return {row["first"]: f" {row['seconds']}" for row in table("syllable_pairs")}


def is_pair(first: str, second: str) -> bool:
    """Tell whether two syllables are often seen together, as those of one word are."""
    return f" {second}:" in _followers().get(first, "")


def is_verb(grammar: Grammar, words: list[str], first: int, end: int) -> bool:
    """Tell whether the words ``[first, end)`` are a verb of the tables."""
    found = longest(words, first, grammar.effects, grammar.effect_sizes)
    return found is not None and found[1] == end - first and grammar.effects[found[0]] == "verb"


def is_known(grammar: Grammar, words: list[str], i: int) -> bool:
    """Tell whether a noun of the tables or a unit of time stands at ``i``, and no other unit."""
    if words[i] in grammar.units:
        return grammar.units[words[i]].kind == "time"
    return longest(words, i, grammar.nouns, grammar.noun_sizes) is not None

"""The tables of organisations, made ready for matching once."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import product
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from vnreport.lexicon import table
from vnreport.mentions.organizations.kinds import SMALL_BEFORE_FIELD
from vnreport.names import old_tones
from vnreport.patterns import lazy


class Head(NamedTuple):
    """A word that opens the name of an organisation; see ``organization_heads.tsv``."""

    name: str
    kind: str
    level: str
    nests: bool
    short: bool
    """Whether the form is a short one (``UBND``), not ``name`` itself."""


class Field(NamedTuple):
    """A field of organisations; see ``organization_fields.tsv``."""

    name: str
    heads: frozenset[str]
    """The heads that take it; empty for any."""
    short: bool
    """Whether the matched form abbreviates ``name``."""


class Form(NamedTuple):
    """One way to write a head."""

    head: Head
    exact: str
    """The form itself where its capitals matter (``TT``, ``HĐND``); empty where they do not."""
    lower: bool
    """Whether it may begin with a small letter."""


def _is_short(form: str) -> bool:
    return any(w.isupper() and len(w) > 1 for w in re.split(r"[ .&,-]", form)) or (
        form[1:].lower() != form[1:] and " " not in form
    )


def _spellings(form: str) -> set[str]:
    """A folded form with the tone marks in either place."""
    found = {form.lower()}
    for new, old in (("ủy", "uỷ"), ("tòa", "toà"), ("hóa", "hoá")):
        found |= {f.replace(new, old) for f in found}
    return found


@cache
def heads() -> dict[str, list[Form]]:
    """The heads by their folded forms."""
    found: dict[str, list[Form]] = {}
    for row in table("organization_heads"):
        name, kind, level, nests = row["head"], row["class"], row["level"], row["nests"] == "y"
        lower = row["capital"] != "y" and (" " in name or kind in ("closed", "name"))
        lower = lower or name in SMALL_BEFORE_FIELD
        own = [] if kind == "short" else [name]
        for form in (*own, *filter(None, row["forms"].split(";"))):
            head = Head(name, "whole" if kind == "short" else kind, level, nests, form != name)
            exact = form if _is_short(form) else ""
            for written in _spellings(form):
                found.setdefault(written, []).append(Form(head, exact, lower and not exact))
    for row in table("organization_names"):
        kind = "proper" if row["tail"] != "y" else "branch"
        head = Head(row["name"], kind, "", False, row["form"] != row["name"])
        found.setdefault(row["form"].lower(), []).append(Form(head, row["form"], False))
    return found


@cache
def _brands() -> dict[str, str]:
    return {row["form"].lower(): row["form"] for row in table("organization_names")}


def brand(surface: str) -> str:
    """Give a short name as the table writes it: ``PETROLIMEX`` is ``Petrolimex``."""
    return _brands().get(surface.lower(), surface)


def accept(forms: list[Form], surface: str) -> Head | None:
    """The head that a stretch of text writes; None where its capitals forbid it."""
    for form in forms:
        if form.exact:
            if _same_capitals(surface, form.exact) or (surface.isupper() and len(surface) > 3):
                return form.head
        elif surface[0].isupper() or form.lower:
            return form.head
    return None


def _same_capitals(surface: str, exact: str) -> bool:
    """Whether the abbreviations of a form are written as they are; words may begin small or capital."""
    if surface.replace("Uỷ", "Ủy").replace("UỶ", "ỦY") == exact:
        return True
    words, wanted = surface.split(" "), exact.split(" ")
    return len(wanted) > 1 and all(
        word == form or (form[1:].islower() and word[1:].islower())
        for word, form in zip(words, wanted, strict=False)
    )


@cache
def automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    """The matcher of all folded head forms, with the forms by their index."""
    forms = tuple(heads())
    return AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest), forms


@lru_cache(maxsize=512)
def inner_heads(form: str) -> tuple[tuple[int, str], ...]:
    """The heads that a folded head form ends with, the longest first, each with its offset in the form."""
    return tuple(
        (i + 1, form[i + 1 :]) for i, sign in enumerate(form) if sign == " " and form[i + 1 :] in heads()
    )


FIELD_TOKEN = lazy(r"\s{0,2}(?:([^\W_]+(?:/[^\W_]+)?)|([&,\-–]))")
_AND = {"và": "&", "&": "&", "-": "&", "–": "&", ",": ","}


@lru_cache(maxsize=4096)
def fold_token(token: str) -> str:
    """Fold one word or sign of a field: case, tones, and all ways to write *and*."""
    folded = old_tones(token.lower())
    return _AND.get(folded, folded)


def _tokens(form: str) -> tuple[str, ...]:
    return tuple(fold_token(m[1] or m[2]) for m in FIELD_TOKEN.finditer(form))


def _initials(words: list[str]) -> str:
    return "".join(w[0] for w in words)


def _shortened(name: str) -> set[tuple[str, ...]]:
    """All ways to abbreviate the coordinated parts of a field by their initials."""
    groups: list[list[str]] = [[]]
    for token in _tokens(name):
        if token in ("&", ","):
            groups.append([])
        else:
            groups[-1].append(token)
    found: set[tuple[str, ...]] = {(_initials([w for g in groups for w in g]),)}
    for choice in product((True, False), repeat=len(groups)):
        if not any(choice):
            continue
        parts = [(_initials(g),) if short else tuple(g) for g, short in zip(groups, choice, strict=True)]
        for joints in product(("&", ",", ""), repeat=len(parts) - 1):
            form = list(parts[0])
            for joint, part, left, right in zip(joints, parts[1:], choice, choice[1:], strict=False):
                if joint:
                    form += [joint, *part]
                elif left and right:
                    form[-1] += part[0]
                    form += part[1:]
                else:
                    form += part
            found.add(tuple(form))
    return found


Trie = dict[str, Any]


def _insert(root: Trie, tokens: tuple[str, ...], field: Field) -> None:
    node = root
    for token in tokens:
        node = node.setdefault(token, {})
    known: list[Field] = node.setdefault("", [])
    if not any(f.heads == field.heads and hyphened(f.name) == hyphened(field.name) for f in known):
        known.append(field)


def hyphened(words: str) -> bool:
    """Whether a hyphen joins parts of a field where others write *and*: ``Phát thanh - Truyền hình``."""
    return "-" in words or "–" in words


@cache
def fields() -> Trie:
    """The fields as a trie of folded tokens; the key ``""`` holds the fields that end there."""
    root: Trie = {}
    rows = table("organization_fields")
    for row in rows:
        heads_of = frozenset() if row["heads"] == "*" else frozenset(row["heads"].split(";"))
        tokens = _tokens(row["field"])
        _insert(root, tokens, Field(row["field"], heads_of, False))
        if "," in tokens:
            _insert(root, tuple("&" if t == "," else t for t in tokens), Field(row["field"], heads_of, False))
            _insert(root, tuple(t for t in tokens if t != ","), Field(row["field"], heads_of, False))
        _insert(root, tuple(t for t in tokens if t not in "&,"), Field(row["field"], heads_of, False))
        if tokens.count("&") > 1:  # "Lao động, Thương binh và Xã hội"
            last = len(tokens) - 1 - tokens[::-1].index("&")
            listed = tuple("," if t == "&" and i < last else t for i, t in enumerate(tokens))
            _insert(root, listed, Field(row["field"], heads_of, False))
            glued = tuple(t for i, t in enumerate(tokens) if t != "&" or i == last)
            _insert(root, glued, Field(row["field"], heads_of, False))
    for row in rows:
        heads_of = frozenset() if row["heads"] == "*" else frozenset(row["heads"].split(";"))
        forms = {_tokens(form) for form in row["forms"].split(";") if form}
        if " Phát triển nông thôn" in row["field"]:
            forms.add(_tokens(row["field"].replace("Phát triển nông thôn", "PTNT")))
        if row["initials"] == "y":
            forms |= _shortened(row["field"])
        for tokens in forms:
            _insert(root, tokens, Field(row["field"], heads_of, True))
    return root


@cache
def verbs() -> frozenset[tuple[str, ...]]:
    """Those of the words that are verbs too, and so may begin what the organisation does."""
    return frozenset(tuple(old_tones(r["word"]).split()) for r in table("organization_words") if r["verb"])


@cache
def not_second() -> frozenset[str]:
    """Syllables that begin a verb or a function word and so finish no name."""
    return frozenset(old_tones(r["syllable"]) for r in table("function_syllables"))


@cache
def not_between() -> frozenset[str]:
    """Syllables that never stand between the head of a name and its proper name."""
    return not_second() | {old_tones(r["syllable"]) for r in table("clause_syllables")} | {"&"}


@cache
def words() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words that carry a name on, by their first syllable, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in table("organization_words"):
        syllables = tuple(old_tones(row["word"]).split())
        found.setdefault(syllables[0], []).append(syllables)
    return {first: tuple(sorted(same, key=len, reverse=True)) for first, same in found.items()}

"""The tables of organisations, made ready for matching once."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import product
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from vnreport.gazetteer import old_tones
from vnreport.lexicon import table


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


_NO_LOWER = frozenset(
    "Ban Hội Báo Đài Cục Vụ Viện Đoàn Đội Trạm Quỹ Phòng".split()
) | {"Chính phủ", "Quốc hội", "Thường trực", "Thanh tra", "Văn phòng", "Điện lực", "Bưu điện", "Viễn thông"}  # fmt: skip
_OLD_TONE = {
    "ủy": "uỷ",
    "Ủy": "Uỷ",
    "ỦY": "UỶ",
    "Tòa": "Toà",
    "TÒA": "TOÀ",
    "tòa": "toà",
    "hóa": "hoá",
    "HÓA": "HOÁ",
}


def _forms(form: str, lower: bool) -> set[str]:
    """The ways in which a form is capitalised and its tones are placed."""
    forms = {form}
    if not form.isupper():
        sentence = (
            form[0] + form[1:].lower() if not any(w.isupper() and len(w) > 1 for w in form.split()) else form
        )
        forms |= {form.upper(), sentence, " ".join(w[0].upper() + w[1:] for w in form.split())}
        if lower:
            forms |= {sentence[0].lower() + sentence[1:], form[0].lower() + form[1:]}
    for new, old in _OLD_TONE.items():
        forms |= {f.replace(new, old) for f in forms if new in f}
    return forms


@cache
def heads() -> dict[str, Head]:
    """The heads by every form as the text may write it."""
    found: dict[str, Head] = {}
    for row in table("organization_heads"):
        name, kind, level, nests = row["head"], row["class"], row["level"], row["nests"] == "y"
        for form in (name, *filter(None, row["forms"].split(";"))):
            for written in _forms(form, name not in _NO_LOWER):
                found.setdefault(written, Head(name, kind, level, nests, form != name))
    for row in table("organization_names"):
        kind = "proper" if row["tail"] != "y" else "branch"
        head = Head(row["name"], kind, "", False, row["form"] != row["name"])
        for written in {row["form"], row["form"].upper()}:
            found.setdefault(written, head)
    return found


@cache
def automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    """The matcher of all head forms, with the forms by their index."""
    forms = tuple(heads())
    return AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest), forms


FIELD_TOKEN = re.compile(r"\s{0,2}(?:([^\W_]+(?:/[^\W_]+)?)|([&,\-–]))")
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
    if not any(f.heads == field.heads for f in known):
        known.append(field)


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
        _insert(root, tuple(t for t in tokens if t not in "&,"), Field(row["field"], heads_of, False))
    for row in rows:
        heads_of = frozenset() if row["heads"] == "*" else frozenset(row["heads"].split(";"))
        forms = {_tokens(form) for form in row["forms"].split(";") if form}
        if row["initials"] == "y":
            forms |= _shortened(row["field"])
        for tokens in forms:
            _insert(root, tokens, Field(row["field"], heads_of, True))
    return root


@cache
def words() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words that carry a name on, by their first syllable, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in table("organization_words"):
        syllables = tuple(old_tones(row["word"]).split())
        found.setdefault(syllables[0], []).append(syllables)
    return {first: tuple(sorted(same, key=len, reverse=True)) for first, same in found.items()}

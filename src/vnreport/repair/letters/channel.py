"""The noisy channel: what damage leaves of a word, and which words may have left what is seen."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Literal, NamedTuple

import numpy as np

from vnreport.repair import language_model
from vnreport.repair.language_model import SPECIALS, UNKNOWN, UNKNOWN_NAME, Ids, Scores
from vnreport.repair.letters.codes import abbreviations, composed, marked_abbreviations
from vnreport.repair.letters.damage import PLACEHOLDER, Kind, damaged, lost, strip_marks
from vnreport.repair.letters.tokens import new_placement

Case = Literal["lower", "open", "inner", "name", "upper", "acronym", "either"]
"""How the word stands there: small; first of its sentence (``open``); behind a bracket, a dash (``inner``);
a capital; all capitals; all capitals among words that are not (``acronym``); one capital letter beside
capitals, which may be either."""

_Place = Case | Literal["code"]

MAXIMUM = 128
_REMEMBERED = 3000
_IDENTITY = -11.0
"""The weight of leaving an unknown word as it is: the share of one word among the unknown."""
_SHOUTED = -5.0
"""The weight of a word in capitals among words that are not."""
_ONE_LETTER = -1.0
"""The weight of an abbreviation of which one letter is left."""
_SHORTEST = 3
"""What is left of an abbreviation in running text has so many letters; fewer are too many abbreviations."""
_NEVER_IN_CODES = {"TU": ("TƯ",)}
"""What a known abbreviation is not in a code: ``NQ/TU`` is a province's, the centre writes TW."""
_TERM = -5.0
"""The weight of a common word with a capital inside a sentence (``ban hành Chế độ``), beside names."""
_TERMS = 8
"""So many of them are thought of; more change nothing."""
_STRANGE = -6.0
"""The weight of an abbreviation that is in no list, beside those that are."""


class Candidates(NamedTuple):
    """The words that a damaged word may have been, likeliest first."""

    ids: Ids
    weights: Scores
    forms: list[str]
    gap: bool = False
    """Whether these are words that may have vanished here, or nothing was."""
    silence: float = 0.0
    """The weight of there having been nothing."""
    number: int = -1
    """A number of their own where they are remembered, -1 where they are not."""


_numbers = count(1)


def numbered(found: Candidates) -> Candidates:
    """Give candidates that are remembered a number of their own."""
    return found._replace(number=next(_numbers))


class Channel:
    """The candidates under one kind of damage.

    Args:
        kind: how letters were lost.
        newer: whether the text writes ``hoà``, ``uỷ``; None where each word goes its commonest way.
    """

    def __init__(self, kind: Kind, newer: bool | None = None) -> None:
        self.kind = kind
        self._gone = lost(kind)
        self._newer = newer
        self._cache: dict[tuple[str, _Place], Candidates] = {}

    def damaged(self, form: str) -> str:
        """Damage a word."""
        return damaged(self.kind, form)

    def intact(self, word: str) -> bool:
        """Tell whether a word holds a letter that the damage would have taken."""
        return self.damaged(word) != word if self.kind == "merged" else any(map(self._gone, word))

    def explains(self, observed: str, case: Case) -> bool:
        """Tell whether the damage may have left this of some word."""
        return bool(self._pairs(observed, case))

    def itself(self, observed: str, case: Case) -> Candidates:
        """Give a word as its own only candidate."""
        unknown = UNKNOWN_NAME if case == "name" else UNKNOWN
        return _only(observed, _vocabulary().get(_as_model(observed, case), unknown))

    def in_code(self, observed: str) -> Candidates:
        """Give the candidates of a word in the code of a document: itself, and known abbreviations."""
        key: tuple[str, _Place] = (observed, "code")
        found = self._cache.get(key)
        if found is None:
            forms = self._in_code(observed)
            ids = [_vocabulary().get(_as_model(form, "upper"), UNKNOWN) for form in forms]
            strange = [0.0 if form in abbreviations() else _STRANGE for form in forms]
            weights = [w if i != UNKNOWN else w + _IDENTITY for i, w in zip(ids, strange, strict=True)]
            if not forms:
                return self.candidates(observed, "upper")
            found = numbered(Candidates(np.array(ids), np.array(weights, np.float32), forms))
            self._cache[key] = found
        return found

    def _in_code(self, observed: str) -> list[str]:
        """Give the forms of a word in a code: itself, known abbreviations, what its letters may have been."""
        forms = [observed] if PLACEHOLDER not in observed else []
        if self.intact(observed):
            return forms
        known = {*self._abbreviations(observed)} - {observed, *_NEVER_IN_CODES.get(observed, ())}
        if self.damaged("Đ") in ("D", PLACEHOLDER) and observed not in abbreviations():
            # Each letter is still there or told: what no list knows is put together.
            return sorted(known) or [composed(observed, PLACEHOLDER)]
        return forms + sorted(known)

    def clipped(self, observed: str) -> Candidates:
        """Give the candidates of capitals before a mark: themselves, and abbreviations that lost a letter."""
        forms = [form for form in self._abbreviations(observed) if form in marked_abbreviations()]
        if any(_as_model(form, "acronym") in _vocabulary() for form in forms):
            return self.candidates(observed, "acronym")  # the neighbours tell HĐND from HND
        if len(observed) < _SHORTEST or observed in abbreviations() or not forms:
            return self.itself(observed, "acronym")
        return self.in_code(observed)

    def _abbreviations(self, observed: str) -> list[str]:
        """Give the abbreviations that the damage turns into what is seen, in one order always: some tie."""
        return _damaged_abbreviations(self.kind).get(observed, [])

    def candidates(self, observed: str, case: Case) -> Candidates:
        """Give the candidates of an observed word, itself among them where it may be intact."""
        key = (observed, case)
        found = self._cache.get(key)
        if found is None:
            if len(self._cache) > _REMEMBERED:
                self._cache.clear()
            found = self._cache[key] = numbered(self._find(observed, case))
        return found

    def _find(self, observed: str, case: Case) -> Candidates:
        model = language_model.load()
        if self.intact(observed):
            return self.itself(observed, case)
        pairs = self._one_placement(self._pairs(observed, case))
        if observed not in pairs and PLACEHOLDER not in observed and not self._told(observed, case, pairs):
            pairs[observed] = (UNKNOWN_NAME if case == "name" else UNKNOWN, _IDENTITY)
        if not pairs:
            return _only(observed, UNKNOWN)
        found = [(form, *pair) for form, pair in pairs.items()]
        if case == "upper":
            found += self._names_in_capitals(observed)
        elif case == "name":
            found += self._terms(observed)
        order = sorted(found, key=lambda one: -(model.unigram[one[1]] + one[2]))[:MAXIMUM]
        forms, ids, weights = map(list, zip(*order, strict=True))
        return Candidates(np.array(ids), np.array(weights, dtype=np.float32), forms)

    def _told(self, observed: str, case: Case, pairs: dict[str, tuple[int, float]]) -> bool:
        """Tell whether capitals that no list knows are an abbreviation that one does: ``CDCS``, CĐCS."""
        capitals = case in ("upper", "acronym") and len(observed) > _SHORTEST
        return capitals and observed not in abbreviations() and not marked_abbreviations().isdisjoint(pairs)

    def _terms(self, observed: str) -> list[tuple[str, int, float]]:
        """Give common words that an author writes with a capital; the model knows them in small letters."""
        words = {form: (word_id, _TERM) for word_id, form in _opening(self.kind).find(observed)[:_TERMS]}
        return [(form, *pair) for form, pair in self._one_placement(words).items()]

    def _names_in_capitals(self, observed: str) -> list[tuple[str, int, float]]:
        """Give the names among the words in capitals: the model knows them by other ids."""
        names = {form: (word_id, 0.0) for word_id, form in _capital_names(self.kind).find(observed)}
        return [(form, *pair) for form, pair in self._one_placement(names).items()]

    def _pairs(self, observed: str, case: Case) -> dict[str, tuple[int, float]]:
        """Give the forms that the damage turns into what is seen, with their ids and weights."""
        pairs: dict[str, tuple[int, float]] = {}

        def add(forms: _Index, weight: float) -> None:
            for word_id, form in forms.find(observed):
                pairs.setdefault(form, (word_id, weight))

        index, opening = _index(self.kind), _opening(self.kind)
        if case in ("upper", "acronym"):
            add(_capitals(self.kind), 0.0 if case == "upper" else _SHOUTED)
            usual = observed in pairs or observed in abbreviations()
            for form in self._abbreviations(observed):
                known = _vocabulary().get(_as_model(form, case), UNKNOWN)
                weight = 0.0 if known != UNKNOWN else _IDENTITY - 1.0 if usual else _IDENTITY + 3.0
                if form not in pairs or known != UNKNOWN:  # nobody shouts an abbreviation
                    pairs[form] = (known, weight)
            if case == "acronym" and observed in pairs:
                known = pairs[observed][0]
                pairs[observed] = (known, 0.0 if known != UNKNOWN else _IDENTITY + 3.0)
        elif case in ("open", "inner"):
            # A small letter seen at the beginning of a sentence: the capital before it may be lost.
            small = not observed[:1].isupper()
            if case == "open" or not small:
                add(opening, 0.0)
            if small:
                add(index, -2.0 if case == "open" else 0.0)
                add(opening, -2.0)
        else:
            add(index, 0.0)
            if case == "either":
                add(_capitals(self.kind), -2.0)
            if not pairs and case == "name":
                add(opening, 0.0)
        if len(observed) == 1 and observed.isupper():
            for form in self._abbreviations(observed):  # ĐH of which an H is left
                known = _vocabulary().get(_as_model(form, "acronym"), UNKNOWN)
                if known != UNKNOWN:
                    pairs.setdefault(form, (known, _ONE_LETTER))
        return pairs

    def vanished(self, case: Case) -> Candidates | None:
        """Give the words of which nothing is left, None where there are none."""
        if self.kind in ("stripped", "toneless", "hat_to_horn", "merged") or self.kind.startswith("marked"):
            return None
        key = ("", case)
        found = self._cache.get(key)
        if found is None:
            model = language_model.load()
            pairs = self._one_placement(self._pairs("", case))
            order = sorted(pairs, key=lambda form: -(model.unigram[pairs[form][0]] + pairs[form][1]))[:32]
            ids = np.array([pairs[form][0] for form in order], dtype=np.int64)
            weights = np.array([pairs[form][1] for form in order], dtype=np.float32)
            found = self._cache[key] = numbered(Candidates(ids, weights, order, True))
        return found if found.forms else None

    def _one_placement(self, pairs: dict[str, tuple[int, float]]) -> dict[str, tuple[int, float]]:
        """Where two forms are one word with its tone placed two ways, keep the way of the text."""
        if len({word_id for word_id, _ in pairs.values()}) == len(pairs):
            return pairs
        newer = language_model.load().new_placement
        best: dict[tuple[int, str], tuple[bool, str]] = {}
        for form, (word_id, _) in pairs.items():
            wanted = bool(newer[word_id]) if self._newer is None else self._newer
            group = (word_id, strip_marks(form))
            is_new = new_placement(form) == form
            if group not in best or is_new == wanted:
                best[group] = (is_new, form)
        kept = {form for _, form in best.values()}
        return {form: pair for form, pair in pairs.items() if form in kept}


def _only(form: str, word_id: int) -> Candidates:
    return Candidates(np.array([word_id]), np.zeros(1, np.float32), [form])


def _as_model(word: str, case: Case) -> str:
    from vnreport.repair.letters.tokens import old_placement

    lower = old_placement(word.lower())
    return lower[:1].upper() + lower[1:] if case == "name" else lower


@cache
def _vocabulary() -> dict[str, int]:
    return {word: index for index, word in enumerate(language_model.load().vocabulary)}


def vocabulary() -> dict[str, int]:
    """Give the ids of the words that the model knows."""
    return _vocabulary()


@cache
def forms() -> list[tuple[int, str]]:
    """Give the words that the model knows with their ids, each as it is written with either placement."""
    found = []
    for index, word in enumerate(language_model.load().vocabulary[len(SPECIALS) :], len(SPECIALS)):
        found.append((index, word))
        other = new_placement(word)
        if other != word:
            found.append((index, other))
    return found


class _Index:
    """Which forms the damage turns into a word: hashes of the damaged forms, sorted, in little memory.

    Args:
        kind: how letters were lost.
        write: how the forms are written: as they are, capitalised, or in capitals.
        of_names: whether to write so the forms with a capital, not those without.
    """

    def __init__(self, kind: Kind, write: Callable[[str], str] | None, of_names: bool = False) -> None:
        self._write, self._kind = write, kind
        numbers = [n for n, (_, form) in enumerate(forms()) if write is None or form[0].islower() != of_names]
        written = [forms()[n][1] if write is None else write(forms()[n][1]) for n in numbers]
        # One translation of all forms at once is much faster than one each.
        left = damaged(kind, "\n".join(written)).split("\n")
        hashes = np.fromiter(map(hash, left), np.int64, len(left))
        order = np.argsort(hashes, kind="stable")
        self._hashes, self._numbers = hashes[order], np.array(numbers, np.uint16)[order]

    def find(self, observed: str) -> list[tuple[int, str]]:
        """Give the ids and the forms, commonest first."""
        low, high = (np.searchsorted(self._hashes, hash(observed), side) for side in ("left", "right"))
        found = [forms()[n] for n in self._numbers[low:high].tolist()]
        if self._write is not None:
            found = [(word_id, self._write(form)) for word_id, form in found]
        return [(word_id, form) for word_id, form in found if damaged(self._kind, form) == observed]


def _capitalised(form: str) -> str:
    return form[0].upper() + form[1:]


@cache
def _index(kind: Kind) -> _Index:
    return _Index(kind, None)


@cache
def _opening(kind: Kind) -> _Index:
    return _Index(kind, _capitalised)


@cache
def _capitals(kind: Kind) -> _Index:
    return _Index(kind, str.upper)


@cache
def _capital_names(kind: Kind) -> _Index:
    return _Index(kind, str.upper, of_names=True)


@cache
def _damaged_abbreviations(kind: Kind) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for form in sorted(abbreviations()):
        found.setdefault(damaged(kind, form), []).append(form)
    return found
